/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-compare.h"
#include "shinsa-cli-decision-show.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-suggestion.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- suggest --- */

static char *
flag_text (const ShinsaRound *round,
           const ShinsaFlag  *flag)
{
  const ShinsaRequirement *requirement = NULL;

  if (*flag->requirement != '\0')
    requirement = shinsa_definition_requirement (round->definition, flag->requirement);
  if (requirement == NULL)
    return g_strdup (shinsa_flag_label (flag->kind));

  /* Translators: a flag, and the requirement that it concerns. */
  return g_strdup_printf (_("%s: %s"), shinsa_flag_label (flag->kind),
                          shinsa_text_get (&requirement->name));
}

static void
print_suggestion (ShinsaCli              *cli,
                  const ShinsaRound      *round,
                  const ShinsaDossier    *dossier,
                  const ShinsaSuggestion *suggestion)
{
  g_auto (GStrv) sentences = shinsa_suggestion_explain (suggestion, round->definition);
  const ShinsaOutcome *outcome = NULL;

  if (suggestion->outcome != NULL)
    outcome = shinsa_definition_outcome (round->definition, suggestion->outcome);
  g_print ("%s\n\n", shinsa_text_get (&dossier->name));
  shinsa_cli_print_aggregates (round, suggestion->aggregates);
  g_print ("\n");
  for (guint i = 0; sentences[i] != NULL; i++)
    g_print ("%s\n", sentences[i]);
  for (guint i = 0; i < suggestion->flags->len; i++)
    {
      g_autofree char *text = flag_text (round, g_ptr_array_index (suggestion->flags, i));

      g_print ("· %s\n", text);
    }
  if (outcome != NULL)
    shinsa_cli_say (cli, _("By the rules of the round: %s. The committee decides."),
                    shinsa_text_get (&outcome->name));
  else
    shinsa_cli_say (cli, _("The rules of the round suggest nothing. The committee decides."));
}

static gboolean
suggest (ShinsaCli  *cli,
         GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  JsonObject *object = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_cli_check_revealed (round, dossier->id, error))
    return FALSE;
  suggestion = shinsa_suggest (round, dossier->id);
  if (!shinsa_cli_wants_json (cli))
    {
      print_suggestion (cli, round, dossier, suggestion);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "application", dossier->id);
  json_object_set_member (object, "suggestion", shinsa_suggestion_to_json (suggestion));
  json_object_set_member (object, "aggregates",
                          shinsa_aggregates_to_json (suggestion->aggregates));

  return shinsa_cli_put_object (cli, object);
}

/* --- propose --- */

/* CODE:REASON as it was typed. */
static gboolean
read_waiver (const ShinsaRound  *round,
             const char         *word,
             GPtrArray          *waivers,
             GError            **error)
{
  const char *colon = strchr (word, ':');
  g_autofree char *code = NULL;
  ShinsaWaiver *waiver = NULL;

  if (colon == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("“%s” waives nothing. Write the requirement and the reason, as in "
                     "“indicators:the figures follow”."), word);
      return FALSE;
    }
  code = g_strndup (word, colon - word);
  if (shinsa_cli_find_requirement (round, code, error) == NULL)
    return FALSE;
  waiver = shinsa_waiver_new ();
  shinsa_set_string (&waiver->requirement, code);
  shinsa_set_string (&waiver->reason, colon + 1);
  g_ptr_array_add (waivers, waiver);

  return TRUE;
}

static GPtrArray *
read_waivers (const ShinsaRound  *round,
              char              **words,
              GError            **error)
{
  g_autoptr (GPtrArray) waivers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_waiver_free);

  for (; words != NULL && *words != NULL; words++)
    {
      if (!read_waiver (round, *words, waivers, error))
        return NULL;
    }

  return g_steal_pointer (&waivers);
}

static gboolean
propose (ShinsaCli  *cli,
         GError    **error)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *instructed_by = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_("Why it departs from what the rules give"), "TEXT" },
    { "waive", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words,
      N_("Let a requirement stay unresolved; may be repeated"), "CODE:REASON" },
    { "instructed-by", 0, 0, G_OPTION_ARG_STRING, &instructed_by, N_("On whose instruction"),
      "MEMBER" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaOutcome *outcome = NULL;
  g_autoptr (GPtrArray) waivers = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !(outcome = shinsa_cli_find_outcome (round, shinsa_cli_argument (cli, 1), error)) ||
      !(waivers = read_waivers (round, words, error)) ||
      (instructed_by != NULL && shinsa_cli_find_member (round, instructed_by, error) == NULL) ||
      !shinsa_cli_write (cli, SHINSA_KIND_OUTCOME_PROPOSE,
                         shinsa_state_proposal (round, dossier->id, outcome->code, waivers,
                                                instructed_by, reason), error))
    return FALSE;
  shinsa_cli_say (cli, _("Provisional outcome of “%s”: %s."), shinsa_text_get (&dossier->name),
                  shinsa_text_get (&outcome->name));

  return TRUE;
}

/* --- confirm --- */

/* Those that were named, or all that have a provisional outcome. */
static GPtrArray *
choose_dossiers (ShinsaCli          *cli,
                 const ShinsaRound  *round,
                 GError            **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < shinsa_cli_n_arguments (cli); i++)
    {
      const ShinsaDossier *dossier =
        shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, i), error);

      if (dossier == NULL)
        return NULL;
      g_ptr_array_add (chosen, (gpointer) dossier);
    }
  for (guint i = 0; shinsa_cli_n_arguments (cli) == 0 && i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_round_decision (round, dossier->id) == SHINSA_DECISION_PROVISIONAL ||
          (shinsa_round_decision (round, dossier->id) == SHINSA_DECISION_REOPENED &&
           shinsa_round_proposal (round, dossier->id) != NULL))
        g_ptr_array_add (chosen, (gpointer) dossier);
    }
  if (chosen->len > 0)
    return g_steal_pointer (&chosen);
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("No application has a provisional outcome to confirm. Nothing was "
                         "changed."));

  return NULL;
}

static gboolean
confirm_one (ShinsaCli            *cli,
             const ShinsaRound    *round,
             const ShinsaDossier  *dossier,
             const char           *method,
             JsonObject           *result,
             GError              **error)
{
  g_autoptr (JsonNode) body = shinsa_state_confirmation (round, dossier->id, method);
  g_autofree char *hash = NULL;
  const char *sentence = NULL;

  if (body == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   _("“%s” has no provisional outcome to confirm. Propose one first."),
                   dossier->id);
      return FALSE;
    }
  sentence = json_object_get_string_member (json_node_get_object (body), "sentence");
  if (!shinsa_session_write (shinsa_cli_get_session (cli), SHINSA_KIND_DECISION_CONFIRM, body,
                             &hash, error))
    return FALSE;
  shinsa_cli_say (cli, "%s", sentence);
  json_object_set_string_member (result, "entry", hash);
  json_object_set_string_member (result, "sentence", sentence);

  return TRUE;
}

/* Each is a statement of its own: what keeps one from being confirmed does not keep the others. */
static JsonArray *
confirm_all (ShinsaCli         *cli,
             const ShinsaRound *round,
             GPtrArray         *chosen,
             const char        *method)
{
  JsonArray *array = json_array_sized_new (chosen->len);

  for (guint i = 0; i < chosen->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (chosen, i);
      g_autoptr (GError) error = NULL;
      JsonObject *result = json_object_new ();

      json_object_set_string_member (result, "application", dossier->id);
      json_array_add_object_element (array, result);
      if (confirm_one (cli, round, dossier, method, result, &error))
        continue;
      json_object_set_object_member (result, "error", shinsa_cli_error_json (error));
      shinsa_cli_fail (cli, error);
    }

  return array;
}

static gboolean
confirm (ShinsaCli  *cli,
         GError    **error)
{
  g_autofree char *method = NULL;
  const GOptionEntry options[] = {
    { "method", 0, 0, G_OPTION_ARG_STRING, &method,
      N_("How it was decided: “unanimous”, “vote” or “chair”"), "METHOD" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (JsonArray) array = NULL;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  if (method == NULL)
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                           _("Say with --method how it was decided: “unanimous”, “vote” or "
                             "“chair”."));
      return FALSE;
    }
  if (!shinsa_cli_read_word (method, shinsa_methods (), error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(chosen = choose_dossiers (cli, round, error)))
    return FALSE;
  array = confirm_all (cli, round, chosen, method);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "confirmed", g_steal_pointer (&array));

  return TRUE;
}

/* --- reopen --- */

static gboolean
reopen (ShinsaCli  *cli,
        GError    **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &reference,
      N_("Document number of the office, after publication"), "TEXT" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  JsonNode *body = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  body = shinsa_state_reopening (round, dossier->id, reason, reference);
  if (body == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                   _("The outcome of “%s” is not confirmed, so there is nothing to reopen."),
                   dossier->id);
      return FALSE;
    }
  if (!shinsa_cli_write (cli, SHINSA_KIND_DECISION_REOPEN, body, error))
    return FALSE;
  shinsa_cli_say (cli, _("The outcome of “%s” is reopened."), shinsa_text_get (&dossier->name));

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "suggest", "APPLICATION", N_("Show what the rules give, with the arithmetic"), suggest },
  { "propose", "APPLICATION OUTCOME", N_("Record a provisional outcome"), propose },
  { "confirm", "[APPLICATION…]", N_("Confirm provisional outcomes, as the acting chair"), confirm },
  { "reopen", "APPLICATION", N_("Reopen a confirmed outcome, as the acting chair"), reopen },
  { "show", "[APPLICATION]", N_("Show outcomes, and what is missing for confirming"),
    shinsa_cli_decision_show },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_decision = { "decision", N_("Outcomes"), verbs };

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-statements.h"
#include "rules/shinsa-interest.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* --- propose --- */

static JsonObject *
proposal_json (const ShinsaMember           *member,
               const ShinsaDossier          *dossier,
               const ShinsaInterestProposal *proposal)
{
  JsonObject *object = json_object_new ();
  JsonArray *matches = json_array_new ();

  for (guint i = 0; i < proposal->matches->len; i++)
    {
      const ShinsaInterestMatch *match = g_ptr_array_index (proposal->matches, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "affiliation", match->affiliation);
      json_object_set_string_member (item, "found", match->found);
      json_object_set_string_member (item, "where", match->where);
      json_object_set_string_member (item, "kind", match->kind);
      json_array_add_object_element (matches, item);
    }
  json_object_set_string_member (object, "application", dossier->id);
  json_object_set_string_member (object, "member", member->id);
  json_object_set_array_member (object, "matches", matches);
  json_object_set_int_member (object, "named", proposal->named);
  shinsa_cli_set_count (object, "total", proposal->total);

  return object;
}

static void
print_proposal (const ShinsaInterestProposal *proposal)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Affiliation"), _("Found in the application"), _("Interest"), NULL);
  g_autofree char *reach = shinsa_interest_proposal_reach (proposal);

  for (guint i = 0; i < proposal->matches->len; i++)
    {
      const ShinsaInterestMatch *match = g_ptr_array_index (proposal->matches, i);

      shinsa_cli_table_row (table, match->affiliation, match->found,
                            shinsa_interest_kind_label (match->kind), NULL);
    }
  if (proposal->matches->len > 0)
    shinsa_cli_table_print (table);
  else
    g_print ("%s\n", _("No affiliation was found among what the application names."));
  g_print ("%s\n", reach);
}

static const ShinsaMember *
find_asker (const ShinsaRound  *round,
            const char         *word,
            GError            **error)
{
  if (word != NULL)
    return shinsa_cli_find_member (round, word, error);
  if (*round->member != '\0')
    return shinsa_cli_find_member (round, round->member, error);
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                       _("Name the member with --member: the desk has no affiliations."));

  return NULL;
}

static gboolean
propose (ShinsaCli  *cli,
         GError    **error)
{
  g_autofree char *word = NULL;
  const GOptionEntry options[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &word, N_("For this member"), "MEMBER" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaMember *member = NULL;
  g_autoptr (ShinsaInterestProposal) proposal = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !(member = find_asker (round, word, error)))
    return FALSE;
  proposal = shinsa_interest_propose (member, dossier);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, proposal_json (member, dossier, proposal));
  print_proposal (proposal);

  return TRUE;
}

/* --- declare --- */

static gboolean
declare (ShinsaCli  *cli,
         GError    **error)
{
  g_auto (GStrv) requirements = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "requirement", 0, 0, G_OPTION_ARG_STRING_ARRAY, &requirements,
      N_("Only for this requirement; may be repeated"), "CODE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("What the interest is"), "TEXT" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const char * const *codes = NULL;
  const char *kind = NULL;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  kind = shinsa_cli_argument (cli, 1);
  codes = (const char * const *) requirements;
  if (!shinsa_cli_read_word (kind, shinsa_interest_kinds (), error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_cli_find_requirements (round, codes, error) ||
      !shinsa_cli_write (cli, SHINSA_KIND_INTEREST_DECLARE,
                         shinsa_state_interest (dossier->id, kind, codes, reason), error))
    return FALSE;
  shinsa_cli_say (cli, _("Declared for “%s”: %s."), shinsa_text_get (&dossier->name),
                  shinsa_interest_kind_label (kind));

  return TRUE;
}

/* --- rule --- */

static const char *
find_chair (const ShinsaRound  *round,
            const char         *application,
            const char         *word,
            GError            **error)
{
  const ShinsaMember *chair = NULL;

  if (word != NULL)
    chair = shinsa_cli_find_member (round, word, error);
  else if (!(chair = shinsa_meeting_acting_chair (round, application)))
    g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                         _("Nobody can preside over this application at the moment, so nobody "
                           "can rule. The secretariat has to name somebody."));

  return chair != NULL ? chair->id : NULL;
}

static gboolean
rule (ShinsaCli  *cli,
      GError    **error)
{
  static const char * const rulings[] = { "recuse", "admit", NULL };
  g_auto (GStrv) requirements = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *instructed_by = NULL;
  const GOptionEntry options[] = {
    { "requirement", 0, 0, G_OPTION_ARG_STRING_ARRAY, &requirements,
      N_("Only for this requirement; may be repeated"), "CODE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { "instructed-by", 0, 0, G_OPTION_ARG_STRING, &instructed_by,
      N_("Who rules; the acting chair unless another is named"), "MEMBER" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  const ShinsaMember *member = NULL;
  const char *chair = NULL;
  const char *ruling = NULL;
  gboolean recuse = FALSE;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  ruling = shinsa_cli_argument (cli, 2);
  recuse = g_str_equal (ruling, "recuse");
  if (!shinsa_cli_read_word (ruling, rulings, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)) ||
      !(member = shinsa_cli_find_member (round, shinsa_cli_argument (cli, 1), error)) ||
      !shinsa_cli_find_requirements (round, (const char * const *) requirements, error) ||
      !(chair = find_chair (round, dossier->id, instructed_by, error)) ||
      !shinsa_cli_write (cli, SHINSA_KIND_INTEREST_RULE,
                         shinsa_state_ruling (dossier->id, member->id, recuse,
                                              (const char * const *) requirements, chair, reason),
                         error))
    return FALSE;
  shinsa_cli_say (cli, recuse ? _("%s takes no part in “%s”, as %s ruled.")
                              : _("%s is admitted to “%s”, as %s ruled."),
                  member->id, shinsa_text_get (&dossier->name), chair);

  return TRUE;
}

/* --- list --- */

static JsonObject *
interest_json (const ShinsaInterest *interest)
{
  gboolean declared = *interest->kind != '\0';
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "application", interest->application);
  json_object_set_string_member (object, "member", interest->member);
  json_object_set_string_member (object, "state",
                                 shinsa_interest_state_to_string (interest->state));
  json_object_set_string_member (object, "declared", declared ? interest->kind : "undeclared");
  shinsa_cli_set_words (object, "requirements", (const char * const *) interest->requirements);
  json_object_set_string_member (object, "reason", interest->reason);
  json_object_set_string_member (object, "ruled_by", interest->ruled_by);
  json_object_set_string_member (object, "ruling_reason", interest->ruling_reason);
  json_object_set_boolean_member (object, "pending", interest->pending);

  return object;
}

static void
add_row (ShinsaCliTable       *table,
         const ShinsaInterest *interest)
{
  g_autofree char *requirements = g_strjoinv (" ", interest->requirements);

  shinsa_cli_table_row (table, interest->application, interest->member,
                        shinsa_interest_kind_label (interest->kind),
                        shinsa_interest_state_label (interest->state), requirements,
                        interest->pending ? _("not received yet") : interest->ruling_reason, NULL);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const char *application = NULL;
  g_autoptr (ShinsaCliTable) table = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  application = shinsa_cli_argument (cli, 0);
  if (application != NULL && shinsa_cli_find_dossier (round, application, error) == NULL)
    return FALSE;

  array = json_array_new ();
  table = shinsa_cli_table_new (_("Application"), _("Member"), _("Declared"), _("State"),
                                _("Requirements"), _("Remark"), NULL);
  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      if (application != NULL && !g_str_equal (interest->application, application))
        continue;
      json_array_add_object_element (array, interest_json (interest));
      add_row (table, interest);
    }
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "interests", array);
  json_array_unref (array);
  shinsa_cli_table_print (table);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "propose", "APPLICATION", N_("Compare affiliations with what the application names"), propose },
  { "declare", "APPLICATION KIND", N_("Declare “none” or a kind of interest"), declare },
  { "rule", "APPLICATION MEMBER recuse|admit", N_("Record how the acting chair ruled"), rule },
  { "list", "[APPLICATION]", N_("List what was declared and ruled"), list },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_interest = { "interest", N_("Interests in applications"), verbs };

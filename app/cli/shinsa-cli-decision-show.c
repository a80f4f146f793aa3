/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-decision-show.h"

#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"

#include "rules/shinsa-checklist.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* --- JSON --- */

static JsonObject *
proposal_json (const ShinsaProposal *proposal)
{
  JsonObject *object = json_object_new ();
  JsonArray *waivers = json_array_new ();

  for (guint i = 0; i < proposal->waivers->len; i++)
    {
      const ShinsaWaiver *waiver = g_ptr_array_index (proposal->waivers, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "requirement", waiver->requirement);
      json_object_set_string_member (item, "reason", waiver->reason);
      json_array_add_object_element (waivers, item);
    }
  json_object_set_int_member (object, "seq", proposal->seq);
  json_object_set_string_member (object, "entry", proposal->entry);
  json_object_set_string_member (object, "outcome", proposal->outcome);
  json_object_set_string_member (object, "suggested", proposal->suggested);
  json_object_set_string_member (object, "reason", proposal->reason);
  json_object_set_string_member (object, "instructed_by", proposal->instructed_by);
  json_object_set_array_member (object, "waivers", waivers);

  return object;
}

static JsonObject *
confirmation_json (const ShinsaConfirmation *confirmation)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "seq", confirmation->seq);
  json_object_set_string_member (object, "entry", confirmation->entry);
  json_object_set_string_member (object, "at", confirmation->at);
  json_object_set_string_member (object, "by", confirmation->member);
  json_object_set_string_member (object, "outcome", confirmation->outcome);
  json_object_set_string_member (object, "method", confirmation->method);
  json_object_set_string_member (object, "sentence", confirmation->sentence);
  json_object_set_string_member (object, "state",
                                 shinsa_confirmation_state_to_string (confirmation->state));
  json_object_set_string_member (object, "reason", confirmation->reason);
  json_object_set_string_member (object, "reference", confirmation->reference);
  json_object_set_int_member (object, "version", confirmation->version);

  return object;
}

static JsonArray *
history_json (const ShinsaRound *round,
              const char        *application)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->confirmations->len; i++)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i);

      if (g_str_equal (confirmation->application, application))
        json_array_add_object_element (array, confirmation_json (confirmation));
    }

  return array;
}

/* For the desk and the acting chair: others do not hold all that it looks at. */
static JsonArray *
checklist_json (const ShinsaRound *round,
                const char        *application)
{
  g_autoptr (GPtrArray) checklist = shinsa_checklist (round, application);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "check", shinsa_check_to_string (check->code));
      json_object_set_boolean_member (object, "holds", check->holds);
      json_object_set_string_member (object, "sentence", check->sentence);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
quorum_json (const ShinsaQuorum *quorum)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "members", quorum->members);
  json_object_set_int_member (object, "required", quorum->required);
  json_object_set_int_member (object, "present", quorum->present);
  json_object_set_int_member (object, "recused_present", quorum->recused_present);
  json_object_set_int_member (object, "eligible", quorum->eligible);
  json_object_set_boolean_member (object, "holds", quorum->holds);

  return object;
}

static JsonObject *
decision_json (const ShinsaRound *round,
               const char        *application)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, application);
  g_autoptr (ShinsaQuorum) quorum = shinsa_meeting_quorum (round, application);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "application", application);
  json_object_set_string_member (object, "state", shinsa_decision_state_to_string (
                                   shinsa_round_decision (round, application)));
  json_object_set_string_member (object, "acting_chair", chair != NULL ? chair->id : NULL);
  if (proposal != NULL)
    json_object_set_object_member (object, "proposal", proposal_json (proposal));
  else
    json_object_set_null_member (object, "proposal");
  json_object_set_array_member (object, "confirmations", history_json (round, application));
  json_object_set_object_member (object, "quorum", quorum_json (quorum));
  if (shinsa_names_allowed (round, application))
    json_object_set_array_member (object, "checklist", checklist_json (round, application));
  else
    json_object_set_null_member (object, "checklist");

  return object;
}

/* --- Text --- */

static const char *
outcome_name (const ShinsaRound *round,
              const char        *code)
{
  const ShinsaOutcome *outcome = shinsa_definition_outcome (round->definition, code);

  return outcome != NULL ? shinsa_text_get (&outcome->name) : code;
}

static const char *
state_label (ShinsaDecisionState state)
{
  switch (state)
    {
    case SHINSA_DECISION_PROVISIONAL:
      return C_("decision", "Provisional");
    case SHINSA_DECISION_CONFIRMED:
      return C_("decision", "Confirmed");
    case SHINSA_DECISION_REOPENED:
      return C_("decision", "Reopened");
    case SHINSA_DECISION_NONE:
    default:
      return C_("decision", "Not decided");
    }
}

static void
print_board (const ShinsaRound *round)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Application"), _("State"), _("Outcome"), _("Name"), NULL);

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      const ShinsaProposal *proposal = shinsa_round_proposal (round, dossier->id);

      shinsa_cli_table_row (table, dossier->id,
                            state_label (shinsa_round_decision (round, dossier->id)),
                            proposal != NULL ? outcome_name (round, proposal->outcome) : "",
                            shinsa_text_get (&dossier->name), NULL);
    }
  shinsa_cli_table_print (table);
}

static void
print_confirmations (const ShinsaRound *round,
                     const char        *application)
{
  for (guint i = 0; i < round->confirmations->len; i++)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i);

      if (!g_str_equal (confirmation->application, application))
        continue;
      g_print ("%s  %s  %s\n", confirmation->at,
               shinsa_confirmation_state_label (confirmation->state), confirmation->sentence);
      if (*confirmation->reason != '\0')
        g_print ("  %s\n", confirmation->reason);
    }
}

static void
print_checklist (const ShinsaRound *round,
                 const char        *application)
{
  g_autoptr (GPtrArray) checklist = shinsa_checklist (round, application);

  g_print ("\n");
  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);

      g_print ("[%s] %s\n", check->holds ? "x" : " ", check->sentence);
    }
}

static void
print_decision (const ShinsaRound   *round,
                const ShinsaDossier *dossier)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, dossier->id);
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, dossier->id);
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();

  shinsa_cli_table_fact (facts, _("Application"), shinsa_text_get (&dossier->name));
  shinsa_cli_table_fact (facts, _("State"),
                         state_label (shinsa_round_decision (round, dossier->id)));
  if (proposal != NULL)
    {
      shinsa_cli_table_fact (facts, _("Provisional outcome"),
                             outcome_name (round, proposal->outcome));
      shinsa_cli_table_fact (facts, _("Reason"), proposal->reason);
    }
  if (chair != NULL)
    shinsa_cli_table_fact (facts, _("Acting chair"), shinsa_text_get (&chair->name));
  shinsa_cli_table_print (facts);
  print_confirmations (round, dossier->id);
  if (shinsa_names_allowed (round, dossier->id))
    print_checklist (round, dossier->id);
}

/* --- The verb --- */

/**
 * shinsa_cli_decision_show:
 * @cli: this call
 * @error: return location for an error
 *
 * Returns: whether it is shown
 */
gboolean
shinsa_cli_decision_show (ShinsaCli  *cli,
                          GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      (shinsa_cli_n_arguments (cli) > 0 &&
       !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error))))
    return FALSE;
  if (!shinsa_cli_wants_json (cli))
    {
      if (dossier != NULL)
        print_decision (round, dossier);
      else
        print_board (round);
      return TRUE;
    }
  array = json_array_new ();
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *each = g_ptr_array_index (round->dossiers, i);

      if (dossier == NULL || each == dossier)
        json_array_add_object_element (array, decision_json (round, each->id));
    }

  return shinsa_cli_put_list (cli, "decisions", array);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-checklist.h"

#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-suggestion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
shinsa_check_free (ShinsaCheck *check)
{
  g_return_if_fail (check != NULL);

  g_free (check->sentence);
  g_free (check);
}

/* Takes the sentence. */
static void
add_check (GPtrArray       *checklist,
           ShinsaCheckCode  code,
           gboolean         holds,
           char            *sentence)
{
  ShinsaCheck *check = g_new0 (ShinsaCheck, 1);

  check->code = code;
  check->holds = holds;
  check->sentence = sentence;
  g_ptr_array_add (checklist, check);
}

static void
check_paper_closed (GPtrArray         *checklist,
                    const ShinsaRound *round,
                    const char        *application)
{
  gboolean holds = shinsa_round_phase_was_closed (round, SHINSA_PHASE_PAPER, application);

  add_check (checklist, SHINSA_CHECK_PAPER_CLOSED, holds,
             g_strdup (holds ? _("The paper review is closed.")
                             : _("The paper review is not closed. Close it first.")));
}

/* --- Interests --- */

/* Who scores is called by a letter where scores are seen. */
static const char *
call (const ShinsaMember *member)
{
  return *member->letter != '\0' ? member->letter : shinsa_text_get (&member->name);
}

static void
find_open_interests (const ShinsaRound *round,
                     const char        *application,
                     GPtrArray         *undeclared,
                     GPtrArray         *waiting)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      const ShinsaInterest *interest = shinsa_round_interest (round, application, member->id);

      if (interest == NULL)
        continue;
      if (interest->state == SHINSA_INTEREST_WAITING)
        g_ptr_array_add (waiting, (gpointer) call (member));
      else if (interest->state == SHINSA_INTEREST_UNDECLARED &&
               shinsa_round_is_scorer (round, member))
        g_ptr_array_add (undeclared, (gpointer) call (member));
    }
}

static char *
tell_open_interests (GPtrArray *undeclared,
                     GPtrArray *waiting)
{
  g_autofree char *silent = shinsa_list_text (undeclared);
  g_autofree char *declared = shinsa_list_text (waiting);

  if (undeclared->len > 0 && waiting->len > 0)
    return g_strdup_printf (_("Not all have declared whether they have an interest (missing: %s), "
                              "and not every interest has been ruled on (waiting: %s). Ask for the "
                              "declarations, and rule on the interests."),
                            silent, declared);
  if (undeclared->len > 0)
    return g_strdup_printf (_("Not all have declared whether they have an interest (missing: %s). "
                              "Ask for the declarations."), silent);
  return g_strdup_printf (_("Not every interest has been ruled on (waiting: %s). Rule on them."),
                          declared);
}

static void
check_interests (GPtrArray         *checklist,
                 const ShinsaRound *round,
                 const char        *application)
{
  g_autoptr (GPtrArray) undeclared = g_ptr_array_new ();
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  gboolean holds;

  find_open_interests (round, application, undeclared, waiting);
  holds = undeclared->len == 0 && waiting->len == 0;
  add_check (checklist, SHINSA_CHECK_INTERESTS, holds,
             holds ? g_strdup (_("All have declared whether they have an interest, and every "
                                 "interest has been ruled on."))
                   : tell_open_interests (undeclared, waiting));
}

/* --- Requirements --- */

static gboolean
is_waived (const ShinsaProposal *proposal,
           const char           *requirement)
{
  for (guint i = 0; proposal != NULL && i < proposal->waivers->len; i++)
    {
      const ShinsaWaiver *waiver = g_ptr_array_index (proposal->waivers, i);

      if (strcmp (waiver->requirement, requirement) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_requirements (GPtrArray              *checklist,
                    const ShinsaDefinition *definition,
                    const ShinsaSuggestion *suggestion,
                    const ShinsaProposal   *proposal)
{
  g_autoptr (GPtrArray) lacking = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < suggestion->aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (suggestion->aggregates, i);
      const ShinsaRequirement *requirement;

      if (!aggregate->reference_only || is_waived (proposal, aggregate->requirement))
        continue;
      requirement = shinsa_definition_requirement (definition, aggregate->requirement);
      g_ptr_array_add (lacking, g_strdup_printf (_("“%s” (%d of at least %d)"),
                                                 shinsa_text_get (&requirement->name),
                                                 aggregate->counted,
                                                 definition->minimum_evaluators));
    }
  list = shinsa_list_text (lacking);
  add_check (checklist, SHINSA_CHECK_REQUIREMENTS, lacking->len == 0,
             lacking->len == 0
             ? g_strdup (_("Every requirement has enough evaluators or is waived."))
             : g_strdup_printf (_("Too few members judged %s. Ask for their reviews, or waive it "
                                  "with a reason."), list));
}

/* --- The provisional outcome --- */

/* What was reopened has none until one is set again: the former one, its waivers and its reason
 * are spent. */
static const ShinsaProposal *
find_proposal (const ShinsaRound *round,
               const char        *application)
{
  if (shinsa_round_decision (round, application) == SHINSA_DECISION_REOPENED)
    return NULL;
  return shinsa_round_proposal (round, application);
}

static const char *
name_outcome (const ShinsaDefinition *definition,
              const char             *code)
{
  const ShinsaOutcome *outcome = shinsa_definition_outcome (definition, code);

  return outcome != NULL ? shinsa_text_get (&outcome->name) : code;
}

static void
check_proposal (GPtrArray            *checklist,
                const ShinsaRound    *round,
                const char           *application,
                const ShinsaProposal *proposal)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);

  if (dossier != NULL && dossier->withdrawn)
    add_check (checklist, SHINSA_CHECK_PROPOSAL, FALSE,
               g_strdup (_("The application has been withdrawn. There is nothing to confirm.")));
  else if (shinsa_round_decision (round, application) == SHINSA_DECISION_REOPENED)
    add_check (checklist, SHINSA_CHECK_PROPOSAL, FALSE,
               g_strdup (_("The outcome was reopened. Set a provisional outcome again.")));
  else if (proposal == NULL)
    add_check (checklist, SHINSA_CHECK_PROPOSAL, FALSE,
               g_strdup (_("There is no provisional outcome. Set one first.")));
  else
    add_check (checklist, SHINSA_CHECK_PROPOSAL, TRUE,
               g_strdup_printf (_("The provisional outcome is “%s”."),
                                name_outcome (round->definition, proposal->outcome)));
}

static void
check_reason (GPtrArray              *checklist,
              const ShinsaDefinition *definition,
              const ShinsaSuggestion *suggestion,
              const ShinsaProposal   *proposal)
{
  const char *outcome = proposal != NULL ? name_outcome (definition, proposal->outcome) : NULL;

  if (proposal == NULL)
    add_check (checklist, SHINSA_CHECK_REASON, FALSE,
               g_strdup (_("There is no provisional outcome to give a reason for.")));
  else if (g_strcmp0 (suggestion->outcome, proposal->outcome) == 0)
    add_check (checklist, SHINSA_CHECK_REASON, TRUE,
               g_strdup (_("The provisional outcome is the one that the rules give.")));
  else if (*proposal->reason != '\0')
    add_check (checklist, SHINSA_CHECK_REASON, TRUE,
               g_strdup (_("The provisional outcome is not the one that the rules give, and there "
                           "is a reason for it.")));
  else if (suggestion->outcome == NULL)
    add_check (checklist, SHINSA_CHECK_REASON, FALSE,
               g_strdup_printf (_("The rules give no outcome. Give a reason for “%s”."), outcome));
  else
    add_check (checklist, SHINSA_CHECK_REASON, FALSE,
               g_strdup_printf (_("The rules give “%s”. Give a reason for “%s”."),
                                name_outcome (definition, suggestion->outcome), outcome));
}

/* --- The meeting --- */

static void
check_quorum (GPtrArray         *checklist,
              const ShinsaRound *round,
              const char        *application)
{
  g_autoptr (ShinsaQuorum) quorum = shinsa_meeting_quorum (round, application);

  add_check (checklist, SHINSA_CHECK_QUORUM, quorum->holds, g_steal_pointer (&quorum->sentence));
}

static void
check_chair (GPtrArray         *checklist,
             const ShinsaRound *round,
             const char        *application)
{
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, application);
  const char *name = chair != NULL ? shinsa_text_get (&chair->name) : NULL;

  if (chair == NULL)
    add_check (checklist, SHINSA_CHECK_CHAIR, FALSE,
               g_strdup (_("Nobody can act as chair: everybody in the acting order is away, "
                           "recused or waits for a ruling. Name somebody in the roster, or rule "
                           "on the interests.")));
  else if (round->definition->quorum_needs_chair &&
           shinsa_meeting_attendance (round, application, chair->id) == SHINSA_ATTENDANCE_UNKNOWN)
    add_check (checklist, SHINSA_CHECK_CHAIR, FALSE,
               g_strdup_printf (_("%s acts as chair and is not recorded as present. Record it."),
                                name));
  else
    add_check (checklist, SHINSA_CHECK_CHAIR, TRUE,
               g_strdup_printf (_("%s acts as chair."), name));
}

/**
 * shinsa_checklist:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer full) (element-type ShinsaCheck): what has to hold before its outcome is
 *   confirmed, in the order of the codes
 */
GPtrArray *
shinsa_checklist (const ShinsaRound *round,
                  const char        *application)
{
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  const ShinsaProposal *proposal;
  GPtrArray *checklist;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  suggestion = shinsa_suggest (round, application);
  proposal = find_proposal (round, application);
  checklist = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_check_free);
  check_paper_closed (checklist, round, application);
  check_interests (checklist, round, application);
  check_requirements (checklist, round->definition, suggestion, proposal);
  check_proposal (checklist, round, application, proposal);
  check_reason (checklist, round->definition, suggestion, proposal);
  check_quorum (checklist, round, application);
  check_chair (checklist, round, application);
  return checklist;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-decide-rights.h"

#include "rules/shinsa-checklist.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-phase.h"

#include <glib/gi18n-lib.h>

/**
 * shinsa_decide_pending:
 *
 * Returns: (transfer none) (nullable): a confirmation written here that the desk has not received
 */
const ShinsaConfirmation *
shinsa_decide_pending (const ShinsaRound *round,
                       const char        *application)
{
  for (guint i = round->confirmations->len; i > 0; i--)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i - 1);

      if (confirmation->state == SHINSA_CONFIRMATION_PENDING &&
          g_str_equal (confirmation->application, application))
        return confirmation;
    }
  return NULL;
}

static gboolean
is_withdrawn (const ShinsaRound *round,
              const char        *application)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);

  return dossier == NULL || dossier->withdrawn;
}

/* Why the person of the picture does not preside over this application; NULL if they do. */
static char *
why_not_chair (const ShinsaRound *round,
               const char        *application)
{
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, application);
  g_autofree char *who = NULL;

  if (chair == NULL)
    return g_strdup (_("Nobody can act as chair of this application now."));
  if (!round->is_desk && g_str_equal (chair->id, round->member))
    return NULL;
  who = shinsa_member_full_label (round, chair->id);
  /* Translators: who presides over this application, such as "Member A (Chair)". */
  return g_strdup_printf (_("Only the acting chair can do this: %s."), who);
}

char *
shinsa_decide_why_not_propose (const ShinsaRound *round,
                               const char        *application)
{
  if (!round->is_desk)
    return g_strdup (_("The desk of the secretariat records the provisional outcome."));
  if (is_withdrawn (round, application))
    return g_strdup (_("The application was withdrawn; there is nothing to decide."));
  if (round->desk_is_blind)
    return g_strdup (_("This computer also belongs to a member who scores. An outcome can be "
                       "proposed after the paper review is closed."));
  if (!shinsa_round_phase_was_closed (round, SHINSA_PHASE_PAPER, application))
    return g_strdup (_("An outcome can be proposed after the paper review is closed."));
  if (shinsa_round_decision (round, application) == SHINSA_DECISION_CONFIRMED)
    return g_strdup (_("The outcome is confirmed. The acting chair has to reopen it before another "
                       "can be proposed."));
  return NULL;
}

char *
shinsa_decide_why_not_confirm (const ShinsaRound *round,
                               const char        *application)
{
  g_autoptr (GPtrArray) checklist = NULL;
  char *why;

  if (is_withdrawn (round, application))
    return g_strdup (_("The application was withdrawn; there is nothing to decide."));
  if (shinsa_round_decision (round, application) == SHINSA_DECISION_CONFIRMED)
    return g_strdup (_("The outcome is confirmed already."));
  if (shinsa_decide_pending (round, application) != NULL)
    return g_strdup (_("You have confirmed it; the desk has not received that yet."));
  why = why_not_chair (round, application);
  if (why != NULL)
    return why;

  checklist = shinsa_checklist (round, application);
  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);

      if (!check->holds)
        return g_strdup (check->sentence);
    }
  return NULL;
}

char *
shinsa_decide_why_not_reopen (const ShinsaRound *round,
                              const char        *application)
{
  if (shinsa_round_decision (round, application) != SHINSA_DECISION_CONFIRMED)
    return g_strdup (_("Nothing is confirmed that could be reopened."));
  return why_not_chair (round, application);
}

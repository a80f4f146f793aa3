/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-sheet-state.h"

#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-roster.h"

#include <glib/gi18n-lib.h>

/* Why the person takes no part in scoring this application at all; NULL where they do. */
static const char *
why_not_a_reviewer (const ShinsaRound   *round,
                    const ShinsaDossier *dossier)
{
  const ShinsaMember *member = shinsa_round_member (round, round->member);

  if (round->is_desk)
    return _("The desk of the secretariat does not score. Nothing can be entered here.");
  if (member == NULL || !shinsa_round_is_scorer (round, member))
    return _("You take part in this round without scoring. Nothing can be entered here.");
  if (dossier->withdrawn)
    return _("This application was withdrawn. It is kept for reading.");
  return NULL;
}

static const char *
why_not_by_interest (const ShinsaInterest *interest)
{
  switch (interest != NULL ? interest->state : SHINSA_INTEREST_UNDECLARED)
    {
    case SHINSA_INTEREST_UNDECLARED:
      return _("Declare your interests first. Then this sheet can be filled in.");
    case SHINSA_INTEREST_WAITING:
      return _("The acting chair has not ruled on your declared interest yet. Until then nothing "
               "can be entered here.");
    case SHINSA_INTEREST_RECUSED:
      return *interest->requirements == NULL
             ? _("You are recused from this application. Nothing can be entered here.")
             : NULL;
    case SHINSA_INTEREST_NONE:
    case SHINSA_INTEREST_ADMITTED:
    default:
      return NULL;
    }
}

static char *
tell_phase (const ShinsaRound *round,
            const char        *application,
            ShinsaPhase        phase)
{
  const char *label = shinsa_phase_label (phase);

  if (shinsa_round_is_late (round, phase, application))
    /* Translators: the placeholder is a phase, such as "Paper review". */
    return g_strdup_printf (_("%s is closed. What is submitted now is late, and counts only if "
                              "the secretariat admits it."), label);
  if (!shinsa_round_phase_was_opened (round, phase, application))
    return g_strdup_printf (_("%s is not open yet. What is submitted now counts once it opens."),
                            label);
  return g_strdup ("");
}

static void
settle (ShinsaSheetState  *state,
        const ShinsaRound *round,
        const char        *application,
        ShinsaPhase        phase)
{
  gboolean late = shinsa_round_is_late (round, phase, application);

  state->submitted = shinsa_round_newest_review (round, application, round->member, phase);
  state->replaces = state->submitted != NULL;
  if (shinsa_round_decision (round, application) == SHINSA_DECISION_CONFIRMED)
    {
      state->notice = g_strdup (_("The outcome is confirmed and the reviews are frozen."));
      return;
    }
  if (phase == SHINSA_PHASE_INTERVIEW && !shinsa_round_phase_was_opened (round, phase, application))
    {
      state->notice = g_strdup (_("The interview is not open yet. Levels are confirmed or revised "
                                  "here once the secretariat has opened it."));
      return;
    }
  if (late && state->replaces)
    {
      state->notice = g_strdup_printf (_("%s is closed. This is what you submitted."),
                                       shinsa_phase_label (phase));
      return;
    }
  state->editable = TRUE;
  state->notice = tell_phase (round, application, phase);
}

/**
 * shinsa_sheet_state_new:
 * @round: (not nullable): the round
 * @application: (not nullable): the id of one of its applications
 * @phase: the phase of the sheet
 *
 * Returns: (transfer full): how the sheet of whoever @round is shown to stands; not to be used
 *   longer than @round
 */
ShinsaSheetState *
shinsa_sheet_state_new (const ShinsaRound *round,
                        const char        *application,
                        ShinsaPhase        phase)
{
  g_autoptr (ShinsaSheetState) state = g_new0 (ShinsaSheetState, 1);
  const ShinsaDossier *dossier;
  const ShinsaInterest *interest;
  const char *why;

  g_return_val_if_fail (round != NULL && application != NULL, NULL);

  dossier = shinsa_round_dossier (round, application);
  interest = shinsa_round_interest (round, application, round->member);
  why = dossier != NULL ? why_not_a_reviewer (round, dossier) : "";
  if (why == NULL)
    why = why_not_by_interest (interest);
  if (why != NULL)
    {
      state->notice = g_strdup (why);
      return g_steal_pointer (&state);
    }

  if (interest->state == SHINSA_INTEREST_RECUSED)
    state->recused = (const char * const *) interest->requirements;
  settle (state, round, application, phase);
  return g_steal_pointer (&state);
}

void
shinsa_sheet_state_free (ShinsaSheetState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->notice);
  g_free (state);
}

/**
 * shinsa_sheet_state_tell_status:
 * @state: (not nullable): how a sheet stands
 * @changed: whether there is a draft
 *
 * Returns: (transfer none): what there is to do with a paper review that lacks nothing
 */
const char *
shinsa_sheet_state_tell_status (const ShinsaSheetState *state,
                                gboolean                changed)
{
  g_return_val_if_fail (state != NULL, "");

  if (!state->editable)
    return state->replaces ? shinsa_review_status_label (state->submitted->status) : "";
  if (!state->replaces)
    return _("Nothing is missing. Submit it when you are ready.");
  if (changed)
    return _("Changed since it was submitted. Submit it again to replace what was submitted.");
  if (state->submitted->abstained)
    return _("You abstained. You may still submit a review until the phase is closed.");
  return _("Submitted, and not shown to others before the phase is closed. You may change it and "
           "submit again until then.");
}

/* When the draft was saved last. */
static char *
tell_saved (ShinsaService *service)
{
  GDateTime *at = shinsa_service_get_saved_at (service);

  switch (shinsa_service_get_save_state (service))
    {
    case SHINSA_SAVE_FAILED:
      return g_strdup (_("Draft, not saved"));
    case SHINSA_SAVE_SAVED:
      return g_date_time_format (at, _("Draft, saved %H:%M"));
    case SHINSA_SAVE_IDLE:
    case SHINSA_SAVE_SAVING:
    default:
      return g_strdup (C_("review", "Draft"));
    }
}

/**
 * shinsa_sheet_state_tell_draft:
 * @state: (not nullable): how a sheet stands
 * @service: the service that holds the draft
 * @phase: the phase of the sheet
 * @changed: whether there is a draft
 *
 * Returns: (transfer full): whether what is shown is a draft and when it was saved, or that it is
 *   submitted; "" where there is neither
 */
char *
shinsa_sheet_state_tell_draft (const ShinsaSheetState *state,
                               ShinsaService          *service,
                               ShinsaPhase             phase,
                               gboolean                changed)
{
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (SHINSA_IS_SERVICE (service), NULL);

  if (changed)
    return tell_saved (service);
  if (state->replaces)
    return g_strdup (C_("review", "Submitted"));
  return g_strdup (state->editable && phase == SHINSA_PHASE_PAPER ? C_("review", "Draft") : "");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-next-step.h"

#include "rules/shinsa-decision.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-roster.h"

#include <glib/gi18n-lib.h>

#define PAGE_REVIEW "review"
#define PAGE_INTERVIEW "interview"
#define PAGE_DECIDE "decide"
#define PAGE_RECORD "record"

typedef gboolean (*DossierTest) (const ShinsaRound   *round,
                                 const ShinsaDossier *dossier);

static ShinsaNextStep *
step_new (char                *sentence,
          const char          *page,
          const ShinsaDossier *dossier)
{
  ShinsaNextStep *step = g_new0 (ShinsaNextStep, 1);

  step->sentence = sentence;
  step->page = page;
  step->application = dossier != NULL ? g_strdup (dossier->id) : NULL;
  return step;
}

/* How many applications a test holds for, and the first of them. */
static int
count (const ShinsaRound    *round,
       DossierTest           test,
       const ShinsaDossier **first)
{
  int found = 0;

  *first = NULL;
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (dossier->withdrawn || !test (round, dossier))
        continue;
      if (found++ == 0)
        *first = dossier;
    }
  return found;
}

/* --- What one application waits for --- */

static ShinsaInterestState
own_state (const ShinsaRound   *round,
           const ShinsaDossier *dossier)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, round->member);

  return interest != NULL ? interest->state : SHINSA_INTEREST_UNDECLARED;
}

static gboolean
is_undeclared (const ShinsaRound   *round,
               const ShinsaDossier *dossier)
{
  return own_state (round, dossier) == SHINSA_INTEREST_UNDECLARED;
}

static gboolean
is_reviewer (const ShinsaRound   *round,
             const ShinsaDossier *dossier)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, round->member);
  const ShinsaMember *member = shinsa_round_member (round, round->member);

  if (member == NULL || !shinsa_round_is_scorer (round, member) || interest == NULL)
    return FALSE;
  return interest->state == SHINSA_INTEREST_NONE || interest->state == SHINSA_INTEREST_ADMITTED ||
         (interest->state == SHINSA_INTEREST_RECUSED && *interest->requirements != NULL);
}

static gboolean
is_on_paper (const ShinsaRound   *round,
             const ShinsaDossier *dossier)
{
  return is_reviewer (round, dossier) &&
         shinsa_round_phase_is_open (round, SHINSA_PHASE_PAPER, dossier->id);
}

static gboolean
lacks_paper (const ShinsaRound   *round,
             const ShinsaDossier *dossier)
{
  return is_on_paper (round, dossier) &&
         shinsa_round_newest_review (round, dossier->id, round->member,
                                     SHINSA_PHASE_PAPER) == NULL;
}

static gboolean
is_in_interview (const ShinsaRound   *round,
                 const ShinsaDossier *dossier)
{
  return is_reviewer (round, dossier) &&
         shinsa_round_phase_is_open (round, SHINSA_PHASE_INTERVIEW, dossier->id);
}

static gboolean
lacks_interview (const ShinsaRound   *round,
                 const ShinsaDossier *dossier)
{
  return is_in_interview (round, dossier) &&
         shinsa_round_newest_review (round, dossier->id, round->member,
                                     SHINSA_PHASE_INTERVIEW) == NULL;
}

static gboolean
lacks_ruling (const ShinsaRound   *round,
              const ShinsaDossier *dossier)
{
  for (guint i = 0; i < round->interests->len; i++)
    {
      const ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      if (g_str_equal (interest->application, dossier->id) &&
          interest->state == SHINSA_INTEREST_WAITING && !interest->pending)
        return TRUE;
    }
  return FALSE;
}

static gboolean
lacks_opening (const ShinsaRound   *round,
               const ShinsaDossier *dossier)
{
  return !shinsa_round_phase_was_opened (round, SHINSA_PHASE_PAPER, dossier->id);
}

static gboolean
is_open_on_paper (const ShinsaRound   *round,
                  const ShinsaDossier *dossier)
{
  return shinsa_round_phase_is_open (round, SHINSA_PHASE_PAPER, dossier->id);
}

static gboolean
lacks_outcome (const ShinsaRound   *round,
               const ShinsaDossier *dossier)
{
  ShinsaDecisionState state = shinsa_round_decision (round, dossier->id);

  return state == SHINSA_DECISION_NONE || state == SHINSA_DECISION_REOPENED;
}

static gboolean
lacks_confirmation (const ShinsaRound   *round,
                    const ShinsaDossier *dossier)
{
  return shinsa_round_decision (round, dossier->id) == SHINSA_DECISION_PROVISIONAL;
}

static gboolean
lacks_my_confirmation (const ShinsaRound   *round,
                       const ShinsaDossier *dossier)
{
  const ShinsaMember *chair = shinsa_meeting_acting_chair (round, dossier->id);

  return lacks_confirmation (round, dossier) && chair != NULL &&
         g_str_equal (chair->id, round->member);
}

/* --- What was written here and is not at the desk --- */

static int
count_pending (const ShinsaRound *round)
{
  int pending = 0;

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (feed->here && g_str_equal (feed->member, round->member))
        pending += feed->held_seq - feed->received_seq;
    }
  return pending;
}

static int
count_waiting_feeds (const ShinsaRound *round)
{
  int waiting = 0;

  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (feed->state == SHINSA_FEED_PENDING && feed->held_seq > 0 &&
          !g_str_equal (feed->feed, round->root))
        waiting++;
    }
  return waiting;
}

/* --- Whose step it is --- */

static ShinsaNextStep *
step_of_review (const ShinsaRound *round)
{
  const ShinsaDossier *first;
  const ShinsaDossier *any;
  int missing = count (round, lacks_paper, &first);
  int all = count (round, is_on_paper, &any);

  if (missing > 0)
    /* Translators: how many reviews are submitted, of how many. */
    return step_new (g_strdup_printf (_("Paper review is open: %d of %d submitted."),
                                      all - missing, all), PAGE_REVIEW, first);
  missing = count (round, lacks_interview, &first);
  all = count (round, is_in_interview, &any);
  if (missing > 0)
    /* Translators: how many reviews are submitted, of how many. */
    return step_new (g_strdup_printf (_("The interviews are under way: %d of %d submitted."),
                                      all - missing, all), PAGE_INTERVIEW, first);
  return NULL;
}

static ShinsaNextStep *
step_of_member (const ShinsaRound *round)
{
  const ShinsaMember *member = shinsa_round_member (round, round->member);
  const ShinsaDossier *first;
  ShinsaNextStep *step;
  int found;

  if (member == NULL || !shinsa_round_is_scorer (round, member))
    return NULL;
  found = count (round, is_undeclared, &first);
  if (found > 0)
    return step_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%d application waits for your interests.",
                                                   "%d applications wait for your interests.",
                                                   found), found), PAGE_REVIEW, first);
  step = step_of_review (round);
  if (step != NULL)
    return step;
  found = count (round, lacks_my_confirmation, &first);
  if (found > 0)
    return step_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%d outcome waits for your confirmation.",
                                                   "%d outcomes wait for your confirmation.",
                                                   found), found), PAGE_DECIDE, first);
  if (count_pending (round) > 0)
    return step_new (g_strdup (_("What you submitted waits to be handed over to the "
                                 "secretariat.")), PAGE_RECORD, NULL);
  return NULL;
}

static ShinsaNextStep *
step_of_outcomes (const ShinsaRound *round)
{
  const ShinsaDossier *first;
  int found = count (round, lacks_outcome, &first);

  if (found > 0)
    return step_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%d application waits for its provisional "
                                                   "outcome.",
                                                   "%d applications wait for their provisional "
                                                   "outcomes.",
                                                   found), found), PAGE_DECIDE, first);
  found = count (round, lacks_confirmation, &first);
  if (found > 0)
    return step_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%d outcome waits for the acting chair.",
                                                   "%d outcomes wait for the acting chair.",
                                                   found), found), PAGE_DECIDE, first);
  return step_new (g_strdup (_("All outcomes are confirmed. The record can be exported.")),
                   PAGE_RECORD, NULL);
}

static ShinsaNextStep *
step_of_desk (const ShinsaRound *round)
{
  const ShinsaDossier *first;
  int found = count_waiting_feeds (round);

  if (found > 0)
    return step_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%d computer waits to be accepted.",
                                                   "%d computers wait to be accepted.",
                                                   found), found), PAGE_RECORD, NULL);
  found = count (round, lacks_ruling, &first);
  if (found > 0)
    return step_new (g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "In %d application a declared interest waits "
                                                   "for a ruling.",
                                                   "In %d applications a declared interest waits "
                                                   "for a ruling.",
                                                   found), found), PAGE_RECORD, first);
  if (count (round, lacks_opening, &first) > 0)
    return step_new (g_strdup (_("Paper review is not open yet.")), PAGE_RECORD, first);
  if (count (round, is_open_on_paper, &first) > 0)
    return step_new (g_strdup (_("Paper review is open. Submissions can be taken in.")),
                     PAGE_RECORD, NULL);
  return step_of_outcomes (round);
}

/**
 * shinsa_next_step_new:
 * @round: (not nullable): the round
 *
 * Returns: (transfer full) (nullable): what waits for whoever @round is shown to; NULL for nothing
 */
ShinsaNextStep *
shinsa_next_step_new (const ShinsaRound *round)
{
  g_return_val_if_fail (round != NULL, NULL);

  if (round->dossiers->len == 0)
    return NULL;
  return round->is_desk ? step_of_desk (round) : step_of_member (round);
}

void
shinsa_next_step_free (ShinsaNextStep *step)
{
  g_return_if_fail (step != NULL);

  g_free (step->sentence);
  g_free (step->application);
  g_free (step);
}

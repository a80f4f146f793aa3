/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-visibility.h"

#include <math.h>

#include "rules/shinsa-phase.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-round-private.h"
#include "shinsa-session.h"

#define DESK "desk"

/* A declared interest hides the content at once; a limited recusal does not. */
static gboolean
may_see_content (const ShinsaRound *round,
                 const char        *application)
{
  const ShinsaInterest *interest = NULL;

  if (round->is_desk)
    return TRUE;
  interest = shinsa_round_interest (round, application, round->member);
  if (interest == NULL)
    return FALSE;

  return interest->state == SHINSA_INTEREST_NONE || interest->state == SHINSA_INTEREST_ADMITTED ||
         (interest->state == SHINSA_INTEREST_RECUSED && interest->requirements[0] != NULL);
}

/* Others' reviews of a phase come with its closing, after the own paper review, in this store as
 * in packets: nobody scores with them in mind. */
static gboolean
may_see_phase (const ShinsaRound *round,
               const char        *application,
               ShinsaPhase        phase)
{
  const ShinsaMember *member = NULL;

  if (round->is_desk)
    return !round->desk_is_blind;
  member = shinsa_round_member (round, round->member);
  if (member == NULL || !may_see_content (round, application) ||
      !shinsa_round_phase_was_closed (round, phase, application))
    return FALSE;

  return !member->scores ||
         shinsa_round_newest_review (round, application, round->member,
                                     SHINSA_PHASE_PAPER) != NULL;
}

/**
 * shinsa_session_may_see_reviews:
 * @round: a restricted picture
 * @application: id of an application
 *
 * Returns: whether others' levels of the paper review are shown to the identity of the picture;
 *   those of the interview follow when it is closed
 */
gboolean
shinsa_session_may_see_reviews (const ShinsaRound *round,
                                const char        *application)
{
  g_return_val_if_fail (round != NULL && application != NULL, FALSE);

  return may_see_phase (round, application, SHINSA_PHASE_PAPER);
}

/* The desk keeps its ledger, which says that a review is there, without what it says. */
static void
hide_review (ShinsaReview *review)
{
  g_ptr_array_set_size (review->scores, 0);
  g_ptr_array_set_size (review->questions, 0);
  review->overall = NAN;
  review->growth = -1;
  shinsa_set_string (&review->strong, "");
  shinsa_set_string (&review->weak, "");
  shinsa_set_string (&review->remarks, "");
  shinsa_set_string (&review->revision, "");
  review->hidden = TRUE;
}

static void
hide_content (ShinsaDossier *dossier)
{
  dossier->has_content = FALSE;
  shinsa_text_clear (&dossier->summary);
  g_ptr_array_set_size (dossier->market_areas, 0);
  g_ptr_array_set_size (dossier->sections, 0);
  g_ptr_array_set_size (dossier->indicators, 0);
  g_ptr_array_set_size (dossier->documents, 0);
  g_clear_pointer (&dossier->previous, shinsa_previous_free);
}

static void
restrict_reviews (ShinsaRound *round)
{
  for (guint i = round->reviews->len; i > 0; i--)
    {
      ShinsaReview *review = g_ptr_array_index (round->reviews, i - 1);

      if (g_str_equal (review->member, round->member) && !round->is_desk)
        {
          if (!may_see_content (round, review->application))
            hide_review (review);
        }
      else if (!may_see_phase (round, review->application, review->phase))
        {
          if (round->is_desk)
            hide_review (review);
          else
            g_ptr_array_remove_index (round->reviews, i - 1);
        }
    }
  shinsa_round_index_reviews (round);
}

static gboolean
paper_is_closed_everywhere (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (!dossier->withdrawn &&
          !shinsa_round_phase_was_closed (round, SHINSA_PHASE_PAPER, dossier->id))
        return FALSE;
    }

  return TRUE;
}

/* Why somebody declared an interest is for them and the desk; that they did, and how it was ruled,
 * is for everybody. */
static void
restrict_interests (ShinsaRound *round)
{
  for (guint i = 0; i < round->interests->len; i++)
    {
      ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      if (!g_str_equal (interest->member, round->member))
        shinsa_set_string (&interest->reason, "");
    }
}

/* Nothing of what the committee thinks reaches who is recused. */
static void
restrict_proposals (ShinsaRound *round)
{
  for (guint i = round->proposals->len; i > 0; i--)
    {
      const ShinsaProposal *proposal = g_ptr_array_index (round->proposals, i - 1);

      if (!may_see_content (round, proposal->application))
        g_ptr_array_remove_index (round->proposals, i - 1);
    }
  for (guint i = round->questions->len; i > 0; i--)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i - 1);

      if (!may_see_content (round, question->application))
        g_ptr_array_remove_index (round->questions, i - 1);
    }
  for (guint i = 0; i < round->interview_events->len; i++)
    {
      ShinsaInterviewEvent *event = g_ptr_array_index (round->interview_events, i);

      if (!may_see_content (round, event->application))
        shinsa_set_string (&event->text, "");
    }
  for (guint i = round->confirmations->len; i > 0; i--)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i - 1);

      if (!may_see_content (round, confirmation->application))
        g_ptr_array_remove_index (round->confirmations, i - 1);
    }
}

/**
 * shinsa_round_restrict:
 * @round: a settled picture that nobody else holds yet
 * @identity: "desk" or a member's id; "" for nobody
 * @desk_has_scorer: whether the computer of the desk also belongs to somebody who scores
 *
 * Takes out what the identity may not see. Pages get no other picture than this.
 */
void
shinsa_round_restrict (ShinsaRound *round,
                       const char  *identity,
                       gboolean     desk_has_scorer)
{
  g_return_if_fail (round != NULL && identity != NULL);

  shinsa_set_string (&round->identity, identity);
  round->is_desk = g_str_equal (identity, DESK);
  shinsa_set_string (&round->member, round->is_desk ? "" : identity);
  round->desk_is_blind = round->is_desk && desk_has_scorer && !paper_is_closed_everywhere (round);

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (!may_see_content (round, dossier->id))
        hide_content (dossier);
    }
  restrict_reviews (round);
  if (round->is_desk)
    return;
  restrict_interests (round);
  restrict_proposals (round);
}

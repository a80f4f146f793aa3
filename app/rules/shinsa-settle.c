/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-settle.h"

#include "rules/shinsa-interview.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-private.h"

#include <string.h>

/* --- Letters --- */

/* A to Z, then AA, AB, … as the columns of a sheet are counted. */
static char *
make_letter (int index)
{
  g_autofree char *before = NULL;

  if (index < 26)
    return g_strdup_printf ("%c", 'A' + index);
  before = make_letter (index / 26 - 1);
  return g_strdup_printf ("%s%c", before, 'A' + index % 26);
}

static void
settle_letters (ShinsaRound *round)
{
  int scorers = 0;

  for (guint i = 0; i < round->members->len; i++)
    {
      ShinsaMember *member = g_ptr_array_index (round->members, i);

      g_free (member->letter);
      member->letter = member->scores ? make_letter (scorers++) : g_strdup ("");
    }
}

/* --- Reviews --- */

static const ShinsaReview *
find_counting (const ShinsaRound *round,
               const char        *application,
               const char        *member,
               ShinsaPhase        phase)
{
  const ShinsaReview *review = shinsa_round_review (round, application, member, phase);

  return review != NULL && review->status == SHINSA_REVIEW_COUNTS ? review : NULL;
}

/* Where nothing is known of who heard the interview, nobody is held to have missed it. */
static gboolean
has_missed (const ShinsaRound *round,
            const char        *application,
            const char        *member)
{
  ShinsaHeard heard = shinsa_interview_heard (round, application, member);

  return heard == SHINSA_HEARD_PART || heard == SHINSA_HEARD_NONE;
}

/**
 * shinsa_review_was_revised_unheard:
 * @round: a round whose paper reviews are settled
 * @review: one of its reviews
 *
 * Returns: whether a level was changed after an interview that its author did not hear as a whole
 */
gboolean
shinsa_review_was_revised_unheard (const ShinsaRound  *round,
                                   const ShinsaReview *review)
{
  const ShinsaReview *paper;

  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (review != NULL, FALSE);

  if (review->phase != SHINSA_PHASE_INTERVIEW)
    return FALSE;
  paper = find_counting (round, review->application, review->member, SHINSA_PHASE_PAPER);
  if (paper == NULL || !shinsa_levels_were_revised (paper, review))
    return FALSE;
  return has_missed (round, review->application, review->member);
}

/* What a review is by itself, before others of the same member are looked at. */
static ShinsaReviewStatus
find_status (const ShinsaRound  *round,
             const ShinsaReview *review)
{
  if (review->seq == 0)
    return SHINSA_REVIEW_PENDING;
  if (shinsa_interest_bars (shinsa_round_interest (round, review->application, review->member)))
    return SHINSA_REVIEW_VOID;
  if (strcmp (review->requirement_set, round->definition->requirement_set_hash) != 0)
    return SHINSA_REVIEW_OTHER_VERSION;
  if (review->late && review->admitted_seq == 0)
    return SHINSA_REVIEW_LATE;
  if (review->admitted_seq == 0 && shinsa_review_was_revised_unheard (round, review))
    return SHINSA_REVIEW_PARTLY_HEARD;
  if (!shinsa_round_phase_was_opened (round, review->phase, review->application))
    return SHINSA_REVIEW_WAITING;
  return SHINSA_REVIEW_COUNTS;
}

static gint64
rank_of (const ShinsaReview *review)
{
  return review->admitted_seq > 0 ? review->admitted_seq : review->seq;
}

static int
compare_author (const ShinsaReview *first,
                const ShinsaReview *second)
{
  int order = strcmp (first->application, second->application);

  if (order == 0)
    order = strcmp (first->member, second->member);
  return order != 0 ? order : (int) first->phase - (int) second->phase;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const ShinsaReview *first = *(const ShinsaReview * const *) a;
  const ShinsaReview *second = *(const ShinsaReview * const *) b;
  int order = compare_author (first, second);

  return order != 0 ? order : shinsa_compare_seq (rank_of (first), rank_of (second));
}

/**
 * shinsa_round_settle_phase:
 * @round: a round whose interests are settled
 * @phase: a phase
 *
 * Finds what each review of the phase is worth; of one author's reviews the last one counts. What
 * a review of the interview is worth depends on the paper review, which is settled first.
 */
void
shinsa_round_settle_phase (ShinsaRound *round,
                           ShinsaPhase  phase)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < round->reviews->len; i++)
    {
      ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (review->phase != phase)
        continue;
      review->status = find_status (round, review);
      if (review->status == SHINSA_REVIEW_COUNTS)
        g_ptr_array_add (candidates, review);
    }

  g_ptr_array_sort (candidates, compare_candidates);
  for (guint i = 1; i < candidates->len; i++)
    {
      ShinsaReview *review = g_ptr_array_index (candidates, i - 1);

      if (compare_author (review, g_ptr_array_index (candidates, i)) == 0)
        review->status = SHINSA_REVIEW_REPLACED;
    }
  shinsa_round_index_reviews (round);
}

/* --- Questions --- */

static void
settle_questions (ShinsaRound *round)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint kept = 0;

  for (guint i = 0; i < round->questions->len; i++)
    {
      ShinsaQuestion *question = g_ptr_array_index (round->questions, i);
      char *key = g_strdup_printf ("%s/%s", question->application, question->question);
      gpointer place;
      guint target = kept;

      if (g_hash_table_lookup_extended (places, key, NULL, &place))
        {
          target = GPOINTER_TO_UINT (place);
          g_free (key);
        }
      else
        {
          g_hash_table_insert (places, key, GUINT_TO_POINTER (kept++));
        }
      /* Older states move behind the end and are cut off below. */
      round->questions->pdata[i] = round->questions->pdata[target];
      round->questions->pdata[target] = question;
    }
  g_ptr_array_set_size (round->questions, kept);
}

/* --- Exports --- */

/* A review may point at anything; what is no page of its application is nothing to show. */
static void
settle_evidence (ShinsaRound *round)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      ShinsaReview *review = g_ptr_array_index (round->reviews, i);
      const ShinsaDossier *dossier = shinsa_round_dossier (round, review->application);

      if (dossier != NULL)
        shinsa_review_drop_evidence (review, dossier);
    }
}

static gboolean
was_reopened_after (const ShinsaRound  *round,
                    const ShinsaExport *export)
{
  for (guint i = 0; i < round->confirmations->len; i++)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i);

      if (confirmation->reopened_seq > export->seq &&
          (export->application == NULL ||
           strcmp (export->application, confirmation->application) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
settle_exports (ShinsaRound *round)
{
  for (guint i = 0; i < round->exports->len; i++)
    {
      ShinsaExport *export = g_ptr_array_index (round->exports, i);

      export->superseded = was_reopened_after (round, export);
      for (guint j = 0; j < round->exports->len && !export->superseded; j++)
        {
          const ShinsaExport *other = g_ptr_array_index (round->exports, j);

          export->superseded = other->seq > export->seq &&
                               strcmp (other->profile, export->profile) == 0 &&
                               g_strcmp0 (other->application, export->application) == 0;
        }
    }
}

/**
 * shinsa_round_settle:
 * @round: a round with its definition, members, dossiers and all facts
 *
 * Finds what the facts amount to: how each person stands to each application, letters, which
 * reviews count and where they point, the newest state of each question, versions of decisions,
 * exports that a later one or a reopening has superseded.
 */
void
shinsa_round_settle (ShinsaRound *round)
{
  g_return_if_fail (round != NULL);
  g_return_if_fail (round->definition != NULL);

  shinsa_round_index_dossiers (round);
  settle_evidence (round);
  settle_letters (round);
  shinsa_round_settle_interests (round);
  shinsa_round_settle_phase (round, SHINSA_PHASE_PAPER);
  shinsa_round_settle_phase (round, SHINSA_PHASE_INTERVIEW);
  settle_questions (round);
  shinsa_round_settle_confirmations (round);
  settle_exports (round);
}

/* --- What counts, and what is marked --- */

/**
 * shinsa_review_awaits_admission:
 * @review: a review of a settled round
 *
 * Returns: whether it counts as soon as it is admitted
 */
gboolean
shinsa_review_awaits_admission (const ShinsaReview *review)
{
  g_return_val_if_fail (review != NULL, FALSE);

  return review->status == SHINSA_REVIEW_LATE || review->status == SHINSA_REVIEW_PARTLY_HEARD;
}

/**
 * shinsa_round_stands_unheard:
 * @round: a settled round
 * @application: the id of an application
 * @member: the id of a member
 *
 * To be marked wherever the levels after the interview are seen.
 *
 * Returns: whether the levels that count are those of the paper review, while the member did not
 *   hear the whole interview
 */
gboolean
shinsa_round_stands_unheard (const ShinsaRound *round,
                             const char        *application,
                             const char        *member)
{
  const ShinsaReview *paper;
  const ShinsaReview *review;

  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (application != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  paper = find_counting (round, application, member, SHINSA_PHASE_PAPER);
  review = shinsa_round_effective_review (round, application, member);
  return paper != NULL && !paper->abstained &&
         (review == paper || !shinsa_levels_were_revised (paper, review)) &&
         has_missed (round, application, member);
}

/**
 * shinsa_round_effective_review:
 * @round: a settled round
 * @application: the id of an application
 * @member: the id of a member
 *
 * Who abstained after the interview has not given other levels: those of the paper review stay.
 *
 * Returns: (transfer none) (nullable): the review of the interview where one counts, else of the
 *   paper review
 */
const ShinsaReview *
shinsa_round_effective_review (const ShinsaRound *round,
                               const char        *application,
                               const char        *member)
{
  const ShinsaReview *interview;
  const ShinsaReview *paper;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  interview = find_counting (round, application, member, SHINSA_PHASE_INTERVIEW);
  paper = find_counting (round, application, member, SHINSA_PHASE_PAPER);
  if (interview != NULL && (!interview->abstained || paper == NULL))
    return interview;
  return paper;
}

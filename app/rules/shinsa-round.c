/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-round.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-round-private.h"

#include <string.h>

#define NEW_ARRAY(free_element) g_ptr_array_new_with_free_func ((GDestroyNotify) (free_element))

/* Names an interest or a review; the strings are those of what it names. */
typedef struct {
  const char *application;
  const char *member;
  int         phase;      /* 0 for an interest */
} Key;

/* The reviews of one member, application and phase. */
typedef struct {
  const ShinsaReview *counting;
  const ShinsaReview *newest;
} Reviews;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->application) * 31 + g_str_hash (key->member) * 7 + key->phase;
}

static gboolean
key_equal (gconstpointer first,
           gconstpointer second)
{
  const Key *a = first;
  const Key *b = second;

  return a->phase == b->phase &&
         strcmp (a->application, b->application) == 0 &&
         strcmp (a->member, b->member) == 0;
}

static GHashTable *
new_index (GDestroyNotify free_value)
{
  return g_hash_table_new_full (key_hash, key_equal, g_free, free_value);
}

static gpointer
look_up (GHashTable *index,
         const char *application,
         const char *member,
         int         phase)
{
  const Key key = { application, member, phase };

  return index != NULL ? g_hash_table_lookup (index, &key) : NULL;
}

static void
insert (GHashTable *index,
        const char *application,
        const char *member,
        int         phase,
        gpointer    value)
{
  const Key key = { application, member, phase };

  g_hash_table_insert (index, g_memdup2 (&key, sizeof key), value);
}

/**
 * shinsa_round_new:
 *
 * Returns: (transfer full): a round with nothing in it, for a loader to fill and settle
 */
ShinsaRound *
shinsa_round_new (void)
{
  ShinsaRound *self = g_new0 (ShinsaRound, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->root = g_strdup ("");
  self->head = g_strdup ("");
  self->definition_hash = g_strdup ("");
  self->identity = g_strdup ("");
  self->member = g_strdup ("");
  self->members = NEW_ARRAY (shinsa_member_free);
  self->dossiers = NEW_ARRAY (shinsa_dossier_free);
  self->slots = NEW_ARRAY (shinsa_slot_free);
  self->feeds = NEW_ARRAY (shinsa_feed_info_free);
  self->interests = NEW_ARRAY (shinsa_interest_free);
  self->phase_changes = NEW_ARRAY (shinsa_phase_change_free);
  self->reviews = NEW_ARRAY (shinsa_review_free);
  self->questions = NEW_ARRAY (shinsa_question_free);
  self->attendance = NEW_ARRAY (shinsa_attendance_free);
  self->interview_events = NEW_ARRAY (shinsa_interview_event_free);
  self->proposals = NEW_ARRAY (shinsa_proposal_free);
  self->confirmations = NEW_ARRAY (shinsa_confirmation_free);
  self->issues = NEW_ARRAY (shinsa_issue_free);
  self->exports = NEW_ARRAY (shinsa_export_free);
  self->not_applied = NEW_ARRAY (g_free);
  return self;
}

ShinsaRound *
shinsa_round_ref (ShinsaRound *round)
{
  g_return_val_if_fail (round != NULL, NULL);

  g_atomic_ref_count_inc (&round->ref_count);
  return round;
}

void
shinsa_round_unref (ShinsaRound *round)
{
  g_return_if_fail (round != NULL);

  if (!g_atomic_ref_count_dec (&round->ref_count))
    return;

  g_clear_pointer (&round->dossier_index, g_hash_table_unref);
  g_clear_pointer (&round->interest_index, g_hash_table_unref);
  g_clear_pointer (&round->review_index, g_hash_table_unref);
  g_clear_pointer (&round->interest_facts, g_ptr_array_unref);
  g_clear_pointer (&round->reopenings, g_ptr_array_unref);
  g_free (round->root);
  g_free (round->head);
  g_clear_pointer (&round->definition, shinsa_definition_unref);
  g_free (round->definition_hash);
  g_free (round->identity);
  g_free (round->member);
  g_ptr_array_unref (round->members);
  g_ptr_array_unref (round->dossiers);
  g_ptr_array_unref (round->slots);
  g_ptr_array_unref (round->feeds);
  g_ptr_array_unref (round->interests);
  g_ptr_array_unref (round->phase_changes);
  g_ptr_array_unref (round->reviews);
  g_ptr_array_unref (round->questions);
  g_ptr_array_unref (round->attendance);
  g_ptr_array_unref (round->interview_events);
  g_ptr_array_unref (round->proposals);
  g_ptr_array_unref (round->confirmations);
  g_ptr_array_unref (round->issues);
  g_ptr_array_unref (round->exports);
  g_ptr_array_unref (round->not_applied);
  g_free (round);
}

/* --- Order --- */

/* Register order; what the desk has not received yet comes last. */
int
shinsa_compare_seq (gint64 first,
                    gint64 second)
{
  if (first == second)
    return 0;
  if (first == 0 || second == 0)
    return first == 0 ? 1 : -1;
  return first < second ? -1 : 1;
}

/* --- Indexes --- */

void
shinsa_round_index_dossiers (ShinsaRound *round)
{
  g_clear_pointer (&round->dossier_index, g_hash_table_unref);
  round->dossier_index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      g_hash_table_insert (round->dossier_index, dossier->id, dossier);
    }
}

void
shinsa_round_index_interests (ShinsaRound *round)
{
  g_clear_pointer (&round->interest_index, g_hash_table_unref);
  round->interest_index = new_index (NULL);
  for (guint i = 0; i < round->interests->len; i++)
    {
      ShinsaInterest *interest = g_ptr_array_index (round->interests, i);

      insert (round->interest_index, interest->application, interest->member, 0, interest);
    }
}

void
shinsa_round_index_reviews (ShinsaRound *round)
{
  g_clear_pointer (&round->review_index, g_hash_table_unref);
  round->review_index = new_index (g_free);
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);
      Reviews *reviews = look_up (round->review_index, review->application, review->member,
                                  review->phase);

      if (reviews == NULL)
        {
          reviews = g_new0 (Reviews, 1);
          insert (round->review_index, review->application, review->member, review->phase,
                  reviews);
        }
      /* Of those that the desk has not received, the one read last is the newest. */
      if (reviews->newest == NULL || shinsa_compare_seq (review->seq, reviews->newest->seq) >= 0)
        reviews->newest = review;
      if (review->status == SHINSA_REVIEW_COUNTS)
        reviews->counting = review;
    }
}

/* --- Looking things up --- */

/**
 * shinsa_round_member:
 * @round: a round
 * @id: the id of a person of its committee
 *
 * Returns: (transfer none) (nullable): the person
 */
const ShinsaMember *
shinsa_round_member (const ShinsaRound *round,
                     const char        *id)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (strcmp (member->id, id) == 0)
        return member;
    }
  return NULL;
}

/**
 * shinsa_round_dossier:
 * @round: a settled round
 * @id: the id of an application
 *
 * Returns: (transfer none) (nullable): the application
 */
const ShinsaDossier *
shinsa_round_dossier (const ShinsaRound *round,
                      const char        *id)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return round->dossier_index != NULL ? g_hash_table_lookup (round->dossier_index, id) : NULL;
}

/**
 * shinsa_dossier_document:
 * @self: an application
 * @hash: the hash of a document
 *
 * Returns: (transfer none) (nullable): the document of this application; NULL where it has no such
 *   one
 */
const ShinsaDocumentInfo *
shinsa_dossier_document (const ShinsaDossier *self,
                         const char          *hash)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (hash != NULL, NULL);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (self->documents, i);

      if (g_str_equal (document->hash, hash))
        return document;
    }
  return NULL;
}

/**
 * shinsa_round_interest:
 * @round: a settled round
 * @application: the id of one of its applications
 * @member: the id of a person of its committee
 *
 * Returns: (transfer none) (nullable): how this person stands to the application; NULL where the
 *   round knows one of the two not
 */
const ShinsaInterest *
shinsa_round_interest (const ShinsaRound *round,
                       const char        *application,
                       const char        *member)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  return look_up (round->interest_index, application, member, 0);
}

/**
 * shinsa_round_review:
 * @round: a settled round
 * @application: the id of an application
 * @member: the id of its author
 * @phase: a phase
 *
 * Returns: (transfer none) (nullable): the review that counts, else the newest one
 */
const ShinsaReview *
shinsa_round_review (const ShinsaRound *round,
                     const char        *application,
                     const char        *member,
                     ShinsaPhase        phase)
{
  const Reviews *reviews;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  reviews = look_up (round->review_index, application, member, phase);
  if (reviews == NULL)
    return NULL;
  return reviews->counting != NULL ? reviews->counting : reviews->newest;
}

/**
 * shinsa_round_newest_review:
 * @round: a settled round
 * @application: the id of an application
 * @member: the id of its author
 * @phase: a phase
 *
 * Returns: (transfer none) (nullable): the review written last, received or not, counted or not
 */
const ShinsaReview *
shinsa_round_newest_review (const ShinsaRound *round,
                            const char        *application,
                            const char        *member,
                            ShinsaPhase        phase)
{
  const Reviews *reviews;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  reviews = look_up (round->review_index, application, member, phase);
  return reviews != NULL ? reviews->newest : NULL;
}

/**
 * shinsa_review_score:
 * @review: a review
 * @requirement: the code of a requirement
 *
 * Returns: (transfer none) (nullable): what it says on that requirement
 */
const ShinsaScore *
shinsa_review_score (const ShinsaReview *review,
                     const char         *requirement)
{
  g_return_val_if_fail (review != NULL, NULL);
  g_return_val_if_fail (requirement != NULL, NULL);

  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);

      if (strcmp (score->requirement, requirement) == 0)
        return score;
    }
  return NULL;
}

/**
 * shinsa_previous_score:
 * @previous: (nullable): what an earlier round found
 * @requirement: the code of a requirement
 *
 * Requirements of two rounds are the same where their codes are, never by their place.
 *
 * Returns: (transfer none) (nullable): what it found for that requirement; NULL where it was not
 *   asked then
 */
const ShinsaPreviousScore *
shinsa_previous_score (const ShinsaPrevious *previous,
                       const char           *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  for (guint i = 0; previous != NULL && i < previous->requirements->len; i++)
    {
      const ShinsaPreviousScore *score = g_ptr_array_index (previous->requirements, i);

      if (strcmp (score->code, requirement) == 0)
        return score;
    }
  return NULL;
}

/**
 * shinsa_interest_bars:
 * @interest: (nullable): how a person stands to an application
 *
 * Returns: whether the person is recused from the application as a whole
 */
gboolean
shinsa_interest_bars (const ShinsaInterest *interest)
{
  return interest != NULL &&
         interest->state == SHINSA_INTEREST_RECUSED &&
         interest->requirements[0] == NULL;
}

/**
 * shinsa_interest_bars_from:
 * @interest: (nullable): how a person stands to an application
 * @requirement: the code of a requirement
 *
 * Returns: whether the person is recused from that requirement, or from all of them
 */
gboolean
shinsa_interest_bars_from (const ShinsaInterest *interest,
                           const char           *requirement)
{
  g_return_val_if_fail (requirement != NULL, FALSE);

  if (interest == NULL || interest->state != SHINSA_INTEREST_RECUSED)
    return FALSE;
  return interest->requirements[0] == NULL ||
         g_strv_contains ((const char * const *) interest->requirements, requirement);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-review-rows.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-review-tables.h"

static gboolean
store_scores (const ShinsaReview  *review,
              ShinsaStore         *store,
              const char          *root,
              GError             **error)
{
  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);
      ShinsaReviewScoreRow row = {
        review->seq, score->requirement, score->level, score->reason
      };

      if (!shinsa_review_score_insert (store, root, &row, error))
        return FALSE;
      for (guint j = 0; j < score->evidence->len; j++)
        {
          const ShinsaEvidence *item = g_ptr_array_index (score->evidence, j);
          ShinsaReviewEvidenceRow chip = {
            review->seq, score->requirement, j, item->document, item->page, item->quote
          };

          if (!shinsa_review_evidence_insert (store, root, &chip, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
store_remarks (const ShinsaReview  *review,
               ShinsaStore         *store,
               const char          *root,
               GError             **error)
{
  for (guint i = 0; i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);
      ShinsaReviewRemarkRow row = {
        review->seq, i, remark->mark, remark->is_note, remark->at, remark->text
      };

      if (!shinsa_review_remark_insert (store, root, &row, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_review_store:
 * @review: a review that takes effect at its seq
 * @store: a store in a unit of work
 * @root: root key of the round, hex
 * @error: return location for an error of the store
 *
 * Returns: whether all its rows were written
 */
gboolean
shinsa_review_store (const ShinsaReview  *review,
                     ShinsaStore         *store,
                     const char          *root,
                     GError             **error)
{
  ShinsaReviewRow row = { 0 };

  g_return_val_if_fail (review != NULL && review->seq > 0, FALSE);

  row.seq = review->seq;
  row.entry = review->entry;
  row.feed = review->feed;
  row.feed_seq = review->feed_seq;
  row.at = review->at;
  row.application = review->application;
  row.member = review->member;
  row.phase = (char *) shinsa_phase_to_string (review->phase);
  row.source = review->source;
  row.late = review->late;
  row.abstained = review->abstained;
  row.requirement_set = review->requirement_set;
  row.overall = review->overall;
  row.growth = review->growth;
  row.strong = review->strong;
  row.weak = review->weak;
  row.remarks = review->remarks;
  row.revision = review->revision;

  return shinsa_review_insert (store, root, &row, error) &&
         store_scores (review, store, root, error) && store_remarks (review, store, root, error);
}

static ShinsaReview *
review_from_row (const ShinsaReviewRow *row)
{
  ShinsaReview *review = shinsa_review_new ();

  shinsa_set_string (&review->entry, row->entry);
  shinsa_set_string (&review->feed, row->feed);
  review->feed_seq = row->feed_seq;
  review->seq = row->seq;
  shinsa_set_string (&review->at, row->at);
  shinsa_set_string (&review->application, row->application);
  shinsa_set_string (&review->member, row->member);
  shinsa_phase_from_string (row->phase, &review->phase);
  shinsa_set_string (&review->source, row->source);
  review->late = row->late != 0;
  review->abstained = row->abstained != 0;
  shinsa_set_string (&review->requirement_set, row->requirement_set);
  review->overall = row->overall;
  review->growth = row->growth;
  shinsa_set_string (&review->strong, row->strong);
  shinsa_set_string (&review->weak, row->weak);
  shinsa_set_string (&review->remarks, row->remarks);
  shinsa_set_string (&review->revision, row->revision);

  return review;
}

static GHashTable *
index_by_seq (GPtrArray *reviews)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < reviews->len; i++)
    {
      ShinsaReview *review = g_ptr_array_index (reviews, i);

      g_hash_table_insert (index, &review->seq, review);
    }

  return index;
}

static gboolean
load_scores (GHashTable   *index,
             ShinsaStore  *store,
             const char   *root,
             gint64        until,
             GError      **error)
{
  g_autoptr (GPtrArray) scores = shinsa_review_score_list (store, root, until, error);

  if (scores == NULL)
    return FALSE;
  for (guint i = 0; i < scores->len; i++)
    {
      const ShinsaReviewScoreRow *row = g_ptr_array_index (scores, i);
      ShinsaReview *review = g_hash_table_lookup (index, &row->seq);
      ShinsaScore *score = shinsa_score_new ();

      g_assert (review != NULL);
      shinsa_set_string (&score->requirement, row->requirement);
      score->level = row->level;
      shinsa_set_string (&score->reason, row->reason);
      g_ptr_array_add (review->scores, score);
    }

  return TRUE;
}

static gboolean
load_evidence (GHashTable   *index,
               ShinsaStore  *store,
               const char   *root,
               gint64        until,
               GError      **error)
{
  g_autoptr (GPtrArray) chips = shinsa_review_evidence_list (store, root, until, error);

  if (chips == NULL)
    return FALSE;
  for (guint i = 0; i < chips->len; i++)
    {
      const ShinsaReviewEvidenceRow *row = g_ptr_array_index (chips, i);
      const ShinsaReview *review = g_hash_table_lookup (index, &row->seq);
      const ShinsaScore *score = shinsa_review_score (review, row->requirement);
      ShinsaEvidence *item = shinsa_evidence_new ();

      g_assert (score != NULL);
      shinsa_set_string (&item->document, row->document);
      item->page = (int) row->page;
      shinsa_set_string (&item->quote, row->quote);
      g_ptr_array_add (score->evidence, item);
    }

  return TRUE;
}

static gboolean
load_remarks (GHashTable   *index,
              ShinsaStore  *store,
              const char   *root,
              gint64        until,
              GError      **error)
{
  g_autoptr (GPtrArray) remarks = shinsa_review_remark_list (store, root, until, error);

  if (remarks == NULL)
    return FALSE;
  for (guint i = 0; i < remarks->len; i++)
    {
      const ShinsaReviewRemarkRow *row = g_ptr_array_index (remarks, i);
      ShinsaReview *review = g_hash_table_lookup (index, &row->seq);
      ShinsaRemark *remark = shinsa_remark_new ();

      g_assert (review != NULL);
      shinsa_set_string (&remark->mark, row->mark);
      shinsa_set_string (&remark->at, row->at);
      shinsa_set_string (&remark->text, row->text);
      remark->is_note = row->note != 0;
      g_ptr_array_add (review->questions, remark);
    }

  return TRUE;
}

static gboolean
load_admissions (GPtrArray    *reviews,
                 ShinsaStore  *store,
                 const char   *root,
                 gint64        until,
                 GError      **error)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) admissions = shinsa_admission_list (store, root, until, error);

  if (admissions == NULL)
    return FALSE;
  for (guint i = 0; i < reviews->len; i++)
    {
      ShinsaReview *review = g_ptr_array_index (reviews, i);

      g_hash_table_insert (index, review->entry, review);
    }
  for (guint i = 0; i < admissions->len; i++)
    {
      const ShinsaAdmissionRow *row = g_ptr_array_index (admissions, i);
      ShinsaReview *review = g_hash_table_lookup (index, row->entry);

      if (review == NULL || review->admitted_seq > 0)
        continue;
      review->admitted_seq = row->seq;
      shinsa_set_string (&review->admitted_reason, row->reason);
    }

  return TRUE;
}

/**
 * shinsa_review_load:
 * @store: a store
 * @root: root key of the round, hex
 * @until: last place of the register that counts, -1 for all
 * @error: return location for an error of the store
 *
 * Returns: (transfer full) (element-type ShinsaReview) (nullable): every review that was received
 *   by then, whole, in the order of the register; what each is worth is for the rules to settle
 */
GPtrArray *
shinsa_review_load (ShinsaStore  *store,
                    const char   *root,
                    gint64        until,
                    GError      **error)
{
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GPtrArray) rows = shinsa_review_list (store, root, until, error);
  g_autoptr (GHashTable) index = NULL;

  if (rows == NULL)
    return NULL;
  reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_review_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (reviews, review_from_row (g_ptr_array_index (rows, i)));
  index = index_by_seq (reviews);

  if (!load_scores (index, store, root, until, error) ||
      !load_evidence (index, store, root, until, error) ||
      !load_remarks (index, store, root, until, error) ||
      !load_admissions (reviews, store, root, until, error))
    return NULL;

  return g_steal_pointer (&reviews);
}

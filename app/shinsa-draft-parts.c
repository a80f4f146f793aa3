/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-draft-parts.h"

#include "rules/shinsa-round-parts.h"

#include <math.h>
#include <string.h>

/* More than anybody writes by hand; a number beyond it comes from a damaged store. */
#define MOST_NUMBERED 1000

#define CANNOT_JUDGE "cannot_judge"

static ShinsaScore *
find_score (ShinsaReview *review,
            const char   *requirement,
            guint        *position)
{
  for (guint i = 0; i < review->scores->len; i++)
    {
      ShinsaScore *score = g_ptr_array_index (review->scores, i);

      if (g_str_equal (score->requirement, requirement))
        {
          *position = i;
          return score;
        }
    }
  return NULL;
}

static ShinsaScore *
ensure_score (ShinsaReview *review,
              const char   *requirement)
{
  guint position;
  ShinsaScore *score = find_score (review, requirement, &position);

  if (score == NULL)
    {
      score = shinsa_score_new ();
      shinsa_set_string (&score->requirement, requirement);
      score->level = SHINSA_LEVEL_UNSET;
      g_ptr_array_add (review->scores, score);
    }
  return score;
}

static void
drop_blank_score (ShinsaReview *review,
                  const char   *requirement)
{
  guint position;
  ShinsaScore *score = find_score (review, requirement, &position);

  if (score != NULL && score->level == SHINSA_LEVEL_UNSET && *score->reason == '\0' &&
      score->evidence->len == 0)
    g_ptr_array_remove_index (review->scores, position);
}

static double
read_level (const char *value)
{
  if (value == NULL || *value == '\0')
    return SHINSA_LEVEL_UNSET;
  if (g_str_equal (value, CANNOT_JUDGE))
    return NAN;
  return g_ascii_strtod (value, NULL);
}

static gboolean
read_number (const char *text,
             guint      *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MOST_NUMBERED, &value, NULL))
    return FALSE;
  *number = value;
  return TRUE;
}

static void
read_evidence (ShinsaEvidence *evidence,
               const char     *value)
{
  g_auto (GStrv) fields = g_strsplit (value != NULL ? value : "", ":", 3);
  guint length = g_strv_length (fields);

  shinsa_set_string (&evidence->document, length > 0 ? fields[0] : "");
  evidence->page = length > 1 ? (int) g_ascii_strtoll (fields[1], NULL, 10) : 0;
  shinsa_set_string (&evidence->quote, length > 2 ? fields[2] : "");
}

static void
set_evidence (ShinsaReview *review,
              const char   *key,
              const char   *value)
{
  const char *slash = strrchr (key, '/');
  g_autofree char *requirement = NULL;
  GPtrArray *evidence;
  guint number;

  if (slash == NULL || !read_number (slash + 1, &number))
    return;
  requirement = g_strndup (key, slash - key);
  evidence = ensure_score (review, requirement)->evidence;
  while (evidence->len <= number)
    g_ptr_array_add (evidence, shinsa_evidence_new ());
  read_evidence (g_ptr_array_index (evidence, number), value);
  while (evidence->len > 0 &&
         *((ShinsaEvidence *) g_ptr_array_index (evidence, evidence->len - 1))->document == '\0')
    g_ptr_array_set_size (evidence, evidence->len - 1);
  drop_blank_score (review, requirement);
}

static void
set_question (ShinsaReview *review,
              const char   *key,
              const char   *value)
{
  GPtrArray *questions = review->questions;
  guint number;

  if (!read_number (key, &number))
    return;
  while (questions->len <= number)
    g_ptr_array_add (questions, shinsa_remark_new ());
  shinsa_set_string (&((ShinsaRemark *) g_ptr_array_index (questions, number))->text,
                     value != NULL ? value : "");
  while (questions->len > 0 &&
         *((ShinsaRemark *) g_ptr_array_index (questions, questions->len - 1))->text == '\0')
    g_ptr_array_set_size (questions, questions->len - 1);
}

/**
 * shinsa_review_set_part:
 * @review: a draft
 * @part: which part of it
 * @key: (nullable): the requirement or the running number, where the part has one
 * @value: (nullable): what was entered; NULL or "" takes it away
 *
 * Puts one stored part into the review that it belongs to. What is left blank in the middle of
 * questions or evidence stays there until what follows it goes too, so that numbers keep their
 * meaning while somebody types.
 */
void
shinsa_review_set_part (ShinsaReview    *review,
                        ShinsaDraftPart  part,
                        const char      *key,
                        const char      *value)
{
  g_return_if_fail (review != NULL);

  key = key != NULL ? key : "";
  switch (part)
    {
    case SHINSA_DRAFT_LEVEL:
      ensure_score (review, key)->level = read_level (value);
      drop_blank_score (review, key);
      break;
    case SHINSA_DRAFT_REASON:
      shinsa_set_string (&ensure_score (review, key)->reason, value != NULL ? value : "");
      drop_blank_score (review, key);
      break;
    case SHINSA_DRAFT_EVIDENCE:
      set_evidence (review, key, value);
      break;
    case SHINSA_DRAFT_GROWTH:
      review->growth = g_strcmp0 (value, "yes") == 0 ? 1 : g_strcmp0 (value, "no") == 0 ? 0 : -1;
      break;
    case SHINSA_DRAFT_OVERALL:
      review->overall = value != NULL && *value != '\0' ? g_ascii_strtod (value, NULL) : NAN;
      break;
    case SHINSA_DRAFT_STRONG:
      shinsa_set_string (&review->strong, value != NULL ? value : "");
      break;
    case SHINSA_DRAFT_WEAK:
      shinsa_set_string (&review->weak, value != NULL ? value : "");
      break;
    case SHINSA_DRAFT_REMARKS:
      shinsa_set_string (&review->remarks, value != NULL ? value : "");
      break;
    case SHINSA_DRAFT_QUESTION:
      set_question (review, key, value);
      break;
    case SHINSA_DRAFT_REVISION:
      shinsa_set_string (&review->revision, value != NULL ? value : "");
      break;
    default:
      g_return_if_reached ();
    }
}

static void
tell_text (ShinsaDraftPart  part,
           const char      *key,
           const char      *text,
           ShinsaPartFunc   func,
           gpointer         data)
{
  if (*text != '\0')
    func (part, key, text, data);
}

static void
tell_score (const ShinsaScore *score,
            ShinsaPartFunc     func,
            gpointer           data)
{
  g_autofree char *level = shinsa_draft_level_value (score->level);

  if (level != NULL)
    func (SHINSA_DRAFT_LEVEL, score->requirement, level, data);
  tell_text (SHINSA_DRAFT_REASON, score->requirement, score->reason, func, data);
  for (guint i = 0; i < score->evidence->len; i++)
    {
      const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, i);
      g_autofree char *key = g_strdup_printf ("%s/%u", score->requirement, i);
      g_autofree char *value = shinsa_draft_evidence_value (evidence->document, evidence->page,
                                                            evidence->quote);

      if (*evidence->document != '\0')
        func (SHINSA_DRAFT_EVIDENCE, key, value, data);
    }
}

static void
tell_questions (const ShinsaReview *review,
                ShinsaPartFunc      func,
                gpointer            data)
{
  guint number = 0;

  for (guint i = 0; i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);
      g_autofree char *key = NULL;

      if (remark->is_note)
        continue;
      key = g_strdup_printf ("%u", number++);
      tell_text (SHINSA_DRAFT_QUESTION, key, remark->text, func, data);
    }
}

/**
 * shinsa_review_foreach_part:
 * @review: a review
 * @func: called for each part that is not blank
 * @data: for @func
 *
 * The parts that would make a draft of the same content. Record notes are no part of it.
 */
void
shinsa_review_foreach_part (const ShinsaReview *review,
                            ShinsaPartFunc      func,
                            gpointer            data)
{
  g_return_if_fail (review != NULL);
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < review->scores->len; i++)
    tell_score (g_ptr_array_index (review->scores, i), func, data);
  if (review->growth >= 0)
    func (SHINSA_DRAFT_GROWTH, "", review->growth == 1 ? "yes" : "no", data);
  if (!isnan (review->overall))
    {
      g_autofree char *overall = shinsa_draft_level_value (review->overall);

      func (SHINSA_DRAFT_OVERALL, "", overall, data);
    }
  tell_text (SHINSA_DRAFT_STRONG, "", review->strong, func, data);
  tell_text (SHINSA_DRAFT_WEAK, "", review->weak, func, data);
  tell_text (SHINSA_DRAFT_REMARKS, "", review->remarks, func, data);
  tell_questions (review, func, data);
  tell_text (SHINSA_DRAFT_REVISION, "", review->revision, func, data);
}

/**
 * shinsa_review_is_blank:
 * @review: a draft
 *
 * Returns: whether nothing was entered into it
 */
gboolean
shinsa_review_is_blank (const ShinsaReview *review)
{
  g_return_val_if_fail (review != NULL, TRUE);

  return review->scores->len == 0 && review->questions->len == 0 && isnan (review->overall) &&
         review->growth == -1 && *review->strong == '\0' && *review->weak == '\0' &&
         *review->remarks == '\0' && *review->revision == '\0';
}

typedef struct {
  ShinsaDraftPart  part;
  const char      *key;
  char            *value;    /* NULL until it is found */
} Search;

static void
find_part (ShinsaDraftPart  part,
           const char      *key,
           const char      *value,
           gpointer         data)
{
  Search *search = data;

  if (part == search->part && g_str_equal (key, search->key) && search->value == NULL)
    search->value = g_strdup (value);
}

/**
 * shinsa_review_dup_part:
 * @review: a review
 * @part: which part of it
 * @key: (nullable): the requirement or number of the part
 *
 * Returns: (transfer full) (nullable): the value that shinsa_review_set_part() would make it from;
 *   NULL where it is blank
 */
char *
shinsa_review_dup_part (const ShinsaReview *review,
                        ShinsaDraftPart     part,
                        const char         *key)
{
  Search search = { part, key != NULL ? key : "", NULL };

  g_return_val_if_fail (review != NULL, NULL);

  shinsa_review_foreach_part (review, find_part, &search);
  return search.value;
}

typedef struct {
  const ShinsaReview *other;
  guint               count;
  guint               same;
} Comparison;

static void
compare_part (ShinsaDraftPart  part,
              const char      *key,
              const char      *value,
              gpointer         data)
{
  Comparison *comparison = data;
  g_autofree char *there = shinsa_review_dup_part (comparison->other, part, key);

  comparison->count++;
  comparison->same += g_strcmp0 (value, there) == 0 ? 1 : 0;
}

/**
 * shinsa_review_says_as_much:
 * @review: a review
 * @other: another
 *
 * Returns: whether both hold the same parts, in whatever order
 */
gboolean
shinsa_review_says_as_much (const ShinsaReview *review,
                            const ShinsaReview *other)
{
  Comparison there = { other, 0, 0 };
  Comparison back = { review, 0, 0 };

  g_return_val_if_fail (review != NULL && other != NULL, FALSE);

  shinsa_review_foreach_part (review, compare_part, &there);
  shinsa_review_foreach_part (other, compare_part, &back);
  return there.same == there.count && back.same == back.count;
}

/**
 * shinsa_draft_level_value:
 * @level: a level, NAN for cannot judge, or SHINSA_LEVEL_UNSET
 *
 * Returns: (transfer full) (nullable): the value to store for @level
 */
char *
shinsa_draft_level_value (double level)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (level == SHINSA_LEVEL_UNSET)
    return NULL;
  if (isnan (level))
    return g_strdup (CANNOT_JUDGE);
  return g_strdup (g_ascii_dtostr (text, sizeof text, level));
}

/**
 * shinsa_draft_evidence_value:
 * @document: the hash of a document
 * @page: a page of it, from 1
 * @quote: (nullable): what it says there
 *
 * Returns: (transfer full): the value to store for a place in a document
 */
char *
shinsa_draft_evidence_value (const char *document,
                             int         page,
                             const char *quote)
{
  g_return_val_if_fail (document != NULL, NULL);

  return g_strdup_printf ("%s:%d:%s", document, page, quote != NULL ? quote : "");
}

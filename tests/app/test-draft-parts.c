/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-draft-parts.h"

#include "rules/shinsa-round-parts.h"

#include <math.h>

static const ShinsaRemark *
question (const ShinsaReview *review,
          guint               number)
{
  return g_ptr_array_index (review->questions, number);
}

static void
test_level (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  g_assert_true (shinsa_review_is_blank (review));
  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "plan", "3.5");
  g_assert_cmpfloat (shinsa_review_score (review, "plan")->level, ==, 3.5);
  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "plan", "cannot_judge");
  g_assert_true (isnan (shinsa_review_score (review, "plan")->level));
  g_assert_false (shinsa_review_is_blank (review));
  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "plan", NULL);
  g_assert_null (shinsa_review_score (review, "plan"));
  g_assert_true (shinsa_review_is_blank (review));
}

static void
test_reason_without_level (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  shinsa_review_set_part (review, SHINSA_DRAFT_REASON, "plan", "Too vague.");
  g_assert_cmpfloat (shinsa_review_score (review, "plan")->level, ==, SHINSA_LEVEL_UNSET);
  g_assert_cmpstr (shinsa_review_score (review, "plan")->reason, ==, "Too vague.");
  shinsa_review_set_part (review, SHINSA_DRAFT_REASON, "plan", "");
  g_assert_null (shinsa_review_score (review, "plan"));
}

static void
test_evidence (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();
  const ShinsaEvidence *evidence;

  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/1", "abc:12:");
  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/0", "abc:7:page: seven");
  g_assert_cmpuint (shinsa_review_score (review, "plan")->evidence->len, ==, 2);
  evidence = g_ptr_array_index (shinsa_review_score (review, "plan")->evidence, 0);
  g_assert_cmpstr (evidence->document, ==, "abc");
  g_assert_cmpint (evidence->page, ==, 7);
  g_assert_cmpstr (evidence->quote, ==, "page: seven");

  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/1", NULL);
  g_assert_cmpuint (shinsa_review_score (review, "plan")->evidence->len, ==, 1);
  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/0", NULL);
  g_assert_null (shinsa_review_score (review, "plan"));
  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "no number", "abc:7:");
  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/99999999", "abc:7:");
  g_assert_true (shinsa_review_is_blank (review));
}

static void
test_questions (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  /* "10" sorts before "2"; their numbers hold the order. */
  shinsa_review_set_part (review, SHINSA_DRAFT_QUESTION, "1", "Second?");
  shinsa_review_set_part (review, SHINSA_DRAFT_QUESTION, "10", "Last?");
  shinsa_review_set_part (review, SHINSA_DRAFT_QUESTION, "0", "First?");
  g_assert_cmpuint (review->questions->len, ==, 11);
  g_assert_cmpstr (question (review, 0)->text, ==, "First?");
  g_assert_cmpstr (question (review, 1)->text, ==, "Second?");
  shinsa_review_set_part (review, SHINSA_DRAFT_QUESTION, "10", "");
  g_assert_cmpuint (review->questions->len, ==, 2);
}

static void
test_whole (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  shinsa_review_set_part (review, SHINSA_DRAFT_GROWTH, NULL, "yes");
  shinsa_review_set_part (review, SHINSA_DRAFT_OVERALL, NULL, "2");
  shinsa_review_set_part (review, SHINSA_DRAFT_STRONG, NULL, "Strong.");
  shinsa_review_set_part (review, SHINSA_DRAFT_WEAK, NULL, "Weak.");
  shinsa_review_set_part (review, SHINSA_DRAFT_REMARKS, NULL, "Remarks.");
  shinsa_review_set_part (review, SHINSA_DRAFT_REVISION, NULL, "Heard more.");
  g_assert_cmpint (review->growth, ==, 1);
  g_assert_cmpfloat (review->overall, ==, 2);
  g_assert_cmpstr (review->strong, ==, "Strong.");
  g_assert_cmpstr (review->weak, ==, "Weak.");
  g_assert_cmpstr (review->remarks, ==, "Remarks.");
  g_assert_cmpstr (review->revision, ==, "Heard more.");

  shinsa_review_set_part (review, SHINSA_DRAFT_GROWTH, NULL, NULL);
  shinsa_review_set_part (review, SHINSA_DRAFT_OVERALL, NULL, NULL);
  g_assert_cmpint (review->growth, ==, -1);
  g_assert_true (isnan (review->overall));
}

static void
copy_part (ShinsaDraftPart  part,
           const char      *key,
           const char      *value,
           gpointer         data)
{
  shinsa_review_set_part (data, part, key, value);
}

static void
test_foreach (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();
  g_autoptr (ShinsaReview) copy = shinsa_review_new ();
  ShinsaRemark *note = shinsa_remark_new ();

  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "plan", "2");
  shinsa_review_set_part (review, SHINSA_DRAFT_REASON, "plan", "Too vague.");
  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/0", "abc:7:seven");
  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "data", "cannot_judge");
  shinsa_review_set_part (review, SHINSA_DRAFT_GROWTH, NULL, "no");
  shinsa_review_set_part (review, SHINSA_DRAFT_OVERALL, NULL, "3");
  shinsa_review_set_part (review, SHINSA_DRAFT_WEAK, NULL, "Weak.");
  note->is_note = TRUE;
  shinsa_set_string (&note->text, "A record note.");
  g_ptr_array_add (review->questions, note);
  shinsa_review_set_part (review, SHINSA_DRAFT_QUESTION, "1", "Who pays?");

  shinsa_review_foreach_part (review, copy_part, copy);
  g_assert_cmpfloat (shinsa_review_score (copy, "plan")->level, ==, 2);
  g_assert_cmpstr (shinsa_review_score (copy, "plan")->reason, ==, "Too vague.");
  g_assert_cmpuint (shinsa_review_score (copy, "plan")->evidence->len, ==, 1);
  g_assert_true (isnan (shinsa_review_score (copy, "data")->level));
  g_assert_cmpint (copy->growth, ==, 0);
  g_assert_cmpfloat (copy->overall, ==, 3);
  g_assert_cmpstr (copy->weak, ==, "Weak.");
  g_assert_cmpuint (copy->questions->len, ==, 1);
  g_assert_cmpstr (question (copy, 0)->text, ==, "Who pays?");
}

static void
test_level_value (void)
{
  g_autofree char *level = shinsa_draft_level_value (3.5);
  g_autofree char *cannot_judge = shinsa_draft_level_value (NAN);

  g_assert_cmpstr (level, ==, "3.5");
  g_assert_cmpstr (cannot_judge, ==, "cannot_judge");
  g_assert_null (shinsa_draft_level_value (SHINSA_LEVEL_UNSET));
}

static void
test_part (void)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();
  g_autoptr (ShinsaReview) other = shinsa_review_new ();
  g_autofree char *nothing = shinsa_review_dup_part (review, SHINSA_DRAFT_WEAK, NULL);
  g_autofree char *place = shinsa_draft_evidence_value ("abc", 7, NULL);
  g_autofree char *level = NULL;
  g_autofree char *evidence = NULL;

  g_assert_null (nothing);
  g_assert_true (shinsa_review_says_as_much (review, other));
  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "plan", "2");
  shinsa_review_set_part (review, SHINSA_DRAFT_EVIDENCE, "plan/1", place);
  shinsa_review_set_part (review, SHINSA_DRAFT_LEVEL, "data", "4");
  level = shinsa_review_dup_part (review, SHINSA_DRAFT_LEVEL, "plan");
  evidence = shinsa_review_dup_part (review, SHINSA_DRAFT_EVIDENCE, "plan/1");
  g_assert_cmpstr (level, ==, "2");
  g_assert_cmpstr (evidence, ==, "abc:7:");

  shinsa_review_set_part (other, SHINSA_DRAFT_LEVEL, "data", "4");
  shinsa_review_set_part (other, SHINSA_DRAFT_LEVEL, "plan", "2");
  g_assert_false (shinsa_review_says_as_much (review, other));
  g_assert_false (shinsa_review_says_as_much (other, review));
  shinsa_review_set_part (other, SHINSA_DRAFT_EVIDENCE, "plan/1", place);
  g_assert_true (shinsa_review_says_as_much (review, other));
  shinsa_review_set_part (other, SHINSA_DRAFT_LEVEL, "data", "3");
  g_assert_false (shinsa_review_says_as_much (review, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft-parts/level", test_level);
  g_test_add_func ("/draft-parts/reason-without-level", test_reason_without_level);
  g_test_add_func ("/draft-parts/evidence", test_evidence);
  g_test_add_func ("/draft-parts/questions", test_questions);
  g_test_add_func ("/draft-parts/whole", test_whole);
  g_test_add_func ("/draft-parts/foreach", test_foreach);
  g_test_add_func ("/draft-parts/part", test_part);
  g_test_add_func ("/draft-parts/level-value", test_level_value);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-discussion.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-sample-round.h"

#define PAPER SHINSA_PHASE_PAPER

static void
assert_order (ShinsaRound        *round,
              const char * const *expected)
{
  g_autoptr (GPtrArray) items = NULL;

  shinsa_round_settle (round);
  items = shinsa_discussion_order (round, SHINSA_BASIS_PAPER);
  for (guint i = 0; i < items->len; i++)
    {
      const ShinsaDiscussionItem *item = g_ptr_array_index (items, i);

      g_assert_cmpstr (item->dossier->id, ==, expected[i]);
    }
  g_assert_null (expected[items->len]);
}

/* Never alphabetical: equals stay in the order of the round (edge case 15). */
static void
test_equals (void)
{
  static const char * const expected[] = {
    "hokkaido-prime", "tsuruoka", "nagaoka", "tokai", "fukuoka", NULL,
  };
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();

  assert_order (round, expected);
}

static void
review_by_three (ShinsaRound *round,
                 const char  *application,
                 const char  *first,
                 const char  *second,
                 const char  *third)
{
  shinsa_sample_review (round, application, "a", PAPER, first);
  shinsa_sample_review (round, application, "b", PAPER, second);
  shinsa_sample_review (round, application, "c", PAPER, third);
}

static void
test_order (void)
{
  static const char * const expected[] = {
    "tokai", "nagaoka", "fukuoka", "hokkaido-prime", NULL,
  };
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();

  shinsa_sample_open (round, PAPER, NULL);
  /* All agree; one is far apart on all; one is near the line on one; one differs above it. */
  review_by_three (round, "hokkaido-prime", "4 4 4 4 4 4", "4 4 4 4 4 4", "4 4 4 4 4 4");
  review_by_three (round, "tokai", "4 4 4 4 4 4", "1 1 1 1 1 1", "3 3 3 3 3 3");
  review_by_three (round, "nagaoka", "4 4 4 4 4 2", "4 4 4 4 4 3", "4 4 4 4 4 3");
  review_by_three (round, "fukuoka", "4 4 4 4 4 4", "4 4 4 4 4 4", "3 4 4 4 4 4");
  ((ShinsaDossier *) g_ptr_array_index (round->dossiers, 1))->withdrawn = TRUE;
  assert_order (round, expected);
}

static void
test_weight (void)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();
  g_autoptr (GPtrArray) items = NULL;
  const ShinsaDiscussionItem *first;

  shinsa_sample_open (round, PAPER, NULL);
  review_by_three (round, "tokai", "4 3 3 3 3 4", "1 3 3 3 3 4", "1 3 3 3 3 4");
  shinsa_round_settle (round);
  items = shinsa_discussion_order (round, SHINSA_BASIS_PAPER);
  first = g_ptr_array_index (items, 0);
  /* 4 1 1 is split, deviates by 1 of 1.5 and is far from the line. Of 3 3 3 each is one level from
   * it, but the median is not. */
  g_assert_cmpfloat_with_epsilon (first->split, 1 / 6.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->spread, 1 / 1.5 / 6.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->closeness, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (shinsa_discussion_weight (first), 1 / 6.0 + 1 / 9.0, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/discussion/equals", test_equals);
  g_test_add_func ("/discussion/order", test_order);
  g_test_add_func ("/discussion/weight", test_weight);
  return g_test_run ();
}

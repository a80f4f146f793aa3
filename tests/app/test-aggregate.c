/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-aggregate.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "shinsa-sample-round.h"

#include <math.h>

#define APP "tsuruoka"
#define PAPER SHINSA_PHASE_PAPER

typedef struct {
  ShinsaRound *round;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->round = shinsa_sample_round_new ();
  shinsa_sample_open (fixture->round, PAPER, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  shinsa_round_unref (fixture->round);
}

/* Of levels given as text, on a requirement whose threshold is 3 of 4. */
static ShinsaAggregate *
aggregate (ShinsaRound *round,
           const char  *levels)
{
  g_auto (GStrv) steps = g_strsplit (levels, " ", -1);
  double values[16];
  int n_values = 0;

  for (; steps[n_values] != NULL; n_values++)
    values[n_values] = g_ascii_strtod (steps[n_values], NULL);
  return shinsa_aggregate_new (round->definition, "strength", values, n_values);
}

/* --- Numbers of levels --- */

static void
test_numbers (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (ShinsaAggregate) odd = aggregate (fixture->round, "4 1 3 3 2");
  g_autoptr (ShinsaAggregate) even = aggregate (fixture->round, "4 3 2 4");

  g_assert_cmpint (odd->counted, ==, 5);
  g_assert_cmpfloat (odd->levels[1], ==, 1);
  g_assert_cmpfloat (odd->minimum, ==, 1);
  g_assert_cmpfloat (odd->maximum, ==, 4);
  g_assert_cmpfloat_with_epsilon (odd->mean, 2.6, 1e-12);
  g_assert_cmpfloat (odd->median, ==, 3);
  g_assert_cmpfloat_with_epsilon (odd->average_deviation, 0.8, 1e-12);
  g_assert_cmpint (odd->at_or_above, ==, 3);
  g_assert_true (odd->lowest_given);
  g_assert_true (odd->passes);
  g_assert_cmpfloat (even->median, ==, 3.5);
  g_assert_cmpfloat (even->median_low, ==, 3);
  g_assert_cmpfloat (even->median_high, ==, 4);
  g_assert_false (even->lowest_given);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (ShinsaAggregate) nothing = shinsa_aggregate_new (fixture->round->definition,
                                                              "strength", NULL, 0);

  g_assert_true (nothing->reference_only);
  g_assert_true (isnan (nothing->mean));
  g_assert_true (isnan (nothing->median));
  g_assert_true (isnan (nothing->statistic));
  g_assert_true (isnan (nothing->average_deviation));
  g_assert_cmpint (nothing->at_or_above, ==, 0);
  g_assert_false (nothing->split);
  g_assert_false (nothing->one_level_from_line);
}

static void
test_statistics (Fixture       *fixture,
                 gconstpointer  user_data)
{
  static const struct {
    ShinsaStatistic statistic;
    const char     *levels;
    double          value;
    gboolean        passes;
  } rows[] = {
    { SHINSA_STATISTIC_MEDIAN, "4 4 3 2 1", 3, TRUE },
    { SHINSA_STATISTIC_MEDIAN, "3 3 2 2", 2.5, FALSE },
    { SHINSA_STATISTIC_MEAN, "4 4 3 2 1", 2.8, FALSE },
    { SHINSA_STATISTIC_MEAN, "4 4 1 3", 3, TRUE },
    { SHINSA_STATISTIC_TRIMMED_MEAN, "4 3 3 1", 3, TRUE },
    { SHINSA_STATISTIC_TRIMMED_MEAN, "4 4 4 2 1", 10 / 3.0, TRUE },
    { SHINSA_STATISTIC_MAJORITY, "3 3 1 1", 0.5, FALSE },
    { SHINSA_STATISTIC_MAJORITY, "3 3 3 1 1", 0.6, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShinsaAggregate) found = NULL;

      fixture->round->definition->statistic = rows[i].statistic;
      found = aggregate (fixture->round, rows[i].levels);
      g_assert_cmpfloat_with_epsilon (found->statistic, rows[i].value, 1e-12);
      g_assert_cmpint (found->passes, ==, rows[i].passes);
    }
}

/* A mean of thirds that should be 3 is 3, whatever its last bit says. */
static void
test_slack (Fixture       *fixture,
            gconstpointer  user_data)
{
  ShinsaRequirement *strength = g_ptr_array_index (fixture->round->definition->requirements, 0);
  g_autoptr (ShinsaAggregate) found = NULL;

  fixture->round->definition->statistic = SHINSA_STATISTIC_MEAN;
  strength->threshold = 7 / 3.0 + 1e-12;
  found = aggregate (fixture->round, "3 2 2");
  g_assert_true (found->passes);
}

/* With two levels there is nothing to trim. */
static void
test_trimmed_mean_of_two (Fixture       *fixture,
                          gconstpointer  user_data)
{
  g_autoptr (ShinsaAggregate) found = NULL;

  fixture->round->definition->statistic = SHINSA_STATISTIC_TRIMMED_MEAN;
  found = aggregate (fixture->round, "4 1");
  g_assert_cmpfloat (found->statistic, ==, 2.5);
  g_assert_true (found->reference_only);
}

static void
test_spread (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const struct {
    const char *levels;
    gboolean    split;
    gboolean    divided;
    gboolean    two_camps;
    gboolean    one_level;
  } rows[] = {
    { "3 3 3 3", FALSE, FALSE, FALSE, FALSE },
    { "4 4 3 3", FALSE, FALSE, FALSE, FALSE },
    { "3 3 3 2", FALSE, TRUE, FALSE, TRUE },
    { "3 3 2 2", FALSE, TRUE, FALSE, TRUE },
    { "4 3 3 2", TRUE, TRUE, FALSE, TRUE },
    { "4 4 2 2", TRUE, TRUE, TRUE, TRUE },
    { "4 4 4 2", TRUE, TRUE, TRUE, FALSE },
    { "2 2 1 1", FALSE, FALSE, FALSE, FALSE },
    { "4 3 2 1", TRUE, TRUE, FALSE, TRUE },
    { "4 1 1 1", TRUE, TRUE, TRUE, FALSE },
    { "2 2 3", FALSE, TRUE, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShinsaAggregate) found = aggregate (fixture->round, rows[i].levels);

      g_test_message ("%s", rows[i].levels);
      g_assert_cmpint (found->split, ==, rows[i].split);
      g_assert_cmpint (found->divided, ==, rows[i].divided);
      g_assert_cmpint (found->two_camps, ==, rows[i].two_camps);
      g_assert_cmpint (found->one_level_from_line, ==, rows[i].one_level);
    }
}

/* The deviation alone splits where all levels lie on one side of the threshold. */
static void
test_split_on_one_side (Fixture       *fixture,
                        gconstpointer  user_data)
{
  ShinsaRequirement *strength = g_ptr_array_index (fixture->round->definition->requirements, 0);
  g_autoptr (ShinsaAggregate) wide = NULL;
  g_autoptr (ShinsaAggregate) narrow = NULL;

  strength->threshold = 1;
  wide = aggregate (fixture->round, "4 4 3 2 2");
  narrow = aggregate (fixture->round, "4 3 3 3 2");
  g_assert_true (wide->split);
  g_assert_false (wide->divided);
  g_assert_false (narrow->split);
}

/* --- Reviews --- */

static const ShinsaAggregate *
find (GPtrArray  *aggregates,
      const char *requirement)
{
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *found = g_ptr_array_index (aggregates, i);

      if (g_str_equal (found->requirement, requirement))
        return found;
    }
  g_assert_not_reached ();
}

static GPtrArray *
settle_and_aggregate (ShinsaRound *round,
                      ShinsaBasis  basis)
{
  shinsa_round_settle (round);
  return shinsa_aggregate_application (round, APP, basis);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  g_autoptr (GPtrArray) aggregates = NULL;
  const ShinsaAggregate *strength;

  shinsa_sample_review (round, APP, "chair", PAPER, "4 3 3 3 3 3");
  shinsa_sample_review (round, APP, "deputy", PAPER, "? 3 3 3 3 3");
  shinsa_sample_review (round, APP, "a", PAPER, "2 3 3 3 3 3");
  shinsa_sample_review (round, APP, "b", PAPER, "3 3 3 3 3 3");
  shinsa_sample_review (round, APP, "c", PAPER, NULL);
  shinsa_sample_rule (round, APP, "b", TRUE, NULL);
  shinsa_sample_rule (round, APP, "e", TRUE, NULL);
  aggregates = settle_and_aggregate (round, SHINSA_BASIS_PAPER);
  g_assert_cmpuint (aggregates->len, ==, 6);
  strength = find (aggregates, "strength");
  g_assert_cmpint (strength->eligible, ==, 5);
  g_assert_cmpint (strength->recused, ==, 2);
  g_assert_cmpint (strength->counted, ==, 2);
  g_assert_cmpint (strength->cannot_judge, ==, 1);
  g_assert_cmpint (strength->missing, ==, 2);
  g_assert_cmpint (strength->voided, ==, 1);
  g_assert_cmpfloat (strength->levels[0], ==, 4);
  g_assert_cmpfloat (strength->levels[1], ==, 2);
  g_assert_true (strength->reference_only);
  g_assert_false (find (aggregates, "data_sharing")->reference_only);
}

/* Everyone recused or unable to judge: no evaluators, and no number (edge case 1). */
static void
test_no_evaluators (Fixture       *fixture,
                    gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  g_autoptr (GPtrArray) aggregates = NULL;
  const ShinsaAggregate *strength;

  shinsa_sample_review_all (round, APP, "? 3 3 3 3 3");
  shinsa_sample_rule (round, APP, "a", TRUE, "strength");
  aggregates = settle_and_aggregate (round, SHINSA_BASIS_PAPER);
  strength = find (aggregates, "strength");
  g_assert_cmpint (strength->counted, ==, 0);
  g_assert_cmpint (strength->cannot_judge, ==, 6);
  g_assert_cmpint (strength->recused, ==, 1);
  g_assert_true (isnan (strength->median));
  g_assert_true (strength->reference_only);
}

/* Recused from one requirement, left out there only (edge case 2). */
static void
test_partial_recusal (Fixture       *fixture,
                      gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  g_autoptr (GPtrArray) aggregates = NULL;

  shinsa_sample_review_all (round, APP, "4 3 3 3 3 3");
  shinsa_sample_rule (round, APP, "a", TRUE, "strength");
  aggregates = settle_and_aggregate (round, SHINSA_BASIS_PAPER);
  g_assert_cmpint (find (aggregates, "strength")->counted, ==, 6);
  g_assert_cmpint (find (aggregates, "strength")->recused, ==, 1);
  g_assert_cmpint (find (aggregates, "strength")->voided, ==, 1);
  g_assert_cmpint (find (aggregates, "indicators")->counted, ==, 7);
  g_assert_cmpint (find (aggregates, "indicators")->recused, ==, 0);
}

/* The paper level stays where there is no other (edge cases 14 and 20). */
static void
test_basis (Fixture       *fixture,
            gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GPtrArray) decision = NULL;

  shinsa_sample_review_all (round, APP, "2 3 3 3 3 3");
  shinsa_sample_close (round, PAPER, NULL);
  shinsa_sample_open (round, SHINSA_PHASE_INTERVIEW, APP);
  shinsa_sample_review (round, APP, "a", SHINSA_PHASE_INTERVIEW, "4 3 3 3 3 3");
  shinsa_sample_review (round, APP, "b", SHINSA_PHASE_INTERVIEW, "? 3 3 3 3 3");
  shinsa_sample_review (round, APP, "c", SHINSA_PHASE_INTERVIEW, NULL);
  paper = settle_and_aggregate (round, SHINSA_BASIS_PAPER);
  decision = shinsa_aggregate_application (round, APP, SHINSA_BASIS_DECISION);
  g_assert_cmpfloat (find (paper, "strength")->maximum, ==, 2);
  g_assert_cmpint (find (paper, "strength")->counted, ==, 7);
  g_assert_cmpfloat (find (decision, "strength")->maximum, ==, 4);
  g_assert_cmpint (find (decision, "strength")->counted, ==, 6);
  g_assert_cmpint (find (decision, "strength")->cannot_judge, ==, 1);
}

/* A recusal after the interview voids what either phase had. */
static void
test_void_in_interview (Fixture       *fixture,
                        gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GPtrArray) decision = NULL;

  shinsa_sample_open (round, SHINSA_PHASE_INTERVIEW, APP);
  shinsa_sample_review (round, APP, "a", SHINSA_PHASE_INTERVIEW, "4 3 3 3 3 3");
  shinsa_sample_rule (round, APP, "a", TRUE, NULL);
  paper = settle_and_aggregate (round, SHINSA_BASIS_PAPER);
  decision = shinsa_aggregate_application (round, APP, SHINSA_BASIS_DECISION);
  g_assert_cmpint (find (paper, "strength")->voided, ==, 0);
  g_assert_cmpint (find (decision, "strength")->voided, ==, 1);
}

/* Who is not in office on the day of the meeting is no scorer (edge case 19). */
static void
test_former_member (Fixture       *fixture,
                    gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  g_autoptr (GPtrArray) aggregates = NULL;

  shinsa_sample_review_all (round, APP, "4 3 3 3 3 3");
  shinsa_set_string (&shinsa_sample_member (round, "e")->until, "2021-05-01");
  aggregates = settle_and_aggregate (round, SHINSA_BASIS_PAPER);
  g_assert_cmpint (find (aggregates, "strength")->eligible, ==, 6);
  g_assert_cmpint (find (aggregates, "strength")->counted, ==, 6);
}

/* --- Growth --- */

static void
test_growth (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaGrowthCount count;

  shinsa_sample_review (round, APP, "chair", PAPER, "2 3 3 3 3 3")->growth = 1;
  shinsa_sample_review (round, APP, "deputy", PAPER, "2 3 3 3 3 3")->growth = 0;
  shinsa_sample_review (round, APP, "a", PAPER, "2 3 3 3 3 3");
  shinsa_sample_review (round, APP, "b", PAPER, "3 3 3 3 3 3")->growth = 1;
  shinsa_sample_review (round, APP, "c", PAPER, "2 3 3 3 3 3")->growth = 1;
  shinsa_sample_review (round, APP, "d", PAPER, "2 3 3 3 3 3")->growth = 1;
  shinsa_sample_rule (round, APP, "c", TRUE, NULL);
  shinsa_sample_rule (round, APP, "d", TRUE, "strength");
  shinsa_round_settle (round);
  count = shinsa_growth_count (round, APP, SHINSA_BASIS_PAPER);
  g_assert_cmpint (count.eligible, ==, 3);
  g_assert_cmpint (count.yes, ==, 1);
  g_assert_cmpint (count.no, ==, 1);
}

static void
test_growth_always_and_never (Fixture       *fixture,
                              gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaGrowthCount count;

  shinsa_sample_review (round, APP, "chair", PAPER, "4 4 4 4 4 4")->growth = 1;
  shinsa_sample_rule (round, APP, "c", TRUE, NULL);
  shinsa_round_settle (round);
  round->definition->growth_when = SHINSA_GROWTH_ALWAYS;
  count = shinsa_growth_count (round, APP, SHINSA_BASIS_DECISION);
  g_assert_cmpint (count.eligible, ==, 6);
  g_assert_cmpint (count.yes, ==, 1);
  round->definition->growth_when = SHINSA_GROWTH_NEVER;
  count = shinsa_growth_count (round, APP, SHINSA_BASIS_DECISION);
  g_assert_cmpint (count.eligible, ==, 0);
  g_assert_cmpint (count.yes, ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/aggregate/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("numbers", test_numbers);
  ADD ("nothing", test_nothing);
  ADD ("statistics", test_statistics);
  ADD ("slack", test_slack);
  ADD ("trimmed-mean-of-two", test_trimmed_mean_of_two);
  ADD ("spread", test_spread);
  ADD ("split-on-one-side", test_split_on_one_side);
  ADD ("counts", test_counts);
  ADD ("no-evaluators", test_no_evaluators);
  ADD ("partial-recusal", test_partial_recusal);
  ADD ("basis", test_basis);
  ADD ("void-in-interview", test_void_in_interview);
  ADD ("former-member", test_former_member);
  ADD ("growth", test_growth);
  ADD ("growth-always-and-never", test_growth_always_and_never);
  return g_test_run ();
}

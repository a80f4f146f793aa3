/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-numbers-json.h"

#include "exchange/shinsa-json.h"
#include "shinsa-test-round.h"

/* Takes the node. */
static void
assert_json (JsonNode   *node,
             const char *expected)
{
  g_autoptr (JsonNode) owned = node;
  g_autoptr (GBytes) bytes = shinsa_json_write (node);
  g_autofree char *found = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_aggregate (void)
{
  static const double levels[] = { 3, 4 };
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaAggregate) some = NULL;
  g_autoptr (ShinsaAggregate) none = NULL;

  some = shinsa_aggregate_new (round->definition, "plan", levels, 2);
  some->eligible = 4;
  some->cannot_judge = 1;
  some->missing = 1;
  some->recused = 2;
  some->voided = 1;
  assert_json (shinsa_aggregate_to_json (some),
               "{\"at_or_above\":2,\"cannot_judge\":1,\"counted\":2,\"eligible\":4,"
               "\"levels\":[3,4],\"maximum\":4,\"mean\":3.5,\"median\":3.5,\"minimum\":3,"
               "\"missing\":1,\"passes\":true,\"recused\":2,\"reference_only\":false,"
               "\"requirement\":\"plan\",\"split\":false,\"statistic\":3.5,\"threshold\":3,"
               "\"void\":1}");

  /* What is not known is null: nobody is taken for somebody who gave nought. */
  none = shinsa_aggregate_new (round->definition, "plan", NULL, 0);
  assert_json (shinsa_aggregate_to_json (none),
               "{\"at_or_above\":0,\"cannot_judge\":0,\"counted\":0,\"eligible\":0,"
               "\"levels\":[],\"maximum\":null,\"mean\":null,\"median\":null,\"minimum\":null,"
               "\"missing\":0,\"passes\":null,\"recused\":0,\"reference_only\":true,"
               "\"requirement\":\"plan\",\"split\":false,\"statistic\":null,\"threshold\":3,"
               "\"void\":0}");
}

static void
test_growth (void)
{
  const ShinsaGrowthCount growth = { .eligible = 4, .yes = 2, .no = 1 };

  assert_json (shinsa_growth_to_json (growth), "{\"eligible\":4,\"no\":1,\"yes\":2}");
}

static void
test_suggestion (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaSuggestion) meets_all = shinsa_suggest (round, "alpha");
  g_autoptr (ShinsaSuggestion) too_few = shinsa_suggest (round, "gamma");

  assert_json (shinsa_suggestion_to_json (meets_all),
               "{\"flags\":[],\"outcome\":\"certified\",\"steps\":[{\"failing\":[],"
               "\"gate\":\"all_requirements\",\"holds\":true,\"lacking\":[],\"line\":null,"
               "\"no\":null,\"outcome\":\"certified\",\"total\":null,\"yes\":null}],\"why\":\"\"}");
  assert_json (shinsa_suggestion_to_json (too_few),
               "{\"flags\":[{\"flag\":\"divided\",\"requirement\":\"data\"},"
               "{\"flag\":\"one_below\",\"requirement\":\"data\"},"
               "{\"flag\":\"one_level_from_line\",\"requirement\":\"strength\"},"
               "{\"flag\":\"one_level_from_line\",\"requirement\":\"data\"}],\"outcome\":null,"
               "\"steps\":[{\"failing\":[\"data\"],\"gate\":\"all_requirements\",\"holds\":null,"
               "\"lacking\":[\"plan\"],\"line\":null,\"no\":null,\"outcome\":\"certified\","
               "\"total\":null,\"yes\":null}],\"why\":\"too_few_evaluators\"}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbers-json/aggregate", test_aggregate);
  g_test_add_func ("/numbers-json/growth", test_growth);
  g_test_add_func ("/numbers-json/suggestion", test_suggestion);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-spread.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define N_MEMBERS 4

/* --- Worked examples --- */

static JsonObject *
load (JsonParser *parser,
      const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "statistics", name, NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static ShinsaDefinition *
definition_new (double lowest,
                double highest)
{
  ShinsaDefinition *definition = shinsa_definition_new ();

  definition->statistic = SHINSA_STATISTIC_MEDIAN;
  definition->minimum_evaluators = 1;
  definition->split_range = 2;
  for (double value = highest; value >= lowest; value--)
    {
      ShinsaLevel *level = g_new0 (ShinsaLevel, 1);

      level->value = value;
      g_ptr_array_add (definition->levels, level);
    }
  return definition;
}

static void
add_requirement (ShinsaDefinition *definition,
                 const char       *code,
                 double            threshold,
                 double            weight)
{
  ShinsaRequirement *requirement = g_new0 (ShinsaRequirement, 1);

  requirement->code = g_strdup (code);
  requirement->threshold = threshold;
  requirement->weight = weight;
  g_ptr_array_add (definition->requirements, requirement);
}

static void
add_outcome (ShinsaDefinition *definition,
             ShinsaGate        gate,
             double            line)
{
  ShinsaOutcome *outcome = g_new0 (ShinsaOutcome, 1);

  outcome->code = g_strdup ("certified");
  outcome->gate = gate;
  outcome->line = line;
  g_ptr_array_add (definition->outcomes, outcome);
}

/* The deviation that the heat map shades. */
static void
test_cell (gconstpointer name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *example = load (parser, name);
  JsonObject *input = json_object_get_object_member (example, "input");
  JsonObject *expected = json_object_get_object_member (example, "expected");
  JsonArray *scores = json_object_get_array_member (input, "scores");
  g_autoptr (ShinsaDefinition) definition = NULL;
  g_autoptr (ShinsaAggregate) aggregate = NULL;
  double levels[16];

  definition = definition_new (json_object_get_double_member (input, "scale_min"),
                               json_object_get_double_member (input, "scale_max"));
  add_requirement (definition, "any", 3, 1);
  for (guint i = 0; i < json_array_get_length (scores); i++)
    levels[i] = json_array_get_double_element (scores, i);
  aggregate = shinsa_aggregate_new (definition, "any", levels,
                                    (int) json_array_get_length (scores));
  g_assert_cmpint (aggregate->counted, ==, json_object_get_int_member (expected, "n"));
  g_assert_cmpfloat (aggregate->minimum, ==, json_object_get_double_member (expected, "min"));
  g_assert_cmpfloat (aggregate->maximum, ==, json_object_get_double_member (expected, "max"));
  g_assert_cmpfloat_with_epsilon (aggregate->mean,
                                  json_object_get_double_member (expected, "mean"), 1e-9);
  g_assert_cmpfloat_with_epsilon (aggregate->median,
                                  json_object_get_double_member (expected, "median"), 1e-9);
  g_assert_cmpfloat_with_epsilon (aggregate->average_deviation,
                                  json_object_get_double_member (expected, "ad_median"), 1e-9);
}

/* The levels of one application on one requirement; members without one are left out. */
static ShinsaAggregate *
panel_aggregate (const ShinsaDefinition *definition,
                 JsonArray              *scores,
                 guint                   application,
                 guint                   requirement)
{
  g_autofree char *code = g_strdup_printf ("%u", requirement);
  double levels[16];
  int n = 0;

  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      JsonArray *member = json_array_get_array_element (scores, i);
      JsonArray *row = json_array_get_array_element (member, application);

      if (!json_array_get_null_element (row, requirement))
        levels[n++] = json_array_get_double_element (row, requirement);
    }
  return shinsa_aggregate_new (definition, code, levels, n);
}

static void
assert_panel (JsonObject *example,
              const char *which)
{
  JsonObject *input = json_object_get_object_member (example, "input");
  JsonObject *expected = json_object_get_object_member (example, "expected");
  JsonArray *weights = json_object_get_array_member (input, "weights");
  JsonArray *totals = json_object_get_array_member (expected, "score");
  JsonArray *changes = json_object_get_array_member (
    json_object_get_object_member (expected, "min_changes_to_cross"), which);
  double line = json_object_get_double_member (input, which);
  g_autoptr (ShinsaDefinition) definition =
    definition_new (json_object_get_double_member (input, "scale_min"),
                    json_object_get_double_member (input, "scale_max"));

  add_outcome (definition, SHINSA_GATE_WEIGHTED_TOTAL, line);
  for (guint i = 0; i < json_array_get_length (weights); i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      add_requirement (definition, code, 3, json_array_get_double_element (weights, i));
    }
  for (guint i = 0; i < json_array_get_length (totals); i++)
    {
      g_autoptr (GPtrArray) aggregates =
        g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_aggregate_free);
      double total = json_array_get_double_element (totals, i);
      ShinsaMargin margin;

      for (guint j = 0; j < json_array_get_length (weights); j++)
        g_ptr_array_add (aggregates,
                         panel_aggregate (definition,
                                          json_object_get_array_member (input, "scores"), i, j));
      g_assert_true (shinsa_margin_find (definition, aggregates, &margin));
      g_assert_cmpfloat_with_epsilon (margin.value, total - line, 1e-9);
      g_assert_cmpint (margin.changes, ==, json_array_get_int_element (changes, i));
      g_assert_cmpint (margin.reached, ==, total >= line - 1e-9);
      g_assert_cmpfloat (margin.low, <, margin.value);
      g_assert_cmpfloat (margin.high, >, margin.value);
    }
}

static void
test_panel (gconstpointer name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *example = load (parser, name);

  assert_panel (example, "certify_line");
  assert_panel (example, "register_line");
}

/* --- Every committee of four --- */

static void
decode (int     number,
        double *levels)
{
  for (int i = 0; i < N_MEMBERS; i++)
    {
      levels[i] = 1 + number % 4;
      number /= 4;
    }
}

/* By looking at every other committee there could be. */
static int
look_for_fewest (const ShinsaDefinition *definition,
                 const ShinsaAggregate  *aggregate)
{
  int fewest = -1;

  for (int number = 0; number < 256; number++)
    {
      double levels[N_MEMBERS];
      g_autoptr (ShinsaAggregate) other = NULL;
      int steps = 0;

      decode (number, levels);
      for (int i = 0; i < N_MEMBERS; i++)
        steps += (int) fabs (levels[i] - aggregate->levels[i]);
      if (fewest >= 0 && steps >= fewest)
        continue;
      other = shinsa_aggregate_new (definition, "any", levels, N_MEMBERS);
      if (other->passes != aggregate->passes)
        fewest = steps;
    }
  return fewest;
}

static void
test_fewest (gconstpointer data)
{
  g_autoptr (ShinsaDefinition) definition = definition_new (1, 4);

  definition->statistic = GPOINTER_TO_INT (data);
  add_requirement (definition, "any", 3, 1);
  for (int number = 0; number < 256; number++)
    {
      g_autoptr (ShinsaAggregate) aggregate = NULL;
      double levels[N_MEMBERS];

      decode (number, levels);
      aggregate = shinsa_aggregate_new (definition, "any", levels, N_MEMBERS);
      g_assert_cmpint (shinsa_fewest_changes (definition, aggregate), ==,
                       look_for_fewest (definition, aggregate));
    }
}

/* A threshold at the end of the scale cannot be missed. */
static void
test_impossible (void)
{
  g_autoptr (ShinsaDefinition) definition = definition_new (1, 4);
  g_autoptr (ShinsaAggregate) aggregate = NULL;

  add_requirement (definition, "any", 1, 1);
  aggregate = shinsa_aggregate_new (definition, "any", (double[]) { 2, 3 }, 2);
  g_assert_cmpint (shinsa_fewest_changes (definition, aggregate), ==, -1);
  definition->statistic = SHINSA_STATISTIC_MAJORITY;
  g_assert_cmpint (shinsa_fewest_changes (definition, aggregate), ==, -1);
  definition->statistic = SHINSA_STATISTIC_MEAN;
  g_assert_cmpint (shinsa_fewest_changes (definition, aggregate), ==, -1);
}

/* --- The weakest requirement --- */

static void
find_margin (const double *first,
             const double *second,
             ShinsaMargin *margin)
{
  g_autoptr (ShinsaDefinition) definition = definition_new (1, 4);
  g_autoptr (GPtrArray) aggregates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_aggregate_free);

  add_requirement (definition, "first", 3, 1);
  add_requirement (definition, "second", 3, 1);
  add_outcome (definition, SHINSA_GATE_ALL_REQUIREMENTS, NAN);
  g_ptr_array_add (aggregates, shinsa_aggregate_new (definition, "first", first, 3));
  g_ptr_array_add (aggregates, shinsa_aggregate_new (definition, "second", second, 3));
  g_assert_true (shinsa_margin_find (definition, aggregates, margin));
  margin->requirement = g_intern_string (margin->requirement);
}

static void
test_weakest (void)
{
  ShinsaMargin margin;

  find_margin ((double[]) { 3, 4, 4 }, (double[]) { 2, 3, 4 }, &margin);
  g_assert_cmpstr (margin.requirement, ==, "second");
  g_assert_true (margin.reached);
  g_assert_cmpfloat (margin.value, ==, 0);
  g_assert_cmpfloat (margin.low, ==, -1);
  g_assert_cmpfloat (margin.high, ==, 1);
  g_assert_cmpint (margin.changes, ==, 1);

  /* Both have to be mended; helping the weakest leaves the other. */
  find_margin ((double[]) { 1, 1, 2 }, (double[]) { 2, 2, 2 }, &margin);
  g_assert_cmpstr (margin.requirement, ==, "first");
  g_assert_false (margin.reached);
  g_assert_cmpfloat (margin.value, ==, -2);
  g_assert_cmpfloat (margin.low, ==, -2);
  g_assert_cmpfloat (margin.high, ==, -1);
  g_assert_cmpint (margin.changes, ==, 5);
}

static void
test_nothing (void)
{
  g_autoptr (ShinsaDefinition) definition = definition_new (1, 4);
  g_autoptr (GPtrArray) aggregates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_aggregate_free);
  ShinsaMargin margin;

  add_requirement (definition, "any", 3, 1);
  definition->minimum_evaluators = 2;
  g_ptr_array_add (aggregates, shinsa_aggregate_new (definition, "any", (double[]) { 4 }, 1));
  g_assert_null (shinsa_margin_outcome (definition));
  g_assert_false (shinsa_margin_find (definition, aggregates, &margin));
  add_outcome (definition, SHINSA_GATE_ALL_REQUIREMENTS, NAN);
  g_assert_false (shinsa_margin_find (definition, aggregates, &margin));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/spread/cell/eight-members", "cell_spread--eight-members.json", test_cell);
  g_test_add_data_func ("/spread/cell/recused-two", "cell_spread--recused-two.json", test_cell);
  g_test_add_data_func ("/spread/cell/two-camps", "cell_spread--two-camps.json", test_cell);
  g_test_add_data_func ("/spread/panel/tiny", "panel_outcome_robustness--tiny-3x2.json",
                        test_panel);
  g_test_add_data_func ("/spread/panel/8x7", "panel_outcome_robustness--panel-8x7.json",
                        test_panel);
  g_test_add_data_func ("/spread/fewest/median", GINT_TO_POINTER (SHINSA_STATISTIC_MEDIAN),
                        test_fewest);
  g_test_add_data_func ("/spread/fewest/mean", GINT_TO_POINTER (SHINSA_STATISTIC_MEAN),
                        test_fewest);
  g_test_add_data_func ("/spread/fewest/trimmed", GINT_TO_POINTER (SHINSA_STATISTIC_TRIMMED_MEAN),
                        test_fewest);
  g_test_add_data_func ("/spread/fewest/majority", GINT_TO_POINTER (SHINSA_STATISTIC_MAJORITY),
                        test_fewest);
  g_test_add_func ("/spread/impossible", test_impossible);
  g_test_add_func ("/spread/weakest", test_weakest);
  g_test_add_func ("/spread/nothing", test_nothing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-numbers-json.h"

#include "rules/shinsa-words.h"

#include <math.h>

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

/* A number that is not defined is null: never nothing, never nought. */
static void
set_number (JsonObject *object,
            const char *name,
            double      value)
{
  if (isnan (value))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, value);
}

static void
set_count (JsonObject *object,
           const char *name,
           int         count)
{
  if (count < 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, count);
}

static void
set_words (JsonObject *object,
           const char *name,
           GPtrArray  *words)
{
  JsonArray *array = json_array_sized_new (words->len);

  for (guint i = 0; i < words->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (words, i));
  json_object_set_array_member (object, name, array);
}

/* --- Aggregates --- */

static void
set_levels (JsonObject            *object,
            const ShinsaAggregate *aggregate)
{
  JsonArray *levels = json_array_sized_new (aggregate->counted);

  for (int i = 0; i < aggregate->counted; i++)
    json_array_add_double_element (levels, aggregate->levels[i]);
  json_object_set_array_member (object, "levels", levels);
}

/**
 * shinsa_aggregate_to_json:
 * @aggregate: a requirement in numbers
 *
 * Returns: (transfer full): the same as JSON
 */
JsonNode *
shinsa_aggregate_to_json (const ShinsaAggregate *aggregate)
{
  JsonObject *object;

  g_return_val_if_fail (aggregate != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "requirement", aggregate->requirement);
  json_object_set_int_member (object, "eligible", aggregate->eligible);
  json_object_set_int_member (object, "recused", aggregate->recused);
  json_object_set_int_member (object, "void", aggregate->voided);
  json_object_set_int_member (object, "counted", aggregate->counted);
  json_object_set_int_member (object, "cannot_judge", aggregate->cannot_judge);
  json_object_set_int_member (object, "missing", aggregate->missing);
  set_levels (object, aggregate);
  json_object_set_double_member (object, "threshold", aggregate->threshold);
  json_object_set_int_member (object, "at_or_above", aggregate->at_or_above);
  set_number (object, "minimum", aggregate->minimum);
  set_number (object, "maximum", aggregate->maximum);
  set_number (object, "mean", aggregate->mean);
  set_number (object, "median", aggregate->median);
  set_number (object, "statistic", aggregate->statistic);
  json_object_set_boolean_member (object, "reference_only", aggregate->reference_only);
  if (aggregate->reference_only)
    json_object_set_null_member (object, "passes");
  else
    json_object_set_boolean_member (object, "passes", aggregate->passes);
  json_object_set_boolean_member (object, "split", aggregate->split);
  return take_object (object);
}

/**
 * shinsa_aggregates_to_json:
 * @aggregates: (element-type ShinsaAggregate): an application in numbers
 *
 * Returns: (transfer full): the same as a JSON array
 */
JsonNode *
shinsa_aggregates_to_json (GPtrArray *aggregates)
{
  JsonNode *node;

  g_return_val_if_fail (aggregates != NULL, NULL);

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, json_array_sized_new (aggregates->len));
  for (guint i = 0; i < aggregates->len; i++)
    json_array_add_element (json_node_get_array (node),
                            shinsa_aggregate_to_json (g_ptr_array_index (aggregates, i)));
  return node;
}

/**
 * shinsa_growth_to_json:
 * @growth: answers that were counted
 *
 * Returns: (transfer full): the same as JSON
 */
JsonNode *
shinsa_growth_to_json (ShinsaGrowthCount growth)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "eligible", growth.eligible);
  json_object_set_int_member (object, "yes", growth.yes);
  json_object_set_int_member (object, "no", growth.no);
  return take_object (object);
}

/* --- Suggestion --- */

static JsonNode *
step_to_json (const ShinsaSuggestionStep *step)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "outcome", step->outcome);
  json_object_set_string_member (object, "gate", shinsa_gate_to_string (step->gate));
  if (step->holds < 0)
    json_object_set_null_member (object, "holds");
  else
    json_object_set_boolean_member (object, "holds", step->holds);
  set_words (object, "lacking", step->lacking);
  set_words (object, "failing", step->failing);
  set_count (object, "yes", step->yes);
  set_count (object, "no", step->no);
  set_number (object, "total", step->total);
  set_number (object, "line", step->line);
  return take_object (object);
}

static JsonNode *
flag_to_json (const ShinsaFlag *flag)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "flag", shinsa_flag_to_string (flag->kind));
  json_object_set_string_member (object, "requirement", flag->requirement);
  return take_object (object);
}

/**
 * shinsa_suggestion_to_json:
 * @suggestion: what the rules give for an application
 *
 * Returns: (transfer full): the same as JSON, with its arithmetic
 */
JsonNode *
shinsa_suggestion_to_json (const ShinsaSuggestion *suggestion)
{
  JsonObject *object;
  JsonArray *steps;
  JsonArray *flags;

  g_return_val_if_fail (suggestion != NULL, NULL);

  steps = json_array_sized_new (suggestion->steps->len);
  for (guint i = 0; i < suggestion->steps->len; i++)
    json_array_add_element (steps, step_to_json (g_ptr_array_index (suggestion->steps, i)));
  flags = json_array_sized_new (suggestion->flags->len);
  for (guint i = 0; i < suggestion->flags->len; i++)
    json_array_add_element (flags, flag_to_json (g_ptr_array_index (suggestion->flags, i)));

  object = json_object_new ();
  json_object_set_string_member (object, "outcome", suggestion->outcome);
  json_object_set_string_member (object, "why", shinsa_suggestion_why_to_string (suggestion->why));
  json_object_set_array_member (object, "steps", steps);
  json_object_set_array_member (object, "flags", flags);
  return take_object (object);
}

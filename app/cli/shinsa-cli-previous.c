/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-previous.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"

#include <glib/gi18n-lib.h>

/* --- As JSON --- */

/**
 * shinsa_cli_indicators_json:
 * @indicators: (element-type ShinsaIndicator): figures of a community
 *
 * Returns: (transfer full): their names, and what was written for each, for --json
 */
JsonArray *
shinsa_cli_indicators_json (GPtrArray *indicators)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < indicators->len; i++)
    {
      const ShinsaIndicator *indicator = g_ptr_array_index (indicators, i);
      JsonObject *object = json_object_new ();

      shinsa_cli_set_text (object, "label", &indicator->label);
      json_object_set_string_member (object, "raw", indicator->raw);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
scores_json (const ShinsaPrevious *previous)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < previous->requirements->len; i++)
    {
      const ShinsaPreviousScore *score = g_ptr_array_index (previous->requirements, i);
      JsonObject *object = json_object_new ();
      JsonArray *levels = json_array_new ();

      for (guint j = 0; j < score->levels->len; j++)
        json_array_add_double_element (levels, g_array_index (score->levels, double, j));
      json_object_set_string_member (object, "code", score->code);
      shinsa_cli_set_text (object, "name", &score->name);
      shinsa_cli_set_number (object, "median", score->median);
      json_object_set_int_member (object, "counted", score->counted);
      json_object_set_array_member (object, "levels", levels);
      shinsa_cli_set_text (object, "comment", &score->comment);
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * shinsa_cli_previous_json:
 * @previous: what an earlier round found
 *
 * Returns: (transfer full): it, with the names of the round definition
 */
JsonObject *
shinsa_cli_previous_json (const ShinsaPrevious *previous)
{
  JsonObject *object = json_object_new ();
  JsonObject *set = json_object_new ();
  JsonArray *conditions = json_array_new ();

  for (guint i = 0; i < previous->conditions->len; i++)
    json_array_add_object_element (conditions, shinsa_cli_text_json (
                                     g_ptr_array_index (previous->conditions, i)));
  json_object_set_string_member (set, "id", previous->requirement_set_id);
  json_object_set_int_member (set, "version", previous->requirement_set_version);
  shinsa_cli_set_text (object, "title", &previous->title);
  json_object_set_string_member (object, "announced_on", previous->announced_on);
  shinsa_cli_set_text (object, "outcome", &previous->outcome);
  json_object_set_object_member (object, "requirement_set", set);
  json_object_set_array_member (object, "requirements", scores_json (previous));
  json_object_set_array_member (object, "conditions", conditions);
  shinsa_cli_set_text (object, "remarks", &previous->remarks);
  json_object_set_array_member (object, "indicators",
                                shinsa_cli_indicators_json (previous->indicators));

  return object;
}

/* --- For people --- */

static char *
levels_text (const ShinsaPreviousScore *score)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < score->levels->len; i++)
    g_ptr_array_add (levels, shinsa_number_text (g_array_index (score->levels, double, i)));

  return shinsa_list_text (levels);
}

static void
print_scores (const ShinsaRound    *round,
              const ShinsaPrevious *previous)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Requirement"), _("Median"), _("Levels"), _("Name"), "", NULL);

  for (guint i = 0; i < previous->requirements->len; i++)
    {
      const ShinsaPreviousScore *score = g_ptr_array_index (previous->requirements, i);
      g_autofree char *median = shinsa_number_text (score->median);
      g_autofree char *levels = levels_text (score);
      gboolean is_asked = shinsa_definition_requirement (round->definition, score->code) != NULL;

      shinsa_cli_table_row (table, score->code, median, levels, shinsa_text_get (&score->name),
                            is_asked ? "" : _("not asked now"), NULL);
    }
  g_print ("\n");
  shinsa_cli_table_print (table);
}

/**
 * shinsa_cli_print_previous:
 * @round: the round, for its requirements
 * @previous: what an earlier round found
 *
 * Prints it for people, on the standard output.
 */
void
shinsa_cli_print_previous (const ShinsaRound    *round,
                           const ShinsaPrevious *previous)
{
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();

  g_print ("\n");
  shinsa_cli_table_fact (facts, _("Last round"), shinsa_text_get (&previous->title));
  if (previous->announced_on != NULL)
    shinsa_cli_table_fact (facts, _("Announced on"), previous->announced_on);
  shinsa_cli_table_fact (facts, _("Outcome"), shinsa_text_get (&previous->outcome));
  for (guint i = 0; i < previous->conditions->len; i++)
    shinsa_cli_table_fact (facts, _("Condition"),
                           shinsa_text_get (g_ptr_array_index (previous->conditions, i)));
  if (!shinsa_text_is_empty (&previous->remarks))
    shinsa_cli_table_fact (facts, _("Remarks"), shinsa_text_get (&previous->remarks));
  shinsa_cli_table_print (facts);
  if (previous->requirements->len > 0)
    print_scores (round, previous);
}

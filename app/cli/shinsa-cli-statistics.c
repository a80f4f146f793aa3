/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-compare.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"

#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-discussion.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-spread.h"

#include <glib/gi18n-lib.h>

/* What the window draws as pictures: the same numbers, of what the committee decides on. */
#define BASIS SHINSA_BASIS_DECISION

static JsonNode *
margin_json (const ShinsaDefinition *definition,
             GPtrArray              *aggregates)
{
  JsonNode *node = json_node_new (JSON_NODE_NULL);
  JsonObject *object = NULL;
  ShinsaMargin margin = { 0 };

  if (!shinsa_margin_find (definition, aggregates, &margin))
    return node;
  object = json_object_new ();
  json_object_set_string_member (object, "outcome", shinsa_margin_outcome (definition)->code);
  json_object_set_string_member (object, "requirement", margin.requirement);
  json_object_set_double_member (object, "value", margin.value);
  json_object_set_double_member (object, "low", margin.low);
  json_object_set_double_member (object, "high", margin.high);
  json_object_set_boolean_member (object, "reached", margin.reached);
  json_object_set_int_member (object, "changes", margin.changes);
  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

/* --- All applications --- */

static JsonObject *
item_json (const ShinsaRound          *round,
           const ShinsaDiscussionItem *item)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) aggregates = shinsa_aggregate_application (round, item->dossier->id,
                                                                   BASIS);

  json_object_set_string_member (object, "application", item->dossier->id);
  json_object_set_double_member (object, "split", item->split);
  json_object_set_double_member (object, "spread", item->spread);
  json_object_set_double_member (object, "closeness", item->closeness);
  json_object_set_member (object, "margin", margin_json (round->definition, aggregates));

  return object;
}

static char *
dup_percent (double share)
{
  /* Translators: a share of all requirements. */
  return g_strdup_printf (_("%.0f %%"), share * 100);
}

static void
add_item (ShinsaCliTable             *table,
          const ShinsaDiscussionItem *item)
{
  g_autofree char *split = dup_percent (item->split);
  g_autofree char *spread = dup_percent (item->spread);
  g_autofree char *closeness = dup_percent (item->closeness);
  g_autofree char *name = shinsa_cli_text_short (shinsa_text_get (&item->dossier->name));

  shinsa_cli_table_row (table, name, split, spread, closeness, NULL);
}

/* In the order in which they are to be discussed; what is not shown to somebody is not counted. */
static gboolean
show_all (ShinsaCli          *cli,
          const ShinsaRound  *round,
          GError            **error)
{
  g_autoptr (GPtrArray) items = shinsa_discussion_order (round, BASIS);
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Application"), _("Members split"), _("Spread"),
                          _("One level from the line"), NULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const ShinsaDiscussionItem *item = g_ptr_array_index (items, i);

      if (!shinsa_session_may_see_reviews (round, item->dossier->id))
        continue;
      json_array_add_object_element (array, item_json (round, item));
      add_item (table, item);
    }
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "applications", array);
  json_array_unref (array);
  shinsa_cli_table_print (table);

  return TRUE;
}

/* --- One application --- */

static void
print_margin (const ShinsaRound *round,
              GPtrArray         *aggregates)
{
  g_autoptr (ShinsaCliTable) facts = NULL;
  ShinsaMargin margin = { 0 };
  const ShinsaRequirement *requirement = NULL;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *changes = NULL;

  if (!shinsa_margin_find (round->definition, aggregates, &margin))
    return;
  facts = shinsa_cli_table_new_facts ();
  if (margin.requirement != NULL)
    requirement = shinsa_definition_requirement (round->definition, margin.requirement);
  value = shinsa_number_text (margin.value);
  low = shinsa_number_text (margin.low);
  high = shinsa_number_text (margin.high);
  g_print ("\n");
  shinsa_cli_table_fact (facts, _("Outcome"),
                         shinsa_text_get (&shinsa_margin_outcome (round->definition)->name));
  if (requirement != NULL)
    shinsa_cli_table_fact (facts, _("Weakest requirement"), shinsa_text_get (&requirement->name));
  shinsa_cli_table_fact (facts, _("Above the line by"), value);
  shinsa_cli_table_fact (facts, _("At worst, by one level of one member"), low);
  shinsa_cli_table_fact (facts, _("At best, by one level of one member"), high);
  if (margin.changes >= 0)
    {
      changes = g_strdup_printf ("%d", margin.changes);
      shinsa_cli_table_fact (facts, _("Levels to the other side"), changes);
    }
  shinsa_cli_table_print (facts);
}

static gboolean
show_one (ShinsaCli          *cli,
          const ShinsaRound  *round,
          GError            **error)
{
  const ShinsaDossier *dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0),
                                                          error);
  g_autoptr (GPtrArray) aggregates = NULL;
  JsonObject *object = NULL;

  if (dossier == NULL || !shinsa_cli_check_revealed (round, dossier->id, error))
    return FALSE;
  aggregates = shinsa_aggregate_application (round, dossier->id, BASIS);
  if (!shinsa_cli_wants_json (cli))
    {
      g_print ("%s\n\n", shinsa_text_get (&dossier->name));
      shinsa_cli_print_aggregates (round, aggregates);
      print_margin (round, aggregates);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "application", dossier->id);
  json_object_set_member (object, "aggregates", shinsa_aggregates_to_json (aggregates));
  json_object_set_member (object, "margin", margin_json (round->definition, aggregates));

  return shinsa_cli_put_object (cli, object);
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;

  return shinsa_cli_argument (cli, 0) != NULL ? show_one (cli, round, error)
                                              : show_all (cli, round, error);
}

static const ShinsaCliVerb verbs[] = {
  { "show", "[APPLICATION]", N_("Show where members differ, and how far the lines are"), show },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_statistics = { "statistics", N_("Levels in numbers"), verbs };

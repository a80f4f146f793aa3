/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-discussion.h"

#include <math.h>

/**
 * shinsa_discussion_weight:
 * @item: an application on the agenda
 *
 * The sum of three shares, each from 0 to 1: of its requirements on which members are split, of
 * the deviation that is possible on its requirements on average, and of its requirements that one
 * member's change by one level would turn round.
 *
 * Returns: how much there is to discuss
 */
double
shinsa_discussion_weight (const ShinsaDiscussionItem *item)
{
  g_return_val_if_fail (item != NULL, 0);

  return item->split + item->spread + item->closeness;
}

/* Half the scale: the deviation of members of whom half give the highest and half the lowest. */
static double
find_largest_deviation (const ShinsaDefinition *definition)
{
  const ShinsaLevel *highest = g_ptr_array_index (definition->levels, 0);

  return (highest->value - shinsa_definition_lowest (definition)) / 2;
}

static ShinsaDiscussionItem *
make_item (const ShinsaRound   *round,
           const ShinsaDossier *dossier,
           ShinsaBasis          basis)
{
  g_autoptr (GPtrArray) aggregates = shinsa_aggregate_application (round, dossier->id, basis);
  double largest = find_largest_deviation (round->definition);
  ShinsaDiscussionItem *item = g_new0 (ShinsaDiscussionItem, 1);

  item->dossier = dossier;
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      item->split += aggregate->split;
      item->closeness += aggregate->one_level_from_line;
      if (aggregate->counted > 0 && largest > 0)
        item->spread += aggregate->average_deviation / largest;
    }
  if (aggregates->len > 0)
    {
      item->split /= aggregates->len;
      item->spread /= aggregates->len;
      item->closeness /= aggregates->len;
    }
  return item;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const ShinsaDiscussionItem *first = *(const ShinsaDiscussionItem * const *) a;
  const ShinsaDiscussionItem *second = *(const ShinsaDiscussionItem * const *) b;
  /* Sums of the same shares in another order may differ in their last bits. */
  double weight_first = rint (shinsa_discussion_weight (first) * 1e9);
  double weight_second = rint (shinsa_discussion_weight (second) * 1e9);

  return (weight_first < weight_second) - (weight_first > weight_second);
}

/**
 * shinsa_discussion_order:
 * @round: a settled round
 * @basis: which reviews
 *
 * Returns: (transfer full) (element-type ShinsaDiscussionItem): the applications that are not
 *   withdrawn, those first on which there is most to discuss; equals in their own order
 */
GPtrArray *
shinsa_discussion_order (const ShinsaRound *round,
                         ShinsaBasis        basis)
{
  GPtrArray *items;

  g_return_val_if_fail (round != NULL, NULL);

  items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (!dossier->withdrawn)
        g_ptr_array_add (items, make_item (round, dossier, basis));
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

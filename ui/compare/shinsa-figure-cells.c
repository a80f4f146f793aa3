/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-figure-cells.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_FIGURES 7

/* One decimal, cut and not rounded, so that what misses a threshold by little is not shown as
 * reaching it. */
static char *
figure_text (double value)
{
  return shinsa_number_text (floor (value * 10 + 1e-6) / 10);
}

/**
 * shinsa_compare_counts_text:
 *
 * Returns: (transfer full): the four counts, short
 */
char *
shinsa_compare_counts_text (int counted,
                            int eligible,
                            int recused,
                            int missing)
{
  return g_strdup_printf ("%d / %d / %d / %d", counted, eligible, recused, missing);
}

/**
 * shinsa_compare_counts_sentence:
 *
 * Returns: (transfer full): the four counts with their names
 */
char *
shinsa_compare_counts_sentence (int counted,
                                int eligible,
                                int recused,
                                int missing)
{
  /* Translators: how many reviews there are, of members who may take part. */
  return g_strdup_printf (_("%d counted of %d eligible, %d recused, %d missing"),
                          counted, eligible, recused, missing);
}

/**
 * shinsa_compare_median_text:
 *
 * Returns: (transfer full): the median; the two middle levels where they differ
 */
char *
shinsa_compare_median_text (const ShinsaDefinition *definition,
                            const ShinsaAggregate  *aggregate)
{
  g_autofree char *low = shinsa_level_text (definition, aggregate->median_low);
  g_autofree char *high = shinsa_level_text (definition, aggregate->median_high);

  return aggregate->median_low == aggregate->median_high
         ? g_steal_pointer (&low) : g_strdup_printf ("%s–%s", low, high);
}

static char *
range_text (const ShinsaDefinition *definition,
            const ShinsaAggregate  *aggregate)
{
  g_autofree char *low = shinsa_level_text (definition, aggregate->minimum);
  g_autofree char *high = shinsa_level_text (definition, aggregate->maximum);

  return aggregate->minimum == aggregate->maximum
         ? g_steal_pointer (&low) : g_strdup_printf ("%s–%s", low, high);
}

/**
 * shinsa_compare_add_figure_columns:
 *
 * Adds the columns that shinsa_compare_take_figures() fills.
 */
void
shinsa_compare_add_figure_columns (ShinsaTable *table)
{
  shinsa_table_add_column (table, "#at", _("At or above"), 9)->apart = TRUE;
  shinsa_table_add_column (table, "#spread", _("Distribution"), 12);
  shinsa_table_add_column (table, "#mean", _("Mean"), 6);
  shinsa_table_add_column (table, "#median", _("Median"), 8);
  shinsa_table_add_column (table, "#range", _("Range"), 7);
  shinsa_table_add_column (table, "#n", _("Counted / eligible / recused / missing"), 17);
  shinsa_table_add_column (table, "#split", _("Split"), 10);
}

static ShinsaCell *
figure_cell (const char *text,
             char       *label,
             double      order)
{
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_FIGURE, text, label);

  cell->order = order;
  return cell;
}

static ShinsaCell *
at_cell (const ShinsaDefinition *definition,
         const ShinsaAggregate  *aggregate)
{
  /* Translators: how many of how many levels reach the threshold, short for a table. */
  g_autofree char *text = g_strdup_printf (_("%d of %d"), aggregate->at_or_above,
                                           aggregate->counted);
  g_autofree char *threshold = shinsa_level_text (definition, aggregate->threshold);
  char *label;
  ShinsaCell *cell;

  if (aggregate->counted == 0)
    {
      cell = figure_cell (_("no evaluators"), g_strdup (_("no evaluators")), NAN);
      cell->flags |= SHINSA_CELL_FAINT;
      return cell;
    }
  label = aggregate->reference_only
          ? g_strdup_printf (_("%d of %d at or above %s; reference only, too few evaluators"),
                             aggregate->at_or_above, aggregate->counted, threshold)
          : g_strdup_printf (_("%d of %d at or above %s"),
                             aggregate->at_or_above, aggregate->counted, threshold);
  cell = figure_cell (text, label, (double) aggregate->at_or_above / aggregate->counted);
  if (aggregate->reference_only)
    {
      cell->flags |= SHINSA_CELL_FAINT;
      cell->note = g_strdup (_("reference only"));
    }
  else if (!aggregate->passes)
    {
      cell->flags |= SHINSA_CELL_STRONG;
      cell->note = g_strdup (_("below"));
    }
  return cell;
}

static int
count_at (const ShinsaAggregate *aggregate,
          double                 level)
{
  int n = 0;

  for (int i = 0; i < aggregate->counted; i++)
    n += fabs (aggregate->levels[i] - level) < 1e-9;
  return n;
}

static ShinsaCell *
spread_cell (const ShinsaDefinition *definition,
             const ShinsaAggregate  *aggregate)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (int));
  ShinsaCell *cell;
  int line = 0;

  for (guint i = definition->levels->len; i > 0; i--)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i - 1);
      g_autofree char *text = shinsa_level_text (definition, level->value);
      int n = count_at (aggregate, level->value);

      g_array_append_val (counts, n);
      if (level->value < aggregate->threshold - 1e-9)
        line++;
      if (n > 0)
        /* Translators: how many members gave a level: "2 at level 3". */
        g_ptr_array_add (phrases, g_strdup_printf (_("%d at level %s"), n, text));
    }
  cell = shinsa_cell_new (SHINSA_CELL_SPREAD, "",
                          phrases->len > 0 ? shinsa_list_text (phrases)
                                           : g_strdup (_("no evaluators")));
  cell->counts = counts;
  cell->line = line;
  cell->order = aggregate->average_deviation;
  return cell;
}

static ShinsaCell *
counts_cell (const ShinsaAggregate *aggregate)
{
  g_autofree char *text = shinsa_compare_counts_text (aggregate->counted, aggregate->eligible,
                                                      aggregate->recused, aggregate->missing);

  return figure_cell (text, shinsa_compare_counts_sentence (aggregate->counted,
                                                            aggregate->eligible,
                                                            aggregate->recused,
                                                            aggregate->missing),
                      aggregate->counted);
}

static ShinsaCell *
split_cell (const ShinsaAggregate *aggregate)
{
  ShinsaCell *cell;

  if (aggregate->split)
    {
      /* Translators: the members are split on a requirement; short for a table. */
      cell = figure_cell (_("◆ split"), g_strdup (_("The members are split.")), 2);
      cell->flags |= SHINSA_CELL_STRONG;
      return cell;
    }
  if (aggregate->divided)
    /* Translators: levels lie on both sides of the threshold; short for a table. */
    return figure_cell (_("both sides"),
                        g_strdup (_("Levels lie on both sides of the threshold.")), 1);
  return figure_cell ("", g_strdup (_("The members are not split.")), 0);
}

/**
 * shinsa_compare_take_figures:
 *
 * Ends the row with the numbers of a requirement.
 */
void
shinsa_compare_take_figures (ShinsaRow              *row,
                             const ShinsaDefinition *definition,
                             const ShinsaAggregate  *aggregate)
{
  gboolean any = aggregate->counted > 0;
  g_autofree char *mean = any ? figure_text (aggregate->mean) : g_strdup ("");
  g_autofree char *median = any ? shinsa_compare_median_text (definition, aggregate)
                                : g_strdup ("");
  g_autofree char *range = any ? range_text (definition, aggregate) : g_strdup ("");
  ShinsaCell *cells[N_FIGURES] = {
    at_cell (definition, aggregate),
    spread_cell (definition, aggregate),
    figure_cell (mean, g_strdup_printf (_("Mean %s"), mean), aggregate->mean),
    figure_cell (median, g_strdup_printf (_("Median %s"), median), aggregate->median),
    figure_cell (range, g_strdup_printf (_("Range %s"), range),
                 aggregate->maximum - aggregate->minimum),
    counts_cell (aggregate),
    split_cell (aggregate),
  };

  for (int i = 0; i < N_FIGURES; i++)
    {
      if (aggregate->reference_only)
        cells[i]->flags |= SHINSA_CELL_FAINT;
      shinsa_row_take_titled_cell (row, cells[i]);
    }
}

/**
 * shinsa_compare_take_no_figures:
 * @label: why there is none
 *
 * Ends the row with as many empty cells.
 */
void
shinsa_compare_take_no_figures (ShinsaRow  *row,
                                const char *label)
{
  for (int i = 0; i < N_FIGURES; i++)
    shinsa_row_take_titled_cell (row, figure_cell ("", g_strdup (label), NAN));
}

/**
 * shinsa_compare_summary_cell:
 * @subject: what the requirement belongs to, read out first
 *
 * Returns: (transfer full): a requirement in one cell: its median, shaded by how far the members
 *   are apart
 */
ShinsaCell *
shinsa_compare_summary_cell (const ShinsaDefinition *definition,
                             const ShinsaAggregate  *aggregate,
                             const char             *subject)
{
  const ShinsaRequirement *requirement = shinsa_definition_requirement (definition,
                                                                        aggregate->requirement);
  const ShinsaLevel *highest = g_ptr_array_index (definition->levels, 0);
  double scale = highest->value - shinsa_definition_lowest (definition);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *median = NULL;
  g_autofree char *text = NULL;
  ShinsaCell *cell;

  g_ptr_array_add (phrases, g_strdup (subject));
  g_ptr_array_add (phrases, g_strdup (shinsa_text_get (&requirement->name)));
  if (aggregate->counted == 0)
    {
      g_ptr_array_add (phrases, g_strdup (_("no evaluators")));
      cell = shinsa_cell_new (SHINSA_CELL_MARK, shinsa_mark_text (SHINSA_MARK_MISSING),
                              shinsa_list_text (phrases));
      cell->flags |= SHINSA_CELL_FAINT;
      return cell;
    }

  median = shinsa_compare_median_text (definition, aggregate);
  text = aggregate->split ? g_strdup_printf ("%s ◆", median) : g_strdup (median);
  g_ptr_array_add (phrases, g_strdup_printf (_("Median %s"), median));
  cell = shinsa_cell_new (SHINSA_CELL_LEVEL, text, NULL);
  /* Half of the scale is as far apart as members can be on average. */
  cell->shade = scale > 0 ? MIN (2 * aggregate->average_deviation / scale, 1) : 0;
  cell->order = aggregate->median;
  if (aggregate->reference_only)
    {
      cell->flags |= SHINSA_CELL_HOLLOW;
      g_ptr_array_add (phrases, g_strdup (_("reference only")));
    }
  else if (!aggregate->passes)
    {
      cell->flags |= SHINSA_CELL_BELOW;
      g_ptr_array_add (phrases, g_strdup (_("below the threshold")));
    }
  if (aggregate->split)
    g_ptr_array_add (phrases, g_strdup (_("split")));
  cell->label = shinsa_list_text (phrases);
  return cell;
}

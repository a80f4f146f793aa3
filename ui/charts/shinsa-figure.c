/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-figure.h"

#include "rules/shinsa-level-text.h"

static void
tick_free (gpointer data)
{
  ShinsaTick *tick = data;

  g_free (tick->text);
  g_free (tick);
}

/**
 * shinsa_figure_new:
 * @table: (transfer full): the figure as a table
 * @n_columns: how many of its columns, from the first, hold points
 * @narrowest: how narrow it can be drawn
 *
 * Returns: (transfer full): a figure of all rows of the table, without ticks, values and words
 */
ShinsaFigure *
shinsa_figure_new (const ShinsaFigureKind *kind,
                   const char             *name,
                   ShinsaTable            *table,
                   int                     n_columns,
                   int                     narrowest)
{
  ShinsaFigure *figure = g_new0 (ShinsaFigure, 1);

  figure->kind = kind;
  figure->name = g_strdup (name);
  figure->table = table;
  figure->n_rows = (int) table->rows->len;
  figure->n_columns = n_columns;
  figure->narrowest = narrowest;
  figure->ticks = g_ptr_array_new_with_free_func (tick_free);
  figure->values = g_array_new (FALSE, FALSE, sizeof (double));
  figure->words = g_ptr_array_new_with_free_func (g_free);
  return figure;
}

void
shinsa_figure_free (ShinsaFigure *figure)
{
  g_return_if_fail (figure != NULL);

  g_free (figure->name);
  shinsa_table_free (figure->table);
  g_ptr_array_unref (figure->ticks);
  g_array_unref (figure->values);
  g_ptr_array_unref (figure->words);
  g_free (figure);
}

/**
 * shinsa_figure_add_tick:
 * @figure: a figure
 * @value: a place on its scale
 * @text: what stands there
 */
void
shinsa_figure_add_tick (ShinsaFigure *figure,
                        double        value,
                        const char   *text)
{
  ShinsaTick *tick = g_new0 (ShinsaTick, 1);

  tick->value = value;
  tick->text = g_strdup (text);
  g_ptr_array_add (figure->ticks, tick);
}

/**
 * shinsa_figure_add_levels:
 *
 * Adds a tick for each level of the scale.
 */
void
shinsa_figure_add_levels (ShinsaFigure           *figure,
                          const ShinsaDefinition *definition)
{
  for (guint i = definition->levels->len; i > 0; i--)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i - 1);
      g_autofree char *text = shinsa_level_text (definition, level->value);

      shinsa_figure_add_tick (figure, level->value, text);
    }
}

/**
 * shinsa_figure_add_lines:
 *
 * Adds to the values how many levels are below the threshold of each requirement.
 */
void
shinsa_figure_add_lines (ShinsaFigure           *figure,
                         const ShinsaDefinition *definition)
{
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      double line = shinsa_figure_find_place (figure, requirement->threshold);

      g_array_append_val (figure->values, line);
    }
}

/**
 * shinsa_figure_find_place:
 *
 * Returns: how many ticks are below the value
 */
int
shinsa_figure_find_place (const ShinsaFigure *figure,
                          double              value)
{
  int below = 0;

  for (guint i = 0; i < figure->ticks->len; i++)
    below += ((ShinsaTick *) g_ptr_array_index (figure->ticks, i))->value < value - 1e-9;
  return below;
}

/**
 * shinsa_figure_cell:
 *
 * Returns: (transfer none) (nullable): the cell of a point
 */
ShinsaCell *
shinsa_figure_cell (const ShinsaFigure *figure,
                    int                 row,
                    int                 column)
{
  g_return_val_if_fail (figure != NULL, NULL);

  if (row < 0 || row >= figure->n_rows || column < 0 ||
      column >= figure->n_columns)
    return NULL;
  return shinsa_row_get_cell (g_ptr_array_index (figure->table->rows, row), column);
}

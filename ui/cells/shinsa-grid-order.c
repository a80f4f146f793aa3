/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-private.h"

/* Upwards, downwards, and back to the order of the model. */
void
shinsa_grid_toggle_sort (ShinsaGrid *self,
                         int         column)
{
  if (column != shinsa_row_sorter_get_column (self->sorter))
    shinsa_row_sorter_sort_by (self->sorter, column, FALSE);
  else if (!shinsa_row_sorter_is_descending (self->sorter))
    shinsa_row_sorter_sort_by (self->sorter, column, TRUE);
  else
    shinsa_row_sorter_sort_by (self->sorter, SHINSA_ROW_SORTER_NONE, FALSE);
}

/**
 * shinsa_grid_set_rows:
 * @rows: of #ShinsaRow
 * @filter: (nullable): which of them are shown
 *
 * Shows the rows sorted as the headings say. Rows that change later keep their places until
 * shinsa_grid_order_again(), so that nothing moves under the eyes of who reads.
 */
void
shinsa_grid_set_rows (ShinsaGrid      *self,
                      ShinsaKeyedList *rows,
                      GtkFilter       *filter)
{
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (GtkFilterListModel) filtered = NULL;

  g_return_if_fail (SHINSA_IS_GRID (self));
  g_return_if_fail (SHINSA_IS_KEYED_LIST (rows));

  g_set_object (&self->rows, rows);
  g_set_object (&self->filter, filter);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (rows)),
                                    g_object_ref (GTK_SORTER (self->sorter)));
  /* Filtered after they are sorted: who types a filter sorts nothing. */
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (sorted)),
                                        filter != NULL ? g_object_ref (filter) : NULL);
  shinsa_grid_set_model (self, G_LIST_MODEL (filtered));
}

static gboolean
is_sorted (ShinsaGrid *self)
{
  GtkSorter *sorter = GTK_SORTER (self->sorter);
  gboolean sorts = gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE;
  guint n = g_list_model_get_n_items (self->model);
  g_autoptr (ShinsaRow) before = NULL;

  for (guint i = 0; sorts && i < n; i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (self->model, i);

      if (before != NULL && gtk_sorter_compare (sorter, before, row) == GTK_ORDERING_LARGER)
        return FALSE;
      g_set_object (&before, row);
    }
  return TRUE;
}

static gboolean
is_filtered (ShinsaGrid *self)
{
  guint wanted = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (self->model, i);

      if (!gtk_filter_match (self->filter, row))
        return FALSE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      wanted += gtk_filter_match (self->filter, row);
    }
  return wanted == g_list_model_get_n_items (self->model);
}

/**
 * shinsa_grid_is_in_order:
 *
 * Returns: whether the rows stand, and are shown, as they would be if they were sorted and
 *   filtered now
 */
gboolean
shinsa_grid_is_in_order (ShinsaGrid *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID (self), TRUE);

  return self->rows == NULL ||
         (is_sorted (self) && (self->filter == NULL || is_filtered (self)));
}

/**
 * shinsa_grid_order_again:
 *
 * Sorts and filters by what the rows say now. Where they stand so already, nothing moves.
 */
void
shinsa_grid_order_again (ShinsaGrid *self)
{
  g_return_if_fail (SHINSA_IS_GRID (self));

  if (shinsa_grid_is_in_order (self))
    return;
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * shinsa_grid_get_sorter:
 *
 * Returns: (transfer none): sorts as the headings of the columns say
 */
GtkSorter *
shinsa_grid_get_sorter (ShinsaGrid *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID (self), NULL);

  return GTK_SORTER (self->sorter);
}

/**
 * shinsa_grid_sort_by:
 * @column: (nullable): the key of a column, NULL for the order of the model
 */
void
shinsa_grid_sort_by (ShinsaGrid *self,
                     const char *column,
                     gboolean    descending)
{
  g_return_if_fail (SHINSA_IS_GRID (self));

  if (column == NULL)
    shinsa_row_sorter_sort_by (self->sorter, SHINSA_ROW_SORTER_NONE, FALSE);
  for (guint i = 0; column != NULL && i < self->columns->len; i++)
    if (strcmp (((ShinsaColumn *) g_ptr_array_index (self->columns, i))->key, column) == 0)
      shinsa_row_sorter_sort_by (self->sorter, (int) i, descending);
}

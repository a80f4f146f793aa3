/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-private.h"

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  ShinsaGrid *self = data;

  if (self->sort_column == SHINSA_GRID_NO_COLUMN)
    return GTK_ORDERING_EQUAL;
  return gtk_ordering_from_cmpfunc (shinsa_row_compare ((ShinsaRow *) a, (ShinsaRow *) b,
                                                        self->sort_column,
                                                        self->sort_descending));
}

void
shinsa_grid_init_order (ShinsaGrid *self)
{
  self->sort_column = SHINSA_GRID_NO_COLUMN;
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
}

void
shinsa_grid_dispose_order (ShinsaGrid *self)
{
  /* Who still sorts by it must not ask a grid that is gone. */
  if (self->sorter != NULL)
    gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorter), NULL, NULL, NULL);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
}

static void
sort_by (ShinsaGrid *self,
         int         column,
         gboolean    descending)
{
  self->sort_column = column;
  self->sort_descending = descending;
  shinsa_grid_show_headings (self);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * shinsa_grid_forget_order:
 *
 * The column that the rows were sorted by may be gone: they stand as in their list again.
 */
void
shinsa_grid_forget_order (ShinsaGrid *self)
{
  if (self->sort_column != SHINSA_GRID_NO_COLUMN)
    sort_by (self, SHINSA_GRID_NO_COLUMN, FALSE);
}

/* Upwards, downwards, and back to the order of the model. */
void
shinsa_grid_toggle_sort (ShinsaGrid *self,
                         int         column)
{
  if (column != self->sort_column)
    sort_by (self, column, FALSE);
  else if (!self->sort_descending)
    sort_by (self, column, TRUE);
  else
    sort_by (self, SHINSA_GRID_NO_COLUMN, FALSE);
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
                                    g_object_ref (self->sorter));
  /* Filtered after they are sorted: who types a filter sorts nothing. */
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (sorted)),
                                        filter != NULL ? g_object_ref (filter) : NULL);
  shinsa_grid_set_model (self, G_LIST_MODEL (filtered));
}

static gboolean
is_sorted (ShinsaGrid *self)
{
  guint n = g_list_model_get_n_items (self->model);
  g_autoptr (ShinsaRow) before = NULL;

  for (guint i = 0; self->sort_column != SHINSA_GRID_NO_COLUMN && i < n; i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (self->model, i);

      if (before != NULL && gtk_sorter_compare (self->sorter, before, row) == GTK_ORDERING_LARGER)
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
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
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

  return self->sorter;
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
    sort_by (self, SHINSA_GRID_NO_COLUMN, FALSE);
  for (guint i = 0; column != NULL && i < self->columns->len; i++)
    if (strcmp (((ShinsaColumn *) g_ptr_array_index (self->columns, i))->key, column) == 0)
      sort_by (self, (int) i, descending);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-row-sorter.h"

struct _ShinsaRowSorter
{
  GtkSorter parent_instance;

  int       column;
  gboolean  descending;
};

G_DEFINE_FINAL_TYPE (ShinsaRowSorter, shinsa_row_sorter, GTK_TYPE_SORTER)

static GtkOrdering
shinsa_row_sorter_compare (GtkSorter *sorter,
                           gpointer   a,
                           gpointer   b)
{
  ShinsaRowSorter *self = SHINSA_ROW_SORTER (sorter);

  if (self->column == SHINSA_ROW_SORTER_NONE)
    return GTK_ORDERING_EQUAL;
  return gtk_ordering_from_cmpfunc (shinsa_row_compare (a, b, self->column, self->descending));
}

static GtkSorterOrder
shinsa_row_sorter_get_order (GtkSorter *sorter)
{
  return SHINSA_ROW_SORTER (sorter)->column == SHINSA_ROW_SORTER_NONE ? GTK_SORTER_ORDER_NONE
                                                                      : GTK_SORTER_ORDER_PARTIAL;
}

static void
shinsa_row_sorter_class_init (ShinsaRowSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  sorter_class->compare = shinsa_row_sorter_compare;
  sorter_class->get_order = shinsa_row_sorter_get_order;
}

static void
shinsa_row_sorter_init (ShinsaRowSorter *self)
{
  self->column = SHINSA_ROW_SORTER_NONE;
}

/**
 * shinsa_row_sorter_new:
 *
 * Returns: (transfer full): one that leaves rows as they stand
 */
ShinsaRowSorter *
shinsa_row_sorter_new (void)
{
  return g_object_new (SHINSA_TYPE_ROW_SORTER, NULL);
}

/**
 * shinsa_row_sorter_sort_by:
 * @column: its place, %SHINSA_ROW_SORTER_TITLE or %SHINSA_ROW_SORTER_NONE
 * @descending: whether the greater comes first
 */
void
shinsa_row_sorter_sort_by (ShinsaRowSorter *self,
                           int              column,
                           gboolean         descending)
{
  g_return_if_fail (SHINSA_IS_ROW_SORTER (self));

  self->column = column;
  self->descending = descending;
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}

int
shinsa_row_sorter_get_column (ShinsaRowSorter *self)
{
  g_return_val_if_fail (SHINSA_IS_ROW_SORTER (self), SHINSA_ROW_SORTER_NONE);

  return self->column;
}

/**
 * shinsa_row_sorter_is_descending:
 *
 * Returns: whether the greater comes first
 */
gboolean
shinsa_row_sorter_is_descending (ShinsaRowSorter *self)
{
  g_return_val_if_fail (SHINSA_IS_ROW_SORTER (self), FALSE);

  return self->descending;
}

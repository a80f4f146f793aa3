/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shinsa-row.h"

G_BEGIN_DECLS

/* Puts rows in the order of one of their columns, or leaves them as they stand. */

#define SHINSA_TYPE_ROW_SORTER (shinsa_row_sorter_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaRowSorter, shinsa_row_sorter, SHINSA, ROW_SORTER, GtkSorter)

#define SHINSA_ROW_SORTER_TITLE (-1)
#define SHINSA_ROW_SORTER_NONE (-2)

ShinsaRowSorter *shinsa_row_sorter_new           (void);
void             shinsa_row_sorter_sort_by       (ShinsaRowSorter *self,
                                                  int              column,
                                                  gboolean         descending);
int              shinsa_row_sorter_get_column    (ShinsaRowSorter *self);
gboolean         shinsa_row_sorter_is_descending (ShinsaRowSorter *self);

G_END_DECLS

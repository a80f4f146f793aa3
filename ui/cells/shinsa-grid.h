/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cells/shinsa-column.h"
#include "model/shinsa-keyed-list.h"

G_BEGIN_DECLS

/* A table with a cursor that moves cell by cell. GtkColumnView knows rows alone: no arrow key
 * crosses its columns and none of them stays in sight, hence a widget of our own. Only the rows
 * in sight have widgets, and the row of the cursor.
 *
 * Signals:
 *   cursor-moved ()
 *   activated (ShinsaRow *row, int column)   Return or a double click; column -1 for the heading
 * Actions: grid.copy-row, grid.copy-table (Ctrl+C, Ctrl+Shift+C) put what is shown on the
 * clipboard as text. */

#define SHINSA_TYPE_GRID (shinsa_grid_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaGrid, shinsa_grid, SHINSA, GRID, GtkWidget)

GtkWidget          *shinsa_grid_new               (void);
void                shinsa_grid_set_model         (ShinsaGrid  *self,
                                                   GListModel  *model);
void                shinsa_grid_set_columns       (ShinsaGrid  *self,
                                                   const char  *title,
                                                   GPtrArray   *columns);
void                shinsa_grid_set_rows          (ShinsaGrid      *self,
                                                   ShinsaKeyedList *rows,
                                                   GtkFilter       *filter);
gboolean            shinsa_grid_is_in_order       (ShinsaGrid  *self);
void                shinsa_grid_order_again       (ShinsaGrid  *self);
void                shinsa_grid_set_menu          (ShinsaGrid  *self,
                                                   GMenuModel  *menu);
char               *shinsa_grid_dup_text          (ShinsaGrid  *self,
                                                   gboolean     whole);
GtkSorter          *shinsa_grid_get_sorter        (ShinsaGrid  *self);
void                shinsa_grid_sort_by           (ShinsaGrid  *self,
                                                   const char  *column,
                                                   gboolean     descending);
ShinsaRow          *shinsa_grid_get_cursor_row    (ShinsaGrid  *self);
const ShinsaColumn *shinsa_grid_get_cursor_column (ShinsaGrid  *self);
const ShinsaCell   *shinsa_grid_get_cursor_cell   (ShinsaGrid  *self);
gboolean            shinsa_grid_set_cursor        (ShinsaGrid  *self,
                                                   const char  *row,
                                                   const char  *column);

G_END_DECLS

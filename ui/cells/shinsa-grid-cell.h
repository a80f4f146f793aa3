/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shinsa-cell.h"

G_BEGIN_DECLS

/* One cell of a grid, to be focused and read out. */

#define SHINSA_TYPE_GRID_CELL (shinsa_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaGridCell, shinsa_grid_cell, SHINSA, GRID_CELL, GtkWidget)

GtkWidget        *shinsa_grid_cell_new      (GtkAccessibleRole  role,
                                             int                column);
int               shinsa_grid_cell_get_column (ShinsaGridCell  *self);
void              shinsa_grid_cell_set_content (ShinsaGridCell *self,
                                             ShinsaCell        *content);
const ShinsaCell *shinsa_grid_cell_get_content (ShinsaGridCell *self);

G_END_DECLS

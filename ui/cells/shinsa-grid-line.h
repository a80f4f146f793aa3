/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-grid-metrics.h"

G_BEGIN_DECLS

/* One row of a grid on screen, or the headings of its columns: a heading that stays in sight, and
 * cells that slide below it. */

#define SHINSA_TYPE_GRID_LINE (shinsa_grid_line_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaGridLine, shinsa_grid_line, SHINSA, GRID_LINE, GtkWidget)

GtkWidget *shinsa_grid_line_new           (const ShinsaGridMetrics *metrics,
                                           gboolean                 header);
void       shinsa_grid_line_set_n_columns (ShinsaGridLine          *self,
                                           guint                    n_columns);
void       shinsa_grid_line_bind          (ShinsaGridLine          *self,
                                           ShinsaRow               *row,
                                           guint                    position);
ShinsaRow *shinsa_grid_line_get_row       (ShinsaGridLine          *self);
guint      shinsa_grid_line_get_position  (ShinsaGridLine          *self);
GtkWidget *shinsa_grid_line_get_cell      (ShinsaGridLine          *self,
                                           int                      column);
void       shinsa_grid_line_set_cursor    (ShinsaGridLine          *self,
                                           int                      column);

#define SHINSA_GRID_NO_COLUMN (-2)

G_END_DECLS

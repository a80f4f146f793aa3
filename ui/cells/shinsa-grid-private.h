/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-grid-line.h"
#include "cells/shinsa-grid.h"

G_BEGIN_DECLS

/* A grid is written in two files: what it shows (shinsa-grid.c) and where one is in it
 * (shinsa-grid-cursor.c). */

#define SHINSA_GRID_TITLE_COLUMN (-1)

struct _ShinsaGrid
{
  GtkWidget         parent_instance;

  GListModel       *model;           /* of ShinsaRow, or NULL */
  char             *title;
  GPtrArray        *columns;
  ShinsaGridMetrics metrics;
  gboolean          metrics_valid;
  guint             metrics_font;    /* and for which font and width they were made */
  int               metrics_width;
  GtkWidget        *header;
  GPtrArray        *lines;           /* in the order of their positions */
  guint             sync_tick;       /* lines are missing; the next frame makes them */

  GtkAdjustment    *adjustments[2];  /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  ShinsaRow        *cursor_row;      /* NULL on the headings, or where there is no row */
  guint             cursor_position;
  int               cursor_column;
  gboolean          on_header;

  GtkSorter        *sorter;
  int               sort_column;     /* SHINSA_GRID_NO_COLUMN for the order of the model */
  gboolean          sort_descending;
};

enum {
  SHINSA_GRID_CURSOR_MOVED,
  SHINSA_GRID_ACTIVATED,
  SHINSA_GRID_N_SIGNALS
};

extern guint shinsa_grid_signals[SHINSA_GRID_N_SIGNALS];

int        shinsa_grid_body_height         (ShinsaGrid *self);
void       shinsa_grid_sync_lines          (ShinsaGrid *self);
void       shinsa_grid_toggle_sort         (ShinsaGrid *self,
                                            int         column);

void       shinsa_grid_init_cursor         (ShinsaGrid *self);
GtkWidget *shinsa_grid_cursor_cell_widget  (ShinsaGrid *self);
void       shinsa_grid_cursor_follow_model (ShinsaGrid *self);
void       shinsa_grid_follow_focus        (ShinsaGrid *self);
void       shinsa_grid_show_cursor         (ShinsaGrid *self);

G_END_DECLS

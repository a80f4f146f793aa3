/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-grid-line.h"
#include "cells/shinsa-grid.h"
#include "cells/shinsa-row-sorter.h"

G_BEGIN_DECLS

/* A grid is written in four files: what it shows (shinsa-grid.c), where one is in it
 * (shinsa-grid-cursor.c), in which order its rows stand (shinsa-grid-order.c), and what is taken
 * out of it (shinsa-grid-copy.c). */

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

  GtkWidget        *menu;            /* a popover, made when it is first asked for */
  GMenuModel       *menu_model;      /* what the page adds to it, or NULL */

  ShinsaKeyedList  *rows;            /* what is sorted and filtered, or NULL */
  GtkFilter        *filter;          /* or NULL */
  ShinsaRowSorter  *sorter;
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

void       shinsa_grid_install_copying     (GtkWidgetClass *widget_class);
void       shinsa_grid_init_menu           (ShinsaGrid *self);

void       shinsa_grid_init_cursor         (ShinsaGrid *self);
GtkWidget *shinsa_grid_cursor_cell_widget  (ShinsaGrid *self);
void       shinsa_grid_cursor_follow_model (ShinsaGrid *self);
void       shinsa_grid_follow_focus        (ShinsaGrid *self);
void       shinsa_grid_show_cursor         (ShinsaGrid *self);
gboolean   shinsa_grid_point_at            (ShinsaGrid *self,
                                            double      x,
                                            double      y);

G_END_DECLS

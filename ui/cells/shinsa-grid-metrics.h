/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cells/shinsa-column.h"

G_BEGIN_DECLS

/* Where everything of a grid stands. All rows are of one height, so that any of a thousand can be
 * found without measuring the others. */

typedef struct {
  int     row_height;
  int     header_height;
  int     heading_width;     /* of the headings of rows, which stay in sight */
  int     columns_width;
  GArray *left;              /* (element-type int), of each column, after the headings */
  GArray *width;
  double  shift;             /* how far the columns are scrolled */
} ShinsaGridMetrics;

void shinsa_grid_metrics_init   (ShinsaGridMetrics       *metrics);
void shinsa_grid_metrics_clear  (ShinsaGridMetrics       *metrics);
void shinsa_grid_metrics_update (ShinsaGridMetrics       *metrics,
                                 GtkWidget               *widget,
                                 GPtrArray               *columns,
                                 int                      width);
int  shinsa_grid_metrics_column (const ShinsaGridMetrics *metrics,
                                 double                   x);

G_END_DECLS

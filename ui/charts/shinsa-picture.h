/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/shinsa-figure.h"

G_BEGIN_DECLS

/* Draws a figure. The arrow keys move a mark from point to point, and the point is read out.
 *
 * Signals:
 *   activated (ShinsaRow *row, int column)   Return or a double click on a point
 * Actions: picture.copy (Ctrl+C) puts the figure on the clipboard as a table. */

#define SHINSA_TYPE_PICTURE (shinsa_picture_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPicture, shinsa_picture, SHINSA, PICTURE, GtkWidget)

GtkWidget *shinsa_picture_new            (void);
void       shinsa_picture_set_figure     (ShinsaPicture      *self,
                                          const ShinsaFigure *figure);
ShinsaRow *shinsa_picture_get_cursor_row (ShinsaPicture      *self);
int        shinsa_picture_get_cursor_column (ShinsaPicture   *self);
void       shinsa_picture_set_cursor     (ShinsaPicture      *self,
                                          const char         *row,
                                          int                 column);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charts/shinsa-figure.h"

G_BEGIN_DECLS

/* A figure as a picture or as a table, with the same point under the cursor in both.
 *
 * Properties: "as-table" (boolean), "whole" (boolean, when it is made): as high as it is, for a
 * page that scrolls.
 * Signals:
 *   activated (ShinsaRow *row)   Return or a double click */

#define SHINSA_TYPE_TWINS (shinsa_twins_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaTwins, shinsa_twins, SHINSA, TWINS, AdwBin)

GtkWidget *shinsa_twins_new            (void);
void       shinsa_twins_take_figure    (ShinsaTwins  *self,
                                        ShinsaFigure *figure);
void       shinsa_twins_set_as_table   (ShinsaTwins  *self,
                                        gboolean      as_table);
ShinsaRow *shinsa_twins_get_cursor_row (ShinsaTwins  *self);
void       shinsa_twins_set_cursor     (ShinsaTwins  *self,
                                        const char   *row);

G_END_DECLS

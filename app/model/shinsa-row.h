/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shinsa-cell.h"
#include "model/shinsa-keyed.h"

G_BEGIN_DECLS

/* A row of a table: a heading and its cells. Whoever shows it listens to notify::title,
 * notify::note and notify::cells. */

#define SHINSA_TYPE_ROW (shinsa_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaRow, shinsa_row, SHINSA, ROW, GObject)

ShinsaRow  *shinsa_row_new              (const char *key,
                                         const char *title,
                                         const char *note);
void        shinsa_row_take_cell        (ShinsaRow  *self,
                                         ShinsaCell *cell);
void        shinsa_row_take_titled_cell (ShinsaRow  *self,
                                         ShinsaCell *cell);
void        shinsa_row_set_note         (ShinsaRow  *self,
                                         const char *note);
void        shinsa_row_add_tag          (ShinsaRow  *self,
                                         const char *tag);
const char *shinsa_row_get_key          (ShinsaRow  *self);
const char *shinsa_row_get_title        (ShinsaRow  *self);
const char *shinsa_row_get_note         (ShinsaRow  *self);
gboolean    shinsa_row_has_tag          (ShinsaRow  *self,
                                         const char *tag);
guint       shinsa_row_n_cells          (ShinsaRow  *self);
ShinsaCell *shinsa_row_get_cell         (ShinsaRow  *self,
                                         guint       column);
gboolean    shinsa_row_matches          (ShinsaRow  *self,
                                         const char *words);
int         shinsa_row_compare          (ShinsaRow  *a,
                                         ShinsaRow  *b,
                                         int         column,
                                         gboolean    descending);

G_END_DECLS

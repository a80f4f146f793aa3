/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/shinsa-pinned-content.h"

G_BEGIN_DECLS

/* What one pinned application shows in one row: levels, figures, evidence, reasons. One stop of the
 * focus; from it Tab goes through the evidence.
 *
 * Signal: evidence (string document, int page, string quote) */

#define SHINSA_TYPE_PINNED_CELL (shinsa_pinned_cell_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPinnedCell, shinsa_pinned_cell, SHINSA, PINNED_CELL, GtkWidget)

GtkWidget  *shinsa_pinned_cell_new             (const char          *application,
                                                const char          *row);
void        shinsa_pinned_cell_take_content    (ShinsaPinnedCell    *self,
                                                ShinsaPinnedContent *content);
const char *shinsa_pinned_cell_get_application (ShinsaPinnedCell    *self);
const char *shinsa_pinned_cell_get_row         (ShinsaPinnedCell    *self);
char       *shinsa_pinned_cell_dup_text        (ShinsaPinnedCell    *self);

G_END_DECLS

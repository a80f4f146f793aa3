/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "compare/shinsa-pinned-content.h"

G_BEGIN_DECLS

/* Some applications side by side, aligned by requirement. Arrows move from cell to cell, Return
 * opens the application, Delete takes it away, Ctrl+C copies the cell and Ctrl+Shift+C all.
 *
 * Signals:
 *   opened (string application)
 *   unpinned (string application)
 *   evidence (string application, string document, int page, string quote) */

#define SHINSA_TYPE_PINNED_VIEW (shinsa_pinned_view_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPinnedView, shinsa_pinned_view, SHINSA, PINNED_VIEW, AdwBin)

GtkWidget *shinsa_pinned_view_new       (void);
void       shinsa_pinned_view_show      (ShinsaPinnedView          *self,
                                         const ShinsaCompareSource *source,
                                         GPtrArray                 *applications);
gboolean   shinsa_pinned_view_get_place (ShinsaPinnedView          *self,
                                         const char               **application,
                                         const char               **row);
void       shinsa_pinned_view_go_to     (ShinsaPinnedView          *self,
                                         const char                *application,
                                         const char                *row);

G_END_DECLS

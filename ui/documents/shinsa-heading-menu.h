/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "documents/shinsa-pdf-parts.h"

G_BEGIN_DECLS

/* The headings of a document, to go to one.
 *
 * Signals: chosen (page) */

#define SHINSA_TYPE_HEADING_MENU (shinsa_heading_menu_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaHeadingMenu, shinsa_heading_menu, SHINSA, HEADING_MENU, GtkPopover)

void shinsa_heading_menu_show (ShinsaHeadingMenu *self,
                               const GPtrArray   *outline,
                               int                page);

G_END_DECLS

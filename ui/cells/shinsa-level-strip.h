/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shinsa-cell.h"

G_BEGIN_DECLS

/* Levels in a line, each below the letter of who gave it; as many lines as there need be. */

#define SHINSA_TYPE_LEVEL_STRIP (shinsa_level_strip_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaLevelStrip, shinsa_level_strip, SHINSA, LEVEL_STRIP, GtkWidget)

GtkWidget *shinsa_level_strip_new        (void);
void       shinsa_level_strip_set_levels (ShinsaLevelStrip *self,
                                          GPtrArray        *headings,
                                          GPtrArray        *levels);

G_END_DECLS

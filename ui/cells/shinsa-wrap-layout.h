/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side as they are wide, on as many lines as they need. (A GtkFlowBox puts them
 * into columns of one width, spread over the line.) */

#define SHINSA_TYPE_WRAP_LAYOUT (shinsa_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaWrapLayout, shinsa_wrap_layout, SHINSA, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *shinsa_wrap_layout_new (void);

G_END_DECLS

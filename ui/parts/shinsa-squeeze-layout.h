/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of widgets of which the lesser ones go where there is no room for all.
 *
 * Properties: "spacing". Of each child: "priority" (0 always stays; of the others those with the
 *   highest go first, all together) */

#define SHINSA_TYPE_SQUEEZE_LAYOUT (shinsa_squeeze_layout_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaSqueezeLayout, shinsa_squeeze_layout, SHINSA, SQUEEZE_LAYOUT,
                      GtkLayoutManager)

#define SHINSA_TYPE_SQUEEZE_LAYOUT_CHILD (shinsa_squeeze_layout_child_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaSqueezeLayoutChild, shinsa_squeeze_layout_child, SHINSA,
                      SQUEEZE_LAYOUT_CHILD, GtkLayoutChild)

G_END_DECLS

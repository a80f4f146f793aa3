/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What cells and pictures are drawn with: the colours and the font of the widget they are in. */

GdkRGBA      shinsa_ink_color      (GtkWidget  *widget);
GdkRGBA      shinsa_ink_accent     (GtkWidget  *widget);
GdkRGBA      shinsa_ink_faded      (GdkRGBA     color,
                                    double      alpha);
PangoLayout *shinsa_ink_layout_new (GtkWidget  *widget,
                                    const char *text,
                                    double      scale,
                                    gboolean    bold);

G_END_DECLS

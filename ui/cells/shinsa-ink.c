/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-ink.h"

/**
 * shinsa_ink_color:
 *
 * Returns: the colour of the widget's text
 */
GdkRGBA
shinsa_ink_color (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return color;
}

/**
 * shinsa_ink_accent:
 *
 * Returns: the accent of the theme; where it has none, the colour of text
 */
GdkRGBA
shinsa_ink_accent (GtkWidget *widget)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color",
                                       &color))
    color = shinsa_ink_color (widget);
  return color;
}

/**
 * shinsa_ink_faded:
 * @alpha: how much of it is left, 0 … 1
 *
 * Returns: the colour, so that what is behind it shines through
 */
GdkRGBA
shinsa_ink_faded (GdkRGBA color,
                  double  alpha)
{
  color.alpha *= alpha;
  return color;
}

/**
 * shinsa_ink_layout_new:
 * @scale: how large the font is beside that of the widget
 *
 * Returns: (transfer full): text whose digits stand below each other, and that is broken without
 *   hyphens
 */
PangoLayout *
shinsa_ink_layout_new (GtkWidget  *widget,
                       const char *text,
                       double      scale,
                       gboolean    bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (scale != 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-pen.h"

#include "cells/shinsa-ink.h"

#include <math.h>

#define LIGHTEST 0.05         /* of a shade, so that it is still told from the ground */
#define DARKEST 0.62          /* so that words on it are still read */
#define LEGEND_SCALE 0.85
#define LEGEND_GAP 18

/**
 * shinsa_pen_init:
 * @pen: (out caller-allocates): a pen in the colours that @widget has now
 */
void
shinsa_pen_init (ShinsaPen   *pen,
                 GtkWidget   *widget,
                 GtkSnapshot *snapshot)
{
  *pen = (ShinsaPen) { .widget = widget, .snapshot = snapshot };
  pen->width = gtk_widget_get_width (widget);
  pen->text = 1;
  pen->color = shinsa_ink_color (widget);
  pen->accent = shinsa_ink_accent (widget);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                       &pen->ground))
    pen->ground = (GdkRGBA) { 0, };
  pen->faint = shinsa_ink_faded (pen->color, 0.7);
  pen->soft = shinsa_ink_faded (pen->color, 0.2);
}

/**
 * shinsa_pen_shade:
 * @shade: 0 … 1
 *
 * Returns: the accent, the denser the more is shaded
 */
GdkRGBA
shinsa_pen_shade (const ShinsaPen *pen,
                  double           shade)
{
  return shinsa_ink_faded (pen->accent, LIGHTEST + (DARKEST - LIGHTEST) * CLAMP (shade, 0, 1));
}

static PangoLayout *
layout_new (const ShinsaPen      *pen,
            const char           *text,
            const ShinsaPenPlace *place)
{
  double scale = (place->scale > 0 ? place->scale : 1) / pen->text;
  PangoLayout *layout = shinsa_ink_layout_new (pen->widget, text, scale, place->bold);

  pango_layout_set_width (layout, (int) (MAX (place->width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -MAX (place->lines, 1));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, place->alignment);
  return layout;
}

/**
 * shinsa_pen_sees:
 *
 * Returns: whether anything of the box is in sight
 */
gboolean
shinsa_pen_sees (const ShinsaPen       *pen,
                 const graphene_rect_t *box)
{
  return graphene_rect_intersection (&pen->area, box, NULL);
}

/**
 * shinsa_pen_text:
 *
 * Writes words that are cut with an ellipsis where there is no room for them.
 */
void
shinsa_pen_text (const ShinsaPen      *pen,
                 const char           *text,
                 const GdkRGBA        *color,
                 const ShinsaPenPlace *place)
{
  g_autoptr (PangoLayout) layout = layout_new (pen, text, place);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT (round (place->x), round (place->y - height / 2.0)));
  gtk_snapshot_append_layout (pen->snapshot, layout, color);
  gtk_snapshot_restore (pen->snapshot);
}

/**
 * shinsa_pen_legend:
 * @words: what the sign before them means
 * @room: how wide they can be
 *
 * Writes the words of an entry of the legend, which stands above the figure.
 *
 * Returns: where the next entry begins
 */
double
shinsa_pen_legend (const ShinsaPen *pen,
                   const char      *words,
                   double           x,
                   double           room)
{
  ShinsaPenPlace place = { .x = x, .y = SHINSA_PEN_LEGEND_HEIGHT / 2.0, .width = G_MAXINT16,
                           .scale = LEGEND_SCALE };
  g_autoptr (PangoLayout) layout = layout_new (pen, words, &place);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  place.width = CLAMP (room, 0, width);
  shinsa_pen_text (pen, words, &pen->faint, &place);
  return x + place.width + LEGEND_GAP;
}

/**
 * shinsa_pen_fill:
 * @pen: a pen
 * @color: the color
 * @box: what to fill with it, in the measures of the figure
 */
void
shinsa_pen_fill (const ShinsaPen       *pen,
                 const GdkRGBA         *color,
                 const graphene_rect_t *box)
{
  gtk_snapshot_append_color (pen->snapshot, color, box);
}

/**
 * shinsa_pen_frame:
 *
 * Draws the outline of a box, inside of it.
 */
void
shinsa_pen_frame (const ShinsaPen       *pen,
                  const GdkRGBA         *color,
                  const graphene_rect_t *box,
                  double                 radius,
                  double                 edge)
{
  float edges[4] = { edge, edge, edge, edge };
  GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, radius);
  gtk_snapshot_append_border (pen->snapshot, &outline, edges, colors);
}

/**
 * shinsa_pen_circle:
 * @fill: (nullable): what is inside; NULL for a hollow circle, through which nothing is seen
 */
void
shinsa_pen_circle (const ShinsaPen *pen,
                   double           x,
                   double           y,
                   double           radius,
                   double           edge,
                   const GdkRGBA   *fill)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &box, radius);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &circle);
  gtk_snapshot_append_color (pen->snapshot, &pen->ground, &box);
  if (fill != NULL)
    gtk_snapshot_append_color (pen->snapshot, fill, &box);
  gtk_snapshot_pop (pen->snapshot);
  shinsa_pen_frame (pen, &pen->accent, &box, radius, edge);
}

/**
 * shinsa_pen_stroke:
 *
 * Draws a straight line in any direction.
 */
void
shinsa_pen_stroke (const ShinsaPen        *pen,
                   const GdkRGBA          *color,
                   const graphene_point_t *from,
                   const graphene_point_t *to,
                   double                  width)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds, MIN (from->x, to->x), MIN (from->y, to->y),
                      fabsf (to->x - from->x), fabsf (to->y - from->y));
  graphene_rect_inset (&bounds, -width, -width);
  cr = gtk_snapshot_append_cairo (pen->snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, to->x, to->y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

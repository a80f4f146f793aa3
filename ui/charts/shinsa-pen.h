/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHINSA_PEN_LEGEND_HEIGHT 32

/* What pictures are drawn with: the colours and the font of a widget, and straight edges that lie
 * on pixels at any scale. */

typedef struct {
  GtkWidget      *widget;
  GtkSnapshot    *snapshot;
  int             width;         /* of what is drawn */
  graphene_rect_t area;          /* of it, what is in sight */
  double          text;          /* how much larger text is than the pen writes it */
  GdkRGBA         color;         /* of words */
  GdkRGBA         faint;         /* of words that matter less */
  GdkRGBA         soft;          /* of lines that guide the eye */
  GdkRGBA         accent;
  GdkRGBA         ground;
} ShinsaPen;

/* Where words stand: from x to x + width, with their middle on y. */
typedef struct {
  double         x;
  double         y;
  double         width;
  PangoAlignment alignment;
  double         scale;       /* of the font; 0 for as it is */
  gboolean       bold;
  int            lines;       /* at most; 0 for one */
} ShinsaPenPlace;

void     shinsa_pen_init    (ShinsaPen              *pen,
                             GtkWidget              *widget,
                             GtkSnapshot            *snapshot);
GdkRGBA  shinsa_pen_shade   (const ShinsaPen        *pen,
                             double                  shade);
void     shinsa_pen_text    (const ShinsaPen        *pen,
                             const char             *text,
                             const GdkRGBA          *color,
                             const ShinsaPenPlace   *place);
gboolean shinsa_pen_sees    (const ShinsaPen        *pen,
                             const graphene_rect_t  *box);
double   shinsa_pen_legend  (const ShinsaPen        *pen,
                             const char             *words,
                             double                  x,
                             double                  room);
void     shinsa_pen_fill    (const ShinsaPen        *pen,
                             const GdkRGBA          *color,
                             const graphene_rect_t  *box);
void     shinsa_pen_frame   (const ShinsaPen        *pen,
                             const GdkRGBA          *color,
                             const graphene_rect_t  *box,
                             double                  radius,
                             double                  edge);
void     shinsa_pen_circle  (const ShinsaPen        *pen,
                             double                  x,
                             double                  y,
                             double                  radius,
                             double                  edge,
                             const GdkRGBA          *fill);
void     shinsa_pen_stroke  (const ShinsaPen        *pen,
                             const GdkRGBA          *color,
                             const graphene_point_t *from,
                             const graphene_point_t *to,
                             double                  width);

G_END_DECLS

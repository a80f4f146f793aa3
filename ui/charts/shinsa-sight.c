/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-sight.h"

#include <math.h>

#define MARK_RADIUS 6
#define MARK_EDGE 3

/**
 * shinsa_sight_init:
 * @sight: (out caller-allocates): the figure from its beginning
 * @width: of the widget
 * @height: of the widget
 * @text: how much larger text is than usual
 */
void
shinsa_sight_init (ShinsaSight        *sight,
                   const ShinsaFigure *figure,
                   int                 width,
                   int                 height,
                   double              text)
{
  const ShinsaFigureKind *kind = figure->kind;
  int left = 0, top = 0;

  *sight = (ShinsaSight) { .figure = figure, .width = width, .height = height, .text = text };
  sight->zoom = CLAMP ((double) width / figure->narrowest, 1, MAX (text, 1));
  sight->figure_width = MAX ((int) (width / sight->zoom), figure->narrowest);
  if (kind->get_headings != NULL)
    kind->get_headings (figure, sight->figure_width, &left, &top);
  sight->left = left * sight->zoom;
  sight->top = top * sight->zoom;
}

/**
 * shinsa_sight_width:
 *
 * Returns: of all of the figure
 */
int
shinsa_sight_width (const ShinsaSight *sight)
{
  return MAX ((int) ceil (sight->figure_width * sight->zoom), sight->width);
}

/**
 * shinsa_sight_height:
 * @sight: how a figure is looked at
 *
 * Returns: how high the figure is at its zoom, in pixels
 */
int
shinsa_sight_height (const ShinsaSight *sight)
{
  const ShinsaFigure *figure = sight->figure;

  return (int) ceil (figure->kind->get_height (figure, sight->figure_width) * sight->zoom);
}

/**
 * shinsa_sight_place:
 * @box: (out caller-allocates): where the point is in the widget, also where it is out of sight
 */
void
shinsa_sight_place (const ShinsaSight *sight,
                    int                row,
                    int                column,
                    graphene_rect_t   *box)
{
  graphene_rect_t place;

  sight->figure->kind->place (sight->figure, sight->figure_width, row, column, &place);
  graphene_rect_scale (&place, sight->zoom, sight->zoom, box);
  graphene_rect_offset (box, -sight->x, -sight->y);
}

/**
 * shinsa_sight_find_point:
 *
 * Returns: whether a point is there
 */
gboolean
shinsa_sight_find_point (const ShinsaSight *sight,
                         double             x,
                         double             y,
                         int               *row,
                         int               *column)
{
  if (x < sight->left || y < sight->top)
    return FALSE;
  for (*row = 0; *row < sight->figure->n_rows; (*row)++)
    for (*column = 0; *column < sight->figure->n_columns; (*column)++)
      {
        graphene_rect_t box;

        shinsa_sight_place (sight, *row, *column, &box);
        if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT (x, y)))
          return TRUE;
      }
  return FALSE;
}

/* Draws what lies in a part of the widget, of a figure that is moved by so many pixels. */
static void
draw_part (const ShinsaSight     *sight,
           ShinsaPen             *pen,
           const graphene_rect_t *part,
           double                 x,
           double                 y)
{
  graphene_rect_t area = *part;

  if (part->size.width <= 0 || part->size.height <= 0)
    return;
  graphene_rect_offset (&area, x, y);
  graphene_rect_scale (&area, 1 / sight->zoom, 1 / sight->zoom, &pen->area);
  gtk_snapshot_push_clip (pen->snapshot, part);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (-x, -y));
  gtk_snapshot_scale (pen->snapshot, sight->zoom, sight->zoom);
  sight->figure->kind->draw (sight->figure, pen);
  gtk_snapshot_pop (pen->snapshot);
}

/**
 * shinsa_sight_draw:
 * @pen: a pen of the widget
 *
 * Draws the figure: the points, the headings above and beside them, and the corner between.
 */
void
shinsa_sight_draw (const ShinsaSight *sight,
                   ShinsaPen         *pen)
{
  double left = sight->left, top = sight->top;
  double width = sight->width - left, height = sight->height - top;

  pen->width = sight->figure_width;
  pen->text = sight->text;
  if (sight->x == 0 && sight->y == 0)
    {
      draw_part (sight, pen, &GRAPHENE_RECT_INIT (0, 0, sight->width, sight->height), 0, 0);
      return;
    }
  draw_part (sight, pen, &GRAPHENE_RECT_INIT (left, top, width, height), sight->x, sight->y);
  draw_part (sight, pen, &GRAPHENE_RECT_INIT (left, 0, width, top), sight->x, 0);
  draw_part (sight, pen, &GRAPHENE_RECT_INIT (0, top, left, height), 0, sight->y);
  draw_part (sight, pen, &GRAPHENE_RECT_INIT (0, 0, left, top), 0, 0);
}

/**
 * shinsa_sight_draw_mark:
 *
 * Frames a point.
 */
void
shinsa_sight_draw_mark (const ShinsaSight *sight,
                        const ShinsaPen   *pen,
                        int                row,
                        int                column)
{
  graphene_rect_t box;

  shinsa_sight_place (sight, row, column, &box);
  gtk_snapshot_push_clip (pen->snapshot,
                          &GRAPHENE_RECT_INIT (sight->left, sight->top,
                                               sight->width - sight->left,
                                               sight->height - sight->top));
  shinsa_pen_frame (pen, &pen->color, &box, MARK_RADIUS, MARK_EDGE);
  gtk_snapshot_pop (pen->snapshot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-layout.h"

#include <math.h>

struct _ShinsaPageLayout
{
  graphene_size_t *sizes;     /* in points, as the document has them */
  int             *tops;      /* of each page, and the end of the canvas */
  int              n_pages;
  graphene_size_t  largest;   /* the widest width and the highest height */
  int              rotation;
  double           scale;     /* device pixels in a point */
  int              gap;
  int              width;     /* of the canvas */
};

static gboolean
is_sideways (int rotation)
{
  return rotation == 90 || rotation == 270;
}

static void
measure (const ShinsaPageLayout *self,
         int                     page,
         int                    *width,
         int                    *height)
{
  const graphene_size_t *size = &self->sizes[page - 1];
  gboolean sideways = is_sideways (self->rotation);

  *width = MAX (1, (int) lround ((sideways ? size->height : size->width) * self->scale));
  *height = MAX (1, (int) lround ((sideways ? size->width : size->height) * self->scale));
}

/**
 * shinsa_page_layout_new:
 * @sizes: (array length=n_pages): the size of each page in points
 * @n_pages: how many there are, at least one
 *
 * Returns: (transfer full): a layout at one device pixel in a point
 */
ShinsaPageLayout *
shinsa_page_layout_new (const graphene_size_t *sizes,
                        int                    n_pages)
{
  ShinsaPageLayout *self;

  g_return_val_if_fail (sizes != NULL && n_pages > 0, NULL);

  self = g_new0 (ShinsaPageLayout, 1);
  self->sizes = g_memdup2 (sizes, sizeof *sizes * n_pages);
  self->tops = g_new0 (int, n_pages + 1);
  self->n_pages = n_pages;
  for (int i = 0; i < n_pages; i++)
    {
      self->largest.width = MAX (self->largest.width, sizes[i].width);
      self->largest.height = MAX (self->largest.height, sizes[i].height);
    }
  shinsa_page_layout_arrange (self, 0, 1, 0, 0);
  return self;
}

void
shinsa_page_layout_free (ShinsaPageLayout *self)
{
  g_free (self->sizes);
  g_free (self->tops);
  g_free (self);
}

/**
 * shinsa_page_layout_arrange:
 * @self: a layout
 * @rotation: 0, 90, 180 or 270 degrees clockwise
 * @scale: device pixels in a point
 * @gap: how far pages are from each other and from the edges, in device pixels
 * @room: how wide the canvas is at least, in device pixels
 */
void
shinsa_page_layout_arrange (ShinsaPageLayout *self,
                            int               rotation,
                            double            scale,
                            int               gap,
                            int               room)
{
  int top = gap;

  g_return_if_fail (self != NULL && scale > 0);

  self->rotation = rotation;
  self->scale = scale;
  self->gap = gap;
  self->width = room;
  for (int page = 1; page <= self->n_pages; page++)
    {
      int width;
      int height;

      measure (self, page, &width, &height);
      self->tops[page - 1] = top;
      /* A document without end is cut off rather than laid over itself. */
      top = height + gap < G_MAXINT - top ? top + height + gap : G_MAXINT;
      self->width = MAX (self->width, width + 2 * gap);
    }
  self->tops[self->n_pages] = top;
}

/**
 * shinsa_page_layout_fit_width:
 * @self: a layout
 * @rotation: of the pages
 * @room: in device pixels
 *
 * Returns: the scale at which the widest page is as wide as @room
 */
double
shinsa_page_layout_fit_width (const ShinsaPageLayout *self,
                              int                     rotation,
                              double                  room)
{
  g_return_val_if_fail (self != NULL, 1);

  return room / (is_sideways (rotation) ? self->largest.height : self->largest.width);
}

/**
 * shinsa_page_layout_fit_page:
 * @self: a layout
 * @rotation: of the pages
 * @width: of the room in device pixels
 * @height: of the room in device pixels
 *
 * Returns: the scale at which every page fits into the room
 */
double
shinsa_page_layout_fit_page (const ShinsaPageLayout *self,
                             int                     rotation,
                             double                  width,
                             double                  height)
{
  double high;

  g_return_val_if_fail (self != NULL, 1);

  high = is_sideways (rotation) ? self->largest.width : self->largest.height;
  return MIN (shinsa_page_layout_fit_width (self, rotation, width), height / high);
}

/**
 * shinsa_page_layout_n_pages:
 * @self: a layout
 *
 * Returns: how many pages the document has
 */
int
shinsa_page_layout_n_pages (const ShinsaPageLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

/**
 * shinsa_page_layout_get_size:
 * @self: a layout
 * @width: (out): of the canvas
 * @height: (out): of the canvas
 */
void
shinsa_page_layout_get_size (const ShinsaPageLayout *self,
                             int                    *width,
                             int                    *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->tops[self->n_pages];
}

/**
 * shinsa_page_layout_get_page:
 * @self: a layout
 * @page: a page
 * @area: (out): where it lies
 *
 * Pages stand in the middle of the canvas.
 */
void
shinsa_page_layout_get_page (const ShinsaPageLayout *self,
                             int                     page,
                             GdkRectangle           *area)
{
  g_return_if_fail (self != NULL && page >= 1 && page <= self->n_pages);

  measure (self, page, &area->width, &area->height);
  area->x = (self->width - area->width) / 2;
  area->y = self->tops[page - 1];
}

/**
 * shinsa_page_layout_page_at:
 * @self: a layout
 * @y: a place on the canvas
 *
 * Returns: the page there; between two pages the one above, outside of all the nearest
 */
int
shinsa_page_layout_page_at (const ShinsaPageLayout *self,
                            double                  y)
{
  int low = 1;
  int high;

  g_return_val_if_fail (self != NULL, 1);

  high = self->n_pages;
  while (low < high)
    {
      int middle = low + (high - low + 1) / 2;

      if (self->tops[middle - 1] <= y)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static double
visible_part (const ShinsaPageLayout *self,
              int                     page,
              double                  top,
              double                  bottom)
{
  GdkRectangle area;
  double seen;

  shinsa_page_layout_get_page (self, page, &area);
  seen = MIN (bottom, area.y + area.height) - MAX (top, area.y);
  return MAX (seen, 0) / area.height;
}

/**
 * shinsa_page_layout_main_page:
 * @self: a layout
 * @top: where what is in sight begins
 * @bottom: where it ends
 * @before: the page that was the main one before
 *
 * Of two pages that are as much in sight as each other, the one that was looked at stays.
 *
 * Returns: the page of which the greatest part is in sight
 */
int
shinsa_page_layout_main_page (const ShinsaPageLayout *self,
                              double                  top,
                              double                  bottom,
                              int                     before)
{
  int last;
  int best;
  double most;

  g_return_val_if_fail (self != NULL, 1);

  last = shinsa_page_layout_page_at (self, bottom);
  best = CLAMP (before, 1, self->n_pages);
  most = visible_part (self, best, top, bottom);
  for (int page = shinsa_page_layout_page_at (self, top); page <= last; page++)
    {
      double part = visible_part (self, page, top, bottom);

      if (part > most)
        {
          most = part;
          best = page;
        }
    }
  return best;
}

/**
 * shinsa_page_layout_to_page:
 * @self: a layout
 * @page: a page
 * @x: a place on the canvas
 * @y: a place on the canvas
 * @point: (out): the same place on the page, in points as it is in the document
 */
void
shinsa_page_layout_to_page (const ShinsaPageLayout *self,
                            int                     page,
                            double                  x,
                            double                  y,
                            graphene_point_t       *point)
{
  const graphene_size_t *size;
  GdkRectangle area;

  g_return_if_fail (self != NULL);

  size = &self->sizes[page - 1];
  shinsa_page_layout_get_page (self, page, &area);
  x = (x - area.x) / self->scale;
  y = (y - area.y) / self->scale;
  switch (self->rotation)
    {
    case 90:
      graphene_point_init (point, y, size->height - x);
      break;
    case 180:
      graphene_point_init (point, size->width - x, size->height - y);
      break;
    case 270:
      graphene_point_init (point, size->width - y, x);
      break;
    default:
      graphene_point_init (point, x, y);
    }
}

/**
 * shinsa_page_layout_from_page:
 * @self: a layout
 * @page: a page
 * @rect: a part of it, in points as it is in the document
 * @area: (out): the same part, in device pixels from the top left of the page as it lies there
 */
void
shinsa_page_layout_from_page (const ShinsaPageLayout *self,
                              int                     page,
                              const ShinsaPdfRect    *rect,
                              graphene_rect_t        *area)
{
  const graphene_size_t *size;
  double x;
  double y;
  gboolean sideways;

  g_return_if_fail (self != NULL && rect != NULL);

  size = &self->sizes[page - 1];
  sideways = is_sideways (self->rotation);
  x = rect->x;
  y = rect->y;
  if (self->rotation == 90)
    {
      x = size->height - rect->y - rect->height;
      y = rect->x;
    }
  else if (self->rotation == 180)
    {
      x = size->width - rect->x - rect->width;
      y = size->height - rect->y - rect->height;
    }
  else if (self->rotation == 270)
    {
      x = rect->y;
      y = size->width - rect->x - rect->width;
    }
  graphene_rect_init (area, x * self->scale, y * self->scale,
                      (sideways ? rect->height : rect->width) * self->scale,
                      (sideways ? rect->width : rect->height) * self->scale);
}

/**
 * shinsa_page_layout_get_view:
 * @self: a layout
 * @page: a page
 * @view: (out): the whole page as it lies on the canvas
 */
void
shinsa_page_layout_get_view (const ShinsaPageLayout *self,
                             int                     page,
                             ShinsaPdfView          *view)
{
  GdkRectangle area;

  g_return_if_fail (self != NULL && view != NULL);

  shinsa_page_layout_get_page (self, page, &area);
  *view = (ShinsaPdfView) {
    .page = page,
    .scale = self->scale,
    .rotation = self->rotation,
    .width = area.width,
    .height = area.height,
  };
}

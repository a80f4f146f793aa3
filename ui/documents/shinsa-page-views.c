/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-views.h"

#include <math.h>

/* A page that is larger is drawn in tiles, those that are in sight. */
#define LONGEST_WHOLE 4096
#define LARGEST_WHOLE (6 * 1024 * 1024)
#define TILE 1024

/* How many pixels the picture has that is shown until the tiles are there. */
#define OVERVIEW (1024 * 1024)

static gboolean
is_large (const ShinsaPdfView *view)
{
  return view->width > LONGEST_WHOLE || view->height > LONGEST_WHOLE ||
         (double) view->width * view->height > LARGEST_WHOLE;
}

static void
add_tiles (GArray              *views,
           const ShinsaPdfView *whole,
           const GdkRectangle  *part)
{
  for (int y = part->y / TILE * TILE; y < part->y + part->height; y += TILE)
    for (int x = part->x / TILE * TILE; x < part->x + part->width; x += TILE)
      {
        ShinsaPdfView view = *whole;

        view.x = x;
        view.y = y;
        view.width = MIN (TILE, whole->width - x);
        view.height = MIN (TILE, whole->height - y);
        g_array_append_val (views, view);
      }
}

/**
 * shinsa_page_views_of_page:
 * @layout: where pages lie
 * @page: a page
 * @sight: what of the canvas is in sight
 *
 * Returns: (transfer full) (element-type ShinsaPdfView): what the page is drawn from
 */
GArray *
shinsa_page_views_of_page (const ShinsaPageLayout *layout,
                           int                     page,
                           const GdkRectangle     *sight)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (ShinsaPdfView));
  ShinsaPdfView whole;
  GdkRectangle area;
  GdkRectangle part;

  g_return_val_if_fail (layout != NULL && sight != NULL, views);

  shinsa_page_layout_get_view (layout, page, &whole);
  if (!is_large (&whole))
    {
      g_array_append_val (views, whole);
      return views;
    }
  shinsa_page_layout_get_page (layout, page, &area);
  if (!gdk_rectangle_intersect (&area, sight, &part))
    return views;
  part.x -= area.x;
  part.y -= area.y;
  add_tiles (views, &whole, &part);
  return views;
}

static void
add_overview (GArray                 *views,
              const ShinsaPageLayout *layout,
              ShinsaPageCache        *cache,
              int                     page)
{
  ShinsaPdfView view;
  double shrunk;

  shinsa_page_layout_get_view (layout, page, &view);
  if (!is_large (&view) || shinsa_page_cache_find_whole (cache, &view) != NULL)
    return;
  shrunk = MIN (sqrt (OVERVIEW / ((double) view.width * view.height)),
                (double) LONGEST_WHOLE / MAX (view.width, view.height));
  view.scale *= shrunk;
  view.width = MAX (1, (int) lround (view.width * shrunk));
  view.height = MAX (1, (int) lround (view.height * shrunk));
  g_array_append_val (views, view);
}

static void
add_page (GArray                 *views,
          const ShinsaPageLayout *layout,
          ShinsaPageCache        *cache,
          int                     page,
          const GdkRectangle     *sight)
{
  g_autoptr (GArray) parts = NULL;

  if (page < 1 || page > shinsa_page_layout_n_pages (layout))
    return;
  parts = shinsa_page_views_of_page (layout, page, sight);
  add_overview (views, layout, cache, page);
  g_array_append_vals (views, parts->data, parts->len);
}

/**
 * shinsa_page_views_wanted:
 * @layout: where pages lie
 * @cache: what there is
 * @sight: what of the canvas is in sight
 *
 * Returns: (transfer full) (element-type ShinsaPdfView): what is in sight, from the top, then the
 *   next page and the one before
 */
GArray *
shinsa_page_views_wanted (const ShinsaPageLayout *layout,
                          ShinsaPageCache        *cache,
                          const GdkRectangle     *sight)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (ShinsaPdfView));
  int first;
  int last;

  g_return_val_if_fail (layout != NULL && sight != NULL, views);

  first = shinsa_page_layout_page_at (layout, sight->y);
  last = shinsa_page_layout_page_at (layout, sight->y + sight->height);
  for (int page = first; page <= last; page++)
    add_page (views, layout, cache, page, sight);
  add_page (views, layout, cache, last + 1, sight);
  add_page (views, layout, cache, first - 1, sight);
  return views;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-painter.h"

#include "documents/shinsa-page-views.h"

/* Around the sentence that stands on a page without a picture, in pixels. */
#define MARGIN 16

/* On white paper, in light and dark alike. */
static const GdkRGBA paper = { 1, 1, 1, 1 };
static const GdkRGBA edge = { 0, 0, 0, 0.25 };
static const GdkRGBA ink = { 0.35, 0.35, 0.35, 1 };
static const GdkRGBA selected = { 0.21, 0.52, 0.89, 0.35 };
static const GdkRGBA found = { 1.0, 0.78, 0.0, 0.35 };
static const GdkRGBA found_here = { 1.0, 0.47, 0.0, 0.55 };
static const GdkRGBA quoted = { 0.18, 0.76, 0.49, 0.35 };

static void
shade (const ShinsaPagePainter *self,
       GtkSnapshot             *snapshot,
       int                      page,
       const GArray            *rects,
       const GdkRGBA           *color)
{
  for (guint i = 0; i < rects->len; i++)
    {
      graphene_rect_t area;

      shinsa_page_layout_from_page (self->layout, page, &g_array_index (rects, ShinsaPdfRect, i),
                                    &area);
      gtk_snapshot_append_color (snapshot, color, &area);
    }
}

static void
shade_selection (const ShinsaPagePainter *self,
                 GtkSnapshot             *snapshot,
                 int                      page)
{
  const ShinsaPdfText *text = shinsa_page_selection_get_text (self->selection, page);
  g_autoptr (GArray) rects = NULL;
  int first;
  int length;

  if (text == NULL || !shinsa_page_selection_get_range (self->selection, page, &first, &length))
    return;
  rects = shinsa_pdf_text_lines (text, first, length);
  shade (self, snapshot, page, rects, &selected);
}

static void
shade_page (const ShinsaPagePainter *self,
            GtkSnapshot             *snapshot,
            int                      page)
{
  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const ShinsaPdfMatch *match = g_ptr_array_index (self->matches, i);

      if (match->page == page)
        shade (self, snapshot, page, match->rects, (int) i == self->match ? &found_here : &found);
    }
  if (self->quote_rects != NULL && self->quote_page == page)
    shade (self, snapshot, page, self->quote_rects, &quoted);
  shade_selection (self, snapshot, page);
}

static void
draw_another (const ShinsaPagePainter *self,
              GtkSnapshot             *snapshot,
              int                      page,
              const GdkRectangle      *seen)
{
  const ShinsaPagePicture *picture;
  ShinsaPdfView view;

  shinsa_page_layout_get_view (self->layout, page, &view);
  picture = shinsa_page_cache_find_whole (self->cache, &view);
  if (picture != NULL)
    shinsa_page_picture_append (picture, snapshot,
                                &(GdkRectangle) { 0, 0, view.width, view.height }, seen);
}

/* Another picture of the page shows through where the right one is lacking. */
static void
draw_pictures (const ShinsaPagePainter *self,
               GtkSnapshot             *snapshot,
               int                      page,
               const GdkRectangle      *area,
               const GdkRectangle      *sight)
{
  g_autoptr (GArray) views = shinsa_page_views_of_page (self->layout, page, sight);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  const GdkRectangle seen = { sight->x - area->x, sight->y - area->y, sight->width, sight->height };

  for (guint i = 0; i < views->len; i++)
    {
      const ShinsaPagePicture *picture =
        shinsa_page_cache_find (self->cache, &g_array_index (views, ShinsaPdfView, i));

      if (picture != NULL)
        g_ptr_array_add (pictures, (gpointer) picture);
    }
  if (pictures->len < views->len)
    draw_another (self, snapshot, page, &seen);
  for (guint i = 0; i < pictures->len; i++)
    {
      const ShinsaPagePicture *picture = g_ptr_array_index (pictures, i);
      const ShinsaPdfView *view = shinsa_page_picture_get_view (picture);

      shinsa_page_picture_append (picture, snapshot,
                                  &(GdkRectangle) { view->x, view->y, view->width, view->height },
                                  &seen);
    }
}

static void
draw_problem (const ShinsaPagePainter *self,
              GtkSnapshot             *snapshot,
              int                      width,
              const char              *problem)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, problem);
  int factor = gtk_widget_get_scale_factor (self->widget);

  pango_layout_set_width (layout, MAX (width / factor - 2 * MARGIN, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, factor, factor);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_page (const ShinsaPagePainter *self,
           GtkSnapshot             *snapshot,
           int                      page,
           const GdkRectangle      *sight)
{
  const char *problem = shinsa_page_cache_problem (self->cache, page);
  GdkRectangle area;

  shinsa_page_layout_get_page (self->layout, page, &area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.x - sight->x, area.y - sight->y));
  gtk_snapshot_append_color (snapshot, &edge,
                             &GRAPHENE_RECT_INIT (-1, -1, area.width + 2, area.height + 2));
  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (0, 0, area.width, area.height));
  draw_pictures (self, snapshot, page, &area, sight);
  if (problem != NULL)
    draw_problem (self, snapshot, area.width, problem);
  shade_page (self, snapshot, page);
  gtk_snapshot_restore (snapshot);
}

/**
 * shinsa_page_painter_draw:
 * @self: what to draw
 * @snapshot: where to
 * @sight: what of the canvas is in sight
 *
 * Draws in device pixels, so that every pixel of a picture falls on one of the screen.
 */
void
shinsa_page_painter_draw (const ShinsaPagePainter *self,
                          GtkSnapshot             *snapshot,
                          const GdkRectangle      *sight)
{
  int factor;
  int last;

  g_return_if_fail (self != NULL && GTK_IS_SNAPSHOT (snapshot));

  factor = gtk_widget_get_scale_factor (self->widget);
  last = shinsa_page_layout_page_at (self->layout, sight->y + sight->height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, 1.0f / factor, 1.0f / factor);
  for (int page = shinsa_page_layout_page_at (self->layout, sight->y); page <= last; page++)
    draw_page (self, snapshot, page, sight);
  gtk_snapshot_restore (snapshot);
}

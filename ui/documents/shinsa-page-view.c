/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-view.h"

#include "documents/shinsa-page-input.h"
#include "documents/shinsa-page-layout.h"
#include "documents/shinsa-page-painter.h"
#include "documents/shinsa-page-quote.h"
#include "documents/shinsa-page-sight.h"
#include "documents/shinsa-page-text.h"
#include "documents/shinsa-page-views.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 8                       /* around pages, in pixels */
#define LEAST_ZOOM 0.1
#define LEAST_FIT 0.01              /* a page of five metres in a narrow pane */
#define MOST_ZOOM 8.0
#define PIXELS_IN_A_POINT (96.0 / 72.0)

struct _ShinsaPageView
{
  GtkWidget            parent_instance;

  ShinsaPageSight      sight;

  ShinsaPageCache     *cache;            /* NULL: nothing to show */
  ShinsaPageLayout    *layout;
  ShinsaPageSelection *selection;
  ShinsaPagePlace      place;            /* how it is to be looked at, once there is room */
  gboolean             placed;           /* the adjustments say it from now on */
  gboolean             arranging;
  guint                settling;         /* arranges the pages in the next frame */
  int                  page;

  GPtrArray           *matches;          /* (element-type ShinsaPdfMatch) (nullable) */
  int                  match;            /* the one that is looked at, or -1 */
  ShinsaPageQuote      quote;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (ShinsaPageView, shinsa_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum {
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

/* --- Measures --- */

static int
factor (ShinsaPageView *self)
{
  return gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static double
find_scale (ShinsaPageView *self)
{
  int gaps = 2 * GAP * factor (self);
  double least = LEAST_FIT * PIXELS_IN_A_POINT * factor (self);
  double most = MOST_ZOOM * PIXELS_IN_A_POINT * factor (self);
  double scale = self->place.zoom * PIXELS_IN_A_POINT * factor (self);
  GdkRectangle sight;

  shinsa_page_sight_get (&self->sight, &sight);
  if (self->place.fit == SHINSA_FIT_WIDTH)
    scale = shinsa_page_layout_fit_width (self->layout, self->place.rotation,
                                          sight.width - gaps);
  else if (self->place.fit == SHINSA_FIT_PAGE)
    scale = shinsa_page_layout_fit_page (self->layout, self->place.rotation,
                                         sight.width - gaps, sight.height - gaps);
  return CLAMP (scale, least, most);
}

/* --- What is in sight --- */

static void
tell_page (ShinsaPageView *self)
{
  const ShinsaPdfText *text = shinsa_page_selection_get_text (self->selection, self->page);
  /* Translators: the page that is looked at, and how many there are. */
  g_autofree char *label = g_strdup_printf (_("Page %d of %d"), self->page,
                                            shinsa_page_layout_n_pages (self->layout));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text->text : "", -1);
}

static void
update_page (ShinsaPageView *self)
{
  GdkRectangle sight;
  int page;

  shinsa_page_sight_get (&self->sight, &sight);
  page = shinsa_page_layout_main_page (self->layout, sight.y, sight.y + sight.height, self->page);
  if (page == self->page)
    return;
  self->page = page;
  tell_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Asks for the pictures and the words of what is in sight, and of what will be next. */
static void
look (ShinsaPageView *self)
{
  g_autoptr (GArray) views = NULL;
  GdkRectangle sight;

  if (self->cache == NULL || !self->placed)
    return;
  shinsa_page_sight_get (&self->sight, &sight);
  views = shinsa_page_views_wanted (self->layout, self->cache, &sight);
  shinsa_page_cache_want (self->cache, views);
  shinsa_page_selection_look_at (self->selection,
                                 shinsa_page_layout_page_at (self->layout, sight.y),
                                 shinsa_page_layout_page_at (self->layout,
                                                             sight.y + sight.height));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (ShinsaPageView *self)
{
  if (self->arranging || self->layout == NULL || !self->placed)
    return;
  update_page (self);
  look (self);
}

/* --- Arranging --- */

/* Which part of which page is at a place of the window. */
static void
find_place (ShinsaPageView *self,
            double          x,
            double          y,
            int            *page,
            double         *part_x,
            double         *part_y)
{
  GdkRectangle sight;
  GdkRectangle area;

  shinsa_page_sight_get (&self->sight, &sight);
  *page = shinsa_page_layout_page_at (self->layout, sight.y + y * factor (self));
  shinsa_page_layout_get_page (self->layout, *page, &area);
  *part_x = (sight.x + x * factor (self) - area.x) / area.width;
  *part_y = (sight.y + y * factor (self) - area.y) / area.height;
}

/* Lays the pages out, with that part of the page at the place (x, y) of the window. */
static void
arrange (ShinsaPageView *self,
         int             page,
         double          part_x,
         double          part_y,
         double          x,
         double          y)
{
  double scale = find_scale (self);
  double zoom = scale / PIXELS_IN_A_POINT / factor (self);
  GdkRectangle area;
  int width;
  int height;

  shinsa_page_layout_arrange (self->layout, self->place.rotation, scale, GAP * factor (self),
                              gtk_widget_get_width (GTK_WIDGET (self)) * factor (self));
  shinsa_page_layout_get_size (self->layout, &width, &height);
  shinsa_page_layout_get_page (self->layout, page, &area);
  self->arranging = TRUE;
  shinsa_page_sight_place (&self->sight, GTK_ORIENTATION_HORIZONTAL,
                           area.x + part_x * area.width - x * factor (self), width);
  shinsa_page_sight_place (&self->sight, GTK_ORIENTATION_VERTICAL,
                           area.y + part_y * area.height - y * factor (self), height);
  self->arranging = FALSE;
  if (zoom != self->place.zoom)
    {
      self->place.zoom = zoom;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
    }
  update_page (self);
  look (self);
}

/* Keeps what is at a place of the window there. */
static void
arrange_around (ShinsaPageView *self,
                double          x,
                double          y)
{
  int page;
  double part_x;
  double part_y;

  if (self->layout == NULL || !self->placed)
    return;
  find_place (self, x, y, &page, &part_x, &part_y);
  arrange (self, page, part_x, part_y, x, y);
}

/* Fits the pages into the room that there is, if there is any. */
static void
settle (ShinsaPageView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL || width <= 2 * GAP || height <= 2 * GAP)
    return;
  if (self->placed)
    arrange_around (self, width / 2.0, GAP);
  else
    {
      self->placed = TRUE;
      arrange (self, self->place.page, self->place.x, self->place.y, width / 2.0, GAP);
    }
}

static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  ShinsaPageView *self = SHINSA_PAGE_VIEW (widget);

  self->settling = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

/* While widgets get their places nothing may change what takes room: not the scroll bars that the
 * adjustments decide about, nor the labels that tell page and zoom. */
static void
shinsa_page_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ShinsaPageView *self = SHINSA_PAGE_VIEW (widget);

  if (self->settling == 0)
    self->settling = gtk_widget_add_tick_callback (widget, settle_cb, NULL, NULL);
}

static void
shinsa_page_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (shinsa_page_view_parent_class)->map (widget);
  look (SHINSA_PAGE_VIEW (widget));
}

static void
shinsa_page_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 4 * GAP;
}

/* --- Drawing --- */

static void
shinsa_page_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ShinsaPageView *self = SHINSA_PAGE_VIEW (widget);
  ShinsaPagePainter painter = {
    .widget = widget,
    .layout = self->layout,
    .cache = self->cache,
    .selection = self->selection,
    .matches = self->matches,
    .match = self->match,
    .quote_page = self->quote.page,
    .quote_rects = self->quote.rects,
  };
  GdkRectangle sight;

  if (self->cache == NULL || !self->placed)
    return;
  shinsa_page_sight_get (&self->sight, &sight);
  shinsa_page_painter_draw (&painter, snapshot, &sight);
}

/* --- Parts of pages --- */

/* Puts a part of a page into sight, in the middle unless it is there already. */
static void
reveal (ShinsaPageView *self,
        int             page,
        const GArray   *rects)
{
  graphene_rect_t part;
  GdkRectangle area;

  if (rects->len == 0 || !self->placed)
    return;
  shinsa_page_layout_get_page (self->layout, page, &area);
  shinsa_page_layout_from_page (self->layout, page, &g_array_index (rects, ShinsaPdfRect, 0),
                                &part);
  graphene_rect_offset (&part, area.x, area.y);
  shinsa_page_sight_reveal (&self->sight, &part);
}

static void
find_quote (ShinsaPageView *self)
{
  if (!self->placed || !shinsa_page_quote_find (&self->quote, self->selection))
    return;
  reveal (self, self->quote.page, self->quote.rects);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
text_cb (ShinsaPageView *self,
         int             page)
{
  if (page == self->quote.page)
    find_quote (self);
  if (page == self->page)
    tell_page (self);
}

/* --- The object --- */

static void
shinsa_page_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ShinsaPageView *self = SHINSA_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_int (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->place.zoom);
      break;
    case PROP_FIT:
      g_value_set_int (value, self->place.fit);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->sight.adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->sight.adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->sight.policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->sight.policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_page_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ShinsaPageView *self = SHINSA_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      shinsa_page_sight_watch (&self->sight, GTK_ORIENTATION_HORIZONTAL,
                               g_value_get_object (value), G_CALLBACK (scrolled_cb));
      break;
    case PROP_VADJUSTMENT:
      shinsa_page_sight_watch (&self->sight, GTK_ORIENTATION_VERTICAL,
                               g_value_get_object (value), G_CALLBACK (scrolled_cb));
      break;
    case PROP_HSCROLL_POLICY:
      self->sight.policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->sight.policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_document (ShinsaPageView *self)
{
  if (self->cache != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->cache, self);
      shinsa_page_cache_shrink (self->cache);
    }
  g_clear_object (&self->cache);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->layout, shinsa_page_layout_free);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  shinsa_page_quote_clear (&self->quote);
  self->placed = FALSE;
}

static void
shinsa_page_view_dispose (GObject *object)
{
  ShinsaPageView *self = SHINSA_PAGE_VIEW (object);

  drop_document (self);
  shinsa_page_sight_clear (&self->sight);

  G_OBJECT_CLASS (shinsa_page_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_PAGE] = g_param_spec_int ("page", NULL, NULL, 1, G_MAXINT, 1, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, flags);
  properties[PROP_FIT] = g_param_spec_int ("fit", NULL, NULL, SHINSA_FIT_NONE, SHINSA_FIT_PAGE,
                                           SHINSA_FIT_WIDTH, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
shinsa_page_view_class_init (ShinsaPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_page_view_get_property;
  object_class->set_property = shinsa_page_view_set_property;
  object_class->dispose = shinsa_page_view_dispose;
  install_properties (object_class);

  widget_class->map = shinsa_page_view_map;
  widget_class->measure = shinsa_page_view_measure;
  widget_class->size_allocate = shinsa_page_view_size_allocate;
  widget_class->snapshot = shinsa_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  shinsa_page_input_install_keys (widget_class);
}

static void
shinsa_page_view_init (ShinsaPageView *self)
{
  self->sight.widget = GTK_WIDGET (self);
  self->page = 1;
  self->match = -1;
  self->place = (ShinsaPagePlace) SHINSA_PAGE_PLACE_INIT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
  shinsa_page_input_attach (self);
}

static ShinsaPageLayout *
layout_of (ShinsaPdf *pdf)
{
  int n_pages = shinsa_pdf_get_n_pages (pdf);
  g_autofree graphene_size_t *sizes = g_new (graphene_size_t, n_pages);

  for (int i = 0; i < n_pages; i++)
    {
      double width;
      double height;

      shinsa_pdf_get_page_size (pdf, i + 1, &width, &height);
      graphene_size_init (&sizes[i], (float) width, (float) height);
    }
  return shinsa_page_layout_new (sizes, n_pages);
}

/**
 * shinsa_page_view_show:
 * @self: a view
 * @cache: (transfer none) (nullable): the pictures of a document, or NULL for none
 * @place: (nullable): how to look at it; from the start and as wide as the window by default
 */
void
shinsa_page_view_show (ShinsaPageView        *self,
                       ShinsaPageCache       *cache,
                       const ShinsaPagePlace *place)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));
  g_return_if_fail (cache == NULL || SHINSA_IS_PAGE_CACHE (cache));

  drop_document (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (cache == NULL)
    return;
  self->cache = g_object_ref (cache);
  self->layout = layout_of (shinsa_page_cache_get_pdf (cache));
  self->selection = shinsa_page_selection_new (shinsa_page_cache_get_pdf (cache));
  self->place = place != NULL ? *place : (ShinsaPagePlace) SHINSA_PAGE_PLACE_INIT;
  self->place.page = CLAMP (self->place.page, 1, shinsa_page_layout_n_pages (self->layout));
  self->page = self->place.page;
  g_signal_connect_object (cache, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "text", G_CALLBACK (text_cb), self,
                           G_CONNECT_SWAPPED);
  tell_page (self);
  settle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

/**
 * shinsa_page_view_get_place:
 * @self: a view of a document
 * @place: (out): how the document is looked at
 */
void
shinsa_page_view_get_place (ShinsaPageView  *self,
                            ShinsaPagePlace *place)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  *place = self->place;
  if (self->placed)
    find_place (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, GAP, &place->page,
                &place->x, &place->y);
}

/**
 * shinsa_page_view_go_to:
 * @self: a view of a document
 * @page: a page; the nearest that there is
 *
 * Shows the page from its top.
 */
void
shinsa_page_view_go_to (ShinsaPageView *self,
                        int             page)
{
  GtkAdjustment *adjustment;
  GdkRectangle area;

  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  if (self->layout == NULL)
    return;
  page = CLAMP (page, 1, shinsa_page_layout_n_pages (self->layout));
  self->place.page = page;
  self->place.y = 0;
  /* Pages that are in sight together: this one is looked at, from now on. */
  if (self->page != page)
    {
      self->page = page;
      tell_page (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
  adjustment = self->sight.adjustments[GTK_ORIENTATION_VERTICAL];
  if (!self->placed || adjustment == NULL)
    return;
  shinsa_page_layout_get_page (self->layout, page, &area);
  gtk_adjustment_set_value (adjustment, (double) area.y / factor (self) - GAP);
}

/**
 * shinsa_page_view_step:
 * @self: a view of a document
 * @step: how many pages on, or back where it is negative
 */
void
shinsa_page_view_step (ShinsaPageView *self,
                       int             step)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  shinsa_page_view_go_to (self, self->page + step);
}

/**
 * shinsa_page_view_scroll:
 * @self: a view
 * @dx: pixels to the right
 * @dy: pixels down
 */
void
shinsa_page_view_scroll (ShinsaPageView *self,
                         double          dx,
                         double          dy)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  shinsa_page_sight_scroll_by (&self->sight, GTK_ORIENTATION_HORIZONTAL, dx);
  shinsa_page_sight_scroll_by (&self->sight, GTK_ORIENTATION_VERTICAL, dy);
}

/**
 * shinsa_page_view_fits:
 * @self: a view
 * @orientation: a direction
 *
 * Returns: whether there is room for a whole page in that direction
 */
gboolean
shinsa_page_view_fits (ShinsaPageView *self,
                       GtkOrientation  orientation)
{
  GdkRectangle area;

  g_return_val_if_fail (SHINSA_IS_PAGE_VIEW (self), TRUE);

  if (self->layout == NULL || !self->placed)
    return TRUE;
  shinsa_page_layout_get_page (self->layout, self->page, &area);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? area.width : area.height) <=
         gtk_widget_get_size (GTK_WIDGET (self), orientation) * factor (self);
}

static void
set_fit (ShinsaPageView *self,
         ShinsaFit       fit)
{
  if (self->place.fit == fit)
    return;
  self->place.fit = fit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

/**
 * shinsa_page_view_set_fit:
 * @self: a view
 * @fit: what decides how large pages are; with SHINSA_FIT_NONE they stay as they are
 */
void
shinsa_page_view_set_fit (ShinsaPageView *self,
                          ShinsaFit       fit)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  set_fit (self, fit);
  if (fit == SHINSA_FIT_PAGE && self->placed)
    arrange (self, self->page, 0.5, 0, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, GAP);
  else
    arrange_around (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, GAP);
}

/**
 * shinsa_page_view_zoom_to:
 * @self: a view
 * @zoom: how large pages are shown, 1 being life-size
 * @x: a place of the window
 * @y: a place of the window
 *
 * What is at that place stays there.
 */
void
shinsa_page_view_zoom_to (ShinsaPageView *self,
                          double          zoom,
                          double          x,
                          double          y)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  set_fit (self, SHINSA_FIT_NONE);
  self->place.zoom = CLAMP (zoom, MIN (LEAST_ZOOM, self->place.zoom), MOST_ZOOM);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  arrange_around (self, x, y);
}

/**
 * shinsa_page_view_zoom_by:
 * @self: a view
 * @step: more than 1 to enlarge
 *
 * Zooms around the middle of what is in sight.
 */
void
shinsa_page_view_zoom_by (ShinsaPageView *self,
                          double          step)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  shinsa_page_view_zoom_to (self, self->place.zoom * step,
                            gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                            gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * shinsa_page_view_rotate:
 * @self: a view
 *
 * Turns every page clockwise by a right angle, and shows the same page from its top.
 */
void
shinsa_page_view_rotate (ShinsaPageView *self)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  self->place.rotation = (self->place.rotation + 90) % 360;
  if (self->placed)
    arrange (self, self->page, 0.5, 0, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, GAP);
}

int
shinsa_page_view_get_page (ShinsaPageView *self)
{
  g_return_val_if_fail (SHINSA_IS_PAGE_VIEW (self), 1);

  return self->page;
}

double
shinsa_page_view_get_zoom (ShinsaPageView *self)
{
  g_return_val_if_fail (SHINSA_IS_PAGE_VIEW (self), 1);

  return self->place.zoom;
}

/**
 * shinsa_page_view_get_selection:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is selected in the document, NULL without one
 */
ShinsaPageSelection *
shinsa_page_view_get_selection (ShinsaPageView *self)
{
  g_return_val_if_fail (SHINSA_IS_PAGE_VIEW (self), NULL);

  return self->selection;
}

/**
 * shinsa_page_view_hit:
 * @self: a view
 * @x: a place of the window
 * @y: a place of the window
 * @page: (out): the page there
 * @at: (out): the nearest place between two characters of it, 0 where it has no text
 *
 * Returns: whether there is a character right there
 */
gboolean
shinsa_page_view_hit (ShinsaPageView *self,
                      double          x,
                      double          y,
                      int            *page,
                      int            *at)
{
  const ShinsaPdfText *text;
  graphene_point_t point;
  GdkRectangle sight;
  gboolean inside = FALSE;

  g_return_val_if_fail (SHINSA_IS_PAGE_VIEW (self), FALSE);

  *page = self->page;
  *at = 0;
  if (self->layout == NULL || !self->placed)
    return FALSE;
  shinsa_page_sight_get (&self->sight, &sight);
  x = sight.x + x * factor (self);
  y = sight.y + y * factor (self);
  *page = shinsa_page_layout_page_at (self->layout, y);
  shinsa_page_layout_to_page (self->layout, *page, x, y, &point);
  text = shinsa_page_selection_get_text (self->selection, *page);
  if (text != NULL)
    *at = shinsa_page_text_hit (text, point.x, point.y, &inside);
  return inside;
}

/**
 * shinsa_page_view_set_matches:
 * @self: a view
 * @matches: (element-type ShinsaPdfMatch) (nullable): what was found in the document
 * @current: the one to show, or -1
 */
void
shinsa_page_view_set_matches (ShinsaPageView *self,
                              GPtrArray      *matches,
                              int             current)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));

  if (matches != NULL)
    g_ptr_array_ref (matches);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = matches;
  self->match = current;
  if (matches != NULL && current >= 0)
    {
      const ShinsaPdfMatch *match = g_ptr_array_index (matches, current);

      reveal (self, match->page, match->rects);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * shinsa_page_view_show_quote:
 * @self: a view of a document
 * @page: a page
 * @quote: words of it; "" for the page as such
 *
 * Goes to the page, and marks the words where they are found.
 */
void
shinsa_page_view_show_quote (ShinsaPageView *self,
                             int             page,
                             const char     *quote)
{
  g_return_if_fail (SHINSA_IS_PAGE_VIEW (self));
  g_return_if_fail (quote != NULL);

  shinsa_page_quote_clear (&self->quote);
  shinsa_page_view_go_to (self, page);
  if (self->layout == NULL || *quote == '\0')
    return;
  shinsa_page_quote_set (&self->quote, self->page, quote);
  find_quote (self);
}

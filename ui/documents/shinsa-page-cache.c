/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-cache.h"

#include <math.h>

/* What the pictures may take, and what those of a document that is put aside may. */
#define BUDGET (64 * 1024 * 1024)
#define SMALL_BUDGET (12 * 1024 * 1024)

/* One is being drawn and one waits, so the document's thread never does; with more of them the
 * order could not follow what is wanted. */
#define MOST_REQUESTS 2

typedef struct {
  ShinsaPdfView view;
  GdkTexture   *texture;
  guint         used;        /* when it was wanted or shown last */
} Picture;

struct _ShinsaPageCache
{
  GObject     parent_instance;

  ShinsaPdf  *pdf;
  GPtrArray  *pictures;      /* (element-type Picture) */
  GArray     *wanted;        /* (element-type ShinsaPdfView), what is lacking, in order */
  GPtrArray  *requests;      /* (element-type Request), those that have no answer yet */
  GHashTable *problems;      /* page → sentence */
  guint       now;
};

G_DEFINE_FINAL_TYPE (ShinsaPageCache, shinsa_page_cache, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct {
  ShinsaPageCache *cache;    /* NULL once nobody waits for it any more */
  ShinsaPdfView    view;
  GCancellable    *cancellable;
} Request;

static void request_more (ShinsaPageCache *self);

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_object_unref (picture->texture);
  g_free (picture);
}

/* Leaves the request to its callback. */
static void
request_drop (gpointer data)
{
  Request *request = data;

  request->cache = NULL;
  g_cancellable_cancel (request->cancellable);
}

static gboolean
same_view (const ShinsaPdfView *a,
           const ShinsaPdfView *b)
{
  return a->page == b->page && a->rotation == b->rotation && a->x == b->x && a->y == b->y &&
         a->width == b->width && a->height == b->height && a->scale == b->scale;
}

static gsize
size_of (const Picture *picture)
{
  return (gsize) 4 * picture->view.width * picture->view.height;
}

static Picture *
find_picture (ShinsaPageCache     *self,
              const ShinsaPdfView *view)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      Picture *picture = g_ptr_array_index (self->pictures, i);

      if (same_view (&picture->view, view))
        return picture;
    }
  return NULL;
}

/* --- Room --- */

static guint
find_oldest (ShinsaPageCache *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->pictures->len; i++)
    {
      const Picture *picture = g_ptr_array_index (self->pictures, i);
      const Picture *other = g_ptr_array_index (self->pictures, oldest);

      if (picture->used < other->used)
        oldest = i;
    }
  return oldest;
}

/* What is in sight stays, whatever it takes. */
static void
make_room (ShinsaPageCache *self,
           gsize            budget)
{
  gsize total = 0;

  for (guint i = 0; i < self->pictures->len; i++)
    total += size_of (g_ptr_array_index (self->pictures, i));
  while (total > budget)
    {
      guint oldest = find_oldest (self);
      const Picture *picture = g_ptr_array_index (self->pictures, oldest);

      if (picture->used == self->now)
        return;
      total -= size_of (picture);
      g_ptr_array_remove_index_fast (self->pictures, oldest);
    }
}

/* --- Asking --- */

static void
keep (ShinsaPageCache      *self,
      const ShinsaPdfImage *image)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->view = image->view;
  picture->texture = gdk_memory_texture_new (image->view.width, image->view.height,
                                             GDK_MEMORY_DEFAULT, image->pixels, image->stride);
  picture->used = self->now;
  g_ptr_array_add (self->pictures, picture);
  make_room (self, BUDGET);
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Request *request = data;
  ShinsaPageCache *self = request->cache;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPdfImage) image = shinsa_pdf_render_finish (SHINSA_PDF (source), result,
                                                               &error);

  if (self != NULL)
    {
      guint index = 0;

      if (g_ptr_array_find (self->requests, request, &index))
        g_ptr_array_steal_index (self->requests, index);
      if (image != NULL)
        keep (self, image);
      else
        g_hash_table_insert (self->problems, GINT_TO_POINTER (request->view.page),
                             g_strdup (error->message));
      request_more (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  g_object_unref (request->cancellable);
  g_free (request);
}

static gboolean
is_requested (ShinsaPageCache     *self,
              const ShinsaPdfView *view)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      const Request *request = g_ptr_array_index (self->requests, i);

      if (same_view (&request->view, view))
        return TRUE;
    }
  return FALSE;
}

static void
request_more (ShinsaPageCache *self)
{
  for (guint i = 0; i < self->wanted->len && self->requests->len < MOST_REQUESTS; i++)
    {
      const ShinsaPdfView *view = &g_array_index (self->wanted, ShinsaPdfView, i);
      Request *request;

      if (is_requested (self, view) || find_picture (self, view) != NULL ||
          shinsa_page_cache_problem (self, view->page) != NULL)
        continue;
      request = g_new0 (Request, 1);
      request->cache = self;
      request->view = *view;
      request->cancellable = g_cancellable_new ();
      g_ptr_array_add (self->requests, request);
      shinsa_pdf_render_async (self->pdf, view, (int) i, request->cancellable, rendered_cb,
                               request);
    }
}

static gboolean
is_wanted (ShinsaPageCache     *self,
           const ShinsaPdfView *view)
{
  for (guint i = 0; i < self->wanted->len; i++)
    if (same_view (&g_array_index (self->wanted, ShinsaPdfView, i), view))
      return TRUE;
  return FALSE;
}

/* --- The object --- */

static void
shinsa_page_cache_dispose (GObject *object)
{
  ShinsaPageCache *self = SHINSA_PAGE_CACHE (object);

  g_ptr_array_set_size (self->requests, 0);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (shinsa_page_cache_parent_class)->dispose (object);
}

static void
shinsa_page_cache_finalize (GObject *object)
{
  ShinsaPageCache *self = SHINSA_PAGE_CACHE (object);

  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->requests);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->problems);

  G_OBJECT_CLASS (shinsa_page_cache_parent_class)->finalize (object);
}

static void
shinsa_page_cache_class_init (ShinsaPageCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shinsa_page_cache_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_page_cache_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
shinsa_page_cache_init (ShinsaPageCache *self)
{
  self->pictures = g_ptr_array_new_with_free_func (picture_free);
  self->requests = g_ptr_array_new_with_free_func (request_drop);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (ShinsaPdfView));
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * shinsa_page_cache_new:
 * @pdf: (transfer none): a document
 *
 * Returns: (transfer full): no pictures of it
 */
ShinsaPageCache *
shinsa_page_cache_new (ShinsaPdf *pdf)
{
  ShinsaPageCache *self;

  g_return_val_if_fail (SHINSA_IS_PDF (pdf), NULL);

  self = g_object_new (SHINSA_TYPE_PAGE_CACHE, NULL);
  self->pdf = g_object_ref (pdf);
  return self;
}

ShinsaPdf *
shinsa_page_cache_get_pdf (ShinsaPageCache *self)
{
  g_return_val_if_fail (SHINSA_IS_PAGE_CACHE (self), NULL);

  return self->pdf;
}

/**
 * shinsa_page_cache_want:
 * @self: a cache
 * @views: (element-type ShinsaPdfView): what is to be shown, then what may be next
 *
 * Takes the place of what was wanted before.
 */
void
shinsa_page_cache_want (ShinsaPageCache *self,
                        const GArray    *views)
{
  g_return_if_fail (SHINSA_IS_PAGE_CACHE (self));
  g_return_if_fail (views != NULL);

  self->now++;
  /* What could not be drawn at one size may be at another. */
  if (self->wanted->len > 0 && views->len > 0 &&
      g_array_index (self->wanted, ShinsaPdfView, 0).scale !=
      g_array_index (views, ShinsaPdfView, 0).scale)
    g_hash_table_remove_all (self->problems);
  g_array_set_size (self->wanted, 0);
  g_array_append_vals (self->wanted, views->data, views->len);
  for (guint i = 0; i < self->wanted->len; i++)
    {
      Picture *picture = find_picture (self, &g_array_index (self->wanted, ShinsaPdfView, i));

      if (picture != NULL)
        picture->used = self->now;
    }
  for (guint i = self->requests->len; i > 0; i--)
    {
      const Request *request = g_ptr_array_index (self->requests, i - 1);

      if (!is_wanted (self, &request->view))
        g_ptr_array_remove_index (self->requests, i - 1);
    }
  request_more (self);
}

/**
 * shinsa_page_cache_shrink:
 * @self: a cache
 *
 * To be called when the document is put aside: keeps what was looked at last, and little of it.
 */
void
shinsa_page_cache_shrink (ShinsaPageCache *self)
{
  g_return_if_fail (SHINSA_IS_PAGE_CACHE (self));

  g_array_set_size (self->wanted, 0);
  g_ptr_array_set_size (self->requests, 0);
  self->now++;
  make_room (self, SMALL_BUDGET);
}

/**
 * shinsa_page_cache_find:
 * @self: a cache
 * @view: what is to be shown
 *
 * Returns: (transfer none) (nullable): its picture, if it is there
 */
GdkTexture *
shinsa_page_cache_find (ShinsaPageCache     *self,
                        const ShinsaPdfView *view)
{
  Picture *picture;

  g_return_val_if_fail (SHINSA_IS_PAGE_CACHE (self), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  picture = find_picture (self, view);
  if (picture == NULL)
    return NULL;
  picture->used = self->now;
  return picture->texture;
}

static gboolean
is_whole (ShinsaPageCache     *self,
          const ShinsaPdfView *view)
{
  double width;
  double height;

  shinsa_pdf_get_page_size (self->pdf, view->page, &width, &height);
  if (view->rotation == 90 || view->rotation == 270)
    {
      double turned = width;

      width = height;
      height = turned;
    }
  return view->x == 0 && view->y == 0 && view->width >= (int) lround (width * view->scale) &&
         view->height >= (int) lround (height * view->scale);
}

/* How many times larger or smaller one is than the other. */
static double
distance (const ShinsaPdfView *view,
          const ShinsaPdfView *other)
{
  return MAX (view->scale, other->scale) / MIN (view->scale, other->scale);
}

/**
 * shinsa_page_cache_find_whole:
 * @self: a cache
 * @view: what is to be shown
 *
 * Returns: (transfer none) (nullable): the picture of the whole page that is nearest in size
 */
GdkTexture *
shinsa_page_cache_find_whole (ShinsaPageCache     *self,
                              const ShinsaPdfView *view)
{
  Picture *best = NULL;

  g_return_val_if_fail (SHINSA_IS_PAGE_CACHE (self), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  for (guint i = 0; i < self->pictures->len; i++)
    {
      Picture *picture = g_ptr_array_index (self->pictures, i);

      if (picture->view.page == view->page && picture->view.rotation == view->rotation &&
          is_whole (self, &picture->view) &&
          (best == NULL || distance (&picture->view, view) < distance (&best->view, view)))
        best = picture;
    }
  if (best == NULL)
    return NULL;
  best->used = self->now;
  return best->texture;
}

/**
 * shinsa_page_cache_problem:
 * @self: a cache
 * @page: a page
 *
 * Returns: (transfer none) (nullable): why there will never be a picture of the page
 */
const char *
shinsa_page_cache_problem (ShinsaPageCache *self,
                           int              page)
{
  g_return_val_if_fail (SHINSA_IS_PAGE_CACHE (self), NULL);

  return g_hash_table_lookup (self->problems, GINT_TO_POINTER (page));
}

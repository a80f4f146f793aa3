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
  ShinsaPagePicture *picture;
  guint              used;       /* when it was wanted or shown last */
} Entry;

struct _ShinsaPageCache
{
  GObject     parent_instance;

  ShinsaPdf  *pdf;
  GPtrArray  *entries;       /* (element-type Entry) */
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
entry_free (gpointer data)
{
  Entry *entry = data;

  shinsa_page_picture_free (entry->picture);
  g_free (entry);
}

static const ShinsaPdfView *
view_of (const Entry *entry)
{
  return shinsa_page_picture_get_view (entry->picture);
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
size_of (const Entry *entry)
{
  return (gsize) 4 * view_of (entry)->width * view_of (entry)->height;
}

static Entry *
find_entry (ShinsaPageCache     *self,
            const ShinsaPdfView *view)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (same_view (view_of (entry), view))
        return entry;
    }
  return NULL;
}

/* --- Room --- */

static guint
find_oldest (ShinsaPageCache *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      const Entry *other = g_ptr_array_index (self->entries, oldest);

      if (entry->used < other->used)
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

  for (guint i = 0; i < self->entries->len; i++)
    total += size_of (g_ptr_array_index (self->entries, i));
  while (total > budget)
    {
      guint oldest = find_oldest (self);
      const Entry *entry = g_ptr_array_index (self->entries, oldest);

      if (entry->used == self->now)
        return;
      total -= size_of (entry);
      g_ptr_array_remove_index_fast (self->entries, oldest);
    }
}

/* --- Asking --- */

static void
keep (ShinsaPageCache      *self,
      const ShinsaPdfImage *image)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->picture = shinsa_page_picture_new (image);
  entry->used = self->now;
  g_ptr_array_add (self->entries, entry);
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

      if (is_requested (self, view) || find_entry (self, view) != NULL ||
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

  g_ptr_array_unref (self->entries);
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
  self->entries = g_ptr_array_new_with_free_func (entry_free);
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
      Entry *entry = find_entry (self, &g_array_index (self->wanted, ShinsaPdfView, i));

      if (entry != NULL)
        entry->used = self->now;
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
const ShinsaPagePicture *
shinsa_page_cache_find (ShinsaPageCache     *self,
                        const ShinsaPdfView *view)
{
  Entry *entry;

  g_return_val_if_fail (SHINSA_IS_PAGE_CACHE (self), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  entry = find_entry (self, view);
  if (entry == NULL)
    return NULL;
  entry->used = self->now;
  return entry->picture;
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
  /* One that was made smaller was rounded twice. */
  return view->x == 0 && view->y == 0 && view->width + 1 >= (int) lround (width * view->scale) &&
         view->height + 1 >= (int) lround (height * view->scale);
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
const ShinsaPagePicture *
shinsa_page_cache_find_whole (ShinsaPageCache     *self,
                              const ShinsaPdfView *view)
{
  Entry *best = NULL;

  g_return_val_if_fail (SHINSA_IS_PAGE_CACHE (self), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      const ShinsaPdfView *other = view_of (entry);

      if (other->page == view->page && other->rotation == view->rotation &&
          is_whole (self, other) &&
          (best == NULL || distance (other, view) < distance (view_of (best), view)))
        best = entry;
    }
  if (best == NULL)
    return NULL;
  best->used = self->now;
  return best->picture;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf.h"

#include "documents/shinsa-pdf-folded.h"
#include "documents/shinsa-pdf-thread.h"

struct _ShinsaPdf {
  GObject          parent_instance;

  ShinsaPdfThread *thread;
  ShinsaPdfFacts  *facts;      /* NULL until it is open */
};

G_DEFINE_FINAL_TYPE (ShinsaPdf, shinsa_pdf, G_TYPE_OBJECT)

static void
shinsa_pdf_finalize (GObject *object)
{
  ShinsaPdf *self = SHINSA_PDF (object);

  g_clear_pointer (&self->thread, shinsa_pdf_thread_close);
  g_clear_pointer (&self->facts, shinsa_pdf_facts_free);

  G_OBJECT_CLASS (shinsa_pdf_parent_class)->finalize (object);
}

static void
shinsa_pdf_class_init (ShinsaPdfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shinsa_pdf_finalize;
}

static void
shinsa_pdf_init (ShinsaPdf *self)
{
}

static gboolean
has_page (ShinsaPdf *self,
          int        page)
{
  return page >= 1 && page <= shinsa_pdf_get_n_pages (self);
}

/* --- Opening --- */

static ShinsaPdfStep
open_work (ShinsaPdfReader  *reader,
           gpointer          data,
           gpointer         *result,
           GError          **error)
{
  *result = shinsa_pdf_reader_open (reader, error);
  return SHINSA_PDF_DONE;
}

static const ShinsaPdfOrder open_order = {
  open_work,
  (GDestroyNotify) g_bytes_unref,
  (GDestroyNotify) shinsa_pdf_facts_free,
};

/**
 * shinsa_pdf_open_async:
 * @bytes: (not nullable): the file
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is open, or cannot be
 * @data: for @callback
 */
void
shinsa_pdf_open_async (GBytes              *bytes,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  ShinsaPdf *self;

  g_return_if_fail (bytes != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, shinsa_pdf_open_async);
  self = g_object_new (SHINSA_TYPE_PDF, NULL);
  g_task_set_task_data (task, self, g_object_unref);
  self->thread = shinsa_pdf_thread_new (bytes);
  shinsa_pdf_thread_push (self->thread, &open_order, g_bytes_ref (bytes), G_PRIORITY_DEFAULT,
                          task);
}

/**
 * shinsa_pdf_open_finish:
 * @result: what the callback was given
 * @error: return location for the sentence that says why it cannot be shown
 *
 * Returns: (transfer full) (nullable): the document
 */
ShinsaPdf *
shinsa_pdf_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  ShinsaPdfFacts *facts;
  ShinsaPdf *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  facts = g_task_propagate_pointer (G_TASK (result), error);
  if (facts == NULL)
    return NULL;
  self = g_object_ref (g_task_get_task_data (G_TASK (result)));
  self->facts = facts;
  return self;
}

int
shinsa_pdf_get_n_pages (ShinsaPdf *self)
{
  g_return_val_if_fail (SHINSA_IS_PDF (self), 0);

  return (int) self->facts->sizes->len;
}

/**
 * shinsa_pdf_get_page_size:
 * @self: a document
 * @page: the page
 * @width: (out): in points
 * @height: (out): in points
 *
 * The size of a page as it is meant to be read, that is as the file turns it.
 */
void
shinsa_pdf_get_page_size (ShinsaPdf *self,
                          int        page,
                          double    *width,
                          double    *height)
{
  const ShinsaPdfRect *size;

  g_return_if_fail (SHINSA_IS_PDF (self));
  g_return_if_fail (has_page (self, page));
  g_return_if_fail (width != NULL && height != NULL);

  size = &g_array_index (self->facts->sizes, ShinsaPdfRect, page - 1);
  *width = size->width;
  *height = size->height;
}

/**
 * shinsa_pdf_get_outline:
 * @self: a document
 *
 * Returns: (transfer none) (element-type ShinsaPdfHeading): its headings in the order of reading;
 *   empty where it has none
 */
GPtrArray *
shinsa_pdf_get_outline (ShinsaPdf *self)
{
  g_return_val_if_fail (SHINSA_IS_PDF (self), NULL);

  return self->facts->outline;
}

/* --- Pictures --- */

static ShinsaPdfStep
render_work (ShinsaPdfReader  *reader,
             gpointer          data,
             gpointer         *result,
             GError          **error)
{
  *result = shinsa_pdf_reader_render (reader, data, error);
  return SHINSA_PDF_DONE;
}

static const ShinsaPdfOrder render_order = {
  render_work,
  g_free,
  (GDestroyNotify) shinsa_pdf_image_free,
};

/**
 * shinsa_pdf_render_async:
 * @self: a document
 * @view: (not nullable): what to draw
 * @priority: the smaller the sooner; #G_PRIORITY_DEFAULT for what is in sight. Texts have that,
 *   too, and searching has #G_PRIORITY_LOW
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is drawn; at once when it is cancelled
 * @data: for @callback
 */
void
shinsa_pdf_render_async (ShinsaPdf           *self,
                         const ShinsaPdfView *view,
                         int                  priority,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SHINSA_IS_PDF (self));
  g_return_if_fail (view != NULL && has_page (self, view->page));
  g_return_if_fail (view->scale > 0 && view->width > 0 && view->height > 0);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, shinsa_pdf_render_async);
  shinsa_pdf_thread_push (self->thread, &render_order, g_memdup2 (view, sizeof *view), priority,
                          task);
}

/**
 * shinsa_pdf_render_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture; its view is the one asked for, with a scale
 *   and a size that are too large reduced
 */
ShinsaPdfImage *
shinsa_pdf_render_finish (ShinsaPdf     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Text --- */

static ShinsaPdfStep
text_work (ShinsaPdfReader  *reader,
           gpointer          data,
           gpointer         *result,
           GError          **error)
{
  *result = shinsa_pdf_reader_text (reader, *(int *) data, error);
  return SHINSA_PDF_DONE;
}

static const ShinsaPdfOrder text_order = {
  text_work,
  g_free,
  (GDestroyNotify) shinsa_pdf_text_free,
};

/**
 * shinsa_pdf_text_async:
 * @self: a document
 * @page: the page
 * @cancellable: (nullable): a #GCancellable
 * @callback: called with the text of the page; at once when it is cancelled
 * @data: for @callback
 */
void
shinsa_pdf_text_async (ShinsaPdf           *self,
                       int                  page,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SHINSA_IS_PDF (self));
  g_return_if_fail (has_page (self, page));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, shinsa_pdf_text_async);
  shinsa_pdf_thread_push (self->thread, &text_order, g_memdup2 (&page, sizeof page),
                          G_PRIORITY_DEFAULT, task);
}

/**
 * shinsa_pdf_text_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text of the page, "" where it has none
 */
ShinsaPdfText *
shinsa_pdf_text_finish (ShinsaPdf     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Searching --- */

typedef struct {
  GArray    *words;        /* (element-type ShinsaPdfFolded) */
  GPtrArray *matches;      /* (element-type ShinsaPdfMatch) */
  int        page;         /* the next */
  int        n_pages;
} Search;

static void
search_free (Search *search)
{
  g_array_unref (search->words);
  g_ptr_array_unref (search->matches);
  g_free (search);
}

/* One page at a time, so that a page which somebody wants to see does not wait for all of them. */
static ShinsaPdfStep
search_work (ShinsaPdfReader  *reader,
             gpointer          data,
             gpointer         *result,
             GError          **error)
{
  Search *search = data;
  gboolean more = shinsa_pdf_reader_search (reader, search->page, search->words, search->matches);

  if (more && search->page++ < search->n_pages)
    return SHINSA_PDF_MORE;
  *result = g_ptr_array_ref (search->matches);
  return SHINSA_PDF_DONE;
}

static const ShinsaPdfOrder search_order = {
  search_work,
  (GDestroyNotify) search_free,
  (GDestroyNotify) g_ptr_array_unref,
};

/**
 * shinsa_pdf_search_async:
 * @self: a document
 * @words: (not nullable): what to look for, as it was typed
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when all pages were looked through; at once when it is cancelled
 * @data: for @callback
 *
 * Width, case and ligatures make no difference, nor do white space and the ends of lines in
 * Japanese.
 */
void
shinsa_pdf_search_async (ShinsaPdf           *self,
                         const char          *words,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (SHINSA_IS_PDF (self));
  g_return_if_fail (words != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, shinsa_pdf_search_async);
  search = g_new0 (Search, 1);
  search->words = shinsa_pdf_fold (words);
  search->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_pdf_match_free);
  search->page = 1;
  search->n_pages = shinsa_pdf_get_n_pages (self);
  shinsa_pdf_thread_push (self->thread, &search_order, search, G_PRIORITY_LOW, task);
}

/**
 * shinsa_pdf_search_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (element-type ShinsaPdfMatch) (nullable): what was found, in the order
 *   of the pages; at most 2000
 */
GPtrArray *
shinsa_pdf_search_finish (ShinsaPdf     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

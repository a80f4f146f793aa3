/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-selection.h"

#include "documents/shinsa-page-text.h"

/* A place between two characters. */
typedef struct {
  int page;      /* 0: nowhere */
  int at;
} Place;

struct _ShinsaPageSelection
{
  GObject       parent_instance;

  ShinsaPdf    *pdf;
  GCancellable *cancellable;
  GHashTable   *texts;     /* page → ShinsaPdfText, or NULL while it is on its way */
  Place         anchor;    /* where the selection was begun */
  Place         end;       /* where it was drawn to */
};

G_DEFINE_FINAL_TYPE (ShinsaPageSelection, shinsa_page_selection, G_TYPE_OBJECT)

enum {
  CHANGED,
  TEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct {
  ShinsaPageSelection *selection;
  int                  page;
} Request;

static gboolean
is_before (Place a,
           Place b)
{
  return a.page < b.page || (a.page == b.page && a.at < b.at);
}

static void
get_places (ShinsaPageSelection *self,
            Place               *start,
            Place               *end)
{
  gboolean turned = is_before (self->end, self->anchor);

  *start = turned ? self->end : self->anchor;
  *end = turned ? self->anchor : self->end;
}

static void
free_text (gpointer data)
{
  if (data != NULL)
    shinsa_pdf_text_free (data);
}

/* --- Texts --- */

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Request *request = data;
  ShinsaPageSelection *self = request->selection;
  int page = request->page;
  g_autoptr (GError) error = NULL;
  ShinsaPdfText *text = shinsa_pdf_text_finish (SHINSA_PDF (source), result, &error);

  g_free (request);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* A page of which the text cannot be read is like one that has none. */
  if (text == NULL)
    text = shinsa_pdf_text_new ("");
  g_hash_table_insert (self->texts, GINT_TO_POINTER (page), text);
  g_signal_emit (self, signals[TEXT], 0, page);
}

static void
load_text (ShinsaPageSelection *self,
           int                  page)
{
  Request *request;

  if (g_hash_table_contains (self->texts, GINT_TO_POINTER (page)))
    return;
  request = g_new0 (Request, 1);
  request->selection = self;
  request->page = page;
  g_hash_table_insert (self->texts, GINT_TO_POINTER (page), NULL);
  shinsa_pdf_text_async (self->pdf, page, self->cancellable, text_cb, request);
}

/* --- The object --- */

static void
shinsa_page_selection_dispose (GObject *object)
{
  ShinsaPageSelection *self = SHINSA_PAGE_SELECTION (object);

  /* Who asked is not kept by what it asked for. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (shinsa_page_selection_parent_class)->dispose (object);
}

static void
shinsa_page_selection_finalize (GObject *object)
{
  ShinsaPageSelection *self = SHINSA_PAGE_SELECTION (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (shinsa_page_selection_parent_class)->finalize (object);
}

static void
shinsa_page_selection_class_init (ShinsaPageSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shinsa_page_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_page_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TEXT] = g_signal_new ("text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
shinsa_page_selection_init (ShinsaPageSelection *self)
{
  self->cancellable = g_cancellable_new ();
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, free_text);
}

/**
 * shinsa_page_selection_new:
 * @pdf: (transfer none): a document
 *
 * Returns: (transfer full): nothing selected in it
 */
ShinsaPageSelection *
shinsa_page_selection_new (ShinsaPdf *pdf)
{
  ShinsaPageSelection *self;

  g_return_val_if_fail (SHINSA_IS_PDF (pdf), NULL);

  self = g_object_new (SHINSA_TYPE_PAGE_SELECTION, NULL);
  self->pdf = g_object_ref (pdf);
  return self;
}

/**
 * shinsa_page_selection_look_at:
 * @self: a selection
 * @first: a page
 * @last: a page
 *
 * Gets the text of the pages from @first to @last; only theirs and what is selected is kept.
 */
void
shinsa_page_selection_look_at (ShinsaPageSelection *self,
                               int                  first,
                               int                  last)
{
  GHashTableIter iter;
  gpointer key;
  gpointer text;
  Place start;
  Place end;

  g_return_if_fail (SHINSA_IS_PAGE_SELECTION (self));

  get_places (self, &start, &end);
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      int page = GPOINTER_TO_INT (key);

      if (text != NULL && (page < first || page > last) &&
          (page < start.page || page > end.page))
        g_hash_table_iter_remove (&iter);
    }
  for (int page = first; page <= last; page++)
    load_text (self, page);
}

/**
 * shinsa_page_selection_get_text:
 * @self: a selection
 * @page: a page
 *
 * Returns: (transfer none) (nullable): its text, if it is there
 */
const ShinsaPdfText *
shinsa_page_selection_get_text (ShinsaPageSelection *self,
                                int                  page)
{
  g_return_val_if_fail (SHINSA_IS_PAGE_SELECTION (self), NULL);

  return g_hash_table_lookup (self->texts, GINT_TO_POINTER (page));
}

/**
 * shinsa_page_selection_select:
 * @self: a selection
 * @page: a page
 * @first: a character of it
 * @length: how many; none begins a selection there
 */
void
shinsa_page_selection_select (ShinsaPageSelection *self,
                              int                  page,
                              int                  first,
                              int                  length)
{
  g_return_if_fail (SHINSA_IS_PAGE_SELECTION (self));

  self->anchor = (Place) { page, first };
  self->end = (Place) { page, first + length };
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * shinsa_page_selection_extend:
 * @self: a selection
 * @page: a page
 * @at: a place in its text
 *
 * Goes on with the selection up to there.
 */
void
shinsa_page_selection_extend (ShinsaPageSelection *self,
                              int                  page,
                              int                  at)
{
  g_return_if_fail (SHINSA_IS_PAGE_SELECTION (self));

  if (self->anchor.page == 0)
    self->anchor = (Place) { page, at };
  if (self->end.page == page && self->end.at == at)
    return;
  self->end = (Place) { page, at };
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * shinsa_page_selection_get_range:
 * @self: a selection
 * @page: a page
 * @first: (out): the first character of it that is selected
 * @length: (out): how many are
 *
 * Returns: whether anything of the page is selected
 */
gboolean
shinsa_page_selection_get_range (ShinsaPageSelection *self,
                                 int                  page,
                                 int                 *first,
                                 int                 *length)
{
  Place start;
  Place end;

  g_return_val_if_fail (SHINSA_IS_PAGE_SELECTION (self), FALSE);

  get_places (self, &start, &end);
  if (start.page == 0 || page < start.page || page > end.page)
    return FALSE;
  *first = page == start.page ? start.at : 0;
  *length = page == end.page
            ? end.at - *first
            : shinsa_page_text_length (shinsa_page_selection_get_text (self, page)) - *first;
  return *length > 0;
}

/**
 * shinsa_page_selection_get_page:
 * @self: a selection
 *
 * Returns: the page on which it begins; 0 where nothing is selected
 */
int
shinsa_page_selection_get_page (ShinsaPageSelection *self)
{
  Place start;
  Place end;

  g_return_val_if_fail (SHINSA_IS_PAGE_SELECTION (self), 0);

  get_places (self, &start, &end);
  return is_before (start, end) ? start.page : 0;
}

/**
 * shinsa_page_selection_dup:
 * @self: a selection
 *
 * Returns: (transfer full): the words, "" where nothing is selected
 */
char *
shinsa_page_selection_dup (ShinsaPageSelection *self)
{
  GString *words = g_string_new (NULL);
  Place start;
  Place end;

  g_return_val_if_fail (SHINSA_IS_PAGE_SELECTION (self), NULL);

  get_places (self, &start, &end);
  for (int page = start.page; page > 0 && page <= end.page; page++)
    {
      const ShinsaPdfText *text = shinsa_page_selection_get_text (self, page);
      int first;
      int length;

      if (text != NULL && shinsa_page_selection_get_range (self, page, &first, &length))
        {
          g_autofree char *part = shinsa_page_text_copy (text, first, length);

          if (words->len > 0)
            g_string_append_c (words, '\n');
          g_string_append (words, part);
        }
    }
  return g_string_free (words, FALSE);
}

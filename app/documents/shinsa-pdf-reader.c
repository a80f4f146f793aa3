/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-reader.h"

#include "documents/shinsa-pdf-folded.h"
#include "documents/shinsa-pdf-outline.h"
#include "documents/shinsa-pdf-stream.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

/* What a document may ask for at most, whatever it says of itself. */
#define MAX_PAGES 10000
#define MAX_POINTS 14400.0        /* the side of a page: five metres */
#define MAX_SCALE 64.0
#define MAX_PIXELS 8192           /* the side of a picture */

/* Where a page cannot be read, its place is kept free in the size of A4. */
#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0

#define MAX_MATCHES 2000
#define CONTEXT 24                /* characters on either side of a match */

/* How many characters are kept for the next search; some forty bytes each. */
#define MAX_KEPT 500000

/* Newer headers than Debian 12's release theirs by themselves; under a name of our own both do. */
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

typedef struct {
  ShinsaPdfText *text;
  GArray        *folded;          /* (element-type ShinsaPdfFolded) */
  gboolean       kept;
} PageText;

struct _ShinsaPdfReader {
  GBytes          *bytes;
  GCancellable    *cancellable;
  PopplerDocument *document;      /* NULL until it is open */
  GHashTable      *texts;         /* (element-type int PageText): what is kept, by page */
  gsize            n_kept;        /* characters */
};

static void
page_text_free (PageText *self)
{
  shinsa_pdf_text_free (self->text);
  g_array_unref (self->folded);
  g_free (self);
}

/* One that is kept stays where it is. */
static void
page_text_release (PageText *self)
{
  if (!self->kept)
    page_text_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageText, page_text_release)

/**
 * shinsa_pdf_reader_new:
 * @bytes: a file
 * @cancellable: when it is cancelled, whatever goes on comes to an end
 *
 * Returns: (transfer full): a reader that has not looked at the file yet
 */
ShinsaPdfReader *
shinsa_pdf_reader_new (GBytes       *bytes,
                       GCancellable *cancellable)
{
  ShinsaPdfReader *self = g_new0 (ShinsaPdfReader, 1);

  self->bytes = g_bytes_ref (bytes);
  self->cancellable = g_object_ref (cancellable);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) page_text_free);
  return self;
}

void
shinsa_pdf_reader_free (ShinsaPdfReader *self)
{
  g_hash_table_unref (self->texts);
  g_clear_object (&self->document);
  g_object_unref (self->cancellable);
  g_bytes_unref (self->bytes);
  g_free (self);
}

void
shinsa_pdf_facts_free (ShinsaPdfFacts *facts)
{
  g_array_unref (facts->sizes);
  g_ptr_array_unref (facts->outline);
  g_free (facts);
}

/* --- Opening --- */

static gboolean
open_document (ShinsaPdfReader  *self,
               GError          **error)
{
  g_autoptr (GInputStream) stream = shinsa_pdf_stream_new (self->bytes);
  goffset length = (goffset) g_bytes_get_size (self->bytes);
  g_autoptr (GError) reason = NULL;

  if (length > 0)
    self->document = poppler_document_new_from_stream (stream, length, NULL, self->cancellable,
                                                       &reason);
  if (self->document != NULL)
    return TRUE;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                         _("This document is protected by a password, so its pages cannot be shown "
                           "here; ask for a copy without one, or open it in another program."));
  else
    g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                         _("This file is damaged or is not a PDF, so its pages cannot be shown; it "
                           "was kept as it came, and another program may be able to open it."));
  return FALSE;
}

static gboolean
check_count (int       n_pages,
             GError  **error)
{
  if (n_pages >= 1 && n_pages <= MAX_PAGES)
    return TRUE;
  if (n_pages < 1)
    g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                         _("This document has no pages that could be shown; it was kept as it "
                           "came, and another program may be able to open it."));
  else
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                 /* Translators: %d is the number of pages that is possible. */
                 _("This document has more than %d pages, which is too many to be shown here; it "
                   "was kept as it came, and another program may be able to open it."),
                 MAX_PAGES);
  return FALSE;
}

/* Numbers from a file may be anything, even none. */
static double
limit (double value,
       double most)
{
  return value >= 1 ? MIN (value, most) : 1;
}

static ShinsaPdfRect
size_of_page (ShinsaPdfReader *self,
              int              page)
{
  g_autoptr (Page) found = poppler_document_get_page (self->document, page - 1);
  ShinsaPdfRect size = { 0, 0, A4_WIDTH, A4_HEIGHT };

  if (found != NULL)
    poppler_page_get_size (found, &size.width, &size.height);
  size.width = limit (size.width, MAX_POINTS);
  size.height = limit (size.height, MAX_POINTS);
  return size;
}

/**
 * shinsa_pdf_reader_open:
 * @self: a new reader
 * @error: return location for the reason why it cannot be shown
 *
 * Returns: (transfer full) (nullable): what is known of the document
 */
ShinsaPdfFacts *
shinsa_pdf_reader_open (ShinsaPdfReader  *self,
                        GError          **error)
{
  ShinsaPdfFacts *facts;
  int n_pages;

  if (!open_document (self, error))
    return NULL;
  n_pages = poppler_document_get_n_pages (self->document);
  if (!check_count (n_pages, error))
    return NULL;

  facts = g_new0 (ShinsaPdfFacts, 1);
  facts->sizes = g_array_sized_new (FALSE, FALSE, sizeof (ShinsaPdfRect), (guint) n_pages);
  for (int page = 1; page <= n_pages; page++)
    {
      ShinsaPdfRect size = size_of_page (self, page);

      g_array_append_val (facts->sizes, size);
    }
  facts->outline = shinsa_pdf_outline_read (self->document, n_pages);
  return facts;
}

/* --- Pages --- */

static Page *
load_page (ShinsaPdfReader  *self,
           int               page,
           GError          **error)
{
  Page *found = poppler_document_get_page (self->document, page - 1);

  if (found == NULL)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                 /* Translators: %d is the number of a page. */
                 _("Page %d of this document is damaged and cannot be shown; the other pages are "
                   "not affected."),
                 page);
  return found;
}

/* From points of the page to the pixels of the part that is wanted. */
static void
transform (cairo_t             *cairo,
           const ShinsaPdfView *view,
           double               width,
           double               height)
{
  cairo_matrix_t matrix;
  double scale = view->scale;

  switch (view->rotation)
    {
    case 90:
      cairo_matrix_init (&matrix, 0, scale, -scale, 0, height * scale, 0);
      break;
    case 180:
      cairo_matrix_init (&matrix, -scale, 0, 0, -scale, width * scale, height * scale);
      break;
    case 270:
      cairo_matrix_init (&matrix, 0, -scale, scale, 0, 0, width * scale);
      break;
    default:
      cairo_matrix_init_scale (&matrix, scale, scale);
      break;
    }
  matrix.x0 -= view->x;
  matrix.y0 -= view->y;
  cairo_set_matrix (cairo, &matrix);
}

static void
draw_page (Page                *page,
           const ShinsaPdfView *view,
           cairo_surface_t     *surface)
{
  cairo_t *cairo = cairo_create (surface);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  transform (cairo, view, limit (width, MAX_POINTS), limit (height, MAX_POINTS));
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
}

static ShinsaPdfImage *
image_new (const ShinsaPdfView *view,
           guchar              *pixels,
           int                  stride)
{
  ShinsaPdfImage *image = g_new0 (ShinsaPdfImage, 1);

  image->view = *view;
  image->stride = stride;
  image->pixels = g_bytes_new_take (pixels, (gsize) stride * (gsize) view->height);
  return image;
}

/**
 * shinsa_pdf_reader_render:
 * @self: a reader with its document open
 * @view: what to draw; a scale and a size that are too large are reduced
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture, with what it is really of
 */
ShinsaPdfImage *
shinsa_pdf_reader_render (ShinsaPdfReader      *self,
                          const ShinsaPdfView  *view,
                          GError              **error)
{
  g_autoptr (Page) page = load_page (self, view->page, error);
  ShinsaPdfView drawn = *view;
  cairo_surface_t *surface;
  guchar *pixels;
  int stride;

  if (page == NULL)
    return NULL;
  drawn.scale = MIN (view->scale, MAX_SCALE);
  drawn.width = MIN (view->width, MAX_PIXELS);
  drawn.height = MIN (view->height, MAX_PIXELS);
  stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, drawn.width);
  pixels = g_try_malloc_n ((gsize) stride, (gsize) drawn.height);
  if (pixels == NULL)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   /* Translators: %d is the number of a page. */
                   _("There is not enough memory to show page %d at this size; zoom out."),
                   view->page);
      return NULL;
    }

  /* All ones is paper that cannot be seen through. */
  memset (pixels, 0xff, (gsize) stride * (gsize) drawn.height);
  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, drawn.width,
                                                 drawn.height, stride);
  draw_page (page, &drawn, surface);
  cairo_surface_destroy (surface);
  return image_new (&drawn, pixels, stride);
}

/* --- Text --- */

static ShinsaPdfText *
read_text (Page *page)
{
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *valid = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  g_autofree PopplerRectangle *places = NULL;
  ShinsaPdfText *text = shinsa_pdf_text_new (valid);
  glong length = g_utf8_strlen (valid, -1);
  guint n_places = 0;

  poppler_page_get_text_layout (page, &places, &n_places);
  for (glong i = 0; i < length; i++)
    {
      ShinsaPdfRect rect = { 0, };

      /* Marks of direction are in the text, but nowhere on the page. */
      if (i < (glong) n_places)
        {
          rect.x = MIN (places[i].x1, places[i].x2);
          rect.y = MIN (places[i].y1, places[i].y2);
          rect.width = ABS (places[i].x2 - places[i].x1);
          rect.height = ABS (places[i].y2 - places[i].y1);
        }
      g_array_append_val (text->rects, rect);
    }
  return text;
}

/* A text that was read before, or reads it; a document of ordinary size is kept whole. */
static PageText *
page_text (ShinsaPdfReader  *self,
           int               page,
           GError          **error)
{
  PageText *text = g_hash_table_lookup (self->texts, GINT_TO_POINTER (page));
  g_autoptr (Page) found = NULL;

  if (text != NULL)
    return text;
  found = load_page (self, page, error);
  if (found == NULL)
    return NULL;

  text = g_new0 (PageText, 1);
  text->text = read_text (found);
  text->folded = shinsa_pdf_fold (text->text->text);
  text->kept = self->n_kept + text->text->rects->len <= MAX_KEPT;
  if (text->kept)
    {
      self->n_kept += text->text->rects->len;
      g_hash_table_insert (self->texts, GINT_TO_POINTER (page), text);
    }
  return text;
}

/**
 * shinsa_pdf_reader_text:
 * @self: a reader with its document open
 * @page: the page
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text of the page
 */
ShinsaPdfText *
shinsa_pdf_reader_text (ShinsaPdfReader  *self,
                        int               page,
                        GError          **error)
{
  g_autoptr (PageText) text = page_text (self, page, error);
  ShinsaPdfText *copy;

  if (text == NULL)
    return NULL;
  copy = shinsa_pdf_text_new (text->text->text);
  g_array_append_vals (copy->rects, text->text->rects->data, text->text->rects->len);
  return copy;
}

/* --- Searching --- */

static char *
context_of (const ShinsaPdfText *text,
            guint                first,
            guint                end)
{
  guint start = first > CONTEXT ? first - CONTEXT : 0;
  guint stop = MIN (end + CONTEXT, text->rects->len);
  const char *from = g_utf8_offset_to_pointer (text->text, start);
  g_autoptr (GString) context = g_string_new (start > 0 ? "…" : NULL);

  for (guint i = start; i < stop; i++, from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);

      g_string_append_unichar (context, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (stop < text->rects->len)
    g_string_append (context, "…");
  return g_string_free (g_steal_pointer (&context), FALSE);
}

/**
 * shinsa_pdf_reader_search:
 * @self: a reader with its document open
 * @page: the page; nothing is found on one that is damaged
 * @words: (element-type ShinsaPdfFolded): what to look for
 * @matches: (element-type ShinsaPdfMatch): where to put what is found
 *
 * Returns: whether there is room for more matches
 */
gboolean
shinsa_pdf_reader_search (ShinsaPdfReader *self,
                          int              page,
                          GArray          *words,
                          GPtrArray       *matches)
{
  g_autoptr (PageText) text = page_text (self, page, NULL);
  guint from = 0;
  guint first, end;

  while (text != NULL && matches->len < MAX_MATCHES &&
         shinsa_pdf_find (text->folded, words, &from, &first, &end))
    {
      ShinsaPdfMatch *match = g_new0 (ShinsaPdfMatch, 1);

      match->page = page;
      match->first = (int) first;
      match->length = (int) (end - first);
      match->rects = shinsa_pdf_text_lines (text->text, match->first, match->length);
      match->context = context_of (text->text, first, end);
      g_ptr_array_add (matches, match);
    }
  return matches->len < MAX_MATCHES;
}

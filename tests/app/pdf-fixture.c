/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

/* A callback that keeps the answer where its data point to. */
void
pdf_store (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GAsyncResult **place = data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
pdf_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

ShinsaPdf *
pdf_open (GBytes  *bytes,
          GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_pdf_open_async (bytes, NULL, pdf_store, &result);
  return shinsa_pdf_open_finish (pdf_wait (&result), error);
}

/* Of one that is in order; takes @bytes. */
ShinsaPdf *
pdf_take (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  ShinsaPdf *pdf = pdf_open (bytes, &error);

  g_assert_no_error (error);
  g_bytes_unref (bytes);
  return pdf;
}

ShinsaPdfImage *
pdf_render (ShinsaPdf            *pdf,
            const ShinsaPdfView  *view,
            GError              **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_pdf_render_async (pdf, view, G_PRIORITY_DEFAULT, NULL, pdf_store, &result);
  return shinsa_pdf_render_finish (pdf, pdf_wait (&result), error);
}

/* All of a page. */
ShinsaPdfImage *
pdf_page (ShinsaPdf *pdf,
          int        page,
          double     scale,
          int        rotation)
{
  ShinsaPdfView view = { .page = page, .scale = scale, .rotation = rotation };
  g_autoptr (GError) error = NULL;
  ShinsaPdfImage *image;
  double width, height;

  shinsa_pdf_get_page_size (pdf, page, &width, &height);
  view.width = (int) ((rotation % 180 == 0 ? width : height) * scale);
  view.height = (int) ((rotation % 180 == 0 ? height : width) * scale);
  image = pdf_render (pdf, &view, &error);
  g_assert_no_error (error);
  return image;
}

ShinsaPdfText *
pdf_text (ShinsaPdf  *pdf,
          int         page,
          GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shinsa_pdf_text_async (pdf, page, NULL, pdf_store, &result);
  return shinsa_pdf_text_finish (pdf, pdf_wait (&result), error);
}

GPtrArray *
pdf_search (ShinsaPdf  *pdf,
            const char *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *matches;

  shinsa_pdf_search_async (pdf, words, NULL, pdf_store, &result);
  matches = shinsa_pdf_search_finish (pdf, pdf_wait (&result), &error);
  g_assert_no_error (error);
  return matches;
}

/* As 0xAARRGGBB. */
guint32
pdf_pixel (const ShinsaPdfImage *image,
           int                   x,
           int                   y)
{
  gsize size = 0;
  const guchar *pixels = g_bytes_get_data (image->pixels, &size);
  gsize place = (gsize) y * (gsize) image->stride + (gsize) x * sizeof (guint32);

  g_assert_cmpuint (place + sizeof (guint32), <=, size);
  return *(const guint32 *) (gconstpointer) (pixels + place);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-test-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define FONT "VL Gothic 12"

struct _ShinsaTestPdf {
  GByteArray      *bytes;
  cairo_surface_t *surface;
  cairo_t         *cairo;
};

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The size of a page in points. */
ShinsaTestPdf *
shinsa_test_pdf_new (double width,
                     double height)
{
  ShinsaTestPdf *self = g_new0 (ShinsaTestPdf, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, width, height);
  self->cairo = cairo_create (self->surface);
  return self;
}

/* To draw with; cairo_show_page() goes on to the next. */
cairo_t *
shinsa_test_pdf_cairo (ShinsaTestPdf *self)
{
  return self->cairo;
}

/* Lines of text from the top left; they are broken where @width is above 0. */
void
shinsa_test_pdf_text (ShinsaTestPdf *self,
                      double         x,
                      double         y,
                      double         width,
                      const char    *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (self->cairo);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, layout);
  pango_font_description_free (font);
}

/* Returns the heading, to be the parent of others; 0 is the parent of those on top. */
int
shinsa_test_pdf_heading (ShinsaTestPdf *self,
                         int            parent,
                         const char    *title,
                         int            page)
{
  g_autofree char *place = g_strdup_printf ("page=%d pos=[0 0]", page);

  return cairo_pdf_surface_add_outline (self->surface, parent, title, place,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* Takes @self. */
GBytes *
shinsa_test_pdf_finish (ShinsaTestPdf *self)
{
  GBytes *bytes;

  cairo_destroy (self->cairo);
  cairo_surface_finish (self->surface);
  g_assert_cmpint (cairo_surface_status (self->surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (self->surface);
  bytes = g_byte_array_free_to_bytes (self->bytes);
  g_free (self);
  return bytes;
}

/* A report in A4 as offices write them: each page has its number, half a page of Japanese and a
 * table of lines; a heading leads to every tenth. */
GBytes *
shinsa_test_pdf_of_pages (int n_pages)
{
  ShinsaTestPdf *self = shinsa_test_pdf_new (595, 842);
  g_autoptr (GString) body = g_string_new (NULL);

  for (int i = 0; i < 20; i++)
    g_string_append (body, "地域の産学官が連携し、バイオ資源を活用した"
                           "新たな市場を創り出すための体制を整備する。");
  for (int page = 1; page <= n_pages; page++)
    {
      g_autofree char *title = g_strdup_printf ("第%d頁", page);

      shinsa_test_pdf_text (self, 60, 60, 0, title);
      shinsa_test_pdf_text (self, 60, 100, 475, body->str);
      for (int row = 0; row < 12; row++)
        cairo_rectangle (self->cairo, 60, 520 + row * 20, 475, 20);
      cairo_stroke (self->cairo);
      cairo_show_page (self->cairo);
      if (page % 10 == 1)
        shinsa_test_pdf_heading (self, 0, title, page);
    }
  return shinsa_test_pdf_finish (self);
}

/* A file with these objects, numbered from 1, the first being the catalogue; the list ends in
 * NULL. @trailer has further members of the trailer, or is "". */
GBytes *
shinsa_test_pdf_raw (const char         *trailer,
                     const char * const  objects[])
{
  g_autoptr (GString) file = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  gsize start;
  int number = 1;

  for (; objects[number - 1] != NULL; number++)
    {
      g_string_append_printf (table, "%010d 00000 n \n", (int) file->len);
      g_string_append_printf (file, "%d 0 obj\n%s\nendobj\n", number, objects[number - 1]);
    }
  start = file->len;
  g_string_append_printf (file, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R %s >>\n", number,
                          table->str, number, trailer);
  g_string_append_printf (file, "startxref\n%d\n%%%%EOF\n", (int) start);
  return g_string_free_to_bytes (g_steal_pointer (&file));
}

/* An object with content; @members are those of its dictionary besides the length. */
char *
shinsa_test_pdf_stream (const char *members,
                        const char *content)
{
  return g_strdup_printf ("<< %s /Length %d >>\nstream\n%s\nendstream", members,
                          (int) strlen (content), content);
}

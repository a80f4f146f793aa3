/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

#include <string.h>

#define WHITE 0xffffffffu
#define RED 0xffff0000u

/* A page of 200 × 100 points with a red square in its top left corner, ten points from both its
 * sides. */
static GBytes *
square_new (void)
{
  ShinsaTestPdf *pdf = shinsa_test_pdf_new (200, 100);
  cairo_t *cairo = shinsa_test_pdf_cairo (pdf);

  cairo_set_source_rgb (cairo, 1, 0, 0);
  cairo_rectangle (cairo, 10, 10, 20, 20);
  cairo_fill (cairo);
  return shinsa_test_pdf_finish (pdf);
}

/* One page with these lines from the top left, as a page of a file that turns it by @turn. */
static GBytes *
turned_new (int turn)
{
  g_autofree char *page =
    g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [50 50 350 250] /Rotate %d "
                     "/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>", turn);
  g_autofree char *content = shinsa_test_pdf_stream ("", "BT /F 24 Tf 80 200 Td (Turned) Tj ET");
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page,
    content,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    NULL
  };

  return shinsa_test_pdf_raw ("", objects);
}

static void
test_pages (void)
{
  ShinsaTestPdf *file = shinsa_test_pdf_new (595, 842);
  g_autoptr (ShinsaPdf) pdf = NULL;
  double width, height;

  cairo_show_page (shinsa_test_pdf_cairo (file));
  pdf = pdf_take (shinsa_test_pdf_finish (file));
  g_assert_cmpint (shinsa_pdf_get_n_pages (pdf), ==, 1);
  shinsa_pdf_get_page_size (pdf, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 842, 0.01);
  g_assert_cmpuint (shinsa_pdf_get_outline (pdf)->len, ==, 0);
}

static void
test_turned_size (void)
{
  for (int turn = 0; turn < 360; turn += 90)
    {
      g_autoptr (ShinsaPdf) pdf = pdf_take (turned_new (turn));
      double width, height;

      shinsa_pdf_get_page_size (pdf, 1, &width, &height);
      g_assert_cmpfloat (width, ==, turn % 180 == 0 ? 300 : 200);
      g_assert_cmpfloat (height, ==, turn % 180 == 0 ? 200 : 300);
    }
}

/* --- Pictures --- */

/* The smallest rectangle with everything in it that is not white, in pixels. */
static void
assert_ink (const ShinsaPdfImage *image,
            int                   x,
            int                   y,
            int                   width,
            int                   height)
{
  int left = G_MAXINT, top = G_MAXINT, right = -1, bottom = -1;

  for (int j = 0; j < image->view.height; j++)
    for (int i = 0; i < image->view.width; i++)
      {
        guint32 pixel = pdf_pixel (image, i, j);

        g_assert_cmphex (pixel >> 24, ==, 0xff);
        if (pixel == WHITE)
          continue;
        left = MIN (left, i);
        top = MIN (top, j);
        right = MAX (right, i);
        bottom = MAX (bottom, j);
      }
  g_assert_cmpint (left, ==, x);
  g_assert_cmpint (top, ==, y);
  g_assert_cmpint (right - left + 1, ==, width);
  g_assert_cmpint (bottom - top + 1, ==, height);
}

static void
test_render (void)
{
  g_autoptr (ShinsaPdf) pdf = pdf_take (square_new ());

  for (int scale = 1; scale <= 3; scale++)
    {
      g_autoptr (ShinsaPdfImage) image = pdf_page (pdf, 1, scale, 0);

      g_assert_cmpint (image->view.width, ==, 200 * scale);
      g_assert_cmpuint (g_bytes_get_size (image->pixels), ==,
                        (gsize) (image->stride * image->view.height));
      assert_ink (image, 10 * scale, 10 * scale, 20 * scale, 20 * scale);
      g_assert_cmphex (pdf_pixel (image, 20 * scale, 20 * scale), ==, RED);
    }
}

static void
test_render_rotated (void)
{
  g_autoptr (ShinsaPdf) pdf = pdf_take (square_new ());
  static const struct { int rotation, x, y; } places[] = {
    { 0, 20, 20 },
    { 90, 140, 20 },
    { 180, 340, 140 },
    { 270, 20, 340 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (ShinsaPdfImage) image = pdf_page (pdf, 1, 2, places[i].rotation);

      g_assert_cmpint (image->view.rotation, ==, places[i].rotation);
      assert_ink (image, places[i].x, places[i].y, 40, 40);
    }
}

/* Parts that are put together are the whole. */
static void
test_render_parts (void)
{
  g_autoptr (ShinsaPdf) pdf = pdf_take (shinsa_test_pdf_of_pages (1));
  g_autoptr (ShinsaPdfImage) whole = pdf_page (pdf, 1, 1.5, 90);

  for (int part = 0; part < 4; part++)
    {
      ShinsaPdfView view = { 1, 1.5, 90, part % 2 * 600, part / 2 * 400, 600, 400 };
      g_autoptr (ShinsaPdfImage) image = pdf_render (pdf, &view, NULL);

      g_assert_nonnull (image);
      for (int y = 0; y < 400; y += 3)
        for (int x = 0; x < 600; x += 3)
          g_assert_cmphex (pdf_pixel (image, x, y), ==,
                           pdf_pixel (whole, view.x + x, view.y + y));
    }
}

/* More than anybody can see at a time is not drawn. */
static void
test_render_large (void)
{
  g_autoptr (ShinsaPdf) pdf = pdf_take (square_new ());
  ShinsaPdfView view = { 1, 1e9, 0, 0, 0, 20, 20000 };
  g_autoptr (ShinsaPdfImage) image = pdf_render (pdf, &view, NULL);

  g_assert_nonnull (image);
  g_assert_cmpfloat (image->view.scale, ==, 64);
  g_assert_cmpint (image->view.width, ==, 20);
  g_assert_cmpint (image->view.height, ==, 8192);
}

/* --- Text --- */

static int
place_of (const ShinsaPdfText *text,
          const char          *words)
{
  const char *found = strstr (text->text, words);

  g_assert_nonnull (found);
  return (int) g_utf8_pointer_to_offset (text->text, found);
}

static void
test_text (void)
{
  ShinsaTestPdf *file = shinsa_test_pdf_new (400, 300);
  g_autoptr (ShinsaPdf) pdf = NULL;
  g_autoptr (ShinsaPdfText) text = NULL;
  const ShinsaPdfRect *first, *last;

  shinsa_test_pdf_text (file, 50, 80, 0, "審査のしおり Guide");
  pdf = pdf_take (shinsa_test_pdf_finish (file));
  text = pdf_text (pdf, 1, NULL);
  g_assert_cmpstr (text->text, ==, "審査のしおり Guide");
  g_assert_cmpuint (text->rects->len, ==, 12);
  first = &g_array_index (text->rects, ShinsaPdfRect, 0);
  last = &g_array_index (text->rects, ShinsaPdfRect, 11);
  g_assert_cmpfloat_with_epsilon (first->x, 50, 1);
  g_assert_cmpfloat_with_epsilon (first->width, 16, 1);
  g_assert_cmpfloat_with_epsilon (first->y, 80, 8);
  g_assert_cmpfloat (last->x, >, 50 + 6 * 16);
}

static void
test_text_none (void)
{
  g_autoptr (ShinsaPdf) pdf = pdf_take (square_new ());
  g_autoptr (ShinsaPdfText) text = pdf_text (pdf, 1, NULL);

  g_assert_cmpstr (text->text, ==, "");
  g_assert_cmpuint (text->rects->len, ==, 0);
}

/* Where the text says it is, there is ink; and nowhere else. */
static void
test_text_turned (void)
{
  for (int turn = 0; turn < 360; turn += 90)
    {
      g_autoptr (ShinsaPdf) pdf = pdf_take (turned_new (turn));
      g_autoptr (ShinsaPdfText) text = pdf_text (pdf, 1, NULL);
      g_autoptr (ShinsaPdfImage) image = pdf_page (pdf, 1, 1, 0);
      gboolean inked[6] = { FALSE, };

      g_assert_cmpstr (text->text, ==, "Turned");
      for (int y = 0; y < image->view.height; y++)
        for (int x = 0; x < image->view.width; x++)
          {
            gboolean inside = FALSE;

            for (guint i = 0; i < text->rects->len; i++)
              {
                const ShinsaPdfRect *rect = &g_array_index (text->rects, ShinsaPdfRect, i);

                if (x + 1.5 < rect->x || x - 0.5 > rect->x + rect->width ||
                    y + 1.5 < rect->y || y - 0.5 > rect->y + rect->height)
                  continue;
                inside = TRUE;
                inked[i] = inked[i] || pdf_pixel (image, x, y) != WHITE;
              }
            if (!inside)
              g_assert_cmphex (pdf_pixel (image, x, y), ==, WHITE);
          }
      for (guint i = 0; i < G_N_ELEMENTS (inked); i++)
        g_assert_true (inked[i]);
    }
}

static void
test_text_columns (void)
{
  ShinsaTestPdf *file = shinsa_test_pdf_new (595, 842);
  g_autoptr (ShinsaPdf) pdf = NULL;
  g_autoptr (ShinsaPdfText) text = NULL;

  shinsa_test_pdf_text (file, 50, 50, 0, "現状と課題について\n産業は次のとおり\n左の終わり");
  shinsa_test_pdf_text (file, 320, 50, 0, "右の始まり\nあるべき姿について\n目標は次のとおり");
  pdf = pdf_take (shinsa_test_pdf_finish (file));
  text = pdf_text (pdf, 1, NULL);
  g_assert_cmpint (place_of (text, "左の終わり"), <, place_of (text, "右の始まり"));
}

/* --- Outline --- */

static void
assert_heading (ShinsaPdf  *pdf,
                guint       place,
                const char *title,
                int         page,
                int         depth)
{
  const ShinsaPdfHeading *heading = g_ptr_array_index (shinsa_pdf_get_outline (pdf), place);

  g_assert_cmpstr (heading->title, ==, title);
  g_assert_cmpint (heading->page, ==, page);
  g_assert_cmpint (heading->depth, ==, depth);
}

static void
test_outline (void)
{
  ShinsaTestPdf *file = shinsa_test_pdf_new (300, 300);
  g_autoptr (ShinsaPdf) pdf = NULL;
  int chapter;

  for (int i = 0; i < 3; i++)
    cairo_show_page (shinsa_test_pdf_cairo (file));
  chapter = shinsa_test_pdf_heading (file, 0, "第1章 体制", 1);
  shinsa_test_pdf_heading (file, chapter, "1.1 ネットワーク機関", 2);
  shinsa_test_pdf_heading (file, 0, "第2章 指標", 3);
  pdf = pdf_take (shinsa_test_pdf_finish (file));

  g_assert_cmpuint (shinsa_pdf_get_outline (pdf)->len, ==, 3);
  assert_heading (pdf, 0, "第1章 体制", 1, 0);
  assert_heading (pdf, 1, "1.1 ネットワーク機関", 2, 1);
  assert_heading (pdf, 2, "第2章 指標", 3, 0);
}

/* Names, headings that lead nowhere, and those that lead out of the document. */
static void
test_outline_odd (void)
{
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R /Dests << /there [4 0 R /Fit] >> >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    "<< /First 6 0 R /Last 10 0 R /Count 4 >>",
    "<< /Title (Part) /Parent 5 0 R /First 7 0 R /Last 7 0 R /Count 1 /Next 8 0 R >>",
    "<< /Title (  A\\nplace\\t) /Parent 6 0 R /Dest /there >>",
    "<< /Title (Out) /Parent 5 0 R /Next 9 0 R /A << /S /URI /URI (https://example.org/) >> >>",
    "<< /Title (Nowhere) /Parent 5 0 R /Next 10 0 R /Dest /elsewhere >>",
    "<< /Title () /Parent 5 0 R /Dest [3 0 R /Fit] >>",
    NULL
  };
  g_autoptr (ShinsaPdf) pdf = pdf_take (shinsa_test_pdf_raw ("", objects));

  g_assert_cmpuint (shinsa_pdf_get_outline (pdf)->len, ==, 2);
  assert_heading (pdf, 0, "Part", 2, 0);
  assert_heading (pdf, 1, "A place", 2, 1);
}

/* --- Searching --- */

static ShinsaPdf *
searched_new (void)
{
  ShinsaTestPdf *file = shinsa_test_pdf_new (300, 400);
  cairo_t *cairo = shinsa_test_pdf_cairo (file);

  shinsa_test_pdf_text (file, 20, 20, 0, "地域のバイオ産\n業を育てる。");
  cairo_show_page (cairo);
  cairo_show_page (cairo);
  shinsa_test_pdf_text (file, 20, 20, 0, "Bio Industry １２億円、バイオ\n次の行のバイオ産業と市場");
  return pdf_take (shinsa_test_pdf_finish (file));
}

static void
assert_match (GPtrArray  *matches,
              guint       place,
              int         page,
              int         length,
              guint       n_rects,
              const char *context)
{
  const ShinsaPdfMatch *match = g_ptr_array_index (matches, place);

  g_assert_cmpint (match->page, ==, page);
  g_assert_cmpint (match->length, ==, length);
  g_assert_cmpuint (match->rects->len, ==, n_rects);
  g_assert_cmpstr (match->context, ==, context);
}

static void
test_search (void)
{
  g_autoptr (ShinsaPdf) pdf = searched_new ();
  g_autoptr (GPtrArray) broken = pdf_search (pdf, "バイオ産業");
  g_autoptr (GPtrArray) half = pdf_search (pdf, "ﾊﾞｲｵ");
  g_autoptr (GPtrArray) mixed = pdf_search (pdf, "bIO  ind");
  g_autoptr (GPtrArray) digits = pdf_search (pdf, "12億");
  const ShinsaPdfMatch *match;

  g_assert_cmpuint (broken->len, ==, 2);
  assert_match (broken, 0, 1, 6, 2, "地域のバイオ産 業を育てる。");
  assert_match (broken, 1, 3, 5, 1, "…o Industry １２億円、バイオ 次の行のバイオ産業と市場");
  match = g_ptr_array_index (broken, 0);
  g_assert_cmpint (match->first, ==, 3);

  g_assert_cmpuint (half->len, ==, 3);
  g_assert_cmpuint (mixed->len, ==, 1);
  assert_match (mixed, 0, 3, 7, 1, "Bio Industry １２億円、バイオ 次の行のバイオ産業…");
  g_assert_cmpuint (digits->len, ==, 1);
}

static void
test_search_rects (void)
{
  g_autoptr (ShinsaPdf) pdf = searched_new ();
  g_autoptr (GPtrArray) matches = pdf_search (pdf, "バイオ産業");
  const ShinsaPdfMatch *match = g_ptr_array_index (matches, 0);
  const ShinsaPdfRect *one = &g_array_index (match->rects, ShinsaPdfRect, 0);
  const ShinsaPdfRect *two = &g_array_index (match->rects, ShinsaPdfRect, 1);

  /* バイオ産 at the end of one line, 業 at the start of the next, in 16 points. */
  g_assert_cmpfloat_with_epsilon (one->x, 20 + 3 * 16, 1);
  g_assert_cmpfloat_with_epsilon (one->width, 4 * 16, 1);
  g_assert_cmpfloat_with_epsilon (two->x, 20, 1);
  g_assert_cmpfloat_with_epsilon (two->width, 16, 1);
  g_assert_cmpfloat (two->y, >, one->y + 8);
}

static void
test_search_nothing (void)
{
  g_autoptr (ShinsaPdf) pdf = searched_new ();
  static const char *absent[] = { "", " \n", "審査", "バイオ産業x" };

  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_autoptr (GPtrArray) matches = pdf_search (pdf, absent[i]);

      g_assert_cmpuint (matches->len, ==, 0);
    }
}

/* In order of the pages, and no more than anybody can go through. */
static void
test_search_many (void)
{
  ShinsaTestPdf *file = shinsa_test_pdf_new (595, 842);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (ShinsaPdf) pdf = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  for (int i = 0; i < 450; i++)
    g_string_append (words, "市場");
  for (int page = 1; page <= 6; page++)
    {
      shinsa_test_pdf_text (file, 40, 40, 515, words->str);
      cairo_show_page (shinsa_test_pdf_cairo (file));
    }
  pdf = pdf_take (shinsa_test_pdf_finish (file));
  matches = pdf_search (pdf, "市場");

  g_assert_cmpuint (matches->len, ==, 2000);
  for (guint i = 0; i < matches->len; i++)
    {
      const ShinsaPdfMatch *match = g_ptr_array_index (matches, i);

      g_assert_cmpint (match->page, ==, (int) i / 450 + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/pages", test_pages);
  g_test_add_func ("/pdf/turned-size", test_turned_size);
  g_test_add_func ("/pdf/render", test_render);
  g_test_add_func ("/pdf/render-rotated", test_render_rotated);
  g_test_add_func ("/pdf/render-parts", test_render_parts);
  g_test_add_func ("/pdf/render-large", test_render_large);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/text-none", test_text_none);
  g_test_add_func ("/pdf/text-turned", test_text_turned);
  g_test_add_func ("/pdf/text-columns", test_text_columns);
  g_test_add_func ("/pdf/outline", test_outline);
  g_test_add_func ("/pdf/outline-odd", test_outline_odd);
  g_test_add_func ("/pdf/search", test_search);
  g_test_add_func ("/pdf/search-rects", test_search_rects);
  g_test_add_func ("/pdf/search-nothing", test_search_nothing);
  g_test_add_func ("/pdf/search-many", test_search_many);

  return g_test_run ();
}

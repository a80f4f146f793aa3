/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-views.h"
#include "shinsa-test-pdf.h"
#include "shinsa-ui-fixture.h"

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* A document of one page. */
static ShinsaPageCache *
cache_new (double width,
           double height)
{
  ShinsaTestPdf *pdf = shinsa_test_pdf_new (width, height);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ShinsaPdf) document = NULL;
  g_autoptr (GError) error = NULL;

  cairo_show_page (shinsa_test_pdf_cairo (pdf));
  bytes = shinsa_test_pdf_finish (pdf);
  shinsa_pdf_open_async (bytes, NULL, store_cb, &result);
  SHINSA_UI_WAIT (result != NULL);
  document = shinsa_pdf_open_finish (result, &error);
  g_assert_no_error (error);
  return shinsa_page_cache_new (document);
}

static ShinsaPageLayout *
layout_new (double width,
            double height,
            double scale)
{
  const graphene_size_t size = { (float) width, (float) height };
  ShinsaPageLayout *layout = shinsa_page_layout_new (&size, 1);

  shinsa_page_layout_arrange (layout, 0, scale, 0, 0);
  return layout;
}

static gboolean
has_all (ShinsaPageCache *cache,
         GArray          *views)
{
  for (guint i = 0; i < views->len; i++)
    if (shinsa_page_cache_find (cache, &g_array_index (views, ShinsaPdfView, i)) == NULL)
      return FALSE;
  return TRUE;
}

/* What is wanted comes, as it was asked for; where not, it would be asked for without end. */
static void
assert_comes (double width,
              double height,
              double scale,
              guint  n_views)
{
  g_autoptr (ShinsaPageCache) cache = cache_new (width, height);
  g_autoptr (ShinsaPageLayout) layout = layout_new (width, height, scale);
  const GdkRectangle sight = { 0, 0, 800, 600 };
  g_autoptr (GArray) views = shinsa_page_views_wanted (layout, cache, &sight);
  ShinsaPdfView whole;

  g_assert_cmpuint (views->len, ==, n_views);
  shinsa_page_cache_want (cache, views);
  SHINSA_UI_WAIT (has_all (cache, views));
  g_assert_null (shinsa_page_cache_problem (cache, 1));
  /* Until the parts of another place have come there is something to show. */
  shinsa_page_layout_get_view (layout, 1, &whole);
  g_assert_nonnull (shinsa_page_cache_find_whole (cache, &whole));
}

static void
test_whole (void)
{
  assert_comes (595, 842, 1.4, 1);
}

static void
test_tiles (void)
{
  assert_comes (595, 842, 10.6, 2);
}

/* As long as a page may be, and a strip as high as a finger is broad. */
static void
test_long (void)
{
  assert_comes (14400, 14400, 1.4, 2);
  assert_comes (14400, 48, 1.4, 2);
  assert_comes (48, 14400, 1.4, 2);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/page-views/whole", test_whole);
  g_test_add_func ("/page-views/tiles", test_tiles);
  g_test_add_func ("/page-views/long", test_long);
  return g_test_run ();
}

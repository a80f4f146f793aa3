/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-layout.h"

/* Three pages: upright, lying and small. */
static ShinsaPageLayout *
layout_new (void)
{
  const graphene_size_t sizes[] = { { 100, 200 }, { 300, 100 }, { 50, 50 } };

  return shinsa_page_layout_new (sizes, G_N_ELEMENTS (sizes));
}

static void
assert_area (const ShinsaPageLayout *layout,
             int                     page,
             int                     x,
             int                     y,
             int                     width,
             int                     height)
{
  GdkRectangle area;

  shinsa_page_layout_get_page (layout, page, &area);
  g_assert_cmpint (area.x, ==, x);
  g_assert_cmpint (area.y, ==, y);
  g_assert_cmpint (area.width, ==, width);
  g_assert_cmpint (area.height, ==, height);
}

static void
test_positions (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();
  int width;
  int height;

  shinsa_page_layout_arrange (layout, 0, 2, 10, 0);
  assert_area (layout, 1, 210, 10, 200, 400);
  assert_area (layout, 2, 10, 420, 600, 200);
  assert_area (layout, 3, 260, 630, 100, 100);
  shinsa_page_layout_get_size (layout, &width, &height);
  g_assert_cmpint (width, ==, 620);
  g_assert_cmpint (height, ==, 740);

  /* In a wide window everything stands in the middle. */
  shinsa_page_layout_arrange (layout, 0, 2, 10, 1000);
  assert_area (layout, 2, 200, 420, 600, 200);
}

static void
test_rotation (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();

  shinsa_page_layout_arrange (layout, 90, 1, 0, 0);
  assert_area (layout, 1, 0, 0, 200, 100);
  assert_area (layout, 2, 50, 100, 100, 300);
}

static void
test_page_at (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();

  shinsa_page_layout_arrange (layout, 0, 1, 10, 0);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, -5), ==, 1);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, 209), ==, 1);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, 215), ==, 1);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, 220), ==, 2);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, 335), ==, 3);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, 99999), ==, 3);
}

static void
test_main_page (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();

  shinsa_page_layout_arrange (layout, 0, 1, 10, 0);
  /* A quarter of the first page, nine tenths of the second. */
  g_assert_cmpint (shinsa_page_layout_main_page (layout, 160, 310, 1), ==, 2);
  /* Two whole pages: the one that was looked at. */
  g_assert_cmpint (shinsa_page_layout_main_page (layout, 215, 400, 3), ==, 3);
  g_assert_cmpint (shinsa_page_layout_main_page (layout, 215, 400, 2), ==, 2);
  g_assert_cmpint (shinsa_page_layout_main_page (layout, 0, 150, 99), ==, 1);
}

static void
test_fit (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();

  g_assert_cmpfloat (shinsa_page_layout_fit_width (layout, 0, 600), ==, 2);
  g_assert_cmpfloat (shinsa_page_layout_fit_width (layout, 90, 600), ==, 3);
  g_assert_cmpfloat (shinsa_page_layout_fit_page (layout, 0, 600, 100), ==, 0.5);
  g_assert_cmpfloat (shinsa_page_layout_fit_page (layout, 270, 100, 600), ==, 0.5);
}

/* From a place on the page to the canvas and back, however it is turned. */
static void
test_there_and_back (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();
  const ShinsaPdfRect rect = { 30, 120, 40, 10 };

  for (int rotation = 0; rotation < 360; rotation += 90)
    {
      GdkRectangle page;
      graphene_rect_t area;
      graphene_point_t point;

      shinsa_page_layout_arrange (layout, rotation, 1.5, 7, 0);
      shinsa_page_layout_get_page (layout, 1, &page);
      shinsa_page_layout_from_page (layout, 1, &rect, &area);
      g_assert_cmpfloat (area.size.width * area.size.height, ==, 40 * 10 * 1.5 * 1.5);
      g_assert_cmpfloat (area.origin.x, >=, 0);
      g_assert_cmpfloat (area.origin.x + area.size.width, <=, page.width);
      g_assert_cmpfloat (area.origin.y + area.size.height, <=, page.height);
      shinsa_page_layout_to_page (layout, 1, page.x + area.origin.x + area.size.width / 2,
                                  page.y + area.origin.y + area.size.height / 2, &point);
      g_assert_cmpfloat_with_epsilon (point.x, 50, 0.01);
      g_assert_cmpfloat_with_epsilon (point.y, 125, 0.01);
    }
}

/* A quarter turn clockwise brings the top left to the top right. */
static void
test_direction (void)
{
  g_autoptr (ShinsaPageLayout) layout = layout_new ();
  const ShinsaPdfRect corner = { 0, 0, 10, 20 };
  graphene_rect_t area;

  shinsa_page_layout_arrange (layout, 90, 1, 0, 0);
  shinsa_page_layout_from_page (layout, 1, &corner, &area);
  g_assert_cmpfloat (area.origin.x, ==, 180);
  g_assert_cmpfloat (area.origin.y, ==, 0);
  shinsa_page_layout_arrange (layout, 270, 1, 0, 0);
  shinsa_page_layout_from_page (layout, 1, &corner, &area);
  g_assert_cmpfloat (area.origin.x, ==, 0);
  g_assert_cmpfloat (area.origin.y, ==, 90);
}

static void
test_endless (void)
{
  g_autofree graphene_size_t *sizes = g_new (graphene_size_t, 1000);
  g_autoptr (ShinsaPageLayout) layout = NULL;
  int width;
  int height;

  for (int i = 0; i < 1000; i++)
    sizes[i] = GRAPHENE_SIZE_INIT (14400, 14400);
  layout = shinsa_page_layout_new (sizes, 1000);
  shinsa_page_layout_arrange (layout, 0, 1000, 8, 0);
  shinsa_page_layout_get_size (layout, &width, &height);
  g_assert_cmpint (height, ==, G_MAXINT);
  g_assert_cmpint (shinsa_page_layout_page_at (layout, height), ==, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-layout/positions", test_positions);
  g_test_add_func ("/page-layout/rotation", test_rotation);
  g_test_add_func ("/page-layout/page-at", test_page_at);
  g_test_add_func ("/page-layout/main-page", test_main_page);
  g_test_add_func ("/page-layout/fit", test_fit);
  g_test_add_func ("/page-layout/there-and-back", test_there_and_back);
  g_test_add_func ("/page-layout/direction", test_direction);
  g_test_add_func ("/page-layout/endless", test_endless);
  return g_test_run ();
}

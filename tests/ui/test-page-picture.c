/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-picture.h"

#include <gsk/gsk.h>

#define WIDTH 600
#define HEIGHT 300

/* No two pixels that are near each other have the same colour. */
static guint32
color_at (int x,
          int y)
{
  return 0xff000000u | (guint32) (x * 16411 + y * 257);
}

static ShinsaPagePicture *
picture_new (gboolean black)
{
  g_autofree guint32 *pixels = g_new (guint32, WIDTH * HEIGHT);
  ShinsaPdfImage image = { { 1, 1, 0, 0, 0, WIDTH, HEIGHT }, WIDTH * 4, NULL };
  ShinsaPagePicture *picture;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      pixels[y * WIDTH + x] = black ? 0xff000000u : color_at (x, y);
  image.pixels = g_bytes_new (pixels, WIDTH * HEIGHT * 4);
  picture = shinsa_page_picture_new (&image);
  g_bytes_unref (image.pixels);
  return picture;
}

static GskRenderNode *
draw (gboolean            black,
      const GdkRectangle *area,
      const GdkRectangle *sight)
{
  g_autoptr (ShinsaPagePicture) picture = picture_new (black);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  shinsa_page_picture_append (picture, snapshot, area, sight);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Takes the node; the pixels are premultiplied words of the machine. */
static guint32 *
render (GskRenderNode *node,
        int            width,
        int            height)
{
  GskRenderer *renderer = gsk_cairo_renderer_new ();
  guint32 *pixels = g_new0 (guint32, width * height);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  gsk_renderer_unrealize (renderer);
  g_object_unref (renderer);
  gsk_render_node_unref (node);
  return pixels;
}

static void
test_exact (void)
{
  const GdkRectangle area = { 0, 0, WIDTH, HEIGHT };
  g_autofree guint32 *pixels = render (draw (FALSE, &area, &area), WIDTH, HEIGHT);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (pixels[y * WIDTH + x] != color_at (x, y))
        g_error ("The pixel at %d, %d is %08x.", x, y, pixels[y * WIDTH + x]);
}

/* Whatever the size, no paper is seen between the pieces. */
static void
test_scaled (void)
{
  for (int width = 101; width < 2 * WIDTH; width += 97)
    {
      const GdkRectangle area = { 0, 0, width, width / 2 };
      g_autofree guint32 *pixels = render (draw (TRUE, &area, &area), area.width, area.height);

      for (int i = 0; i < area.width * area.height; i++)
        if (pixels[i] != 0xff000000u)
          g_error ("At a width of %d the pixel at %d, %d is %08x.", width, i % area.width,
                   i / area.width, pixels[i]);
    }
}

static void
test_sight (void)
{
  const GdkRectangle area = { -100, 20, WIDTH, HEIGHT };
  const GdkRectangle nowhere = { 0, 400, 50, 50 };
  const GdkRectangle corner = { 0, 0, 10, 40 };
  GskRenderNode *node = draw (FALSE, &area, &corner);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, -100);
  g_assert_cmpfloat (bounds.origin.y, ==, 20);
  g_assert_cmpfloat (bounds.size.width, <, WIDTH);
  g_assert_cmpfloat (bounds.size.height, <, HEIGHT);
  gsk_render_node_unref (node);
  g_assert_null (draw (FALSE, &area, &nowhere));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-picture/exact", test_exact);
  g_test_add_func ("/page-picture/scaled", test_scaled);
  g_test_add_func ("/page-picture/sight", test_sight);
  return g_test_run ();
}

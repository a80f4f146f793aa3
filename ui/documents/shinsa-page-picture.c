/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-picture.h"

#include <math.h>

/* The side of a piece. */
#define PIECE 256

/* Words of the machine, as the texture names their bytes. Nothing on paper can be seen through, so
 * that colours are the same whether they are multiplied by their opacity or not; of the two GTK
 * reads this one faster by far. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define FORMAT GDK_MEMORY_B8G8R8A8
#else
#define FORMAT GDK_MEMORY_A8R8G8B8
#endif

struct _ShinsaPagePicture
{
  ShinsaPdfView view;
  GPtrArray    *pieces;      /* (element-type GdkTexture), row by row */
  int           n_columns;
};

static GdkTexture *
cut_piece (const ShinsaPdfImage *image,
           int                   x,
           int                   y)
{
  int width = MIN (PIECE, image->view.width - x);
  int height = MIN (PIECE, image->view.height - y);
  gsize start = (gsize) image->stride * y + (gsize) 4 * x;
  gsize length = (gsize) image->stride * (height - 1) + (gsize) 4 * width;
  g_autoptr (GBytes) pixels = g_bytes_new_from_bytes (image->pixels, start, length);

  return gdk_memory_texture_new (width, height, FORMAT, pixels, image->stride);
}

/**
 * shinsa_page_picture_new:
 * @image: (transfer none): what was drawn
 *
 * Returns: (transfer full): a picture of it
 */
ShinsaPagePicture *
shinsa_page_picture_new (const ShinsaPdfImage *image)
{
  ShinsaPagePicture *self;

  g_return_val_if_fail (image != NULL, NULL);

  self = g_new0 (ShinsaPagePicture, 1);
  self->view = image->view;
  self->n_columns = (image->view.width + PIECE - 1) / PIECE;
  self->pieces = g_ptr_array_new_with_free_func (g_object_unref);
  for (int y = 0; y < image->view.height; y += PIECE)
    for (int x = 0; x < image->view.width; x += PIECE)
      g_ptr_array_add (self->pieces, cut_piece (image, x, y));
  return self;
}

void
shinsa_page_picture_free (ShinsaPagePicture *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

const ShinsaPdfView *
shinsa_page_picture_get_view (const ShinsaPagePicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->view;
}

/* Where the picture goes, a piece begins and ends on whole pixels whatever its size: no line is to
 * be seen between it and the next. */
static void
place_piece (const ShinsaPagePicture *self,
             guint                    index,
             const GdkRectangle      *area,
             GdkRectangle            *place)
{
  GdkTexture *piece = g_ptr_array_index (self->pieces, index);
  int x = (int) index % self->n_columns * PIECE;
  int y = (int) index / self->n_columns * PIECE;
  double wide = (double) area->width / self->view.width;
  double high = (double) area->height / self->view.height;

  place->x = area->x + (int) lround (x * wide);
  place->y = area->y + (int) lround (y * high);
  place->width = area->x + (int) lround ((x + gdk_texture_get_width (piece)) * wide) - place->x;
  place->height = area->y + (int) lround ((y + gdk_texture_get_height (piece)) * high) - place->y;
}

/**
 * shinsa_page_picture_append:
 * @self: a picture
 * @snapshot: where to draw it
 * @area: the place that it takes
 * @sight: what is in sight, in the same measure
 */
void
shinsa_page_picture_append (const ShinsaPagePicture *self,
                            GtkSnapshot             *snapshot,
                            const GdkRectangle      *area,
                            const GdkRectangle      *sight)
{
  g_return_if_fail (self != NULL && GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (area != NULL && sight != NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      GdkRectangle place;

      place_piece (self, i, area, &place);
      if (gdk_rectangle_intersect (&place, sight, NULL))
        gtk_snapshot_append_texture (snapshot, g_ptr_array_index (self->pieces, i),
                                     &GRAPHENE_RECT_INIT (place.x, place.y, place.width,
                                                          place.height));
    }
}

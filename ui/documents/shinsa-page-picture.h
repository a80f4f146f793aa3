/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf-parts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture of a page or of a part of one, cut into pieces: what a frame costs depends on what is
 * in sight then, not on how large the page is. */

typedef struct _ShinsaPagePicture ShinsaPagePicture;

ShinsaPagePicture   *shinsa_page_picture_new      (const ShinsaPdfImage    *image);
void                 shinsa_page_picture_free     (ShinsaPagePicture       *self);
const ShinsaPdfView *shinsa_page_picture_get_view (const ShinsaPagePicture *self);
void                 shinsa_page_picture_append   (const ShinsaPagePicture *self,
                                                   GtkSnapshot             *snapshot,
                                                   const GdkRectangle      *area,
                                                   const GdkRectangle      *sight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPagePicture, shinsa_page_picture_free)

G_END_DECLS

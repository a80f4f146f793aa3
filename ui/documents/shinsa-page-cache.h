/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-page-picture.h"
#include "documents/shinsa-pdf.h"

G_BEGIN_DECLS

/* The pictures of a document's pages: asked for in the order in which they are wanted, and kept as
 * long as there is room.
 *
 * Signals: changed ()   a picture has come, or it is known that one never will */

#define SHINSA_TYPE_PAGE_CACHE (shinsa_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPageCache, shinsa_page_cache, SHINSA, PAGE_CACHE, GObject)

ShinsaPageCache         *shinsa_page_cache_new        (ShinsaPdf           *pdf);
ShinsaPdf               *shinsa_page_cache_get_pdf    (ShinsaPageCache     *self);
void                     shinsa_page_cache_want       (ShinsaPageCache     *self,
                                                       const GArray        *views);
void                     shinsa_page_cache_shrink     (ShinsaPageCache     *self);
const ShinsaPagePicture *shinsa_page_cache_find       (ShinsaPageCache     *self,
                                                       const ShinsaPdfView *view);
const ShinsaPagePicture *shinsa_page_cache_find_whole (ShinsaPageCache     *self,
                                                       const ShinsaPdfView *view);
const char              *shinsa_page_cache_problem    (ShinsaPageCache     *self,
                                                       int                  page);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-page-cache.h"
#include "documents/shinsa-page-layout.h"

G_BEGIN_DECLS

/* Of which parts of which pages pictures are needed. Arrays are of ShinsaPdfView. */

GArray *shinsa_page_views_of_page (const ShinsaPageLayout *layout,
                                   int                     page,
                                   const GdkRectangle     *sight);
GArray *shinsa_page_views_wanted  (const ShinsaPageLayout *layout,
                                   ShinsaPageCache        *cache,
                                   const GdkRectangle     *sight);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "documents/shinsa-page-layout.h"
#include "documents/shinsa-page-selection.h"
#include "documents/shinsa-page-cache.h"

G_BEGIN_DECLS

/* Draws what is in sight of a document. Paper stays white, whatever the theme. */

typedef struct {
  GtkWidget              *widget;
  const ShinsaPageLayout *layout;
  ShinsaPageCache        *cache;
  ShinsaPageSelection    *selection;
  const GPtrArray        *matches;       /* (element-type ShinsaPdfMatch) (nullable) */
  int                     match;         /* the one that is looked at, or -1 */
  int                     quote_page;
  const GArray           *quote_rects;   /* (element-type ShinsaPdfRect) (nullable) */
} ShinsaPagePainter;

void shinsa_page_painter_draw (const ShinsaPagePainter *self,
                               GtkSnapshot             *snapshot,
                               const GdkRectangle      *sight);

G_END_DECLS

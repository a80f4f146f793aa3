/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf.h"
#include "shinsa-test-pdf.h"

G_BEGIN_DECLS

/* Documents as if asking for something took no time. */

ShinsaPdf      *pdf_open   (GBytes               *bytes,
                            GError              **error);
ShinsaPdf      *pdf_take   (GBytes               *bytes);
ShinsaPdfImage *pdf_render (ShinsaPdf            *pdf,
                            const ShinsaPdfView  *view,
                            GError              **error);
ShinsaPdfImage *pdf_page   (ShinsaPdf            *pdf,
                            int                   page,
                            double                scale,
                            int                   rotation);
ShinsaPdfText  *pdf_text   (ShinsaPdf            *pdf,
                            int                   page,
                            GError              **error);
GPtrArray      *pdf_search (ShinsaPdf            *pdf,
                            const char           *words);
guint32         pdf_pixel  (const ShinsaPdfImage *image,
                            int                   x,
                            int                   y);
void            pdf_store  (GObject              *source,
                            GAsyncResult         *result,
                            gpointer              data);
GAsyncResult   *pdf_wait   (GAsyncResult        **result);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A PDF to look at. Each has a thread of its own; everything here is called on the main loop, and
 * what comes back is plain data. Nothing in a document is ever acted upon: no links, scripts,
 * forms or attachments. A request that waits keeps the document; cancel what nobody wants. */

#define SHINSA_TYPE_PDF (shinsa_pdf_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPdf, shinsa_pdf, SHINSA, PDF, GObject)

void            shinsa_pdf_open_async    (GBytes               *bytes,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
ShinsaPdf      *shinsa_pdf_open_finish   (GAsyncResult         *result,
                                          GError              **error);
int             shinsa_pdf_get_n_pages   (ShinsaPdf            *self);
void            shinsa_pdf_get_page_size (ShinsaPdf            *self,
                                          int                   page,
                                          double               *width,
                                          double               *height);
GPtrArray      *shinsa_pdf_get_outline   (ShinsaPdf            *self);
void            shinsa_pdf_render_async  (ShinsaPdf            *self,
                                          const ShinsaPdfView  *view,
                                          int                   priority,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
ShinsaPdfImage *shinsa_pdf_render_finish (ShinsaPdf            *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void            shinsa_pdf_text_async    (ShinsaPdf            *self,
                                          int                   page,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
ShinsaPdfText  *shinsa_pdf_text_finish   (ShinsaPdf            *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void            shinsa_pdf_search_async  (ShinsaPdf            *self,
                                          const char           *words,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
GPtrArray      *shinsa_pdf_search_finish (ShinsaPdf            *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS

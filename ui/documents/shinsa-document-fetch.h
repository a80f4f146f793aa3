/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf.h"
#include "shinsa-service.h"

G_BEGIN_DECLS

/* A document on its way from the store to the screen: read by the session, opened by its thread. */

void       shinsa_document_fetch_async  (ShinsaService       *service,
                                         const char          *hash,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
ShinsaPdf *shinsa_document_fetch_finish (GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS

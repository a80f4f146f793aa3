/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

void shinsa_open_document_elsewhere (GtkWidget                *from,
                                     ShinsaService            *service,
                                     const ShinsaDocumentInfo *document);
void shinsa_take_back_documents     (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-page-view.h"
#include "shinsa-service.h"

G_BEGIN_DECLS

/* What is remembered of documents as long as the same person reads the same round: the few that
 * were looked at last stay open, and of all of them how they were looked at. A document is taken
 * from the shelf by who shows it, and put back. */

typedef struct _ShinsaDocumentShelf ShinsaDocumentShelf;

ShinsaDocumentShelf   *shinsa_document_shelf_get        (ShinsaService         *service);
ShinsaPageCache       *shinsa_document_shelf_take       (ShinsaDocumentShelf   *self,
                                                         const char            *document);
void                   shinsa_document_shelf_put        (ShinsaDocumentShelf   *self,
                                                         const char            *document,
                                                         ShinsaPageCache       *cache);
const ShinsaPagePlace *shinsa_document_shelf_find_place (ShinsaDocumentShelf   *self,
                                                         const char            *document);
void                   shinsa_document_shelf_keep_place (ShinsaDocumentShelf   *self,
                                                         const char            *document,
                                                         const ShinsaPagePlace *place);
const char            *shinsa_document_shelf_find_last  (ShinsaDocumentShelf   *self,
                                                         const char            *application);
void                   shinsa_document_shelf_keep_last  (ShinsaDocumentShelf   *self,
                                                         const char            *application,
                                                         const char            *document);

G_END_DECLS

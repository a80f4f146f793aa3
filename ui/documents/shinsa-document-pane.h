/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The documents of an application, page by page.
 *
 * Properties: "can-add-evidence" (whether pages may be made evidence), "position" (where one is, in
 *   words, "" while no pages are in sight; read only)
 * Signals: evidence (requirement, document, page, quote)   a page is to be evidence; the quote may
 *   be "" */

#define SHINSA_TYPE_DOCUMENT_PANE (shinsa_document_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDocumentPane, shinsa_document_pane, SHINSA, DOCUMENT_PANE, AdwBin)

void     shinsa_document_pane_show     (ShinsaDocumentPane  *self,
                                        ShinsaService       *service,
                                        ShinsaRound         *round,
                                        const ShinsaDossier *dossier);
gboolean shinsa_document_pane_go_to    (ShinsaDocumentPane  *self,
                                        const char          *document,
                                        int                  page,
                                        const char          *quote);
gboolean shinsa_document_pane_use_page (ShinsaDocumentPane  *self,
                                        const char          *requirement);

G_END_DECLS

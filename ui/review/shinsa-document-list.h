/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The documents of an application, each to be opened in the system's viewer. */

#define SHINSA_TYPE_DOCUMENT_LIST (shinsa_document_list_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDocumentList, shinsa_document_list, SHINSA, DOCUMENT_LIST, AdwBin)

void shinsa_document_list_show (ShinsaDocumentList  *self,
                                ShinsaService       *service,
                                const ShinsaDossier *dossier);

G_END_DECLS

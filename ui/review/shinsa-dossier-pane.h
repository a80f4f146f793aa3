/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* One application, as far as it may be shown: the declaration before everything else, then
 * documents, outline and indicators.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none)
 * Signals: declared ()                                    as of ShinsaDeclarationPane
 *          evidence (requirement, document, page, quote)  as of ShinsaDocumentPane */

#define SHINSA_TYPE_DOSSIER_PANE (shinsa_dossier_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDossierPane, shinsa_dossier_pane, SHINSA, DOSSIER_PANE, AdwBin)

gboolean shinsa_dossier_pane_show_evidence (ShinsaDossierPane *self,
                                            const char        *document,
                                            int                page,
                                            const char        *quote);
gboolean shinsa_dossier_pane_use_page      (ShinsaDossierPane *self,
                                            const char        *requirement);
gboolean shinsa_dossier_pane_focus_content (ShinsaDossierPane *self);

G_END_DECLS

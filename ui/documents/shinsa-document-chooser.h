/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The documents of an application, to choose one; out of sight where there is nothing to choose.
 *
 * Signals: chosen (hash)   by the person, not by _select() */

#define SHINSA_TYPE_DOCUMENT_CHOOSER (shinsa_document_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDocumentChooser, shinsa_document_chooser, SHINSA, DOCUMENT_CHOOSER,
                      GtkWidget)

gboolean shinsa_document_chooser_list   (ShinsaDocumentChooser *self,
                                         const ShinsaDossier   *dossier);
void     shinsa_document_chooser_select (ShinsaDocumentChooser *self,
                                         const char            *hash);

G_END_DECLS

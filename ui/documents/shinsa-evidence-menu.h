/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* The requirements, for one of which a page is to be evidence: chosen by pointer, arrows or the
 * digit that stands before it.
 *
 * Signals: chosen (code) */

#define SHINSA_TYPE_EVIDENCE_MENU (shinsa_evidence_menu_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaEvidenceMenu, shinsa_evidence_menu, SHINSA, EVIDENCE_MENU, GtkPopover)

void shinsa_evidence_menu_show (ShinsaEvidenceMenu     *self,
                                const ShinsaDefinition *definition,
                                int                     page,
                                const char             *quote);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The places in the documents that bear out a level, as chips that lead there by the action
 * "review.show-evidence" of whatever page they are on.
 *
 * Properties: "editable" (whether chips may be taken away)
 * Signals: removed (number)   one is not wanted any more; its number is that in the score */

#define SHINSA_TYPE_EVIDENCE_BAR (shinsa_evidence_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaEvidenceBar, shinsa_evidence_bar, SHINSA, EVIDENCE_BAR, AdwBin)

void shinsa_evidence_bar_show         (ShinsaEvidenceBar   *self,
                                       const ShinsaDossier *dossier,
                                       const ShinsaScore   *score);
void shinsa_evidence_bar_set_editable (ShinsaEvidenceBar   *self,
                                       gboolean             editable);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What an application says, as headings and paragraphs: its summary, its market areas,
 * its sections, who takes part. */

#define SHINSA_TYPE_DOSSIER_OUTLINE (shinsa_dossier_outline_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDossierOutline, shinsa_dossier_outline, SHINSA, DOSSIER_OUTLINE, AdwBin)

void shinsa_dossier_outline_show (ShinsaDossierOutline   *self,
                                  const ShinsaDefinition *definition,
                                  const ShinsaDossier    *dossier,
                                  gboolean                participants_only);

G_END_DECLS

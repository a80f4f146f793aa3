/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What an application is, in words. */

const char *shinsa_organisation_kind_label (const char                 *kind);
const char *shinsa_section_label           (const char                 *code);
char       *shinsa_indicator_point_text    (const ShinsaIndicator      *indicator,
                                            const ShinsaIndicatorPoint *point);
gboolean    shinsa_indicator_goes          (const ShinsaIndicator      *indicator,
                                            double                     *from,
                                            double                     *to);
char       *shinsa_dossier_progress        (ShinsaService              *service,
                                            const ShinsaDossier        *dossier);
gboolean    shinsa_dossier_is_done         (const ShinsaRound          *round,
                                            const ShinsaDossier        *dossier);
gboolean    shinsa_dossier_is_to_review    (const ShinsaRound          *round,
                                            const ShinsaDossier        *dossier);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* One requirement on the score sheet: its levels, the reason for the one that is chosen and the
 * places that bear it out.
 *
 * Signals:
 *   picked (level)              as of ShinsaLevelPicker
 *   reasoned (text)             the reason was written
 *   evidence-removed (number)   as of ShinsaEvidenceBar */

#define SHINSA_TYPE_SCORE_ROW (shinsa_score_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaScoreRow, shinsa_score_row, SHINSA, SCORE_ROW, AdwBin)

GtkWidget  *shinsa_score_row_new          (const ShinsaDefinition  *definition,
                                           const ShinsaRequirement *requirement);
const char *shinsa_score_row_get_code     (ShinsaScoreRow          *self);
void        shinsa_score_row_show         (ShinsaScoreRow          *self,
                                           const ShinsaDossier     *dossier,
                                           const ShinsaScore       *score,
                                           gboolean                 recused);
void        shinsa_score_row_show_paper   (ShinsaScoreRow          *self,
                                           const ShinsaScore       *paper);
void        shinsa_score_row_set_editable (ShinsaScoreRow          *self,
                                           gboolean                 editable);
void        shinsa_score_row_set_current  (ShinsaScoreRow          *self,
                                           gboolean                 current);
gboolean    shinsa_score_row_is_recused   (ShinsaScoreRow          *self);
double      shinsa_score_row_get_level    (ShinsaScoreRow          *self);
gboolean    shinsa_score_row_lacks_reason (ShinsaScoreRow          *self);
void        shinsa_score_row_open_reason  (ShinsaScoreRow          *self);
void        shinsa_score_row_flush        (ShinsaScoreRow          *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The requirements of a score sheet, one below the other. One of them is current: it has the focus
 * or had it last, and shows all there is to know about it.
 *
 * Signals, each with the code of the requirement first:
 *   picked (code, level)              as of ShinsaScoreRow, and so the others
 *   reasoned (code, text)
 *   evidence-removed (code, number) */

#define SHINSA_TYPE_SCORE_ROWS (shinsa_score_rows_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaScoreRows, shinsa_score_rows, SHINSA, SCORE_ROWS, AdwBin)

void        shinsa_score_rows_build        (ShinsaScoreRows        *self,
                                            const ShinsaDefinition *definition);
void        shinsa_score_rows_show         (ShinsaScoreRows        *self,
                                            const ShinsaDossier    *dossier,
                                            const ShinsaReview     *review,
                                            const ShinsaReview     *paper,
                                            const char * const     *recused);
void        shinsa_score_rows_set_editable (ShinsaScoreRows        *self,
                                            gboolean                editable);
void        shinsa_score_rows_count        (ShinsaScoreRows        *self,
                                            int                    *scored,
                                            int                    *wanted);
const char *shinsa_score_rows_get_current  (ShinsaScoreRows        *self);
gboolean    shinsa_score_rows_can_score    (ShinsaScoreRows        *self,
                                            const char             *code);
void        shinsa_score_rows_set_expanded (ShinsaScoreRows        *self,
                                            gboolean                expanded);
gboolean    shinsa_score_rows_go_to        (ShinsaScoreRows        *self,
                                            const char             *code,
                                            gboolean                reason);
gboolean    shinsa_score_rows_go_on        (ShinsaScoreRows        *self);
gboolean    shinsa_score_rows_move         (ShinsaScoreRows        *self,
                                            int                     step);
gboolean    shinsa_score_rows_open_reason  (ShinsaScoreRows        *self,
                                            const char             *scored);
gboolean    shinsa_score_rows_leave_reason (ShinsaScoreRows        *self);
void        shinsa_score_rows_forget       (ShinsaScoreRows        *self);
void        shinsa_score_rows_flush        (ShinsaScoreRows        *self);

G_END_DECLS

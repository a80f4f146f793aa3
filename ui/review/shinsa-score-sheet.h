/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The own review of one application in one phase, as it is being written: what is entered goes
 * into the draft at once, and into the register when it is submitted. After the interview each
 * level stands beside that of the paper review, and whoever holds the sheet submits.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none),
 *   "phase" (a ShinsaPhase, paper review unless set), "messenger" (a widget in whose place it is
 *   said what was done; the sheet itself unless set)
 * Actions: "sheet.undo", "sheet.redo"; it uses "review.show-evidence" and "review.use-page" of
 *   whatever page it is on. */

#define SHINSA_TYPE_SCORE_SHEET (shinsa_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaScoreSheet, shinsa_score_sheet, SHINSA, SCORE_SHEET, AdwBin)

void     shinsa_score_sheet_flush        (ShinsaScoreSheet     *self);
void     shinsa_score_sheet_go_to        (ShinsaScoreSheet     *self,
                                          const char           *requirement,
                                          const char           *field);
void     shinsa_score_sheet_submit       (ShinsaScoreSheet     *self);
void     shinsa_score_sheet_add_evidence (ShinsaScoreSheet     *self,
                                          const char           *requirement,
                                          const ShinsaEvidence *evidence);
gboolean shinsa_score_sheet_type         (ShinsaScoreSheet     *self,
                                          gunichar              character);

G_END_DECLS

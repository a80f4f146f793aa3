/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The own review after the interview: the levels of the paper review are confirmed as they are, or
 * revised with a reason.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_INTERVIEW_SHEET (shinsa_interview_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaInterviewSheet, shinsa_interview_sheet, SHINSA, INTERVIEW_SHEET, AdwBin)

void shinsa_interview_sheet_set_messenger (ShinsaInterviewSheet *self,
                                           GtkWidget            *messenger);
void shinsa_interview_sheet_confirm       (ShinsaInterviewSheet *self);
void shinsa_interview_sheet_add_evidence  (ShinsaInterviewSheet *self,
                                           const char           *requirement,
                                           const ShinsaEvidence *evidence);

G_END_DECLS

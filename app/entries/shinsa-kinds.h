/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entries/shinsa-kind.h"

G_BEGIN_DECLS

/* What the files of kinds offer to the register of kinds, and to nobody else. */

#define SHINSA_DECLARE_APPLY(name)                                          \
  gboolean shinsa_apply_##name     (const ShinsaEffect  *effect,            \
                                    JsonObject          *body,              \
                                    GError             **error);
#define SHINSA_DECLARE_AUTHORISE(name)                                      \
  gboolean shinsa_authorise_##name (const ShinsaRound   *round,             \
                                    const char          *author,            \
                                    JsonObject          *body,              \
                                    GError             **error);

SHINSA_DECLARE_APPLY (round_define)
SHINSA_DECLARE_APPLY (roster_set)
SHINSA_DECLARE_APPLY (schedule_set)
SHINSA_DECLARE_AUTHORISE (phase_open)
SHINSA_DECLARE_APPLY (phase_open)
SHINSA_DECLARE_AUTHORISE (phase_close)
SHINSA_DECLARE_APPLY (phase_close)
SHINSA_DECLARE_APPLY (record_export)

SHINSA_DECLARE_APPLY (dossier_set)
SHINSA_DECLARE_APPLY (dossier_content)
SHINSA_DECLARE_APPLY (document_set)
SHINSA_DECLARE_AUTHORISE (question_set)
SHINSA_DECLARE_APPLY (question_set)
SHINSA_DECLARE_AUTHORISE (attendance_set)
SHINSA_DECLARE_APPLY (attendance_set)

SHINSA_DECLARE_AUTHORISE (interview_record)
SHINSA_DECLARE_APPLY (interview_record)

SHINSA_DECLARE_AUTHORISE (feed_open)
SHINSA_DECLARE_APPLY (feed_open)
SHINSA_DECLARE_AUTHORISE (feed_set)
SHINSA_DECLARE_APPLY (feed_set)
SHINSA_DECLARE_AUTHORISE (packet_issue)
SHINSA_DECLARE_APPLY (packet_issue)

SHINSA_DECLARE_AUTHORISE (interest_declare)
SHINSA_DECLARE_APPLY (interest_declare)
SHINSA_DECLARE_AUTHORISE (interest_rule)
SHINSA_DECLARE_APPLY (interest_rule)

SHINSA_DECLARE_AUTHORISE (review_submit)
SHINSA_DECLARE_APPLY (review_submit)
SHINSA_DECLARE_AUTHORISE (submission_admit)
SHINSA_DECLARE_APPLY (submission_admit)
SHINSA_DECLARE_AUTHORISE (submission_enter)
SHINSA_DECLARE_APPLY (submission_enter)

SHINSA_DECLARE_AUTHORISE (outcome_propose)
SHINSA_DECLARE_APPLY (outcome_propose)
SHINSA_DECLARE_AUTHORISE (decision_confirm)
SHINSA_DECLARE_APPLY (decision_confirm)
SHINSA_DECLARE_AUTHORISE (decision_reopen)
SHINSA_DECLARE_APPLY (decision_reopen)

G_END_DECLS

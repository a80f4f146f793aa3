/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"
#include "rules/shinsa-suggestion.h"

G_BEGIN_DECLS

/* What people read for the words of shinsa-words.h, in their language. */
const char *shinsa_phase_label              (ShinsaPhase             phase);
const char *shinsa_interest_state_label     (ShinsaInterestState     state);
const char *shinsa_interest_kind_label      (const char             *kind);
const char *shinsa_review_status_label      (ShinsaReviewStatus      status);
const char *shinsa_attendance_label         (ShinsaAttendanceState   state);
const char *shinsa_heard_label              (ShinsaHeard             heard);
const char *shinsa_role_label               (const char             *role);
const char *shinsa_feed_state_label         (ShinsaFeedState         state);
const char *shinsa_question_state_label     (const char             *state);
const char *shinsa_method_label             (const char             *method);
const char *shinsa_flag_label               (ShinsaFlagKind          flag);
const char *shinsa_confirmation_state_label (ShinsaConfirmationState state);

char       *shinsa_list_text                (GPtrArray              *items);

G_END_DECLS

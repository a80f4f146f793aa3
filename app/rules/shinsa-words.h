/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-checklist.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-round.h"
#include "rules/shinsa-suggestion.h"

G_BEGIN_DECLS

/* The words of the register, the record and the command line: never translated. A word that
 * comes from outside is refused with FALSE where it is not one of them. The gate of an outcome
 * that needs none is NULL, as in JSON. */
const char         *shinsa_phase_to_string                (ShinsaPhase              phase);
gboolean            shinsa_phase_from_string              (const char              *word,
                                                           ShinsaPhase             *phase);
const char         *shinsa_attendance_to_string           (ShinsaAttendanceState    state);
gboolean            shinsa_attendance_from_string         (const char              *word,
                                                           ShinsaAttendanceState   *state);
const char         *shinsa_interview_event_to_string      (ShinsaInterviewEventType event);
gboolean            shinsa_interview_event_from_string    (const char              *word,
                                                           ShinsaInterviewEventType *event);
const char         *shinsa_heard_to_string                (ShinsaHeard              heard);
gboolean            shinsa_heard_from_string              (const char              *word,
                                                           ShinsaHeard             *heard);
const char         *shinsa_interest_state_to_string       (ShinsaInterestState      state);
gboolean            shinsa_interest_state_from_string     (const char              *word,
                                                           ShinsaInterestState     *state);
const char         *shinsa_review_status_to_string        (ShinsaReviewStatus       status);
gboolean            shinsa_review_status_from_string      (const char              *word,
                                                           ShinsaReviewStatus      *status);
const char         *shinsa_confirmation_state_to_string   (ShinsaConfirmationState  state);
gboolean            shinsa_confirmation_state_from_string (const char              *word,
                                                           ShinsaConfirmationState *state);
const char         *shinsa_feed_state_to_string           (ShinsaFeedState          state);
gboolean            shinsa_feed_state_from_string         (const char              *word,
                                                           ShinsaFeedState         *state);
const char         *shinsa_gate_to_string                 (ShinsaGate               gate);
gboolean            shinsa_gate_from_string               (const char              *word,
                                                           ShinsaGate              *gate);
const char         *shinsa_statistic_to_string            (ShinsaStatistic          statistic);
gboolean            shinsa_statistic_from_string          (const char              *word,
                                                           ShinsaStatistic         *statistic);
const char         *shinsa_growth_when_to_string          (ShinsaGrowthWhen         when);
gboolean            shinsa_growth_when_from_string        (const char              *word,
                                                           ShinsaGrowthWhen        *when);
const char         *shinsa_decision_state_to_string       (ShinsaDecisionState      state);
const char         *shinsa_flag_to_string                 (ShinsaFlagKind           flag);
const char         *shinsa_suggestion_why_to_string       (ShinsaSuggestionWhy      why);
const char         *shinsa_check_to_string                (ShinsaCheckCode          code);

/* Words that stay words in memory, too; lists end in NULL. */
const char * const *shinsa_interest_kinds                 (void);
const char * const *shinsa_roles                          (void);
const char * const *shinsa_question_states                (void);
const char * const *shinsa_methods                        (void);
const char * const *shinsa_remark_marks                   (void);

G_END_DECLS

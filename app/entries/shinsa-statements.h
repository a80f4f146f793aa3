/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Bodies of entries, ready for shinsa_session_write(). Arrays of strings may be NULL for none,
 * texts may be NULL for "". All return (transfer full). */

JsonNode *shinsa_state_interest    (const char         *application,
                                    const char         *kind,
                                    const char * const *requirements,
                                    const char         *reason);
JsonNode *shinsa_state_ruling      (const char         *application,
                                    const char         *member,
                                    gboolean            recuse,
                                    const char * const *requirements,
                                    const char         *instructed_by,
                                    const char         *reason);
JsonNode *shinsa_state_phase       (ShinsaPhase         phase,
                                    const char         *application,
                                    const char         *reason);
JsonNode *shinsa_state_feed_open   (const char         *member,
                                    const char         *device);
JsonNode *shinsa_state_feed        (const char         *feed,
                                    const char         *member,
                                    ShinsaFeedState     state,
                                    const char         *reason);
JsonNode *shinsa_state_admission   (const char         *application,
                                    const char         *submission,
                                    const char         *instructed_by,
                                    const char         *reason);
JsonNode *shinsa_state_entered     (const ShinsaReview *review,
                                    const ShinsaDefinition *definition,
                                    const char         *source,
                                    const char         *instructed_by,
                                    const char         *reason);
JsonNode *shinsa_state_question    (const ShinsaQuestion *question);
JsonNode *shinsa_state_attendance  (const char         *application,
                                    const char         *member,
                                    ShinsaAttendanceState state);
JsonNode *shinsa_state_interview_start (const char *application,
                                    const char         *segment);
JsonNode *shinsa_state_interview_next (const char  *application,
                                    const char         *segment);
JsonNode *shinsa_state_interview_extend (const char *application,
                                    int                 minutes,
                                    const char         *instructed_by);
JsonNode *shinsa_state_interview_stop (const char  *application);
JsonNode *shinsa_state_interview_heard (const char *application,
                                    const char         *member,
                                    ShinsaHeard         heard);
JsonNode *shinsa_state_interview_close (const char *application,
                                    const char         *text);
JsonNode *shinsa_state_proposal    (const ShinsaRound  *round,
                                    const char         *application,
                                    const char         *outcome,
                                    GPtrArray          *waivers,
                                    const char         *instructed_by,
                                    const char         *reason);
JsonNode *shinsa_state_confirmation (const ShinsaRound *round,
                                    const char         *application,
                                    const char         *method);
JsonNode *shinsa_state_reopening   (const ShinsaRound  *round,
                                    const char         *application,
                                    const char         *reason,
                                    const char         *reference);
char     *shinsa_decision_sentence (const ShinsaRound  *round,
                                    const char         *application,
                                    const char         *outcome,
                                    const char         *method);

/* The kinds those bodies go with. */
#define SHINSA_KIND_FEED_OPEN         "feed.open"
#define SHINSA_KIND_INTEREST_DECLARE  "interest.declare"
#define SHINSA_KIND_REVIEW_SUBMIT     "review.submit"
#define SHINSA_KIND_DECISION_CONFIRM  "decision.confirm"
#define SHINSA_KIND_DECISION_REOPEN   "decision.reopen"
#define SHINSA_KIND_ROUND_DEFINE      "round.define"
#define SHINSA_KIND_ROSTER_SET        "roster.set"
#define SHINSA_KIND_DOSSIER_SET       "dossier.set"
#define SHINSA_KIND_DOSSIER_CONTENT   "dossier.content"
#define SHINSA_KIND_DOCUMENT_SET      "document.set"
#define SHINSA_KIND_SCHEDULE_SET      "schedule.set"
#define SHINSA_KIND_PACKET_ISSUE      "packet.issue"
#define SHINSA_KIND_FEED_SET          "feed.set"
#define SHINSA_KIND_RECEIVE           "receive"
#define SHINSA_KIND_INTEREST_RULE     "interest.rule"
#define SHINSA_KIND_PHASE_OPEN        "phase.open"
#define SHINSA_KIND_PHASE_CLOSE       "phase.close"
#define SHINSA_KIND_SUBMISSION_ADMIT  "submission.admit"
#define SHINSA_KIND_SUBMISSION_ENTER  "submission.enter"
#define SHINSA_KIND_QUESTION_SET      "question.set"
#define SHINSA_KIND_ATTENDANCE_SET    "attendance.set"
#define SHINSA_KIND_INTERVIEW_RECORD  "interview.record"
#define SHINSA_KIND_OUTCOME_PROPOSE   "outcome.propose"
#define SHINSA_KIND_RECORD_EXPORT     "record.export"

G_END_DECLS

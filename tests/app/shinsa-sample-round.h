/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The practice round of resources/samples as a loader would feed it: five applications, six
 * requirements, seven scorers (chair A, deputy B, a C, b D, c E, d F, e G) and a secretariat.
 * Each fact takes the next place in the register; settling is left to the test. */

ShinsaRound        *shinsa_sample_round_new    (void);
void                shinsa_sample_open         (ShinsaRound           *round,
                                                ShinsaPhase            phase,
                                                const char            *application);
void                shinsa_sample_close        (ShinsaRound           *round,
                                                ShinsaPhase            phase,
                                                const char            *application);
ShinsaReview       *shinsa_sample_review       (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *member,
                                                ShinsaPhase            phase,
                                                const char            *levels);
void                shinsa_sample_review_all   (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *levels);
void                shinsa_sample_declare      (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *member,
                                                const char            *kind);
void                shinsa_sample_declare_none (ShinsaRound           *round,
                                                const char            *application);
void                shinsa_sample_rule         (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *member,
                                                gboolean               recuse,
                                                const char            *requirement);
void                shinsa_sample_attend       (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *member,
                                                ShinsaAttendanceState  state);
void                shinsa_sample_attend_all   (ShinsaRound           *round);
ShinsaInterviewEvent *shinsa_sample_interview  (ShinsaRound           *round,
                                                const char            *application,
                                                ShinsaInterviewEventType event,
                                                const char            *segment,
                                                const char            *at);
void                shinsa_sample_heard        (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *member,
                                                ShinsaHeard            heard);
ShinsaProposal     *shinsa_sample_propose      (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *outcome,
                                                const char            *reason);
ShinsaConfirmation *shinsa_sample_confirm      (ShinsaRound           *round,
                                                const char            *application,
                                                const char            *member);
ShinsaMember       *shinsa_sample_member       (ShinsaRound           *round,
                                                const char            *id);

G_END_DECLS

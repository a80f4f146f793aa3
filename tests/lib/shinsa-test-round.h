/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* A small round by hand. Levels 4 to 1, thresholds 3, at least two evaluators; "strength", "plan"
 * and "data" are required. The members "chair" (A), "deputy" (B) and "c" (C) score, "secretariat"
 * does not.
 *
 *            strength        plan            data            growth
 *   alpha    4 4 3           3 4 3           3 3 4           meets all
 *   beta     4 1 4           3 3 ?           2 2 2           expected 2 to 1; split on strength
 *   gamma    3 3 void        4 recused void  3 2 void        plan: one evaluator, too few
 *   delta    2 none late     3 none late     4 none late     one review of three
 */

typedef enum {
  SHINSA_TEST_ROUND_OPEN,    /* the paper review goes on: a member holds the own reviews alone */
  SHINSA_TEST_ROUND_CLOSED,  /* the paper review is closed, and everybody is present */
} ShinsaTestRoundState;

ShinsaRound *shinsa_test_round_new         (const char           *identity,
                                            ShinsaTestRoundState  state);
void         shinsa_test_round_review      (ShinsaRound          *round,
                                            const char           *application,
                                            const char           *member,
                                            ShinsaPhase           phase,
                                            const char           *levels,
                                            int                   growth);
void         shinsa_test_round_propose     (ShinsaRound          *round,
                                            const char           *application,
                                            const char           *outcome,
                                            const char           *reason);
void         shinsa_test_round_confirm     (ShinsaRound          *round,
                                            const char           *application,
                                            const char           *member,
                                            const char           *outcome);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

typedef enum {
  SHINSA_DECISION_NONE = 0,
  SHINSA_DECISION_PROVISIONAL = 1,
  SHINSA_DECISION_CONFIRMED = 2,
  SHINSA_DECISION_REOPENED = 3,
} ShinsaDecisionState;

void                      shinsa_round_add_reopening (ShinsaRound       *round,
                                                      const char        *confirmation,
                                                      const char        *reason,
                                                      const char        *reference,
                                                      gint64             seq);
ShinsaDecisionState       shinsa_round_decision      (const ShinsaRound *round,
                                                      const char        *application);
const ShinsaProposal     *shinsa_round_proposal      (const ShinsaRound *round,
                                                      const char        *application);
const ShinsaConfirmation *shinsa_round_confirmation  (const ShinsaRound *round,
                                                      const char        *application);

G_END_DECLS

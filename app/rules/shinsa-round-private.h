/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What settling a round consists of, and what looking things up in it rests on. */

void shinsa_round_index_dossiers       (ShinsaRound *round);
void shinsa_round_index_interests      (ShinsaRound *round);
void shinsa_round_index_reviews        (ShinsaRound *round);

void shinsa_round_settle_interests     (ShinsaRound *round);
void shinsa_round_settle_confirmations (ShinsaRound *round);
void shinsa_round_settle_phase         (ShinsaRound *round,
                                        ShinsaPhase  phase);

int  shinsa_compare_seq                (gint64       first,
                                        gint64       second);

G_END_DECLS

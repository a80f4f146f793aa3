/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The loader puts members, dossiers and facts into a new round, then settles it once: only then
 * does the round say what the facts amount to. */

void                shinsa_round_settle               (ShinsaRound        *round);

gboolean            shinsa_review_was_revised_unheard (const ShinsaRound  *round,
                                                       const ShinsaReview *review);
gboolean            shinsa_review_awaits_admission    (const ShinsaReview *review);
gboolean            shinsa_round_stands_unheard       (const ShinsaRound  *round,
                                                       const char         *application,
                                                       const char         *member);
const ShinsaReview *shinsa_round_effective_review     (const ShinsaRound  *round,
                                                       const char         *application,
                                                       const char         *member);

G_END_DECLS

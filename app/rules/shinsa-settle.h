/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-decision.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The loader puts members, dossiers and facts into a new round, then settles it once: only then
 * does the round say what the facts amount to. */

void                shinsa_round_add_declaration  (ShinsaRound        *round,
                                                   const char         *application,
                                                   const char         *member,
                                                   const char         *kind,
                                                   const char * const *requirements,
                                                   const char         *reason,
                                                   gint64              seq);
void                shinsa_round_add_ruling       (ShinsaRound        *round,
                                                   const char         *application,
                                                   const char         *member,
                                                   gboolean            recuse,
                                                   const char * const *requirements,
                                                   const char         *reason,
                                                   const char         *ruled_by,
                                                   gint64              seq);
void                shinsa_round_settle           (ShinsaRound        *round);

gboolean            shinsa_round_is_in_office     (const ShinsaRound  *round,
                                                   const ShinsaMember *member);
gboolean            shinsa_round_is_scorer        (const ShinsaRound  *round,
                                                   const ShinsaMember *member);
gboolean            shinsa_review_was_revised_unheard (const ShinsaRound  *round,
                                                       const ShinsaReview *review);
gboolean            shinsa_review_awaits_admission (const ShinsaReview *review);
gboolean            shinsa_round_stands_unheard   (const ShinsaRound  *round,
                                                   const char         *application,
                                                   const char         *member);
const ShinsaReview *shinsa_round_effective_review (const ShinsaRound  *round,
                                                   const char         *application,
                                                   const char         *member);

G_END_DECLS

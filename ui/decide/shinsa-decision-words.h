/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"
#include "rules/shinsa-suggestion.h"

G_BEGIN_DECLS

/* The steps of a decision as text to read. All return (transfer full), "" where there is none. */
char *shinsa_decision_flags_text        (const ShinsaRound      *round,
                                         const ShinsaSuggestion *suggestion);
char *shinsa_decision_arithmetic_text   (const ShinsaRound      *round,
                                         const ShinsaSuggestion *suggestion);
char *shinsa_decision_proposal_text     (const ShinsaRound      *round,
                                         const char             *application);
char *shinsa_decision_confirmation_text (const ShinsaRound      *round,
                                         const char             *application);
char *shinsa_decision_history_text      (const ShinsaRound      *round,
                                         const char             *application);

G_END_DECLS

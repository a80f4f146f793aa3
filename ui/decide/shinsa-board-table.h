/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-column.h"
#include "rules/shinsa-round.h"
#include "rules/shinsa-suggestion.h"

G_BEGIN_DECLS

/* All applications side by side, before they are confirmed together. */

ShinsaTable *shinsa_board_table            (const ShinsaRound      *round);
char        *shinsa_board_outcome_name     (const ShinsaRound      *round,
                                            const char             *outcome);
char        *shinsa_board_suggestion_text  (const ShinsaRound      *round,
                                            const ShinsaSuggestion *suggestion);
char        *shinsa_board_state_text       (const ShinsaRound      *round,
                                            const char             *application);

G_END_DECLS

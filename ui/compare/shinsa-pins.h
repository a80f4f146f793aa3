/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shinsa-cell.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Applications that are laid side by side: their ids, in the order they were pinned. */

#define SHINSA_PINS_MOST 4

GPtrArray  *shinsa_pins_new     (void);
gboolean    shinsa_pins_have    (GPtrArray         *pins,
                                 const char        *application);
char       *shinsa_pins_refusal (const ShinsaRound *round,
                                 const char        *application);
char       *shinsa_pins_toggle  (GPtrArray         *pins,
                                 const ShinsaRound *round,
                                 const char        *application);
void        shinsa_pins_prune   (GPtrArray         *pins,
                                 const ShinsaRound *round);
ShinsaCell *shinsa_pins_cell    (GPtrArray         *pins,
                                 const ShinsaRound *round,
                                 const char        *application);

G_END_DECLS

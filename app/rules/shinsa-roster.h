/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Who of the roster belongs to the committee when it meets. */

gboolean shinsa_round_is_in_office (const ShinsaRound  *round,
                                    const ShinsaMember *member);
gboolean shinsa_round_is_scorer    (const ShinsaRound  *round,
                                    const ShinsaMember *member);

G_END_DECLS

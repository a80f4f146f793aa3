/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What an identity may see of a round, and may do in it. */

void  shinsa_round_restrict (ShinsaRound *round,
                             const char  *identity,
                             gboolean     desk_has_scorer);

G_END_DECLS

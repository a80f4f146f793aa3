/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Declarations and rulings as they were fed; settling the round finds what they amount to. */

void shinsa_round_add_declaration (ShinsaRound        *round,
                                   const char         *application,
                                   const char         *member,
                                   const char         *kind,
                                   const char * const *requirements,
                                   const char         *reason,
                                   gint64              seq);
void shinsa_round_add_ruling      (ShinsaRound        *round,
                                   const char         *application,
                                   const char         *member,
                                   gboolean            recuse,
                                   const char * const *requirements,
                                   const char         *reason,
                                   const char         *ruled_by,
                                   gint64              seq);

G_END_DECLS

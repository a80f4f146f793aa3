/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What the header bar's buttons open: the rounds of the store, and whom one may act as. */

GMenuModel            *shinsa_rounds_menu     (GPtrArray             *rounds);
GMenuModel            *shinsa_identities_menu (const ShinsaRoundInfo *info,
                                               const ShinsaRound     *round);
char                  *shinsa_identity_name   (const ShinsaRound     *round,
                                               const char            *identity);
const ShinsaRoundInfo *shinsa_find_round_info (GPtrArray             *rounds,
                                               const char            *root);

G_END_DECLS

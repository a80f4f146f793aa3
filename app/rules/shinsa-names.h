/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* How people are called on screen: letters wherever levels are seen, names where they may be. */

char     *shinsa_member_label      (const ShinsaRound *round,
                                    const char        *member,
                                    gboolean           names);
char     *shinsa_member_full_label (const ShinsaRound *round,
                                    const char        *member);
gboolean  shinsa_names_allowed     (const ShinsaRound *round,
                                    const char        *application);

G_END_DECLS

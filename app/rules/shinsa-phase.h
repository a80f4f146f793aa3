/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* A phase as it stands after all changes that the round holds. A change without an application
 * concerns all of them. */

gboolean shinsa_round_phase_is_open    (const ShinsaRound *round,
                                        ShinsaPhase        phase,
                                        const char        *application);
gboolean shinsa_round_phase_was_opened (const ShinsaRound *round,
                                        ShinsaPhase        phase,
                                        const char        *application);
gboolean shinsa_round_phase_was_closed (const ShinsaRound *round,
                                        ShinsaPhase        phase,
                                        const char        *application);
gboolean shinsa_round_is_late          (const ShinsaRound *round,
                                        ShinsaPhase        phase,
                                        const char        *application);
gboolean shinsa_round_is_late_at       (const ShinsaRound *round,
                                        ShinsaPhase        phase,
                                        const char        *application,
                                        gint64             seq);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Who may take which step; a sentence says why not. All return (transfer full) (nullable): NULL
 * where the step is open. */
char *shinsa_decide_why_not_propose (const ShinsaRound *round,
                                     const char        *application);
char *shinsa_decide_why_not_confirm (const ShinsaRound *round,
                                     const char        *application);
char *shinsa_decide_why_not_reopen  (const ShinsaRound *round,
                                     const char        *application);

/* What the desk has not received yet counts for nobody else. */
const ShinsaConfirmation *shinsa_decide_pending (const ShinsaRound *round,
                                                 const char        *application);

G_END_DECLS

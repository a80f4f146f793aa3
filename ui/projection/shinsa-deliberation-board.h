/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What the committee sees together while it deliberates on an application: everybody's levels under
 * letters, how many reach the threshold, and the provisional outcome; no name of a member, no
 * reason, no note. */

#define SHINSA_TYPE_DELIBERATION_BOARD (shinsa_deliberation_board_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDeliberationBoard, shinsa_deliberation_board, SHINSA,
                      DELIBERATION_BOARD, AdwBin)

gboolean shinsa_deliberation_may_be_shown (const ShinsaRound       *round,
                                           const char              *application);
void     shinsa_deliberation_board_show   (ShinsaDeliberationBoard *self,
                                           const ShinsaRound       *round,
                                           const char              *application);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* When things are in the timetable, in minutes of their day. */

#define SHINSA_SLOT_NO_TIME (-1)

int   shinsa_slot_starts      (const ShinsaSlot  *slot);
char *shinsa_slot_minute_text (int                minute);
char *shinsa_slot_times_text  (const ShinsaRound *round,
                               const char        *application);

G_END_DECLS

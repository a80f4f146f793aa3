/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-slot-times.h"

#include <stdio.h>

#define HOUR 60
#define DAY (24 * HOUR)

/**
 * shinsa_slot_starts:
 * @slot: (not nullable): a slot of the timetable
 *
 * Returns: at which minute of the day it starts, or SHINSA_SLOT_NO_TIME
 */
int
shinsa_slot_starts (const ShinsaSlot *slot)
{
  int hours;
  int minutes;

  g_return_val_if_fail (slot != NULL, SHINSA_SLOT_NO_TIME);

  if (sscanf (slot->starts, "%2d:%2d", &hours, &minutes) != 2)
    return SHINSA_SLOT_NO_TIME;
  return hours * HOUR + minutes;
}

/**
 * shinsa_slot_minute_text:
 * @minute: minutes since midnight; those of the next day begin at midnight again
 *
 * Returns: (transfer full): the time of day, like “09:05”
 */
char *
shinsa_slot_minute_text (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute % DAY / HOUR, minute % HOUR);
}

static const ShinsaSlot *
find_slot (const ShinsaRound *round,
           const char        *application)
{
  for (guint i = 0; i < round->slots->len; i++)
    {
      const ShinsaSlot *slot = g_ptr_array_index (round->slots, i);

      if (g_strcmp0 (slot->application, application) == 0)
        return slot;
    }
  return NULL;
}

/**
 * shinsa_slot_times_text:
 * @round: (not nullable): a round
 * @application: (not nullable): the id of an application
 *
 * Returns: (transfer full): from when until when its interview is, "" where it has no time
 */
char *
shinsa_slot_times_text (const ShinsaRound *round,
                        const char        *application)
{
  const ShinsaSlot *slot;
  int minute;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (round != NULL && application != NULL, NULL);

  slot = find_slot (round, application);
  minute = slot != NULL ? shinsa_slot_starts (slot) : SHINSA_SLOT_NO_TIME;
  if (minute == SHINSA_SLOT_NO_TIME)
    return g_strdup ("");
  from = shinsa_slot_minute_text (minute);
  until = shinsa_slot_minute_text (minute + slot->minutes);
  return g_strdup_printf ("%s–%s", from, until);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-roster.h"

#include <string.h>

/* The last day of the timetable: the committee decides then. */
static const char *
find_meeting_day (const ShinsaRound *round)
{
  const char *day = NULL;

  for (guint i = 0; i < round->slots->len; i++)
    {
      const ShinsaSlot *slot = g_ptr_array_index (round->slots, i);

      if (day == NULL || strcmp (slot->date, day) > 0)
        day = slot->date;
    }
  return day;
}

/**
 * shinsa_round_is_in_office:
 * @round: a round
 * @member: somebody of its committee
 *
 * Returns: whether the person belongs to the committee on the day of the meeting. Without a
 *   timetable everybody does
 */
gboolean
shinsa_round_is_in_office (const ShinsaRound  *round,
                           const ShinsaMember *member)
{
  const char *day;

  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  /* Dates are YYYY-MM-DD, so the order of their bytes is the order of the days. */
  day = find_meeting_day (round);
  return day == NULL ||
         ((member->from == NULL || strcmp (member->from, day) <= 0) &&
          (member->until == NULL || strcmp (day, member->until) <= 0));
}

/**
 * shinsa_round_is_scorer:
 * @round: a round
 * @member: somebody of its committee
 *
 * Returns: whether the person's reviews are asked for
 */
gboolean
shinsa_round_is_scorer (const ShinsaRound  *round,
                        const ShinsaMember *member)
{
  g_return_val_if_fail (member != NULL, FALSE);

  return member->scores && shinsa_round_is_in_office (round, member);
}

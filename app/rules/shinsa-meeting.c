/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-meeting.h"

#include "rules/shinsa-roster.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A share such as 2/3 must not ask for one member more than it means. */
#define SLACK 1e-9

void
shinsa_quorum_free (ShinsaQuorum *quorum)
{
  g_return_if_fail (quorum != NULL);

  g_free (quorum->sentence);
  g_free (quorum);
}

/**
 * shinsa_attendance_is_present:
 * @state: where a person is
 *
 * Returns: whether the person follows what is going on
 */
gboolean
shinsa_attendance_is_present (ShinsaAttendanceState state)
{
  return state == SHINSA_ATTENDANCE_IN_ROOM ||
         state == SHINSA_ATTENDANCE_WEB ||
         state == SHINSA_ATTENDANCE_LATE;
}

/**
 * shinsa_attendance_concerns:
 * @attendance: something that was recorded
 * @application: the id of an application
 * @member: the id of a person
 *
 * Returns: whether it says where the person is while the application is dealt with
 */
gboolean
shinsa_attendance_concerns (const ShinsaAttendance *attendance,
                            const char             *application,
                            const char             *member)
{
  g_return_val_if_fail (attendance != NULL, FALSE);

  return strcmp (attendance->member, member) == 0 &&
         (attendance->application == NULL || strcmp (attendance->application, application) == 0);
}

/**
 * shinsa_meeting_attendance:
 * @round: a round
 * @application: the id of an application
 * @member: the id of a person
 *
 * Returns: what was recorded last of this person, for the application or for the meeting
 */
ShinsaAttendanceState
shinsa_meeting_attendance (const ShinsaRound *round,
                           const char        *application,
                           const char        *member)
{
  g_return_val_if_fail (round != NULL, SHINSA_ATTENDANCE_UNKNOWN);
  g_return_val_if_fail (application != NULL, SHINSA_ATTENDANCE_UNKNOWN);
  g_return_val_if_fail (member != NULL, SHINSA_ATTENDANCE_UNKNOWN);

  for (guint i = round->attendance->len; i > 0; i--)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (round->attendance, i - 1);

      if (shinsa_attendance_concerns (attendance, application, member))
        return attendance->state;
    }
  return SHINSA_ATTENDANCE_UNKNOWN;
}

static gboolean
is_away (ShinsaAttendanceState state)
{
  return state == SHINSA_ATTENDANCE_ABSENT ||
         state == SHINSA_ATTENDANCE_LEFT ||
         state == SHINSA_ATTENDANCE_OUT ||
         state == SHINSA_ATTENDANCE_OUT_FOR_INTEREST;
}

/**
 * shinsa_meeting_takes_part:
 * @round: a settled round
 * @application: the id of an application
 * @member: the id of a person
 *
 * Returns: whether the person has a say in the application, as far as interests go
 */
gboolean
shinsa_meeting_takes_part (const ShinsaRound *round,
                           const char        *application,
                           const char        *member)
{
  const ShinsaInterest *interest;

  g_return_val_if_fail (round != NULL, FALSE);

  interest = shinsa_round_interest (round, application, member);
  return !shinsa_interest_bars (interest) &&
         (interest == NULL || interest->state != SHINSA_INTEREST_WAITING);
}

/* @but is not looked at, or nobody where it is NULL. */
static const ShinsaMember *
find_first (const ShinsaRound *round,
            const char        *application,
            const char        *but)
{
  const ShinsaMember *first = NULL;

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (member->acting_order > 0 &&
          (first == NULL || member->acting_order < first->acting_order) &&
          shinsa_round_is_in_office (round, member) &&
          shinsa_meeting_takes_part (round, application, member->id) &&
          g_strcmp0 (member->id, but) != 0 &&
          !is_away (shinsa_meeting_attendance (round, application, member->id)))
        first = member;
    }
  return first;
}

/**
 * shinsa_meeting_acting_chair:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer none) (nullable): the first in the acting order who is neither away, recused
 *   nor waiting for a ruling; NULL where nobody is left
 */
const ShinsaMember *
shinsa_meeting_acting_chair (const ShinsaRound *round,
                             const char        *application)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  return find_first (round, application, NULL);
}

/**
 * shinsa_meeting_admits:
 * @round: a settled round
 * @application: the id of an application
 * @member: the id of the person whose review of it waits to be admitted
 *
 * Nobody admits a review of their own: then it is for the next in the acting order.
 *
 * Returns: (transfer none) (nullable): who decides whether the review counts; NULL where nobody is
 *   left
 */
const ShinsaMember *
shinsa_meeting_admits (const ShinsaRound *round,
                       const char        *application,
                       const char        *member)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  return find_first (round, application, member);
}

/* --- Quorum --- */

/**
 * shinsa_meeting_counts_member:
 * @round: a round
 * @member: a person of its roster
 *
 * Returns: whether the quorum is a share of those like @member
 */
gboolean
shinsa_meeting_counts_member (const ShinsaRound  *round,
                              const ShinsaMember *member)
{
  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  return (strcmp (member->role, "chair") == 0 ||
          strcmp (member->role, "deputy") == 0 ||
          strcmp (member->role, "member") == 0) &&
         shinsa_round_is_in_office (round, member);
}

static void
count_member (ShinsaQuorum       *quorum,
              const ShinsaRound  *round,
              const char         *application,
              const ShinsaMember *member)
{
  gboolean recused_count = round->definition->quorum_recused_are_present;
  gboolean has_say = shinsa_meeting_takes_part (round, application, member->id);

  quorum->members++;
  switch (shinsa_meeting_attendance (round, application, member->id))
    {
    case SHINSA_ATTENDANCE_IN_ROOM:
    case SHINSA_ATTENDANCE_WEB:
    case SHINSA_ATTENDANCE_LATE:
      if (has_say)
        quorum->eligible++;
      else if (recused_count)
        quorum->recused_present++;
      break;
    case SHINSA_ATTENDANCE_OUT_FOR_INTEREST:
      if (recused_count)
        quorum->recused_present++;
      break;
    case SHINSA_ATTENDANCE_UNKNOWN:
    case SHINSA_ATTENDANCE_OUT:
    case SHINSA_ATTENDANCE_LEFT:
    case SHINSA_ATTENDANCE_ABSENT:
    default:
      break;
    }
}

static int
find_required (double fraction,
               int    members)
{
  if (isnan (fraction))
    return members / 2 + 1;
  return (int) ceil (fraction * members - SLACK);
}

static char *
make_sentence (const ShinsaQuorum *quorum,
               gboolean            recorded)
{
  if (!recorded)
    return g_strdup (_("Attendance has not been recorded, so there is no quorum. Record who is "
                       "present."));
  if (!quorum->holds)
    return g_strdup_printf (_("There is no quorum (%d present, %d needed). The outcome cannot be "
                              "confirmed."),
                            quorum->present, quorum->required);
  if (quorum->recused_present > 0)
    return g_strdup_printf (_("There is a quorum (%d present, %d needed). %d of those present "
                              "take no part in this application, %d do."),
                            quorum->present, quorum->required, quorum->recused_present,
                            quorum->eligible);
  return g_strdup_printf (_("There is a quorum (%d present, %d needed)."),
                          quorum->present, quorum->required);
}

/**
 * shinsa_meeting_quorum:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer full): whether enough members are present to decide on it
 */
ShinsaQuorum *
shinsa_meeting_quorum (const ShinsaRound *round,
                       const char        *application)
{
  ShinsaQuorum *self;
  gboolean recorded;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  self = g_new0 (ShinsaQuorum, 1);
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_meeting_counts_member (round, member))
        count_member (self, round, application, member);
    }

  recorded = round->attendance->len > 0;
  self->present = self->eligible + self->recused_present;
  self->required = find_required (round->definition->quorum_fraction, self->members);
  self->holds = recorded && self->present >= self->required;
  self->sentence = make_sentence (self, recorded);
  return self;
}

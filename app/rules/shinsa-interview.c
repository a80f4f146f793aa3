/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-interview.h"

#include "rules/shinsa-meeting.h"

#include <string.h>

/* --- The timer --- */

static const ShinsaSegment *
get_segment (const ShinsaRound *round,
             int                index)
{
  GPtrArray *segments = round->definition->segments;

  return index >= 0 && index < (int) segments->len ? g_ptr_array_index (segments, index) : NULL;
}

static int
find_segment (const ShinsaRound *round,
              const char        *code)
{
  const ShinsaSegment *segment = shinsa_definition_segment (round->definition, code);
  guint index;

  return g_ptr_array_find (round->definition->segments, segment, &index) ? (int) index : -1;
}

static gint64
read_seconds (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* Each segment has its own minutes, whatever was left of the one before. */
static void
begin_segment (ShinsaTimer                *timer,
               const ShinsaRound          *round,
               const ShinsaInterviewEvent *event)
{
  timer->index = find_segment (round, event->segment);
  timer->segment = get_segment (round, timer->index);
  timer->started = read_seconds (event->at);
  timer->allotted = timer->segment != NULL ? timer->segment->minutes * 60 : 0;
  timer->running = TRUE;
  timer->over = FALSE;
}

static void
follow_event (ShinsaTimer                *timer,
              const ShinsaRound          *round,
              const ShinsaInterviewEvent *event)
{
  switch (event->event)
    {
    case SHINSA_INTERVIEW_START:
      begin_segment (timer, round, event);
      break;
    case SHINSA_INTERVIEW_NEXT:
      if (timer->running)
        begin_segment (timer, round, event);
      break;
    case SHINSA_INTERVIEW_EXTEND:
      if (timer->running && timer->segment != NULL)
        timer->allotted += event->minutes * 60;
      break;
    case SHINSA_INTERVIEW_STOP:
    case SHINSA_INTERVIEW_CLOSE:
      timer->running = FALSE;
      timer->over = TRUE;
      break;
    case SHINSA_INTERVIEW_HEARD:
    default:
      break;
    }
}

/**
 * shinsa_interview_timer:
 * @round: a round
 * @application: the id of an application
 *
 * Returns: how far the interview is; its segments belong to the round
 */
ShinsaTimer
shinsa_interview_timer (const ShinsaRound *round,
                        const char        *application)
{
  ShinsaTimer timer = { .index = -1 };

  g_return_val_if_fail (round != NULL, timer);
  g_return_val_if_fail (application != NULL, timer);

  for (guint i = 0; i < round->interview_events->len; i++)
    {
      const ShinsaInterviewEvent *event = g_ptr_array_index (round->interview_events, i);

      if (strcmp (event->application, application) == 0)
        follow_event (&timer, round, event);
    }
  timer.next = get_segment (round, timer.index + 1);
  return timer;
}

/**
 * shinsa_timer_elapsed:
 * @timer: a timer that runs
 * @now: seconds since 1970
 *
 * Returns: for how many seconds its segment runs; none where the clock was set back since
 */
gint64
shinsa_timer_elapsed (const ShinsaTimer *timer,
                      gint64             now)
{
  g_return_val_if_fail (timer != NULL, 0);

  return MAX (now - timer->started, 0);
}

/**
 * shinsa_interview_running:
 * @round: a round
 *
 * Returns: (transfer none) (nullable): the id of the application whose interview goes on
 */
const char *
shinsa_interview_running (const ShinsaRound *round)
{
  g_return_val_if_fail (round != NULL, NULL);

  for (guint i = round->interview_events->len; i > 0; i--)
    {
      const ShinsaInterviewEvent *event = g_ptr_array_index (round->interview_events, i - 1);

      if (event->event == SHINSA_INTERVIEW_START &&
          shinsa_interview_timer (round, event->application).running)
        return event->application;
    }
  return NULL;
}

/* --- Who heard it --- */

/* What a member heard, gathered in the order of the register. */
typedef struct {
  const ShinsaRound     *round;
  const char            *application;
  const char            *member;
  guint                  next;      /* the attendance that is not looked at yet */
  ShinsaAttendanceState  state;
  gboolean               running;
  gboolean               some;
  gboolean               missed;
} Hearing;

static void
note_hearing (Hearing               *hearing,
              ShinsaAttendanceState  state)
{
  if (state == SHINSA_ATTENDANCE_UNKNOWN)
    return;
  if (shinsa_attendance_is_present (state))
    hearing->some = TRUE;
  else
    hearing->missed = TRUE;
}

/* Who is first recorded during the interview was where the record implies: one that comes late
 * was not there before, one that goes out was. */
static ShinsaAttendanceState
guess_before (ShinsaAttendanceState first)
{
  switch (first)
    {
    case SHINSA_ATTENDANCE_LATE:
      return SHINSA_ATTENDANCE_ABSENT;
    case SHINSA_ATTENDANCE_OUT:
    case SHINSA_ATTENDANCE_LEFT:
      return SHINSA_ATTENDANCE_IN_ROOM;
    case SHINSA_ATTENDANCE_UNKNOWN:
    case SHINSA_ATTENDANCE_IN_ROOM:
    case SHINSA_ATTENDANCE_WEB:
    case SHINSA_ATTENDANCE_ABSENT:
    case SHINSA_ATTENDANCE_OUT_FOR_INTEREST:
    default:
      return first;
    }
}

static void
follow_attendance (Hearing *hearing,
                   gint64   until)
{
  for (; hearing->next < hearing->round->attendance->len; hearing->next++)
    {
      const ShinsaAttendance *attendance = g_ptr_array_index (hearing->round->attendance,
                                                              hearing->next);

      if (attendance->seq > until)
        return;
      if (!shinsa_attendance_concerns (attendance, hearing->application, hearing->member))
        continue;
      if (hearing->running)
        {
          if (hearing->state == SHINSA_ATTENDANCE_UNKNOWN)
            note_hearing (hearing, guess_before (attendance->state));
          note_hearing (hearing, attendance->state);
        }
      hearing->state = attendance->state;
    }
}

static void
hear_event (Hearing                    *hearing,
            const ShinsaInterviewEvent *event)
{
  if (event->event == SHINSA_INTERVIEW_START)
    {
      follow_attendance (hearing, event->seq);
      hearing->running = TRUE;
      note_hearing (hearing, hearing->state);
    }
  else if (event->event == SHINSA_INTERVIEW_STOP || event->event == SHINSA_INTERVIEW_CLOSE)
    {
      follow_attendance (hearing, event->seq);
      hearing->running = FALSE;
    }
}

/* The desk's own word, the newest one. */
static ShinsaHeard
find_correction (const ShinsaRound *round,
                 const char        *application,
                 const char        *member)
{
  for (guint i = round->interview_events->len; i > 0; i--)
    {
      const ShinsaInterviewEvent *event = g_ptr_array_index (round->interview_events, i - 1);

      if (event->event == SHINSA_INTERVIEW_HEARD &&
          strcmp (event->application, application) == 0 && strcmp (event->member, member) == 0)
        return event->heard;
    }
  return SHINSA_HEARD_UNKNOWN;
}

/**
 * shinsa_interview_heard:
 * @round: a round
 * @application: the id of an application
 * @member: the id of a person
 *
 * As the desk put it right, else by the attendance while the interview went on.
 *
 * Returns: how much of the interview the person heard, so far where it still goes on
 */
ShinsaHeard
shinsa_interview_heard (const ShinsaRound *round,
                        const char        *application,
                        const char        *member)
{
  Hearing hearing = { round, application, member };
  ShinsaHeard correction;

  g_return_val_if_fail (round != NULL, SHINSA_HEARD_UNKNOWN);
  g_return_val_if_fail (application != NULL, SHINSA_HEARD_UNKNOWN);
  g_return_val_if_fail (member != NULL, SHINSA_HEARD_UNKNOWN);

  correction = find_correction (round, application, member);
  if (correction != SHINSA_HEARD_UNKNOWN)
    return correction;

  for (guint i = 0; i < round->interview_events->len; i++)
    {
      const ShinsaInterviewEvent *event = g_ptr_array_index (round->interview_events, i);

      if (strcmp (event->application, application) == 0)
        hear_event (&hearing, event);
    }
  if (hearing.running)
    follow_attendance (&hearing, G_MAXINT64);

  if (hearing.some)
    return hearing.missed ? SHINSA_HEARD_PART : SHINSA_HEARD_WHOLE;
  return hearing.missed ? SHINSA_HEARD_NONE : SHINSA_HEARD_UNKNOWN;
}

/* --- What came of it --- */

/**
 * shinsa_interview_what_became_clear:
 * @round: a round
 * @application: the id of an application
 *
 * Returns: (transfer none) (nullable): what the interview was closed with, as it was written last;
 *   NULL while it is not closed, "" where that is not for the identity of the picture
 */
const char *
shinsa_interview_what_became_clear (const ShinsaRound *round,
                                    const char        *application)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  for (guint i = round->interview_events->len; i > 0; i--)
    {
      const ShinsaInterviewEvent *event = g_ptr_array_index (round->interview_events, i - 1);

      if (event->event == SHINSA_INTERVIEW_CLOSE && strcmp (event->application, application) == 0)
        return event->text;
    }
  return NULL;
}

/**
 * shinsa_interview_must_leave:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer container) (element-type ShinsaMember): who is recused from the application,
 *   or waits for a ruling on it, and is in the room or on the web
 */
GPtrArray *
shinsa_interview_must_leave (const ShinsaRound *round,
                             const char        *application)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  for (guint i = 0; i < round->members->len; i++)
    {
      ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (!shinsa_meeting_takes_part (round, application, member->id) &&
          shinsa_attendance_is_present (shinsa_meeting_attendance (round, application,
                                                                   member->id)))
        g_ptr_array_add (members, member);
    }
  return g_steal_pointer (&members);
}

/**
 * shinsa_interview_may_return:
 * @round: a round
 * @application: the id of an application
 *
 * Returns: (transfer container) (element-type ShinsaMember): who left for an interest in the
 *   application, once its interview is over
 */
GPtrArray *
shinsa_interview_may_return (const ShinsaRound *round,
                             const char        *application)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  if (!shinsa_interview_timer (round, application).over)
    return g_steal_pointer (&members);
  for (guint i = 0; i < round->members->len; i++)
    {
      ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_meeting_attendance (round, application, member->id) ==
          SHINSA_ATTENDANCE_OUT_FOR_INTEREST)
        g_ptr_array_add (members, member);
    }
  return g_steal_pointer (&members);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-timer-words.h"

#include "parts/shinsa-ticker.h"

#include <glib/gi18n-lib.h>

/* How long before the end it is said, in seconds. */
#define WARNING 120

static char *
clock_text (gint64 seconds)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}

static const ShinsaSegment *
first_segment (const ShinsaDefinition *definition)
{
  return definition->segments->len > 0 ? g_ptr_array_index (definition->segments, 0) : NULL;
}

static ShinsaTimerState
find_state (const ShinsaTimer *timer,
            gint64             left)
{
  if (timer->over)
    return SHINSA_TIMER_OVER;
  if (!timer->running)
    return SHINSA_TIMER_WAITING;
  if (left < 0 && timer->allotted > 0)
    return SHINSA_TIMER_OVERTIME;
  return left <= WARNING && timer->allotted > WARNING ? SHINSA_TIMER_ENDING : SHINSA_TIMER_RUNNING;
}

static char *
left_text (const ShinsaTimer *timer,
           gint64             elapsed)
{
  gint64 left = timer->allotted - elapsed;
  g_autofree char *text = clock_text (ABS (left));

  return left < 0 && timer->allotted > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static char *
tell_note (const ShinsaTimerWords *words)
{
  switch (words->state)
    {
    case SHINSA_TIMER_OVER:
      return g_strdup (_("The interview is over"));
    case SHINSA_TIMER_OVERTIME:
      return g_strdup (_("Time is up"));
    case SHINSA_TIMER_ENDING:
      /* Translators: minutes and seconds, such as "1:32", before a part of the interview ends. */
      return g_strdup_printf (_("%s left"), words->left);
    case SHINSA_TIMER_WAITING:
    case SHINSA_TIMER_RUNNING:
    default:
      return g_strdup ("");
    }
}

/**
 * shinsa_timer_words_new:
 * @round: (not nullable): a round
 * @application: (not nullable): the id of an application
 *
 * Before it begins, the timer shows the first segment with its whole time.
 *
 * Returns: (transfer full): what the timer shows; not to be used longer than @round
 */
ShinsaTimerWords *
shinsa_timer_words_new (const ShinsaRound *round,
                        const char        *application)
{
  ShinsaTimerWords *words;
  ShinsaTimer timer;
  const ShinsaSegment *segment;
  gint64 elapsed = 0;
  gint64 left;

  g_return_val_if_fail (round != NULL && application != NULL, NULL);

  words = g_new0 (ShinsaTimerWords, 1);
  timer = shinsa_interview_timer (round, application);
  segment = timer.segment != NULL ? timer.segment : first_segment (round->definition);
  if (timer.segment == NULL && segment != NULL)
    timer.allotted = segment->minutes * 60;
  if (timer.running)
    elapsed = shinsa_timer_elapsed (&timer, shinsa_clock_now_since (timer.started));
  left = timer.allotted - elapsed;

  words->state = find_state (&timer, left);
  words->segment = segment != NULL ? shinsa_text_get (&segment->name) : "";
  words->elapsed = clock_text (elapsed);
  words->allotted = segment != NULL ? clock_text (timer.allotted) : g_strdup ("");
  words->left = left_text (&timer, elapsed);
  words->note = tell_note (words);
  words->fraction = timer.allotted > 0 ? MIN ((double) elapsed / timer.allotted, 1) : 0;
  return words;
}

void
shinsa_timer_words_free (ShinsaTimerWords *words)
{
  g_return_if_fail (words != NULL);

  g_free (words->elapsed);
  g_free (words->allotted);
  g_free (words->left);
  g_free (words->note);
  g_free (words);
}

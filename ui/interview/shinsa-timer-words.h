/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-interview.h"

G_BEGIN_DECLS

typedef enum {
  SHINSA_TIMER_WAITING,   /* the interview did not begin */
  SHINSA_TIMER_RUNNING,
  SHINSA_TIMER_ENDING,    /* the last two minutes of a segment */
  SHINSA_TIMER_OVERTIME,
  SHINSA_TIMER_OVER,      /* the interview is */
} ShinsaTimerState;

/* The timer of an interview now, in words; the times are such as "12:41". */
typedef struct {
  ShinsaTimerState  state;
  const char       *segment;   /* "" where the round has none */
  char             *elapsed;
  char             *allotted;  /* "" where the round has none */
  char             *left;      /* "+0:32" once the time is up; the elapsed where none is allotted */
  char             *note;      /* what to say of it, "" for nothing */
  double            fraction;  /* of the time that is gone, at most 1 */
} ShinsaTimerWords;

ShinsaTimerWords *shinsa_timer_words_new  (const ShinsaRound *round,
                                           const char        *application);
void              shinsa_timer_words_free (ShinsaTimerWords  *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaTimerWords, shinsa_timer_words_free)

G_END_DECLS

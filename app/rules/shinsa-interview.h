/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What the register says of an interview: how far its timer is, and who heard it. */

typedef struct {
  gboolean             running;
  gboolean             over;      /* stopped or closed, and not begun again since */
  const ShinsaSegment *segment;   /* the running one, else the last; NULL where none began */
  int                  index;     /* of the segment in the definition; -1 where none began */
  gint64               started;   /* seconds since 1970, as the desk's computer showed it */
  int                  allotted;  /* seconds, extensions included; 0 without a segment */
  const ShinsaSegment *next;      /* NULL after the last */
} ShinsaTimer;

ShinsaTimer  shinsa_interview_timer             (const ShinsaRound *round,
                                                 const char        *application);
gint64       shinsa_timer_elapsed               (const ShinsaTimer *timer,
                                                 gint64             now);
const char  *shinsa_interview_running           (const ShinsaRound *round);
ShinsaHeard  shinsa_interview_heard             (const ShinsaRound *round,
                                                 const char        *application,
                                                 const char        *member);
const char  *shinsa_interview_what_became_clear (const ShinsaRound *round,
                                                 const char        *application);
GPtrArray   *shinsa_interview_must_leave        (const ShinsaRound *round,
                                                 const char        *application);
GPtrArray   *shinsa_interview_may_return        (const ShinsaRound *round,
                                                 const char        *application);

G_END_DECLS

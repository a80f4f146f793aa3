/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

typedef struct {
  int      members;          /* of the committee: the base */
  int      required;
  int      present;
  int      recused_present;  /* of those present, who take no part in this application */
  int      eligible;         /* the others present: who may vote */
  gboolean holds;
  char    *sentence;
} ShinsaQuorum;

gboolean              shinsa_attendance_is_present (ShinsaAttendanceState   state);
gboolean              shinsa_attendance_concerns  (const ShinsaAttendance *attendance,
                                                   const char             *application,
                                                   const char             *member);
gboolean              shinsa_meeting_takes_part   (const ShinsaRound *round,
                                                   const char        *application,
                                                   const char        *member);
const ShinsaMember   *shinsa_meeting_acting_chair (const ShinsaRound *round,
                                                   const char        *application);
const ShinsaMember   *shinsa_meeting_admits       (const ShinsaRound *round,
                                                   const char        *application,
                                                   const char        *member);
ShinsaAttendanceState shinsa_meeting_attendance   (const ShinsaRound *round,
                                                   const char        *application,
                                                   const char        *member);
gboolean              shinsa_meeting_counts_member (const ShinsaRound  *round,
                                                    const ShinsaMember *member);
ShinsaQuorum         *shinsa_meeting_quorum       (const ShinsaRound *round,
                                                   const char        *application);
void                  shinsa_quorum_free          (ShinsaQuorum      *quorum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaQuorum, shinsa_quorum_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "interview/shinsa-timer-words.h"

G_BEGIN_DECLS

/* What the room sees during an interview: the applicant, the segment and the time. It is given
 * nothing else, so that it can show nothing else. */

#define SHINSA_TYPE_INTERVIEW_BOARD (shinsa_interview_board_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaInterviewBoard, shinsa_interview_board, SHINSA, INTERVIEW_BOARD, AdwBin)

void shinsa_interview_board_show (ShinsaInterviewBoard   *self,
                                  const char             *applicant,
                                  const ShinsaTimerWords *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* What happened in the interviews. */

typedef struct
{
  gint64 seq;
  char *application;
  char *event;
  char *segment;
  gint64 minutes;
  char *member;
  char *heard;
  char *instructed_by;
  char *text;
} ShinsaInterviewEventRow;

SHINSA_DECLARE_ROWS (InterviewEvent, interview_event)

G_END_DECLS

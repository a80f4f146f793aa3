/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-interview-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn interview_event_columns[] = {
  SHINSA_COLUMN (InterviewEvent, seq),
  SHINSA_COLUMN (InterviewEvent, application),
  SHINSA_COLUMN (InterviewEvent, event),
  SHINSA_COLUMN (InterviewEvent, segment),
  SHINSA_COLUMN (InterviewEvent, minutes),
  SHINSA_COLUMN (InterviewEvent, member),
  SHINSA_COLUMN (InterviewEvent, heard),
  SHINSA_COLUMN (InterviewEvent, instructed_by),
  SHINSA_COLUMN (InterviewEvent, text),
};

const ShinsaTable shinsa_interview_event_table = {
  .name = "interview_event",
  .row = SHINSA_ROW_TYPE (InterviewEvent, interview_event),
  .insert = "INSERT INTO interview_event (round, seq, application, event, segment, minutes,"
            " member, heard, instructed_by, text)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
  .list = "SELECT seq, application, event, segment, minutes, member, heard, instructed_by, text"
          " FROM interview_event WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM interview_event WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (InterviewEvent, interview_event)

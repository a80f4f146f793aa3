/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* The frame of a round: its definition, members, timetable and phases, what was exported from it,
 * and the acts that this program could not apply. */

typedef struct
{
  char *round;
  gint64 seq;
  char *id;
  gint64 rules_version;
  char *body;
} ShinsaRoundRow;

gboolean   shinsa_round_insert (ShinsaStore           *store,
                                const ShinsaRoundRow  *row,
                                GError               **error);
GPtrArray *shinsa_round_list   (ShinsaStore           *store,
                                GError               **error);
SHINSA_DECLARE_ROW (Round, round)

typedef struct
{
  gint64 seq;
  char *body;
} ShinsaRosterRow;

SHINSA_DECLARE_ROWS (Roster, roster)

typedef struct
{
  gint64 seq;
  char *body;
} ShinsaScheduleRow;

SHINSA_DECLARE_ROWS (Schedule, schedule)

typedef struct
{
  gint64 seq;
  char *phase;
  char *application;  /* NULL for all */
  char *state;
  char *reason;
} ShinsaPhaseChangeRow;

SHINSA_DECLARE_ROWS (PhaseChange, phase_change)

typedef struct
{
  gint64 seq;
  char *profile;
  char *application;  /* NULL but for an applicant */
  char *head;
  char *sha256;
} ShinsaRecordExportRow;

SHINSA_DECLARE_ROWS (RecordExport, record_export)

typedef struct
{
  gint64 seq;
  char *kind;
  char *why;
  char *reason;
} ShinsaNotAppliedRow;

SHINSA_DECLARE_ROWS (NotApplied, not_applied)

G_END_DECLS

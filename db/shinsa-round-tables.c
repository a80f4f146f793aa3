/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-round-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn round_columns[] = {
  SHINSA_COLUMN (Round, round),
  SHINSA_COLUMN (Round, seq),
  SHINSA_COLUMN (Round, id),
  SHINSA_COLUMN (Round, rules_version),
  SHINSA_COLUMN (Round, body),
};

const ShinsaTable shinsa_round_table = {
  .name = "round",
  .row = SHINSA_ROW_TYPE (Round, round),
  .insert = "INSERT INTO round (round, seq, id, rules_version, body)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
  .list = "SELECT round, seq, id, rules_version, body"
          " FROM round WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM round WHERE round = ?1",
};

/**
 * shinsa_round_insert:
 * @row: the round, named by its root key
 *
 * Adds a round to the store.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_round_insert (ShinsaStore           *store,
                     const ShinsaRoundRow  *row,
                     GError               **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store, shinsa_round_table.insert, error);
  if (statement == NULL)
    return FALSE;
  shinsa_row_bind (&shinsa_round_table.row, statement, 1, row);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_round_list:
 *
 * Returns: (transfer full) (element-type ShinsaRoundRow): all rounds of the store in the order of
 *   their root keys, or %NULL with @error set
 */
GPtrArray *
shinsa_round_list (ShinsaStore  *store,
                   GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT round, seq, id, rules_version, body FROM round"
                                    " ORDER BY round",
                                    error);
  if (statement == NULL)
    return NULL;
  return shinsa_row_read_all (&shinsa_round_table.row, statement, error);
}

void
shinsa_round_row_free (ShinsaRoundRow *row)
{
  shinsa_row_free (&shinsa_round_table.row, row);
}

static const ShinsaColumn roster_columns[] = {
  SHINSA_COLUMN (Roster, seq),
  SHINSA_COLUMN (Roster, body),
};

const ShinsaTable shinsa_roster_table = {
  .name = "roster",
  .row = SHINSA_ROW_TYPE (Roster, roster),
  .insert = "INSERT INTO roster (round, seq, body)"
            " VALUES (?1, ?2, ?3)",
  .list = "SELECT seq, body"
          " FROM roster WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM roster WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Roster, roster)

static const ShinsaColumn schedule_columns[] = {
  SHINSA_COLUMN (Schedule, seq),
  SHINSA_COLUMN (Schedule, body),
};

const ShinsaTable shinsa_schedule_table = {
  .name = "schedule",
  .row = SHINSA_ROW_TYPE (Schedule, schedule),
  .insert = "INSERT INTO schedule (round, seq, body)"
            " VALUES (?1, ?2, ?3)",
  .list = "SELECT seq, body"
          " FROM schedule WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM schedule WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Schedule, schedule)

static const ShinsaColumn phase_change_columns[] = {
  SHINSA_COLUMN (PhaseChange, seq),
  SHINSA_COLUMN (PhaseChange, phase),
  SHINSA_COLUMN (PhaseChange, application),
  SHINSA_COLUMN (PhaseChange, state),
  SHINSA_COLUMN (PhaseChange, reason),
};

const ShinsaTable shinsa_phase_change_table = {
  .name = "phase_change",
  .row = SHINSA_ROW_TYPE (PhaseChange, phase_change),
  .insert = "INSERT INTO phase_change (round, seq, phase, application, state, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  .list = "SELECT seq, phase, application, state, reason"
          " FROM phase_change WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM phase_change WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (PhaseChange, phase_change)

static const ShinsaColumn record_export_columns[] = {
  SHINSA_COLUMN (RecordExport, seq),
  SHINSA_COLUMN (RecordExport, profile),
  SHINSA_COLUMN (RecordExport, application),
  SHINSA_COLUMN (RecordExport, head),
  SHINSA_COLUMN (RecordExport, sha256),
};

const ShinsaTable shinsa_record_export_table = {
  .name = "record_export",
  .row = SHINSA_ROW_TYPE (RecordExport, record_export),
  .insert = "INSERT INTO record_export (round, seq, profile, application, head, sha256)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  .list = "SELECT seq, profile, application, head, sha256"
          " FROM record_export WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM record_export WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (RecordExport, record_export)

static const ShinsaColumn not_applied_columns[] = {
  SHINSA_COLUMN (NotApplied, seq),
  SHINSA_COLUMN (NotApplied, kind),
  SHINSA_COLUMN (NotApplied, why),
  SHINSA_COLUMN (NotApplied, reason),
};

const ShinsaTable shinsa_not_applied_table = {
  .name = "not_applied",
  .row = SHINSA_ROW_TYPE (NotApplied, not_applied),
  .insert = "INSERT INTO not_applied (round, seq, kind, why, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
  .list = "SELECT seq, kind, why, reason"
          " FROM not_applied WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM not_applied WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (NotApplied, not_applied)

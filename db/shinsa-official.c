/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-official.h"

#include "shinsa-table.h"

#include <math.h>

/* In the order of the life of a round, which is the order of a dump. */
static const ShinsaTable *const tables[] = {
  &shinsa_round_table,
  &shinsa_roster_table,
  &shinsa_schedule_table,
  &shinsa_dossier_table,
  &shinsa_dossier_content_table,
  &shinsa_dossier_document_table,
  &shinsa_feed_state_table,
  &shinsa_reception_table,
  &shinsa_issue_table,
  &shinsa_issue_application_table,
  &shinsa_declaration_table,
  &shinsa_ruling_table,
  &shinsa_phase_change_table,
  &shinsa_review_table,
  &shinsa_review_score_table,
  &shinsa_review_evidence_table,
  &shinsa_review_remark_table,
  &shinsa_admission_table,
  &shinsa_question_table,
  &shinsa_attendance_table,
  &shinsa_interview_event_table,
  &shinsa_proposal_table,
  &shinsa_proposal_waiver_table,
  &shinsa_confirmation_table,
  &shinsa_reopening_table,
  &shinsa_record_export_table,
  &shinsa_not_applied_table,
};

typedef struct
{
  const char *round;
  GString *text;
} Dump;

/**
 * shinsa_projection_get:
 * @version: (out): with which version of the official tables the round was projected, or 0
 * @seq: (out): the last entry of the register that is applied, or 0
 *
 * Tells how far the official tables of the round have come.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_projection_get (ShinsaStore  *store,
                       const char   *round,
                       gint64       *version,
                       gint64       *seq,
                       GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;
  ShinsaStep step;

  *version = 0;
  *seq = 0;
  statement = shinsa_statement_get (store,
                                    "SELECT version, seq FROM projection WHERE round = ?1",
                                    error);
  if (statement == NULL)
    return FALSE;

  shinsa_statement_bind_text (statement, 1, round);
  step = shinsa_statement_step (statement, error);
  if (step == SHINSA_STEP_ROW)
    {
      *version = shinsa_statement_get_integer (statement, 0);
      *seq = shinsa_statement_get_integer (statement, 1);
    }
  return step != SHINSA_STEP_ERROR;
}

/**
 * shinsa_projection_set:
 *
 * Remembers how far the official tables of the round have come; to be called in the unit of work
 * that brought them there.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_projection_set (ShinsaStore  *store,
                       const char   *round,
                       gint64        version,
                       gint64        seq,
                       GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO projection (round, version, seq)"
                                    " VALUES (?1, ?2, ?3)"
                                    " ON CONFLICT (round)"
                                    " DO UPDATE SET version = excluded.version, seq = excluded.seq",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_integer (statement, 2, version);
  shinsa_statement_bind_integer (statement, 3, seq);
  return shinsa_statement_run (statement, error);
}

static gboolean
clear (ShinsaStore  *store,
       gpointer      data,
       GError      **error)
{
  const char *round = data;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!shinsa_table_clear (tables[i], store, round, error))
      return FALSE;
  return shinsa_projection_set (store, round, SHINSA_PROJECTION_VERSION, 0, error);
}

/**
 * shinsa_official_clear:
 *
 * Empties the official tables of the round, which is then at seq 0 and to be replayed.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_official_clear (ShinsaStore  *store,
                       const char   *round,
                       GError      **error)
{
  return shinsa_store_write (store, clear, (gpointer) round, error);
}

/* Quoted, so that no value can be taken for two; what is not ASCII stays readable. */
static void
append_text (GString    *text,
             const char *value)
{
  g_autofree char *escaped = NULL;
  char above_ascii[0x80 + 1] = { 0 };

  if (value == NULL)
    {
      g_string_append (text, "NULL");
      return;
    }
  for (guint i = 0; i < 0x80; i++)
    above_ascii[i] = (char) (0x80 + i);
  escaped = g_strescape (value, above_ascii);
  g_string_append_printf (text, "\"%s\"", escaped);
}

static void
append_real (GString *text,
             double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, isnan (value) ? "NULL" : g_ascii_dtostr (digits, sizeof digits, value));
}

static void
append_field (GString            *text,
              const ShinsaColumn *column,
              gconstpointer       row)
{
  int answer;

  g_string_append_printf (text, " %s=", column->name);
  switch (column->type)
    {
    case SHINSA_COLUMN_TEXT:
      append_text (text, G_STRUCT_MEMBER (char *, row, column->offset));
      break;
    case SHINSA_COLUMN_INTEGER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT,
                              G_STRUCT_MEMBER (gint64, row, column->offset));
      break;
    case SHINSA_COLUMN_ANSWER:
      answer = G_STRUCT_MEMBER (int, row, column->offset);
      g_string_append (text, answer < 0 ? "NULL" : answer > 0 ? "1" : "0");
      break;
    case SHINSA_COLUMN_REAL:
      append_real (text, G_STRUCT_MEMBER (double, row, column->offset));
      break;
    case SHINSA_COLUMN_BLOB:
    default:
      /* No official table holds bytes. */
      g_assert_not_reached ();
    }
}

static gboolean
dump_table (const ShinsaTable  *table,
            ShinsaStore        *store,
            const Dump         *dump,
            GError            **error)
{
  g_autoptr (GPtrArray) rows = shinsa_table_list (table, store, dump->round, -1, error);

  if (rows == NULL)
    return FALSE;

  g_string_append_printf (dump->text, "%s\n", table->name);
  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append_c (dump->text, ' ');
      for (guint j = 0; j < table->row.n_columns; j++)
        append_field (dump->text, &table->row.columns[j], g_ptr_array_index (rows, i));
      g_string_append_c (dump->text, '\n');
    }
  return TRUE;
}

static gboolean
dump_tables (ShinsaStore  *store,
             gpointer      data,
             GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!dump_table (tables[i], store, data, error))
      return FALSE;
  return TRUE;
}

/**
 * shinsa_official_dump:
 *
 * Writes every official table of the round as text: its name, then its rows in the order of their
 * key, each with all its columns.  Two stores that hold the same give the same text.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
char *
shinsa_official_dump (ShinsaStore  *store,
                      const char   *round,
                      GError      **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Dump dump = { round, text };

  if (!shinsa_store_read (store, dump_tables, &dump, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

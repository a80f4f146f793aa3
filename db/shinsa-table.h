/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"
#include "shinsa-statement.h"

G_BEGIN_DECLS

typedef enum
{
  SHINSA_COLUMN_TEXT,
  SHINSA_COLUMN_INTEGER,
  SHINSA_COLUMN_ANSWER,  /* 1, 0, or -1 for SQL NULL */
  SHINSA_COLUMN_REAL,
  SHINSA_COLUMN_BLOB,
} ShinsaColumnType;

typedef struct
{
  const char *name;
  ShinsaColumnType type;
  gsize offset;
} ShinsaColumn;

/* The fields of a row's struct, in the order in which the statements name the columns. */
typedef struct
{
  gsize size;
  const ShinsaColumn *columns;
  guint n_columns;
  GDestroyNotify free_row;
} ShinsaRowType;

/* An official table. ?1 is the round; then come the columns to insert, or the last seq to list. */
typedef struct
{
  const char *name;
  ShinsaRowType row;
  const char *insert;
  const char *list;
  const char *clear;
} ShinsaTable;

/* The type of the column follows from the type of the field. */
#define SHINSA_COLUMN(Name, field)                                                                 \
  {                                                                                                \
    #field,                                                                                        \
    _Generic (((Shinsa##Name##Row *) NULL)->field,                                                 \
              char *: SHINSA_COLUMN_TEXT,                                                          \
              gint64: SHINSA_COLUMN_INTEGER,                                                       \
              int: SHINSA_COLUMN_ANSWER,                                                           \
              double: SHINSA_COLUMN_REAL,                                                          \
              GBytes *: SHINSA_COLUMN_BLOB),                                                       \
    G_STRUCT_OFFSET (Shinsa##Name##Row, field)                                                     \
  }

/* Expects the columns in name_columns. */
#define SHINSA_ROW_TYPE(Name, name)                                                                \
  {                                                                                                \
    sizeof (Shinsa##Name##Row), name##_columns, G_N_ELEMENTS (name##_columns),                     \
    (GDestroyNotify) shinsa_##name##_row_free                                                      \
  }

/* Expects the row's type in name_type. */
#define SHINSA_DEFINE_ROW(Name, name)                                                              \
  void                                                                                             \
  shinsa_##name##_row_free (Shinsa##Name##Row *row)                                                \
  {                                                                                                \
    shinsa_row_free (&name##_type, row);                                                           \
  }

/* Expects the table in shinsa_name_table. */
#define SHINSA_DEFINE_ROWS(Name, name)                                                             \
  gboolean                                                                                         \
  shinsa_##name##_insert (ShinsaStore              *store,                                         \
                          const char               *round,                                         \
                          const Shinsa##Name##Row  *row,                                           \
                          GError                  **error)                                         \
  {                                                                                                \
    return shinsa_table_insert (&shinsa_##name##_table, store, round, row, error);                 \
  }                                                                                                \
                                                                                                   \
  GPtrArray *                                                                                      \
  shinsa_##name##_list (ShinsaStore  *store,                                                       \
                        const char   *round,                                                       \
                        gint64        until,                                                       \
                        GError      **error)                                                       \
  {                                                                                                \
    return shinsa_table_list (&shinsa_##name##_table, store, round, until, error);                 \
  }                                                                                                \
                                                                                                   \
  void                                                                                             \
  shinsa_##name##_row_free (Shinsa##Name##Row *row)                                                \
  {                                                                                                \
    shinsa_row_free (&shinsa_##name##_table.row, row);                                             \
  }

void       shinsa_row_bind     (const ShinsaRowType  *type,
                                ShinsaStatement      *statement,
                                int                   first,
                                gconstpointer         row);
void       shinsa_row_free     (const ShinsaRowType  *type,
                                gpointer              row);
gboolean   shinsa_row_read     (const ShinsaRowType  *type,
                                ShinsaStatement      *statement,
                                gpointer             *row,
                                GError              **error);
GPtrArray *shinsa_row_read_all (const ShinsaRowType  *type,
                                ShinsaStatement      *statement,
                                GError              **error);

gboolean   shinsa_table_insert (const ShinsaTable    *table,
                                ShinsaStore          *store,
                                const char           *round,
                                gconstpointer         row,
                                GError              **error);
GPtrArray *shinsa_table_list   (const ShinsaTable    *table,
                                ShinsaStore          *store,
                                const char           *round,
                                gint64                until,
                                GError              **error);
gboolean   shinsa_table_clear  (const ShinsaTable    *table,
                                ShinsaStore          *store,
                                const char           *round,
                                GError              **error);

extern const ShinsaTable shinsa_round_table;
extern const ShinsaTable shinsa_roster_table;
extern const ShinsaTable shinsa_schedule_table;
extern const ShinsaTable shinsa_phase_change_table;
extern const ShinsaTable shinsa_record_export_table;
extern const ShinsaTable shinsa_not_applied_table;
extern const ShinsaTable shinsa_dossier_table;
extern const ShinsaTable shinsa_dossier_content_table;
extern const ShinsaTable shinsa_dossier_document_table;
extern const ShinsaTable shinsa_question_table;
extern const ShinsaTable shinsa_attendance_table;
extern const ShinsaTable shinsa_feed_state_table;
extern const ShinsaTable shinsa_reception_table;
extern const ShinsaTable shinsa_issue_table;
extern const ShinsaTable shinsa_issue_application_table;
extern const ShinsaTable shinsa_declaration_table;
extern const ShinsaTable shinsa_ruling_table;
extern const ShinsaTable shinsa_review_table;
extern const ShinsaTable shinsa_review_score_table;
extern const ShinsaTable shinsa_review_evidence_table;
extern const ShinsaTable shinsa_review_remark_table;
extern const ShinsaTable shinsa_admission_table;
extern const ShinsaTable shinsa_proposal_table;
extern const ShinsaTable shinsa_proposal_waiver_table;
extern const ShinsaTable shinsa_confirmation_table;
extern const ShinsaTable shinsa_reopening_table;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-row-type.h"

G_BEGIN_DECLS

/* An official table. ?1 is the round; then come the columns to insert, or the last seq to list. */
typedef struct
{
  const char *name;
  ShinsaRowType row;
  const char *insert;
  const char *list;
  const char *clear;
} ShinsaTable;

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
extern const ShinsaTable shinsa_interview_event_table;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store-private.h"

G_BEGIN_DECLS

/* A statement, ready to be bound and stepped through. Parameters count from 1, columns from 0. */
typedef struct _ShinsaStatement ShinsaStatement;

typedef enum
{
  SHINSA_STEP_ERROR,
  SHINSA_STEP_DONE,
  SHINSA_STEP_ROW,
} ShinsaStep;

ShinsaStatement *shinsa_statement_get          (ShinsaStore      *store,
                                                const char       *sql,
                                                GError          **error);
void             shinsa_statement_release      (ShinsaStatement  *self);
void             shinsa_statement_free         (ShinsaStatement  *self);

/* What is bound stays the caller's, and must last until the statement is released. */
void             shinsa_statement_bind_text    (ShinsaStatement  *self,
                                                int               parameter,
                                                const char       *value);
void             shinsa_statement_bind_integer (ShinsaStatement  *self,
                                                int               parameter,
                                                gint64            value);
void             shinsa_statement_bind_real    (ShinsaStatement  *self,
                                                int               parameter,
                                                double            value);
void             shinsa_statement_bind_blob    (ShinsaStatement  *self,
                                                int               parameter,
                                                GBytes           *value);

ShinsaStep       shinsa_statement_step         (ShinsaStatement  *self,
                                                GError          **error);
gboolean         shinsa_statement_run          (ShinsaStatement  *self,
                                                GError          **error);
gboolean         shinsa_statement_run_counted  (ShinsaStatement  *self,
                                                gint64           *changed,
                                                GError          **error);
gboolean         shinsa_statement_run_insert   (ShinsaStatement  *self,
                                                gint64           *id,
                                                GError          **error);

/* Columns of the row that the last step came to. Absent values are NULL, or 0. */
gboolean         shinsa_statement_is_null      (ShinsaStatement  *self,
                                                int               column);
char            *shinsa_statement_dup_text     (ShinsaStatement  *self,
                                                int               column);
gint64           shinsa_statement_get_integer  (ShinsaStatement  *self,
                                                int               column);
double           shinsa_statement_get_real     (ShinsaStatement  *self,
                                                int               column);
GBytes          *shinsa_statement_dup_blob     (ShinsaStatement  *self,
                                                int               column);

gboolean         shinsa_statement_read_number  (ShinsaStore      *store,
                                                const char       *sql,
                                                gint64           *number,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaStatement, shinsa_statement_release)

G_END_DECLS

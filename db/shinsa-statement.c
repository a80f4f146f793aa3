/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-statement.h"

#include "shinsa-store-error.h"

#include <math.h>
#include <sqlite3.h>

struct _ShinsaStatement
{
  ShinsaStore *store;
  const char *sql;
  sqlite3_stmt *stmt;
};

static void
fail (ShinsaStatement  *self,
      GError          **error)
{
  g_autoptr (GError) failure = NULL;
  ShinsaAccess access = SHINSA_ACCESS_READ;

  if (self->stmt != NULL && !sqlite3_stmt_readonly (self->stmt))
    access = SHINSA_ACCESS_WRITE;
  shinsa_store_error_set (&failure, self->store->db, self->store->path, access);
  shinsa_store_fail (self->store, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
}

/**
 * shinsa_statement_get:
 * @sql: one SQL statement, a string that lives as long as the program
 *
 * Takes the statement out of the store's cache or prepares it.  The cache knows a statement by
 * the address of its SQL, so that every file keeps its own SQL.  A statement that is taken while
 * it runs is prepared once more; a unit of work that has failed already gets none.
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
ShinsaStatement *
shinsa_statement_get (ShinsaStore  *store,
                      const char   *sql,
                      GError      **error)
{
  g_autoptr (ShinsaStatement) self = NULL;
  gpointer cached;

  shinsa_store_assert_owner (store);

  if (store->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (store->failure));
      return NULL;
    }

  if (g_hash_table_steal_extended (store->statements, sql, NULL, &cached))
    return cached;

  self = g_new0 (ShinsaStatement, 1);
  self->store = store;
  self->sql = sql;
  if (sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL)
      != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Gives the statement back to the cache, without what was bound to it. */
void
shinsa_statement_release (ShinsaStatement *self)
{
  GHashTable *idle = self->store->statements;

  if (self->stmt == NULL || g_hash_table_contains (idle, self->sql))
    {
      shinsa_statement_free (self);
      return;
    }

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  g_hash_table_insert (idle, (gpointer) self->sql, self);
}

void
shinsa_statement_free (ShinsaStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* The values that are bound stay the caller's, and must last until the statement is released. */
void
shinsa_statement_bind_text (ShinsaStatement *self,
                            int              parameter,
                            const char      *value)
{
  int rc = sqlite3_bind_text (self->stmt, parameter, value, -1, SQLITE_STATIC);

  g_assert (rc == SQLITE_OK);
}

void
shinsa_statement_bind_integer (ShinsaStatement *self,
                               int              parameter,
                               gint64           value)
{
  int rc = sqlite3_bind_int64 (self->stmt, parameter, value);

  g_assert (rc == SQLITE_OK);
}

/* SQLite itself stores a number that is none as NULL. */
void
shinsa_statement_bind_real (ShinsaStatement *self,
                            int              parameter,
                            double           value)
{
  int rc = sqlite3_bind_double (self->stmt, parameter, value);

  g_assert (rc == SQLITE_OK);
}

/* Bytes of length zero have no address, which SQLite would take for NULL. */
void
shinsa_statement_bind_blob (ShinsaStatement *self,
                            int              parameter,
                            GBytes          *value)
{
  gconstpointer data = NULL;
  gsize size = 0;
  int rc;

  if (value != NULL)
    {
      data = g_bytes_get_data (value, &size);
      if (data == NULL)
        data = "";
    }
  rc = sqlite3_bind_blob64 (self->stmt, parameter, data, size, SQLITE_STATIC);
  g_assert (rc == SQLITE_OK);
}

/**
 * shinsa_statement_step:
 *
 * Goes to the next row.
 *
 * Returns: whether there is one, or an error, for which @error is set
 */
ShinsaStep
shinsa_statement_step (ShinsaStatement  *self,
                       GError          **error)
{
  switch (sqlite3_step (self->stmt))
    {
    case SQLITE_ROW:
      return SHINSA_STEP_ROW;
    case SQLITE_DONE:
      return SHINSA_STEP_DONE;
    default:
      fail (self, error);
      return SHINSA_STEP_ERROR;
    }
}

/* Runs a statement that has no rows to show. */
gboolean
shinsa_statement_run (ShinsaStatement  *self,
                      GError          **error)
{
  ShinsaStep step = shinsa_statement_step (self, error);

  g_assert (step != SHINSA_STEP_ROW);
  return step == SHINSA_STEP_DONE;
}

/**
 * shinsa_statement_run_counted:
 * @changed: (out): how many rows were inserted, updated or deleted
 *
 * Runs a statement like shinsa_statement_run() and counts.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_statement_run_counted (ShinsaStatement  *self,
                              gint64           *changed,
                              GError          **error)
{
  if (!shinsa_statement_run (self, error))
    return FALSE;
  *changed = sqlite3_changes64 (self->store->db);
  return TRUE;
}

/**
 * shinsa_statement_run_insert:
 * @id: (out) (optional): the number that the inserted row got
 *
 * Runs a statement like shinsa_statement_run() that inserts a row without a number of its own.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_statement_run_insert (ShinsaStatement  *self,
                             gint64           *id,
                             GError          **error)
{
  if (!shinsa_statement_run (self, error))
    return FALSE;
  if (id != NULL)
    *id = sqlite3_last_insert_rowid (self->store->db);
  return TRUE;
}

gboolean
shinsa_statement_is_null (ShinsaStatement *self,
                          int              column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

char *
shinsa_statement_dup_text (ShinsaStatement *self,
                           int              column)
{
  return g_strdup ((const char *) sqlite3_column_text (self->stmt, column));
}

gint64
shinsa_statement_get_integer (ShinsaStatement *self,
                              int              column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
shinsa_statement_get_real (ShinsaStatement *self,
                           int              column)
{
  if (shinsa_statement_is_null (self, column))
    return NAN;
  return sqlite3_column_double (self->stmt, column);
}

GBytes *
shinsa_statement_dup_blob (ShinsaStatement *self,
                           int              column)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  if (shinsa_statement_is_null (self, column))
    return NULL;
  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, column));
}

/* Runs a statement without parameters that answers with one number. */
gboolean
shinsa_statement_read_number (ShinsaStore  *store,
                              const char   *sql,
                              gint64       *number,
                              GError      **error)
{
  g_autoptr (ShinsaStatement) self = shinsa_statement_get (store, sql, error);

  if (self == NULL || shinsa_statement_step (self, error) == SHINSA_STEP_ERROR)
    return FALSE;
  *number = shinsa_statement_get_integer (self, 0);
  return TRUE;
}

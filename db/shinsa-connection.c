/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-connection.h"

#include "shinsa-statement.h"
#include "shinsa-store-error.h"
#include "shinsa-store-file.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

/* Each is set and read back: a misspelt PRAGMA is no error to SQLite. */
typedef struct
{
  const char *set_and_get;
  const char *expected;
} Pragma;

typedef struct
{
  int option;
  int expected;
} Option;

static const Pragma pragmas[] = {
  { "PRAGMA busy_timeout = 5000; PRAGMA busy_timeout", "5000" },
  { "PRAGMA foreign_keys = ON; PRAGMA foreign_keys", "1" },
  { "PRAGMA recursive_triggers = ON; PRAGMA recursive_triggers", "1" },
  { "PRAGMA secure_delete = ON; PRAGMA secure_delete", "1" },
  { "PRAGMA synchronous = FULL; PRAGMA synchronous", "2" },
  { "PRAGMA temp_store = MEMORY; PRAGMA temp_store", "2" },
};

static const Pragma wal_pragma = { "PRAGMA journal_mode = WAL; PRAGMA journal_mode", "wal" };
static const Pragma memory_pragma = { "PRAGMA journal_mode", "memory" };

static const Option options[] = {
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
};

static gboolean
is_memory (ShinsaStore *store)
{
  return g_str_equal (store->path, SHINSA_STORE_MEMORY);
}

static gboolean
set_unsafe (ShinsaStore  *store,
            const char   *what,
            GError      **error)
{
  g_autofree char *name = g_filename_display_name (store->path);

  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED,
               _("“%s” cannot be used safely where it is and was left as it is (%s). "
                 "Move it to a disk of this computer."), name, what);
  return FALSE;
}

/* Keeps the first column of the last row. */
static int
keep_value_cb (void  *data,
               int    n_columns,
               char **values,
               char **names)
{
  char **value = data;

  g_free (*value);
  *value = g_strdup (values[0]);
  return 0;
}

static gboolean
apply_pragma (ShinsaStore   *store,
              const Pragma  *pragma,
              GError       **error)
{
  g_autofree char *value = NULL;

  if (sqlite3_exec (store->db, pragma->set_and_get, keep_value_cb, &value, NULL) != SQLITE_OK)
    {
      shinsa_store_error_set (error, store->db, store->path, SHINSA_ACCESS_WRITE);
      return FALSE;
    }
  return g_strcmp0 (value, pragma->expected) == 0 || set_unsafe (store, pragma->set_and_get, error);
}

static gboolean
configure (ShinsaStore  *store,
           GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int value = -1;

      sqlite3_db_config (store->db, options[i].option, options[i].expected, &value);
      if (value != options[i].expected)
        return set_unsafe (store, "sqlite3_db_config", error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!apply_pragma (store, &pragmas[i], error))
      return FALSE;
  return TRUE;
}

/* The numbers in the first page are old while newer ones are still in the write-ahead log. */
static gboolean
judge (ShinsaStore  *store,
       GError      **error)
{
  gint64 application_id, version;

  return shinsa_statement_read_number (store, "PRAGMA application_id", &application_id, error)
         && shinsa_statement_read_number (store, "PRAGMA user_version", &version, error)
         && shinsa_store_file_judge (store->path, application_id, version, error);
}

/* Before there is a write-ahead log, so that the first page of the file says whose it is. */
static gboolean
claim (ShinsaStore  *store,
       GError      **error)
{
  return shinsa_store_exec (store,
                            "PRAGMA application_id = " G_STRINGIFY (SHINSA_APPLICATION_ID),
                            error);
}

/* A first page whose writing was interrupted is gone as soon as SQLite has looked at it. */
static gboolean
claim_or_judge (ShinsaStore      *store,
                ShinsaStoreMode   mode,
                GError          **error)
{
  gint64 n_pages;

  if (!shinsa_statement_read_number (store, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  if (n_pages == 0 && mode == SHINSA_STORE_CREATE)
    return claim (store, error);
  return judge (store, error);
}

static gboolean
has_moved (ShinsaStore *store)
{
  int moved = 0;

  sqlite3_file_control (store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

/* What is written into a file that has lost its name is lost without a word. */
static int
commit_cb (void *data)
{
  return has_moved (data);
}

static gboolean
connect_file (ShinsaStore      *store,
              ShinsaStoreMode   mode,
              GError          **error)
{
  int flags = mode == SHINSA_STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  g_autofree char *log = g_strconcat (store->path, "-wal", NULL);
  gboolean has_log = g_file_test (log, G_FILE_TEST_EXISTS);

  if (sqlite3_open_v2 (store->path, &store->db, flags | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      shinsa_store_error_set (error, store->db, store->path, SHINSA_ACCESS_READ);
      return FALSE;
    }

  /* What turns out to be no store of ours is left with its write-ahead log as it was. */
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log, NULL);
  sqlite3_commit_hook (store->db, commit_cb, store);
  return TRUE;
}

/* SQLite would open it for reading only, without a word. */
static gboolean
demand_writable (ShinsaStore  *store,
                 GError      **error)
{
  if (!sqlite3_db_readonly (store->db, "main"))
    return TRUE;
  shinsa_store_error_set_read_only (error, store->path);
  return FALSE;
}

static gboolean
open_file (ShinsaStore      *store,
           ShinsaStoreMode   mode,
           GError          **error)
{
  if (mode == SHINSA_STORE_CREATE && !shinsa_store_file_create (store->path, error))
    return FALSE;
  if (!shinsa_store_file_inspect (store->path, mode == SHINSA_STORE_CREATE, error)
      || !connect_file (store, mode, error))
    return FALSE;
  if (mode != SHINSA_STORE_READ && !demand_writable (store, error))
    return FALSE;
  if (!configure (store, error))
    return FALSE;
  if (!claim_or_judge (store, mode, error))
    return FALSE;
  if (!apply_pragma (store, &wal_pragma, error))
    return FALSE;

  if (mode != SHINSA_STORE_READ)
    shinsa_store_file_make_private (store->path);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static gboolean
open_memory (ShinsaStore  *store,
             GError      **error)
{
  return connect_file (store, SHINSA_STORE_CREATE, error)
         && configure (store, error)
         && claim (store, error)
         && apply_pragma (store, &memory_pragma, error);
}

/**
 * shinsa_connection_open:
 *
 * Connects the store to the file at its path, if that is one of ours, and sets the connection up.
 * Any other file is left untouched.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_connection_open (ShinsaStore      *store,
                        ShinsaStoreMode   mode,
                        GError          **error)
{
  if (is_memory (store))
    return open_memory (store, error);
  return open_file (store, mode, error);
}

/* By its name SQLite would take the log away from a file that has the name now, so it leaves it
 * there, and whoever opens that file takes what is in the log for its own. Empty it harms nobody.
 * The lock keeps away from who may have opened the moved file where it is now. */
static void
take_log_in (ShinsaStore *store)
{
  sqlite3_file *file = NULL;

  sqlite3_file_control (store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file->pMethods->xLock (file, SQLITE_LOCK_SHARED) == SQLITE_OK
      && file->pMethods->xLock (file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK)
    sqlite3_wal_checkpoint_v2 (store->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* Closes what was opened; a store that has lost its name is whole then, wherever it is. */
void
shinsa_connection_close (ShinsaStore *store)
{
  if (store->db != NULL && has_moved (store))
    take_log_in (store);
  sqlite3_close (store->db);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store.h"

#include "shinsa-connection.h"
#include "shinsa-db-resources.h"
#include "shinsa-guard.h"
#include "shinsa-schema.h"
#include "shinsa-statement.h"
#include "shinsa-store-error.h"
#include "shinsa-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

G_DEFINE_FINAL_TYPE (ShinsaStore, shinsa_store, G_TYPE_OBJECT)

static void
shinsa_store_finalize (GObject *object)
{
  ShinsaStore *self = SHINSA_STORE (object);

  g_assert (self->state == SHINSA_STORE_IDLE);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  shinsa_connection_close (self);
  g_free (self->path);

  G_OBJECT_CLASS (shinsa_store_parent_class)->finalize (object);
}

static void
shinsa_store_class_init (ShinsaStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shinsa_store_finalize;

  shinsa_db_register_resource ();
}

static void
shinsa_store_init (ShinsaStore *self)
{
  self->owner = g_thread_self ();
  self->statements = g_hash_table_new_full (NULL, NULL, NULL,
                                            (GDestroyNotify) shinsa_statement_free);
}

static gboolean
bring_up_to_date (ShinsaStore      *self,
                  ShinsaStoreMode   mode,
                  GError          **error)
{
  if (mode == SHINSA_STORE_READ)
    return shinsa_schema_demand_current (self, error);
  if (!shinsa_schema_migrate (self, SHINSA_SCHEMA_FOLDER, error))
    return FALSE;

  /* A step may change any table; from here on nobody may. */
  shinsa_guard_install (self);
  return shinsa_schema_remake_official (self, error);
}

/**
 * shinsa_store_open:
 * @path: a file name, or %SHINSA_STORE_MEMORY
 * @mode: what is to be done with it
 *
 * Opens a connection to a store.  The thread that opens it owns it: no other may use it.  A file
 * that is no store, or one of a newer version, is refused and left untouched.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
ShinsaStore *
shinsa_store_open (const char       *path,
                   ShinsaStoreMode   mode,
                   GError          **error)
{
  g_autoptr (ShinsaStore) self = NULL;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  self = g_object_new (SHINSA_TYPE_STORE, NULL);
  if (g_str_equal (path, SHINSA_STORE_MEMORY))
    self->path = g_strdup (path);
  else
    self->path = g_canonicalize_filename (path, NULL);

  if (!shinsa_connection_open (self, mode, error) || !bring_up_to_date (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * shinsa_store_get_path:
 *
 * Returns: (not nullable): the absolute name of the file, or %SHINSA_STORE_MEMORY
 */
const char *
shinsa_store_get_path (ShinsaStore *self)
{
  g_return_val_if_fail (SHINSA_IS_STORE (self), NULL);

  return self->path;
}

void
shinsa_store_assert_owner (ShinsaStore *self)
{
  g_assert (self->owner == g_thread_self ());
}

gboolean
shinsa_store_is_writing (ShinsaStore *self)
{
  return self->state == SHINSA_STORE_WRITING;
}

/* Dooms the running unit of work, so that what failed in it cannot be overlooked. */
void
shinsa_store_fail (ShinsaStore  *self,
                   const GError *failure)
{
  if (self->state == SHINSA_STORE_WRITING && self->failure == NULL)
    self->failure = g_error_copy (failure);
}

/* Runs SQL that needs no values: whole scripts, and the frame of a transaction. */
gboolean
shinsa_store_exec (ShinsaStore  *self,
                   const char   *sql,
                   GError      **error)
{
  g_autoptr (GError) failure = NULL;

  shinsa_store_assert_owner (self);

  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  shinsa_store_error_set (&failure, self->db, self->path, SHINSA_ACCESS_WRITE);
  shinsa_store_fail (self, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Some errors make SQLite roll back by itself. */
static gboolean
finish (ShinsaStore  *self,
        gboolean      succeeded,
        GError      **error)
{
  if (succeeded && self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      succeeded = FALSE;
    }
  if (succeeded)
    succeeded = shinsa_store_exec (self, "COMMIT", error);
  if (!sqlite3_get_autocommit (self->db))
    shinsa_store_exec (self, "ROLLBACK", NULL);

  g_clear_error (&self->failure);
  self->state = SHINSA_STORE_IDLE;
  return succeeded;
}

static gboolean
run_nested (ShinsaStore      *self,
            ShinsaStoreFunc   func,
            gpointer          data,
            GError          **error)
{
  g_autoptr (GError) failure = NULL;

  if (func (self, data, &failure))
    return TRUE;
  shinsa_store_fail (self, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * shinsa_store_write:
 * @func: (scope call): what to do
 *
 * Runs @func as one unit of work: everything that it writes is kept, on the disk, when this
 * returns %TRUE, and nothing of it otherwise.  Within a running unit of work @func joins that one,
 * which fails as a whole when @func fails, even if the caller goes on.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_store_write (ShinsaStore      *self,
                    ShinsaStoreFunc   func,
                    gpointer          data,
                    GError          **error)
{
  g_return_val_if_fail (SHINSA_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->state != SHINSA_STORE_READING, FALSE);

  if (self->state == SHINSA_STORE_WRITING)
    return run_nested (self, func, data, error);
  if (!shinsa_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->state = SHINSA_STORE_WRITING;
  return finish (self, func (self, data, error), error);
}

/**
 * shinsa_store_read:
 * @func: (scope call): what to do
 *
 * Runs @func so that all it reads is of one moment, whatever others write meanwhile.  It must not
 * write.  Within a running unit of work @func simply runs.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_store_read (ShinsaStore      *self,
                   ShinsaStoreFunc   func,
                   gpointer          data,
                   GError          **error)
{
  g_return_val_if_fail (SHINSA_IS_STORE (self), FALSE);

  if (self->state != SHINSA_STORE_IDLE)
    return func (self, data, error);
  if (!shinsa_store_exec (self, "BEGIN DEFERRED", error))
    return FALSE;
  self->state = SHINSA_STORE_READING;
  return finish (self, func (self, data, error), error);
}

/**
 * shinsa_store_data_version:
 *
 * Tells whether another connection, of this process or another one, has written since: the number
 * is then another one than before.  What this connection writes itself does not change it.
 *
 * Returns: the number, or -1 where it cannot be read
 */
gint64
shinsa_store_data_version (ShinsaStore *self)
{
  gint64 version = -1;

  g_return_val_if_fail (SHINSA_IS_STORE (self), -1);

  shinsa_statement_read_number (self, "PRAGMA data_version", &version, NULL);
  return version;
}

/**
 * shinsa_store_check:
 *
 * Looks through the whole file for damage.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_store_check (ShinsaStore  *self,
                    GError      **error)
{
  g_return_val_if_fail (SHINSA_IS_STORE (self), FALSE);

  return shinsa_schema_check_fully (self, error);
}

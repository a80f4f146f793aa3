/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store-private.h"

#include "shinsa-store-error.h"
#include "shinsa-store-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

/* The name under which a copy is written until it is whole. */
#define UNFINISHED_SUFFIX ".part"

static gboolean
copy_pages (sqlite3     *from,
            sqlite3     *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return FALSE;
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup) == SQLITE_OK;
}

static gboolean
write_copy (ShinsaStore  *self,
            const char   *path,
            GError      **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE;
  sqlite3 *to = NULL;
  gboolean written;

  written = sqlite3_open_v2 (path, &to, flags, NULL) == SQLITE_OK && copy_pages (self->db, to);
  if (!written)
    shinsa_store_error_set (error, to, path, SHINSA_ACCESS_WRITE);
  sqlite3_close (to);
  return written;
}

/* Whoever has a store open has its log beside it, and would go on writing into a file that has
 * lost its name. */
static gboolean
demand_closed (const char  *path,
               GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” is a store that is open, so no backup was written. Choose another name."),
               name);
  return FALSE;
}

/**
 * shinsa_store_backup:
 * @path: the name of the copy; a file of that name is replaced
 *
 * Copies the store as it is at this moment.  The copy gets its name when it is whole and on the
 * disk; a failure leaves an older copy of the same name as it was.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_store_backup (ShinsaStore  *self,
                     const char   *path,
                     GError      **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *unfinished = NULL;

  g_return_val_if_fail (SHINSA_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (!shinsa_store_is_writing (self), FALSE);
  shinsa_store_assert_owner (self);

  whole = g_canonicalize_filename (path, NULL);
  unfinished = g_strconcat (whole, UNFINISHED_SUFFIX, NULL);
  if (!shinsa_store_file_check (whole, error) || !demand_closed (whole, error))
    return FALSE;
  (void) g_unlink (unfinished);
  if (!shinsa_store_file_create (unfinished, error))
    return FALSE;
  if (write_copy (self, unfinished, error))
    {
      if (g_rename (unfinished, whole) == 0)
        return TRUE;
      shinsa_store_file_set_error (error, whole, errno);
    }
  (void) g_unlink (unfinished);
  return FALSE;
}

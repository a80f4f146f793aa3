/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

/* SQLite reports a full disk as SQLITE_FULL only while it writes the file itself. */
static ShinsaError
code_of (sqlite3 *db)
{
  int rc = sqlite3_extended_errcode (db);

  if (rc == SQLITE_CONSTRAINT_TRIGGER)
    return SHINSA_ERROR_REFUSED;
  if (rc == SQLITE_CONSTRAINT_COMMITHOOK)
    return SHINSA_ERROR_FAILED;

  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SHINSA_ERROR_BUSY;
    case SQLITE_FULL:
      return SHINSA_ERROR_DISK_FULL;
    case SQLITE_IOERR:
      return sqlite3_system_errno (db) == ENOSPC ? SHINSA_ERROR_DISK_FULL : SHINSA_ERROR_FAILED;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return SHINSA_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
      return SHINSA_ERROR_INVALID;
    case SQLITE_AUTH:
      return SHINSA_ERROR_REFUSED;
    case SQLITE_TOOBIG:
      return SHINSA_ERROR_TOO_LARGE;
    default:
      return SHINSA_ERROR_FAILED;
    }
}

static char *
sentence_for (ShinsaError   code,
              const char   *name,
              const char   *detail,
              ShinsaAccess  access)
{
  switch (code)
    {
    case SHINSA_ERROR_BUSY:
      return g_strdup_printf (_("Another program is writing to “%s”, so nothing was changed. "
                                "Try again in a moment."), name);
    case SHINSA_ERROR_DISK_FULL:
      return g_strdup_printf (_("There is no room left where “%s” is, so nothing was changed. "
                                "Make room and try again."), name);
    case SHINSA_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” or its folder may not be written to, so nothing was changed. "
                                "Change the permissions or use another folder."), name);
    case SHINSA_ERROR_REFUSED:
      return g_strdup_printf (_("“%s” keeps what it holds, so nothing was changed (%s)."),
                              name, detail);
    case SHINSA_ERROR_TOO_LARGE:
      return g_strdup_printf (_("This is too large for “%s”, so nothing was changed (%s)."),
                              name, detail);
    default:
      if (access == SHINSA_ACCESS_READ)
        return g_strdup_printf (_("“%s” could not be read (%s)."), name, detail);
      return g_strdup_printf (_("“%s” could not be written to, so nothing was changed (%s)."),
                              name, detail);
    }
}

static char *
sentence_of (sqlite3      *db,
             ShinsaError   code,
             const char   *name,
             ShinsaAccess  access)
{
  if (sqlite3_extended_errcode (db) == SQLITE_CONSTRAINT_COMMITHOOK)
    return g_strdup_printf (_("“%s” was moved, deleted or replaced while it was open, so nothing "
                              "was changed. Put it back, or write a backup before you close "
                              "the program."), name);

  switch (sqlite3_errcode (db) & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return g_strdup_printf (_("“%s” is damaged and was left as it is. Restore a backup."), name);
    default:
      return sentence_for (code, name, sqlite3_errmsg (db), access);
    }
}

/**
 * shinsa_store_error_set:
 * @db: the connection on which something just failed
 * @path: the file it is connected to
 * @access: what was being done
 *
 * Says what SQLite reported in our own words and codes.  This is the one place that does.
 */
void
shinsa_store_error_set (GError       **error,
                        sqlite3       *db,
                        const char    *path,
                        ShinsaAccess   access)
{
  ShinsaError code = code_of (db);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = sentence_of (db, code, name, access);

  g_set_error_literal (error, SHINSA_ERROR, code, sentence);
}

/* Where a file may not be written to, SQLite may be content to read it, and reports nothing. */
void
shinsa_store_error_set_read_only (GError      **error,
                                  const char   *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *sentence = NULL;

  sentence = sentence_for (SHINSA_ERROR_READ_ONLY, name, NULL, SHINSA_ACCESS_WRITE);
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY, sentence);
}

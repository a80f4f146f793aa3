/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store-file.h"

#include "shinsa-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

/* Where SQLite keeps what is asked here, as its file format fixes it. */
#define HEADER_BYTES 100
#define VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static const char magic[] = "SQLite format 3";

/* Says in our own words why a file or folder could not be used. */
void
shinsa_store_file_set_error (GError     **error,
                             const char  *path,
                             int          saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) cause = NULL;
  ShinsaError code;

  cause = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (saved_errno), "");
  code = shinsa_error_from_io (cause);
  if (code == SHINSA_ERROR_NOT_FOUND)
    g_set_error (error, SHINSA_ERROR, code,
                 _("There is no “%s”, so nothing was opened. Choose another file."), name);
  else
    g_set_error (error, SHINSA_ERROR, code,
                 _("“%s” could not be opened and was left as it is (%s). Try again."),
                 name, g_strerror (saved_errno));
}

/* Only the one who makes the file and the folder decides who else may read them. */
gboolean
shinsa_store_file_create (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      shinsa_store_file_set_error (error, folder, errno);
      return FALSE;
    }
  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR, 0600);
  if (fd < 0 && errno != EEXIST)
    {
      shinsa_store_file_set_error (error, path, errno);
      return FALSE;
    }
  return fd < 0 || g_close (fd, error);
}

/* Looking into a pipe waits for somebody to write into it; a device is not to be replaced. */
gboolean
shinsa_store_file_check (const char  *path,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0 || S_ISREG (status.st_mode) || S_ISDIR (status.st_mode))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” is a pipe or a device and was left as it is. Choose another file."), name);
  return FALSE;
}

static gboolean
read_from (sqlite3_file *file,
           guint8        header[HEADER_BYTES],
           gsize        *size)
{
  sqlite3_int64 length = 0;

  if (file->pMethods->xFileSize (file, &length) != SQLITE_OK)
    return FALSE;
  *size = MIN (length, HEADER_BYTES);
  return *size == 0 || file->pMethods->xRead (file, header, *size, 0) == SQLITE_OK;
}

/* A process that closes any file of a database, however it was opened, gives up the locks of all
 * its connections to it (POSIX wants it so); the next program that closes the database then
 * takes the write-ahead log away from under them. SQLite's own way to a file knows that. */
static gboolean
read_header (const char  *path,
             guint8       header[HEADER_BYTES],
             gsize       *size,
             GError     **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree char *full_path = g_canonicalize_filename (path, NULL);
  g_autofree sqlite3_file *file = g_malloc0 (vfs->szOsFile);
  sqlite3_filename name = sqlite3_create_filename (full_path, "", "", 0, NULL);
  gboolean is_read = FALSE;
  int saved_errno;

  if (vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL) == SQLITE_OK)
    is_read = read_from (file, header, size);
  saved_errno = vfs->xGetLastError (vfs, 0, NULL);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);

  if (!is_read)
    shinsa_store_file_set_error (error, path, saved_errno);
  return is_read;
}

static guint32
number_at (const guint8 *header,
           gsize         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* A program that was killed before it wrote anything into its new store leaves such a file. */
static gboolean
refuse_empty (const char  *name,
              GError     **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("“%s” is still empty and was left as it is. Prepare a round, or take a packet in, "
                 "to make a store of it."), name);
  return FALSE;
}

/**
 * shinsa_store_file_inspect:
 * @may_be_empty: whether a file without bytes will do, since a store is to be made in it
 *
 * Looks at the first bytes of the file before SQLite does, since SQLite leaves files of its own
 * beside whatever it opens, and may take its write-ahead log in.
 *
 * Returns: %FALSE if and only if @error is set, which says why this is no store for us
 */
gboolean
shinsa_store_file_inspect (const char  *path,
                           gboolean     may_be_empty,
                           GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  guint8 header[HEADER_BYTES];
  gsize size;

  if (!shinsa_store_file_check (path, error) || !read_header (path, header, &size, error))
    return FALSE;

  if (size == 0)
    return may_be_empty || refuse_empty (name, error);

  if (size < HEADER_BYTES || memcmp (header, magic, sizeof magic) != 0)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("“%s” is no database and was left as it is. Choose another file."), name);
      return FALSE;
    }
  return shinsa_store_file_judge (path,
                                  number_at (header, APPLICATION_ID_OFFSET),
                                  number_at (header, VERSION_OFFSET),
                                  error);
}

/* Decides by the two numbers that a database carries whether this program may open it. */
gboolean
shinsa_store_file_judge (const char  *path,
                         gint64       application_id,
                         gint64       version,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (application_id != SHINSA_APPLICATION_ID)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("“%s” belongs to another program and was left as it is. "
                     "Choose another file."), name);
      return FALSE;
    }
  if (version > shinsa_schema_version (SHINSA_SCHEMA_FOLDER))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NEWER,
                   _("“%s” was made by a newer version of Shinsa and was left as it is. "
                     "Install that version to open it."), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * shinsa_store_file_make_private:
 *
 * Takes the file and what SQLite keeps beside it away from other people of this computer, for
 * instance after a backup was put back by hand.  File systems that know no permissions say no;
 * that is no reason not to open the store.
 */
void
shinsa_store_file_make_private (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      (void) g_chmod (file, 0600);
    }
}

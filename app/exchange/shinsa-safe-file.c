/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-safe-file.h"

#include "exchange/shinsa-packet.h"
#include "shinsa-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _ShinsaSafeFile
{
  GFile         *file;
  GFile         *part;    /* beside the file, until all of it is written */
  GOutputStream *output;  /* of the part; NULL once it has its name */
};

/**
 * shinsa_safe_file_refuse:
 * @file: what could not be written to its end
 * @cause: why
 * @error: return location for the sentence
 *
 * Returns: %FALSE
 */
gboolean
shinsa_safe_file_refuse (GFile         *file,
                         const GError  *cause,
                         GError       **error)
{
  g_autofree char *name = shinsa_packet_file_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
                 _("“%s” could not be written to its end: %s. Nothing here was lost. "
                   "Check the medium and write it again."), name, cause->message);
  return FALSE;
}

/* Every connection to a database has its log beside it. */
static gboolean
is_open_database (GFile        *file,
                  GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *log_name = g_strconcat (base, "-wal", NULL);
  g_autoptr (GFile) log = folder != NULL ? g_file_get_child (folder, log_name) : NULL;

  return log != NULL && g_file_query_exists (log, cancellable);
}

/**
 * shinsa_safe_file_check:
 * @file: what is to be read or replaced
 * @cancellable: (nullable): stops the looking
 * @error: return location for a %G_IO_ERROR, as the cause of the caller's own sentence
 *
 * A pipe has no end until somebody writes into it, some devices have none at all, and a file moved
 * over a device takes its place. The store that is open, chosen by mistake, may not even be read:
 * to close it again would give up the locks of our connections to it.
 *
 * Returns: %FALSE if and only if there is a pipe, a socket, a device or an open database under
 *   that name
 */
gboolean
shinsa_safe_file_check (GFile         *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                         _("it is a pipe or a device, not a file"));
  else if (is_open_database (file, cancellable))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                         _("it is a store that is open"));
  else
    return TRUE;
  return FALSE;
}

/**
 * shinsa_safe_file_begin:
 * @file: where to; what is there stays until all of the new bytes are on the disk
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a file beside @file that is gone again unless it is
 *   committed
 */
ShinsaSafeFile *
shinsa_safe_file_begin (GFile         *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (ShinsaSafeFile) self = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *base = NULL;
  g_autofree char *part = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = g_file_get_parent (file);
  base = g_file_get_basename (file);
  part = g_strconcat (base, ".part", NULL);
  name = shinsa_packet_file_name (file);
  self = g_new0 (ShinsaSafeFile, 1);
  self->file = g_object_ref (file);
  self->part = g_file_get_child (folder, part);
  if (shinsa_safe_file_check (file, cancellable, &cause))
    {
      /* What a power cut left goes first: replaced, it would have one more file beside it. */
      g_file_delete (self->part, cancellable, NULL);
      self->output = G_OUTPUT_STREAM (g_file_create (self->part, G_FILE_CREATE_PRIVATE,
                                                     cancellable, &cause));
    }
  if (self->output != NULL)
    return g_steal_pointer (&self);

  g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
               _("“%s” cannot be written: %s. Nothing was changed. Choose another folder."),
               name, cause->message);
  return NULL;
}

void
shinsa_safe_file_free (ShinsaSafeFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->output != NULL)
    {
      g_output_stream_close (self->output, NULL, NULL);
      g_file_delete (self->part, NULL, NULL);
    }
  g_clear_object (&self->output);
  g_clear_object (&self->part);
  g_clear_object (&self->file);
  g_free (self);
}

/**
 * shinsa_safe_file_get_stream:
 * @self: a file that is being written
 *
 * Returns: (transfer none): where the bytes go; closing it is left to the commit
 */
GOutputStream *
shinsa_safe_file_get_stream (ShinsaSafeFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->output;
}

/* On a folder that is on this computer, the bytes are brought to the disk before the name is. */
static gboolean
bring_to_disk (GFile   *file,
               GError **error)
{
  const char *path = g_file_peek_path (file);
  int descriptor;
  int number;

  if (path == NULL)
    return TRUE;
  descriptor = g_open (path, O_RDWR, 0);
  if (descriptor >= 0 && g_fsync (descriptor) == 0)
    return g_close (descriptor, error);

  number = errno;
  if (descriptor >= 0)
    g_close (descriptor, NULL);
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (number),
                       g_strerror (number));
  return FALSE;
}

/**
 * shinsa_safe_file_commit:
 * @self: a file with all its bytes
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error; then nothing has changed
 *
 * Returns: whether the bytes are on the disk under their name
 */
gboolean
shinsa_safe_file_commit (ShinsaSafeFile  *self,
                         GCancellable    *cancellable,
                         GError         **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL && self->output != NULL, FALSE);

  if (!g_output_stream_close (self->output, cancellable, &cause) ||
      !bring_to_disk (self->part, &cause) ||
      !g_file_move (self->part, self->file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL,
                    &cause))
    return shinsa_safe_file_refuse (self->file, cause, error);
  g_clear_object (&self->output);
  return TRUE;
}

/* A stick that takes bytes does not always give them back. */
static gboolean
read_back (GFile         *file,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autofree char *name = NULL;

  found = g_file_load_bytes (file, cancellable, NULL, &cause);
  if (found != NULL && g_bytes_equal (found, bytes))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  name = shinsa_packet_file_name (file);
  g_file_delete (file, NULL, NULL);
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED,
               _("“%s” could be written, but not read again, and was removed. Nothing here was "
                 "lost. Check the medium and write it again."), name);
  return FALSE;
}

/**
 * shinsa_safe_file_write:
 * @file: where to
 * @bytes: all that is to be in it
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error
 *
 * Returns: whether the file is there and gives back the same bytes
 */
gboolean
shinsa_safe_file_write (GFile         *file,
                        GBytes        *bytes,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (ShinsaSafeFile) self = shinsa_safe_file_begin (file, cancellable, error);
  g_autoptr (GError) cause = NULL;

  if (self == NULL)
    return FALSE;
  if (!g_output_stream_write_all (self->output, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, cancellable, &cause))
    return shinsa_safe_file_refuse (file, cause, error);
  return shinsa_safe_file_commit (self, cancellable, error) &&
         read_back (file, bytes, cancellable, error);
}

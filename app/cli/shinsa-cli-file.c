/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-file.h"

#include "shinsa-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define STREAM "-"
#define PIECE 65536

struct _ShinsaCliFile
{
  GFile *file;
  GFile *folder;  /* that goes with the file; NULL for a file of the user's */
};

static gboolean
set_error (const char    *name,
           const GError  *cause,
           GError       **error)
{
  g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
               _("“%s” cannot be used: %s. Nothing was changed."), name, cause->message);

  return FALSE;
}

/* Sentences about the file name it, so it is called what it stands for. */
static ShinsaCliFile *
new_stream (const char  *name,
            GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shinsactl-XXXXXX", &cause);
  ShinsaCliFile *self = NULL;

  if (folder == NULL)
    {
      set_error (name, cause, error);
      return NULL;
    }
  self = g_new0 (ShinsaCliFile, 1);
  self->folder = g_file_new_for_path (folder);
  self->file = g_file_get_child (self->folder, name);

  return self;
}

static gboolean
fill_from_stream (GFile   *file,
                  GError **error)
{
  g_autoptr (GFileOutputStream) stream =
    g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  g_autofree char *piece = g_malloc (PIECE);
  gsize length = 0;

  if (stream == NULL)
    return FALSE;
  while ((length = fread (piece, 1, PIECE, stdin)) > 0)
    {
      if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), piece, length, NULL, NULL, error))
        return FALSE;
    }
  /* What breaks off is not taken for all there is. */
  if (ferror (stdin))
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/**
 * shinsa_cli_file_open_input:
 * @name: a path, or "-" for standard input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is read
 */
ShinsaCliFile *
shinsa_cli_file_open_input (const char  *name,
                            GError     **error)
{
  g_autoptr (ShinsaCliFile) self = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_str_equal (name, STREAM))
    {
      self = g_new0 (ShinsaCliFile, 1);
      self->file = g_file_new_for_commandline_arg (name);
    }
  else if (!(self = new_stream ("standard-input", error)))
    return NULL;
  else if (!fill_from_stream (self->file, &cause))
    {
      set_error ("standard-input", cause, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * shinsa_cli_file_open_output:
 * @cli: this call
 * @name: a path, or "-" for standard output
 * @error: return location for %SHINSA_ERROR_USAGE or an error
 *
 * Returns: (transfer full) (nullable): where to write
 */
ShinsaCliFile *
shinsa_cli_file_open_output (ShinsaCli   *cli,
                             const char  *name,
                             GError     **error)
{
  ShinsaCliFile *self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_equal (name, STREAM) && shinsa_cli_wants_json (cli))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                           _("“-o -” and “--json” both want standard output. Leave one of them "
                             "out."));
      return NULL;
    }
  if (g_str_equal (name, STREAM))
    return new_stream ("standard-output", error);
  self = g_new0 (ShinsaCliFile, 1);
  self->file = g_file_new_for_commandline_arg (name);

  return self;
}

/**
 * shinsa_cli_file_get:
 * @self: a file
 *
 * Returns: (transfer none): the real file to read or to write
 */
GFile *
shinsa_cli_file_get (ShinsaCliFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

/**
 * shinsa_cli_file_is_stream:
 * @self: a file
 *
 * Returns: whether it was named "-"
 */
gboolean
shinsa_cli_file_is_stream (ShinsaCliFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->folder != NULL;
}

static gboolean
copy_to_stream (GFile   *file,
                GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *piece = g_malloc (PIECE);
  gssize length = 0;

  if (stream == NULL)
    return FALSE;
  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), piece, PIECE, NULL, error)) > 0)
    {
      /* What does not arrive is seen when the program ends. */
      if (fwrite (piece, 1, length, stdout) < (gsize) length)
        break;
    }

  return length >= 0;
}

/**
 * shinsa_cli_file_finish:
 * @self: what was written
 * @error: return location for an error
 *
 * Hands what was written on to standard output, if that is where it goes.
 *
 * Returns: whether it could be read back
 */
gboolean
shinsa_cli_file_finish (ShinsaCliFile  *self,
                        GError        **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->folder != NULL && !copy_to_stream (self->file, &cause))
    return set_error ("standard-output", cause, error);

  return TRUE;
}

/**
 * shinsa_cli_file_put:
 * @self: what was written
 * @cli: this call
 *
 * Says where it is. Who gets it on standard output sees it there.
 *
 * Returns: %TRUE, for a verb to return
 */
gboolean
shinsa_cli_file_put (ShinsaCliFile *self,
                     ShinsaCli     *cli)
{
  g_autofree char *name = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->folder != NULL)
    return TRUE;
  name = g_file_get_parse_name (self->file);
  shinsa_cli_say (cli, _("“%s” was written."), name);
  if (!shinsa_cli_wants_json (cli))
    return TRUE;
  object = json_object_new ();
  json_object_set_string_member (object, "file", name);

  return shinsa_cli_put_object (cli, object);
}

void
shinsa_cli_file_free (ShinsaCliFile *self)
{
  if (self->folder != NULL)
    {
      g_file_delete (self->file, NULL, NULL);
      g_file_delete (self->folder, NULL, NULL);
    }
  g_clear_object (&self->file);
  g_clear_object (&self->folder);
  g_free (self);
}

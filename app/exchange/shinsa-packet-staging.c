/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-staging.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "shinsa-error.h"

#define PREFIX ".packet-"

/* How many bytes are written before the room on the disk is looked at again. */
#define STRIDE (16 * 1024 * 1024)

struct _ShinsaPacketStaging
{
  char             *folder;
  GFile            *file;
  GFileIOStream    *stream;
  GOutputStream    *output;
  GDataInputStream *input;
  gint64            spare;    /* bytes that have to stay free */
  gint64            size;
  gint64            checked;  /* size at which the room was looked at */
};

static gboolean
refuse (ShinsaPacketStaging *self,
        const GError        *cause,
        GError             **error)
{
  g_autofree char *name = g_filename_display_name (self->folder);

  g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
               _("The folder “%s” cannot be written to: %s. Nothing was taken in. "
                 "Change its permissions or make room, and try again."), name, cause->message);
  return FALSE;
}

/* What is staged is written once more, into the store; so twice the room is wanted. */
static gboolean
check_room (ShinsaPacketStaging *self,
            GError             **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *name = g_filename_display_name (self->folder);
  g_autoptr (GFileInfo) info = NULL;

  self->checked = self->size;
  info = g_file_query_filesystem_info (folder, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  /* Where the system cannot tell, a full disk shows when it is written to. */
  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >=
      (guint64) (self->spare + self->size))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_DISK_FULL,
               _("There is not enough room left in “%s”. Nothing was taken in. "
                 "Make room and try again."), name);
  return FALSE;
}

/* What a computer left that lost its power between making the file and taking its name away. Where
 * a file is in use it has no name any more, or cannot be deleted. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, PREFIX))
        g_unlink (path);
    }
}

/**
 * shinsa_packet_staging_new:
 * @folder: a folder on this computer
 * @limits: says how much room has to stay free
 *
 * Returns: (transfer full) (nullable): an empty staging file, or %NULL with @error set
 */
ShinsaPacketStaging *
shinsa_packet_staging_new (const char               *folder,
                           const ShinsaPacketLimits *limits,
                           GError                  **error)
{
  g_autoptr (ShinsaPacketStaging) self = g_new0 (ShinsaPacketStaging, 1);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (PREFIX, id, NULL);
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (folder != NULL && limits != NULL, NULL);

  self->folder = g_strdup (folder);
  self->file = g_file_new_build_filename (folder, name, NULL);
  self->spare = limits->spare;
  if (!check_room (self, error))
    return NULL;

  sweep (folder);
  self->stream = g_file_create_readwrite (self->file, G_FILE_CREATE_PRIVATE, NULL, &cause);
  if (self->stream == NULL)
    {
      refuse (self, cause, error);
      return NULL;
    }

  /* Without a name it cannot stay behind, whatever happens; not every system can do that. */
  g_file_delete (self->file, NULL, NULL);
  self->output = g_buffered_output_stream_new
    (g_io_stream_get_output_stream (G_IO_STREAM (self->stream)));
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->output), FALSE);
  return g_steal_pointer (&self);
}

void
shinsa_packet_staging_free (ShinsaPacketStaging *self)
{
  g_clear_object (&self->input);
  g_clear_object (&self->output);
  g_clear_object (&self->stream);
  if (self->file != NULL)
    g_file_delete (self->file, NULL, NULL);
  g_clear_object (&self->file);
  g_free (self->folder);
  g_free (self);
}

/**
 * shinsa_packet_staging_append:
 * @line: a line without its end
 * @length: how many bytes it has
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_staging_append (ShinsaPacketStaging *self,
                              const char          *line,
                              gsize                length,
                              GError             **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_write_all (self->output, line, length, NULL, NULL, &cause) ||
      !g_output_stream_write_all (self->output, "\n", 1, NULL, NULL, &cause))
    return refuse (self, cause, error);
  self->size += length + 1;
  return self->size - self->checked < STRIDE || check_room (self, error);
}

/**
 * shinsa_packet_staging_rewind:
 *
 * Ends the writing; from here on the lines are read, from the first one on.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_staging_rewind (ShinsaPacketStaging  *self,
                              GError              **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_flush (self->output, NULL, &cause) ||
      !g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, NULL, &cause))
    return refuse (self, cause, error);

  g_clear_object (&self->input);
  self->input = g_data_input_stream_new
    (g_io_stream_get_input_stream (G_IO_STREAM (self->stream)));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (self->input), FALSE);
  return check_room (self, error);
}

/**
 * shinsa_packet_staging_next:
 * @line: (out) (transfer full) (nullable): the next line; %NULL after the last one
 * @length: (out): how many bytes it has
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_staging_next (ShinsaPacketStaging *self,
                            char               **line,
                            gsize               *length,
                            GError             **error)
{
  g_autoptr (GError) cause = NULL;

  *line = g_data_input_stream_read_line (self->input, length, NULL, &cause);
  return cause == NULL || refuse (self, cause, error);
}

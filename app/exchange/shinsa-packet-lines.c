/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-safe-file.h"
#include "shinsa-error.h"

#define BLOCK 65536

struct _ShinsaPacketLines
{
  char               *name;
  GInputStream       *stream;
  GConverter         *unpacker;
  GChecksum          *digest;       /* of all lines before the current one */
  ShinsaPacketLimits  limits;

  guint8              packed[BLOCK];
  gsize               packed_at;
  gsize               packed_end;
  gboolean            at_end;       /* of the file */
  gboolean            unpacked;     /* the gzip stream has come to its end */

  GByteArray         *text;         /* what was unpacked lately */
  gsize               line_at;      /* where the current line begins in it */
  gsize               line_length;  /* of the current line, with its end */
  gint64              inflated;
  guint               number;       /* of the current line, from 1 */
};

/* --- The file --- */

static gboolean
refuse_file (ShinsaPacketLines *self,
             const GError      *cause,
             GError           **error)
{
  ShinsaError code = shinsa_error_from_io (cause);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (code == SHINSA_ERROR_NOT_FOUND)
    g_set_error (error, SHINSA_ERROR, code,
                 _("“%s” is not there. Nothing was taken in. Please check the file name."),
                 self->name);
  else
    g_set_error (error, SHINSA_ERROR, code,
                 _("“%s” cannot be read: %s. Nothing was taken in. "
                   "Copy it to this computer and try again."), self->name, cause->message);
  return FALSE;
}

/* After it there is something packed to read, or the file is at its end. */
static gboolean
read_block (ShinsaPacketLines *self,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (GError) cause = NULL;
  gsize n_read = 0;

  memmove (self->packed, self->packed + self->packed_at, self->packed_end - self->packed_at);
  self->packed_end -= self->packed_at;
  self->packed_at = 0;

  if (!g_input_stream_read_all (self->stream, self->packed + self->packed_end,
                                BLOCK - self->packed_end, &n_read, cancellable, &cause))
    return refuse_file (self, cause, error);
  self->packed_end += n_read;
  self->at_end = n_read == 0;
  return TRUE;
}

/* --- The first line --- */

static gboolean
refuse_stranger (ShinsaPacketLines  *self,
                 GError            **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” is not a packet of Shinsa. Nothing was taken in. "
                 "Please check which file was chosen."), self->name);
  return FALSE;
}

static gboolean
refuse_end (ShinsaPacketLines  *self,
            GError            **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” ends in the middle (after line %u). Nothing was taken in. "
                 "Copy it again from its source."), self->name, self->number);
  return FALSE;
}

/* A first line that is not ours, letter by letter: of a newer version, or of something else. */
static gboolean
judge_first_line (ShinsaPacketLines  *self,
                  gsize               length,
                  GError            **error)
{
  g_autoptr (JsonNode) node = shinsa_json_read ((const char *) self->packed, length, NULL);
  JsonObject *object = node != NULL ? shinsa_json_root (node, NULL) : NULL;
  const char *magic = object != NULL ? shinsa_json_get_string (object, "", "magic", NULL) : NULL;
  gint64 format = 0;

  if (g_strcmp0 (magic, SHINSA_PACKET_MAGIC) != 0 ||
      !shinsa_json_get_int (object, "", "format", 1, SHINSA_JSON_MAX_INTEGER, &format, NULL))
    return refuse_stranger (self, error);

  if (format > SHINSA_PACKET_FORMAT)
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NEWER,
                 _("“%s” was made by a newer version of Shinsa. Nothing was taken in. "
                   "Install that version and take the file in again."), self->name);
  else
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                 _("“%s”, line 1: the packet is encrypted or was changed on its way. "
                   "Nothing was taken in. Ask its sender for a plain one."), self->name);
  return FALSE;
}

static gboolean
read_first_line (ShinsaPacketLines  *self,
                 GCancellable       *cancellable,
                 GError            **error)
{
  const gsize length = strlen (SHINSA_PACKET_FIRST_LINE);
  const guint8 *end;

  if (!read_block (self, cancellable, error))
    return FALSE;
  if (self->packed_end == 0)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("“%s” is empty. Nothing was taken in. Copy it again from its source."),
                   self->name);
      return FALSE;
    }

  if (memcmp (self->packed, SHINSA_PACKET_FIRST_LINE, MIN (length, self->packed_end)) != 0)
    {
      end = memchr (self->packed, '\n', self->packed_end);
      return end == NULL ? refuse_stranger (self, error)
                         : judge_first_line (self, end - self->packed, error);
    }
  if (self->packed_end < length)
    return refuse_end (self, error);

  g_checksum_update (self->digest, self->packed, length);
  self->packed_at = length;
  self->inflated = length;
  self->number = 1;
  return TRUE;
}

/**
 * shinsa_packet_lines_open:
 * @file: the packet
 * @limits: ceilings that are not to be passed
 *
 * Opens the file and reads its first line.
 *
 * Returns: (transfer full) (nullable): the lines, or %NULL with @error set
 */
ShinsaPacketLines *
shinsa_packet_lines_open (GFile                    *file,
                          const ShinsaPacketLimits *limits,
                          GCancellable             *cancellable,
                          GError                  **error)
{
  g_autoptr (ShinsaPacketLines) self = g_new0 (ShinsaPacketLines, 1);
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && limits != NULL, NULL);

  self->name = shinsa_packet_file_name (file);
  self->limits = *limits;
  self->unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  self->digest = g_checksum_new (G_CHECKSUM_SHA256);
  self->text = g_byte_array_new ();

  if (shinsa_safe_file_check (file, cancellable, &cause))
    self->stream = G_INPUT_STREAM (g_file_read (file, cancellable, &cause));
  if (self->stream == NULL)
    {
      refuse_file (self, cause, error);
      return NULL;
    }
  if (!read_first_line (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
shinsa_packet_lines_free (ShinsaPacketLines *self)
{
  g_free (self->name);
  g_clear_object (&self->stream);
  g_clear_object (&self->unpacker);
  g_checksum_free (self->digest);
  g_byte_array_unref (self->text);
  g_free (self);
}

/**
 * shinsa_packet_lines_name:
 *
 * Returns: (not nullable): the name of the file, for people
 */
const char *
shinsa_packet_lines_name (ShinsaPacketLines *self)
{
  return self->name;
}

/**
 * shinsa_packet_lines_number:
 *
 * Returns: the number of the line that was handed out last, from 1
 */
guint
shinsa_packet_lines_number (ShinsaPacketLines *self)
{
  return self->number;
}

/**
 * shinsa_packet_lines_digest:
 *
 * Returns: (transfer full): SHA-256 of all lines before the one that was handed out last, hex
 */
char *
shinsa_packet_lines_digest (ShinsaPacketLines *self)
{
  g_autoptr (GChecksum) copy = g_checksum_copy (self->digest);

  return g_strdup (g_checksum_get_string (copy));
}

/* --- The lines after it --- */

static gboolean
refuse_damage (ShinsaPacketLines  *self,
               GError            **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” is damaged after line %u. Nothing was taken in. "
                 "Copy it again from its source."), self->name, self->number);
  return FALSE;
}

static gboolean
check_size (ShinsaPacketLines  *self,
            gsize               unpacked,
            GError            **error)
{
  self->inflated += unpacked;
  if (self->inflated <= self->limits.inflated)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
               _("“%s” unpacks to more than %lld bytes. Nothing was taken in. "
                 "Ask its sender for smaller files."),
               self->name, (long long) self->limits.inflated);
  return FALSE;
}

/* Unpacks a block; where the packed bytes do not suffice for it, reads more of them. */
static gboolean
unpack (ShinsaPacketLines  *self,
        GCancellable       *cancellable,
        GError            **error)
{
  g_autoptr (GError) cause = NULL;
  guint8 block[BLOCK];
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result;

  if (self->packed_at == self->packed_end && !self->at_end)
    return read_block (self, cancellable, error);

  result = g_converter_convert (self->unpacker,
                                self->packed + self->packed_at,
                                self->packed_end - self->packed_at,
                                block, sizeof block,
                                self->at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS,
                                &n_read, &n_written, &cause);
  if (result == G_CONVERTER_ERROR)
    {
      if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        return refuse_damage (self, error);
      return self->at_end ? refuse_end (self, error) : read_block (self, cancellable, error);
    }

  self->packed_at += n_read;
  self->unpacked = result == G_CONVERTER_FINISHED;
  g_byte_array_append (self->text, block, n_written);
  return check_size (self, n_written, error);
}

static gboolean
check_nothing_follows (ShinsaPacketLines  *self,
                       GCancellable       *cancellable,
                       GError            **error)
{
  if (self->packed_at == self->packed_end && !read_block (self, cancellable, error))
    return FALSE;
  if (self->packed_at == self->packed_end)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” goes on after its end (line %u). Nothing was taken in. "
                 "Copy it again from its source."), self->name, self->number);
  return FALSE;
}

static gboolean
refuse_long_line (ShinsaPacketLines  *self,
                  GError            **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
               _("“%s”, line %u: the line is longer than %zu bytes. "
                 "Nothing was taken in. Ask its sender for the file again."),
               self->name, self->number + 1, self->limits.line);
  return FALSE;
}

/* Moves to where the next line begins. */
static void
leave_line (ShinsaPacketLines *self)
{
  if (self->line_length > 0)
    g_checksum_update (self->digest, self->text->data + self->line_at, self->line_length);
  self->line_at += self->line_length;
  self->line_length = 0;
}

/* Looks for the end of the line in what is unpacked, and unpacks until it is there. */
static gboolean
find_end (ShinsaPacketLines *self,
          GCancellable      *cancellable,
          GError           **error)
{
  gsize seen = self->line_at;

  for (;;)
    {
      const guint8 *end = self->text->len == seen
        ? NULL : memchr (self->text->data + seen, '\n', self->text->len - seen);

      if (end != NULL)
        {
          self->line_length = end + 1 - (self->text->data + self->line_at);
          return TRUE;
        }
      if (self->text->len - self->line_at >= self->limits.line || self->unpacked)
        return TRUE;

      if (self->line_at > 0)
        g_byte_array_remove_range (self->text, 0, self->line_at);
      self->line_at = 0;
      seen = self->text->len;
      if (!unpack (self, cancellable, error))
        return FALSE;
    }
}

/**
 * shinsa_packet_lines_next:
 * @line: (out) (nullable) (transfer none): the next line without its end, valid until the next
 *   call; %NULL where there is none and the file ends as it should
 * @length: (out): how many bytes it has
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_lines_next (ShinsaPacketLines *self,
                          const char       **line,
                          gsize             *length,
                          GCancellable      *cancellable,
                          GError           **error)
{
  gsize left;

  leave_line (self);
  *line = NULL;
  *length = 0;
  if (!find_end (self, cancellable, error))
    return FALSE;

  left = self->text->len - self->line_at;
  if (left == 0)
    return check_nothing_follows (self, cancellable, error);
  if (self->line_length > self->limits.line ||
      (self->line_length == 0 && left >= self->limits.line))
    return refuse_long_line (self, error);
  if (self->line_length == 0)
    return refuse_damage (self, error);

  self->number++;
  *line = (const char *) self->text->data + self->line_at;
  *length = self->line_length - 1;
  return TRUE;
}

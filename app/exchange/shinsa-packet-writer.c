/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-writer.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/shinsa-json.h"
#include "exchange/shinsa-packet-reader.h"
#include "exchange/shinsa-safe-file.h"
#include "shinsa-error.h"

#define COMPRESSION_LEVEL 6

struct _ShinsaPacketWriter
{
  GFile            *file;
  char             *round;
  GCancellable     *cancellable;
  ShinsaSafeFile   *output;
  GOutputStream    *packed;     /* into the output, after the first line */
  GChecksum        *digest;
  ShinsaPacketInfo *info;       /* what was written so far */

  GByteArray       *pending;    /* of the document, not yet enough for a chunk */
  char             *document;
  gint64            left;       /* bytes of it that are still to come */
  gint64            position;   /* of its next chunk */
};

static gboolean
write_bytes (ShinsaPacketWriter  *self,
             GOutputStream       *stream,
             const char          *bytes,
             gsize                length,
             GError             **error)
{
  g_autoptr (GError) cause = NULL;

  g_checksum_update (self->digest, (const guchar *) bytes, length);
  return g_output_stream_write_all (stream, bytes, length, NULL, self->cancellable, &cause) ||
         shinsa_safe_file_refuse (self->file, cause, error);
}

/* --- Beginning --- */

/* Without a file name and a time in it, the same content packs to the same bytes. */
static void
open_packed (ShinsaPacketWriter *self)
{
  g_autoptr (GConverter) packer =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, COMPRESSION_LEVEL));

  self->packed = g_converter_output_stream_new (shinsa_safe_file_get_stream (self->output),
                                                packer);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->packed), FALSE);
}

/**
 * shinsa_packet_writer_new:
 * @file: where to; it appears there when all of it is written
 * @round: root key of the round, hex
 *
 * Begins a packet in a file of its own beside @file.
 *
 * Returns: (transfer full) (nullable): the writer, or %NULL with @error set
 */
ShinsaPacketWriter *
shinsa_packet_writer_new (GFile         *file,
                          const char    *round,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (ShinsaPacketWriter) self = g_new0 (ShinsaPacketWriter, 1);

  g_return_val_if_fail (G_IS_FILE (file) && round != NULL, NULL);

  self->file = g_object_ref (file);
  self->round = g_strdup (round);
  g_set_object (&self->cancellable, cancellable);
  self->digest = g_checksum_new (G_CHECKSUM_SHA256);
  self->info = shinsa_packet_info_new ();
  self->pending = g_byte_array_new ();

  self->output = shinsa_safe_file_begin (file, cancellable, error);
  if (self->output == NULL)
    return NULL;
  open_packed (self);
  if (!write_bytes (self, shinsa_safe_file_get_stream (self->output), SHINSA_PACKET_FIRST_LINE,
                    strlen (SHINSA_PACKET_FIRST_LINE), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * shinsa_packet_writer_free:
 *
 * What is not finished is gone.
 */
void
shinsa_packet_writer_free (ShinsaPacketWriter *self)
{
  g_clear_object (&self->packed);
  g_clear_pointer (&self->output, shinsa_safe_file_free);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_checksum_free (self->digest);
  g_clear_pointer (&self->info, shinsa_packet_info_free);
  g_byte_array_unref (self->pending);
  g_free (self->document);
  g_free (self->round);
  g_free (self);
}

/* --- Lines --- */

static gboolean
write_text (ShinsaPacketWriter  *self,
            const char          *text,
            GError             **error)
{
  return write_bytes (self, self->packed, text, strlen (text), error);
}

static gboolean
write_line (ShinsaPacketWriter  *self,
            JsonObject          *line,
            GError             **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) bytes = NULL;

  json_node_set_object (node, line);
  bytes = shinsa_json_write (node);
  return write_bytes (self, self->packed, g_bytes_get_data (bytes, NULL),
                      g_bytes_get_size (bytes), error) &&
         write_text (self, "\n", error);
}

/* Bytes that are hashed elsewhere go out as they are; around them the line is canonical, too. */
static gboolean
write_around (ShinsaPacketWriter  *self,
              const char          *before,
              GBytes              *bytes,
              const char          *after,
              GError             **error)
{
  return write_text (self, before, error) &&
         write_bytes (self, self->packed, g_bytes_get_data (bytes, NULL),
                      g_bytes_get_size (bytes), error) &&
         write_text (self, after, error);
}

/**
 * shinsa_packet_writer_feed:
 * @feed: public key of the feed, hex; the register's first
 * @member: whose it is; "" for the desk
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_feed (ShinsaPacketWriter  *self,
                           const char          *feed,
                           const char          *member,
                           GError             **error)
{
  g_autoptr (JsonObject) line = json_object_new ();

  json_object_set_string_member (line, "feed", feed);
  json_object_set_string_member (line, "line", "feed");
  json_object_set_string_member (line, "member", member);
  json_object_set_string_member (line, "round", self->round);
  self->info->feeds++;
  return write_line (self, line, error);
}

/**
 * shinsa_packet_writer_entry:
 * @header: the bytes of the next entry of the feed
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_entry (ShinsaPacketWriter  *self,
                            GBytes              *header,
                            GError             **error)
{
  self->info->entries++;
  return write_around (self, "{\"header\":", header, ",\"line\":\"entry\"}\n", error);
}

/**
 * shinsa_packet_writer_body:
 * @hash: SHA-256 of the bytes, hex
 * @bytes: the body
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_body (ShinsaPacketWriter  *self,
                           const char          *hash,
                           GBytes              *bytes,
                           GError             **error)
{
  g_autofree char *after = g_strdup_printf (",\"hash\":\"%s\",\"line\":\"body\"}\n", hash);

  self->info->bodies++;
  return write_around (self, "{\"body\":", bytes, after, error);
}

/**
 * shinsa_packet_writer_head:
 * @head: the signed head of a feed in the packet, which ends there
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_head (ShinsaPacketWriter   *self,
                           const ShinsaHeadRow  *head,
                           GError              **error)
{
  g_autoptr (JsonObject) line = json_object_new ();

  json_object_set_string_member (line, "feed", head->feed);
  json_object_set_string_member (line, "hash", head->hash);
  json_object_set_string_member (line, "line", "head");
  json_object_set_string_member (line, "round", self->round);
  json_object_set_int_member (line, "seq", head->seq);
  json_object_set_string_member (line, "signature", head->signature);
  return write_line (self, line, error);
}

/* --- Documents --- */

/* What an application says about a document is not what the store found out itself. */
static gboolean
refuse_size (ShinsaPacketWriter  *self,
             GError             **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("The document %s is not as large as its application says. Nothing was written. "
                 "Run “shinsactl store check”."), self->document);
  return FALSE;
}

/**
 * shinsa_packet_writer_document:
 * @hash: SHA-256 of the document, hex
 * @size: its bytes
 *
 * Begins a document. Its bytes follow with shinsa_packet_writer_append().
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_document (ShinsaPacketWriter  *self,
                               const char          *hash,
                               gint64               size,
                               GError             **error)
{
  g_autoptr (JsonObject) line = json_object_new ();
  gint64 chunks = (size + SHINSA_PACKET_CHUNK_MAX - 1) / SHINSA_PACKET_CHUNK_MAX;

  if (self->left > 0)
    return refuse_size (self, error);
  g_free (self->document);
  self->document = g_strdup (hash);
  self->left = size;
  self->position = 0;
  self->info->documents++;

  json_object_set_int_member (line, "chunks", chunks);
  json_object_set_string_member (line, "hash", hash);
  json_object_set_string_member (line, "line", "document");
  json_object_set_int_member (line, "size", size);
  return write_line (self, line, error);
}

static gboolean
write_chunk (ShinsaPacketWriter  *self,
             gsize                size,
             GError             **error)
{
  g_autoptr (JsonObject) line = json_object_new ();
  g_autofree char *data = g_base64_encode (self->pending->data, size);

  json_object_set_string_member (line, "data", data);
  json_object_set_string_member (line, "hash", self->document);
  json_object_set_string_member (line, "line", "chunk");
  json_object_set_int_member (line, "position", self->position);
  g_byte_array_remove_range (self->pending, 0, size);
  self->left -= size;
  self->position++;
  self->info->chunks++;
  return write_line (self, line, error);
}

/**
 * shinsa_packet_writer_append:
 * @bytes: the next bytes of the document, as many as are at hand
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_append (ShinsaPacketWriter  *self,
                             GBytes              *bytes,
                             GError             **error)
{
  g_byte_array_append (self->pending, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (self->pending->len > self->left)
    return refuse_size (self, error);

  while (self->pending->len > 0 &&
         (self->pending->len >= SHINSA_PACKET_CHUNK_MAX || self->pending->len == self->left))
    {
      if (!write_chunk (self, MIN (self->pending->len, SHINSA_PACKET_CHUNK_MAX), error))
        return FALSE;
    }
  return TRUE;
}

/* --- The end --- */

static JsonObject *
make_counts (const ShinsaPacketInfo *info)
{
  JsonObject *counts = json_object_new ();

  json_object_set_int_member (counts, "bodies", info->bodies);
  json_object_set_int_member (counts, "chunks", info->chunks);
  json_object_set_int_member (counts, "documents", info->documents);
  json_object_set_int_member (counts, "entries", info->entries);
  json_object_set_int_member (counts, "feeds", info->feeds);
  return counts;
}

static gboolean
write_end (ShinsaPacketWriter  *self,
           const char          *purpose,
           const char          *recipient,
           ShinsaIdentity      *sender,
           GError             **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) line = json_object_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *signature = NULL;
  JsonArray *recipients = json_array_new ();

  self->info->digest = g_strdup (g_checksum_get_string (self->digest));
  json_array_add_string_element (recipients, recipient);
  json_object_set_object_member (line, "counts", make_counts (self->info));
  json_object_set_string_member (line, "digest", self->info->digest);
  json_object_set_string_member (line, "line", "end");
  json_object_set_string_member (line, "purpose", purpose);
  json_object_set_array_member (line, "recipients", recipients);
  json_object_set_string_member (line, "round", self->round);
  json_object_set_string_member (line, "sender", shinsa_identity_get_feed (sender));

  json_node_set_object (node, line);
  bytes = shinsa_json_write (node);
  signature = shinsa_identity_sign (sender, SHINSA_PACKET_CONTEXT, bytes);
  json_object_set_string_member (line, "signature", signature);

  /* The digest is closed; it does not cover the line it stands in. */
  g_checksum_reset (self->digest);
  return write_line (self, line, error);
}

static gboolean
put_in_place (ShinsaPacketWriter  *self,
              GError             **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_close (self->packed, self->cancellable, &cause))
    return shinsa_safe_file_refuse (self->file, cause, error);
  return shinsa_safe_file_commit (self->output, self->cancellable, error);
}

static gboolean
read_back (ShinsaPacketWriter  *self,
           GError             **error)
{
  g_autofree char *name = shinsa_packet_file_name (self->file);
  g_autoptr (GError) cause = NULL;
  g_autoptr (ShinsaPacketInfo) info = NULL;

  info = shinsa_packet_check (self->file, &shinsa_packet_limits, NULL, self->cancellable, &cause);
  if (info != NULL && g_str_equal (info->digest, self->info->digest))
    return TRUE;

  g_file_delete (self->file, NULL, NULL);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED,
                 _("“%s” could be written, but not read again, and was removed. Nothing here was "
                   "lost. Check the medium and write it again."), name);
  return FALSE;
}

/**
 * shinsa_packet_writer_finish:
 * @purpose: what the packet is for
 * @recipient: a member's id, or %SHINSA_RECIPIENT_DESK
 * @sender: the key of the desk; for a submission, that of the feed
 *
 * Signs the packet, brings it to the disk, gives it its name and reads it back as its recipient
 * will.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_writer_finish (ShinsaPacketWriter  *self,
                             const char          *purpose,
                             const char          *recipient,
                             ShinsaIdentity      *sender,
                             GError             **error)
{
  g_return_val_if_fail (SHINSA_IS_IDENTITY (sender), FALSE);

  if (self->left > 0)
    return refuse_size (self, error);
  return write_end (self, purpose, recipient, sender, error) &&
         put_in_place (self, error) &&
         read_back (self, error);
}

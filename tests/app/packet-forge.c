/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "packet-forge.h"

#include <string.h>

#include "exchange/shinsa-json.h"
#include "exchange/shinsa-packet.h"

struct _PacketForge
{
  GPtrArray *lines;  /* (element-type utf8): without their ends; the first one is in clear */
};

static GBytes *
convert (GConverter *converter,
         const char *bytes,
         gsize       length)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (input, converter);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

GBytes *
packet_forge_gzip (const char *bytes,
                   gsize       length)
{
  g_autoptr (GConverter) packer =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));

  return convert (packer, bytes, length);
}

PacketForge *
packet_forge_new (GFile *file)
{
  PacketForge *self = g_new0 (PacketForge, 1);
  g_autoptr (GConverter) unpacker =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *packed = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;
  const char *start;

  g_file_load_contents (file, NULL, &packed, &length, NULL, &error);
  g_assert_no_error (error);
  start = strchr (packed, '\n') + 1;
  bytes = convert (unpacker, start, length - (start - packed));

  self->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->lines, g_strndup (packed, start - packed - 1));
  packed = (g_free (packed), g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  lines = g_strsplit (packed, "\n", -1);
  for (guint i = 0; *lines[i] != '\0'; i++)
    g_ptr_array_add (self->lines, g_strdup (lines[i]));
  return self;
}

void
packet_forge_free (PacketForge *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* The place of the nth line of a kind, from 0. */
guint
packet_forge_find (PacketForge *self,
                   const char  *kind,
                   guint        nth)
{
  g_autofree char *member = g_strdup_printf ("\"line\":\"%s\"", kind);

  for (guint i = 1; i < self->lines->len; i++)
    {
      if (strstr (packet_forge_line (self, i), member) != NULL && nth-- == 0)
        return i;
    }
  g_assert_not_reached ();
}

const char *
packet_forge_line (PacketForge *self,
                   guint        line)
{
  g_assert_cmpuint (line, <, self->lines->len);
  return g_ptr_array_index (self->lines, line);
}

JsonNode *
packet_forge_get (PacketForge *self,
                  guint        line)
{
  const char *text = packet_forge_line (self, line);
  g_autoptr (GError) error = NULL;
  JsonNode *node = shinsa_json_read (text, strlen (text), &error);

  g_assert_no_error (error);
  return node;
}

void
packet_forge_text (PacketForge *self,
                   guint        line,
                   const char  *text)
{
  char *copy = g_strdup (text);

  packet_forge_line (self, line);
  g_free (self->lines->pdata[line]);
  self->lines->pdata[line] = copy;
}

void
packet_forge_set (PacketForge *self,
                  guint        line,
                  JsonNode    *node)
{
  g_autoptr (GBytes) bytes = shinsa_json_write (node);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  packet_forge_text (self, line, text);
}

void
packet_forge_insert (PacketForge *self,
                     guint        line,
                     const char  *text)
{
  g_ptr_array_insert (self->lines, (int) line, g_strdup (text));
}

void
packet_forge_remove (PacketForge *self,
                     guint        line)
{
  g_ptr_array_remove_index (self->lines, line);
}

/* Sets a member, such as "header/seq", to a value in JSON; %NULL takes it out. */
void
packet_forge_member (PacketForge *self,
                     guint        line,
                     const char  *path,
                     const char  *json)
{
  g_autoptr (JsonNode) node = packet_forge_get (self, line);
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  JsonObject *object = json_node_get_object (node);
  guint i;

  for (i = 0; names[i + 1] != NULL; i++)
    object = json_object_get_object_member (object, names[i]);
  if (json != NULL)
    json_object_set_member (object, names[i], json_from_string (json, NULL));
  else
    json_object_remove_member (object, names[i]);
  packet_forge_set (self, line, node);
}

/* --- The last line --- */

static guint
count (PacketForge *self,
       const char  *kind)
{
  g_autofree char *member = g_strdup_printf ("\"line\":\"%s\"", kind);
  guint found = 0;

  for (guint i = 1; i < self->lines->len; i++)
    found += strstr (packet_forge_line (self, i), member) != NULL;
  return found;
}

static void
set_counts (PacketForge *self,
            JsonObject  *end)
{
  static const char * const kinds[][2] = {
    { "bodies", "body" }, { "chunks", "chunk" }, { "documents", "document" },
    { "entries", "entry" }, { "feeds", "feed" },
  };
  JsonObject *counts = json_object_get_object_member (end, "counts");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    json_object_set_int_member (counts, kinds[i][0], count (self, kinds[i][1]));
}

static void
set_digest (PacketForge *self,
            JsonObject  *end)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      g_checksum_update (digest, (const guchar *) packet_forge_line (self, i), -1);
      g_checksum_update (digest, (const guchar *) "\n", 1);
    }
  json_object_set_string_member (end, "digest", g_checksum_get_string (digest));
}

/* Counts, hashes and signs again, as whoever has the key can. */
void
packet_forge_seal (PacketForge    *self,
                   ShinsaIdentity *key)
{
  guint last = self->lines->len - 1;
  g_autoptr (JsonNode) node = packet_forge_get (self, last);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *signature = NULL;
  JsonObject *end = json_node_get_object (node);

  set_counts (self, end);
  set_digest (self, end);
  json_object_remove_member (end, "signature");
  bytes = shinsa_json_write (node);
  signature = shinsa_identity_sign (key, SHINSA_PACKET_CONTEXT, bytes);
  json_object_set_string_member (end, "signature", signature);
  packet_forge_set (self, last, node);
}

GBytes *
packet_forge_pack (PacketForge *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;
  GByteArray *whole = g_byte_array_new ();
  const char *first = packet_forge_line (self, 0);

  for (guint i = 1; i < self->lines->len; i++)
    g_string_append_printf (text, "%s\n", packet_forge_line (self, i));
  packed = packet_forge_gzip (text->str, text->len);
  g_byte_array_append (whole, (const guint8 *) first, strlen (first));
  g_byte_array_append (whole, (const guint8 *) "\n", 1);
  g_byte_array_append (whole, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  return g_byte_array_free_to_bytes (whole);
}

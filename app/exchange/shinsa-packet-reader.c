/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-packet-reader-private.h"
#include "shinsa-error.h"

#define MEMBER_MAX 64

gboolean
shinsa_packet_refuse (GError      **error,
                      ShinsaError   code,
                      const char   *sentence)
{
  g_set_error_literal (error, SHINSA_ERROR, code, sentence);
  return FALSE;
}

/* --- Members of lines --- */

gboolean
shinsa_packet_read_hex (ShinsaPacketReader  *self,
                        const char          *member,
                        gsize                n_bytes,
                        const char         **value,
                        GError             **error)
{
  *value = shinsa_json_get_string (self->object, "", member, error);
  if (*value == NULL)
    return FALSE;
  if (shinsa_hex_is (*value, n_bytes))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("/%s: %d lowercase hexadecimal digits are needed here."), member,
               (int) n_bytes * 2);
  return FALSE;
}

gboolean
shinsa_packet_read_hash (ShinsaPacketReader  *self,
                         const char          *member,
                         const char         **value,
                         GError             **error)
{
  return shinsa_packet_read_hex (self, member, SHINSA_DIGEST_BYTES, value, error);
}

gboolean
shinsa_packet_read_count (JsonObject  *object,
                          const char  *path,
                          const char  *member,
                          gint64      *value,
                          GError     **error)
{
  return shinsa_json_get_int (object, path, member, 0, SHINSA_JSON_MAX_INTEGER, value, error);
}

gboolean
shinsa_packet_is_id (const char *text)
{
  return g_ascii_isalnum (text[0]) && strlen (text) <= MEMBER_MAX &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen (text);
}

gboolean
shinsa_packet_read_round (ShinsaPacketReader  *self,
                          GError             **error)
{
  const char *round = NULL;

  if (!shinsa_packet_read_hash (self, "round", &round, error))
    return FALSE;
  if (self->info->round == NULL)
    self->info->round = g_strdup (round);
  if (!g_str_equal (round, self->info->round))
    return shinsa_packet_refuse (error, SHINSA_ERROR_OTHER_ROUND,
                                 _("This line belongs to another round."));
  return TRUE;
}

/* --- Lines --- */

static const struct {
  const char        *name;
  ShinsaPacketPart   part;
  ShinsaPacketCheck  check;
} line_kinds[] = {
  { "feed", SHINSA_PACKET_FEEDS, shinsa_packet_check_feed },
  { "entry", SHINSA_PACKET_FEEDS, shinsa_packet_check_entry },
  { "body", SHINSA_PACKET_BODIES, shinsa_packet_check_body },
  { "head", SHINSA_PACKET_HEADS, shinsa_packet_check_head },
  { "document", SHINSA_PACKET_DOCUMENTS, shinsa_packet_check_document },
  { "chunk", SHINSA_PACKET_DOCUMENTS, shinsa_packet_check_chunk },
  { "end", SHINSA_PACKET_END, shinsa_packet_check_end },
};

static gboolean
check_kind (ShinsaPacketReader  *self,
            GError             **error)
{
  const char *name = shinsa_json_get_string (self->object, "", "line", error);

  if (name == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (line_kinds); i++)
    {
      if (!g_str_equal (name, line_kinds[i].name))
        continue;
      if (line_kinds[i].part < self->part || self->ended)
        return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                     _("This line does not stand where it belongs."));
      self->part = line_kinds[i].part;
      return line_kinds[i].check (self, error);
    }
  return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                               _("/line: there is no such kind of line."));
}

static gboolean
check_line (ShinsaPacketReader  *self,
            GError             **error)
{
  g_autoptr (JsonNode) node = shinsa_json_read (self->line, self->length, NULL);

  if (node == NULL || !shinsa_json_is_canonical (self->line, self->length, node))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("This is not JSON in its canonical form."));
  self->object = shinsa_json_root (node, error);
  return self->object != NULL && check_kind (self, error);
}

static gboolean
check_lines (ShinsaPacketReader   *self,
             ShinsaPacketStaging  *staging,
             GCancellable         *cancellable,
             GError              **error)
{
  for (;;)
    {
      g_autoptr (GError) cause = NULL;

      if (!shinsa_packet_lines_next (self->lines, &self->line, &self->length, cancellable, error))
        return FALSE;
      if (self->line == NULL)
        break;
      if (!check_line (self, &cause))
        {
          g_set_error (error, cause->domain, cause->code,
                       _("“%s”, line %u: %s Nothing was taken in. "
                         "Ask its sender for the file again."),
                       shinsa_packet_lines_name (self->lines),
                       shinsa_packet_lines_number (self->lines), cause->message);
          return FALSE;
        }
      if (staging != NULL &&
          !shinsa_packet_staging_append (staging, self->line, self->length, error))
        return FALSE;
    }

  if (self->ended)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("“%s” has no last line (after line %u). Nothing was taken in. "
                 "Ask its sender for the file again."),
               shinsa_packet_lines_name (self->lines), shinsa_packet_lines_number (self->lines));
  return FALSE;
}

static void
feed_free (ShinsaPacketFeed *feed)
{
  g_free (feed->feed);
  g_free (feed->member);
  g_free (feed->hash);
  g_free (feed);
}

static void
reader_init (ShinsaPacketReader *self)
{
  self->info = shinsa_packet_info_new ();
  self->feeds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) feed_free);
  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
reader_clear (ShinsaPacketReader *self)
{
  g_clear_pointer (&self->info, shinsa_packet_info_free);
  g_clear_pointer (&self->feeds, g_hash_table_unref);
  g_clear_pointer (&self->bodies, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->checksum, g_checksum_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShinsaPacketReader, reader_clear)

/**
 * shinsa_packet_check:
 * @file: a packet
 * @limits: ceilings that are not to be passed
 * @staging: (nullable): where to keep its lines without the first one
 *
 * Reads a packet from its first byte to its last and believes nothing: ceilings, structure,
 * canonical form, hashes, chains and signatures. What cannot be seen without the store, whether
 * the round is known and the sender the right one, is left to who takes it in.
 *
 * Returns: (transfer full) (nullable): what it says about itself, or %NULL with @error set
 */
ShinsaPacketInfo *
shinsa_packet_check (GFile                     *file,
                     const ShinsaPacketLimits  *limits,
                     ShinsaPacketStaging       *staging,
                     GCancellable              *cancellable,
                     GError                   **error)
{
  g_autoptr (ShinsaPacketLines) lines = NULL;
  g_auto (ShinsaPacketReader) reader = { NULL };

  g_return_val_if_fail (G_IS_FILE (file) && limits != NULL, NULL);

  lines = shinsa_packet_lines_open (file, limits, cancellable, error);
  if (lines == NULL)
    return NULL;

  reader_init (&reader);
  reader.lines = lines;
  reader.limits = limits;
  if (!check_lines (&reader, staging, cancellable, error))
    return NULL;
  return g_steal_pointer (&reader.info);
}

/**
 * shinsa_packet_show:
 * @file: a packet
 *
 * Says what a packet is without taking anything in. It is checked as wholly as when it is.
 *
 * Returns: (transfer full) (nullable): what it says about itself, or %NULL with @error set
 */
ShinsaPacketInfo *
shinsa_packet_show (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return shinsa_packet_check (file, &shinsa_packet_limits, NULL, cancellable, error);
}

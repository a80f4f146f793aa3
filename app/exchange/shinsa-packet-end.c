/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-identity.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"

/* --- Documents --- */

static gboolean
finish_document (ShinsaPacketReader  *self,
                 GError             **error)
{
  if (self->document == NULL)
    return TRUE;
  if (self->chunks > 0 || self->left > 0)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("Parts of the document before this line are missing."));
  if (!g_str_equal (g_checksum_get_string (self->checksum), self->document))
    return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                 _("The hash is not that of the document before this line."));
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->checksum, g_checksum_free);
  return TRUE;
}

gboolean
shinsa_packet_check_document (ShinsaPacketReader  *self,
                              GError             **error)
{
  const char *hash = NULL;

  if (!finish_document (self, error) ||
      !shinsa_json_only_members (self->object, "", error, "chunks", "hash", "line", "size",
                                 NULL) ||
      !shinsa_packet_read_count (self->object, "", "chunks", &self->chunks, error) ||
      !shinsa_packet_read_hash (self, "hash", &hash, error) ||
      !shinsa_packet_read_count (self->object, "", "size", &self->left, error))
    return FALSE;

  if (!g_hash_table_remove (self->files, hash))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("No application has this document, or it is here twice."));
  if (self->left > self->limits->inflated)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("/size: a document may have %lld bytes at most."),
                   (long long) self->limits->inflated);
      return FALSE;
    }

  self->document = g_strdup (hash);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->position = 0;
  self->info->documents++;
  return TRUE;
}

gboolean
shinsa_packet_check_chunk (ShinsaPacketReader  *self,
                           GError             **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  const char *hash = NULL;
  gint64 position = 0;
  gint64 size;

  if (!shinsa_json_only_members (self->object, "", error, "data", "hash", "line", "position",
                                 NULL) ||
      !(data = shinsa_json_get_string (self->object, "", "data", error)) ||
      !shinsa_packet_read_hash (self, "hash", &hash, error) ||
      !shinsa_packet_read_count (self->object, "", "position", &position, error))
    return FALSE;

  if (g_strcmp0 (self->document, hash) != 0 || self->chunks == 0 || position != self->position)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("This part of a document does not stand where it belongs."));
  bytes = shinsa_base64_decode (data);
  size = bytes != NULL ? (gint64) g_bytes_get_size (bytes) : 0;
  if (size == 0 || size > SHINSA_PACKET_CHUNK_MAX || size > self->left)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("/data: this is not the part that was announced."));

  g_checksum_update (self->checksum, g_bytes_get_data (bytes, NULL), size);
  self->left -= size;
  self->chunks--;
  self->position++;
  self->info->chunks++;
  return TRUE;
}

/* --- The last line --- */

static gboolean
check_counts (ShinsaPacketReader  *self,
              GError             **error)
{
  const struct {
    const char *member;
    gint64      counted;
  } counts[] = {
    { "bodies", self->info->bodies },
    { "chunks", self->info->chunks },
    { "documents", self->info->documents },
    { "entries", self->info->entries },
    { "feeds", self->info->feeds },
  };
  JsonObject *object = shinsa_json_get_object (self->object, "", "counts", error);

  if (object == NULL ||
      !shinsa_json_only_members (object, "/counts", error, "bodies", "chunks", "documents",
                                 "entries", "feeds", NULL))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 announced = 0;

      if (!shinsa_packet_read_count (object, "/counts", counts[i].member, &announced, error))
        return FALSE;
      if (announced != counts[i].counted)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("/counts/%s: %lld were announced and %lld are there."), counts[i].member,
                       (long long) announced, (long long) counts[i].counted);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_heads (ShinsaPacketReader  *self,
             GError             **error)
{
  GHashTableIter iter;
  const ShinsaPacketFeed *feed;
  guint unknown = 0;

  g_hash_table_iter_init (&iter, self->feeds);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &feed))
    {
      if (!feed->has_head)
        return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                     _("The signed head of a feed is missing."));
      if (!g_str_equal (feed->feed, self->info->round) &&
          !g_hash_table_contains (self->known, feed->feed))
        unknown++;
    }
  if (unknown > 1)
    return shinsa_packet_refuse (error, SHINSA_ERROR_TOO_LARGE,
                                 _("More than one feed is there that the desk has not accepted."));
  return TRUE;
}

static gboolean
read_recipients (ShinsaPacketReader  *self,
                 GError             **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = shinsa_json_get_array (self->object, "", "recipients", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *recipient = shinsa_json_element_string (array, "/recipients", i, error);

      if (recipient == NULL)
        return FALSE;
      if (!shinsa_packet_is_id (recipient) ||
          shinsa_packet_is_submission (self) != g_str_equal (recipient, SHINSA_RECIPIENT_DESK))
        return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                     _("/recipients: this is not who can get the packet."));
      g_strv_builder_add (builder, recipient);
    }

  if (json_array_get_length (array) == 0)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("/recipients: nobody is named."));
  self->info->recipients = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
check_sender (ShinsaPacketReader  *self,
              GError             **error)
{
  const char *purpose = shinsa_json_get_string (self->object, "", "purpose", error);
  const char *sender = NULL;
  const ShinsaPacketFeed *feed;
  gboolean is_submission;

  if (purpose == NULL || !shinsa_packet_read_hash (self, "sender", &sender, error))
    return FALSE;
  is_submission = shinsa_packet_is_submission (self);
  if (is_submission ? !g_str_equal (purpose, SHINSA_PURPOSE_SUBMISSION)
                    : !shinsa_purpose_is_issue (purpose))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("/purpose: this is not what such a packet can be for."));

  /* The desk sends what holds the register; a member sends their own feed. */
  feed = g_hash_table_lookup (self->feeds, sender);
  if (feed == NULL || (!is_submission && !g_str_equal (sender, self->info->round)))
    return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                 _("/sender: this is not who can have sent the packet."));

  self->info->purpose = g_strdup (purpose);
  self->info->sender = g_strdup (sender);
  self->info->sender_member = g_strdup (feed->member);
  return TRUE;
}

static gboolean
check_seal (ShinsaPacketReader  *self,
            GError             **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *signature = NULL;
  const char *digest = NULL;
  const char *value = NULL;

  if (!shinsa_packet_read_hash (self, "digest", &digest, error) ||
      !shinsa_packet_read_hex (self, "signature", SHINSA_SIGNATURE_BYTES, &value, error))
    return FALSE;
  self->info->digest = shinsa_packet_lines_digest (self->lines);
  if (!g_str_equal (digest, self->info->digest))
    return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                 _("/digest: the lines before are not those that were signed."));

  signature = g_strdup (value);
  json_object_remove_member (self->object, "signature");
  json_node_set_object (node, self->object);
  bytes = shinsa_json_write (node);
  return shinsa_signature_verify (self->info->sender, SHINSA_PACKET_CONTEXT, bytes, signature,
                                  error);
}

gboolean
shinsa_packet_check_end (ShinsaPacketReader  *self,
                         GError             **error)
{
  if (self->info->round == NULL)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("There is no feed before the last line."));
  if (!finish_document (self, error) ||
      !shinsa_json_only_members (self->object, "", error, "counts", "digest", "line", "purpose",
                                 "recipients", "round", "sender", "signature", NULL) ||
      !check_counts (self, error) ||
      !shinsa_packet_read_round (self, error) ||
      !check_heads (self, error) ||
      !check_sender (self, error) ||
      !read_recipients (self, error) ||
      !check_seal (self, error))
    return FALSE;

  if (!shinsa_packet_is_submission (self) && self->info->round_id == NULL)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("The definition of the round is missing."));
  self->ended = TRUE;
  return TRUE;
}

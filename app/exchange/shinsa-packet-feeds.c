/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entries/shinsa-entry.h"
#include "entries/shinsa-statements.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-identity.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"

#define SALT_BYTES 16

/* --- Feeds and their entries --- */

gboolean
shinsa_packet_is_submission (ShinsaPacketReader *self)
{
  return !g_hash_table_contains (self->feeds, self->info->round);
}

gboolean
shinsa_packet_check_feed (ShinsaPacketReader  *self,
                          GError             **error)
{
  const char *feed = NULL;
  const char *member = NULL;
  gboolean is_register;

  if (!shinsa_json_only_members (self->object, "", error, "feed", "line", "member", "round",
                                 NULL) ||
      !shinsa_packet_read_hash (self, "feed", &feed, error) ||
      !(member = shinsa_json_get_string (self->object, "", "member", error)) ||
      !shinsa_packet_read_round (self, error))
    return FALSE;

  is_register = g_str_equal (feed, self->info->round);
  if (is_register ? *member != '\0' : !shinsa_packet_is_id (member))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("/member: this is not whose feed it can be."));
  if (g_hash_table_contains (self->feeds, feed))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("This feed is there a second time."));
  if (g_hash_table_size (self->feeds) > 0 && (is_register || shinsa_packet_is_submission (self)))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("The register comes first; a submission has one feed only."));

  self->feed = g_new0 (ShinsaPacketFeed, 1);
  self->feed->feed = g_strdup (feed);
  self->feed->member = g_strdup (member);
  g_hash_table_insert (self->feeds, self->feed->feed, self->feed);
  self->info->feeds++;
  return TRUE;
}

/* Only some bodies say what the reader itself has to know. */
static const char *
kind_to_look_into (ShinsaPacketReader   *self,
                   const ShinsaEntryRow *entry)
{
  static const char * const of_register[] = {
    SHINSA_KIND_ROUND_DEFINE, SHINSA_KIND_FEED_SET, SHINSA_KIND_DOCUMENT_SET,
  };

  if (!g_str_equal (entry->feed, self->info->round))
    return g_str_equal (entry->kind, SHINSA_KIND_FEED_OPEN) ? SHINSA_KIND_FEED_OPEN : "";
  for (guint i = 0; i < G_N_ELEMENTS (of_register); i++)
    {
      if (g_str_equal (entry->kind, of_register[i]))
        return of_register[i];
    }
  return "";
}

static gboolean
check_place (ShinsaPacketReader    *self,
             const ShinsaEntryRow  *entry,
             GError               **error)
{
  if (!g_str_equal (entry->round, self->info->round))
    return shinsa_packet_refuse (error, SHINSA_ERROR_OTHER_ROUND,
                                 _("This entry belongs to another round."));
  if (!g_str_equal (entry->feed, self->feed->feed))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("This entry belongs to another feed."));
  if (entry->seq != self->feed->seq + 1 || g_strcmp0 (entry->prev, self->feed->hash) != 0)
    return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                 _("This entry does not follow the one before it."));
  if (g_str_equal (entry->kind, SHINSA_KIND_ROUND_DEFINE) && entry->v > 1)
    return shinsa_packet_refuse (error, SHINSA_ERROR_NEWER,
                                 _("The round was prepared with a newer version of Shinsa."));
  if (entry->seq > self->limits->entries)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("There are more than %lld entries in one feed."),
                   (long long) self->limits->entries);
      return FALSE;
    }
  return TRUE;
}

gboolean
shinsa_packet_check_entry (ShinsaPacketReader  *self,
                           GError             **error)
{
  g_autoptr (ShinsaEntryRow) entry = NULL;
  JsonObject *header;
  ShinsaPacketAwaited *awaited;

  if (self->feed == NULL)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("This entry stands before the feed it belongs to."));
  if (!shinsa_json_only_members (self->object, "", error, "header", "line", NULL) ||
      !(header = shinsa_json_get_object (self->object, "", "header", error)) ||
      !(entry = shinsa_entry_read (header, "/header", error)) ||
      !check_place (self, entry, error))
    return FALSE;

  self->feed->seq = entry->seq;
  g_free (self->feed->hash);
  self->feed->hash = g_steal_pointer (&entry->hash);
  self->info->entries++;

  awaited = g_new0 (ShinsaPacketAwaited, 1);
  awaited->feed = self->feed;
  awaited->kind = kind_to_look_into (self, entry);
  g_hash_table_replace (self->bodies, g_steal_pointer (&entry->body), awaited);
  return TRUE;
}

/* --- Bodies --- */

static gboolean
note_round (ShinsaPacketReader  *self,
            JsonObject          *body,
            GError             **error)
{
  JsonObject *definition;
  JsonObject *round;
  JsonObject *title = NULL;
  const char *id;
  const char *ja = NULL;
  const char *en = NULL;

  if (!(definition = shinsa_json_get_object (body, "/body", "definition", error)) ||
      !(round = shinsa_json_get_object (definition, "/body/definition", "round", error)) ||
      !(id = shinsa_json_get_string (round, "/body/definition/round", "id", error)) ||
      !(title = shinsa_json_get_object (round, "/body/definition/round", "title", error)) ||
      !shinsa_json_opt_string (title, "/body/definition/round/title", "ja", &ja, error) ||
      !shinsa_json_opt_string (title, "/body/definition/round/title", "en", &en, error))
    return FALSE;

  if (self->info->round_id != NULL)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("The round is defined a second time."));
  self->info->round_id = g_strdup (id);
  self->info->round_title.ja = g_strdup (ja);
  self->info->round_title.en = g_strdup (en);
  return TRUE;
}

static gboolean
check_opening (const ShinsaPacketFeed  *feed,
               JsonObject              *body,
               GError                 **error)
{
  const char *member = shinsa_json_get_string (body, "/body", "member", error);

  if (member == NULL)
    return FALSE;
  if (!g_str_equal (member, feed->member))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("/body/member: the feed was announced as another member's."));
  return TRUE;
}

static gboolean
note_hash (GHashTable  *hashes,
           JsonObject  *body,
           const char  *member,
           GError     **error)
{
  const char *hash = shinsa_json_get_string (body, "/body", member, error);

  if (hash == NULL)
    return FALSE;
  g_hash_table_add (hashes, g_strdup (hash));
  return TRUE;
}

static gboolean
look_into_body (ShinsaPacketReader         *self,
                const ShinsaPacketAwaited  *awaited,
                JsonObject                 *body,
                GError                    **error)
{
  if (g_str_equal (awaited->kind, SHINSA_KIND_ROUND_DEFINE))
    return note_round (self, body, error);
  if (g_str_equal (awaited->kind, SHINSA_KIND_FEED_OPEN))
    return check_opening (awaited->feed, body, error);
  if (g_str_equal (awaited->kind, SHINSA_KIND_FEED_SET))
    return note_hash (self->known, body, "feed", error);
  if (g_str_equal (awaited->kind, SHINSA_KIND_DOCUMENT_SET))
    return note_hash (self->files, body, "document", error);
  return TRUE;
}

/* The body's own bytes: the line is canonical, so they stand right behind its first member. */
static GBytes *
body_bytes (ShinsaPacketReader *self)
{
  const gsize before = strlen ("{\"body\":");
  const gsize after = strlen (",\"hash\":\"\",\"line\":\"body\"}") + SHINSA_DIGEST_BYTES * 2;

  return g_bytes_new_static (self->line + before, self->length - before - after);
}

gboolean
shinsa_packet_check_body (ShinsaPacketReader  *self,
                          GError             **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *computed = NULL;
  const char *hash = NULL;
  const char *salt;
  const ShinsaPacketAwaited *awaited;
  JsonObject *body;

  if (!shinsa_json_only_members (self->object, "", error, "body", "hash", "line", NULL) ||
      !(body = shinsa_json_get_object (self->object, "", "body", error)) ||
      !shinsa_packet_read_hash (self, "hash", &hash, error) ||
      !(salt = shinsa_json_get_string (body, "/body", "salt", error)))
    return FALSE;

  bytes = body_bytes (self);
  computed = shinsa_sha256_hex (NULL, bytes);
  if (!g_str_equal (hash, computed))
    return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                 _("The hash is not that of the body beside it."));
  if (!shinsa_hex_is (salt, SALT_BYTES))
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("/body/salt: 32 lowercase hexadecimal digits are needed here."));

  awaited = g_hash_table_lookup (self->bodies, hash);
  if (awaited == NULL)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("No entry names this body, or it is here twice."));
  if (!look_into_body (self, awaited, body, error))
    return FALSE;
  g_hash_table_remove (self->bodies, hash);
  self->info->bodies++;
  return TRUE;
}

/* --- Heads --- */

gboolean
shinsa_packet_check_head (ShinsaPacketReader  *self,
                          GError             **error)
{
  ShinsaHeadRow head = { NULL };
  const char *feed_key = NULL;
  const char *hash = NULL;
  const char *signature = NULL;
  ShinsaPacketFeed *feed;

  if (!shinsa_json_only_members (self->object, "", error, "feed", "hash", "line", "round", "seq",
                                 "signature", NULL) ||
      !shinsa_packet_read_hash (self, "feed", &feed_key, error) ||
      !shinsa_packet_read_hash (self, "hash", &hash, error) ||
      !shinsa_packet_read_round (self, error) ||
      !shinsa_json_get_int (self->object, "", "seq", 1, SHINSA_JSON_MAX_INTEGER, &head.seq,
                            error) ||
      !shinsa_packet_read_hex (self, "signature", SHINSA_SIGNATURE_BYTES, &signature, error))
    return FALSE;

  feed = g_hash_table_lookup (self->feeds, feed_key);
  if (feed == NULL || feed->has_head)
    return shinsa_packet_refuse (error, SHINSA_ERROR_INVALID,
                                 _("The feed of this head is not there, or has a head already."));
  if (head.seq < feed->seq)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
                   _("The signed head ends at entry %lld, but the feed goes on to entry %lld."),
                   (long long) head.seq, (long long) feed->seq);
      return FALSE;
    }
  if (head.seq > feed->seq || !g_str_equal (hash, feed->hash))
    return shinsa_packet_refuse (error, SHINSA_ERROR_SIGNATURE,
                                 _("The signed head is not that of the entries in the file."));

  head.feed = (char *) feed_key;
  head.hash = (char *) hash;
  head.signature = (char *) signature;
  feed->has_head = TRUE;
  return shinsa_head_verify (&head, self->info->round, error);
}


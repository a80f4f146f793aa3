/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-entry.h"

#include <glib/gi18n-lib.h>

#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "shinsa-error.h"

/* One step of a chain may name the same hash for any number of rounds, but a kind is a word. */
#define KIND_MAX 64
#define TIME_MAX 64

static GBytes *
write_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);

  return shinsa_json_write (node);
}

static void
set_nullable (JsonObject *object,
              const char *member,
              const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

/**
 * shinsa_entry_new:
 * @round: root key of the round, hex
 * @feed: public key of the feed, hex
 * @seq: place in the feed, from 1
 * @prev: (nullable): hash of the entry before; %NULL for the first
 * @kind: what is stated
 * @v: version of the body of that kind
 * @at: time as this computer shows it, ISO 8601 with its offset
 * @seen: (nullable): head of the register that the author holds; %NULL for acts
 * @body: SHA-256 of the body, hex
 *
 * Makes the header, its exact bytes and its hash.
 *
 * Returns: (transfer full): the entry, ready to be appended
 */
ShinsaEntryRow *
shinsa_entry_new (const char *round,
                  const char *feed,
                  gint64      seq,
                  const char *prev,
                  const char *kind,
                  int         v,
                  const char *at,
                  const char *seen,
                  const char *body)
{
  g_autoptr (JsonObject) header = json_object_new ();
  ShinsaEntryRow *entry = NULL;

  g_return_val_if_fail (round != NULL && feed != NULL && kind != NULL && body != NULL, NULL);
  g_return_val_if_fail (seq > 0 && (prev == NULL) == (seq == 1), NULL);

  json_object_set_string_member (header, "at", at);
  json_object_set_string_member (header, "body", body);
  json_object_set_string_member (header, "feed", feed);
  json_object_set_string_member (header, "kind", kind);
  set_nullable (header, "prev", prev);
  json_object_set_string_member (header, "round", round);
  if (seen != NULL)
    json_object_set_string_member (header, "seen", seen);
  json_object_set_int_member (header, "seq", seq);
  json_object_set_int_member (header, "v", v);

  entry = g_new0 (ShinsaEntryRow, 1);
  entry->round = g_strdup (round);
  entry->feed = g_strdup (feed);
  entry->seq = seq;
  entry->prev = g_strdup (prev);
  entry->kind = g_strdup (kind);
  entry->v = v;
  entry->at = g_strdup (at);
  entry->seen = g_strdup (seen);
  entry->body = g_strdup (body);
  entry->header = write_object (header);
  entry->hash = shinsa_sha256_hex (SHINSA_ENTRY_CONTEXT, entry->header);

  return entry;
}

static gboolean
check_hex (const char  *value,
           const char  *path,
           const char  *member,
           GError     **error)
{
  if (shinsa_hex_is (value, SHINSA_DIGEST_BYTES))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("%s/%s: 64 lowercase hexadecimal digits are needed here."), path, member);

  return FALSE;
}

static gboolean
check_entry (const ShinsaEntryRow  *entry,
             const char            *path,
             GError               **error)
{
  gboolean is_act = g_str_equal (entry->feed, entry->round);

  if (!check_hex (entry->round, path, "round", error) ||
      !check_hex (entry->feed, path, "feed", error) ||
      !check_hex (entry->body, path, "body", error) ||
      (entry->prev != NULL && !check_hex (entry->prev, path, "prev", error)) ||
      (entry->seen != NULL && !check_hex (entry->seen, path, "seen", error)))
    return FALSE;

  if ((entry->prev == NULL) != (entry->seq == 1))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s/prev: every entry but the first of its feed names the one before."),
                   path);
      return FALSE;
    }
  if (is_act != (entry->seen == NULL))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s/seen: submissions name the register that was seen, and acts do not."),
                   path);
      return FALSE;
    }
  if (strlen (entry->kind) > KIND_MAX || strlen (entry->at) > TIME_MAX)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: the kind or the time of this entry is too long."), path);
      return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_entry_read:
 * @header: the header of an entry
 * @path: where it stands, a JSON pointer
 * @error: return location for an error
 *
 * Reads a header that came from elsewhere. Its hash is that of its canonical form; whether these
 * were the bytes that arrived is for the caller to see.
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with %SHINSA_ERROR_INVALID
 */
ShinsaEntryRow *
shinsa_entry_read (JsonObject  *header,
                   const char  *path,
                   GError     **error)
{
  g_autoptr (ShinsaEntryRow) entry = g_new0 (ShinsaEntryRow, 1);
  const char *at = NULL;
  const char *body = NULL;
  const char *feed = NULL;
  const char *kind = NULL;
  const char *prev = NULL;
  const char *round = NULL;
  const char *seen = NULL;

  g_return_val_if_fail (header != NULL && path != NULL, NULL);

  if (!shinsa_json_only_members (header, path, error, "at", "body", "feed", "kind", "prev",
                                 "round", "seen", "seq", "v", NULL) ||
      !(at = shinsa_json_get_string (header, path, "at", error)) ||
      !(body = shinsa_json_get_string (header, path, "body", error)) ||
      !(feed = shinsa_json_get_string (header, path, "feed", error)) ||
      !(kind = shinsa_json_get_string (header, path, "kind", error)) ||
      !shinsa_json_opt_string (header, path, "prev", &prev, error) ||
      !(round = shinsa_json_get_string (header, path, "round", error)) ||
      !shinsa_json_opt_string (header, path, "seen", &seen, error) ||
      !shinsa_json_get_int (header, path, "seq", 1, SHINSA_JSON_MAX_INTEGER, &entry->seq, error) ||
      !shinsa_json_get_int (header, path, "v", 1, G_MAXINT32, &entry->v, error))
    return NULL;

  entry->at = g_strdup (at);
  entry->body = g_strdup (body);
  entry->feed = g_strdup (feed);
  entry->kind = g_strdup (kind);
  entry->prev = g_strdup (prev);
  entry->round = g_strdup (round);
  entry->seen = g_strdup (seen);
  if (!check_entry (entry, path, error))
    return NULL;

  entry->header = write_object (header);
  entry->hash = shinsa_sha256_hex (SHINSA_ENTRY_CONTEXT, entry->header);

  return g_steal_pointer (&entry);
}

/**
 * shinsa_entry_seal_body:
 * @body: what is stated
 * @hash: (out) (transfer full): SHA-256 of the bytes, hex
 *
 * Adds a salt, so that a body that is withheld cannot be guessed from its hash, and writes the
 * bytes that are hashed, stored and sent.
 *
 * Returns: (transfer full): canonical JSON
 */
GBytes *
shinsa_entry_seal_body (JsonNode  *body,
                        char     **hash)
{
  g_autofree char *salt = shinsa_salt_new ();
  GBytes *bytes = NULL;

  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (body), NULL);
  g_return_val_if_fail (hash != NULL, NULL);

  json_object_set_string_member (json_node_get_object (body), "salt", salt);
  bytes = shinsa_json_write (body);
  *hash = shinsa_sha256_hex (NULL, bytes);

  return bytes;
}

static GBytes *
head_bytes (const ShinsaHeadRow *head,
            const char          *round)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "feed", head->feed);
  json_object_set_string_member (object, "hash", head->hash);
  json_object_set_string_member (object, "round", round);
  json_object_set_int_member (object, "seq", head->seq);

  return write_object (object);
}

/**
 * shinsa_head_sign:
 * @identity: the key of the feed
 * @round: root key of the round, hex
 * @seq: the last entry that the signature covers
 * @hash: its hash, hex
 *
 * Returns: (transfer full): the signed head
 */
ShinsaHeadRow *
shinsa_head_sign (ShinsaIdentity *identity,
                  const char     *round,
                  gint64          seq,
                  const char     *hash)
{
  ShinsaHeadRow *head = g_new0 (ShinsaHeadRow, 1);
  g_autoptr (GBytes) bytes = NULL;

  head->feed = g_strdup (shinsa_identity_get_feed (identity));
  head->seq = seq;
  head->hash = g_strdup (hash);
  bytes = head_bytes (head, round);
  head->signature = shinsa_identity_sign (identity, SHINSA_HEAD_CONTEXT, bytes);

  return head;
}

/**
 * shinsa_head_verify:
 * @head: a head that came from elsewhere
 * @round: root key of the round, hex
 * @error: return location for %SHINSA_ERROR_SIGNATURE
 *
 * Returns: whether the owner of the feed signed it
 */
gboolean
shinsa_head_verify (const ShinsaHeadRow  *head,
                    const char           *round,
                    GError              **error)
{
  g_autoptr (GBytes) bytes = head_bytes (head, round);

  return shinsa_signature_verify (head->feed, SHINSA_HEAD_CONTEXT, bytes, head->signature, error);
}

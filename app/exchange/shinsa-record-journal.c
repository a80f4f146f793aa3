/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "entries/shinsa-picture-body.h"
#include "exchange/shinsa-json.h"
#include "shinsa-bodies.h"
#include "shinsa-feed-tables.h"
#include "shinsa-journal.h"

/* Everything a record was made from, so that anybody can make it again. */

typedef struct {
  ShinsaStore *store;
  gint64       received;   /* the last entry of this feed that took effect */
  JsonArray   *entries;
  JsonArray   *bodies;
  JsonArray   *heads;
  GHashTable  *told;       /* hashes of the bodies that are listed */
} Journal;

static JsonNode *
read_bytes (GBytes   *bytes,
            GError  **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return shinsa_json_read (data, size, error);
}

static gboolean
add_body (Journal     *journal,
          const char  *hash,
          GError     **error)
{
  JsonNode *body = NULL;
  JsonObject *object;

  if (!shinsa_picture_read_body (journal->store, hash, &body, error))
    return FALSE;
  if (body == NULL || !g_hash_table_add (journal->told, g_strdup (hash)))
    {
      g_clear_pointer (&body, json_node_unref);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "hash", hash);
  json_object_set_member (object, "body", body);
  json_array_add_object_element (journal->bodies, object);
  return TRUE;
}

static gboolean
add_entry (const ShinsaEntryRow  *entry,
           gpointer               data,
           GError               **error)
{
  Journal *journal = data;
  JsonNode *header = read_bytes (entry->header, error);

  if (header == NULL)
    return FALSE;
  json_array_add_element (journal->entries, header);
  return entry->seq > journal->received || add_body (journal, entry->body, error);
}

static void
add_head (Journal             *journal,
          const char          *root,
          const ShinsaHeadRow *head)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "feed", head->feed);
  json_object_set_string_member (object, "hash", head->hash);
  json_object_set_string_member (object, "round", root);
  json_object_set_int_member (object, "seq", head->seq);
  json_object_set_string_member (object, "signature", head->signature);
  json_array_add_object_element (journal->heads, object);
}

static gboolean
add_register (Journal             *journal,
              const ShinsaRound   *round,
              const char          *signature,
              GError             **error)
{
  const ShinsaHeadRow head = { round->root, round->seq, round->head, (char *) signature };

  journal->received = round->seq;
  add_head (journal, round->root, &head);
  return shinsa_journal_walk (journal->store, round->root, round->root, 1, round->seq, add_entry,
                              journal, error);
}

/* A feed is told to where its owner signed it, since what is signed is its end. */
static gboolean
add_feed (Journal            *journal,
          const ShinsaRound  *round,
          const char         *feed,
          gint64              received,
          GError            **error)
{
  g_autoptr (ShinsaHeadRow) head = NULL;

  if (!shinsa_head_lookup (journal->store, round->root, feed, &head, error))
    return FALSE;
  journal->received = received;
  if (head != NULL)
    add_head (journal, round->root, head);
  return shinsa_journal_walk (journal->store, round->root, feed, 1,
                              head != NULL ? MAX (received, head->seq) : received, add_entry,
                              journal, error);
}

/* In the order in which the desk first received something of them. */
static gboolean
add_feeds (Journal            *journal,
           const ShinsaRound  *round,
           GError            **error)
{
  g_autoptr (GPtrArray) receptions = shinsa_reception_list (journal->store, round->root,
                                                            round->seq, error);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  if (receptions == NULL)
    return FALSE;
  for (guint i = 0; i < receptions->len; i++)
    {
      ShinsaReceptionRow *row = g_ptr_array_index (receptions, i);
      const ShinsaReceptionRow *known = g_hash_table_lookup (last, row->feed);

      if (known == NULL || known->feed_seq < row->feed_seq)
        g_hash_table_replace (last, row->feed, row);
    }
  for (guint i = 0; i < receptions->len; i++)
    {
      const ShinsaReceptionRow *row = g_ptr_array_index (receptions, i);
      const ShinsaReceptionRow *newest = g_hash_table_lookup (last, row->feed);

      if (newest == NULL)
        continue;
      if (!add_feed (journal, round, row->feed, newest->feed_seq, error))
        return FALSE;
      g_hash_table_remove (last, row->feed);
    }
  return TRUE;
}

/* The register to its place and what it received. NULL with an error set where the store could
 * not be read. */
JsonNode *
shinsa_record_journal (ShinsaRecordSource  *source,
                       const char          *signature,
                       GError             **error)
{
  Journal journal = { source->store };
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  gboolean done;

  json_node_take_object (node, object);
  journal.entries = json_array_new ();
  journal.bodies = json_array_new ();
  journal.heads = json_array_new ();
  json_object_set_array_member (object, "entries", journal.entries);
  json_object_set_array_member (object, "bodies", journal.bodies);
  json_object_set_array_member (object, "heads", journal.heads);

  journal.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = add_register (&journal, source->round, signature, error) &&
         add_feeds (&journal, source->round, error);
  g_hash_table_unref (journal.told);
  return done ? g_steal_pointer (&node) : NULL;
}

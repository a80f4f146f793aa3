/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "entries/shinsa-entry.h"
#include "entries/shinsa-picture.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-numbers-json.h"
#include "exchange/shinsa-record.h"
#include "rules/shinsa-suggestion.h"
#include "shinsa-bodies.h"
#include "shinsa-error.h"
#include "shinsa-feed-tables.h"
#include "shinsa-replay.h"

#include <glib/gi18n-lib.h>

/* The complete record is made again from the register that it embeds: entries, bodies and heads
 * go into an empty store in memory, take effect there, and give a record to compare with. */

#define ENTRIES "/journal/entries"
#define BODIES  "/journal/bodies"
#define HEADS   "/journal/heads"

typedef struct {
  const ShinsaRecordReading *reading;
  JsonArray                 *entries;
  JsonArray                 *bodies;
  JsonArray                 *heads;
  ShinsaStore               *store;
  GHashTable                *ends;       /* feed to its last ShinsaEntryRow */
  GHashTable                *named;      /* hashes of bodies that entries name */
  char                      *signature;  /* of the register's head */
} Journal;

static gboolean
refuse_at (GError     **error,
           const char  *list,
           guint        index,
           const char  *sentence)
{
  g_autofree char *path = g_strdup_printf ("%s/%u", list, index);

  return shinsa_record_refuse (error, path, sentence);
}

/* --- Entries --- */

static gboolean
follows (const ShinsaEntryRow *entry,
         const ShinsaEntryRow *before)
{
  if (before == NULL)
    return entry->seq == 1;
  return entry->seq == before->seq + 1 && g_strcmp0 (entry->prev, before->hash) == 0;
}

static gboolean
take_entry (Journal  *self,
            guint     index,
            GError  **error)
{
  g_autofree char *path = g_strdup_printf (ENTRIES "/%u", index);
  JsonObject *header = shinsa_json_element_object (self->entries, ENTRIES, index, error);
  g_autoptr (ShinsaEntryRow) entry = NULL;

  if (header == NULL || !(entry = shinsa_entry_read (header, path, error)))
    return FALSE;
  if (!g_str_equal (entry->round, self->reading->root))
    return shinsa_record_refuse (error, path, _("this entry belongs to another round."));
  if (!follows (entry, g_hash_table_lookup (self->ends, entry->feed)))
    return shinsa_record_refuse (error, path,
                                 _("this entry does not follow the one before it in its feed."));
  if (!shinsa_journal_append (self->store, entry, error))
    return FALSE;
  g_hash_table_add (self->named, g_strdup (entry->body));
  g_hash_table_replace (self->ends, g_strdup (entry->feed), entry);
  g_steal_pointer (&entry);
  return TRUE;
}

/* --- Bodies --- */

static gboolean
take_body (Journal  *self,
           guint     index,
           GError  **error)
{
  g_autofree char *path = g_strdup_printf (BODIES "/%u", index);
  JsonObject *line = shinsa_json_element_object (self->bodies, BODIES, index, error);
  const char *hash = line != NULL ? shinsa_json_get_string (line, path, "hash", error) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;

  if (hash == NULL || shinsa_json_get_object (line, path, "body", error) == NULL)
    return FALSE;
  bytes = shinsa_json_write (json_object_get_member (line, "body"));
  found = shinsa_sha256_hex (NULL, bytes);
  if (!g_str_equal (hash, found))
    return shinsa_record_refuse (error, path, _("the hash is not that of the body beside it."));
  if (!g_hash_table_contains (self->named, hash))
    return shinsa_record_refuse (error, path, _("no entry names this body."));
  return shinsa_body_insert (self->store, hash, bytes, error);
}

static gboolean
check_bodies (const ShinsaEntryRow  *act,
              gpointer               data,
              GError               **error)
{
  Journal *self = data;
  g_autoptr (GBytes) bytes = NULL;

  if (!shinsa_body_lookup (self->store, act->body, &bytes, NULL, error))
    return FALSE;
  if (bytes != NULL)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("/journal/bodies: the body of entry %lld of the register is missing."),
               (long long) act->seq);
  return FALSE;
}

/* --- Heads --- */

static gboolean
read_head (JsonObject     *object,
           const char     *path,
           ShinsaHeadRow  *head,
           GError        **error)
{
  const char *feed;
  const char *hash;
  const char *signature;

  if (!(feed = shinsa_json_get_string (object, path, "feed", error)) ||
      !(hash = shinsa_json_get_string (object, path, "hash", error)) ||
      !(signature = shinsa_json_get_string (object, path, "signature", error)) ||
      !shinsa_json_get_int (object, path, "seq", 1, SHINSA_JSON_MAX_INTEGER, &head->seq, error))
    return FALSE;
  head->feed = g_strdup (feed);
  head->hash = g_strdup (hash);
  head->signature = g_strdup (signature);
  return TRUE;
}

static gboolean
take_head (Journal  *self,
           guint     index,
           GError  **error)
{
  g_autofree char *path = g_strdup_printf (HEADS "/%u", index);
  JsonObject *object = shinsa_json_element_object (self->heads, HEADS, index, error);
  g_autoptr (ShinsaHeadRow) head = g_new0 (ShinsaHeadRow, 1);
  const ShinsaEntryRow *end;

  if (object == NULL || !read_head (object, path, head, error))
    return FALSE;
  if (!shinsa_head_verify (head, self->reading->root, NULL))
    return shinsa_record_refuse (error, path, _("the signature does not belong to this head."));
  end = g_hash_table_lookup (self->ends, head->feed);
  if (end == NULL || end->seq != head->seq || !g_str_equal (end->hash, head->hash))
    return shinsa_record_refuse (error, path, _("this head is not that of the entries here."));
  if (g_str_equal (head->feed, self->reading->root))
    self->signature = g_strdup (head->signature);
  return shinsa_head_set (self->store, self->reading->root, head, error);
}

static gboolean
check_ends (Journal  *self,
            GError  **error)
{
  GHashTableIter iter;
  gpointer feed;

  g_hash_table_iter_init (&iter, self->ends);
  while (g_hash_table_iter_next (&iter, &feed, NULL))
    {
      g_autoptr (ShinsaHeadRow) head = NULL;

      if (!shinsa_head_lookup (self->store, self->reading->root, feed, &head, error))
        return FALSE;
      if (head != NULL)
        continue;
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("/journal/heads: the end of the feed %.8s… is not signed."),
                   (const char *) feed);
      return FALSE;
    }
  return TRUE;
}

/* --- Into the store --- */

static gboolean
fill (ShinsaStore  *store,
      gpointer      data,
      GError      **error)
{
  Journal *self = data;
  const char *root = self->reading->root;

  for (guint i = 0; i < json_array_get_length (self->entries); i++)
    if (!take_entry (self, i, error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (self->bodies); i++)
    if (!take_body (self, i, error))
      return FALSE;
  if (!g_hash_table_contains (self->ends, root))
    return shinsa_record_refuse (error, ENTRIES, _("the register is missing."));
  for (guint i = 0; i < json_array_get_length (self->heads); i++)
    if (!take_head (self, i, error))
      return FALSE;
  return check_ends (self, error) &&
         shinsa_journal_walk (store, root, root, 1, -1, check_bodies, self, error) &&
         shinsa_replay_advance (store, root, FALSE, error);
}

/* What the register received has to be here with its body. */
static gboolean
check_received (Journal  *self,
                GError  **error)
{
  g_autoptr (GPtrArray) rows = shinsa_reception_list (self->store, self->reading->root, -1, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaReceptionRow *row = g_ptr_array_index (rows, i);

      if (!g_str_equal (row->applied, "not held"))
        continue;
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("/journal: what entry %lld of the register received is missing."),
                   (long long) row->seq);
      return FALSE;
    }
  return TRUE;
}

/* --- What was said of the rules --- */

/* Compares the suggestion in a body with what the rules gave at a place of the register. */
static gboolean
check_suggestion (Journal     *self,
                  const char  *entry,
                  const char  *application,
                  gint64       place,
                  GError     **error)
{
  g_autoptr (ShinsaEntryRow) row = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  g_autoptr (JsonNode) found = NULL;

  if (!shinsa_journal_lookup (self->store, entry, &row, error) ||
      !(round = shinsa_picture_load (self->store, self->reading->root, place, error)))
    return FALSE;
  suggestion = shinsa_suggest (round, application);
  found = shinsa_suggestion_to_json (suggestion);
  for (guint i = 0; i < json_array_get_length (self->bodies); i++)
    {
      JsonObject *line = json_array_get_object_element (self->bodies, i);
      g_autofree char *path = g_strdup_printf (BODIES "/%u/body", i);

      if (g_str_equal (json_object_get_string_member (line, "hash"), row->body))
        return shinsa_record_compare_member (json_object_get_object_member (line, "body"), path,
                                             "suggestion", found, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
check_suggestions (Journal            *self,
                   const ShinsaRound  *round,
                   GError            **error)
{
  for (guint i = 0; i < round->proposals->len; i++)
    {
      const ShinsaProposal *proposal = g_ptr_array_index (round->proposals, i);

      if (shinsa_round_dossier (round, proposal->application) != NULL &&
          !check_suggestion (self, proposal->entry, proposal->application, proposal->seq - 1,
                             error))
        return FALSE;
    }
  for (guint i = 0; i < round->confirmations->len; i++)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i);

      if (confirmation->version > 0 &&
          !check_suggestion (self, confirmation->entry, confirmation->application,
                             confirmation->seen, error))
        return FALSE;
    }
  return TRUE;
}

/* --- The record again --- */

static gboolean
compare_record (Journal  *self,
                GError  **error)
{
  const ShinsaRecordReading *reading = self->reading;
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (GError) missing = NULL;

  round = shinsa_picture_load (self->store, reading->root, -1, &missing);
  if (g_error_matches (missing, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND))
    return refuse_at (error, ENTRIES, 0, _("this entry does not define the round."));
  if (round == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  found = shinsa_record_build (round, self->store, reading->profile, NULL, self->signature, error);
  if (found == NULL)
    return FALSE;
  /* The signature was looked at before; nobody but the desk can make it again. */
  json_object_set_member (json_node_get_object (found), "signature",
                          json_node_copy (json_object_get_member (reading->record, "signature")));
  return check_suggestions (self, round, error) &&
         shinsa_record_compare (reading->node, found, "", error);
}

static gboolean
open_journal (Journal  *self,
              GError  **error)
{
  JsonObject *journal = shinsa_json_get_object (self->reading->record, "", "journal", error);

  return journal != NULL &&
         shinsa_json_only_members (journal, "/journal", error, "bodies", "entries", "heads",
                                   NULL) &&
         (self->bodies = shinsa_json_get_array (journal, "/journal", "bodies", error)) != NULL &&
         (self->entries = shinsa_json_get_array (journal, "/journal", "entries", error)) != NULL &&
         (self->heads = shinsa_json_get_array (journal, "/journal", "heads", error)) != NULL &&
         (self->store = shinsa_store_open (SHINSA_STORE_MEMORY, SHINSA_STORE_CREATE,
                                           error)) != NULL;
}

/* Refuses the first place of a complete record that its own register does not give. */
gboolean
shinsa_record_replay (const ShinsaRecordReading  *reading,
                      GError                    **error)
{
  Journal self = { reading };
  gboolean done;

  self.ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) shinsa_entry_row_free);
  self.named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = open_journal (&self, error) &&
         shinsa_store_write (self.store, fill, &self, error) &&
         check_received (&self, error) &&
         compare_record (&self, error);
  g_clear_object (&self.store);
  g_hash_table_unref (self.ends);
  g_hash_table_unref (self.named);
  g_free (self.signature);
  return done;
}

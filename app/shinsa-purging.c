/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-purging.h"

#include "entries/shinsa-picture-body.h"
#include "entries/shinsa-picture.h"
#include "rules/shinsa-words.h"
#include "shinsa-bodies.h"
#include "shinsa-documents.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-journal.h"
#include "shinsa-local.h"
#include "shinsa-packet-contents.h"
#include "shinsa-replay.h"
#include "shinsa-round-tables.h"
#include "shinsa-search.h"
#include "shinsa-session-private.h"

/* Kept with what was removed, for whoever asks later; a word of the store, never translated. */
#define REASON "recused"

typedef struct {
  ShinsaStore *store;
  ShinsaRound *round;
  GHashTable  *barred;   /* applications that nobody on this computer may hold */
  gboolean     removed;  /* whether there was something to remove */
} Purge;

/* --- What is only on this computer --- */

static gboolean
remove_notes (Purge       *self,
              const char  *member,
              const char  *application,
              GError     **error)
{
  g_autoptr (GPtrArray) notes = shinsa_note_list (self->store, self->round->root, member,
                                                  application, error);

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      const ShinsaNoteRow *row = g_ptr_array_index (notes, i);

      if (!shinsa_note_delete (self->store, row->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_own (Purge       *self,
            const char  *member,
            const char  *application,
            GError     **error)
{
  static const ShinsaPhase phases[] = { SHINSA_PHASE_PAPER, SHINSA_PHASE_INTERVIEW };

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      if (!shinsa_draft_clear (self->store, self->round->root, member, application,
                               shinsa_phase_to_string (phases[i]), error))
        return FALSE;
    }

  return remove_notes (self, member, application, error);
}

/* Removes what the member wrote about applications they are recused from, and leaves among the
 * barred ones those that they may not hold. */
static gboolean
bar_member (Purge       *self,
            const char  *member,
            GError     **error)
{
  for (guint i = 0; i < self->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);

      if (!shinsa_interest_bars (shinsa_round_interest (self->round, dossier->id, member)))
        g_hash_table_remove (self->barred, dossier->id);
      else if (!remove_own (self, member, dossier->id, error))
        return FALSE;
    }

  return TRUE;
}

/* The desk holds everything; a computer of which it is not known whose it is waits until it is. */
static gboolean
find_barred (Purge    *self,
             GError  **error)
{
  g_autoptr (GPtrArray) identities = shinsa_identity_list (self->store, error);
  gboolean any_member = FALSE;

  if (identities == NULL)
    return FALSE;
  for (guint i = 0; i < self->round->dossiers->len; i++)
    g_hash_table_add (self->barred,
                      ((ShinsaDossier *) g_ptr_array_index (self->round->dossiers, i))->id);
  for (guint i = 0; i < identities->len; i++)
    {
      const ShinsaIdentityRow *row = g_ptr_array_index (identities, i);

      if (!g_str_equal (row->round, self->round->root))
        continue;
      if (g_str_equal (row->feed, row->round))
        {
          g_hash_table_remove_all (self->barred);
          continue;
        }
      any_member = TRUE;
      if (!bar_member (self, row->name, error))
        return FALSE;
    }
  if (!any_member)
    g_hash_table_remove_all (self->barred);

  return TRUE;
}

/* --- What came from the desk --- */

static gboolean
remove_body (const ShinsaEntryRow  *entry,
             gpointer               data,
             GError               **error)
{
  Purge *self = data;
  g_autoptr (JsonNode) body = NULL;
  const char *application = NULL;

  if (!shinsa_picture_read_body (self->store, entry->body, &body, error))
    return FALSE;
  if (body == NULL || !JSON_NODE_HOLDS_OBJECT (body))
    return TRUE;
  application = shinsa_packet_restricted_to (entry->kind, json_node_get_object (body));
  if (application == NULL || !g_hash_table_contains (self->barred, application))
    return TRUE;
  self->removed = TRUE;

  return shinsa_body_purge (self->store, entry->body, REASON, error);
}

/* What a member signed stays, hidden, so that their feed can be handed over whole. */
static gboolean
remove_bodies (Purge    *self,
               GError  **error)
{
  g_autoptr (GPtrArray) feeds = shinsa_journal_feeds (self->store, self->round->root, error);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);

  if (feeds == NULL)
    return FALSE;
  for (guint i = 0; i < self->round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (self->round->feeds, i);

      if (feed->here)
        g_hash_table_add (own, feed->feed);
    }
  for (guint i = 0; i < feeds->len; i++)
    {
      const ShinsaFeedRow *row = g_ptr_array_index (feeds, i);

      if (!g_hash_table_contains (own, row->feed) &&
          !shinsa_journal_walk (self->store, self->round->root, row->feed, 1, -1, remove_body,
                                self, error))
        return FALSE;
    }

  return TRUE;
}

/* Adds the documents of a round to those that stay, or to those that go. A file can belong to
 * more than one application, and to more than one round. */
static gboolean
sort_documents (Purge        *self,
                const char   *root,
                GHashTable   *stay,
                GHashTable   *go,
                GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_dossier_document_list (self->store, root, -1, error);
  gboolean this_round = g_str_equal (root, self->round->root);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaDossierDocumentRow *row = g_ptr_array_index (rows, i);
      gboolean goes = this_round && g_hash_table_contains (self->barred, row->application);

      g_hash_table_add (goes ? go : stay, g_strdup (row->document));
    }

  return TRUE;
}

static gboolean
remove_document (Purge       *self,
                 const char  *hash,
                 GError     **error)
{
  gboolean held = FALSE;

  if (!shinsa_document_has (self->store, hash, &held, error))
    return FALSE;
  self->removed |= held;

  return !held || shinsa_document_purge (self->store, hash, REASON, error);
}

static gboolean
remove_documents (Purge    *self,
                  GError  **error)
{
  g_autoptr (GHashTable) stay = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) go = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rounds = shinsa_round_list (self->store, error);
  GHashTableIter iter;
  const char *hash = NULL;

  if (rounds == NULL)
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundRow *row = g_ptr_array_index (rounds, i);

      if (!sort_documents (self, row->round, stay, go, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, go);
  while (g_hash_table_iter_next (&iter, (gpointer *) &hash, NULL))
    {
      if (!g_hash_table_contains (stay, hash) && !remove_document (self, hash, error))
        return FALSE;
    }

  return TRUE;
}

/* --- All of it --- */

static gboolean
remove_words (Purge    *self,
              GError  **error)
{
  GHashTableIter iter;
  const char *application = NULL;

  g_hash_table_iter_init (&iter, self->barred);
  while (g_hash_table_iter_next (&iter, (gpointer *) &application, NULL))
    {
      if (!shinsa_search_remove (self->store, self->round->root, application, error))
        return FALSE;
    }

  return TRUE;
}

/* The official tables are made again from what is left, names to be searched for with them. */
static gboolean
purge (ShinsaStore  *store,
       gpointer      data,
       GError      **error)
{
  Purge *self = data;

  if (!find_barred (self, error))
    return FALSE;
  if (g_hash_table_size (self->barred) == 0)
    return TRUE;

  return remove_documents (self, error) && remove_bodies (self, error) &&
         (!self->removed ||
          (remove_words (self, error) &&
           shinsa_replay_advance (store, self->round->root, TRUE, error)));
}

/**
 * shinsa_session_purge:
 * @self: a session, in a unit of work
 * @root: root key of a round, hex
 * @error: return location for an error of the store
 *
 * Lets the rulings take effect on this computer. Drafts and notes about an application that their
 * author is recused from are deleted. Where nobody on this computer may hold an application, its
 * content, its documents, what others stated about it and what can be searched for are removed
 * for good: the journal keeps their hashes. Asking again changes nothing.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_session_purge (ShinsaSession  *self,
                      const char     *root,
                      GError        **error)
{
  ShinsaStore *store = shinsa_session_get_store (self);
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GHashTable) barred = g_hash_table_new (g_str_hash, g_str_equal);
  Purge job = { store, NULL, barred, FALSE };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  if (!(round = shinsa_picture_load (store, root, -1, error)))
    return FALSE;
  job.round = round;

  return shinsa_store_write (store, purge, &job, error);
}

typedef struct {
  ShinsaStore *store;
  guint        count;
} Removed;

static gboolean
count_body (const ShinsaEntryRow  *entry,
            gpointer               data,
            GError               **error)
{
  Removed *self = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *purged = NULL;

  if (!shinsa_body_lookup (self->store, entry->body, &bytes, &purged, error))
    return FALSE;
  self->count += purged != NULL;

  return TRUE;
}

static gboolean
count_removed (ShinsaStore  *store,
               gpointer      data,
               GError      **error)
{
  Removed *self = data;
  g_autoptr (GPtrArray) rounds = shinsa_journal_rounds (store, error);

  if (rounds == NULL)
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    {
      const char *root = ((ShinsaFeedRow *) g_ptr_array_index (rounds, i))->feed;
      g_autoptr (GPtrArray) feeds = shinsa_journal_feeds (store, root, error);

      if (feeds == NULL)
        return FALSE;
      for (guint j = 0; j < feeds->len; j++)
        {
          const ShinsaFeedRow *row = g_ptr_array_index (feeds, j);

          if (!shinsa_journal_walk (store, root, row->feed, 1, -1, count_body, self, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * shinsa_session_count_removed:
 * @self: a session
 * @removed: (out): of how many entries only the hash is left, since a ruling removed the rest
 * @error: return location for an error of the store
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_session_count_removed (ShinsaSession  *self,
                              guint          *removed,
                              GError        **error)
{
  Removed count = { shinsa_session_get_store (self), 0 };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (removed != NULL, FALSE);

  if (!shinsa_store_read (count.store, count_removed, &count, error))
    return FALSE;
  *removed = count.count;

  return TRUE;
}

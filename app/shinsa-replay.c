/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-replay.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-entry.h"
#include "entries/shinsa-field.h"
#include "entries/shinsa-kind.h"
#include "entries/shinsa-picture-body.h"
#include "entries/shinsa-picture.h"
#include "exchange/shinsa-digest.h"
#include "shinsa-bodies.h"
#include "shinsa-error.h"
#include "shinsa-feed-tables.h"
#include "shinsa-official.h"
#include "shinsa-round-tables.h"

/* The one way into the official tables: each entry of the register takes effect in its order,
 * whether it was just written, came in a packet, or is replayed from the start. */

typedef struct {
  ShinsaStore      *store;
  const char       *root;
  gint64            seq;         /* of the register entry that takes effect */
  ShinsaDefinition *definition;  /* NULL until the round is defined */
  GHashTable       *received;    /* "feed/seq" of every submission that was received */
  GHashTable       *authors;     /* feed to member, as the desk accepted them */
  ShinsaPictures   *pictures;
} Replay;

static gboolean
note_not_applied (Replay      *replay,
                  const char  *kind,
                  const char  *why,
                  const char  *reason,
                  GError     **error)
{
  ShinsaNotAppliedRow row = { replay->seq, (char *) kind, (char *) why, (char *) reason };

  return shinsa_not_applied_insert (replay->store, replay->root, &row, error);
}

/* What became of an entry: words that the official tables keep. */
typedef struct {
  const char *applied;   /* applied, not held, newer or refused */
  const char *reason;
} Verdict;

/* Lets an entry take effect. FALSE only where this computer failed; what the entry itself gives
 * reason for is the verdict. */
static gboolean
take_effect (Replay                *replay,
             const ShinsaEntryRow  *entry,
             const char            *author,
             ShinsaSide             side,
             Verdict               *verdict,
             GError               **error)
{
  const ShinsaKind *kind = shinsa_kind_lookup (entry->kind);
  const ShinsaEffect effect = {
    replay->store, replay->root, replay->seq, entry, author, replay->definition,
    replay->pictures
  };
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (GError) local = NULL;

  verdict->reason = "";
  if (kind == NULL || kind->side != side || entry->v > kind->version)
    {
      verdict->applied = "newer";
      return TRUE;
    }
  if (replay->definition == NULL && !g_str_equal (entry->kind, SHINSA_KIND_ROUND_DEFINE))
    {
      verdict->applied = "refused";
      verdict->reason = "undefined_round";
      return TRUE;
    }
  if (!shinsa_picture_read_body (replay->store, entry->body, &body, &local))
    {
      if (!shinsa_kind_is_verdict (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      verdict->applied = "refused";
      verdict->reason = shinsa_kind_verdict (local);
      return TRUE;
    }
  if (body == NULL)
    {
      verdict->applied = "not held";
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (body))
    {
      verdict->applied = "refused";
      verdict->reason = "invalid";
      return TRUE;
    }
  if (kind->apply (&effect, json_node_get_object (body), &local))
    {
      verdict->applied = "applied";
      if (!g_str_equal (entry->kind, SHINSA_KIND_DECISION_CONFIRM) &&
          !g_str_equal (entry->kind, SHINSA_KIND_OUTCOME_PROPOSE))
        shinsa_pictures_forget_now (replay->pictures);
      return TRUE;
    }
  if (!shinsa_kind_is_verdict (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  verdict->applied = "refused";
  verdict->reason = shinsa_kind_verdict (local);

  return TRUE;
}

static gboolean
load_authors (Replay   *replay,
              GError  **error)
{
  g_autoptr (GPtrArray) states = shinsa_feed_state_list (replay->store, replay->root, replay->seq,
                                                         error);

  if (states == NULL)
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    {
      const ShinsaFeedStateRow *row = g_ptr_array_index (states, i);

      g_hash_table_replace (replay->authors, g_strdup (row->feed), g_strdup (row->member));
    }

  return TRUE;
}

static gboolean
load_received (Replay   *replay,
               GError  **error)
{
  g_autoptr (GPtrArray) rows = shinsa_reception_list (replay->store, replay->root, replay->seq,
                                                      error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaReceptionRow *row = g_ptr_array_index (rows, i);

      g_hash_table_add (replay->received,
                        g_strdup_printf ("%s/%" G_GINT64_FORMAT, row->feed, row->feed_seq));
    }

  return TRUE;
}

static gboolean
receive_submission (Replay                *replay,
                    const char            *hash,
                    const char            *feed,
                    gint64                 feed_seq,
                    GError               **error)
{
  g_autoptr (ShinsaEntryRow) entry = NULL;
  const char *author = g_hash_table_lookup (replay->authors, feed);
  Verdict verdict = { "not held", "" };
  ShinsaReceptionRow row = { 0 };

  if (!shinsa_journal_lookup (replay->store, hash, &entry, error))
    return FALSE;
  if (entry != NULL &&
      (author == NULL || !g_str_equal (entry->feed, feed) || entry->seq != feed_seq))
    {
      verdict.applied = "refused";
      verdict.reason = "not_authorised";
    }
  else if (entry != NULL &&
           !take_effect (replay, entry, author, SHINSA_SIDE_SUBMISSION, &verdict, error))
    return FALSE;

  row.seq = replay->seq;
  row.feed = (char *) feed;
  row.feed_seq = feed_seq;
  row.entry = (char *) hash;
  row.kind = entry != NULL ? entry->kind : (char *) "";
  row.applied = (char *) verdict.applied;
  row.reason = (char *) verdict.reason;

  return shinsa_reception_insert (replay->store, replay->root, &row, error);
}

static gboolean
apply_receive (Replay                *replay,
               const ShinsaEntryRow  *act,
               GError               **error)
{
  const char *feed = NULL;
  const char *hash = NULL;
  gint64 seq = 0;
  const ShinsaField fields[] = {
    { "feed", SHINSA_FIELD_HASH, &feed },
    { "hash", SHINSA_FIELD_HASH, &hash },
    { "seq", SHINSA_FIELD_INTEGER, &seq },
  };
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (GError) local = NULL;

  if (!shinsa_picture_read_body (replay->store, act->body, &body, error))
    return FALSE;
  if (body == NULL)
    return note_not_applied (replay, act->kind, "not held", "", error);
  if (act->v > 1)
    return note_not_applied (replay, act->kind, "newer", "", error);
  if (!JSON_NODE_HOLDS_OBJECT (body) ||
      !shinsa_body_read (json_node_get_object (body), fields, G_N_ELEMENTS (fields), &local))
    return note_not_applied (replay, act->kind, "refused", "invalid", error);
  /* A second receive of one submission changes nothing: it counts where it was received first. */
  if (!g_hash_table_add (replay->received,
                         g_strdup_printf ("%s/%" G_GINT64_FORMAT, feed, seq)))
    return note_not_applied (replay, act->kind, "refused", "received_before", error);

  return receive_submission (replay, hash, feed, seq, error);
}

/* What a replay has to know again after some acts. */
static gboolean
note_applied (Replay      *replay,
              const char  *kind,
              GError     **error)
{
  if (g_str_equal (kind, SHINSA_KIND_FEED_SET))
    return load_authors (replay, error);
  if (g_str_equal (kind, SHINSA_KIND_ROUND_DEFINE))
    return (replay->definition = shinsa_picture_load_definition (replay->store, replay->root,
                                                                 error)) != NULL;

  return TRUE;
}

static gboolean
apply_act (const ShinsaEntryRow  *act,
           gpointer               data,
           GError               **error)
{
  Replay *replay = data;
  Verdict verdict = { 0 };

  replay->seq = act->seq;
  if (g_str_equal (act->kind, SHINSA_KIND_RECEIVE))
    return apply_receive (replay, act, error);
  if (!take_effect (replay, act, "desk", SHINSA_SIDE_ACT, &verdict, error))
    return FALSE;
  if (g_str_equal (verdict.applied, "applied"))
    return note_applied (replay, act->kind, error);

  return note_not_applied (replay, act->kind, verdict.applied, verdict.reason, error);
}

static gboolean
walk_register (Replay   *replay,
               GError  **error)
{
  gint64 version = 0;
  gint64 from = 0;

  if (!shinsa_projection_get (replay->store, replay->root, &version, &from, error))
    return FALSE;
  replay->seq = from;
  if (from > 0 && !(replay->definition = shinsa_picture_load_definition (replay->store,
                                                                         replay->root, error)))
    return FALSE;
  if (!load_authors (replay, error) || !load_received (replay, error) ||
      !shinsa_journal_walk (replay->store, replay->root, replay->root, from + 1, -1, apply_act,
                            replay, error))
    return FALSE;

  return shinsa_projection_set (replay->store, replay->root, SHINSA_PROJECTION_VERSION,
                                replay->seq, error);
}

static gboolean
advance (ShinsaStore  *store,
         gpointer      data,
         GError      **error)
{
  Replay replay = { store, data };
  gboolean done = FALSE;

  replay.received = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  replay.authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  replay.pictures = shinsa_pictures_new (store, replay.root);
  done = walk_register (&replay, error);
  g_clear_pointer (&replay.definition, shinsa_definition_unref);
  g_hash_table_unref (replay.received);
  g_hash_table_unref (replay.authors);
  shinsa_pictures_free (replay.pictures);

  return done;
}

static gboolean
advance_from_start (ShinsaStore  *store,
                    gpointer      data,
                    GError      **error)
{
  const char *root = data;

  return shinsa_official_clear (store, root, error) &&
         shinsa_projection_set (store, root, SHINSA_PROJECTION_VERSION, 0, error) &&
         advance (store, data, error);
}

/**
 * shinsa_replay_advance:
 * @store: a store that can be written
 * @root: root key of the round, hex
 * @from_start: make the official tables anew, as after a body arrived late
 * @error: return location for an error of the store
 *
 * Lets every entry of the register that has not taken effect do so, in one unit of work.
 *
 * Returns: whether the tables are as the register says
 */
gboolean
shinsa_replay_advance (ShinsaStore  *store,
                       const char   *root,
                       gboolean      from_start,
                       GError      **error)
{
  g_return_val_if_fail (store != NULL && root != NULL, FALSE);

  return shinsa_store_write (store, from_start ? advance_from_start : advance, (gpointer) root,
                             error);
}

/* --- Check --- */

typedef struct {
  ShinsaStore *store;
  ShinsaStore *fresh;
  const char  *root;
  char        *prev;
  gint64       seq;
} Copy;

static gboolean
refuse_entry (const ShinsaEntryRow  *entry,
              GError               **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
               _("Entry %lld of feed %.8s… is not what was written: its hash does not fit. "
                 "Restore the store from a backup."),
               (long long) entry->seq, entry->feed);

  return FALSE;
}

static gboolean
copy_entry (const ShinsaEntryRow  *entry,
            gpointer               data,
            GError               **error)
{
  Copy *copy = data;
  g_autofree char *hash = shinsa_sha256_hex (SHINSA_ENTRY_CONTEXT, entry->header);
  g_autofree char *body_hash = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_equal (hash, entry->hash) || entry->seq != copy->seq + 1 ||
      g_strcmp0 (entry->prev, copy->prev) != 0)
    return refuse_entry (entry, error);
  g_free (copy->prev);
  copy->prev = g_strdup (entry->hash);
  copy->seq = entry->seq;
  if (!shinsa_journal_append (copy->fresh, entry, error) ||
      !shinsa_body_lookup (copy->store, entry->body, &bytes, NULL, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;
  body_hash = shinsa_sha256_hex (NULL, bytes);
  if (!g_str_equal (body_hash, entry->body))
    return refuse_entry (entry, error);

  return shinsa_body_insert (copy->fresh, entry->body, bytes, error);
}

static gboolean
check_head (Copy        *copy,
            const char  *feed,
            GError     **error)
{
  g_autoptr (ShinsaHeadRow) head = NULL;
  g_autoptr (ShinsaEntryRow) entry = NULL;

  if (!shinsa_head_lookup (copy->store, copy->root, feed, &head, error))
    return FALSE;
  if (head != NULL && !shinsa_head_verify (head, copy->root, error))
    return FALSE;
  if (head != NULL &&
      !shinsa_journal_lookup_seq (copy->store, copy->root, feed, head->seq, &entry, error))
    return FALSE;
  if (entry != NULL && head->seq == copy->seq && g_str_equal (entry->hash, head->hash))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
               _("The newest entry of feed %.8s… is not signed. "
                 "Restore the store from a backup."), feed);

  return FALSE;
}

static gboolean
copy_feeds (ShinsaStore  *fresh,
            gpointer      data,
            GError      **error)
{
  Copy *copy = data;
  g_autoptr (GPtrArray) feeds = shinsa_journal_feeds (copy->store, copy->root, error);

  if (feeds == NULL)
    return FALSE;
  for (guint i = 0; i < feeds->len; i++)
    {
      const ShinsaFeedRow *row = g_ptr_array_index (feeds, i);

      g_clear_pointer (&copy->prev, g_free);
      copy->seq = 0;
      if (!shinsa_journal_walk (copy->store, copy->root, row->feed, 1, -1, copy_entry, copy,
                                error) ||
          !check_head (copy, row->feed, error))
        return FALSE;
    }
  g_clear_pointer (&copy->prev, g_free);

  return shinsa_replay_advance (fresh, copy->root, FALSE, error);
}

/**
 * shinsa_replay_check:
 * @store: a store
 * @root: root key of the round, hex
 * @error: return location for %SHINSA_ERROR_SIGNATURE where something was changed, or an error of
 *   the store
 *
 * Verifies chains, hashes and heads, replays everything into a fresh store and compares every
 * official table.
 *
 * Returns: whether the store is what its journal says
 */
gboolean
shinsa_replay_check (ShinsaStore  *store,
                     const char   *root,
                     GError      **error)
{
  g_autoptr (ShinsaStore) fresh = shinsa_store_open (SHINSA_STORE_MEMORY, SHINSA_STORE_CREATE,
                                                     error);
  Copy copy = { store, fresh, root, NULL, 0 };
  g_autofree char *held = NULL;
  g_autofree char *replayed = NULL;

  if (fresh == NULL || !shinsa_store_write (fresh, copy_feeds, &copy, error) ||
      !(held = shinsa_official_dump (store, root, error)) ||
      !(replayed = shinsa_official_dump (fresh, root, error)))
    return FALSE;
  if (g_str_equal (held, replayed))
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
                       _("The official tables are not what the journal says. Nothing was changed. "
                         "Restore the store from a backup."));

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet-merge.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "entries/shinsa-entry.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json.h"
#include "shinsa-bodies.h"
#include "shinsa-documents.h"
#include "shinsa-error.h"
#include "shinsa-journal.h"

/* The lines of a packet that was checked, on their way into the journal. Their form is certain
 * here; what is asked is only whether the store has them. */
typedef struct {
  ShinsaStore            *store;
  const ShinsaPacketInfo *info;
  ShinsaPacketReport     *report;

  const char             *line;
  gsize                   length;
  JsonObject             *object;

  gint64                  held;       /* last entry of the current feed that was held before */
  ShinsaForkRow          *fork;       /* of the current feed, or NULL */
  GHashTable             *forks;      /* feed to ShinsaForkRow, until its head has come */
  GHashTable             *skipped;    /* bodies of entries that are not taken in */
  GHashTable             *wanted;     /* body of each new entry, until it has come */
  ShinsaDocumentWriter   *document;   /* being taken in, or NULL */
  char                   *hash;       /* of that document */
} Merge;

static const char *
get_text (Merge      *self,
          const char *member)
{
  return json_object_get_string_member (self->object, member);
}

/* --- Entries --- */

static gboolean
merge_feed (Merge   *self,
            GError **error)
{
  g_autoptr (ShinsaEntryRow) last = NULL;

  if (!shinsa_journal_last (self->store, self->info->round, get_text (self, "feed"), &last, error))
    return FALSE;
  self->held = last != NULL ? last->seq : 0;
  self->fork = NULL;
  return TRUE;
}

static void
keep_fork (Merge          *self,
           ShinsaEntryRow *entry)
{
  self->fork = g_new0 (ShinsaForkRow, 1);
  self->fork->feed = g_strdup (entry->feed);
  self->fork->seq = entry->seq;
  self->fork->hash = g_strdup (entry->hash);
  self->fork->header = g_bytes_ref (entry->header);
  g_hash_table_insert (self->forks, self->fork->feed, self->fork);
}

/* Whether the store has this very entry at its place; where it has another one, that is a fork. */
static gboolean
compare_entry (Merge           *self,
               ShinsaEntryRow  *entry,
               GError         **error)
{
  g_autoptr (ShinsaEntryRow) held = NULL;

  if (!shinsa_journal_lookup_seq (self->store, entry->round, entry->feed, entry->seq, &held,
                                  error))
    return FALSE;
  if (!g_str_equal (held->hash, entry->hash))
    keep_fork (self, entry);
  return TRUE;
}

static gboolean
merge_entry (Merge   *self,
             GError **error)
{
  JsonObject *header = json_object_get_object_member (self->object, "header");
  g_autoptr (ShinsaEntryRow) entry = shinsa_entry_read (header, "/header", error);

  if (entry == NULL)
    return FALSE;
  if (self->fork == NULL && entry->seq <= self->held && !compare_entry (self, entry, error))
    return FALSE;
  if (self->fork != NULL)
    {
      g_hash_table_add (self->skipped, g_strdup (entry->body));
      return TRUE;
    }
  if (entry->seq <= self->held)
    return TRUE;

  self->report->new_entries++;
  g_hash_table_add (self->wanted, g_strdup (entry->body));
  return shinsa_journal_append (self->store, entry, error);
}

/* --- Bodies --- */

/* The body's own bytes: the line is canonical, so they stand right behind its first member. */
static GBytes *
body_bytes (Merge *self)
{
  const gsize before = strlen ("{\"body\":");
  const gsize after = strlen (",\"hash\":\"\",\"line\":\"body\"}") + SHINSA_DIGEST_BYTES * 2;

  return g_bytes_new (self->line + before, self->length - before - after);
}

static gboolean
merge_body (Merge   *self,
            GError **error)
{
  const char *hash = get_text (self, "hash");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) held = NULL;
  g_autofree char *purged = NULL;

  if (!g_hash_table_remove (self->wanted, hash) && g_hash_table_contains (self->skipped, hash))
    return TRUE;
  if (!shinsa_body_lookup (self->store, hash, &held, &purged, error))
    return FALSE;
  if (held != NULL || purged != NULL)
    return TRUE;

  bytes = body_bytes (self);
  self->report->new_bodies++;
  return shinsa_body_insert (self->store, hash, bytes, error);
}

/* The desk may leave a body out for whom it is not meant; an author has no reason to. */
static gboolean
check_wanted (Merge   *self,
              GError **error)
{
  GHashTableIter iter;
  const char *hash;

  if (!g_str_equal (self->info->purpose, SHINSA_PURPOSE_SUBMISSION))
    return TRUE;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, (gpointer *) &hash, NULL))
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *purged = NULL;

      if (!shinsa_body_lookup (self->store, hash, &bytes, &purged, error))
        return FALSE;
      if (bytes != NULL || purged != NULL)
        continue;
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("“%s” is not complete: the body of an entry is missing. Nothing was taken in. "
                     "Ask its sender for the file again."), self->report->file);
      return FALSE;
    }
  return TRUE;
}

/* --- Heads --- */

static gboolean
merge_fork (Merge          *self,
            ShinsaForkRow  *fork,
            GError        **error)
{
  fork->head = g_bytes_new (self->line, self->length);
  g_ptr_array_add (self->report->forks, g_strdup (fork->feed));
  return shinsa_fork_insert (self->store, self->info->round, fork, error);
}

static gboolean
merge_head (Merge   *self,
            GError **error)
{
  const char *feed = get_text (self, "feed");
  ShinsaForkRow *fork = g_hash_table_lookup (self->forks, feed);
  const ShinsaHeadRow head = {
    .feed = (char *) feed,
    .seq = json_object_get_int_member (self->object, "seq"),
    .hash = (char *) get_text (self, "hash"),
    .signature = (char *) get_text (self, "signature"),
  };

  if (fork != NULL)
    return merge_fork (self, fork, error);
  return shinsa_head_set (self->store, self->info->round, &head, error);
}

/* --- Documents --- */

/* A document that was purged stays away, however often it comes. */
static gboolean
finish_document (Merge   *self,
                 GError **error)
{
  gboolean held = FALSE;
  gboolean finished;

  if (self->document == NULL)
    return TRUE;
  finished = shinsa_document_finish (self->document, error) &&
             shinsa_document_has (self->store, self->hash, &held, error);
  self->report->new_documents += held;
  g_clear_pointer (&self->document, shinsa_document_writer_free);
  g_clear_pointer (&self->hash, g_free);
  return finished;
}

static gboolean
merge_document (Merge   *self,
                GError **error)
{
  const char *hash = get_text (self, "hash");
  gboolean held = FALSE;

  if (!finish_document (self, error) || !shinsa_document_has (self->store, hash, &held, error))
    return FALSE;
  if (held)
    return TRUE;
  self->hash = g_strdup (hash);
  self->document = shinsa_document_begin (self->store, hash,
                                          json_object_get_int_member (self->object, "size"),
                                          error);
  return self->document != NULL;
}

static gboolean
merge_chunk (Merge   *self,
             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->document == NULL)
    return TRUE;
  bytes = shinsa_base64_decode (get_text (self, "data"));
  return shinsa_document_append (self->document, bytes, error);
}

/* --- Lines --- */

static gboolean
merge_end (Merge   *self,
           GError **error)
{
  return finish_document (self, error) && check_wanted (self, error);
}

static const struct {
  const char *name;
  gboolean  (*merge) (Merge   *self,
                      GError **error);
} line_kinds[] = {
  { "feed", merge_feed },
  { "entry", merge_entry },
  { "body", merge_body },
  { "head", merge_head },
  { "document", merge_document },
  { "chunk", merge_chunk },
  { "end", merge_end },
};

static gboolean
merge_line (Merge   *self,
            GError **error)
{
  g_autoptr (JsonNode) node = shinsa_json_read (self->line, self->length, error);
  const char *name;

  if (node == NULL)
    return FALSE;
  self->object = json_node_get_object (node);
  name = get_text (self, "line");
  for (guint i = 0; i < G_N_ELEMENTS (line_kinds); i++)
    {
      if (g_str_equal (name, line_kinds[i].name))
        return line_kinds[i].merge (self, error);
    }
  g_assert_not_reached ();
}

static gboolean
merge_lines (Merge                *self,
             ShinsaPacketStaging  *staging,
             GError              **error)
{
  for (;;)
    {
      g_autofree char *line = NULL;

      if (!shinsa_packet_staging_next (staging, &line, &self->length, error))
        return FALSE;
      if (line == NULL)
        return TRUE;
      self->line = line;
      if (!merge_line (self, error))
        return FALSE;
    }
}

/**
 * shinsa_packet_merge:
 * @store: within a unit of work
 * @staging: the lines of a packet that shinsa_packet_check() let through, rewound
 * @info: what it said about itself
 * @report: to be filled with what is new; its file has its name
 *
 * Adds what the store does not have. What it has stays as it is: another entry at the place of
 * one that is held is kept as proof that its feed was continued in two ways, and nothing that
 * follows it in that feed is taken in; what was purged stays away.
 *
 * Returns: %FALSE if and only if @error is set; the unit of work is then not to be kept
 */
gboolean
shinsa_packet_merge (ShinsaStore             *store,
                     ShinsaPacketStaging     *staging,
                     const ShinsaPacketInfo  *info,
                     ShinsaPacketReport      *report,
                     GError                 **error)
{
  g_autoptr (GHashTable) forks = NULL;
  g_autoptr (GHashTable) skipped = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  Merge merge = { .store = store, .info = info, .report = report };
  gboolean merged;

  g_return_val_if_fail (SHINSA_IS_STORE (store) && staging != NULL, FALSE);
  g_return_val_if_fail (info != NULL && report != NULL, FALSE);

  merge.forks = forks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                               (GDestroyNotify) shinsa_fork_row_free);
  merge.skipped = skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge.wanted = wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  merged = merge_lines (&merge, staging, error);
  g_clear_pointer (&merge.document, shinsa_document_writer_free);
  g_free (merge.hash);
  return merged;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-packet-contents.h"

#include <json-glib/json-glib.h>

#include "entries/shinsa-picture-body.h"
#include "entries/shinsa-statements.h"
#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-words.h"
#include "shinsa-bodies.h"
#include "shinsa-documents.h"
#include "shinsa-journal.h"

/* Who may read what an entry says. */
typedef enum {
  AUDIENCE_EVERYBODY,
  AUDIENCE_READERS,    /* who may see the application: not recused, waiting or undeclared */
  AUDIENCE_REVIEWERS,  /* readers, once the phase is closed and their own review is there */
  AUDIENCE_PRESIDING,  /* readers who may preside: they rule on interests, and confirm outcomes */
  AUDIENCE_AUTHOR,
} Audience;

/* How much of the round a packet is meant to bring: each purpose holds what those before it do. */
typedef enum {
  STAGE_INTERESTS,
  STAGE_DOCUMENTS,
  STAGE_NEWS,
} Stage;

/* A kind that is not listed is for everybody where it is about no application, else for nobody. */
static const struct {
  const char *kind;
  Audience    audience;
  Stage       from;
} rules[] = {
  { SHINSA_KIND_DOSSIER_SET, AUDIENCE_EVERYBODY, STAGE_INTERESTS },
  { SHINSA_KIND_INTEREST_RULE, AUDIENCE_EVERYBODY, STAGE_INTERESTS },
  { SHINSA_KIND_PHASE_OPEN, AUDIENCE_EVERYBODY, STAGE_INTERESTS },
  { SHINSA_KIND_PHASE_CLOSE, AUDIENCE_EVERYBODY, STAGE_INTERESTS },
  { SHINSA_KIND_ATTENDANCE_SET, AUDIENCE_EVERYBODY, STAGE_INTERESTS },
  { SHINSA_KIND_DOSSIER_CONTENT, AUDIENCE_READERS, STAGE_DOCUMENTS },
  { SHINSA_KIND_DOCUMENT_SET, AUDIENCE_READERS, STAGE_DOCUMENTS },
  { SHINSA_KIND_QUESTION_SET, AUDIENCE_READERS, STAGE_DOCUMENTS },
  { SHINSA_KIND_SUBMISSION_ADMIT, AUDIENCE_READERS, STAGE_DOCUMENTS },
  { SHINSA_KIND_SUBMISSION_ENTER, AUDIENCE_REVIEWERS, STAGE_NEWS },
  { SHINSA_KIND_REVIEW_SUBMIT, AUDIENCE_REVIEWERS, STAGE_NEWS },
  { SHINSA_KIND_INTERVIEW_RECORD, AUDIENCE_READERS, STAGE_NEWS },
  { SHINSA_KIND_OUTCOME_PROPOSE, AUDIENCE_READERS, STAGE_NEWS },
  { SHINSA_KIND_DECISION_CONFIRM, AUDIENCE_READERS, STAGE_NEWS },
  { SHINSA_KIND_DECISION_REOPEN, AUDIENCE_READERS, STAGE_NEWS },
  { SHINSA_KIND_INTEREST_DECLARE, AUDIENCE_PRESIDING, STAGE_INTERESTS },
  { SHINSA_KIND_FEED_OPEN, AUDIENCE_AUTHOR, STAGE_INTERESTS },
};

typedef struct {
  ShinsaPacketWriter *writer;
  ShinsaStore        *store;
  const ShinsaRound  *round;
  const char         *member;   /* who gets the packet */
  Stage               stage;

  gboolean            own;      /* the current feed is theirs */
  GPtrArray          *bodies;   /* (element-type utf8): hashes of those that go along */
} Fill;

static Stage
stage_of (const char *purpose)
{
  if (g_str_equal (purpose, SHINSA_PURPOSE_INTERESTS))
    return STAGE_INTERESTS;
  return g_str_equal (purpose, SHINSA_PURPOSE_DOCUMENTS) ? STAGE_DOCUMENTS : STAGE_NEWS;
}

/* --- Who may read what --- */

/* What was declared counts once the desk has received it; recused in part is not recused. */
static gboolean
is_reader (const ShinsaRound *round,
           const char        *member,
           const char        *application)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, application, member);

  if (interest == NULL || interest->pending)
    return FALSE;
  return interest->state == SHINSA_INTEREST_NONE ||
         interest->state == SHINSA_INTEREST_ADMITTED ||
         (interest->state == SHINSA_INTEREST_RECUSED && interest->requirements[0] != NULL);
}

/* Others' reviews come after the own one, so that nobody scores with them in mind. */
static gboolean
is_reviewer (const ShinsaRound *round,
             const char        *member,
             const char        *application,
             ShinsaPhase        phase)
{
  const ShinsaMember *person = shinsa_round_member (round, member);

  if (person == NULL || !is_reader (round, member, application) ||
      !shinsa_round_phase_was_closed (round, phase, application))
    return FALSE;
  return !person->scores ||
         shinsa_round_newest_review (round, application, member, SHINSA_PHASE_PAPER) != NULL;
}

static gboolean
may_preside (const ShinsaRound *round,
             const char        *member,
             const char        *application)
{
  const ShinsaMember *person = shinsa_round_member (round, member);

  return person != NULL && person->acting_order > 0 && is_reader (round, member, application);
}

static const char *
find_text (JsonObject *object,
           const char *member)
{
  const char *text = NULL;

  if (!shinsa_json_opt_string (object, "", member, &text, NULL))
    return NULL;
  return text;
}

static gboolean
may_see_review (Fill       *self,
                JsonObject *body,
                const char *application)
{
  JsonObject *entered = NULL;
  const char *word;
  ShinsaPhase phase;

  /* What the desk entered for somebody holds the review in it. */
  if (!shinsa_json_opt_object (body, "", "review", &entered, NULL))
    return FALSE;
  if (self->own || g_strcmp0 (find_text (body, "member"), self->member) == 0)
    return is_reader (self->round, self->member, application);

  word = find_text (entered != NULL ? entered : body, "phase");
  return word != NULL && shinsa_phase_from_string (word, &phase) &&
         is_reviewer (self->round, self->member, application, phase);
}

/**
 * shinsa_packet_restricted_to:
 * @kind: a kind of entry
 * @body: what one of that kind says
 *
 * Returns: (transfer none) (nullable): the application whose readers alone may know it; %NULL where
 *   everybody may, or only its author does
 */
const char *
shinsa_packet_restricted_to (const char *kind,
                             JsonObject *body)
{
  g_return_val_if_fail (kind != NULL && body != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (g_str_equal (kind, rules[i].kind) &&
          (rules[i].audience == AUDIENCE_EVERYBODY || rules[i].audience == AUDIENCE_AUTHOR))
        return NULL;
    }

  return find_text (body, "application");
}

static gboolean
may_read (Fill       *self,
          const char *kind,
          JsonObject *body)
{
  const char *application = find_text (body, "application");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (!g_str_equal (kind, rules[i].kind))
        continue;
      if (rules[i].audience == AUDIENCE_EVERYBODY)
        return TRUE;
      if (rules[i].audience == AUDIENCE_AUTHOR)
        return self->own;
      if (rules[i].audience == AUDIENCE_PRESIDING)
        return self->own || (application != NULL &&
                             may_preside (self->round, self->member, application));
      if (application == NULL || (self->stage < rules[i].from && !self->own))
        return FALSE;
      return rules[i].audience == AUDIENCE_READERS
        ? is_reader (self->round, self->member, application)
        : may_see_review (self, body, application);
    }
  return !json_object_has_member (body, "application") ||
         json_object_get_null_member (body, "application");
}

/**
 * shinsa_packet_applications:
 * @round: the whole picture
 * @purpose: what is issued
 * @member: to whom
 *
 * Returns: (transfer full): ids of the applications whose content the packet hands out
 */
GStrv
shinsa_packet_applications (const ShinsaRound *round,
                            const char        *purpose,
                            const char        *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (stage_of (purpose) >= STAGE_DOCUMENTS && is_reader (round, member, dossier->id))
        g_strv_builder_add (builder, dossier->id);
    }
  return g_strv_builder_end (builder);
}

/* --- Lines --- */

static gboolean
pick_body (const ShinsaEntryRow  *entry,
           gpointer               data,
           GError               **error)
{
  Fill *self = data;
  g_autoptr (JsonNode) body = NULL;

  if (!shinsa_picture_read_body (self->store, entry->body, &body, error))
    return FALSE;
  if (body != NULL && JSON_NODE_HOLDS_OBJECT (body) &&
      may_read (self, entry->kind, json_node_get_object (body)))
    g_ptr_array_add (self->bodies, g_strdup (entry->body));
  return TRUE;
}

static gboolean
add_entry (const ShinsaEntryRow  *entry,
           gpointer               data,
           GError               **error)
{
  return shinsa_packet_writer_entry (data, entry->header, error);
}

/* Entries of a feed of which nothing may be read tell how busy its author is, so they stay. */
static gboolean
add_feed (Fill        *self,
          const char  *feed,
          const char  *member,
          GPtrArray   *heads,
          GError     **error)
{
  const char *root = self->round->root;
  g_autoptr (ShinsaHeadRow) head = NULL;
  guint before = self->bodies->len;

  self->own = g_str_equal (member, self->member);
  if (!shinsa_head_lookup (self->store, root, feed, &head, error))
    return FALSE;
  if (head == NULL)
    return TRUE;
  if (!shinsa_journal_walk (self->store, root, feed, 1, head->seq, pick_body, self, error))
    return FALSE;
  if (self->bodies->len == before && !self->own)
    return TRUE;

  g_ptr_array_add (heads, g_steal_pointer (&head));
  return shinsa_packet_writer_feed (self->writer, feed, member, error) &&
         shinsa_journal_walk (self->store, root, feed, 1,
                              ((ShinsaHeadRow *) g_ptr_array_index (heads, heads->len - 1))->seq,
                              add_entry, self->writer, error);
}

static gboolean
add_bodies (ShinsaPacketWriter  *writer,
            ShinsaStore         *store,
            GPtrArray           *hashes,
            GError             **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hashes->len; i++)
    {
      char *hash = g_ptr_array_index (hashes, i);
      g_autoptr (GBytes) bytes = NULL;

      if (!g_hash_table_add (added, hash))
        continue;
      if (!shinsa_body_lookup (store, hash, &bytes, NULL, error))
        return FALSE;
      if (bytes != NULL && !shinsa_packet_writer_body (writer, hash, bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_heads (ShinsaPacketWriter  *writer,
           GPtrArray           *heads,
           GError             **error)
{
  for (guint i = 0; i < heads->len; i++)
    {
      if (!shinsa_packet_writer_head (writer, g_ptr_array_index (heads, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_document (Fill                      *self,
              const ShinsaDocumentInfo  *document,
              GError                   **error)
{
  if (!shinsa_packet_writer_document (self->writer, document->hash, document->size, error))
    return FALSE;
  for (gint64 position = 0;; position++)
    {
      g_autoptr (GBytes) chunk = NULL;

      if (!shinsa_document_read (self->store, document->hash, position, &chunk, error))
        return FALSE;
      if (chunk == NULL)
        return TRUE;
      if (!shinsa_packet_writer_append (self->writer, chunk, error))
        return FALSE;
    }
}

static gboolean
add_documents (Fill    *self,
               GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);

      if (!is_reader (self->round, self->member, dossier->id))
        continue;
      for (guint j = 0; j < dossier->documents->len; j++)
        {
          const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, j);

          if (document->held && document->used &&
              g_hash_table_add (added, document->hash) && !add_document (self, document, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * shinsa_packet_fill_issue:
 * @writer: a packet that was begun
 * @store: the desk's
 * @round: the whole picture
 * @purpose: what is issued
 * @member: to whom
 *
 * Writes the whole register, the feeds of which the member may read something, and of bodies and
 * documents those that this member may have.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_fill_issue (ShinsaPacketWriter  *writer,
                          ShinsaStore         *store,
                          const ShinsaRound   *round,
                          const char          *purpose,
                          const char          *member,
                          GError             **error)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) heads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_head_row_free);
  Fill fill = {
    .writer = writer,
    .store = store,
    .round = round,
    .member = member,
    .stage = stage_of (purpose),
    .bodies = bodies,
  };

  if (!add_feed (&fill, round->root, "", heads, error))
    return FALSE;
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (feed->received_seq > 0 && !add_feed (&fill, feed->feed, feed->member, heads, error))
        return FALSE;
    }

  return add_bodies (writer, store, bodies, error) &&
         add_heads (writer, heads, error) &&
         (fill.stage != STAGE_DOCUMENTS || add_documents (&fill, error));
}

static gboolean
pick_any_body (const ShinsaEntryRow  *entry,
               gpointer               data,
               GError               **error)
{
  g_ptr_array_add (data, g_strdup (entry->body));
  return TRUE;
}

/**
 * shinsa_packet_fill_submission:
 * @writer: a packet that was begun
 * @store: the author's
 * @round: root key of the round, hex
 * @feed: what is handed over, whole
 * @member: its author
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_packet_fill_submission (ShinsaPacketWriter  *writer,
                               ShinsaStore         *store,
                               const char          *round,
                               const char          *feed,
                               const char          *member,
                               GError             **error)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShinsaHeadRow) head = NULL;

  if (!shinsa_head_lookup (store, round, feed, &head, error))
    return FALSE;
  return shinsa_packet_writer_feed (writer, feed, member, error) &&
         shinsa_journal_walk (store, round, feed, 1, head->seq, add_entry, writer, error) &&
         shinsa_journal_walk (store, round, feed, 1, head->seq, pick_any_body, bodies, error) &&
         add_bodies (writer, store, bodies, error) &&
         shinsa_packet_writer_head (writer, head, error);
}

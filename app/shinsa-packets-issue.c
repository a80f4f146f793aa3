/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-packets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entries/shinsa-statements.h"
#include "exchange/shinsa-packet-writer.h"
#include "shinsa-error.h"
#include "shinsa-packet-contents.h"
#include "shinsa-session-private.h"

/* Writing packets. */

#define NAME_PART_MAX 40

/* --- Names --- */

/* Letters and digits of any language; whatever else stands between them becomes one dash, so that
 * the name holds on every system. */
static char *
name_part (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean kept = g_unichar_isalnum (character) || g_unichar_ismark (character);

      if (kept && g_utf8_strlen (part->str, -1) >= NAME_PART_MAX)
        break;
      if (kept && gap && part->len > 0)
        g_string_append_c (part, '-');
      if (kept)
        g_string_append_unichar (part, character);
      gap = !kept;
    }
  return g_string_free (g_steal_pointer (&part), FALSE);
}

/* The title up to its first bracket, behind which stand years and remarks. */
static char *
round_part (const ShinsaRound *round)
{
  const char *title = shinsa_text_get (&round->definition->title);
  const char *wide = strstr (title, "（");
  gsize length = MIN (strcspn (title, "("), wide != NULL ? (gsize) (wide - title) : strlen (title));
  g_autofree char *beginning = g_strndup (title, length);
  g_autofree char *part = name_part (beginning);

  return *part != '\0' ? g_steal_pointer (&part) : g_strdup (round->definition->id);
}

static char *
member_part (const ShinsaRound *round,
             const char        *id)
{
  const ShinsaMember *member = shinsa_round_member (round, id);
  g_autofree char *part = name_part (member != NULL ? shinsa_text_get (&member->name) : id);

  return *part != '\0' ? g_steal_pointer (&part) : g_strdup (id);
}

static const char *
purpose_part (const char *purpose)
{
  if (g_str_equal (purpose, SHINSA_PURPOSE_INTERESTS))
    return C_("in a file name", "interests");
  if (g_str_equal (purpose, SHINSA_PURPOSE_DOCUMENTS))
    return C_("in a file name", "documents");
  if (g_str_equal (purpose, SHINSA_PURPOSE_NEWS))
    return C_("in a file name", "news");
  return C_("in a file name", "submission");
}

/* Which part of the round a submission is for, as far as its author knows. */
static const char *
phase_part (const ShinsaRound *round)
{
  const ShinsaPhaseChange *last = NULL;

  for (guint i = 0; i < round->phase_changes->len; i++)
    {
      const ShinsaPhaseChange *change = g_ptr_array_index (round->phase_changes, i);

      if (change->open)
        last = change;
    }
  if (last == NULL)
    return C_("in a file name", "interests");
  return last->phase == SHINSA_PHASE_PAPER ? C_("in a file name", "paper")
                                           : C_("in a file name", "interview");
}

/* Two computers of one member may have said equally much: what begins the feed keeps the packet of
 * one from taking the place of the other's on the same stick. */
static char *
make_submission_name (const ShinsaRound *round,
                      const char        *member,
                      const char        *feed,
                      gint64             seq)
{
  g_autofree char *title = round_part (round);
  g_autofree char *name = member_part (round, member);

  return g_strdup_printf ("%s_%s_%s_%s%" G_GINT64_FORMAT "-%.4s" SHINSA_PACKET_SUFFIX, title, name,
                          phase_part (round), purpose_part (SHINSA_PURPOSE_SUBMISSION), seq, feed);
}

static char *
make_issue_name (const ShinsaRound *round,
                 const char        *purpose,
                 const char        *member)
{
  g_autofree char *title = round_part (round);
  g_autofree char *name = member_part (round, member);
  guint number = 1;

  for (guint i = 0; i < round->issues->len; i++)
    {
      const ShinsaIssue *issue = g_ptr_array_index (round->issues, i);

      if (g_str_equal (issue->member, member) && g_str_equal (issue->purpose, purpose))
        number++;
    }
  return g_strdup_printf ("%s_%s_%s%u" SHINSA_PACKET_SUFFIX, title, name, purpose_part (purpose),
                          number);
}

/**
 * shinsa_session_packet_name:
 * @self: a session with a round and an identity selected
 * @purpose: what a packet would be for
 * @member: (nullable): to whom it would be issued; %NULL for a submission
 *
 * Names tell people what a file is: the round, the member, the purpose, and a number that grows. A
 * submission's ends with what tells the member's computers apart.
 *
 * Returns: (transfer full) (nullable): a file name, or %NULL with @error set
 */
char *
shinsa_session_packet_name (ShinsaSession  *self,
                            const char     *purpose,
                            const char     *member,
                            GError        **error)
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (ShinsaEntryRow) last = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self) && purpose != NULL, NULL);

  if (!shinsa_session_check_selected (self, error) ||
      (round = shinsa_session_load_whole (self, -1, error)) == NULL)
    return NULL;
  if (member != NULL)
    return make_issue_name (round, purpose, member);
  if (!shinsa_journal_last (shinsa_session_get_store (self), round->root,
                            shinsa_session_get_feed (self), &last, error))
    return NULL;
  return make_submission_name (round, shinsa_session_get_identity (self),
                               shinsa_session_get_feed (self), last != NULL ? last->seq : 0);
}

/* --- The desk's --- */

typedef struct {
  ShinsaPacketWriter *writer;
  const ShinsaRound  *round;    /* the desk's picture */
  const char         *purpose;
  const char         *member;
} Issue;

static gboolean
fill_issue (ShinsaStore  *store,
            gpointer      data,
            GError      **error)
{
  const Issue *self = data;

  return shinsa_packet_fill_issue (self->writer, store, self->round, self->purpose, self->member,
                                   error);
}

static JsonNode *
state_issue (const Issue *issue)
{
  g_auto (GStrv) ids = shinsa_packet_applications (issue->round, issue->purpose, issue->member);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();
  JsonArray *applications = json_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    json_array_add_string_element (applications, ids[i]);
  json_object_set_array_member (body, "applications", applications);
  json_object_set_string_member (body, "head", issue->round->head);
  json_object_set_string_member (body, "purpose", issue->purpose);
  json_object_set_string_member (body, "to", issue->member);
  json_node_take_object (node, body);
  return node;
}

/* The file is begun before the act is written, so that a folder that may not be written to leaves
 * no trace in the register; and the act before it is filled, so that the packet carries it. */
static gboolean
issue_to_member (ShinsaSession      *self,
                 const ShinsaRound  *round,
                 const char         *purpose,
                 const char         *member,
                 GFile              *file,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_autoptr (ShinsaPacketWriter) writer = NULL;
  g_autoptr (JsonNode) body = NULL;
  ShinsaIdentity *key = shinsa_session_get_key (self, round->root, error);
  Issue issue = { NULL, round, purpose, member };

  if (key == NULL ||
      (writer = shinsa_packet_writer_new (file, round->root, cancellable, error)) == NULL)
    return FALSE;
  issue.writer = writer;
  body = state_issue (&issue);
  return shinsa_session_write (self, SHINSA_KIND_PACKET_ISSUE, body, NULL, error) &&
         shinsa_store_read (shinsa_session_get_store (self), fill_issue, &issue, error) &&
         shinsa_packet_writer_finish (writer, purpose, member, key, error);
}

static gboolean
check_issue (ShinsaSession  *self,
             const char     *purpose,
             GError        **error)
{
  if (!shinsa_session_check_selected (self, error))
    return FALSE;
  if (!shinsa_session_is_desk (self))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("Only the desk of this round issues packets. Nothing was written."));
      return FALSE;
    }
  if (!shinsa_purpose_is_issue (purpose))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("“%s” is nothing that can be issued. Nothing was written. "
                     "Choose interests, documents or news."), purpose);
      return FALSE;
    }
  return TRUE;
}

/* Everybody who scores or may have to preside. */
static gboolean
gets_packets (const ShinsaMember *member)
{
  return member->scores || member->acting_order > 0;
}

/**
 * shinsa_session_issue:
 * @self: a session that acts as the desk
 * @purpose: %SHINSA_PURPOSE_INTERESTS, %SHINSA_PURPOSE_DOCUMENTS or %SHINSA_PURPOSE_NEWS
 * @member: (nullable): to whom; %NULL for everybody who scores or may preside
 * @directory: where to put the files
 * @files: (out) (optional) (transfer full) (element-type GFile): what was written, one file for
 *   each member, also where it ended with an error
 *
 * Writes in the register what is handed out, and then the packet. Where a packet cannot be
 * written to its end, the register says that it was issued: issue it again.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_session_issue (ShinsaSession  *self,
                      const char     *purpose,
                      const char     *member,
                      GFile          *directory,
                      GPtrArray     **files,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ShinsaRound) round = NULL;
  gboolean done;

  g_return_val_if_fail (SHINSA_IS_SESSION (self) && purpose != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (directory), FALSE);

  done = check_issue (self, purpose, error) &&
         (round = shinsa_session_load_whole (self, -1, error)) != NULL;
  for (guint i = 0; done && i < round->members->len; i++)
    {
      const ShinsaMember *person = g_ptr_array_index (round->members, i);
      g_autofree char *name = make_issue_name (round, purpose, person->id);
      g_autoptr (GFile) file = g_file_get_child (directory, name);

      if (member != NULL ? !g_str_equal (member, person->id) : !gets_packets (person))
        continue;
      done = issue_to_member (self, round, purpose, person->id, file, cancellable, error);
      if (done)
        g_ptr_array_add (written, g_steal_pointer (&file));
    }

  if (done && written->len == 0)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
                   _("There is no member “%s” in this round. Nothing was written."),
                   member != NULL ? member : "");
      done = FALSE;
    }
  if (files != NULL)
    *files = g_steal_pointer (&written);
  return done;
}

/* --- A member's --- */

typedef struct {
  ShinsaPacketWriter *writer;
  const char         *root;
  const char         *feed;
  const char         *member;
} Submission;

static gboolean
fill_submission (ShinsaStore  *store,
                 gpointer      data,
                 GError      **error)
{
  const Submission *self = data;

  return shinsa_packet_fill_submission (self->writer, store, self->root, self->feed, self->member,
                                        error);
}

/**
 * shinsa_session_write_submission:
 * @self: a session that acts as a member
 * @file: where to
 *
 * Writes everything that the member stated on this computer, for the desk. To hand it over twice
 * does no harm.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_session_write_submission (ShinsaSession  *self,
                                 GFile          *file,
                                 GCancellable   *cancellable,
                                 GError        **error)
{
  g_autoptr (ShinsaPacketWriter) writer = NULL;
  Submission submission = { NULL };
  ShinsaIdentity *key;

  g_return_val_if_fail (SHINSA_IS_SESSION (self) && G_IS_FILE (file), FALSE);

  if (!shinsa_session_check_selected (self, error))
    return FALSE;
  if (shinsa_session_is_desk (self))
    {
      g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
                           _("The desk has nothing to submit. Nothing was written. "
                             "Choose the member who you are."));
      return FALSE;
    }
  key = shinsa_session_get_key (self, shinsa_session_get_feed (self), error);
  submission.root = shinsa_session_get_root (self);
  if (key == NULL ||
      (writer = shinsa_packet_writer_new (file, submission.root, cancellable, error)) == NULL)
    return FALSE;

  submission.writer = writer;
  submission.feed = shinsa_session_get_feed (self);
  submission.member = shinsa_session_get_identity (self);
  return shinsa_store_read (shinsa_session_get_store (self), fill_submission, &submission, error) &&
         shinsa_packet_writer_finish (writer, SHINSA_PURPOSE_SUBMISSION, SHINSA_RECIPIENT_DESK,
                                      key, error);
}

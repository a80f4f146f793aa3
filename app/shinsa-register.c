/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-register.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-kind.h"
#include "entries/shinsa-picture-body.h"
#include "shinsa-journal.h"
#include "shinsa-session-private.h"

void
shinsa_register_row_free (ShinsaRegisterRow *row)
{
  if (row == NULL)
    return;
  g_free (row->at);
  g_free (row->kind);
  g_free (row->hash);
  g_free (row->application);
  g_free (row->member);
  g_free (row->reason);
  g_free (row);
}

typedef struct {
  ShinsaSession *session;
  ShinsaRound   *round;
  GPtrArray     *rows;
} Listing;

static char *
dup_text (JsonObject *body,
          const char *member)
{
  JsonNode *node = body != NULL ? json_object_get_member (body, member) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup ("");

  return json_node_dup_string (node);
}

static const char *
member_of_feed (const ShinsaRound *round,
                const char        *feed)
{
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *info = g_ptr_array_index (round->feeds, i);

      if (g_str_equal (info->feed, feed))
        return info->member;
    }

  return "";
}

/* A receive is told as what was received. */
static gboolean
tell_reception (Listing            *listing,
                ShinsaRegisterRow  *row,
                JsonObject         *act,
                GError            **error)
{
  g_autofree char *hash = dup_text (act, "hash");
  g_autofree char *feed = dup_text (act, "feed");
  ShinsaStore *store = shinsa_session_get_store (listing->session);
  g_autoptr (ShinsaEntryRow) entry = NULL;
  g_autoptr (JsonNode) body = NULL;

  row->received = TRUE;
  row->member = g_strdup (member_of_feed (listing->round, feed));
  if (!shinsa_journal_lookup (store, hash, &entry, error))
    return FALSE;
  if (entry != NULL)
    {
      g_free (row->kind);
      row->kind = g_strdup (entry->kind);
      if (!shinsa_picture_read_body (store, entry->body, &body, error))
        return FALSE;
    }
  row->held = body != NULL;
  row->application = dup_text (body != NULL ? json_node_get_object (body) : NULL, "application");
  row->reason = g_strdup ("");

  return TRUE;
}

static gboolean
tell_act (const ShinsaEntryRow  *entry,
          gpointer               data,
          GError               **error)
{
  Listing *listing = data;
  g_autoptr (ShinsaRegisterRow) row = g_new0 (ShinsaRegisterRow, 1);
  g_autoptr (JsonNode) body = NULL;
  JsonObject *object = NULL;

  if (!shinsa_picture_read_body (shinsa_session_get_store (listing->session), entry->body, &body,
                                 error))
    return FALSE;
  object = body != NULL ? json_node_get_object (body) : NULL;
  row->seq = entry->seq;
  row->at = g_strdup (entry->at);
  row->kind = g_strdup (entry->kind);
  row->hash = g_strdup (entry->hash);
  row->held = body != NULL;
  if (g_str_equal (entry->kind, SHINSA_KIND_RECEIVE))
    {
      if (!tell_reception (listing, row, object, error))
        return FALSE;
    }
  else
    {
      row->application = dup_text (object, "application");
      row->member = dup_text (object, g_str_equal (entry->kind, SHINSA_KIND_PACKET_ISSUE)
                                        ? "to" : "member");
      row->reason = listing->round->is_desk ? dup_text (object, "reason") : g_strdup ("");
    }
  g_ptr_array_add (listing->rows, g_steal_pointer (&row));

  return TRUE;
}

static gboolean
list_register (ShinsaStore  *store,
               gpointer      data,
               GError      **error)
{
  Listing *listing = data;

  return shinsa_journal_walk (store, listing->round->root, listing->round->root, 1, -1, tell_act,
                              listing, error);
}

/**
 * shinsa_session_list_register:
 * @self: a session with a round selected
 * @error: return location for an error
 *
 * Nothing in it says what somebody thinks of an application, so everybody may read it.
 *
 * Returns: (transfer full) (element-type ShinsaRegisterRow) (nullable): the acts in their order
 */
GPtrArray *
shinsa_session_list_register (ShinsaSession  *self,
                              GError        **error)
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_register_row_free);
  Listing listing = { self, NULL, rows };

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);

  if (!(round = shinsa_session_load (self, error)))
    return NULL;
  listing.round = round;
  if (!shinsa_store_read (shinsa_session_get_store (self), list_register, &listing, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * shinsa_kind_label:
 * @kind: a kind of entry
 *
 * Returns: (transfer none): what people call it, or the kind itself where it is not known here
 */
const char *
shinsa_kind_label (const char *kind)
{
  static const struct {
    const char *kind;
    const char *label;
  } labels[] = {
    { SHINSA_KIND_ROUND_DEFINE, N_("Round defined") },
    { SHINSA_KIND_ROSTER_SET, N_("Roster set") },
    { SHINSA_KIND_SCHEDULE_SET, N_("Timetable set") },
    { SHINSA_KIND_DOSSIER_SET, N_("Application entered") },
    { SHINSA_KIND_DOSSIER_CONTENT, N_("Content of application entered") },
    { SHINSA_KIND_DOCUMENT_SET, N_("Document entered") },
    { SHINSA_KIND_PACKET_ISSUE, N_("Packet issued") },
    { SHINSA_KIND_FEED_OPEN, N_("Confidentiality confirmed") },
    { SHINSA_KIND_FEED_SET, N_("Computer accepted, lost or held") },
    { SHINSA_KIND_RECEIVE, N_("Submission received") },
    { SHINSA_KIND_INTEREST_DECLARE, N_("Interest declared") },
    { SHINSA_KIND_INTEREST_RULE, N_("Interest ruled on") },
    { SHINSA_KIND_PHASE_OPEN, N_("Phase opened") },
    { SHINSA_KIND_PHASE_CLOSE, N_("Phase closed") },
    { SHINSA_KIND_REVIEW_SUBMIT, N_("Review submitted") },
    { SHINSA_KIND_SUBMISSION_ADMIT, N_("Late review admitted") },
    { SHINSA_KIND_SUBMISSION_ENTER, N_("Review entered by the desk") },
    { SHINSA_KIND_QUESTION_SET, N_("Question set") },
    { SHINSA_KIND_ATTENDANCE_SET, N_("Attendance recorded") },
    { SHINSA_KIND_OUTCOME_PROPOSE, N_("Outcome proposed") },
    { SHINSA_KIND_DECISION_CONFIRM, N_("Outcome confirmed") },
    { SHINSA_KIND_DECISION_REOPEN, N_("Outcome reopened") },
    { SHINSA_KIND_RECORD_EXPORT, N_("Record exported") },
  };

  g_return_val_if_fail (kind != NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].kind, kind))
        return _(labels[i].label);
    }

  return kind;
}

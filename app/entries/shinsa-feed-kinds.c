/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kinds.h"

#include <glib/gi18n-lib.h>

#include "entries/shinsa-field.h"
#include "shinsa-error.h"
#include "shinsa-feed-tables.h"

/* Kinds about who writes, and about what was handed out to whom. */

static const char * const feed_states[] = { "accepted", "lost", "held", NULL };
static const char * const purposes[] = { "interests", "documents", "news", NULL };

static gboolean
check_member (const ShinsaRound  *round,
              const char         *member,
              GError            **error)
{
  if (shinsa_round_member (round, member) != NULL)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no member “%s” in this round."), member);

  return FALSE;
}

static gboolean
read_feed_open (JsonObject  *body,
                const char **member,
                GError     **error)
{
  gboolean confidentiality = FALSE;
  const char *continues = NULL;
  const char *device = NULL;
  const ShinsaField fields[] = {
    { "confidentiality", SHINSA_FIELD_BOOLEAN, &confidentiality },
    { "continues", SHINSA_FIELD_TEXT_OR_NULL, &continues },
    { "device", SHINSA_FIELD_TEXT, &device },
    { "member", SHINSA_FIELD_TEXT, member },
  };

  if (!shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error))
    return FALSE;
  if (confidentiality)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("Confidentiality has to be confirmed before anything can be written."));

  return FALSE;
}

gboolean
shinsa_authorise_feed_open (const ShinsaRound  *round,
                            const char         *author,
                            JsonObject         *body,
                            GError            **error)
{
  const char *member = NULL;

  return read_feed_open (body, &member, error) && check_member (round, member, error);
}

/* Whose feed it is, is what the desk said when it accepted the feed; opening it only asks. */
gboolean
shinsa_apply_feed_open (const ShinsaEffect  *effect,
                        JsonObject          *body,
                        GError             **error)
{
  const char *member = NULL;

  if (!read_feed_open (body, &member, error))
    return FALSE;
  if (g_str_equal (member, effect->author))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
               _("This feed says it is of “%s”, but the desk accepted it as that of “%s”."),
               member, effect->author);

  return FALSE;
}

typedef struct {
  const char *feed;
  const char *member;
  const char *reason;
  const char *state;
} FeedBody;

static gboolean
read_feed_set (JsonObject  *body,
               FeedBody    *feed,
               GError     **error)
{
  const ShinsaField fields[] = {
    { "feed", SHINSA_FIELD_HASH, &feed->feed },
    { "member", SHINSA_FIELD_TEXT, &feed->member },
    { "reason", SHINSA_FIELD_TEXT, &feed->reason },
    { "state", SHINSA_FIELD_WORD, &feed->state, feed_states },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

gboolean
shinsa_authorise_feed_set (const ShinsaRound  *round,
                           const char         *author,
                           JsonObject         *body,
                           GError            **error)
{
  FeedBody feed = { 0 };

  if (!read_feed_set (body, &feed, error) || !check_member (round, feed.member, error))
    return FALSE;
  if (g_str_equal (feed.state, "accepted") || *feed.reason != '\0')
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       _("Setting a feed to lost or held needs a reason. Nothing was changed."));

  return FALSE;
}

gboolean
shinsa_apply_feed_set (const ShinsaEffect  *effect,
                       JsonObject          *body,
                       GError             **error)
{
  FeedBody feed = { 0 };
  ShinsaFeedStateRow row = { 0 };

  if (!read_feed_set (body, &feed, error))
    return FALSE;
  row.seq = effect->seq;
  row.feed = (char *) feed.feed;
  row.member = (char *) feed.member;
  row.state = (char *) feed.state;
  row.reason = (char *) feed.reason;

  return shinsa_feed_state_insert (effect->store, effect->root, &row, error);
}

typedef struct {
  JsonArray  *applications;
  const char *head;
  const char *purpose;
  const char *to;
} IssueBody;

static gboolean
read_issue (JsonObject  *body,
            IssueBody   *issue,
            GError     **error)
{
  const ShinsaField fields[] = {
    { "applications", SHINSA_FIELD_ARRAY, &issue->applications },
    { "head", SHINSA_FIELD_HASH, &issue->head },
    { "purpose", SHINSA_FIELD_WORD, &issue->purpose, purposes },
    { "to", SHINSA_FIELD_TEXT, &issue->to },
  };

  return shinsa_body_read (body, fields, G_N_ELEMENTS (fields), error);
}

gboolean
shinsa_authorise_packet_issue (const ShinsaRound  *round,
                               const char         *author,
                               JsonObject         *body,
                               GError            **error)
{
  IssueBody issue = { 0 };

  return read_issue (body, &issue, error) && check_member (round, issue.to, error);
}

gboolean
shinsa_apply_packet_issue (const ShinsaEffect  *effect,
                           JsonObject          *body,
                           GError             **error)
{
  IssueBody issue = { 0 };
  ShinsaIssueRow row = { 0 };
  g_auto (GStrv) applications = NULL;

  if (!read_issue (body, &issue, error) ||
      !(applications = shinsa_array_words (issue.applications, "/applications", error)))
    return FALSE;
  for (guint i = 0; applications[i] != NULL; i++)
    {
      if (i > 0 && g_strv_contains ((const char * const *) applications + i, applications[i - 1]))
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("/applications: “%s” is named twice."), applications[i - 1]);
          return FALSE;
        }
    }
  row.seq = effect->seq;
  row.member = (char *) issue.to;
  row.purpose = (char *) issue.purpose;
  row.head = (char *) issue.head;
  if (!shinsa_issue_insert (effect->store, effect->root, &row, error))
    return FALSE;
  for (guint i = 0; applications[i] != NULL; i++)
    {
      ShinsaIssueApplicationRow part = { effect->seq, applications[i] };

      if (!shinsa_issue_application_insert (effect->store, effect->root, &part, error))
        return FALSE;
    }

  return TRUE;
}

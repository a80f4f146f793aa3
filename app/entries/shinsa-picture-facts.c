/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-picture-facts.h"

#include <string.h>

#include "entries/shinsa-picture-body.h"
#include "entries/shinsa-review-rows.h"
#include "entries/shinsa-statements.h"
#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-decision-tables.h"
#include "shinsa-dossier-tables.h"
#include "shinsa-feed-tables.h"
#include "shinsa-interest-tables.h"
#include "shinsa-interview-tables.h"
#include "shinsa-journal.h"
#include "shinsa-local.h"
#include "shinsa-round-tables.h"

/* What the desk's computer showed when it wrote an act. */
static gboolean
read_time_of (ShinsaStore  *store,
              const char   *root,
              gint64        seq,
              char        **at,
              GError      **error)
{
  g_autoptr (ShinsaEntryRow) entry = NULL;

  if (!shinsa_journal_lookup_seq (store, root, root, seq, &entry, error))
    return FALSE;
  shinsa_set_string (at, entry != NULL ? entry->at : "");

  return TRUE;
}

static ShinsaFeedInfo *
find_feed (ShinsaRound *round,
           const char  *feed)
{
  ShinsaFeedInfo *info = NULL;

  for (guint i = 0; i < round->feeds->len; i++)
    {
      info = g_ptr_array_index (round->feeds, i);
      if (g_str_equal (info->feed, feed))
        return info;
    }
  info = shinsa_feed_info_new ();
  shinsa_set_string (&info->feed, feed);
  g_ptr_array_add (round->feeds, info);

  return info;
}

static gboolean
load_held_feeds (ShinsaRound  *round,
                 ShinsaStore  *store,
                 GError      **error)
{
  g_autoptr (GPtrArray) held = shinsa_journal_feeds (store, round->root, error);
  g_autoptr (GPtrArray) forks = NULL;
  g_autoptr (GPtrArray) identities = NULL;

  if (held == NULL || !(forks = shinsa_fork_list (store, round->root, error)) ||
      !(identities = shinsa_identity_list (store, error)))
    return FALSE;
  for (guint i = 0; i < held->len; i++)
    {
      const ShinsaFeedRow *row = g_ptr_array_index (held, i);

      if (!g_str_equal (row->feed, round->root))
        find_feed (round, row->feed)->held_seq = row->seq;
    }
  for (guint i = 0; i < forks->len; i++)
    find_feed (round, ((ShinsaForkRow *) g_ptr_array_index (forks, i))->feed)->forked = TRUE;
  for (guint i = 0; i < identities->len; i++)
    {
      const ShinsaIdentityRow *row = g_ptr_array_index (identities, i);

      if (g_str_equal (row->round, round->root) && !g_str_equal (row->feed, round->root))
        {
          ShinsaFeedInfo *info = find_feed (round, row->feed);

          info->here = TRUE;
          shinsa_set_string (&info->member, row->name);
        }
    }

  return TRUE;
}

/* Until the desk says whose computer it is, it is whose it says it is. */
static gboolean
load_claimed_member (ShinsaFeedInfo  *info,
                     ShinsaStore     *store,
                     const char      *root,
                     GError         **error)
{
  g_autoptr (ShinsaEntryRow) first = NULL;
  g_autoptr (JsonNode) body = NULL;
  const char *member = "";

  if (!shinsa_journal_lookup_seq (store, root, info->feed, 1, &first, error))
    return FALSE;
  if (first == NULL || !g_str_equal (first->kind, SHINSA_KIND_FEED_OPEN))
    return TRUE;
  if (!shinsa_picture_read_body (store, first->body, &body, error))
    return FALSE;
  if (body != NULL && JSON_NODE_HOLDS_OBJECT (body) &&
      shinsa_json_opt_string (json_node_get_object (body), "", "member", &member, NULL))
    shinsa_set_string (&info->member, member);

  return TRUE;
}

static gboolean
load_feeds (ShinsaRound  *round,
            ShinsaStore  *store,
            gint64        until,
            GError      **error)
{
  g_autoptr (GPtrArray) states = shinsa_feed_state_list (store, round->root, until, error);
  g_autoptr (GPtrArray) receptions = NULL;

  if (states == NULL ||
      !(receptions = shinsa_reception_list (store, round->root, until, error)) ||
      !load_held_feeds (round, store, error))
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    {
      const ShinsaFeedStateRow *row = g_ptr_array_index (states, i);
      ShinsaFeedInfo *info = find_feed (round, row->feed);

      shinsa_feed_state_from_string (row->state, &info->state);
      shinsa_set_string (&info->member, row->member);
      shinsa_set_string (&info->reason, row->reason);
    }
  for (guint i = 0; i < receptions->len; i++)
    {
      const ShinsaReceptionRow *row = g_ptr_array_index (receptions, i);
      ShinsaFeedInfo *info = find_feed (round, row->feed);

      info->received_seq = MAX (info->received_seq, row->feed_seq);
      if (g_str_equal (row->applied, "refused") || g_str_equal (row->applied, "newer"))
        g_ptr_array_add (round->not_applied,
                         g_strdup_printf ("%s %s %s", row->applied, row->kind, row->reason));
    }
  for (guint i = 0; i < round->feeds->len; i++)
    {
      ShinsaFeedInfo *info = g_ptr_array_index (round->feeds, i);

      if (*info->member == '\0' && !load_claimed_member (info, store, round->root, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_interests (ShinsaRound  *round,
                ShinsaStore  *store,
                gint64        until,
                GError      **error)
{
  g_autoptr (GPtrArray) declarations = shinsa_declaration_list (store, round->root, until, error);
  g_autoptr (GPtrArray) rulings = NULL;
  guint next = 0;

  if (declarations == NULL ||
      !(rulings = shinsa_ruling_list (store, round->root, until, error)))
    return FALSE;
  /* Both in the order of the register: a ruling is about what was declared before it. */
  for (guint i = 0; i <= declarations->len; i++)
    {
      const ShinsaDeclarationRow *row = NULL;
      g_auto (GStrv) codes = NULL;

      if (i < declarations->len)
        row = g_ptr_array_index (declarations, i);
      for (; next < rulings->len; next++)
        {
          const ShinsaRulingRow *ruling = g_ptr_array_index (rulings, next);
          g_auto (GStrv) limited = NULL;

          if (row != NULL && ruling->seq > row->seq)
            break;
          limited = *ruling->requirements != '\0' ? g_strsplit (ruling->requirements, " ", -1)
                                                  : g_new0 (char *, 1);
          shinsa_round_add_ruling (round, ruling->application, ruling->member,
                                   g_str_equal (ruling->ruling, "recuse"),
                                   (const char * const *) limited, ruling->reason,
                                   ruling->instructed_by, ruling->seq);
        }
      if (row == NULL)
        break;
      codes = *row->requirements != '\0' ? g_strsplit (row->requirements, " ", -1)
                                         : g_new0 (char *, 1);
      shinsa_round_add_declaration (round, row->application, row->member, row->interest,
                                    (const char * const *) codes, row->reason, row->seq);
    }

  return TRUE;
}

static gboolean
load_phases (ShinsaRound  *round,
             ShinsaStore  *store,
             gint64        until,
             GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_phase_change_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaPhaseChangeRow *row = g_ptr_array_index (rows, i);
      ShinsaPhaseChange *change = shinsa_phase_change_new ();

      change->seq = row->seq;
      shinsa_phase_from_string (row->phase, &change->phase);
      change->application = g_strdup (row->application);
      change->open = g_str_equal (row->state, "open");
      shinsa_set_string (&change->reason, row->reason);
      g_ptr_array_add (round->phase_changes, change);
    }

  return TRUE;
}

static gboolean
load_questions (ShinsaRound  *round,
                ShinsaStore  *store,
                gint64        until,
                GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_question_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaQuestionRow *row = g_ptr_array_index (rows, i);
      ShinsaQuestion *question = shinsa_question_new ();

      question->seq = row->seq;
      shinsa_set_string (&question->application, row->application);
      shinsa_set_string (&question->question, row->question);
      shinsa_set_string (&question->member, row->member);
      shinsa_set_string (&question->state, row->state);
      shinsa_set_string (&question->text, row->text);
      shinsa_set_string (&question->answer, row->answer);
      g_ptr_array_add (round->questions, question);
    }

  return TRUE;
}

static gboolean
load_attendance (ShinsaRound  *round,
                 ShinsaStore  *store,
                 gint64        until,
                 GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_attendance_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaAttendanceRow *row = g_ptr_array_index (rows, i);
      ShinsaAttendance *attendance = shinsa_attendance_new ();

      attendance->seq = row->seq;
      attendance->application = g_strdup (row->application);
      shinsa_set_string (&attendance->member, row->member);
      shinsa_attendance_from_string (row->state, &attendance->state);
      if (!read_time_of (store, round->root, row->seq, &attendance->at, error))
        {
          shinsa_attendance_free (attendance);
          return FALSE;
        }
      g_ptr_array_add (round->attendance, attendance);
    }

  return TRUE;
}

static gboolean
load_interview_events (ShinsaRound  *round,
                       ShinsaStore  *store,
                       gint64        until,
                       GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_interview_event_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaInterviewEventRow *row = g_ptr_array_index (rows, i);
      g_autoptr (ShinsaInterviewEvent) event = shinsa_interview_event_new ();

      event->seq = row->seq;
      shinsa_set_string (&event->application, row->application);
      shinsa_interview_event_from_string (row->event, &event->event);
      shinsa_set_string (&event->segment, row->segment);
      event->minutes = (int) row->minutes;
      shinsa_set_string (&event->member, row->member);
      shinsa_heard_from_string (row->heard, &event->heard);
      shinsa_set_string (&event->instructed_by, row->instructed_by);
      shinsa_set_string (&event->text, row->text);
      if (!read_time_of (store, round->root, row->seq, &event->at, error))
        return FALSE;
      g_ptr_array_add (round->interview_events, g_steal_pointer (&event));
    }

  return TRUE;
}

/**
 * shinsa_picture_proposal:
 * @row: a proposal as it took effect
 *
 * Returns: (transfer full): the same for a picture, still without waivers
 */
ShinsaProposal *
shinsa_picture_proposal (const ShinsaProposalRow *row)
{
  ShinsaProposal *proposal = shinsa_proposal_new ();

  proposal->seq = row->seq;
  shinsa_set_string (&proposal->entry, row->entry);
  shinsa_set_string (&proposal->application, row->application);
  shinsa_set_string (&proposal->outcome, row->outcome);
  shinsa_set_string (&proposal->suggested, row->suggested);
  shinsa_set_string (&proposal->reason, row->reason);
  shinsa_set_string (&proposal->instructed_by, row->instructed_by);

  return proposal;
}

static gboolean
load_proposals (ShinsaRound  *round,
                ShinsaStore  *store,
                gint64        until,
                GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_proposal_list (store, round->root, until, error);
  g_autoptr (GPtrArray) waivers = NULL;
  guint next = 0;

  if (rows == NULL ||
      !(waivers = shinsa_proposal_waiver_list (store, round->root, until, error)))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaProposalRow *row = g_ptr_array_index (rows, i);
      ShinsaProposal *proposal = shinsa_picture_proposal (row);

      /* Both lists are in the order of the register. */
      for (; next < waivers->len; next++)
        {
          const ShinsaProposalWaiverRow *part = g_ptr_array_index (waivers, next);
          ShinsaWaiver *waiver = NULL;

          if (part->seq != row->seq)
            break;
          waiver = shinsa_waiver_new ();
          shinsa_set_string (&waiver->requirement, part->requirement);
          shinsa_set_string (&waiver->reason, part->reason);
          g_ptr_array_add (proposal->waivers, waiver);
        }
      g_ptr_array_add (round->proposals, proposal);
    }

  return TRUE;
}

static ShinsaConfirmationState
confirmation_state (const char *state)
{
  if (g_str_equal (state, "holds"))
    return SHINSA_CONFIRMATION_HOLDS;
  if (g_str_equal (state, "overtaken"))
    return SHINSA_CONFIRMATION_OVERTAKEN;
  if (g_str_equal (state, "incomplete"))
    return SHINSA_CONFIRMATION_INCOMPLETE;

  return SHINSA_CONFIRMATION_NOT_AUTHORISED;
}

/**
 * shinsa_picture_confirmation:
 * @row: a confirmation as it took effect
 *
 * Returns: (transfer full): the same for a picture; when it was received is not in the row
 */
ShinsaConfirmation *
shinsa_picture_confirmation (const ShinsaConfirmationRow *row)
{
  ShinsaConfirmation *confirmation = shinsa_confirmation_new ();

  confirmation->seq = row->seq;
  shinsa_set_string (&confirmation->entry, row->entry);
  shinsa_set_string (&confirmation->application, row->application);
  shinsa_set_string (&confirmation->member, row->member);
  shinsa_set_string (&confirmation->proposal, row->proposal);
  shinsa_set_string (&confirmation->outcome, row->outcome);
  shinsa_set_string (&confirmation->method, row->method);
  shinsa_set_string (&confirmation->sentence, row->sentence);
  confirmation->seen = row->seen;
  confirmation->state = confirmation_state (row->state);
  shinsa_set_string (&confirmation->reason, row->reason);

  return confirmation;
}

/**
 * shinsa_picture_load_confirmations:
 * @round: a picture, of which only the root has to be known
 * @store: a store
 * @until: last place of the register that counts, -1 for all
 * @error: return location for an error of the store
 *
 * Returns: whether confirmations and reopenings were added; they are not settled
 */
gboolean
shinsa_picture_load_confirmations (ShinsaRound  *round,
                                   ShinsaStore  *store,
                                   gint64        until,
                                   GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_confirmation_list (store, round->root, until, error);
  g_autoptr (GPtrArray) reopenings = NULL;

  if (rows == NULL ||
      !(reopenings = shinsa_reopening_list (store, round->root, until, error)))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaConfirmationRow *row = g_ptr_array_index (rows, i);
      ShinsaConfirmation *confirmation = shinsa_picture_confirmation (row);

      if (!read_time_of (store, round->root, row->seq, &confirmation->at, error))
        {
          shinsa_confirmation_free (confirmation);
          return FALSE;
        }
      g_ptr_array_add (round->confirmations, confirmation);
    }
  for (guint i = 0; i < reopenings->len; i++)
    {
      const ShinsaReopeningRow *row = g_ptr_array_index (reopenings, i);

      if (g_str_equal (row->state, "holds"))
        shinsa_round_add_reopening (round, row->confirmation, row->reason, row->reference,
                                    row->seq);
    }

  return TRUE;
}

static gboolean
load_issues (ShinsaRound  *round,
             ShinsaStore  *store,
             gint64        until,
             GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_issue_list (store, round->root, until, error);
  g_autoptr (GPtrArray) parts = NULL;
  guint next = 0;

  if (rows == NULL ||
      !(parts = shinsa_issue_application_list (store, round->root, until, error)))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaIssueRow *row = g_ptr_array_index (rows, i);
      ShinsaIssue *issue = shinsa_issue_new ();
      g_autoptr (GStrvBuilder) applications = g_strv_builder_new ();

      issue->seq = row->seq;
      shinsa_set_string (&issue->member, row->member);
      shinsa_set_string (&issue->purpose, row->purpose);
      shinsa_set_string (&issue->head, row->head);
      if (!read_time_of (store, round->root, row->seq, &issue->at, error))
        {
          shinsa_issue_free (issue);
          return FALSE;
        }
      for (; next < parts->len; next++)
        {
          const ShinsaIssueApplicationRow *part = g_ptr_array_index (parts, next);

          if (part->seq != row->seq)
            break;
          g_strv_builder_add (applications, part->application);
        }
      g_strfreev (issue->applications);
      issue->applications = g_strv_builder_end (applications);
      g_ptr_array_add (round->issues, issue);
    }

  return TRUE;
}

static gboolean
load_exports (ShinsaRound  *round,
              ShinsaStore  *store,
              gint64        until,
              GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_record_export_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaRecordExportRow *row = g_ptr_array_index (rows, i);
      ShinsaExport *export = shinsa_export_new ();

      export->seq = row->seq;
      shinsa_set_string (&export->profile, row->profile);
      export->application = g_strdup (row->application);
      shinsa_set_string (&export->head, row->head);
      shinsa_set_string (&export->sha256, row->sha256);
      if (!read_time_of (store, round->root, row->seq, &export->at, error))
        {
          shinsa_export_free (export);
          return FALSE;
        }
      g_ptr_array_add (round->exports, export);
    }

  return TRUE;
}

static gboolean
load_not_applied (ShinsaRound  *round,
                  ShinsaStore  *store,
                  gint64        until,
                  GError      **error)
{
  g_autoptr (GPtrArray) rows = shinsa_not_applied_list (store, round->root, until, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaNotAppliedRow *row = g_ptr_array_index (rows, i);

      if (!g_str_equal (row->why, "not held"))
        g_ptr_array_add (round->not_applied,
                         g_strdup_printf ("%s %s %s", row->why, row->kind, row->reason));
    }

  return TRUE;
}

static gboolean
load_reviews (ShinsaRound  *round,
              ShinsaStore  *store,
              gint64        until,
              GError      **error)
{
  GPtrArray *reviews = shinsa_review_load (store, round->root, until, error);

  if (reviews == NULL)
    return FALSE;
  g_ptr_array_unref (round->reviews);
  round->reviews = reviews;

  return TRUE;
}

/**
 * shinsa_picture_load_facts:
 * @round: a picture with its definition, members and dossiers
 * @store: a store, in a read or write
 * @until: last place of the register that counts, -1 for all
 * @error: return location for an error of the store
 *
 * Returns: whether all facts were added; they are not settled yet
 */
gboolean
shinsa_picture_load_facts (ShinsaRound  *round,
                           ShinsaStore  *store,
                           gint64        until,
                           GError      **error)
{
  return load_feeds (round, store, until, error) &&
         load_interests (round, store, until, error) &&
         load_phases (round, store, until, error) &&
         load_reviews (round, store, until, error) &&
         load_questions (round, store, until, error) &&
         load_attendance (round, store, until, error) &&
         load_interview_events (round, store, until, error) &&
         load_proposals (round, store, until, error) &&
         shinsa_picture_load_confirmations (round, store, until, error) &&
         load_issues (round, store, until, error) &&
         load_exports (round, store, until, error) &&
         load_not_applied (round, store, until, error);
}

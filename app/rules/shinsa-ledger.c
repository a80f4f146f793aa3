/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-ledger.h"

#include <glib/gi18n-lib.h>

#include "rules/shinsa-roster.h"

void
shinsa_ledger_row_free (ShinsaLedgerRow *row)
{
  if (row == NULL)
    return;
  g_ptr_array_unref (row->feeds);
  g_free (row);
}

static void
note_issues (const ShinsaRound *round,
             ShinsaLedgerRow   *row)
{
  for (guint i = 0; i < round->issues->len; i++)
    {
      const ShinsaIssue *issue = g_ptr_array_index (round->issues, i);

      if (!g_str_equal (issue->member, row->member->id))
        continue;
      if (g_str_equal (issue->purpose, "interests"))
        row->interests = issue;
      else if (g_str_equal (issue->purpose, "documents"))
        row->documents = issue;
      else
        row->news = issue;
    }
}

/* A review is expected of everybody who is not recused as a whole, also before they have declared
 * or were ruled on. */
static void
note_reviews (const ShinsaRound *round,
              ShinsaLedgerRow   *row,
              ShinsaPhase        phase)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, row->member->id);
      const ShinsaReview *review = NULL;

      if (dossier->withdrawn)
        continue;
      if (interest != NULL && interest->state != SHINSA_INTEREST_UNDECLARED)
        row->declared++;
      if (interest != NULL && shinsa_interest_bars (interest))
        continue;
      row->expected++;
      review = shinsa_round_review (round, dossier->id, row->member->id, phase);
      if (review == NULL)
        continue;
      if (review->status == SHINSA_REVIEW_COUNTS || review->status == SHINSA_REVIEW_WAITING ||
          review->status == SHINSA_REVIEW_PARTLY_HEARD)
        row->received++;
      else if (review->status == SHINSA_REVIEW_LATE)
        row->late++;
    }
}

static void
note_feeds (const ShinsaRound *round,
            ShinsaLedgerRow   *row)
{
  for (guint i = 0; i < round->feeds->len; i++)
    {
      ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (g_str_equal (feed->member, row->member->id))
        g_ptr_array_add (row->feeds, feed);
    }
}

static ShinsaLedgerState
judge (const ShinsaLedgerRow *row)
{
  guint lost = 0;

  for (guint i = 0; i < row->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (row->feeds, i);

      if (feed->state == SHINSA_FEED_PENDING || feed->state == SHINSA_FEED_HELD || feed->forked)
        return SHINSA_LEDGER_HELD;
      lost += feed->state == SHINSA_FEED_LOST ? 1 : 0;
    }
  if (row->received == row->expected)
    return SHINSA_LEDGER_RECEIVED;
  if (lost > 0 && lost == row->feeds->len)
    return SHINSA_LEDGER_LOST;
  if (row->interests == NULL && row->documents == NULL && row->feeds->len == 0)
    return SHINSA_LEDGER_NOT_ISSUED;

  return SHINSA_LEDGER_NOT_YET;
}

/**
 * shinsa_ledger:
 * @round: a settled round
 * @phase: whose reviews are counted
 *
 * Returns: (transfer full) (element-type ShinsaLedgerRow): a row for each scorer, in the order of
 *   the roster; it borrows from the round
 */
GPtrArray *
shinsa_ledger (const ShinsaRound *round,
               ShinsaPhase        phase)
{
  GPtrArray *ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_ledger_row_free);

  g_return_val_if_fail (round != NULL, ledger);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      ShinsaLedgerRow *row = NULL;

      if (!shinsa_round_is_scorer (round, member))
        continue;
      row = g_new0 (ShinsaLedgerRow, 1);
      row->member = member;
      row->feeds = g_ptr_array_new ();
      note_issues (round, row);
      note_reviews (round, row, phase);
      note_feeds (round, row);
      row->state = judge (row);
      g_ptr_array_add (ledger, row);
    }

  return ledger;
}

/**
 * shinsa_ledger_state_to_string:
 * @state: where a packet is
 *
 * Returns: (transfer none): the word of the ledger for it, never translated
 */
const char *
shinsa_ledger_state_to_string (ShinsaLedgerState state)
{
  static const char * const words[] = { "not_issued", "not_yet", "received", "held", "lost" };

  g_return_val_if_fail (state < G_N_ELEMENTS (words), "");

  return words[state];
}

/**
 * shinsa_ledger_state_label:
 * @state: a state of the ledger
 *
 * Returns: (transfer none): what people call it
 */
const char *
shinsa_ledger_state_label (ShinsaLedgerState state)
{
  switch (state)
    {
    case SHINSA_LEDGER_NOT_YET:
      return _("Not yet");

    case SHINSA_LEDGER_RECEIVED:
      return _("Received");

    case SHINSA_LEDGER_HELD:
      return _("Held");

    case SHINSA_LEDGER_LOST:
      return _("Lost");

    case SHINSA_LEDGER_NOT_ISSUED:
    default:
      return _("Not issued");
    }
}

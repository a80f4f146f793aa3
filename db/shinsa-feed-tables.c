/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-feed-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn feed_state_columns[] = {
  SHINSA_COLUMN (FeedState, seq),
  SHINSA_COLUMN (FeedState, feed),
  SHINSA_COLUMN (FeedState, member),
  SHINSA_COLUMN (FeedState, state),
  SHINSA_COLUMN (FeedState, reason),
};

const ShinsaTable shinsa_feed_state_table = {
  .name = "feed_state",
  .row = SHINSA_ROW_TYPE (FeedState, feed_state),
  .insert = "INSERT INTO feed_state (round, seq, feed, member, state, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  .list = "SELECT seq, feed, member, state, reason"
          " FROM feed_state WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM feed_state WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (FeedState, feed_state)

static const ShinsaColumn reception_columns[] = {
  SHINSA_COLUMN (Reception, seq),
  SHINSA_COLUMN (Reception, feed),
  SHINSA_COLUMN (Reception, feed_seq),
  SHINSA_COLUMN (Reception, entry),
  SHINSA_COLUMN (Reception, kind),
  SHINSA_COLUMN (Reception, applied),
  SHINSA_COLUMN (Reception, reason),
};

const ShinsaTable shinsa_reception_table = {
  .name = "reception",
  .row = SHINSA_ROW_TYPE (Reception, reception),
  .insert = "INSERT INTO reception (round, seq, feed, feed_seq, entry, kind, applied, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .list = "SELECT seq, feed, feed_seq, entry, kind, applied, reason"
          " FROM reception WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM reception WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Reception, reception)

static const ShinsaColumn issue_columns[] = {
  SHINSA_COLUMN (Issue, seq),
  SHINSA_COLUMN (Issue, member),
  SHINSA_COLUMN (Issue, purpose),
  SHINSA_COLUMN (Issue, head),
};

const ShinsaTable shinsa_issue_table = {
  .name = "issue",
  .row = SHINSA_ROW_TYPE (Issue, issue),
  .insert = "INSERT INTO issue (round, seq, member, purpose, head)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
  .list = "SELECT seq, member, purpose, head"
          " FROM issue WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM issue WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Issue, issue)

static const ShinsaColumn issue_application_columns[] = {
  SHINSA_COLUMN (IssueApplication, seq),
  SHINSA_COLUMN (IssueApplication, application),
};

const ShinsaTable shinsa_issue_application_table = {
  .name = "issue_application",
  .row = SHINSA_ROW_TYPE (IssueApplication, issue_application),
  .insert = "INSERT INTO issue_application (round, seq, application)"
            " VALUES (?1, ?2, ?3)",
  .list = "SELECT seq, application"
          " FROM issue_application WHERE round = ?1 AND seq <= ?2 ORDER BY seq, application",
  .clear = "DELETE FROM issue_application WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (IssueApplication, issue_application)

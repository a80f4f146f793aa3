/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* Who writes in a round: feeds, what was received from them, and what was sent out. */

typedef struct
{
  gint64 seq;
  char *feed;
  char *member;
  char *state;
  char *reason;
} ShinsaFeedStateRow;

SHINSA_DECLARE_ROWS (FeedState, feed_state)

typedef struct
{
  gint64 seq;
  char *feed;
  gint64 feed_seq;
  char *entry;
  char *kind;
  char *applied;
  char *reason;
} ShinsaReceptionRow;

SHINSA_DECLARE_ROWS (Reception, reception)

typedef struct
{
  gint64 seq;
  char *member;
  char *purpose;
  char *head;
} ShinsaIssueRow;

SHINSA_DECLARE_ROWS (Issue, issue)

typedef struct
{
  gint64 seq;
  char *application;
} ShinsaIssueApplicationRow;

SHINSA_DECLARE_ROWS (IssueApplication, issue_application)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* Reviews with their levels, evidence and remarks, and late ones that were admitted. */

typedef struct
{
  gint64 seq;
  char *entry;
  char *feed;
  gint64 feed_seq;
  char *at;
  char *application;
  char *member;
  char *phase;
  char *source;
  gint64 late;
  gint64 abstained;
  char *requirement_set;
  double overall;  /* NAN where none is given */
  int growth;  /* -1 where it was not asked */
  char *strong;
  char *weak;
  char *remarks;
  char *revision;
} ShinsaReviewRow;

SHINSA_DECLARE_ROWS (Review, review)

typedef struct
{
  gint64 seq;
  char *requirement;
  double level;  /* NAN: cannot judge */
  char *reason;
} ShinsaReviewScoreRow;

SHINSA_DECLARE_ROWS (ReviewScore, review_score)

typedef struct
{
  gint64 seq;
  char *requirement;
  gint64 position;
  char *document;
  gint64 page;
  char *quote;
} ShinsaReviewEvidenceRow;

SHINSA_DECLARE_ROWS (ReviewEvidence, review_evidence)

typedef struct
{
  gint64 seq;
  gint64 position;
  char *mark;
  gint64 note;
  char *at;
  char *text;
} ShinsaReviewRemarkRow;

SHINSA_DECLARE_ROWS (ReviewRemark, review_remark)

typedef struct
{
  gint64 seq;
  char *application;
  char *entry;
  char *reason;
  char *instructed_by;
} ShinsaAdmissionRow;

SHINSA_DECLARE_ROWS (Admission, admission)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-review-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn review_columns[] = {
  SHINSA_COLUMN (Review, seq),
  SHINSA_COLUMN (Review, entry),
  SHINSA_COLUMN (Review, feed),
  SHINSA_COLUMN (Review, feed_seq),
  SHINSA_COLUMN (Review, at),
  SHINSA_COLUMN (Review, application),
  SHINSA_COLUMN (Review, member),
  SHINSA_COLUMN (Review, phase),
  SHINSA_COLUMN (Review, source),
  SHINSA_COLUMN (Review, late),
  SHINSA_COLUMN (Review, abstained),
  SHINSA_COLUMN (Review, requirement_set),
  SHINSA_COLUMN (Review, overall),
  SHINSA_COLUMN (Review, growth),
  SHINSA_COLUMN (Review, strong),
  SHINSA_COLUMN (Review, weak),
  SHINSA_COLUMN (Review, remarks),
  SHINSA_COLUMN (Review, revision),
};

const ShinsaTable shinsa_review_table = {
  .name = "review",
  .row = SHINSA_ROW_TYPE (Review, review),
  .insert = "INSERT INTO review (round, seq, entry, feed, feed_seq, at, application, member,"
            " phase, source, late, abstained, requirement_set, overall, growth, strong, weak,"
            " remarks, revision)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
            " ?18, ?19)",
  .list = "SELECT seq, entry, feed, feed_seq, at, application, member, phase, source, late,"
          " abstained, requirement_set, overall, growth, strong, weak, remarks, revision"
          " FROM review WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM review WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Review, review)

static const ShinsaColumn review_score_columns[] = {
  SHINSA_COLUMN (ReviewScore, seq),
  SHINSA_COLUMN (ReviewScore, requirement),
  SHINSA_COLUMN (ReviewScore, level),
  SHINSA_COLUMN (ReviewScore, reason),
};

const ShinsaTable shinsa_review_score_table = {
  .name = "review_score",
  .row = SHINSA_ROW_TYPE (ReviewScore, review_score),
  .insert = "INSERT INTO review_score (round, seq, requirement, level, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
  .list = "SELECT seq, requirement, level, reason"
          " FROM review_score WHERE round = ?1 AND seq <= ?2 ORDER BY seq, requirement",
  .clear = "DELETE FROM review_score WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (ReviewScore, review_score)

static const ShinsaColumn review_evidence_columns[] = {
  SHINSA_COLUMN (ReviewEvidence, seq),
  SHINSA_COLUMN (ReviewEvidence, requirement),
  SHINSA_COLUMN (ReviewEvidence, position),
  SHINSA_COLUMN (ReviewEvidence, document),
  SHINSA_COLUMN (ReviewEvidence, page),
  SHINSA_COLUMN (ReviewEvidence, quote),
};

const ShinsaTable shinsa_review_evidence_table = {
  .name = "review_evidence",
  .row = SHINSA_ROW_TYPE (ReviewEvidence, review_evidence),
  .insert = "INSERT INTO review_evidence (round, seq, requirement, position, document, page,"
            " quote)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  .list = "SELECT seq, requirement, position, document, page, quote"
          " FROM review_evidence WHERE round = ?1 AND seq <= ?2 ORDER BY seq, requirement,"
          " position",
  .clear = "DELETE FROM review_evidence WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (ReviewEvidence, review_evidence)

static const ShinsaColumn review_remark_columns[] = {
  SHINSA_COLUMN (ReviewRemark, seq),
  SHINSA_COLUMN (ReviewRemark, position),
  SHINSA_COLUMN (ReviewRemark, mark),
  SHINSA_COLUMN (ReviewRemark, note),
  SHINSA_COLUMN (ReviewRemark, at),
  SHINSA_COLUMN (ReviewRemark, text),
};

const ShinsaTable shinsa_review_remark_table = {
  .name = "review_remark",
  .row = SHINSA_ROW_TYPE (ReviewRemark, review_remark),
  .insert = "INSERT INTO review_remark (round, seq, position, mark, note, at, text)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  .list = "SELECT seq, position, mark, note, at, text"
          " FROM review_remark WHERE round = ?1 AND seq <= ?2 ORDER BY seq, position",
  .clear = "DELETE FROM review_remark WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (ReviewRemark, review_remark)

static const ShinsaColumn admission_columns[] = {
  SHINSA_COLUMN (Admission, seq),
  SHINSA_COLUMN (Admission, application),
  SHINSA_COLUMN (Admission, entry),
  SHINSA_COLUMN (Admission, reason),
  SHINSA_COLUMN (Admission, instructed_by),
};

const ShinsaTable shinsa_admission_table = {
  .name = "admission",
  .row = SHINSA_ROW_TYPE (Admission, admission),
  .insert = "INSERT INTO admission (round, seq, application, entry, reason, instructed_by)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  .list = "SELECT seq, application, entry, reason, instructed_by"
          " FROM admission WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM admission WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Admission, admission)

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-interest-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn declaration_columns[] = {
  SHINSA_COLUMN (Declaration, seq),
  SHINSA_COLUMN (Declaration, entry),
  SHINSA_COLUMN (Declaration, application),
  SHINSA_COLUMN (Declaration, member),
  SHINSA_COLUMN (Declaration, interest),
  SHINSA_COLUMN (Declaration, requirements),
  SHINSA_COLUMN (Declaration, reason),
};

const ShinsaTable shinsa_declaration_table = {
  .name = "declaration",
  .row = SHINSA_ROW_TYPE (Declaration, declaration),
  .insert = "INSERT INTO declaration (round, seq, entry, application, member, interest,"
            " requirements, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .list = "SELECT seq, entry, application, member, interest, requirements, reason"
          " FROM declaration WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM declaration WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Declaration, declaration)

static const ShinsaColumn ruling_columns[] = {
  SHINSA_COLUMN (Ruling, seq),
  SHINSA_COLUMN (Ruling, application),
  SHINSA_COLUMN (Ruling, member),
  SHINSA_COLUMN (Ruling, ruling),
  SHINSA_COLUMN (Ruling, requirements),
  SHINSA_COLUMN (Ruling, reason),
  SHINSA_COLUMN (Ruling, instructed_by),
};

const ShinsaTable shinsa_ruling_table = {
  .name = "ruling",
  .row = SHINSA_ROW_TYPE (Ruling, ruling),
  .insert = "INSERT INTO ruling (round, seq, application, member, ruling, requirements, reason,"
            " instructed_by)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .list = "SELECT seq, application, member, ruling, requirements, reason, instructed_by"
          " FROM ruling WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM ruling WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Ruling, ruling)

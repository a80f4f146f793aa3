/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store.h"

G_BEGIN_DECLS

/*
 * A row of a table is a plain struct with a field for each column, named alike and in the same
 * order: TEXT is a char * (NULL for SQL NULL), INTEGER a gint64, REAL a double (NAN for SQL NULL)
 * and BLOB a GBytes *.  The column “round” is an argument instead, since every question is about
 * one round.  What each column means stands in the schema.
 */

/**
 * SHINSA_DECLARE_ROWS:
 * @Name: name of the table in CamelCase, as in ShinsaNameRow
 * @name: name of the table
 *
 * Declares what each official table offers:
 *
 * shinsa_name_insert() adds a row to the round.
 *
 * shinsa_name_list() returns (transfer full) (element-type ShinsaNameRow) the rows of the round
 * with seq <= until, or all where until is -1, in the order of the primary key.
 *
 * shinsa_name_row_free() frees a row and everything in it; g_autoptr does the same.
 */
#define SHINSA_DECLARE_ROWS(Name, name)                                                            \
  gboolean   shinsa_##name##_insert   (ShinsaStore              *store,                            \
                                       const char               *round,                            \
                                       const Shinsa##Name##Row  *row,                              \
                                       GError                  **error);                           \
  GPtrArray *shinsa_##name##_list     (ShinsaStore              *store,                            \
                                       const char               *round,                            \
                                       gint64                    until,                            \
                                       GError                  **error);                           \
  SHINSA_DECLARE_ROW (Name, name)

/**
 * SHINSA_DECLARE_ROW:
 * @Name: name of the table in CamelCase
 * @name: name of the table
 *
 * Declares shinsa_name_row_free() alone, for a table with questions of its own.
 */
#define SHINSA_DECLARE_ROW(Name, name)                                                             \
  void shinsa_##name##_row_free (Shinsa##Name##Row *row);                                          \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shinsa##Name##Row, shinsa_##name##_row_free)

G_END_DECLS

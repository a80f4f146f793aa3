/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-table.h"

/**
 * shinsa_table_insert:
 * @table: a table
 * @store: the store, while it is written to
 * @round: the root of the round that the row is of
 * @row: a row of the table's type
 * @error: return location for an error of the store
 *
 * Returns: whether the row was added
 */
gboolean
shinsa_table_insert (const ShinsaTable  *table,
                     ShinsaStore        *store,
                     const char         *round,
                     gconstpointer       row,
                     GError            **error)
{
  g_autoptr (ShinsaStatement) statement = shinsa_statement_get (store, table->insert, error);

  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_row_bind (&table->row, statement, 2, row);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_table_list:
 * @table: a table
 * @store: a store
 * @round: the root of a round
 * @until: the last place in the register to regard, or less than 0 for all of it
 * @error: return location for an error of the store
 *
 * Returns: (transfer full) (nullable): the rows of the round, in the order of the table
 */
GPtrArray *
shinsa_table_list (const ShinsaTable  *table,
                   ShinsaStore        *store,
                   const char         *round,
                   gint64              until,
                   GError            **error)
{
  g_autoptr (ShinsaStatement) statement = shinsa_statement_get (store, table->list, error);

  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_integer (statement, 2, until < 0 ? G_MAXINT64 : until);
  return shinsa_row_read_all (&table->row, statement, error);
}

/**
 * shinsa_table_clear:
 * @table: a table
 * @store: the store, while it is written to
 * @round: the root of a round
 * @error: return location for an error of the store
 *
 * Removes the rows of the round.
 *
 * Returns: whether that could be done
 */
gboolean
shinsa_table_clear (const ShinsaTable  *table,
                    ShinsaStore        *store,
                    const char         *round,
                    GError            **error)
{
  g_autoptr (ShinsaStatement) statement = shinsa_statement_get (store, table->clear, error);

  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  return shinsa_statement_run (statement, error);
}

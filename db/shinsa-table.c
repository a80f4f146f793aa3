/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-table.h"

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

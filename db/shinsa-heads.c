/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-heads.h"

#include "shinsa-row-type.h"

static const ShinsaColumn head_columns[] = {
  SHINSA_COLUMN (Head, feed),
  SHINSA_COLUMN (Head, seq),
  SHINSA_COLUMN (Head, hash),
  SHINSA_COLUMN (Head, signature),
};

static const ShinsaColumn fork_columns[] = {
  SHINSA_COLUMN (Fork, feed),
  SHINSA_COLUMN (Fork, seq),
  SHINSA_COLUMN (Fork, hash),
  SHINSA_COLUMN (Fork, header),
  SHINSA_COLUMN (Fork, head),
};

static const ShinsaRowType head_type = SHINSA_ROW_TYPE (Head, head);
static const ShinsaRowType fork_type = SHINSA_ROW_TYPE (Fork, fork);

SHINSA_DEFINE_ROW (Head, head)
SHINSA_DEFINE_ROW (Fork, fork)

/**
 * shinsa_head_set:
 *
 * Keeps the signed head of a feed.  One that goes no further than what is kept changes nothing.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_head_set (ShinsaStore          *store,
                 const char           *round,
                 const ShinsaHeadRow  *row,
                 GError              **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO head (round, feed, seq, hash, signature)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5)"
                                    " ON CONFLICT (round, feed) DO UPDATE"
                                    " SET seq = excluded.seq, hash = excluded.hash,"
                                    " signature = excluded.signature"
                                    " WHERE excluded.seq > head.seq",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_row_bind (&head_type, statement, 2, row);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_head_lookup:
 * @head: (out) (transfer full) (nullable): the head, or %NULL where none is kept
 *
 * Finds the newest signed head of a feed.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_head_lookup (ShinsaStore    *store,
                    const char     *round,
                    const char     *feed,
                    ShinsaHeadRow **head,
                    GError        **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  *head = NULL;
  statement = shinsa_statement_get (store,
                                    "SELECT feed, seq, hash, signature FROM head"
                                    " WHERE round = ?1 AND feed = ?2",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, feed);
  return shinsa_row_read (&head_type, statement, (gpointer *) head, error);
}

/**
 * shinsa_fork_insert:
 *
 * Keeps the proof that a feed was continued twice.  Keeping it again changes nothing.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_fork_insert (ShinsaStore          *store,
                    const char           *round,
                    const ShinsaForkRow  *row,
                    GError              **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO fork (round, feed, seq, hash, header, head)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                                    " ON CONFLICT (round, feed, hash) DO NOTHING",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_row_bind (&fork_type, statement, 2, row);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_fork_list:
 *
 * Returns: (transfer full) (element-type ShinsaForkRow): the proofs of the round by feed and place,
 *   or %NULL with @error set
 */
GPtrArray *
shinsa_fork_list (ShinsaStore  *store,
                  const char   *round,
                  GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT feed, seq, hash, header, head FROM fork"
                                    " WHERE round = ?1 ORDER BY feed, seq, hash",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  return shinsa_row_read_all (&fork_type, statement, error);
}

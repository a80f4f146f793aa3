/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-journal.h"

#include "shinsa-row-type.h"

#include <glib/gi18n-lib.h>

#define ENTRY_COLUMNS "hash, round, feed, seq, prev, kind, v, at, seen, body, header"

static const ShinsaColumn entry_columns[] = {
  SHINSA_COLUMN (Entry, hash),
  SHINSA_COLUMN (Entry, round),
  SHINSA_COLUMN (Entry, feed),
  SHINSA_COLUMN (Entry, seq),
  SHINSA_COLUMN (Entry, prev),
  SHINSA_COLUMN (Entry, kind),
  SHINSA_COLUMN (Entry, v),
  SHINSA_COLUMN (Entry, at),
  SHINSA_COLUMN (Entry, seen),
  SHINSA_COLUMN (Entry, body),
  SHINSA_COLUMN (Entry, header),
};

static const ShinsaColumn feed_columns[] = {
  SHINSA_COLUMN (Feed, feed),
  SHINSA_COLUMN (Feed, seq),
};

static const ShinsaRowType entry_type = SHINSA_ROW_TYPE (Entry, entry);
static const ShinsaRowType feed_type = SHINSA_ROW_TYPE (Feed, feed);

SHINSA_DEFINE_ROW (Entry, entry)
SHINSA_DEFINE_ROW (Feed, feed)

static gboolean
insert (ShinsaStore           *store,
        const ShinsaEntryRow  *row,
        GError               **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO entry (" ENTRY_COLUMNS ")"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_row_bind (&entry_type, statement, 1, row);
  return shinsa_statement_run (statement, error);
}

static gboolean
demand_previous (ShinsaStore           *store,
                 const ShinsaEntryRow  *row,
                 GError               **error)
{
  g_autoptr (ShinsaEntryRow) previous = NULL;

  if (row->seq > 1
      && !shinsa_journal_lookup_seq (store, row->round, row->feed, row->seq - 1, &previous, error))
    return FALSE;
  if (g_strcmp0 (previous != NULL ? previous->hash : NULL, row->prev) == 0
      && (previous != NULL || row->seq == 1))
    return TRUE;

  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("Entry %lld of feed %s does not follow what is held of that feed, "
                 "so nothing was changed. Ask for the entries before it."),
               (long long) row->seq, row->feed);
  return FALSE;
}

static gboolean
append (ShinsaStore  *store,
        gpointer      data,
        GError      **error)
{
  const ShinsaEntryRow *row = data;
  g_autoptr (ShinsaEntryRow) held = NULL;

  if (!shinsa_journal_lookup_seq (store, row->round, row->feed, row->seq, &held, error))
    return FALSE;
  if (held == NULL)
    return demand_previous (store, row, error) && insert (store, row, error);
  if (g_str_equal (held->hash, row->hash))
    return TRUE;

  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("Another entry %lld of feed %s is held already, so nothing was changed. "
                 "Ask its author which one is right."),
               (long long) row->seq, row->feed);
  return FALSE;
}

/**
 * shinsa_journal_append:
 *
 * Adds an entry to the end of its feed.  Adding it again changes nothing.  An entry that stands
 * where another one does, or that does not follow the last one, is %SHINSA_ERROR_INVALID.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_journal_append (ShinsaStore           *store,
                       const ShinsaEntryRow  *row,
                       GError               **error)
{
  return shinsa_store_write (store, append, (gpointer) row, error);
}

/**
 * shinsa_journal_lookup:
 * @entry: (out) (transfer full) (nullable): the entry, or %NULL where it is not held
 *
 * Finds an entry by its hash.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_journal_lookup (ShinsaStore     *store,
                       const char      *hash,
                       ShinsaEntryRow **entry,
                       GError         **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  *entry = NULL;
  statement = shinsa_statement_get (store,
                                    "SELECT " ENTRY_COLUMNS " FROM entry WHERE hash = ?1",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, hash);
  return shinsa_row_read (&entry_type, statement, (gpointer *) entry, error);
}

/**
 * shinsa_journal_lookup_seq:
 * @entry: (out) (transfer full) (nullable): the entry, or %NULL where it is not held
 *
 * Finds an entry by its place in its feed.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_journal_lookup_seq (ShinsaStore     *store,
                           const char      *round,
                           const char      *feed,
                           gint64           seq,
                           ShinsaEntryRow **entry,
                           GError         **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  *entry = NULL;
  statement = shinsa_statement_get (store,
                                    "SELECT " ENTRY_COLUMNS " FROM entry"
                                    " WHERE round = ?1 AND feed = ?2 AND seq = ?3",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, feed);
  shinsa_statement_bind_integer (statement, 3, seq);
  return shinsa_row_read (&entry_type, statement, (gpointer *) entry, error);
}

/**
 * shinsa_journal_last:
 * @entry: (out) (transfer full) (nullable): the last entry of the feed, or %NULL where none is held
 *
 * Finds the end of a feed.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_journal_last (ShinsaStore     *store,
                     const char      *round,
                     const char      *feed,
                     ShinsaEntryRow **entry,
                     GError         **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  *entry = NULL;
  statement = shinsa_statement_get (store,
                                    "SELECT " ENTRY_COLUMNS " FROM entry"
                                    " WHERE round = ?1 AND feed = ?2"
                                    " ORDER BY seq DESC LIMIT 1",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, feed);
  return shinsa_row_read (&entry_type, statement, (gpointer *) entry, error);
}

static gboolean
walk (ShinsaStatement  *statement,
      ShinsaEntryFunc   func,
      gpointer          data,
      GError          **error)
{
  gpointer row;

  while (shinsa_row_read (&entry_type, statement, &row, error))
    {
      g_autoptr (ShinsaEntryRow) entry = row;

      if (entry == NULL)
        return TRUE;
      if (!func (entry, data, error))
        return FALSE;
    }
  return FALSE;
}

/**
 * shinsa_journal_walk:
 * @from: the first place in the feed
 * @to: the last place in the feed, or -1 for the end
 * @func: (scope call): what to do with each entry; %FALSE with its error set ends the walk
 *
 * Goes through a feed in its order.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_journal_walk (ShinsaStore      *store,
                     const char       *round,
                     const char       *feed,
                     gint64            from,
                     gint64            to,
                     ShinsaEntryFunc   func,
                     gpointer          data,
                     GError          **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT " ENTRY_COLUMNS " FROM entry"
                                    " WHERE round = ?1 AND feed = ?2 AND seq BETWEEN ?3 AND ?4"
                                    " ORDER BY seq",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, feed);
  shinsa_statement_bind_integer (statement, 3, from);
  shinsa_statement_bind_integer (statement, 4, to < 0 ? G_MAXINT64 : to);
  return walk (statement, func, data, error);
}

/**
 * shinsa_journal_feeds:
 *
 * Returns: (transfer full) (element-type ShinsaFeedRow): the feeds of the round with the place of
 *   their last entry, in the order of their keys, or %NULL with @error set
 */
GPtrArray *
shinsa_journal_feeds (ShinsaStore  *store,
                      const char   *round,
                      GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT feed, max (seq) FROM entry WHERE round = ?1"
                                    " GROUP BY feed ORDER BY feed",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  return shinsa_row_read_all (&feed_type, statement, error);
}

/**
 * shinsa_journal_rounds:
 *
 * Returns: (transfer full) (element-type ShinsaFeedRow): the registers in the store with the place
 *   of their last entry, whether or not they are projected, or %NULL with @error set
 */
GPtrArray *
shinsa_journal_rounds (ShinsaStore  *store,
                       GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT feed, max (seq) FROM entry WHERE feed = round"
                                    " GROUP BY feed ORDER BY feed",
                                    error);
  if (statement == NULL)
    return NULL;
  return shinsa_row_read_all (&feed_type, statement, error);
}

/**
 * shinsa_journal_list:
 * @from: the first place wanted
 *
 * For whoever appends while going through them, which a walk does not allow.
 *
 * Returns: (transfer full) (element-type ShinsaEntryRow): the entries of the feed from there on, in
 *   order, or %NULL with @error set
 */
GPtrArray *
shinsa_journal_list (ShinsaStore  *store,
                     const char   *round,
                     const char   *feed,
                     gint64        from,
                     GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT " ENTRY_COLUMNS " FROM entry"
                                    " WHERE round = ?1 AND feed = ?2 AND seq >= ?3 ORDER BY seq",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, feed);
  shinsa_statement_bind_integer (statement, 3, from);
  return shinsa_row_read_all (&entry_type, statement, error);
}

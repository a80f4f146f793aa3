/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-local.h"

#include "shinsa-row-type.h"

static const ShinsaColumn identity_columns[] = {
  SHINSA_COLUMN (Identity, round),
  SHINSA_COLUMN (Identity, name),
  SHINSA_COLUMN (Identity, feed),
  SHINSA_COLUMN (Identity, home),
};

static const ShinsaColumn draft_columns[] = {
  SHINSA_COLUMN (Draft, member),
  SHINSA_COLUMN (Draft, application),
  SHINSA_COLUMN (Draft, phase),
  SHINSA_COLUMN (Draft, part),
  SHINSA_COLUMN (Draft, key),
  SHINSA_COLUMN (Draft, value),
};

static const ShinsaRowType identity_type = SHINSA_ROW_TYPE (Identity, identity);
static const ShinsaRowType draft_type = SHINSA_ROW_TYPE (Draft, draft);

SHINSA_DEFINE_ROW (Identity, identity)
SHINSA_DEFINE_ROW (Draft, draft)

/**
 * shinsa_identity_insert:
 *
 * Remembers that this computer can write as someone.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_identity_insert (ShinsaStore              *store,
                        const ShinsaIdentityRow  *row,
                        GError                  **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "INSERT INTO identity (round, name, feed, home)"
                                    " VALUES (?1, ?2, ?3, ?4)",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_row_bind (&identity_type, statement, 1, row);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_identity_list:
 *
 * Returns: (transfer full) (element-type ShinsaIdentityRow): everyone this computer can write as,
 *   by round and name, or %NULL with @error set
 */
GPtrArray *
shinsa_identity_list (ShinsaStore  *store,
                      GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT round, name, feed, home FROM identity"
                                    " ORDER BY round, name",
                                    error);
  if (statement == NULL)
    return NULL;
  return shinsa_row_read_all (&identity_type, statement, error);
}

/**
 * shinsa_identity_lookup:
 * @identity: (out) (transfer full) (nullable): the identity, or %NULL where there is none
 *
 * Finds whether this computer can write as someone.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_identity_lookup (ShinsaStore        *store,
                        const char         *round,
                        const char         *name,
                        ShinsaIdentityRow **identity,
                        GError            **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  *identity = NULL;
  statement = shinsa_statement_get (store,
                                    "SELECT round, name, feed, home FROM identity"
                                    " WHERE round = ?1 AND name = ?2",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, name);
  return shinsa_row_read (&identity_type, statement, (gpointer *) identity, error);
}

static gboolean
delete_part (ShinsaStore           *store,
             const char            *round,
             const ShinsaDraftRow  *row,
             GError               **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "DELETE FROM draft"
                                    " WHERE round = ?1 AND member = ?2 AND application = ?3"
                                    " AND phase = ?4 AND part = ?5 AND key = ?6",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, row->member);
  shinsa_statement_bind_text (statement, 3, row->application);
  shinsa_statement_bind_text (statement, 4, row->phase);
  shinsa_statement_bind_text (statement, 5, row->part);
  shinsa_statement_bind_text (statement, 6, row->key);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_draft_set:
 * @row: a part of a draft; without a value it is removed
 *
 * Keeps what was entered, in place of what was entered there before.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_draft_set (ShinsaStore           *store,
                  const char            *round,
                  const ShinsaDraftRow  *row,
                  GError               **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  if (row->value == NULL)
    return delete_part (store, round, row, error);

  statement = shinsa_statement_get (store,
                                    "INSERT INTO draft"
                                    " (round, member, application, phase, part, key, value)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                                    " ON CONFLICT (round, member, application, phase, part, key)"
                                    " DO UPDATE SET value = excluded.value",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_row_bind (&draft_type, statement, 2, row);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_draft_list:
 * @application: (nullable): an application, or %NULL for all
 * @phase: (nullable): a phase, or %NULL for both
 *
 * Returns: (transfer full) (element-type ShinsaDraftRow): the parts of a member's drafts by
 *   application, phase, part and key, or %NULL with @error set
 */
GPtrArray *
shinsa_draft_list (ShinsaStore  *store,
                   const char   *round,
                   const char   *member,
                   const char   *application,
                   const char   *phase,
                   GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "SELECT member, application, phase, part, key, value"
                                    " FROM draft WHERE round = ?1 AND member = ?2"
                                    " AND (?3 IS NULL OR application = ?3)"
                                    " AND (?4 IS NULL OR phase = ?4)"
                                    " ORDER BY application, phase, part, key",
                                    error);
  if (statement == NULL)
    return NULL;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, member);
  shinsa_statement_bind_text (statement, 3, application);
  shinsa_statement_bind_text (statement, 4, phase);
  return shinsa_row_read_all (&draft_type, statement, error);
}

/**
 * shinsa_draft_clear:
 *
 * Removes a member's draft of one phase of one application, for instance once it is submitted.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_draft_clear (ShinsaStore  *store,
                    const char   *round,
                    const char   *member,
                    const char   *application,
                    const char   *phase,
                    GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "DELETE FROM draft"
                                    " WHERE round = ?1 AND member = ?2 AND application = ?3"
                                    " AND phase = ?4",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, round);
  shinsa_statement_bind_text (statement, 2, member);
  shinsa_statement_bind_text (statement, 3, application);
  shinsa_statement_bind_text (statement, 4, phase);
  return shinsa_statement_run (statement, error);
}

static gboolean
delete_setting (ShinsaStore  *store,
                const char   *key,
                GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store, "DELETE FROM setting WHERE key = ?1", error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, key);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_setting_get:
 * @value: (out) (transfer full) (nullable): what is remembered, or %NULL for nothing
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_setting_get (ShinsaStore  *store,
                    const char   *key,
                    char        **value,
                    GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;
  ShinsaStep step;

  *value = NULL;
  statement = shinsa_statement_get (store, "SELECT value FROM setting WHERE key = ?1", error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, key);
  step = shinsa_statement_step (statement, error);
  if (step == SHINSA_STEP_ROW)
    *value = shinsa_statement_dup_text (statement, 0);
  return step != SHINSA_STEP_ERROR;
}

/**
 * shinsa_setting_set:
 * @value: (nullable): what to remember, or %NULL to forget
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_setting_set (ShinsaStore  *store,
                    const char   *key,
                    const char   *value,
                    GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  if (value == NULL)
    return delete_setting (store, key, error);
  statement = shinsa_statement_get (store,
                                    "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, key);
  shinsa_statement_bind_text (statement, 2, value);
  return shinsa_statement_run (statement, error);
}

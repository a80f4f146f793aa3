/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-bodies.h"

#include "shinsa-statement.h"

#include <glib/gi18n-lib.h>

static gboolean
demand_hash (const char  *hash,
             GBytes      *bytes,
             GError     **error)
{
  g_autofree char *actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (g_str_equal (actual, hash))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
               _("The body %s was altered on its way, so nothing was changed. Ask for it again."),
               hash);
  return FALSE;
}

/**
 * shinsa_body_insert:
 * @hash: the SHA-256 of @bytes, in hex
 *
 * Keeps a body.  Keeping it again changes nothing, and one that was purged stays so.  Bytes that
 * do not belong to the hash are %SHINSA_ERROR_SIGNATURE.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_body_insert (ShinsaStore  *store,
                    const char   *hash,
                    GBytes       *bytes,
                    GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  if (!demand_hash (hash, bytes, error))
    return FALSE;
  statement = shinsa_statement_get (store,
                                    "INSERT INTO body (hash, bytes) VALUES (?1, ?2)"
                                    " ON CONFLICT (hash) DO NOTHING",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, hash);
  shinsa_statement_bind_blob (statement, 2, bytes);
  return shinsa_statement_run (statement, error);
}

/**
 * shinsa_body_lookup:
 * @bytes: (out) (transfer full) (nullable): the body, or %NULL where it is not held
 * @purged: (out) (optional) (transfer full) (nullable): why it was purged, if it was
 *
 * Finds a body by its hash.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_body_lookup (ShinsaStore  *store,
                    const char   *hash,
                    GBytes      **bytes,
                    char        **purged,
                    GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;
  ShinsaStep step;

  *bytes = NULL;
  if (purged != NULL)
    *purged = NULL;
  statement = shinsa_statement_get (store, "SELECT bytes, purged FROM body WHERE hash = ?1", error);
  if (statement == NULL)
    return FALSE;

  shinsa_statement_bind_text (statement, 1, hash);
  step = shinsa_statement_step (statement, error);
  if (step == SHINSA_STEP_ROW)
    {
      *bytes = shinsa_statement_dup_blob (statement, 0);
      if (purged != NULL)
        *purged = shinsa_statement_dup_text (statement, 1);
    }
  return step != SHINSA_STEP_ERROR;
}

/**
 * shinsa_body_purge:
 * @reason: why, for whoever asks for it later
 *
 * Removes the bytes of a body for good; the hash stays.  A body that is not held is left so.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_body_purge (ShinsaStore  *store,
                   const char   *hash,
                   const char   *reason,
                   GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "UPDATE body SET bytes = NULL, purged = ?2"
                                    " WHERE hash = ?1 AND bytes IS NOT NULL",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, hash);
  shinsa_statement_bind_text (statement, 2, reason);
  return shinsa_statement_run (statement, error);
}

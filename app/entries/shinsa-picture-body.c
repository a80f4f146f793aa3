/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "entries/shinsa-picture-body.h"

#include "exchange/shinsa-json.h"
#include "shinsa-bodies.h"

/**
 * shinsa_picture_read_body:
 * @store: a store
 * @hash: hash of a body, hex
 * @body: (out) (transfer full) (nullable): the body, or %NULL where it is not held here
 * @error: return location for an error
 *
 * Returns: %FALSE only if the store could not be read
 */
gboolean
shinsa_picture_read_body (ShinsaStore  *store,
                          const char   *hash,
                          JsonNode    **body,
                          GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;
  const char *data = NULL;

  *body = NULL;
  if (!shinsa_body_lookup (store, hash, &bytes, NULL, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;
  data = g_bytes_get_data (bytes, &size);
  *body = shinsa_json_read (data, size, error);

  return *body != NULL;
}

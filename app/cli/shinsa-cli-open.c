/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-private.h"

/* The store that a call works on. */

/**
 * shinsa_cli_open:
 * @cli: this call
 * @mode: whether to write and to make it
 * @error: return location for an error
 *
 * Opens the store, once a call.
 *
 * Returns: (transfer none) (nullable): the session
 */
ShinsaSession *
shinsa_cli_open (ShinsaCli          *cli,
                 ShinsaSessionMode   mode,
                 GError            **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (cli != NULL, NULL);

  if (cli->session != NULL)
    return cli->session;
  path = cli->store != NULL ? g_canonicalize_filename (cli->store, NULL)
                            : shinsa_session_default_path ();
  cli->session = shinsa_session_open (path, mode, error);

  return cli->session;
}

/**
 * shinsa_cli_select:
 * @cli: this call
 * @mode: whether to write and to make the store
 * @error: return location for an error
 *
 * Opens the store and selects round and identity, those that were named or the last ones.
 *
 * Returns: (transfer none) (nullable): the session
 */
ShinsaSession *
shinsa_cli_select (ShinsaCli          *cli,
                   ShinsaSessionMode   mode,
                   GError            **error)
{
  g_return_val_if_fail (cli != NULL, NULL);

  if (shinsa_cli_open (cli, mode, error) == NULL ||
      !shinsa_session_select (cli->session, cli->round, cli->identity, error))
    return NULL;

  return cli->session;
}

/**
 * shinsa_cli_load:
 * @cli: this call
 * @mode: whether to write and to make the store
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the selected round as the selected identity may see it now
 */
const ShinsaRound *
shinsa_cli_load (ShinsaCli          *cli,
                 ShinsaSessionMode   mode,
                 GError            **error)
{
  g_return_val_if_fail (cli != NULL, NULL);

  g_clear_pointer (&cli->picture, shinsa_round_unref);
  if (shinsa_cli_select (cli, mode, error) != NULL)
    cli->picture = shinsa_session_load (cli->session, error);

  return cli->picture;
}

ShinsaSession *
shinsa_cli_get_session (ShinsaCli *cli)
{
  g_return_val_if_fail (cli != NULL, NULL);

  return cli->session;
}

/**
 * shinsa_cli_write:
 * @cli: this call, with a round selected
 * @kind: the kind of entry
 * @body: (transfer full): its body
 * @error: return location for what refuses it
 *
 * Writes one entry as the selected identity. With --json that is also what is said.
 *
 * Returns: whether it is written
 */
gboolean
shinsa_cli_write (ShinsaCli   *cli,
                  const char  *kind,
                  JsonNode    *body,
                  GError     **error)
{
  g_autoptr (JsonNode) owned = body;
  g_autofree char *hash = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (cli != NULL && cli->session != NULL, FALSE);

  if (!shinsa_session_write (cli->session, kind, owned, &hash, error))
    return FALSE;
  if (!cli->json)
    return TRUE;
  object = json_object_new ();
  json_object_set_string_member (object, "kind", kind);
  json_object_set_string_member (object, "entry", hash);

  return shinsa_cli_put_object (cli, object);
}

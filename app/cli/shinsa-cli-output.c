/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-private.h"

#include "shinsa-error.h"

#include "exchange/shinsa-json.h"

#include <stdio.h>

/* What a call says: sentences and tables for people, or one JSON document. */

/**
 * shinsa_cli_wants_json:
 * @cli: the call
 *
 * Returns: whether --json was given
 */
gboolean
shinsa_cli_wants_json (ShinsaCli *cli)
{
  g_return_val_if_fail (cli != NULL, FALSE);

  return cli->json;
}

/**
 * shinsa_cli_put_json:
 * @cli: this call
 * @node: (transfer full): the one document that is written
 *
 * JSON is UTF-8 whatever the locale says, so it does not pass through g_print().
 *
 * Returns: %TRUE, for a verb to return; that it arrived is seen at the end
 */
gboolean
shinsa_cli_put_json (ShinsaCli *cli,
                     JsonNode  *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autofree char *text = NULL;

  g_return_val_if_fail (cli != NULL, FALSE);

  text = shinsa_json_write_pretty (owned);
  fputs (text, stdout);

  return TRUE;
}

/**
 * shinsa_cli_put_object:
 * @cli: this call
 * @object: (transfer full): the document
 *
 * Returns: %TRUE, for a verb to return
 */
gboolean
shinsa_cli_put_object (ShinsaCli  *cli,
                       JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return shinsa_cli_put_json (cli, node);
}

/**
 * shinsa_cli_put_list:
 * @cli: this call
 * @name: what is listed
 * @list: (transfer full): the things
 *
 * Writes a document with one member, so that others can be added to it one day.
 *
 * Returns: %TRUE, for a verb to return
 */
gboolean
shinsa_cli_put_list (ShinsaCli  *cli,
                     const char *name,
                     JsonArray  *list)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, name, list);

  return shinsa_cli_put_object (cli, object);
}

static const char *
error_word (const GError *error)
{
  static const char * const words[] = {
    [SHINSA_ERROR_FAILED] = "failed",
    [SHINSA_ERROR_INVALID] = "invalid",
    [SHINSA_ERROR_TOO_LARGE] = "too_large",
    [SHINSA_ERROR_NEWER] = "newer",
    [SHINSA_ERROR_OTHER_ROUND] = "other_round",
    [SHINSA_ERROR_SIGNATURE] = "signature",
    [SHINSA_ERROR_REFUSED] = "refused",
    [SHINSA_ERROR_NOT_AUTHORISED] = "not_authorised",
    [SHINSA_ERROR_NOT_FOUND] = "not_found",
    [SHINSA_ERROR_BUSY] = "busy",
    [SHINSA_ERROR_DISK_FULL] = "disk_full",
    [SHINSA_ERROR_READ_ONLY] = "read_only",
    [SHINSA_ERROR_USAGE] = "usage",
  };

  if (error->domain == SHINSA_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (words))
    return words[error->code];

  return words[SHINSA_ERROR_FAILED];
}

/**
 * shinsa_cli_error_json:
 * @error: why something was refused
 *
 * Returns: (transfer full): its code and its sentence
 */
JsonObject *
shinsa_cli_error_json (const GError *error)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", error_word (error));
  json_object_set_string_member (object, "sentence", error->message);

  return object;
}

/**
 * shinsa_cli_fail:
 * @cli: this call
 * @error: why one of several things was refused
 *
 * Says so at once, for a verb that goes on. The program will say in the end that not all is well.
 */
void
shinsa_cli_fail (ShinsaCli    *cli,
                 const GError *error)
{
  g_return_if_fail (cli != NULL && error != NULL);

  g_printerr ("%s\n", error->message);
  cli->failed = TRUE;
}

/**
 * shinsa_cli_say:
 * @cli: this call
 * @format: a sentence, as for printf()
 *
 * Says something to a person, on a line of its own; with --json it says nothing.
 */
void
shinsa_cli_say (ShinsaCli  *cli,
                const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  g_return_if_fail (cli != NULL);

  if (cli->json)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s\n", text);
}

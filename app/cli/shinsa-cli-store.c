/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-purging.h"

#include <glib/gi18n-lib.h>

static gboolean
check (ShinsaCli  *cli,
       GError    **error)
{
  ShinsaSession *session = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  JsonObject *object = NULL;
  guint removed = 0;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(session = shinsa_cli_open (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(rounds = shinsa_session_list_rounds (session, error)) ||
      !shinsa_session_check (session, error) ||
      !shinsa_session_count_removed (session, &removed, error))
    return FALSE;
  shinsa_cli_say (cli, _("The store is sound: file, chains and hashes hold, and every table is "
                         "what the journal says."));
  if (removed > 0)
    shinsa_cli_say (cli, ngettext ("%u entry lost its words when a ruling recused you from its "
                                   "application; the journal keeps its hash.",
                                   "%u entries lost their words when a ruling recused you from "
                                   "their application; the journal keeps their hashes.", removed),
                    removed);
  if (!shinsa_cli_wants_json (cli))
    return TRUE;
  object = json_object_new ();
  json_object_set_string_member (object, "store", shinsa_session_get_path (session));
  json_object_set_int_member (object, "rounds", rounds->len);
  json_object_set_boolean_member (object, "sound", TRUE);
  json_object_set_int_member (object, "removed", removed);

  return shinsa_cli_put_object (cli, object);
}

static gboolean
backup (ShinsaCli  *cli,
        GError    **error)
{
  ShinsaSession *session = NULL;
  g_autoptr (GFile) file = NULL;
  JsonObject *object = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(session = shinsa_cli_open (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  file = g_file_new_for_commandline_arg (shinsa_cli_argument (cli, 0));
  if (!shinsa_session_backup (session, file, error))
    return FALSE;
  shinsa_cli_say (cli, _("The store was copied to “%s”, without its keys."),
                  g_file_peek_path (file));
  if (!shinsa_cli_wants_json (cli))
    return TRUE;
  object = json_object_new ();
  json_object_set_string_member (object, "file", g_file_peek_path (file));

  return shinsa_cli_put_object (cli, object);
}

static const ShinsaCliVerb verbs[] = {
  { "check", "", N_("Check the file, its chains and hashes, and replay every round"), check },
  { "backup", "FILE", N_("Copy the store, without its keys"), backup },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_store = { "store", N_("The file that everything is in"), verbs };

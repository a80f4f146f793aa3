/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"

#include "exchange/shinsa-identity.h"
#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>

/* Whose computer this is. Who sits on the committee is the roster. */

static const ShinsaRoundInfo *
find_info (GPtrArray  *rounds,
           const char *root)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundInfo *info = g_ptr_array_index (rounds, i);

      if (g_str_equal (info->root, root))
        return info;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
is_here (const ShinsaRoundInfo *info,
         const char            *member)
{
  return g_strv_contains ((const char * const *) info->identities, member);
}

/* --- use --- */

static const char *
own_feed (const ShinsaRound *round)
{
  for (guint i = 0; i < round->feeds->len; i++)
    {
      const ShinsaFeedInfo *feed = g_ptr_array_index (round->feeds, i);

      if (feed->here && g_strcmp0 (feed->member, round->member) == 0)
        return feed->feed;
    }

  return round->root;
}

static gboolean
put_identity (ShinsaCli  *cli,
              gboolean    new_feed,
              GError    **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load (shinsa_cli_get_session (cli), error);
  g_autofree char *fingerprint = NULL;
  JsonObject *object = NULL;

  if (round == NULL)
    return FALSE;
  fingerprint = shinsa_fingerprint (own_feed (round));
  if (shinsa_cli_wants_json (cli))
    {
      object = json_object_new ();
      json_object_set_string_member (object, "identity", round->identity);
      json_object_set_string_member (object, "feed", own_feed (round));
      json_object_set_string_member (object, "fingerprint", fingerprint);
      json_object_set_boolean_member (object, "new", new_feed);
      return shinsa_cli_put_object (cli, object);
    }
  shinsa_cli_say (cli, _("This computer writes as “%s” now, unless --as says otherwise."),
                  round->identity);
  if (new_feed)
    shinsa_cli_say (cli, _("Your fingerprint is “%s”. The secretariat compares it with you before "
                           "your submissions count."), fingerprint);

  return TRUE;
}

static gboolean
use (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *device = NULL;
  const GOptionEntry options[] = {
    { "device", 0, 0, G_OPTION_ARG_STRING, &device, N_("A name for this computer"), "NAME" },
    { NULL }
  };
  ShinsaSession *session = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autofree char *root = NULL;
  const char *member = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(session = shinsa_cli_select (cli, SHINSA_SESSION_EXISTING, error)) ||
      !(rounds = shinsa_session_list_rounds (session, error)))
    return FALSE;
  member = shinsa_cli_argument (cli, 0);
  root = g_strdup (shinsa_session_get_root (session));
  if (is_here (find_info (rounds, root), member))
    return shinsa_session_select (session, root, member, error) &&
           shinsa_session_remember (session, error) && put_identity (cli, FALSE, error);

  return shinsa_session_use_member (session, member, device, error) &&
         put_identity (cli, TRUE, error);
}

/* --- list --- */

static JsonArray *
members_json (const ShinsaRound     *round,
              const ShinsaRoundInfo *info)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", member->id);
      json_object_set_object_member (object, "name", shinsa_cli_text_json (&member->name));
      json_object_set_string_member (object, "role", member->role);
      json_object_set_boolean_member (object, "here", is_here (info, member->id));
      json_object_set_boolean_member (object, "home", g_strcmp0 (info->home, member->id) == 0);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_members (const ShinsaRound     *round,
               const ShinsaRoundInfo *info)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Member"), _("Role"), _("Name"), _("This computer"), NULL);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      const char *here = "";

      if (g_strcmp0 (info->home, member->id) == 0)
        here = _("belongs to this member");
      else if (is_here (info, member->id))
        here = _("can write as this member");
      shinsa_cli_table_row (table, member->id, shinsa_role_label (member->role),
                            shinsa_text_get (&member->name), here, NULL);
    }
  shinsa_cli_table_print (table);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  const ShinsaRoundInfo *info = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(rounds = shinsa_session_list_rounds (shinsa_cli_get_session (cli), error)))
    return FALSE;
  info = find_info (rounds, round->root);
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "members", members_json (round, info));
  print_members (round, info);

  return TRUE;
}

static const ShinsaCliVerb verbs[] = {
  { "use", "MEMBER", N_("Say whose computer this is, and confirm confidentiality"), use },
  { "list", "", N_("List the members and whom this computer can write as"), list },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_member = { "member", N_("Whose computer this is"), verbs };

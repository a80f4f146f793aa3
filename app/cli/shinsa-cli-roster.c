/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-revising.h"

#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>

static JsonObject *
member_json (const ShinsaMember *member)
{
  JsonObject *object = json_object_new ();
  JsonArray *affiliations = json_array_new ();

  for (guint i = 0; i < member->affiliations->len; i++)
    json_array_add_object_element (affiliations, shinsa_cli_text_json (
                                     g_ptr_array_index (member->affiliations, i)));
  json_object_set_string_member (object, "id", member->id);
  json_object_set_string_member (object, "letter", member->letter);
  json_object_set_object_member (object, "name", shinsa_cli_text_json (&member->name));
  json_object_set_string_member (object, "reading", member->reading);
  json_object_set_string_member (object, "role", member->role);
  json_object_set_boolean_member (object, "scores", member->scores);
  shinsa_cli_set_count (object, "acting_order", member->acting_order);
  json_object_set_array_member (object, "affiliations", affiliations);
  json_object_set_string_member (object, "from", member->from);
  json_object_set_string_member (object, "until", member->until);

  return object;
}

static char *
affiliations_text (const ShinsaMember *member)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < member->affiliations->len; i++)
    g_ptr_array_add (names, (gpointer) shinsa_text_get (g_ptr_array_index (member->affiliations,
                                                                           i)));

  return shinsa_list_text (names);
}

static void
print_roster (const ShinsaRound *round)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Member"), _("Letter"), _("Role"), _("Name"), _("Affiliations"), NULL);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      g_autofree char *affiliations = affiliations_text (member);

      shinsa_cli_table_row (table, member->id, member->letter, shinsa_role_label (member->role),
                            shinsa_text_get (&member->name), affiliations, NULL);
    }
  shinsa_cli_table_print (table);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  if (!shinsa_cli_wants_json (cli))
    {
      print_roster (round);
      return TRUE;
    }
  array = json_array_sized_new (round->members->len);
  for (guint i = 0; i < round->members->len; i++)
    json_array_add_object_element (array, member_json (g_ptr_array_index (round->members, i)));

  return shinsa_cli_put_list (cli, "members", array);
}

static void
print_member (const ShinsaMember *member)
{
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autofree char *affiliations = affiliations_text (member);
  g_autofree char *order = g_strdup_printf ("%d", member->acting_order);

  shinsa_cli_table_fact (facts, _("Member"), member->id);
  shinsa_cli_table_fact (facts, _("Name"), shinsa_text_get (&member->name));
  shinsa_cli_table_fact (facts, _("Role"), shinsa_role_label (member->role));
  shinsa_cli_table_fact (facts, _("Letter"), member->letter);
  shinsa_cli_table_fact (facts, _("Scores"), member->scores ? _("yes") : _("no"));
  if (member->acting_order > 0)
    shinsa_cli_table_fact (facts, _("Acting order"), order);
  shinsa_cli_table_fact (facts, _("Affiliations"), affiliations);
  shinsa_cli_table_fact (facts, _("In office from"), member->from);
  shinsa_cli_table_fact (facts, _("In office until"), member->until);
  shinsa_cli_table_print (facts);
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaMember *member = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(member = shinsa_cli_find_member (round, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, member_json (member));
  print_member (member);

  return TRUE;
}

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { NULL }
  };
  g_autoptr (ShinsaCliFile) file = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_cli_select (cli, SHINSA_SESSION_WRITE, error) ||
      !shinsa_session_set_roster (shinsa_cli_get_session (cli), shinsa_cli_file_get (file),
                                  reason != NULL ? reason : "", error))
    return FALSE;
  shinsa_cli_say (cli, _("The committee is as in the file now. Issue news, and the members know."));

  return !shinsa_cli_wants_json (cli) || shinsa_cli_put_object (cli, json_object_new ());
}

static const ShinsaCliVerb verbs[] = {
  { "list", "", N_("List the committee"), list },
  { "show", "MEMBER", N_("Show one of the committee"), show },
  { "set", "DEFINITION.json", N_("Take the committee from a definition of this round"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_roster = { "roster", N_("The committee"), verbs };

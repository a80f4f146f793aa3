/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-table.h"
#include "shinsa-revising.h"

#include <glib/gi18n-lib.h>

static JsonArray *
slots_json (const ShinsaRound *round)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->slots->len; i++)
    {
      const ShinsaSlot *slot = g_ptr_array_index (round->slots, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "date", slot->date);
      json_object_set_string_member (object, "starts", slot->starts);
      json_object_set_int_member (object, "minutes", slot->minutes);
      json_object_set_string_member (object, "kind", slot->kind);
      json_object_set_string_member (object, "application", slot->application);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_slots (const ShinsaRound *round)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Date"), _("Starts"), _("Minutes"), _("Application"), _("Name"), NULL);

  for (guint i = 0; i < round->slots->len; i++)
    {
      const ShinsaSlot *slot = g_ptr_array_index (round->slots, i);
      const ShinsaDossier *dossier = NULL;
      g_autofree char *minutes = g_strdup_printf ("%d", slot->minutes);

      if (slot->application != NULL)
        dossier = shinsa_round_dossier (round, slot->application);
      shinsa_cli_table_row (table, slot->date, slot->starts, minutes,
                            slot->application != NULL ? slot->application : "",
                            dossier != NULL ? shinsa_text_get (&dossier->name) : _("Break"), NULL);
    }
  shinsa_cli_table_print (table);
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "slots", slots_json (round));
  print_slots (round);

  return TRUE;
}

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *postponed = NULL;
  const GOptionEntry options[] = {
    { "postponed", 0, 0, G_OPTION_ARG_STRING, &postponed, N_("Why the round is postponed"),
      "TEXT" },
    { NULL }
  };
  g_autoptr (ShinsaCliFile) file = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 0), error)) ||
      !shinsa_cli_select (cli, SHINSA_SESSION_WRITE, error) ||
      !shinsa_session_set_schedule (shinsa_cli_get_session (cli), shinsa_cli_file_get (file),
                                    postponed, error))
    return FALSE;
  shinsa_cli_say (cli, _("The timetable is as in the file now. Issue news, and the members know."));

  return !shinsa_cli_wants_json (cli) || shinsa_cli_put_object (cli, json_object_new ());
}

static const ShinsaCliVerb verbs[] = {
  { "list", "", N_("List the timetable of the interviews"), list },
  { "set", "DEFINITION.json", N_("Take the timetable from a definition of this round"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_schedule = { "schedule", N_("The timetable"), verbs };

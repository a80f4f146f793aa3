/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-practice.h"
#include "shinsa-round-export.h"

#include "exchange/shinsa-identity.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-safe-file.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Which rounds there are --- */

static JsonObject *
info_json (const ShinsaRoundInfo *info)
{
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = shinsa_fingerprint (info->root);

  json_object_set_string_member (object, "id", info->id);
  json_object_set_string_member (object, "root", info->root);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  json_object_set_object_member (object, "title", shinsa_cli_text_json (&info->title));
  json_object_set_boolean_member (object, "practice", info->practice);
  shinsa_cli_set_words (object, "identities", (const char * const *) info->identities);
  json_object_set_string_member (object, "home", info->home);

  return object;
}

static void
print_rounds (ShinsaCli *cli,
              GPtrArray *rounds)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Round"), _("Root key"), _("Writes as"), _("Title"), NULL);

  for (guint i = 0; i < rounds->len; i++)
    {
      const ShinsaRoundInfo *info = g_ptr_array_index (rounds, i);
      g_autofree char *root = g_strndup (info->root, 12);
      g_autofree char *identities = g_strjoinv (" ", info->identities);

      shinsa_cli_table_row (table, info->id, root, identities, shinsa_text_get (&info->title),
                            NULL);
    }
  if (rounds->len > 0)
    shinsa_cli_table_print (table);
  else
    shinsa_cli_say (cli, _("There is no round in this store yet."));
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  ShinsaSession *session = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(session = shinsa_cli_open (cli, SHINSA_SESSION_READ, error)) ||
      !(rounds = shinsa_session_list_rounds (session, error)))
    return FALSE;
  if (!shinsa_cli_wants_json (cli))
    {
      print_rounds (cli, rounds);
      return TRUE;
    }
  array = json_array_sized_new (rounds->len);
  for (guint i = 0; i < rounds->len; i++)
    json_array_add_object_element (array, info_json (g_ptr_array_index (rounds, i)));

  return shinsa_cli_put_list (cli, "rounds", array);
}

/* --- One of them --- */

static JsonArray *
levels_json (const ShinsaDefinition *definition)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);
      JsonObject *object = json_object_new ();

      json_object_set_double_member (object, "value", level->value);
      json_object_set_string_member (object, "key", level->key);
      json_object_set_object_member (object, "label", shinsa_cli_text_json (&level->label));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
requirements_json (const ShinsaDefinition *definition)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "code", requirement->code);
      json_object_set_object_member (object, "name", shinsa_cli_text_json (&requirement->name));
      json_object_set_double_member (object, "threshold", requirement->threshold);
      json_object_set_double_member (object, "weight", requirement->weight);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
outcomes_json (const ShinsaDefinition *definition)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (definition->outcomes, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "code", outcome->code);
      json_object_set_object_member (object, "name", shinsa_cli_text_json (&outcome->name));
      json_object_set_string_member (object, "gate", shinsa_gate_to_string (outcome->gate));
      shinsa_cli_set_number (object, "line", outcome->line);
      json_object_set_boolean_member (object, "public", outcome->is_public);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
segments_json (const ShinsaDefinition *definition)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < definition->segments->len; i++)
    {
      const ShinsaSegment *segment = g_ptr_array_index (definition->segments, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "code", segment->code);
      json_object_set_object_member (object, "name", shinsa_cli_text_json (&segment->name));
      json_object_set_int_member (object, "minutes", segment->minutes);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
round_json (const ShinsaRound *round)
{
  const ShinsaDefinition *definition = round->definition;
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = shinsa_fingerprint (round->root);

  json_object_set_string_member (object, "id", definition->id);
  json_object_set_string_member (object, "root", round->root);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  json_object_set_string_member (object, "head", round->head);
  json_object_set_int_member (object, "seq", round->seq);
  json_object_set_string_member (object, "identity", round->identity);
  json_object_set_object_member (object, "title", shinsa_cli_text_json (&definition->title));
  json_object_set_string_member (object, "track", definition->track);
  json_object_set_boolean_member (object, "practice", definition->practice);
  json_object_set_string_member (object, "definition_hash", round->definition_hash);
  json_object_set_string_member (object, "requirement_set_hash",
                                 definition->requirement_set_hash);
  json_object_set_int_member (object, "rules_version", round->rules_version);
  json_object_set_int_member (object, "members", round->members->len);
  json_object_set_int_member (object, "applications", round->dossiers->len);
  json_object_set_string_member (object, "statistic",
                                 shinsa_statistic_to_string (definition->statistic));
  json_object_set_int_member (object, "minimum_evaluators", definition->minimum_evaluators);
  json_object_set_array_member (object, "levels", levels_json (definition));
  json_object_set_array_member (object, "requirements", requirements_json (definition));
  json_object_set_array_member (object, "outcomes", outcomes_json (definition));
  json_object_set_array_member (object, "segments", segments_json (definition));
  shinsa_cli_set_codes (object, "not_applied", round->not_applied);

  return object;
}

static void
print_definition (const ShinsaDefinition *definition)
{
  g_autoptr (ShinsaCliTable) levels = shinsa_cli_table_new (_("Level"), _("Meaning"), NULL);
  g_autoptr (ShinsaCliTable) requirements =
    shinsa_cli_table_new (_("Requirement"), _("Threshold"), _("Name"), NULL);
  g_autoptr (ShinsaCliTable) outcomes = shinsa_cli_table_new (_("Outcome"), _("Name"), NULL);

  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);
      g_autofree char *text = shinsa_level_text (definition, level->value);

      shinsa_cli_table_row (levels, text, shinsa_text_get (&level->label), NULL);
    }
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      g_autofree char *text = shinsa_number_text (requirement->threshold);

      shinsa_cli_table_row (requirements, requirement->code, text,
                            shinsa_text_get (&requirement->name), NULL);
    }
  for (guint i = 0; i < definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (definition->outcomes, i);

      shinsa_cli_table_row (outcomes, outcome->code, shinsa_text_get (&outcome->name), NULL);
    }
  g_print ("\n");
  shinsa_cli_table_print (levels);
  g_print ("\n");
  shinsa_cli_table_print (requirements);
  g_print ("\n");
  shinsa_cli_table_print (outcomes);
}

static void
print_round (const ShinsaRound *round)
{
  const ShinsaDefinition *definition = round->definition;
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autofree char *fingerprint = shinsa_fingerprint (round->root);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, round->seq);
  g_autofree char *members = g_strdup_printf ("%u", round->members->len);
  g_autofree char *applications = g_strdup_printf ("%u", round->dossiers->len);

  shinsa_cli_table_fact (facts, _("Round"), definition->id);
  shinsa_cli_table_fact (facts, _("Title"), shinsa_text_get (&definition->title));
  shinsa_cli_table_fact (facts, _("Remark"), shinsa_text_get (&definition->note));
  shinsa_cli_table_fact (facts, _("Root key"), round->root);
  shinsa_cli_table_fact (facts, _("Fingerprint"), fingerprint);
  shinsa_cli_table_fact (facts, _("Register"), seq);
  shinsa_cli_table_fact (facts, _("Acting as"), round->identity);
  shinsa_cli_table_fact (facts, _("Members"), members);
  shinsa_cli_table_fact (facts, _("Applications"), applications);
  shinsa_cli_table_print (facts);
  print_definition (definition);
  for (guint i = 0; i < round->not_applied->len; i++)
    g_print ("\n%s\n", (const char *) g_ptr_array_index (round->not_applied, i));
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, round_json (round));
  print_round (round);

  return TRUE;
}

/* --- Making one --- */

/* The round that was made is the one that is selected now. */
static gboolean
put_made (ShinsaCli  *cli,
          GFile      *packets,
          GError    **error)
{
  g_autoptr (ShinsaRound) round = shinsa_session_load (shinsa_cli_get_session (cli), error);
  g_autofree char *fingerprint = NULL;
  JsonObject *object = NULL;

  if (round == NULL)
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    {
      object = json_object_new ();
      json_object_set_object_member (object, "round", round_json (round));
      if (packets != NULL)
        json_object_set_string_member (object, "packets", g_file_peek_path (packets));
      return shinsa_cli_put_object (cli, object);
    }
  fingerprint = shinsa_fingerprint (round->root);
  shinsa_cli_say (cli, _("The round “%s” is prepared, and its desk is on this computer."),
                  shinsa_text_get (&round->definition->title));
  shinsa_cli_say (cli, _("The fingerprint of the desk is: %s"), fingerprint);
  if (packets != NULL)
    shinsa_cli_say (cli, _("The members' packets are in “%s”. You are “%s”."),
                    g_file_peek_path (packets), round->identity);

  return TRUE;
}

static gboolean
create (ShinsaCli  *cli,
        GError    **error)
{
  g_autofree char *folder = NULL;
  const GOptionEntry options[] = {
    { "documents", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_("Folder of the documents that the definition names"), "FOLDER" },
    { NULL }
  };
  ShinsaSession *session = NULL;
  g_autoptr (ShinsaCliFile) definition = NULL;
  g_autoptr (GFile) documents = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(definition = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 0), error)) ||
      !(session = shinsa_cli_open (cli, SHINSA_SESSION_WRITE, error)))
    return FALSE;
  if (folder != NULL)
    documents = g_file_new_for_commandline_arg (folder);
  if (!shinsa_session_create_round (session, shinsa_cli_file_get (definition), documents, NULL,
                                    error))
    return FALSE;

  return put_made (cli, NULL, error);
}

static GFile *
packet_folder (ShinsaCli *cli)
{
  g_autofree char *store = NULL;
  g_autofree char *path = NULL;

  if (shinsa_cli_argument (cli, 0) != NULL)
    return g_file_new_for_commandline_arg (shinsa_cli_argument (cli, 0));
  store = g_path_get_dirname (shinsa_session_get_path (shinsa_cli_get_session (cli)));
  path = g_build_filename (store, "practice", NULL);

  return g_file_new_for_path (path);
}

static gboolean
practice (ShinsaCli  *cli,
          GError    **error)
{
  ShinsaSession *session = NULL;
  g_autoptr (GFile) folder = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(session = shinsa_cli_open (cli, SHINSA_SESSION_WRITE, error)))
    return FALSE;
  folder = packet_folder (cli);
  if (!shinsa_practice_create (session, folder, NULL, error))
    return FALSE;

  return put_made (cli, folder, error);
}

/* --- Passing its definition on --- */

static gboolean
export_definition (ShinsaCli  *cli,
                   GError    **error)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &name, N_("Write to this file"), "FILE" },
    { "documents", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_("Write the documents that it names into this folder"), "FOLDER" },
    { NULL }
  };
  g_autoptr (ShinsaCliFile) file = NULL;
  g_autoptr (GFile) documents = NULL;
  g_autoptr (JsonNode) definition = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  ShinsaSession *session = NULL;

  if (!shinsa_cli_parse (cli, options, error))
    return FALSE;
  if (folder != NULL)
    documents = g_file_new_for_commandline_arg (folder);
  if (!(session = shinsa_cli_select (cli, SHINSA_SESSION_READ, error)) ||
      !(definition = shinsa_session_export_definition (session, documents, error)))
    return FALSE;
  if (name == NULL || g_str_equal (name, "-"))
    return shinsa_cli_put_json (cli, g_steal_pointer (&definition));
  text = shinsa_json_write_pretty (definition);
  bytes = g_bytes_new (text, strlen (text));

  return (file = shinsa_cli_file_open_output (cli, name, error)) != NULL &&
         shinsa_safe_file_write (shinsa_cli_file_get (file), bytes, NULL, error) &&
         shinsa_cli_file_put (file, cli);
}

static const ShinsaCliVerb verbs[] = {
  { "create", "DEFINITION.json", N_("Prepare a round; this computer becomes its desk"), create },
  { "export", "", N_("Write the definition of the round, to start another one from"),
    export_definition },
  { "list", "", N_("List the rounds in the store"), list },
  { "show", "", N_("Show the round, its scale, requirements and outcomes"), show },
  { "practice", "[FOLDER]", N_("Set up the practice round; members' packets go into FOLDER"),
    practice },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_round = { "round", N_("Rounds of examination"), verbs };

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-json.h"
#include "shinsa-cli-previous.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-revising.h"
#include "shinsa-searching.h"

#include "rules/shinsa-labels.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* --- Several --- */

static const ShinsaInterest *
own_interest (const ShinsaRound   *round,
              const ShinsaDossier *dossier)
{
  return round->is_desk ? NULL : shinsa_round_interest (round, dossier->id, round->member);
}

static JsonObject *
brief_json (const ShinsaRound   *round,
            const ShinsaDossier *dossier)
{
  const ShinsaInterest *interest = own_interest (round, dossier);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", dossier->id);
  json_object_set_object_member (object, "name", shinsa_cli_text_json (&dossier->name));
  json_object_set_string_member (object, "state", dossier->withdrawn ? "withdrawn" : "active");
  json_object_set_string_member (object, "interest", interest != NULL
                                 ? shinsa_interest_state_to_string (interest->state) : NULL);
  json_object_set_boolean_member (object, "has_content", dossier->has_content);
  shinsa_cli_set_codes (object, "market_areas", dossier->market_areas);
  json_object_set_int_member (object, "documents", dossier->documents->len);

  return object;
}

static gboolean
put_list (ShinsaCli         *cli,
          const ShinsaRound *round)
{
  g_autoptr (ShinsaCliTable) table = NULL;
  JsonArray *array = NULL;

  if (shinsa_cli_wants_json (cli))
    {
      array = json_array_new ();
      for (guint i = 0; i < round->dossiers->len; i++)
        json_array_add_object_element (array, brief_json (round,
                                                          g_ptr_array_index (round->dossiers, i)));
      return shinsa_cli_put_list (cli, "applications", array);
    }
  table = shinsa_cli_table_new (_("Application"), _("Interest"), _("Name"), _("State"), NULL);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      const ShinsaInterest *interest = own_interest (round, dossier);

      shinsa_cli_table_row (table, dossier->id,
                            interest != NULL ? shinsa_interest_state_label (interest->state) : "",
                            shinsa_text_get (&dossier->name),
                            dossier->withdrawn ? _("withdrawn") : "", NULL);
    }
  shinsa_cli_table_print (table);

  return TRUE;
}

static gboolean
put_hits (ShinsaCli   *cli,
          GPtrArray   *hits,
          const char  *words)
{
  g_autoptr (ShinsaCliTable) table = NULL;
  JsonArray *array = NULL;

  if (shinsa_cli_wants_json (cli))
    {
      array = json_array_new ();
      for (guint i = 0; i < hits->len; i++)
        {
          const ShinsaHit *hit = g_ptr_array_index (hits, i);
          JsonObject *object = json_object_new ();

          json_object_set_string_member (object, "application", hit->application);
          json_object_set_string_member (object, "source", hit->source);
          json_object_set_string_member (object, "text", hit->text);
          json_array_add_object_element (array, object);
        }
      return shinsa_cli_put_list (cli, "hits", array);
    }
  table = shinsa_cli_table_new (_("Application"), _("Words around it"), NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      const ShinsaHit *hit = g_ptr_array_index (hits, i);

      shinsa_cli_table_row (table, hit->application, hit->text, NULL);
    }
  if (hits->len > 0)
    shinsa_cli_table_print (table);
  else
    shinsa_cli_say (cli, _("“%s” stands in no application that you may see."), words);

  return TRUE;
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  g_autofree char *words = NULL;
  const GOptionEntry options[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &words, N_("Look for these words in all of them"),
      "WORDS" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  if (words == NULL)
    return put_list (cli, round);
  hits = shinsa_session_search (shinsa_cli_get_session (cli), round, words, error);

  return hits != NULL && put_hits (cli, hits, words);
}

/* --- One --- */

static JsonArray *
organisations_json (const ShinsaDossier *dossier)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < dossier->organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (dossier->organisations, i);
      JsonObject *object = json_object_new ();

      json_object_set_object_member (object, "name", shinsa_cli_text_json (&organisation->name));
      json_object_set_string_member (object, "kind", organisation->kind);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
persons_json (const ShinsaDossier *dossier)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < dossier->persons->len; i++)
    {
      const ShinsaPerson *person = g_ptr_array_index (dossier->persons, i);
      JsonObject *object = json_object_new ();

      shinsa_cli_set_text (object, "name", &person->name);
      shinsa_cli_set_text (object, "organisation", &person->organisation);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
sections_json (const ShinsaDossier *dossier)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const ShinsaSection *section = g_ptr_array_index (dossier->sections, i);
      JsonObject *object = json_object_new ();
      JsonArray *items = json_array_new ();

      for (guint j = 0; j < section->items->len; j++)
        json_array_add_object_element (items, shinsa_cli_text_json (
                                         g_ptr_array_index (section->items, j)));
      json_object_set_string_member (object, "code", section->code);
      json_object_set_array_member (object, "items", items);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
dossier_json (const ShinsaRound   *round,
              const ShinsaDossier *dossier)
{
  JsonObject *object = brief_json (round, dossier);

  json_object_set_string_member (object, "reason", dossier->state_reason);
  shinsa_cli_set_text (object, "network_organisation", &dossier->network_organisation);
  json_object_set_array_member (object, "organisations", organisations_json (dossier));
  shinsa_cli_set_count (object, "organisations_total", dossier->organisations_total);
  json_object_set_boolean_member (object, "and_others", dossier->and_others);
  json_object_set_array_member (object, "persons", persons_json (dossier));
  shinsa_cli_set_text (object, "summary", &dossier->summary);
  json_object_set_array_member (object, "sections", sections_json (dossier));
  json_object_set_array_member (object, "indicators",
                                shinsa_cli_indicators_json (dossier->indicators));
  if (dossier->previous != NULL)
    json_object_set_object_member (object, "previous",
                                   shinsa_cli_previous_json (dossier->previous));
  else
    json_object_set_null_member (object, "previous");

  return object;
}

static void
print_content (const ShinsaRound   *round,
               const ShinsaDossier *dossier)
{
  g_print ("\n%s\n", shinsa_text_get (&dossier->summary));
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const ShinsaSection *section = g_ptr_array_index (dossier->sections, i);

      g_print ("\n%s\n", section->code);
      for (guint j = 0; j < section->items->len; j++)
        g_print ("  · %s\n", shinsa_text_get (g_ptr_array_index (section->items, j)));
    }
  if (dossier->indicators->len > 0)
    g_print ("\n%s\n", _("Indicators"));
  for (guint i = 0; i < dossier->indicators->len; i++)
    g_print ("  · %s\n",
             ((const ShinsaIndicator *) g_ptr_array_index (dossier->indicators, i))->raw);
  if (dossier->previous != NULL)
    shinsa_cli_print_previous (round, dossier->previous);
}

static char *
market_areas_text (const ShinsaRound   *round,
                   const ShinsaDossier *dossier)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < dossier->market_areas->len; i++)
    {
      const ShinsaMarketArea *area =
        shinsa_definition_market_area (round->definition,
                                       g_ptr_array_index (dossier->market_areas, i));

      if (area != NULL)
        g_ptr_array_add (names, area->symbol);
    }

  return shinsa_list_text (names);
}

static void
print_dossier (const ShinsaRound   *round,
               const ShinsaDossier *dossier)
{
  const ShinsaInterest *interest = own_interest (round, dossier);
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autoptr (ShinsaCliTable) table = shinsa_cli_table_new (_("Organisation"), _("Kind"), NULL);
  g_autofree char *areas = market_areas_text (round, dossier);

  shinsa_cli_table_fact (facts, _("Application"), dossier->id);
  shinsa_cli_table_fact (facts, _("Name"), shinsa_text_get (&dossier->name));
  if (dossier->withdrawn)
    shinsa_cli_table_fact (facts, _("Withdrawn"), dossier->state_reason);
  if (interest != NULL)
    shinsa_cli_table_fact (facts, _("Interest"), shinsa_interest_state_label (interest->state));
  shinsa_cli_table_fact (facts, _("Market areas"), areas);
  shinsa_cli_table_fact (facts, _("Network organisation"),
                         shinsa_text_get (&dossier->network_organisation));
  shinsa_cli_table_print (facts);
  for (guint i = 0; i < dossier->organisations->len; i++)
    {
      const ShinsaOrganisation *organisation = g_ptr_array_index (dossier->organisations, i);

      shinsa_cli_table_row (table, shinsa_text_get (&organisation->name), organisation->kind,
                            NULL);
    }
  g_print ("\n");
  shinsa_cli_table_print (table);
  if (dossier->has_content)
    print_content (round, dossier);
  else
    g_print ("\n%s\n", _("The rest of the application is not open to you here. Declare your "
                         "interest first, or wait for the packet with the documents."));
}

static gboolean
show (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const ShinsaDossier *dossier = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(dossier = shinsa_cli_find_dossier (round, shinsa_cli_argument (cli, 0), error)))
    return FALSE;
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_object (cli, dossier_json (round, dossier));
  print_dossier (round, dossier);

  return TRUE;
}

/* --- Entering one --- */

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *reason = NULL;
  gboolean withdrawn = FALSE;
  const GOptionEntry options[] = {
    { "withdrawn", 0, 0, G_OPTION_ARG_NONE, &withdrawn,
      N_("Keep it to be read, and examine it no longer"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { NULL }
  };
  const char *application = NULL;
  g_autoptr (ShinsaCliFile) file = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 1), error)) ||
      !shinsa_cli_select (cli, SHINSA_SESSION_WRITE, error))
    return FALSE;
  application = shinsa_cli_argument (cli, 0);
  if (!shinsa_session_set_dossier (shinsa_cli_get_session (cli), shinsa_cli_file_get (file),
                                   application, withdrawn, reason != NULL ? reason : "", error))
    return FALSE;
  if (withdrawn)
    shinsa_cli_say (cli, _("“%s” is withdrawn. Issue news, and the members know."), application);
  else
    shinsa_cli_say (cli, _("“%s” is as in the file now. Issue the documents again, and its readers "
                           "get it."), application);

  return !shinsa_cli_wants_json (cli) || shinsa_cli_put_object (cli, json_object_new ());
}

static const ShinsaCliVerb verbs[] = {
  { "list", "", N_("List the applications, or where some words stand in them"), list },
  { "show", "APPLICATION", N_("Show one application"), show },
  { "set", "APPLICATION DEFINITION.json",
    N_("Take an application from a definition of this round"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_dossier = { "dossier", N_("Applications"), verbs };

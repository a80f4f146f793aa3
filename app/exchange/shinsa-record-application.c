/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-private.h"

#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-suggestion.h"
#include "rules/shinsa-words.h"

static void
copy_member (JsonObject *from,
             const char *name,
             JsonObject *to)
{
  json_object_set_member (to, name, json_node_copy (json_object_get_member (from, name)));
}

static JsonArray *
write_words (const char * const *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);
  return array;
}

/* --- What it is --- */

static void
set_name (JsonObject          *object,
          ShinsaRecordSource  *source,
          const ShinsaDossier *dossier)
{
  JsonObject *body = json_node_get_object (g_hash_table_lookup (source->dossiers, dossier->id));
  JsonArray *areas = json_array_new ();

  for (guint i = 0; i < dossier->market_areas->len; i++)
    json_array_add_string_element (areas, g_ptr_array_index (dossier->market_areas, i));
  json_object_set_string_member (object, "id", dossier->id);
  copy_member (body, "name", object);
  json_object_set_array_member (object, "market_areas", areas);
}

static void
set_standing (JsonObject          *object,
              ShinsaRecordSource  *source,
              const ShinsaDossier *dossier)
{
  JsonObject *body = json_node_get_object (g_hash_table_lookup (source->dossiers, dossier->id));
  JsonNode *network = json_object_get_member (body, "network_organisation");

  copy_member (body, "position", object);
  copy_member (body, "state", object);
  copy_member (body, "reason", object);
  if (JSON_NODE_HOLDS_OBJECT (network))
    json_object_set_member (object, "network_organisation",
                            json_node_copy (json_object_get_member (json_node_get_object (network),
                                                                    "name")));
  else
    json_object_set_null_member (object, "network_organisation");
}

/* --- Interests --- */

static JsonObject *
write_interest (ShinsaRecordSource   *source,
                const ShinsaInterest *interest)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "member", shinsa_record_call (source, interest->member));
  json_object_set_string_member (object, "declared",
                                 *interest->kind != '\0' ? interest->kind : "undeclared");
  json_object_set_string_member (object, "state",
                                 shinsa_interest_state_to_string (interest->state));
  json_object_set_array_member (object, "requirements",
                                write_words ((const char * const *) interest->requirements));
  json_object_set_string_member (object, "ruled_by",
                                 shinsa_record_call (source, interest->ruled_by));
  /* Families and employers are told to the secretariat alone. */
  if (source->profile == SHINSA_RECORD_SECRETARIAT)
    {
      json_object_set_string_member (object, "reason", interest->reason);
      json_object_set_string_member (object, "ruling_reason", interest->ruling_reason);
    }
  return object;
}

static void
set_interests (JsonObject         *object,
               ShinsaRecordSource *source,
               const char         *application)
{
  JsonArray *interests = json_array_new ();

  for (guint i = 0; i < source->round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (source->round->members, i);
      const ShinsaInterest *interest = shinsa_round_interest (source->round, application,
                                                              member->id);

      if (member->scores || interest->state != SHINSA_INTEREST_UNDECLARED)
        json_array_add_object_element (interests, write_interest (source, interest));
    }
  json_object_set_array_member (object, "interests", interests);
}

/* --- Numbers --- */

static JsonNode *
write_aggregates (GPtrArray *aggregates,
                  gboolean   with_levels)
{
  JsonNode *node = shinsa_aggregates_to_json (aggregates);
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; !with_levels && i < json_array_get_length (array); i++)
    json_object_remove_member (json_array_get_object_element (array, i), "levels");
  return node;
}

static void
set_aggregates (JsonObject         *object,
                ShinsaRecordSource *source,
                const char         *application)
{
  gboolean with_levels = source->profile != SHINSA_RECORD_APPLICANT;
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GPtrArray) decision = NULL;
  JsonObject *aggregates = json_object_new ();

  paper = shinsa_aggregate_application (source->round, application, SHINSA_BASIS_PAPER);
  decision = shinsa_aggregate_application (source->round, application, SHINSA_BASIS_DECISION);
  json_object_set_member (aggregates, "paper", write_aggregates (paper, with_levels));
  json_object_set_member (aggregates, "decision", write_aggregates (decision, with_levels));
  json_object_set_object_member (object, "aggregates", aggregates);
}

static void
set_suggestion (JsonObject         *object,
                ShinsaRecordSource *source,
                const char         *application)
{
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (source->round, application);
  ShinsaGrowthCount growth = shinsa_growth_count (source->round, application,
                                                  SHINSA_BASIS_DECISION);

  json_object_set_member (object, "growth", shinsa_growth_to_json (growth));
  json_object_set_member (object, "suggestion", shinsa_suggestion_to_json (suggestion));
}

/* --- What went on --- */

static void
set_questions (JsonObject         *object,
               ShinsaRecordSource *source,
               const char         *application)
{
  JsonArray *questions = json_array_new ();

  for (guint i = 0; i < source->round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (source->round->questions, i);
      JsonObject *item;

      if (!g_str_equal (question->application, application))
        continue;
      item = json_object_new ();
      json_object_set_string_member (item, "question", question->question);
      json_object_set_string_member (item, "member",
                                     shinsa_record_call (source, question->member));
      json_object_set_string_member (item, "state", question->state);
      json_object_set_string_member (item, "text", question->text);
      json_object_set_string_member (item, "answer", question->answer);
      json_array_add_object_element (questions, item);
    }
  json_object_set_array_member (object, "questions", questions);
}

static void
set_issues (JsonObject         *object,
            ShinsaRecordSource *source,
            const char         *application)
{
  JsonArray *issues = json_array_new ();

  for (guint i = 0; i < source->round->issues->len; i++)
    {
      const ShinsaIssue *issue = g_ptr_array_index (source->round->issues, i);
      JsonObject *item;

      if (!g_strv_contains ((const char * const *) issue->applications, application))
        continue;
      item = json_object_new ();
      json_object_set_string_member (item, "at", issue->at);
      json_object_set_string_member (item, "member", issue->member);
      json_object_set_string_member (item, "purpose", issue->purpose);
      json_array_add_object_element (issues, item);
    }
  json_object_set_array_member (object, "issued", issues);
}

/* One application, as far as the readers of the profile get it. NULL with an error set where the
 * store could not be read. */
JsonNode *
shinsa_record_application (ShinsaRecordSource   *source,
                           const ShinsaDossier  *dossier,
                           GError              **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  set_name (object, source, dossier);
  if (!shinsa_record_set_decisions (source, dossier->id, object, error))
    return NULL;
  shinsa_record_set_interview (source, dossier->id, object);
  if (source->profile == SHINSA_RECORD_PUBLIC)
    return g_steal_pointer (&node);

  set_standing (object, source, dossier);
  set_aggregates (object, source, dossier->id);
  if (source->profile == SHINSA_RECORD_APPLICANT)
    return g_steal_pointer (&node);

  set_interests (object, source, dossier->id);
  set_suggestion (object, source, dossier->id);
  set_questions (object, source, dossier->id);
  if (!shinsa_record_set_reviews (source, dossier->id, object, error))
    return NULL;
  if (source->profile == SHINSA_RECORD_SECRETARIAT)
    set_issues (object, source, dossier->id);
  return g_steal_pointer (&node);
}

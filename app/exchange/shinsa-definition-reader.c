/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader.h"

#include "exchange/shinsa-definition-reader-private.h"
#include "exchange/shinsa-digest.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "rules/shinsa-definition-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_REQUIREMENTS 100
#define MAX_MARKET_AREAS 100
#define MAX_OUTCOMES 32
#define MAX_ZONE 64
#define MAX_SYMBOL 8

/* Where the elements of a list go, and the codes they have so far. */
typedef struct {
  ShinsaDefinition *definition;
  GHashTable       *codes;
} List;

static gboolean
read_coded_list (ShinsaDefinition   *definition,
                 JsonObject         *object,
                 const char         *path,
                 const char         *member,
                 guint               minimum,
                 guint               maximum,
                 ShinsaReadElement   read,
                 GError            **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  List list = { definition, codes };

  return shinsa_read_list (object, path, member, minimum, maximum, read, &list, error);
}

/* --- The round --- */

static gboolean
read_days (ShinsaDefinition  *definition,
           JsonObject        *round,
           const char        *path,
           GError           **error)
{
  if (!shinsa_read_date (round, path, "call_from", &definition->call_from, error) ||
      !shinsa_read_date (round, path, "call_to", &definition->call_to, error) ||
      !shinsa_read_date (round, path, "announce_on", &definition->announce_on, error))
    return FALSE;
  if (definition->call_from == NULL || definition->call_to == NULL ||
      strcmp (definition->call_from, definition->call_to) <= 0)
    return TRUE;
  return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "call_to", -1,
                             _("the call ends on %s, before it begins on %s. Correct the two "
                               "dates."), definition->call_to, definition->call_from);
}

static gboolean
read_round (ShinsaDefinition  *definition,
            JsonObject        *round,
            const char        *path,
            GError           **error)
{
  const char *id;
  const char *track;
  const char *zone;

  if (!shinsa_read_members (round, path, error, "id", "track", "title", "call_from", "call_to",
                            "announce_on", "time_zone", "practice", "note", NULL) ||
      (id = shinsa_read_id (round, path, "id", error)) == NULL ||
      (track = shinsa_read_id (round, path, "track", error)) == NULL ||
      !shinsa_read_text (round, path, "title", &definition->title, error) ||
      !read_days (definition, round, path, error) ||
      (zone = shinsa_read_line (round, path, "time_zone", MAX_ZONE, error)) == NULL ||
      !shinsa_json_get_boolean (round, path, "practice", &definition->practice, error) ||
      !shinsa_read_text_or_null (round, path, "note", &definition->note, error))
    return FALSE;
  shinsa_set_string (&definition->id, id);
  shinsa_set_string (&definition->track, track);
  shinsa_set_string (&definition->time_zone, zone);
  return TRUE;
}

/* --- The requirement set --- */

static gboolean
read_weight (ShinsaRequirement  *requirement,
             JsonObject         *object,
             const char         *path,
             GError            **error)
{
  if (!shinsa_json_get_double (object, path, "weight", &requirement->weight, error))
    return FALSE;
  return requirement->weight >= 0 ||
         shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "weight", -1,
                             _("%g is no weight. Give 0 or more."), requirement->weight);
}

static gboolean
read_requirement (JsonObject  *object,
                  const char  *path,
                  gpointer     into,
                  GError     **error)
{
  static const char * const kinds[] = { "element", "data_condition", NULL };
  List *list = into;
  ShinsaRequirement *requirement = shinsa_requirement_new ();
  const char *kind;

  g_ptr_array_add (list->definition->requirements, requirement);
  if (!shinsa_read_members (object, path, error, "code", "kind", "name", "guidance", "threshold",
                            "weight", NULL) ||
      !shinsa_read_new_id (object, path, "code", list->codes, &requirement->code, error) ||
      (kind = shinsa_read_word (object, path, "kind", kinds, error)) == NULL ||
      !shinsa_read_text (object, path, "name", &requirement->name, error) ||
      !shinsa_read_text (object, path, "guidance", &requirement->guidance, error) ||
      !shinsa_json_get_double (object, path, "threshold", &requirement->threshold, error) ||
      !shinsa_read_in_scale (list->definition, requirement->threshold, path, "threshold",
                             error) ||
      !read_weight (requirement, object, path, error))
    return FALSE;
  shinsa_set_string (&requirement->kind, kind);
  return TRUE;
}

static gboolean
read_growth (ShinsaDefinition  *definition,
             JsonObject        *set,
             const char        *path,
             GError           **error)
{
  JsonObject *growth = NULL;
  g_autofree char *place = shinsa_json_path (path, "growth", -1);

  if (!shinsa_json_opt_object (set, path, "growth", &growth, error))
    return FALSE;
  if (growth == NULL)
    {
      /* Without the question nobody is asked, whatever the rules say of when. */
      definition->growth_when = SHINSA_GROWTH_NEVER;
      return TRUE;
    }
  return shinsa_read_members (growth, place, error, "name", "guidance", NULL) &&
         shinsa_read_text (growth, place, "name", &definition->growth_name, error) &&
         shinsa_read_text (growth, place, "guidance", &definition->growth_guidance, error);
}

static gboolean
read_requirement_set (ShinsaDefinition  *definition,
                      JsonObject        *object,
                      const char        *path,
                      GError           **error)
{
  JsonObject *set = shinsa_json_get_object (object, path, "requirement_set", error);
  g_autofree char *place = shinsa_json_path (path, "requirement_set", -1);
  g_autoptr (GBytes) bytes = NULL;
  const char *id;

  if (set == NULL ||
      !shinsa_read_members (set, place, error, "id", "version", "items", "growth", NULL) ||
      (id = shinsa_read_id (set, place, "id", error)) == NULL ||
      !shinsa_read_count_of (set, place, "version", 1, &definition->requirement_set_version,
                             error) ||
      !read_coded_list (definition, set, place, "items", 1, MAX_REQUIREMENTS, read_requirement,
                        error) ||
      !read_growth (definition, set, place, error))
    return FALSE;

  shinsa_set_string (&definition->requirement_set_id, id);
  bytes = shinsa_json_write (json_object_get_member (object, "requirement_set"));
  g_free (definition->requirement_set_hash);
  definition->requirement_set_hash = shinsa_sha256_hex (NULL, bytes);
  return TRUE;
}

/* --- Market areas --- */

static gboolean
read_market_area (JsonObject  *object,
                  const char  *path,
                  gpointer     into,
                  GError     **error)
{
  List *list = into;
  ShinsaMarketArea *area = shinsa_market_area_new ();
  const char *symbol;

  g_ptr_array_add (list->definition->market_areas, area);
  if (!shinsa_read_members (object, path, error, "code", "symbol", "name", "lead", NULL) ||
      !shinsa_read_new_id (object, path, "code", list->codes, &area->code, error) ||
      (symbol = shinsa_read_line (object, path, "symbol", MAX_SYMBOL, error)) == NULL ||
      !shinsa_read_text (object, path, "name", &area->name, error) ||
      !shinsa_read_text (object, path, "lead", &area->lead, error))
    return FALSE;
  shinsa_set_string (&area->symbol, symbol);
  return TRUE;
}

static gboolean
read_market_areas (ShinsaDefinition  *definition,
                   JsonObject        *object,
                   const char        *path,
                   GError           **error)
{
  JsonObject *areas = shinsa_json_get_object (object, path, "market_areas", error);
  g_autofree char *place = shinsa_json_path (path, "market_areas", -1);

  return areas != NULL &&
         shinsa_read_members (areas, place, error, "id", "items", NULL) &&
         shinsa_read_id (areas, place, "id", error) != NULL &&
         read_coded_list (definition, areas, place, "items", 0, MAX_MARKET_AREAS,
                          read_market_area, error);
}

/* --- Outcomes --- */

static gboolean
has_weights (const ShinsaDefinition *definition)
{
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);

      if (requirement->weight > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_line (ShinsaOutcome           *outcome,
           JsonObject              *object,
           const char              *path,
           const ShinsaDefinition  *definition,
           GError                 **error)
{
  if (outcome->gate == SHINSA_GATE_WEIGHTED_TOTAL)
    return shinsa_json_get_double (object, path, "line", &outcome->line, error) &&
           shinsa_read_in_scale (definition, outcome->line, path, "line", error);
  return !json_object_has_member (object, "line") ||
         shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "line", -1,
                             _("only the gate “weighted_total” has a line. Remove the line or "
                               "change the gate."));
}

static gboolean
read_gate (ShinsaOutcome           *outcome,
           JsonObject              *object,
           const char              *path,
           const ShinsaDefinition  *definition,
           GError                 **error)
{
  static const char * const words[] = { "all_requirements", "growth", "weighted_total", NULL };
  const char *word = NULL;

  if (!json_object_get_null_member (object, "gate") &&
      (word = shinsa_read_word (object, path, "gate", words, error)) == NULL)
    return FALSE;
  shinsa_gate_from_string (word, &outcome->gate);
  if (outcome->gate == SHINSA_GATE_GROWTH && definition->growth_when == SHINSA_GROWTH_NEVER)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "gate", -1,
                               _("nobody is asked whether growth is expected. Add the question "
                                 "to the requirement set, or choose another gate."));
  if (outcome->gate == SHINSA_GATE_WEIGHTED_TOTAL && !has_weights (definition))
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "gate", -1,
                               _("no requirement has a weight to make a total of. Give weights "
                                 "above 0, or choose another gate."));
  return read_line (outcome, object, path, definition, error);
}

static gboolean
read_outcome (JsonObject  *object,
              const char  *path,
              gpointer     into,
              GError     **error)
{
  List *list = into;
  ShinsaOutcome *outcome = shinsa_outcome_new ();
  gboolean has_line = json_object_has_member (object, "line");

  g_ptr_array_add (list->definition->outcomes, outcome);
  return shinsa_read_members (object, path, error, "code", "name", "category", "public", "gate",
                              has_line ? "line" : NULL, NULL) &&
         shinsa_read_new_id (object, path, "code", list->codes, &outcome->code, error) &&
         shinsa_read_text (object, path, "name", &outcome->name, error) &&
         shinsa_read_text_or_null (object, path, "category", &outcome->category, error) &&
         shinsa_json_get_boolean (object, path, "public", &outcome->is_public, error) &&
         read_gate (outcome, object, path, list->definition, error);
}

/* --- The whole --- */

gboolean
shinsa_read_format (JsonObject  *object,
                    const char  *path,
                    GError     **error)
{
  const char *format = shinsa_json_get_string (object, path, "format", error);
  gint64 version = 0;

  if (format == NULL)
    return FALSE;
  if (strcmp (format, "shinsa.round") != 0)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "format", -1,
                               _("this is no round definition. Choose a file whose format is "
                                 "“shinsa.round”."));
  if (!shinsa_json_get_int (object, path, "version", 1, G_MAXINT32, &version, error))
    return FALSE;
  return version == 1 ||
         shinsa_read_refuse (error, SHINSA_ERROR_NEWER, path, "version", -1,
                             _("it was written for a newer version of Shinsa. Install that "
                               "version to read it."));
}

/* All but the format, which is checked before anything else is. */
gboolean
shinsa_read_definition_members (ShinsaDefinition  *definition,
                                JsonObject        *object,
                                const char        *path,
                                GError           **error)
{
  JsonObject *round;
  JsonObject *rules;
  g_autofree char *round_path = shinsa_json_path (path, "round", -1);
  g_autofree char *rules_path = shinsa_json_path (path, "rules", -1);

  return (round = shinsa_json_get_object (object, path, "round", error)) != NULL &&
         read_round (definition, round, round_path, error) &&
         (rules = shinsa_json_get_object (object, path, "rules", error)) != NULL &&
         shinsa_read_rules (definition, rules, rules_path, error) &&
         read_requirement_set (definition, object, path, error) &&
         read_market_areas (definition, object, path, error) &&
         read_coded_list (definition, object, path, "outcomes", 1, MAX_OUTCOMES, read_outcome,
                          error);
}

/**
 * shinsa_definition_read:
 * @definition: what is fixed when a round opens, as round.define carries it
 * @path: its path, which sentences begin with
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the definition
 */
ShinsaDefinition *
shinsa_definition_read (JsonObject  *definition,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (ShinsaDefinition) self = NULL;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = shinsa_definition_new ();
  if (!shinsa_read_format (definition, path, error) ||
      !shinsa_read_members (definition, path, error, "format", "version", "round", "rules",
                            "requirement_set", "market_areas", "outcomes", NULL) ||
      !shinsa_read_definition_members (self, definition, path, error))
    return NULL;
  return g_steal_pointer (&self);
}

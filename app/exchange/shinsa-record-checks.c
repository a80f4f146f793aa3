/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-record-private.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Records without a register: what their parts say must at least go together. */

/* A statistic that misses its threshold by less reaches it: it was rounded, not given. */
#define SLACK 1e-9

typedef struct {
  const ShinsaRecordReading *reading;
  JsonObject                *application;
  const char                *path;
} Check;

/* --- Decisions --- */

/* The round's outcome that a decision names. */
static const ShinsaOutcome *
find_outcome (Check       *self,
              JsonObject  *decision,
              const char  *path,
              GError     **error)
{
  const char *code = shinsa_json_get_string (decision, path, "outcome", error);
  const ShinsaOutcome *outcome;

  if (code == NULL)
    return NULL;
  outcome = shinsa_definition_outcome (self->reading->definition, code);
  if (outcome == NULL)
    shinsa_record_refuse (error, path, _("the round has no such outcome."));
  return outcome;
}

/* The one confirmation that holds; NULL without an error where none does. */
static gboolean
find_holding (Check       *self,
              JsonObject **holding,
              GError     **error)
{
  JsonArray *history = shinsa_json_get_array (self->application, self->path, "history", error);
  g_autofree char *list = shinsa_json_path (self->path, "history", -1);

  *holding = NULL;
  if (history == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (history); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", list, i);
      JsonObject *row = shinsa_json_element_object (history, list, i, error);
      const char *state = row != NULL ? shinsa_json_get_string (row, path, "state", error) : NULL;

      if (state == NULL)
        return FALSE;
      if (!g_str_equal (state, "holds"))
        continue;
      if (*holding != NULL)
        return shinsa_record_refuse (error, path, _("another confirmation holds already."));
      *holding = row;
    }
  return TRUE;
}

static gboolean
check_departure (JsonObject  *outcome,
                 const char  *path,
                 GError     **error)
{
  const char *code = shinsa_json_get_string (outcome, path, "outcome", error);
  const char *reason = code != NULL ? shinsa_json_get_string (outcome, path, "reason", error)
                                    : NULL;
  const char *suggested = NULL;
  gboolean departs = FALSE;

  if (reason == NULL || !shinsa_json_opt_string (outcome, path, "suggested", &suggested, error) ||
      !shinsa_json_get_boolean (outcome, path, "departs", &departs, error))
    return FALSE;
  if (departs != (suggested != NULL && !g_str_equal (suggested, code)))
    return shinsa_record_refuse (error, path,
                                 _("whether it departs does not go with what was suggested."));
  if (departs && *reason == '\0')
    return shinsa_record_refuse (error, path,
                                 _("there is no reason for departing from what was suggested."));
  return TRUE;
}

static gboolean
check_quorum (JsonObject  *outcome,
              const char  *path,
              GError     **error)
{
  JsonObject *quorum = shinsa_json_get_object (outcome, path, "quorum", error);
  g_autofree char *place = shinsa_json_path (path, "quorum", -1);
  gint64 eligible = 0;
  gint64 present = 0;
  gint64 recused = 0;
  gint64 required = 0;
  gboolean holds = FALSE;

  if (quorum == NULL ||
      !shinsa_json_get_int (quorum, place, "eligible", 0, G_MAXINT32, &eligible, error) ||
      !shinsa_json_get_int (quorum, place, "present", 0, G_MAXINT32, &present, error) ||
      !shinsa_json_get_int (quorum, place, "recused_present", 0, G_MAXINT32, &recused, error) ||
      !shinsa_json_get_int (quorum, place, "required", 0, G_MAXINT32, &required, error) ||
      !shinsa_json_get_boolean (quorum, place, "holds", &holds, error))
    return FALSE;
  if (!holds || present != eligible + recused || present < required)
    return shinsa_record_refuse (error, place, _("these numbers are not those of a quorum."));
  return TRUE;
}

static gboolean
check_decision (Check   *self,
                GError **error)
{
  static const char * const same[] = { "by", "entry", "outcome", "version" };
  g_autofree char *path = shinsa_json_path (self->path, "outcome", -1);
  const char *state = shinsa_json_get_string (self->application, self->path, "state", error);
  JsonObject *holding = NULL;
  JsonObject *outcome = NULL;

  if (state == NULL || !find_holding (self, &holding, error) ||
      !shinsa_json_opt_object (self->application, self->path, "outcome", &outcome, error))
    return FALSE;
  if (g_str_equal (state, "withdrawn") ? outcome != NULL : (outcome == NULL) != (holding == NULL))
    return shinsa_record_refuse (error, path,
                                 _("this does not go with the confirmations that are told."));
  if (outcome == NULL)
    return TRUE;
  if (find_outcome (self, outcome, path, error) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      JsonNode *found = json_object_get_member (holding, same[i]);

      if (found != NULL &&
          !shinsa_record_compare_member (outcome, path, same[i], found, error))
        return FALSE;
    }
  return check_departure (outcome, path, error) && check_quorum (outcome, path, error);
}

static gboolean
check_committee (Check   *self,
                 GError **error)
{
  return shinsa_json_only_members (self->application, self->path, error, "aggregates", "growth",
                                   "history", "id", "interests", "market_areas", "name",
                                   "network_organisation", "outcome", "position", "questions",
                                   "reason", "reviews", "state", "suggestion", NULL) &&
         shinsa_record_recompute (self->reading, self->application, self->path, error) &&
         check_decision (self, error);
}

/* --- Numbers without levels --- */

typedef struct {
  gint64   eligible;
  gint64   counted;
  gint64   cannot_judge;
  gint64   missing;
  double   statistic;
  double   threshold;
  gboolean reference_only;
} Numbers;

static gboolean
read_numbers (JsonObject  *object,
              const char  *path,
              Numbers     *numbers,
              GError     **error)
{
  numbers->statistic = NAN;
  return shinsa_json_only_members (object, path, error, "at_or_above", "cannot_judge", "counted",
                                   "eligible", "maximum", "mean", "median", "minimum", "missing",
                                   "passes", "recused", "reference_only", "requirement", "split",
                                   "statistic", "threshold", "void", NULL) &&
         shinsa_json_get_int (object, path, "eligible", 0, G_MAXINT32, &numbers->eligible,
                              error) &&
         shinsa_json_get_int (object, path, "counted", 0, G_MAXINT32, &numbers->counted, error) &&
         shinsa_json_get_int (object, path, "cannot_judge", 0, G_MAXINT32,
                              &numbers->cannot_judge, error) &&
         shinsa_json_get_int (object, path, "missing", 0, G_MAXINT32, &numbers->missing, error) &&
         shinsa_json_opt_double (object, path, "statistic", &numbers->statistic, error) &&
         shinsa_json_get_double (object, path, "threshold", &numbers->threshold, error) &&
         shinsa_json_get_boolean (object, path, "reference_only", &numbers->reference_only, error);
}

static gboolean
check_passes (const ShinsaDefinition *definition,
              JsonObject             *object,
              const char             *path,
              const Numbers          *numbers,
              GError                **error)
{
  g_autoptr (JsonNode) found = json_node_new (JSON_NODE_NULL);

  if (!numbers->reference_only)
    json_node_init_boolean (found, definition->statistic == SHINSA_STATISTIC_MAJORITY
                                     ? numbers->statistic > 0.5
                                     : numbers->statistic >= numbers->threshold - SLACK);
  return shinsa_record_compare_member (object, path, "passes", found, error);
}

static gboolean
check_requirement (const ShinsaDefinition  *definition,
                   const ShinsaRequirement *requirement,
                   JsonObject              *object,
                   const char              *path,
                   GError                 **error)
{
  g_autoptr (JsonNode) code = json_node_init_string (json_node_alloc (), requirement->code);
  g_autoptr (JsonNode) threshold = json_node_init_double (json_node_alloc (),
                                                          requirement->threshold);
  g_autoptr (JsonNode) reference_only = json_node_new (JSON_NODE_VALUE);
  Numbers numbers = { 0 };

  if (!read_numbers (object, path, &numbers, error) ||
      !shinsa_record_compare_member (object, path, "requirement", code, error) ||
      !shinsa_record_compare_member (object, path, "threshold", threshold, error))
    return FALSE;
  if (numbers.eligible != numbers.counted + numbers.cannot_judge + numbers.missing)
    return shinsa_record_refuse (error, path, _("those who could judge are not those who did, "
                                                "cannot, or are missing."));
  json_node_set_boolean (reference_only, numbers.counted < MAX (definition->minimum_evaluators, 1));
  return shinsa_record_compare_member (object, path, "reference_only", reference_only, error) &&
         check_passes (definition, object, path, &numbers, error);
}

static gboolean
check_basis (Check       *self,
             JsonObject  *aggregates,
             const char  *path,
             const char  *basis,
             GError     **error)
{
  const ShinsaDefinition *definition = self->reading->definition;
  JsonArray *array = shinsa_json_get_array (aggregates, path, basis, error);
  g_autofree char *list = shinsa_json_path (path, basis, -1);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != definition->requirements->len)
    return shinsa_record_refuse (error, list, _("these are not the requirements of the round."));
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%u", list, i);
      JsonObject *object = shinsa_json_element_object (array, list, i, error);

      if (object == NULL ||
          !check_requirement (definition, g_ptr_array_index (definition->requirements, i), object,
                              place, error))
        return FALSE;
    }
  return TRUE;
}

/* --- One applicant, and everybody --- */

/* An outcome is one of the round's, and has no more in it than the readers are told. */
static gboolean
check_outcome (Check       *self,
               gboolean     is_public,
               GError     **error)
{
  g_autofree char *path = shinsa_json_path (self->path, "outcome", -1);
  const ShinsaOutcome *outcome;
  JsonObject *object = NULL;

  if (!shinsa_json_opt_object (self->application, self->path, "outcome", &object, error))
    return FALSE;
  if (object == NULL)
    return !is_public ||
           shinsa_record_refuse (error, path, _("what is not decided is not public."));
  if (is_public
        ? !shinsa_json_only_members (object, path, error, "outcome", "sentence", NULL)
        : !shinsa_json_only_members (object, path, error, "confirmed_at", "method", "outcome",
                                     "sentence", "version", NULL))
    return FALSE;
  outcome = find_outcome (self, object, path, error);
  if (outcome == NULL)
    return FALSE;
  return !is_public || outcome->is_public ||
         shinsa_record_refuse (error, path, _("this outcome is not published."));
}

static gboolean
check_applicant (Check   *self,
                 GError **error)
{
  const char *id = shinsa_json_get_string (self->application, self->path, "id", error);
  g_autofree char *path = shinsa_json_path (self->path, "aggregates", -1);
  JsonObject *aggregates;

  if (id == NULL ||
      !shinsa_json_only_members (self->application, self->path, error, "aggregates", "id",
                                 "market_areas", "name", "network_organisation", "outcome",
                                 "position", "reason", "state", NULL) ||
      !(aggregates = shinsa_json_get_object (self->application, self->path, "aggregates", error)))
    return FALSE;
  if (!g_str_equal (id, self->reading->application))
    return shinsa_record_refuse (error, self->path, _("this is not the applicant's application."));
  return check_basis (self, aggregates, path, "paper", error) &&
         check_basis (self, aggregates, path, "decision", error) &&
         check_outcome (self, FALSE, error);
}

static gboolean
check_public (Check   *self,
              GError **error)
{
  return shinsa_json_only_members (self->application, self->path, error, "id", "market_areas",
                                   "name", "outcome", NULL) &&
         check_outcome (self, TRUE, error);
}

/* --- All of them --- */

static gboolean
check_application (Check   *self,
                   GError **error)
{
  if (g_str_equal (self->reading->profile, SHINSA_PROFILE_COMMITTEE))
    return check_committee (self, error);
  if (g_str_equal (self->reading->profile, SHINSA_PROFILE_APPLICANT))
    return check_applicant (self, error);
  return check_public (self, error);
}

static gboolean
check_nobody (const ShinsaRecordReading *reading,
              const char                *member,
              GError                   **error)
{
  JsonArray *array = shinsa_json_get_array (reading->record, "", member, error);
  g_autofree char *path = shinsa_json_path ("", member, -1);

  return array != NULL &&
         (json_array_get_length (array) == 0 ||
          shinsa_record_refuse (error, path, _("who reads this record is not told of members.")));
}

/* Refuses the first thing in a record without a register that does not go with the rest. */
gboolean
shinsa_record_check_profile (const ShinsaRecordReading  *reading,
                             GError                    **error)
{
  JsonArray *array = shinsa_json_get_array (reading->record, "", "applications", error);
  g_autoptr (JsonNode) counts = NULL;

  if (array == NULL)
    return FALSE;
  if (!g_str_equal (reading->profile, SHINSA_PROFILE_COMMITTEE) &&
      (!check_nobody (reading, "committee", error) || !check_nobody (reading, "attendance", error)))
    return FALSE;
  if (reading->application != NULL && json_array_get_length (array) != 1)
    return shinsa_record_refuse (error, "/applications",
                                 _("an applicant is told of one application alone."));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("/applications/%u", i);
      Check check = { reading, shinsa_json_element_object (array, "/applications", i, error),
                      path };

      if (check.application == NULL || !check_application (&check, error))
        return FALSE;
    }
  counts = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (counts, shinsa_record_counts (reading->definition, array));
  return shinsa_record_compare_member (reading->record, "", "counts", counts, error);
}

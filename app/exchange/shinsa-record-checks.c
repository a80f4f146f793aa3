/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record-verify-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-record-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Records without a register, whose form is right: what their parts say must go together. */

/* What was rounded may miss a number by less. */
#define SLACK 1e-9

typedef struct {
  const ShinsaRecordReading *reading;
  JsonObject                *application;
  JsonObject                *outcome;      /* NULL where none is told */
  const char                *path;
  const char                *outcome_path;
} Check;

/* --- Decisions --- */

/* The round's outcome that is told. */
static const ShinsaOutcome *
find_outcome (Check   *self,
              GError **error)
{
  const char *code = json_object_get_string_member (self->outcome, "outcome");
  const ShinsaOutcome *outcome = shinsa_definition_outcome (self->reading->definition, code);

  if (outcome == NULL)
    shinsa_record_refuse (error, self->outcome_path, _("the round has no such outcome."));
  return outcome;
}

/* The one confirmation that holds; NULL without an error where none does. */
static gboolean
find_holding (Check       *self,
              JsonObject **holding,
              GError     **error)
{
  JsonArray *history = json_object_get_array_member (self->application, "history");

  *holding = NULL;
  for (guint i = 0; i < json_array_get_length (history); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/history/%u", self->path, i);
      JsonObject *row = json_array_get_object_element (history, i);

      if (!g_str_equal (json_object_get_string_member (row, "state"), "holds"))
        continue;
      if (*holding != NULL)
        return shinsa_record_refuse (error, path, _("another confirmation holds already."));
      *holding = row;
    }
  return TRUE;
}

static gboolean
check_departure (Check   *self,
                 GError **error)
{
  const char *suggested = json_object_get_string_member_with_default (self->outcome, "suggested",
                                                                      NULL);
  const char *code = json_object_get_string_member (self->outcome, "outcome");
  const char *reason = json_object_get_string_member (self->outcome, "reason");
  gboolean departs = json_object_get_boolean_member (self->outcome, "departs");

  if (departs != (suggested != NULL && !g_str_equal (suggested, code)))
    return shinsa_record_refuse (error, self->outcome_path,
                                 _("whether it departs does not go with what was suggested."));
  if (departs && *reason == '\0')
    return shinsa_record_refuse (error, self->outcome_path,
                                 _("there is no reason for departing from what was suggested."));
  return TRUE;
}

static gboolean
check_quorum (Check   *self,
              GError **error)
{
  JsonObject *quorum = json_object_get_object_member (self->outcome, "quorum");
  g_autofree char *path = shinsa_json_path (self->outcome_path, "quorum", -1);
  gint64 eligible = json_object_get_int_member (quorum, "eligible");
  gint64 recused = json_object_get_int_member (quorum, "recused_present");
  gint64 present = json_object_get_int_member (quorum, "present");
  gint64 required = json_object_get_int_member (quorum, "required");

  if (json_object_get_boolean_member (quorum, "holds") && present >= required &&
      present >= eligible && present - eligible == recused)
    return TRUE;
  return shinsa_record_refuse (error, path, _("these numbers are not those of a quorum."));
}

static gboolean
check_decision (Check   *self,
                GError **error)
{
  static const char * const same[] = { "by", "entry", "outcome", "version" };
  const char *state = json_object_get_string_member (self->application, "state");
  gboolean withdrawn = g_str_equal (state, "withdrawn");
  JsonObject *holding = NULL;

  if (!find_holding (self, &holding, error))
    return FALSE;
  if ((self->outcome != NULL) != (holding != NULL && !withdrawn))
    return shinsa_record_refuse (error, self->outcome_path,
                                 _("this does not go with the confirmations that are told."));
  if (self->outcome == NULL)
    return TRUE;
  if (find_outcome (self, error) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (!shinsa_record_compare_member (self->outcome, self->outcome_path, same[i],
                                       json_object_get_member (holding, same[i]), error))
      return FALSE;
  return check_departure (self, error) && check_quorum (self, error);
}

/* --- Numbers without levels --- */

typedef struct {
  const ShinsaDefinition  *definition;
  const ShinsaRequirement *requirement;
  JsonObject              *object;
  const char              *path;
} Numbers;

static double
get_number (const Numbers *self,
            const char    *name)
{
  JsonNode *node = json_object_get_member (self->object, name);

  return JSON_NODE_HOLDS_NULL (node) ? NAN : json_node_get_double (node);
}

static gint64
get_count (const Numbers *self,
           const char    *name)
{
  return json_object_get_int_member (self->object, name);
}

/* Takes the node. */
static gboolean
compare_number (const Numbers  *self,
                const char     *name,
                JsonNode       *found,
                GError        **error)
{
  g_autoptr (JsonNode) owned = found;

  return shinsa_record_compare_member (self->object, self->path, name, found, error);
}

static JsonNode *
new_truth (gboolean truth)
{
  return json_node_init_boolean (json_node_alloc (), truth);
}

/* What the rule compares with the threshold. */
static double
get_statistic (const Numbers *self)
{
  switch (self->definition->statistic)
    {
    case SHINSA_STATISTIC_MEDIAN:
      return get_number (self, "median");
    case SHINSA_STATISTIC_MEAN:
      return get_number (self, "mean");
    case SHINSA_STATISTIC_MAJORITY:
      return (double) get_count (self, "at_or_above") / get_count (self, "counted");
    case SHINSA_STATISTIC_TRIMMED_MEAN:
    default:
      return get_number (self, "statistic");
    }
}

static gboolean
check_statistic (const Numbers  *self,
                 GError        **error)
{
  double statistic = get_number (self, "statistic");
  double minimum = get_number (self, "minimum");
  double maximum = get_number (self, "maximum");
  gboolean in_order = minimum - SLACK <= get_number (self, "median") &&
                      get_number (self, "median") <= maximum + SLACK &&
                      minimum - SLACK <= get_number (self, "mean") &&
                      get_number (self, "mean") <= maximum + SLACK;

  if (get_count (self, "counted") == 0)
    return isnan (statistic) && isnan (minimum) && isnan (maximum) ? TRUE
             : shinsa_record_refuse (error, self->path, _("nobody's levels have no statistic."));
  if (in_order && fabs (statistic - get_statistic (self)) <= SLACK)
    return TRUE;
  return shinsa_record_refuse (error, self->path, _("these numbers are not those of one list of "
                                                    "levels."));
}

static gboolean
check_passes (const Numbers  *self,
              GError        **error)
{
  double statistic = get_number (self, "statistic");

  if (json_object_get_boolean_member (self->object, "reference_only"))
    return compare_number (self, "passes", json_node_new (JSON_NODE_NULL), error);
  if (self->definition->statistic == SHINSA_STATISTIC_MAJORITY)
    return compare_number (self, "passes", new_truth (statistic > 0.5), error);
  return compare_number (self, "passes",
                         new_truth (statistic >= self->requirement->threshold - SLACK), error);
}

static gboolean
check_counts (const Numbers  *self,
              GError        **error)
{
  gint64 counted = get_count (self, "counted");

  if (get_count (self, "eligible") - counted !=
        get_count (self, "cannot_judge") + get_count (self, "missing") ||
      get_count (self, "at_or_above") > counted ||
      get_count (self, "void") > get_count (self, "recused"))
    return shinsa_record_refuse (error, self->path,
                                 _("those who could judge are not those who did, cannot, or are "
                                   "missing."));
  return TRUE;
}

static gboolean
check_requirement (const Numbers  *self,
                   GError        **error)
{
  gint64 fewest = MAX (self->definition->minimum_evaluators, 1);

  return compare_number (self, "requirement",
                         json_node_init_string (json_node_alloc (), self->requirement->code),
                         error) &&
         compare_number (self, "threshold",
                         json_node_init_double (json_node_alloc (), self->requirement->threshold),
                         error) &&
         check_counts (self, error) &&
         compare_number (self, "reference_only", new_truth (get_count (self, "counted") < fewest),
                         error) &&
         check_statistic (self, error) &&
         check_passes (self, error);
}

static gboolean
check_basis (Check       *self,
             const char  *basis,
             GError     **error)
{
  const ShinsaDefinition *definition = self->reading->definition;
  JsonObject *aggregates = json_object_get_object_member (self->application, "aggregates");
  JsonArray *array = json_object_get_array_member (aggregates, basis);
  g_autofree char *list = g_strdup_printf ("%s/aggregates/%s", self->path, basis);

  if (json_array_get_length (array) != definition->requirements->len)
    return shinsa_record_refuse (error, list, _("these are not the requirements of the round."));
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", list, i);
      const Numbers numbers = {
        definition, g_ptr_array_index (definition->requirements, i),
        json_array_get_object_element (array, i), path
      };

      if (!check_requirement (&numbers, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Each of the readers --- */

static gboolean
check_applicant (Check   *self,
                 GError **error)
{
  const char *id = json_object_get_string_member (self->application, "id");

  if (!g_str_equal (id, self->reading->application))
    return shinsa_record_refuse (error, self->path, _("this is not the applicant's application."));
  return check_basis (self, "paper", error) && check_basis (self, "decision", error) &&
         (self->outcome == NULL || find_outcome (self, error) != NULL);
}

static gboolean
check_public (Check   *self,
              GError **error)
{
  const ShinsaOutcome *outcome = find_outcome (self, error);

  if (outcome == NULL)
    return FALSE;
  return outcome->is_public ||
         shinsa_record_refuse (error, self->outcome_path, _("this outcome is not published."));
}

static gboolean
check_application (const ShinsaRecordReading  *reading,
                   JsonObject                 *application,
                   const char                 *path,
                   GError                    **error)
{
  JsonNode *outcome = json_object_get_member (application, "outcome");
  g_autofree char *outcome_path = shinsa_json_path (path, "outcome", -1);
  Check self = { reading, application, NULL, path, outcome_path };

  if (JSON_NODE_HOLDS_OBJECT (outcome))
    self.outcome = json_node_get_object (outcome);
  if (g_str_equal (reading->profile, SHINSA_PROFILE_COMMITTEE))
    return shinsa_record_recompute (reading, application, path, error) &&
           check_decision (&self, error);
  if (g_str_equal (reading->profile, SHINSA_PROFILE_APPLICANT))
    return check_applicant (&self, error);
  return check_public (&self, error);
}

static gboolean
check_nobody (const ShinsaRecordReading  *reading,
              const char                 *member,
              GError                    **error)
{
  JsonArray *array = json_object_get_array_member (reading->record, member);
  g_autofree char *path = shinsa_json_path ("", member, -1);

  return json_array_get_length (array) == 0 ||
         shinsa_record_refuse (error, path, _("who reads this record is not told of members."));
}

/* Refuses the first thing in a record without a register that does not go with the rest. */
gboolean
shinsa_record_check_profile (const ShinsaRecordReading  *reading,
                             GError                    **error)
{
  JsonArray *array;
  g_autoptr (JsonNode) counts = NULL;

  if (!shinsa_record_check_form (reading, error))
    return FALSE;
  array = json_object_get_array_member (reading->record, "applications");
  if (!g_str_equal (reading->profile, SHINSA_PROFILE_COMMITTEE) &&
      (!check_nobody (reading, "committee", error) || !check_nobody (reading, "attendance", error)))
    return FALSE;
  if (reading->application != NULL && json_array_get_length (array) != 1)
    return shinsa_record_refuse (error, "/applications",
                                 _("an applicant is told of one application alone."));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("/applications/%u", i);

      if (!check_application (reading, json_array_get_object_element (array, i), path, error))
        return FALSE;
    }
  counts = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (counts, shinsa_record_counts (reading->definition, array));
  return shinsa_record_compare_member (reading->record, "", "counts", counts, error);
}

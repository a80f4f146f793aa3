/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-definition-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LEVELS 20
#define MAX_SEGMENTS 100
#define MAX_KEY 8

/* --- The scale --- */

static gboolean
read_key (JsonObject              *object,
          const char              *path,
          const ShinsaDefinition  *definition,
          char                   **key,
          GError                 **error)
{
  const char *found = shinsa_read_line (object, path, "key", MAX_KEY, error);

  if (found == NULL)
    return FALSE;
  if (*found == '\0')
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "key", -1,
                               _("the key is empty. Give the key to type for it."));
  if (shinsa_definition_level_by_key (definition, found) != NULL)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "key", -1,
                               _("“%s” is the key of a level already. Give each its own."), found);
  *key = g_strdup (found);
  return TRUE;
}

static gboolean
read_level (JsonObject  *object,
            const char  *path,
            gpointer     into,
            GError     **error)
{
  ShinsaDefinition *definition = into;
  g_autoptr (ShinsaLevel) level = shinsa_level_new ();
  g_autofree char *key = NULL;

  if (!shinsa_read_members (object, path, error, "value", "key", "label", "descriptor", NULL) ||
      !shinsa_json_get_double (object, path, "value", &level->value, error) ||
      !read_key (object, path, definition, &key, error) ||
      !shinsa_read_text (object, path, "label", &level->label, error) ||
      !shinsa_read_text (object, path, "descriptor", &level->descriptor, error))
    return FALSE;
  if (shinsa_definition_level (definition, level->value) != NULL)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "value", -1,
                               _("%g is the value of a level already. Give each its own."),
                               level->value);
  shinsa_set_string (&level->key, key);
  g_ptr_array_add (definition->levels, g_steal_pointer (&level));
  return TRUE;
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const ShinsaLevel *first = *(const ShinsaLevel * const *) a;
  const ShinsaLevel *second = *(const ShinsaLevel * const *) b;

  return (first->value < second->value) - (first->value > second->value);
}

static gboolean
read_cannot_judge (ShinsaDefinition  *definition,
                   JsonObject        *scale,
                   const char        *path,
                   GError           **error)
{
  JsonObject *object = NULL;
  g_autofree char *place = shinsa_json_path (path, "cannot_judge", -1);

  if (!shinsa_json_opt_object (scale, path, "cannot_judge", &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  return shinsa_read_members (object, place, error, "key", "label", "reason_required", NULL) &&
         read_key (object, place, definition, &definition->cannot_judge_key, error) &&
         shinsa_read_text (object, place, "label", &definition->cannot_judge_label, error) &&
         shinsa_json_get_boolean (object, place, "reason_required",
                                  &definition->cannot_judge_needs_reason, error);
}

static gboolean
read_scale (ShinsaDefinition  *definition,
            JsonObject        *rules,
            const char        *path,
            GError           **error)
{
  JsonObject *scale = shinsa_json_get_object (rules, path, "scale", error);
  g_autofree char *place = shinsa_json_path (path, "scale", -1);

  if (scale == NULL ||
      !shinsa_read_members (scale, place, error, "id", "levels", "cannot_judge", NULL) ||
      shinsa_read_id (scale, place, "id", error) == NULL ||
      !shinsa_read_list (scale, place, "levels", 2, MAX_LEVELS, read_level, definition, error) ||
      !read_cannot_judge (definition, scale, place, error))
    return FALSE;
  g_ptr_array_sort (definition->levels, compare_levels);
  return TRUE;
}

/**
 * shinsa_read_in_scale:
 * @definition: a definition whose scale has been read
 * @value: a number to compare with levels
 * @path: the path of an object
 * @member: the member of it that the number stands in
 * @error: where to put the reason
 *
 * Returns: whether the number lies within the scale
 */
gboolean
shinsa_read_in_scale (const ShinsaDefinition  *definition,
                      double                   value,
                      const char              *path,
                      const char              *member,
                      GError                 **error)
{
  const ShinsaLevel *highest = g_ptr_array_index (definition->levels, 0);
  double lowest = shinsa_definition_lowest (definition);

  if (value >= lowest && value <= highest->value)
    return TRUE;
  return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, member, -1,
                             _("%g is outside the scale. Give a number from %g to %g."),
                             value, lowest, highest->value);
}

/* --- How the result is judged --- */

static gboolean
read_statistic (ShinsaDefinition  *definition,
                JsonObject        *rules,
                const char        *path,
                GError           **error)
{
  static const char * const words[] = { "median", "mean", "trimmed_mean", "majority", NULL };
  const char *word = shinsa_read_word (rules, path, "statistic", words, error);

  return word != NULL && shinsa_statistic_from_string (word, &definition->statistic);
}

static gboolean
read_reason_limit (ShinsaDefinition  *definition,
                   JsonObject        *rules,
                   const char        *path,
                   GError           **error)
{
  const char *member = "reason_required_at_or_below";

  if (json_object_get_null_member (rules, member))
    return TRUE;
  return shinsa_json_get_double (rules, path, member, &definition->reason_at_or_below, error) &&
         shinsa_read_in_scale (definition, definition->reason_at_or_below, path, member, error);
}

static gboolean
read_split_range (ShinsaDefinition  *definition,
                  JsonObject        *rules,
                  const char        *path,
                  GError           **error)
{
  if (!shinsa_json_get_double (rules, path, "split_range", &definition->split_range, error))
    return FALSE;
  return definition->split_range > 0 ||
         shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "split_range", -1,
                             _("%g is no distance between levels. Give a number above 0."),
                             definition->split_range);
}

static gboolean
read_fraction (ShinsaDefinition  *definition,
               JsonObject        *quorum,
               const char        *path,
               GError           **error)
{
  static const char * const words[] = { "majority", NULL };
  JsonNode *node = json_object_get_member (quorum, "fraction");
  double fraction = 0;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return shinsa_read_word (quorum, path, "fraction", words, error) != NULL;
  if (!shinsa_json_get_double (quorum, path, "fraction", &fraction, error))
    return FALSE;
  if (!(fraction > 0 && fraction <= 1))
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "fraction", -1,
                               _("%g is no share. Give “majority” or a number above 0 and up to "
                                 "1."), fraction);
  definition->quorum_fraction = fraction;
  return TRUE;
}

static gboolean
read_quorum (ShinsaDefinition  *definition,
             JsonObject        *rules,
             const char        *path,
             GError           **error)
{
  static const char * const bases[] = { "members", NULL };
  static const char * const counts[] = { "present", "absent", NULL };
  JsonObject *quorum = shinsa_json_get_object (rules, path, "quorum", error);
  g_autofree char *place = shinsa_json_path (path, "quorum", -1);
  const char *count;

  if (quorum == NULL ||
      !shinsa_read_members (quorum, place, error, "base", "fraction", "acting_chair_required",
                            "recused_count", NULL) ||
      shinsa_read_word (quorum, place, "base", bases, error) == NULL ||
      !read_fraction (definition, quorum, place, error) ||
      !shinsa_json_get_boolean (quorum, place, "acting_chair_required",
                                &definition->quorum_needs_chair, error) ||
      (count = shinsa_read_word (quorum, place, "recused_count", counts, error)) == NULL)
    return FALSE;
  definition->quorum_by_members = TRUE;
  definition->quorum_recused_are_present = strcmp (count, "present") == 0;
  return TRUE;
}

/* Nothing is done with it yet but to keep it: it is part of the hashed rules. */
static gboolean
check_vote (JsonObject  *rules,
            const char  *path,
            GError     **error)
{
  static const char * const ballots[] = { "open", "secret", NULL };
  static const char * const ties[] = { "chair", "none", NULL };
  JsonObject *vote = shinsa_json_get_object (rules, path, "vote", error);
  g_autofree char *place = shinsa_json_path (path, "vote", -1);
  gboolean chair_votes;

  return vote != NULL &&
         shinsa_read_members (vote, place, error, "ballot", "tie", "chair_votes", NULL) &&
         shinsa_read_word (vote, place, "ballot", ballots, error) != NULL &&
         shinsa_read_word (vote, place, "tie", ties, error) != NULL &&
         shinsa_json_get_boolean (vote, place, "chair_votes", &chair_votes, error);
}

static gboolean
check_reveal (JsonObject  *rules,
              const char  *path,
              GError     **error)
{
  static const char * const afters[] = { "phase_closed", NULL };
  static const char * const names[] = { "letters", "names", NULL };
  JsonObject *reveal = shinsa_json_get_object (rules, path, "reveal", error);
  g_autofree char *place = shinsa_json_path (path, "reveal", -1);

  return reveal != NULL &&
         shinsa_read_members (reveal, place, error, "after", "names", NULL) &&
         shinsa_read_word (reveal, place, "after", afters, error) != NULL &&
         shinsa_read_word (reveal, place, "names", names, error) != NULL;
}

/* --- What a review holds --- */

static gboolean
read_comments (ShinsaDefinition  *definition,
               JsonArray         *comments,
               const char        *path,
               GError           **error)
{
  for (guint i = 0; i < json_array_get_length (comments); i++)
    {
      const char *comment = shinsa_json_element_string (comments, path, i, error);
      gboolean *asked = NULL;

      if (comment == NULL)
        return FALSE;
      if (strcmp (comment, "strong") == 0)
        asked = &definition->comment_strong;
      else if (strcmp (comment, "weak") == 0)
        asked = &definition->comment_weak;
      else if (strcmp (comment, "remarks") == 0)
        asked = &definition->comment_remarks;
      if (asked == NULL || *asked)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("%s/%u: “%s” is not known here or is used twice. List strong, weak and "
                         "remarks at most once each."), path, i, comment);
          return FALSE;
        }
      *asked = TRUE;
    }
  return TRUE;
}

static gboolean
read_overall (ShinsaDefinition  *definition,
              JsonObject        *rules,
              const char        *path,
              GError           **error)
{
  static const char * const whens[] = { "never", "own_level_below_threshold", "always", NULL };
  JsonObject *overall = shinsa_json_get_object (rules, path, "overall", error);
  g_autofree char *place = shinsa_json_path (path, "overall", -1);
  g_autofree char *list = shinsa_json_path (place, "comment", -1);
  JsonArray *comments;
  const char *when;

  return overall != NULL &&
         shinsa_read_members (overall, place, error, "judgement", "comment", "growth_when",
                              NULL) &&
         shinsa_json_get_boolean (overall, place, "judgement", &definition->overall_judgement,
                                  error) &&
         (comments = shinsa_json_get_array (overall, place, "comment", error)) != NULL &&
         read_comments (definition, comments, list, error) &&
         (when = shinsa_read_word (overall, place, "growth_when", whens, error)) != NULL &&
         shinsa_growth_when_from_string (when, &definition->growth_when);
}

/* --- The interview --- */

typedef struct {
  ShinsaDefinition *definition;
  GHashTable       *codes;
} Segments;

static gboolean
read_segment (JsonObject  *object,
              const char  *path,
              gpointer     into,
              GError     **error)
{
  Segments *segments = into;
  ShinsaSegment *segment = shinsa_segment_new ();

  g_ptr_array_add (segments->definition->segments, segment);
  return shinsa_read_members (object, path, error, "code", "name", "minutes", NULL) &&
         shinsa_read_new_id (object, path, "code", segments->codes, &segment->code, error) &&
         shinsa_read_text (object, path, "name", &segment->name, error) &&
         shinsa_read_count_of (object, path, "minutes", 1, &segment->minutes, error);
}

static gboolean
read_interview (ShinsaDefinition  *definition,
                JsonObject        *rules,
                const char        *path,
                GError           **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Segments segments = { definition, codes };
  JsonObject *interview = shinsa_json_get_object (rules, path, "interview", error);
  g_autofree char *place = shinsa_json_path (path, "interview", -1);

  return interview != NULL &&
         shinsa_read_members (interview, place, error, "segments", "carry_over", NULL) &&
         shinsa_read_list (interview, place, "segments", 0, MAX_SEGMENTS, read_segment,
                           &segments, error) &&
         shinsa_json_get_boolean (interview, place, "carry_over", &definition->carry_over, error);
}

gboolean
shinsa_read_rules (ShinsaDefinition  *definition,
                   JsonObject        *rules,
                   const char        *path,
                   GError           **error)
{
  static const char * const absences[] = {
    "paper_score_flagged", "paper_score", "not_counted", NULL,
  };
  static const char * const fates[] = { "destroyed", "returned", NULL };
  const char *fate;

  if (!shinsa_read_members (rules, path, error, "scale", "reason_required_at_or_below",
                            "statistic", "minimum_evaluators", "split_range", "quorum",
                            "absent_from_interview", "vote", "interview", "overall", "reveal",
                            "private_notes", NULL) ||
      !read_scale (definition, rules, path, error) ||
      !read_reason_limit (definition, rules, path, error) ||
      !read_statistic (definition, rules, path, error) ||
      !shinsa_read_count_of (rules, path, "minimum_evaluators", 1,
                             &definition->minimum_evaluators, error) ||
      !read_split_range (definition, rules, path, error) ||
      !read_quorum (definition, rules, path, error) ||
      shinsa_read_word (rules, path, "absent_from_interview", absences, error) == NULL ||
      !check_vote (rules, path, error) ||
      !read_interview (definition, rules, path, error) ||
      !read_overall (definition, rules, path, error) ||
      !check_reveal (rules, path, error) ||
      (fate = shinsa_read_word (rules, path, "private_notes", fates, error)) == NULL)
    return FALSE;
  shinsa_set_string (&definition->private_notes, fate);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-definition-reader-private.h"

#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What dossier.content carries of an application: all that is examined. */

#define MAX_SECTIONS 100
#define MAX_INDICATORS 200
#define MAX_MARKET_AREAS 100
#define MAX_REQUIREMENTS 100
#define MAX_COUNTED 200

/* --- Sections --- */

static gboolean
read_section (JsonObject  *object,
              const char  *path,
              gpointer     into,
              GError     **error)
{
  ShinsaSection *section = shinsa_section_new ();
  const char *code;

  g_ptr_array_add (into, section);
  if (!shinsa_read_members (object, path, error, "code", "items", NULL) ||
      (code = shinsa_read_id (object, path, "code", error)) == NULL ||
      !shinsa_read_texts (object, path, "items", section->items, error))
    return FALSE;
  shinsa_set_string (&section->code, code);
  return TRUE;
}

/* --- Indicators --- */

static gboolean
read_point_members (ShinsaIndicatorPoint  *point,
                    JsonObject            *object,
                    const char            *path,
                    GError               **error)
{
  static const char * const kinds[] = { "calendar", "fiscal", NULL };
  const char *kind = "";
  gint64 year = 0;

  if (!shinsa_read_members (object, path, error, "value", "year", "year_kind", NULL) ||
      !shinsa_json_opt_double (object, path, "value", &point->value, error) ||
      !shinsa_json_opt_int (object, path, "year", 1, 9999, &year, error))
    return FALSE;
  if (!json_object_get_null_member (object, "year_kind") &&
      (kind = shinsa_read_word (object, path, "year_kind", kinds, error)) == NULL)
    return FALSE;
  point->year = (int) year;
  shinsa_set_string (&point->year_kind, kind);
  return TRUE;
}

static gboolean
read_point (JsonObject            *indicator,
            const char            *path,
            const char            *member,
            ShinsaIndicatorPoint **point,
            GError               **error)
{
  g_autofree char *place = shinsa_json_path (path, member, -1);
  JsonObject *object = NULL;

  if (!shinsa_json_opt_object (indicator, path, member, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  *point = shinsa_indicator_point_new ();
  return read_point_members (*point, object, place, error);
}

static gboolean
read_indicator (JsonObject  *object,
                const char  *path,
                gpointer     into,
                GError     **error)
{
  ShinsaIndicator *indicator = shinsa_indicator_new ();
  const char *qualifier = NULL;
  const char *raw;

  g_ptr_array_add (into, indicator);
  if (!shinsa_read_members (object, path, error, "label", "baseline", "target", "unit",
                            "qualifier", "raw", NULL) ||
      !shinsa_read_text (object, path, "label", &indicator->label, error) ||
      !read_point (object, path, "baseline", &indicator->baseline, error) ||
      !read_point (object, path, "target", &indicator->target, error) ||
      !shinsa_read_text_or_null (object, path, "unit", &indicator->unit, error) ||
      (!json_object_get_null_member (object, "qualifier") &&
       (qualifier = shinsa_read_id (object, path, "qualifier", error)) == NULL) ||
      (raw = shinsa_json_get_string (object, path, "raw", error)) == NULL)
    return FALSE;
  shinsa_set_string (&indicator->qualifier, qualifier);
  shinsa_set_string (&indicator->raw, raw);
  return TRUE;
}

static gboolean
read_indicators (JsonObject  *object,
                 const char  *path,
                 GPtrArray   *indicators,
                 GError     **error)
{
  return shinsa_read_list (object, path, "indicators", 0, MAX_INDICATORS, read_indicator,
                           indicators, error);
}

/* --- Market areas --- */

static gboolean
read_areas (ShinsaDossier           *dossier,
            JsonObject              *content,
            const ShinsaDefinition  *definition,
            const char              *path,
            GError                 **error)
{
  JsonArray *areas = shinsa_json_get_array (content, path, "market_areas", error);
  g_autofree char *place = shinsa_json_path (path, "market_areas", -1);

  if (areas == NULL ||
      !shinsa_read_count (areas, path, "market_areas", 0, MAX_MARKET_AREAS, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (areas); i++)
    {
      const char *code = shinsa_json_element_string (areas, place, i, error);

      if (code == NULL)
        return FALSE;
      if (definition != NULL && shinsa_definition_market_area (definition, code) == NULL)
        return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "market_areas", (int) i,
                                   _("there is no market area “%s”. Use a code of the round’s "
                                     "market areas."), code);
      if (g_ptr_array_find_with_equal_func (dossier->market_areas, code, g_str_equal, NULL))
        return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "market_areas", (int) i,
                                   _("the market area “%s” is listed twice. List it once."),
                                   code);
      g_ptr_array_add (dossier->market_areas, g_strdup (code));
    }
  return TRUE;
}

/* --- What an earlier round found --- */

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

static double
median_of (GArray *levels)
{
  g_autoptr (GArray) sorted = g_array_copy (levels);

  g_array_sort (sorted, compare_levels);
  return (g_array_index (sorted, double, (sorted->len - 1) / 2) +
          g_array_index (sorted, double, sorted->len / 2)) / 2;
}

static gboolean
read_levels (ShinsaPreviousScore  *score,
             JsonObject           *object,
             const char           *path,
             GError              **error)
{
  JsonArray *levels = shinsa_json_get_array (object, path, "levels", error);
  g_autofree char *place = shinsa_json_path (path, "levels", -1);

  if (levels == NULL || !shinsa_read_count (levels, path, "levels", 0, MAX_COUNTED, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (levels); i++)
    {
      double level;

      if (!shinsa_json_element_double (levels, place, i, &level, error))
        return FALSE;
      g_array_append_val (score->levels, level);
    }
  return TRUE;
}

/* Levels may be unknown where only their median was published. */
static gboolean
check_counts (const ShinsaPreviousScore  *score,
              const char                 *path,
              GError                    **error)
{
  if (score->levels->len > 0 && score->levels->len != (guint) score->counted)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "levels", -1,
                               _("the list has another number of levels (%u) than were counted "
                                 "(%d). List all of them, or none."),
                               score->levels->len, score->counted);
  if (isnan (score->median))
    return TRUE;
  if (score->counted == 0)
    return shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "median", -1,
                               _("nothing was counted, so there is no median. Make it null, or "
                                 "correct “counted”."));
  return score->levels->len == 0 || fabs (median_of (score->levels) - score->median) < 1e-9 ||
         shinsa_read_refuse (error, SHINSA_ERROR_INVALID, path, "median", -1,
                             _("%g is not the median of the levels, which is %g. Correct one of "
                               "the two."), score->median, median_of (score->levels));
}

typedef struct {
  GPtrArray  *scores;
  GHashTable *codes;
} PreviousScores;

static gboolean
read_previous_score (JsonObject  *object,
                     const char  *path,
                     gpointer     into,
                     GError     **error)
{
  PreviousScores *list = into;
  ShinsaPreviousScore *score = shinsa_previous_score_new ();

  g_ptr_array_add (list->scores, score);
  return shinsa_read_members (object, path, error, "code", "name", "median", "counted", "levels",
                              "comment", NULL) &&
         shinsa_read_new_id (object, path, "code", list->codes, &score->code, error) &&
         shinsa_read_text (object, path, "name", &score->name, error) &&
         shinsa_json_opt_double (object, path, "median", &score->median, error) &&
         shinsa_read_count_of (object, path, "counted", 0, &score->counted, error) &&
         read_levels (score, object, path, error) &&
         check_counts (score, path, error) &&
         shinsa_read_text_or_null (object, path, "comment", &score->comment, error);
}

static gboolean
read_previous_set (ShinsaPrevious  *previous,
                   JsonObject      *object,
                   const char      *path,
                   GError         **error)
{
  JsonObject *set = shinsa_json_get_object (object, path, "requirement_set", error);
  g_autofree char *place = shinsa_json_path (path, "requirement_set", -1);
  const char *id;

  if (set == NULL || !shinsa_read_members (set, place, error, "id", "version", NULL) ||
      (id = shinsa_read_id (set, place, "id", error)) == NULL)
    return FALSE;
  shinsa_set_string (&previous->requirement_set_id, id);
  return shinsa_read_count_of (set, place, "version", 1, &previous->requirement_set_version,
                               error);
}

static gboolean
read_previous_members (ShinsaPrevious  *previous,
                       JsonObject      *object,
                       const char      *path,
                       GError         **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PreviousScores list = { previous->requirements, codes };

  return shinsa_read_members (object, path, error, "title", "announced_on", "outcome",
                              "requirement_set", "requirements", "conditions", "remarks",
                              "indicators", NULL) &&
         shinsa_read_text (object, path, "title", &previous->title, error) &&
         shinsa_read_date (object, path, "announced_on", &previous->announced_on, error) &&
         shinsa_read_text (object, path, "outcome", &previous->outcome, error) &&
         read_previous_set (previous, object, path, error) &&
         shinsa_read_list (object, path, "requirements", 0, MAX_REQUIREMENTS,
                           read_previous_score, &list, error) &&
         shinsa_read_texts (object, path, "conditions", previous->conditions, error) &&
         shinsa_read_text_or_null (object, path, "remarks", &previous->remarks, error) &&
         read_indicators (object, path, previous->indicators, error);
}

static gboolean
read_previous (ShinsaDossier  *dossier,
               JsonObject     *content,
               const char     *path,
               GError        **error)
{
  g_autofree char *place = shinsa_json_path (path, "previous", -1);
  JsonObject *object = NULL;

  if (!shinsa_json_opt_object (content, path, "previous", &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  dossier->previous = shinsa_previous_new ();
  return read_previous_members (dossier->previous, object, place, error);
}

/* --- The whole --- */

static gboolean
check_received_on (JsonObject  *content,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *received_on = NULL;

  return shinsa_read_date (content, path, "received_on", &received_on, error);
}

/**
 * shinsa_dossier_content_read:
 * @dossier: an application
 * @content: what dossier.content carries of it
 * @definition: (nullable): the round's definition, whose market areas it has to name
 * @path: the path of @content, which sentences begin with
 * @error: where to put the reason
 *
 * Replaces the content that the application had.
 *
 * Returns: whether all of it was read
 */
gboolean
shinsa_dossier_content_read (ShinsaDossier           *dossier,
                             JsonObject              *content,
                             const ShinsaDefinition  *definition,
                             const char              *path,
                             GError                 **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  shinsa_text_clear (&dossier->summary);
  g_ptr_array_set_size (dossier->market_areas, 0);
  g_ptr_array_set_size (dossier->sections, 0);
  g_ptr_array_set_size (dossier->indicators, 0);
  g_clear_pointer (&dossier->previous, shinsa_previous_free);
  dossier->has_content =
    shinsa_read_members (content, path, error, "indicators", "market_areas", "previous",
                         "received_on", "sections", "summary", NULL) &&
    check_received_on (content, path, error) &&
    shinsa_read_text_or_null (content, path, "summary", &dossier->summary, error) &&
    read_areas (dossier, content, definition, path, error) &&
    shinsa_read_list (content, path, "sections", 0, MAX_SECTIONS, read_section,
                      dossier->sections, error) &&
    read_indicators (content, path, dossier->indicators, error) &&
    read_previous (dossier, content, path, error);
  return dossier->has_content;
}

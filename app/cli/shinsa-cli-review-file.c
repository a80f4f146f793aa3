/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-review-file.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "entries/shinsa-review-body.h"
#include "exchange/shinsa-json-cursor.h"
#include "exchange/shinsa-json.h"
#include "exchange/shinsa-safe-file.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

/* A score sheet of a hundred pages is far below this. */
#define FILE_MAX (1024 * 1024)

static const char * const empty_texts[] = { "remarks", "revision", "strong", "weak" };
static const char * const empty_lists[] = { "notes", "questions", "scores" };
static const char * const empty_values[] = { "growth", "overall" };

/* --- What was left out --- */

static void
complete_scores (JsonArray *scores)
{
  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      JsonNode *node = json_array_get_element (scores, i);
      JsonObject *score = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      score = json_node_get_object (node);
      if (!json_object_has_member (score, "cannot_judge"))
        json_object_set_boolean_member (score, "cannot_judge", FALSE);
      if (!json_object_has_member (score, "evidence"))
        json_object_set_array_member (score, "evidence", json_array_new ());
      if (!json_object_has_member (score, "level"))
        json_object_set_null_member (score, "level");
      if (!json_object_has_member (score, "reason"))
        json_object_set_string_member (score, "reason", "");
    }
}

static void
complete_place (JsonObject                 *review,
                const ShinsaRound          *round,
                const ShinsaCliReviewPlace *place)
{
  const ShinsaDefinition *definition = round->definition;
  JsonObject *set = NULL;

  if (!json_object_has_member (review, "application"))
    json_object_set_string_member (review, "application", place->dossier->id);
  if (!json_object_has_member (review, "phase"))
    json_object_set_string_member (review, "phase", shinsa_phase_to_string (place->phase));
  if (json_object_has_member (review, "requirement_set"))
    return;
  set = json_object_new ();
  json_object_set_string_member (set, "hash", definition->requirement_set_hash);
  json_object_set_string_member (set, "id", definition->requirement_set_id);
  json_object_set_int_member (set, "version", definition->requirement_set_version);
  json_object_set_object_member (review, "requirement_set", set);
}

static void
complete (JsonObject                 *review,
          const ShinsaRound          *round,
          const ShinsaCliReviewPlace *place)
{
  JsonNode *scores = NULL;

  complete_place (review, round, place);
  if (!json_object_has_member (review, "abstained"))
    json_object_set_boolean_member (review, "abstained", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (empty_texts); i++)
    {
      if (!json_object_has_member (review, empty_texts[i]))
        json_object_set_string_member (review, empty_texts[i], "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (empty_lists); i++)
    {
      if (!json_object_has_member (review, empty_lists[i]))
        json_object_set_array_member (review, empty_lists[i], json_array_new ());
    }
  for (guint i = 0; i < G_N_ELEMENTS (empty_values); i++)
    {
      if (!json_object_has_member (review, empty_values[i]))
        json_object_set_null_member (review, empty_values[i]);
    }
  scores = json_object_get_member (review, "scores");
  if (JSON_NODE_HOLDS_ARRAY (scores))
    complete_scores (json_node_get_array (scores));
}

/* --- The file --- */

static GBytes *
load (GFile   *file,
      GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_file_get_basename (file);
  GBytes *bytes = NULL;

  if (shinsa_safe_file_check (file, NULL, &cause))
    bytes = g_file_load_bytes (file, NULL, NULL, &cause);
  if (bytes == NULL)
    g_set_error (error, SHINSA_ERROR, shinsa_error_from_io (cause),
                 _("“%s” could not be read (%s). Nothing was changed."), name, cause->message);
  else if (g_bytes_get_size (bytes) > FILE_MAX)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("“%s” is larger than a review can be. Nothing was changed. Please check that "
                     "it is the right file."), name);
      g_clear_pointer (&bytes, g_bytes_unref);
    }

  return bytes;
}

static gboolean
check_place (const ShinsaReview          *review,
             const ShinsaCliReviewPlace  *place,
             GError                     **error)
{
  if (g_str_equal (review->application, place->dossier->id) && review->phase == place->phase)
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
               _("this is a review of “%s” in phase “%s”, not the one that was named. Nothing "
                 "was changed."), review->application, shinsa_phase_to_string (review->phase));

  return FALSE;
}

static gboolean
check_requirements (const ShinsaReview  *review,
                    const ShinsaRound   *round,
                    GError             **error)
{
  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);

      if (shinsa_cli_find_requirement (round, score->requirement, error) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* What was given on paper has to be as complete as what a member submits. */
static gboolean
check_complete (const ShinsaReview          *review,
                const ShinsaRound           *round,
                const ShinsaCliReviewPlace  *place,
                GError                     **error)
{
  g_autoptr (GPtrArray) problems =
    shinsa_review_problems (round->definition, review,
                            shinsa_cli_recused_from (round, place->dossier->id,
                                                     place->member->id));

  if (problems->len == 0)
    return TRUE;
  g_set_error_literal (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED,
                       ((ShinsaReviewProblem *) g_ptr_array_index (problems, 0))->sentence);

  return FALSE;
}

static ShinsaReview *
read_review (GBytes                      *bytes,
             const ShinsaRound           *round,
             const ShinsaCliReviewPlace  *place,
             GError                     **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) node = shinsa_json_read (text, length, error);
  g_autoptr (ShinsaReview) review = NULL;
  JsonObject *object = NULL;

  if (node == NULL || !(object = shinsa_json_root (node, error)))
    return NULL;
  complete (object, round, place);
  if (!(review = shinsa_review_read (object, "", error)) || !check_place (review, place, error) ||
      !check_requirements (review, round, error) ||
      !check_complete (review, round, place, error))
    return NULL;
  shinsa_set_string (&review->member, place->member->id);

  return g_steal_pointer (&review);
}

/**
 * shinsa_cli_review_file_read:
 * @round: the round
 * @place: whose review of what it is
 * @name: a path, or "-" for standard input
 * @error: return location for what is wrong with it
 *
 * Returns: (transfer full) (nullable): the review
 */
ShinsaReview *
shinsa_cli_review_file_read (const ShinsaRound           *round,
                             const ShinsaCliReviewPlace  *place,
                             const char                  *name,
                             GError                     **error)
{
  g_autoptr (ShinsaCliFile) file = shinsa_cli_file_open_input (name, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  ShinsaReview *review = NULL;

  if (file == NULL || !(bytes = load (shinsa_cli_file_get (file), error)))
    return NULL;
  review = read_review (bytes, round, place, error);
  base = g_file_get_basename (shinsa_cli_file_get (file));
  if (review == NULL)
    g_prefix_error (error, "%s: ", base);

  return review;
}

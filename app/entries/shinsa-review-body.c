/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-review-body.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "entries/shinsa-field.h"
#include "exchange/shinsa-json-cursor.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-words.h"
#include "shinsa-error.h"

static const char * const phases[] = { "paper", "interview", NULL };

typedef struct {
  gboolean    abstained;
  const char *application;
  int         growth;
  JsonArray  *notes;
  double      overall;
  const char *phase;
  JsonArray  *questions;
  const char *remarks;
  JsonObject *requirement_set;
  const char *revision;
  JsonArray  *scores;
  const char *strong;
  const char *weak;
} ReviewBody;

static gboolean
read_body (JsonObject  *body,
           const char  *path,
           ReviewBody  *review,
           GError     **error)
{
  const char *salt = NULL;
  /* A review that the desk entered stands within an act and has no salt of its own. */
  gboolean salted = json_object_has_member (body, "salt");
  const ShinsaField fields[] = {
    { "abstained", SHINSA_FIELD_BOOLEAN, &review->abstained },
    { "application", SHINSA_FIELD_TEXT, &review->application },
    { "growth", SHINSA_FIELD_TRUTH_OR_NULL, &review->growth },
    { "notes", SHINSA_FIELD_ARRAY, &review->notes },
    { "overall", SHINSA_FIELD_NUMBER_OR_NULL, &review->overall },
    { "phase", SHINSA_FIELD_WORD, &review->phase, phases },
    { "questions", SHINSA_FIELD_ARRAY, &review->questions },
    { "remarks", SHINSA_FIELD_TEXT, &review->remarks },
    { "requirement_set", SHINSA_FIELD_OBJECT, &review->requirement_set },
    { "revision", SHINSA_FIELD_TEXT, &review->revision },
    { "scores", SHINSA_FIELD_ARRAY, &review->scores },
    { "strong", SHINSA_FIELD_TEXT, &review->strong },
    { "weak", SHINSA_FIELD_TEXT, &review->weak },
    { "salt", SHINSA_FIELD_TEXT, &salt },
  };

  return shinsa_fields_read (body, path, fields, G_N_ELEMENTS (fields) - (salted ? 0 : 1), error);
}

static gboolean
read_evidence (ShinsaScore  *score,
               JsonArray    *evidence,
               const char   *path,
               GError      **error)
{
  for (guint i = 0; i < json_array_get_length (evidence); i++)
    {
      g_autofree char *place = shinsa_json_path (path, "evidence", i);
      JsonObject *object = shinsa_json_element_object (evidence, place, i, error);
      g_autoptr (ShinsaEvidence) item = shinsa_evidence_new ();
      const char *document = NULL;
      const char *quote = NULL;
      gint64 page = 0;
      const ShinsaField fields[] = {
        { "document", SHINSA_FIELD_HASH, &document },
        { "page", SHINSA_FIELD_INTEGER, &page },
        { "quote", SHINSA_FIELD_TEXT, &quote },
      };

      if (object == NULL ||
          !shinsa_fields_read (object, place, fields, G_N_ELEMENTS (fields), error))
        return FALSE;
      shinsa_set_string (&item->document, document);
      shinsa_set_string (&item->quote, quote);
      item->page = (int) MIN (page, G_MAXINT);
      g_ptr_array_add (score->evidence, g_steal_pointer (&item));
    }

  return TRUE;
}

static ShinsaScore *
read_score (JsonObject  *object,
            const char  *path,
            GError     **error)
{
  g_autoptr (ShinsaScore) score = shinsa_score_new ();
  gboolean cannot_judge = FALSE;
  JsonArray *evidence = NULL;
  const char *reason = NULL;
  const char *requirement = NULL;
  const ShinsaField fields[] = {
    { "cannot_judge", SHINSA_FIELD_BOOLEAN, &cannot_judge },
    { "evidence", SHINSA_FIELD_ARRAY, &evidence },
    { "level", SHINSA_FIELD_NUMBER_OR_NULL, &score->level },
    { "reason", SHINSA_FIELD_TEXT, &reason },
    { "requirement", SHINSA_FIELD_TEXT, &requirement },
  };

  if (!shinsa_fields_read (object, path, fields, G_N_ELEMENTS (fields), error))
    return NULL;
  if (cannot_judge != (isnan (score->level) != 0))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s: either a level or “cannot judge” is needed here."), path);
      return NULL;
    }
  shinsa_set_string (&score->reason, reason);
  shinsa_set_string (&score->requirement, requirement);
  if (!read_evidence (score, evidence, path, error))
    return NULL;

  return g_steal_pointer (&score);
}

static gboolean
read_scores (ShinsaReview  *review,
             JsonArray     *scores,
             const char    *path,
             GError       **error)
{
  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      g_autofree char *place = shinsa_json_path (path, "scores", i);
      JsonObject *object = shinsa_json_element_object (scores, place, i, error);
      g_autoptr (ShinsaScore) score = NULL;

      if (object == NULL || !(score = read_score (object, place, error)))
        return FALSE;
      if (shinsa_review_score (review, score->requirement) != NULL)
        {
          g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                       _("%s: “%s” is scored twice."), place, score->requirement);
          return FALSE;
        }
      g_ptr_array_add (review->scores, g_steal_pointer (&score));
    }

  return TRUE;
}

static gboolean
read_questions (ShinsaReview  *review,
                JsonArray     *questions,
                const char    *path,
                GError       **error)
{
  g_autofree char *place = shinsa_json_path (path, "questions", -1);
  g_auto (GStrv) texts = shinsa_array_words (questions, place, error);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      ShinsaRemark *remark = shinsa_remark_new ();

      shinsa_set_string (&remark->mark, "question");
      shinsa_set_string (&remark->text, texts[i]);
      g_ptr_array_add (review->questions, remark);
    }

  return TRUE;
}

static gboolean
read_notes (ShinsaReview  *review,
            JsonArray     *notes,
            const char    *path,
            GError       **error)
{
  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      g_autofree char *place = shinsa_json_path (path, "notes", i);
      JsonObject *object = shinsa_json_element_object (notes, place, i, error);
      ShinsaRemark *remark = NULL;
      const char *at = NULL;
      const char *mark = NULL;
      const char *text = NULL;
      const ShinsaField fields[] = {
        { "at", SHINSA_FIELD_TEXT, &at },
        { "mark", SHINSA_FIELD_WORD, &mark, shinsa_remark_marks () },
        { "text", SHINSA_FIELD_TEXT, &text },
      };

      if (object == NULL ||
          !shinsa_fields_read (object, place, fields, G_N_ELEMENTS (fields), error))
        return FALSE;
      remark = shinsa_remark_new ();
      remark->is_note = TRUE;
      shinsa_set_string (&remark->at, at);
      shinsa_set_string (&remark->mark, mark);
      shinsa_set_string (&remark->text, text);
      g_ptr_array_add (review->questions, remark);
    }

  return TRUE;
}

static gboolean
read_requirement_set (ShinsaReview  *review,
                      JsonObject    *set,
                      const char    *path,
                      GError       **error)
{
  g_autofree char *place = shinsa_json_path (path, "requirement_set", -1);
  const char *hash = NULL;
  const char *id = NULL;
  gint64 version = 0;
  const ShinsaField fields[] = {
    { "hash", SHINSA_FIELD_HASH, &hash },
    { "id", SHINSA_FIELD_TEXT, &id },
    { "version", SHINSA_FIELD_INTEGER, &version },
  };

  if (!shinsa_fields_read (set, place, fields, G_N_ELEMENTS (fields), error))
    return FALSE;
  shinsa_set_string (&review->requirement_set, hash);

  return TRUE;
}

/**
 * shinsa_review_read:
 * @body: the body of review.submit, or the review in that of submission.enter
 * @path: where it stands, a JSON pointer
 * @error: return location for %SHINSA_ERROR_INVALID or %SHINSA_ERROR_TOO_LARGE
 *
 * Reads what a review says. Who gave it, and when it took effect, stands in the entry.
 *
 * Returns: (transfer full) (nullable): the review
 */
ShinsaReview *
shinsa_review_read (JsonObject  *body,
                    const char  *path,
                    GError     **error)
{
  g_autoptr (ShinsaReview) review = shinsa_review_new ();
  ReviewBody parts = { 0 };

  g_return_val_if_fail (body != NULL && path != NULL, NULL);

  if (!read_body (body, path, &parts, error) ||
      !read_requirement_set (review, parts.requirement_set, path, error) ||
      !read_scores (review, parts.scores, path, error) ||
      !read_questions (review, parts.questions, path, error) ||
      !read_notes (review, parts.notes, path, error))
    return NULL;
  if (parts.abstained &&
      (review->scores->len > 0 || parts.growth >= 0 || !isnan (parts.overall)))
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID,
                   _("%s/abstained: an abstention has no levels and no judgements."), path);
      return NULL;
    }

  review->abstained = parts.abstained;
  review->growth = parts.growth;
  review->overall = parts.overall;
  shinsa_phase_from_string (parts.phase, &review->phase);
  shinsa_set_string (&review->application, parts.application);
  shinsa_set_string (&review->remarks, parts.remarks);
  shinsa_set_string (&review->revision, parts.revision);
  shinsa_set_string (&review->strong, parts.strong);
  shinsa_set_string (&review->weak, parts.weak);
  shinsa_set_string (&review->source, "own");

  return g_steal_pointer (&review);
}

static void
set_number (JsonObject *object,
            const char *member,
            double      value)
{
  if (isnan (value))
    json_object_set_null_member (object, member);
  else
    json_object_set_double_member (object, member, value);
}

static JsonArray *
write_scores (const ShinsaReview     *review,
              const ShinsaDefinition *definition)
{
  JsonArray *scores = json_array_new ();

  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      const ShinsaScore *score = shinsa_review_score (review, requirement->code);
      JsonObject *object = NULL;
      JsonArray *evidence = NULL;

      if (score == NULL)
        continue;
      evidence = json_array_new ();
      for (guint j = 0; j < score->evidence->len; j++)
        {
          const ShinsaEvidence *item = g_ptr_array_index (score->evidence, j);
          JsonObject *chip = NULL;

          if (*item->document == '\0')
            continue;
          chip = json_object_new ();
          json_object_set_string_member (chip, "document", item->document);
          json_object_set_int_member (chip, "page", item->page);
          json_object_set_string_member (chip, "quote", item->quote);
          json_array_add_object_element (evidence, chip);
        }
      object = json_object_new ();
      json_object_set_boolean_member (object, "cannot_judge", isnan (score->level));
      json_object_set_array_member (object, "evidence", evidence);
      set_number (object, "level", score->level);
      json_object_set_string_member (object, "reason", score->reason);
      json_object_set_string_member (object, "requirement", score->requirement);
      json_array_add_object_element (scores, object);
    }

  return scores;
}

static void
write_remarks (const ShinsaReview *review,
               JsonObject         *body)
{
  JsonArray *questions = json_array_new ();
  JsonArray *notes = json_array_new ();

  for (guint i = 0; i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);
      JsonObject *note = NULL;

      if (!remark->is_note)
        {
          if (*remark->text != '\0')
            json_array_add_string_element (questions, remark->text);
          continue;
        }
      note = json_object_new ();
      json_object_set_string_member (note, "at", remark->at);
      json_object_set_string_member (note, "mark", remark->mark);
      json_object_set_string_member (note, "text", remark->text);
      json_array_add_object_element (notes, note);
    }
  json_object_set_array_member (body, "questions", questions);
  json_object_set_array_member (body, "notes", notes);
}

/**
 * shinsa_review_write:
 * @review: a review, for instance a draft
 * @definition: what it was made against; its requirements give the order
 *
 * Evidence and questions that a draft keeps a blank place for are left out.
 *
 * Returns: (transfer full): the body of a review.submit, without its salt
 */
JsonNode *
shinsa_review_write (const ShinsaReview     *review,
                     const ShinsaDefinition *definition)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();
  JsonObject *set = json_object_new ();

  json_object_set_boolean_member (body, "abstained", review->abstained);
  json_object_set_string_member (body, "application", review->application);
  if (review->growth < 0)
    json_object_set_null_member (body, "growth");
  else
    json_object_set_boolean_member (body, "growth", review->growth);
  set_number (body, "overall", review->overall);
  json_object_set_string_member (body, "phase", shinsa_phase_to_string (review->phase));
  json_object_set_string_member (body, "remarks", review->remarks);
  json_object_set_string_member (set, "hash", definition->requirement_set_hash);
  json_object_set_string_member (set, "id", definition->requirement_set_id);
  json_object_set_int_member (set, "version", definition->requirement_set_version);
  json_object_set_object_member (body, "requirement_set", set);
  json_object_set_string_member (body, "revision", review->revision);
  json_object_set_array_member (body, "scores", write_scores (review, definition));
  json_object_set_string_member (body, "strong", review->strong);
  json_object_set_string_member (body, "weak", review->weak);
  write_remarks (review, body);
  json_node_take_object (node, body);

  return node;
}

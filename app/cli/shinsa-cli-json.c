/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-json.h"

#include "rules/shinsa-names.h"
#include "rules/shinsa-words.h"

#include <math.h>

/**
 * shinsa_cli_text_json:
 * @text: a text in two languages
 *
 * Returns: (transfer full): both, null where one is missing
 */
JsonObject *
shinsa_cli_text_json (const ShinsaText *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "en", text->en);
  json_object_set_string_member (object, "ja", text->ja);

  return object;
}

/**
 * shinsa_cli_set_text:
 * @object: where it goes
 * @name: name of the member
 * @text: a text in two languages; null where there is neither
 */
void
shinsa_cli_set_text (JsonObject       *object,
                     const char       *name,
                     const ShinsaText *text)
{
  if (shinsa_text_is_empty (text))
    json_object_set_null_member (object, name);
  else
    json_object_set_object_member (object, name, shinsa_cli_text_json (text));
}

/**
 * shinsa_cli_set_number:
 * @object: where it goes
 * @name: name of the member
 * @value: a number; null for NAN
 */
void
shinsa_cli_set_number (JsonObject *object,
                       const char *name,
                       double      value)
{
  if (isnan (value))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, value);
}

/**
 * shinsa_cli_set_count:
 * @object: where it goes
 * @name: name of the member
 * @count: a place in the register or another number from 1; null for 0, where there is none
 */
void
shinsa_cli_set_count (JsonObject *object,
                      const char *name,
                      gint64      count)
{
  if (count == 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, count);
}

/**
 * shinsa_cli_set_words:
 * @object: what to set it in
 * @name: the name of the member
 * @words: (nullable) (array zero-terminated=1): the words; none where it is %NULL
 *
 * Sets a list of words, which may be empty.
 */
void
shinsa_cli_set_words (JsonObject         *object,
                      const char         *name,
                      const char * const *words)
{
  JsonArray *array = json_array_new ();

  for (; words != NULL && *words != NULL; words++)
    json_array_add_string_element (array, *words);
  json_object_set_array_member (object, name, array);
}

/**
 * shinsa_cli_set_codes:
 * @object: what to set it in
 * @name: the name of the member
 * @codes: (element-type utf8): the codes
 *
 * Sets a list of codes, which may be empty.
 */
void
shinsa_cli_set_codes (JsonObject *object,
                      const char *name,
                      GPtrArray  *codes)
{
  JsonArray *array = json_array_sized_new (codes->len);

  for (guint i = 0; i < codes->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (codes, i));
  json_object_set_array_member (object, name, array);
}

/**
 * shinsa_cli_set_member:
 * @object: where it goes
 * @round: a round
 * @application: whose levels stand beside it
 * @member: id of a member
 *
 * Says who it is where levels are: by letter, and by id only for those who may know.
 */
void
shinsa_cli_set_member (JsonObject        *object,
                       const ShinsaRound *round,
                       const char        *application,
                       const char        *member)
{
  const ShinsaMember *known = shinsa_round_member (round, member);
  gboolean own = !round->is_desk && g_str_equal (member, round->member);

  json_object_set_string_member (object, "letter", known != NULL ? known->letter : "");
  json_object_set_string_member (object, "member",
                                 own || shinsa_names_allowed (round, application) ? member : NULL);
  json_object_set_boolean_member (object, "own", own);
}

/* --- Reviews --- */

static JsonArray *
evidence_json (const ShinsaScore *score)
{
  JsonArray *array = json_array_sized_new (score->evidence->len);

  for (guint i = 0; i < score->evidence->len; i++)
    {
      const ShinsaEvidence *evidence = g_ptr_array_index (score->evidence, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "document", evidence->document);
      json_object_set_int_member (object, "page", evidence->page);
      json_object_set_string_member (object, "quote", evidence->quote);
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * shinsa_cli_sort_scores:
 * @round: the round
 * @review: a review or the draft of one
 *
 * Returns: (transfer container) (element-type ShinsaScore): its scores in the order of the
 *   requirements, then those of requirements that the round does not have
 */
GPtrArray *
shinsa_cli_sort_scores (const ShinsaRound  *round,
                        const ShinsaReview *review)
{
  const ShinsaDefinition *definition = round->definition;
  GPtrArray *scores = g_ptr_array_new ();

  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      const ShinsaScore *score = shinsa_review_score (review, requirement->code);

      if (score != NULL)
        g_ptr_array_add (scores, (gpointer) score);
    }
  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);

      if (shinsa_definition_requirement (definition, score->requirement) == NULL)
        g_ptr_array_add (scores, (gpointer) score);
    }

  return scores;
}

static JsonArray *
scores_json (const ShinsaRound  *round,
             const ShinsaReview *review)
{
  g_autoptr (GPtrArray) scores = shinsa_cli_sort_scores (round, review);
  JsonArray *array = json_array_sized_new (scores->len);

  for (guint i = 0; i < scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (scores, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "requirement", score->requirement);
      shinsa_cli_set_number (object, "level",
                             score->level == SHINSA_LEVEL_UNSET ? NAN : score->level);
      json_object_set_boolean_member (object, "cannot_judge", isnan (score->level));
      json_object_set_string_member (object, "reason", score->reason);
      json_object_set_array_member (object, "evidence", evidence_json (score));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
remarks_json (const ShinsaReview *review,
              gboolean            notes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);
      JsonObject *object = NULL;

      if (remark->is_note != notes)
        continue;
      if (!notes)
        {
          json_array_add_string_element (array, remark->text);
          continue;
        }
      object = json_object_new ();
      json_object_set_string_member (object, "at", remark->at);
      json_object_set_string_member (object, "mark", remark->mark);
      json_object_set_string_member (object, "text", remark->text);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
set_opinion (JsonObject         *object,
             const ShinsaRound  *round,
             const ShinsaReview *review)
{
  json_object_set_boolean_member (object, "abstained", review->abstained);
  json_object_set_array_member (object, "scores", scores_json (round, review));
  if (review->growth < 0)
    json_object_set_null_member (object, "growth");
  else
    json_object_set_boolean_member (object, "growth", review->growth == 1);
  shinsa_cli_set_number (object, "overall", review->overall);
  json_object_set_string_member (object, "strong", review->strong);
  json_object_set_string_member (object, "weak", review->weak);
  json_object_set_string_member (object, "remarks", review->remarks);
  json_object_set_string_member (object, "revision", review->revision);
  json_object_set_array_member (object, "questions", remarks_json (review, FALSE));
  json_object_set_array_member (object, "notes", remarks_json (review, TRUE));
}

/**
 * shinsa_cli_draft_json:
 * @round: the round
 * @draft: a review that is not submitted
 *
 * Returns: (transfer full): what it says
 */
JsonObject *
shinsa_cli_draft_json (const ShinsaRound  *round,
                       const ShinsaReview *draft)
{
  JsonObject *object = json_object_new ();

  set_opinion (object, round, draft);

  return object;
}

/**
 * shinsa_cli_review_json:
 * @round: the round
 * @review: a review in it
 *
 * Returns: (transfer full): where it stands and, unless that is hidden, what it says
 */
JsonObject *
shinsa_cli_review_json (const ShinsaRound  *round,
                        const ShinsaReview *review)
{
  JsonObject *object = json_object_new ();

  shinsa_cli_set_member (object, round, review->application, review->member);
  json_object_set_string_member (object, "application", review->application);
  json_object_set_string_member (object, "phase", shinsa_phase_to_string (review->phase));
  json_object_set_string_member (object, "status", shinsa_review_status_to_string (review->status));
  json_object_set_string_member (object, "source", review->source);
  json_object_set_string_member (object, "at", review->at);
  json_object_set_string_member (object, "entry", review->entry);
  shinsa_cli_set_count (object, "seq", review->seq);
  json_object_set_boolean_member (object, "late", review->late);
  json_object_set_string_member (object, "admitted_reason", review->admitted_reason);
  json_object_set_boolean_member (object, "hidden", review->hidden);
  if (!review->hidden)
    set_opinion (object, round, review);

  return object;
}

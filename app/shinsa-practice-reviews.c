/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-practice-reviews.h"

#include "shinsa-draft-parts.h"
#include "shinsa-drafting.h"
#include "shinsa-session-private.h"

/* Reviews of the practice round, entered as a person enters them: part by part into a draft, which
 * is then submitted. */

typedef struct {
  ShinsaSession       *computer;
  const ShinsaDossier *dossier;
} Sheet;

static gboolean
fill (const Sheet      *sheet,
      ShinsaDraftPart   part,
      const char       *key,
      const char       *value,
      GError          **error)
{
  if (value == NULL || *value == '\0')
    return TRUE;

  return shinsa_session_set_draft (sheet->computer, sheet->dossier->id, SHINSA_PHASE_PAPER, part,
                                   key, value, error);
}

static gboolean
fill_text (const Sheet      *sheet,
           ShinsaDraftPart   part,
           const char       *key,
           JsonObject       *object,
           const char       *member,
           GError          **error)
{
  return fill (sheet, part, key, json_object_get_string_member (object, member), error);
}

static gboolean
fill_number (const Sheet      *sheet,
             ShinsaDraftPart   part,
             const char       *key,
             JsonObject       *object,
             const char       *member,
             GError          **error)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE];

  if (json_object_get_null_member (object, member))
    return TRUE;

  return fill (sheet, part, key,
               g_ascii_dtostr (value, sizeof value,
                               json_object_get_double_member (object, member)),
               error);
}

/* Members name a document as they see it; what they submit names its bytes. */
static const char *
find_document (const ShinsaDossier *dossier,
               const char          *name)
{
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);

      if (g_str_equal (document->name, name))
        return document->hash;
    }
  g_return_val_if_reached (NULL);
}

static gboolean
fill_evidence (const Sheet  *sheet,
               const char   *requirement,
               JsonArray    *evidence,
               GError      **error)
{
  for (guint i = 0; i < json_array_get_length (evidence); i++)
    {
      JsonObject *place = json_array_get_object_element (evidence, i);
      g_autofree char *key = g_strdup_printf ("%s/%u", requirement, i);
      const char *name = json_object_get_string_member (place, "document");
      g_autofree char *value =
        shinsa_draft_evidence_value (find_document (sheet->dossier, name),
                                     (int) json_object_get_int_member (place, "page"),
                                     json_object_get_string_member (place, "quote"));

      if (!fill (sheet, SHINSA_DRAFT_EVIDENCE, key, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_scores (const Sheet  *sheet,
             JsonArray    *scores,
             GError      **error)
{
  for (guint i = 0; i < json_array_get_length (scores); i++)
    {
      JsonObject *score = json_array_get_object_element (scores, i);
      const char *requirement = json_object_get_string_member (score, "requirement");
      gboolean cannot_judge = json_object_get_boolean_member (score, "cannot_judge");

      if ((cannot_judge &&
           !fill (sheet, SHINSA_DRAFT_LEVEL, requirement, "cannot_judge", error)) ||
          (!cannot_judge &&
           !fill_number (sheet, SHINSA_DRAFT_LEVEL, requirement, score, "level", error)) ||
          !fill_text (sheet, SHINSA_DRAFT_REASON, requirement, score, "reason", error) ||
          !fill_evidence (sheet, requirement, json_object_get_array_member (score, "evidence"),
                          error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_questions (const Sheet  *sheet,
                JsonArray    *questions,
                GError      **error)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      if (!fill (sheet, SHINSA_DRAFT_QUESTION, key, json_array_get_string_element (questions, i),
                 error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
submit_review (ShinsaSession      *computer,
               const ShinsaRound  *round,
               JsonObject         *review,
               GError            **error)
{
  const Sheet sheet = {
    computer, shinsa_round_dossier (round, json_object_get_string_member (review, "application"))
  };
  const char *growth = NULL;

  if (!json_object_get_null_member (review, "growth"))
    growth = json_object_get_boolean_member (review, "growth") ? "yes" : "no";

  return fill_scores (&sheet, json_object_get_array_member (review, "scores"), error) &&
         fill (&sheet, SHINSA_DRAFT_GROWTH, NULL, growth, error) &&
         fill_number (&sheet, SHINSA_DRAFT_OVERALL, NULL, review, "overall", error) &&
         fill_text (&sheet, SHINSA_DRAFT_STRONG, NULL, review, "strong", error) &&
         fill_text (&sheet, SHINSA_DRAFT_WEAK, NULL, review, "weak", error) &&
         fill_text (&sheet, SHINSA_DRAFT_REMARKS, NULL, review, "remarks", error) &&
         fill_questions (&sheet, json_object_get_array_member (review, "questions"), error) &&
         shinsa_session_submit_review (computer, sheet.dossier->id, SHINSA_PHASE_PAPER, error);
}

typedef struct {
  ShinsaSession     *computer;
  const ShinsaRound *round;
  JsonArray         *reviews;
} Pile;

static gboolean
submit_reviews (ShinsaStore  *store,
                gpointer      data,
                GError      **error)
{
  const Pile *pile = data;

  for (guint i = 0; i < json_array_get_length (pile->reviews); i++)
    {
      if (!submit_review (pile->computer, pile->round,
                          json_array_get_object_element (pile->reviews, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * shinsa_practice_review:
 * @computer: a session of a member
 * @round: the round as the desk prepared it
 * @reviews: their reviews, as practice opinions have them
 * @error: return location for an error
 *
 * Returns: whether all of them are submitted
 */
gboolean
shinsa_practice_review (ShinsaSession      *computer,
                        const ShinsaRound  *round,
                        JsonArray          *reviews,
                        GError            **error)
{
  Pile pile = { computer, round, reviews };

  g_return_val_if_fail (SHINSA_IS_SESSION (computer), FALSE);
  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (reviews != NULL, FALSE);

  /* In one unit of work: a person's hand is slower than the disk, this is not. */
  return shinsa_store_write (shinsa_session_get_store (computer), submit_reviews, &pile, error);
}

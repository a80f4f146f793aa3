/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-review-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Levels are decimal fractions; two of them that differ by less are the same. */
#define SLACK 1e-9

void
shinsa_review_problem_free (ShinsaReviewProblem *problem)
{
  g_return_if_fail (problem != NULL);

  g_free (problem->requirement);
  g_free (problem->field);
  g_free (problem->sentence);
  g_free (problem);
}

/* Takes the sentence. */
static void
add_problem (GPtrArray  *problems,
             const char *requirement,
             const char *field,
             char       *sentence)
{
  ShinsaReviewProblem *problem = g_new0 (ShinsaReviewProblem, 1);

  problem->requirement = g_strdup (requirement);
  problem->field = g_strdup (field);
  problem->sentence = sentence;
  g_ptr_array_add (problems, problem);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* --- One requirement --- */

static void
check_level (GPtrArray               *problems,
             const ShinsaDefinition  *definition,
             const ShinsaRequirement *requirement,
             const ShinsaScore       *score)
{
  const char *name = shinsa_text_get (&requirement->name);
  gboolean offered = definition->cannot_judge_key != NULL;

  if (score != NULL && isnan (score->level) && offered)
    {
      if (definition->cannot_judge_needs_reason && is_blank (score->reason))
        add_problem (problems, requirement->code, "reason",
                     g_strdup_printf (_("“%s” needs a reason. Write one for “%s” and the review "
                                        "can be submitted."),
                                      shinsa_text_get (&definition->cannot_judge_label), name));
    }
  else if (score == NULL || isnan (score->level) || score->level == SHINSA_LEVEL_UNSET)
    {
      add_problem (problems, requirement->code, "level",
                   g_strdup_printf (offered
                                    ? _("“%s” has no level. Give one, or say that you cannot "
                                        "judge it, and the review can be submitted.")
                                    : _("“%s” has no level. Give one and the review can be "
                                        "submitted."),
                                    name));
    }
  else if (shinsa_definition_level (definition, score->level) == NULL)
    {
      add_problem (problems, requirement->code, "level",
                   g_strdup_printf (_("%g is not a level of the scale. Choose one of the scale "
                                      "for “%s” and the review can be submitted."),
                                    score->level, name));
    }
  else if (shinsa_reason_is_asked (definition, score->level) && is_blank (score->reason))
    {
      add_problem (problems, requirement->code, "reason",
                   g_strdup_printf (_("Level %g needs a reason. Write one for “%s” and the review "
                                      "can be submitted."),
                                    score->level, name));
    }
}

static void
check_requirement (GPtrArray               *problems,
                   const ShinsaDefinition  *definition,
                   const ShinsaRequirement *requirement,
                   const ShinsaReview      *review,
                   const char      * const *recused_requirements)
{
  const ShinsaScore *score = shinsa_review_score (review, requirement->code);

  if (recused_requirements == NULL || !g_strv_contains (recused_requirements, requirement->code))
    check_level (problems, definition, requirement, score);
  else if (score != NULL)
    add_problem (problems, requirement->code, "level",
                 g_strdup_printf (_("You are recused from “%s”. Leave it without a level and the "
                                    "review can be submitted."),
                                  shinsa_text_get (&requirement->name)));
}

/* --- The whole review --- */

static void
check_whole (GPtrArray              *problems,
             const ShinsaDefinition *definition,
             const ShinsaReview     *review)
{
  if (definition->overall_judgement && isnan (review->overall))
    add_problem (problems, "", "overall",
                 g_strdup (_("The overall judgement is missing. Give one and the review can be "
                             "submitted.")));
  if (!isnan (review->overall) && shinsa_definition_level (definition, review->overall) == NULL)
    add_problem (problems, "", "overall",
                 g_strdup_printf (_("%g is not a level of the scale. Choose one of the scale as "
                                    "overall judgement and the review can be submitted."),
                                  review->overall));
  if (shinsa_growth_is_asked (definition, review) && review->growth < 0)
    add_problem (problems, "", "growth",
                 g_strdup_printf (_("“%s” is not answered. Say yes or no and the review can be "
                                    "submitted."),
                                  shinsa_text_get (&definition->growth_name)));
}

/**
 * shinsa_review_problems:
 * @definition: a definition
 * @review: a review that is to be submitted
 * @recused_requirements: (nullable): codes that its author is recused from
 *
 * An abstention needs nothing else.
 *
 * Returns: (transfer full) (element-type ShinsaReviewProblem): what keeps the review from being
 *   submitted, in the order of the sheet; empty where nothing does
 */
GPtrArray *
shinsa_review_problems (const ShinsaDefinition  *definition,
                        const ShinsaReview      *review,
                        const char      * const *recused_requirements)
{
  GPtrArray *problems;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (review != NULL, NULL);

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_review_problem_free);
  if (review->abstained)
    return problems;

  for (guint i = 0; i < definition->requirements->len; i++)
    check_requirement (problems, definition, g_ptr_array_index (definition->requirements, i),
                       review, recused_requirements);
  check_whole (problems, definition, review);
  return problems;
}

static char *
find_evidence_problem (const ShinsaEvidence *evidence,
                       const char           *name,
                       const ShinsaDossier  *dossier)
{
  if (*evidence->document == '\0')
    return NULL;
  if (dossier != NULL && shinsa_dossier_document (dossier, evidence->document) == NULL)
    return g_strdup_printf (_("The evidence for “%s” is in a document that does not belong to "
                              "this application. Nothing was changed. Name a page of one of its "
                              "own documents."),
                            name);
  if (evidence->page < 1)
    return g_strdup_printf (_("The evidence for “%s” names no page: pages are counted from 1. "
                              "Nothing was changed. Name the page."),
                            name);
  return NULL;
}

/**
 * shinsa_evidence_problem:
 * @definition: a definition
 * @review: a review, or a draft of one
 * @dossier: (nullable): its application; NULL where that is not known here
 *
 * How many pages a document has is known to nobody who does not hold it, so that is not asked.
 *
 * Returns: (transfer full) (nullable): a sentence about the first evidence that cannot be one
 */
char *
shinsa_evidence_problem (const ShinsaDefinition *definition,
                         const ShinsaReview     *review,
                         const ShinsaDossier    *dossier)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (review != NULL, NULL);

  for (guint i = 0; i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);
      const ShinsaRequirement *requirement = shinsa_definition_requirement (definition,
                                                                            score->requirement);
      const char *name = requirement != NULL ? shinsa_text_get (&requirement->name)
                                             : score->requirement;

      for (guint j = 0; j < score->evidence->len; j++)
        {
          char *problem = find_evidence_problem (g_ptr_array_index (score->evidence, j), name,
                                                 dossier);

          if (problem != NULL)
            return problem;
        }
    }
  return NULL;
}

/**
 * shinsa_review_drop_evidence:
 * @review: a review that was received
 * @dossier: its application
 *
 * Takes away what leads to no page of the application. The levels that it stood beside were given
 * and count all the same.
 */
void
shinsa_review_drop_evidence (ShinsaReview        *review,
                             const ShinsaDossier *dossier)
{
  g_return_if_fail (review != NULL);
  g_return_if_fail (dossier != NULL);

  for (guint i = 0; i < review->scores->len; i++)
    {
      GPtrArray *evidence = ((ShinsaScore *) g_ptr_array_index (review->scores, i))->evidence;

      for (guint j = evidence->len; j > 0; j--)
        {
          const ShinsaEvidence *item = g_ptr_array_index (evidence, j - 1);

          if (item->page < 1 || shinsa_dossier_document (dossier, item->document) == NULL)
            g_ptr_array_remove_index (evidence, j - 1);
        }
    }
}

/**
 * shinsa_reason_is_asked:
 * @definition: a definition
 * @level: a level of its scale
 *
 * Returns: whether who gives that level has to say why
 */
gboolean
shinsa_reason_is_asked (const ShinsaDefinition *definition,
                        double                  level)
{
  g_return_val_if_fail (definition != NULL, FALSE);

  return !isnan (definition->reason_at_or_below) &&
         level <= definition->reason_at_or_below + SLACK;
}

/**
 * shinsa_score_is_below:
 * @definition: a definition
 * @score: a score
 *
 * Returns: whether it is a level below its requirement's threshold
 */
gboolean
shinsa_score_is_below (const ShinsaDefinition *definition,
                       const ShinsaScore      *score)
{
  const ShinsaRequirement *requirement;

  g_return_val_if_fail (definition != NULL, FALSE);
  g_return_val_if_fail (score != NULL, FALSE);

  requirement = shinsa_definition_requirement (definition, score->requirement);
  return requirement != NULL && score->level < requirement->threshold - SLACK;
}

/**
 * shinsa_growth_is_asked:
 * @definition: a definition
 * @review: a review
 *
 * Returns: whether its author has to say if growth is expected
 */
gboolean
shinsa_growth_is_asked (const ShinsaDefinition *definition,
                        const ShinsaReview     *review)
{
  g_return_val_if_fail (definition != NULL, FALSE);
  g_return_val_if_fail (review != NULL, FALSE);

  if (review->abstained || definition->growth_when == SHINSA_GROWTH_NEVER)
    return FALSE;
  if (definition->growth_when == SHINSA_GROWTH_ALWAYS)
    return TRUE;
  for (guint i = 0; i < review->scores->len; i++)
    if (shinsa_score_is_below (definition, g_ptr_array_index (review->scores, i)))
      return TRUE;
  return FALSE;
}

/**
 * shinsa_levels_were_revised:
 * @before: a review
 * @after: another of the same author, after the interview
 *
 * Returns: whether some level of @after is not the one that @before has
 */
gboolean
shinsa_levels_were_revised (const ShinsaReview *before,
                            const ShinsaReview *after)
{
  g_return_val_if_fail (before != NULL, FALSE);
  g_return_val_if_fail (after != NULL, FALSE);

  for (guint i = 0; i < after->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (after->scores, i);
      const ShinsaScore *former = shinsa_review_score (before, score->requirement);

      if (former == NULL || isnan (former->level) != isnan (score->level) ||
          (!isnan (score->level) && former->level != score->level))
        return TRUE;
    }
  return FALSE;
}

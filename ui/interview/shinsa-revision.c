/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-revision.h"

#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>

static void
collect_part (ShinsaDraftPart  part,
              const char      *key,
              const char      *value,
              gpointer         data)
{
  g_hash_table_insert (data, g_strdup_printf ("%d %s", part, key), g_strdup (value));
}

static GHashTable *
collect_parts (const ShinsaReview *review)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  shinsa_review_foreach_part (review, collect_part, parts);
  return parts;
}

static gboolean
say_the_same (const ShinsaReview *a,
              const ShinsaReview *b)
{
  g_autoptr (GHashTable) parts = collect_parts (a);
  g_autoptr (GHashTable) others = collect_parts (b);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (g_hash_table_size (parts) != g_hash_table_size (others))
    return FALSE;
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (others, key), value) != 0)
      return FALSE;
  return TRUE;
}

/* Levels given for other requirements cannot be compared. */
static const ShinsaReview *
find_paper (const ShinsaRound *round,
            const char        *application)
{
  const ShinsaReview *paper = shinsa_round_newest_review (round, application, round->member,
                                                          SHINSA_PHASE_PAPER);

  if (paper == NULL || paper->hidden ||
      !g_str_equal (paper->requirement_set, round->definition->requirement_set_hash))
    return NULL;
  return paper;
}

/**
 * shinsa_revision_init:
 * @revision: (out): how things stand
 * @service: a service that shows a round
 * @application: (not nullable): the id of one of its applications
 */
void
shinsa_revision_init (ShinsaRevision *revision,
                      ShinsaService  *service,
                      const char     *application)
{
  const ShinsaRound *round;
  const ShinsaReview *paper;
  const ShinsaReview *before;
  const ShinsaReview *now;

  g_return_if_fail (revision != NULL);
  g_return_if_fail (SHINSA_IS_SERVICE (service) && application != NULL);

  round = shinsa_service_get_round (service);
  paper = find_paper (round, application);
  /* An abstention cannot be confirmed; levels after it need a reason like all that are new. */
  revision->paper = paper != NULL && !paper->abstained ? paper : NULL;
  revision->submitted = shinsa_round_newest_review (round, application, round->member,
                                                    SHINSA_PHASE_INTERVIEW);
  revision->draft = shinsa_service_get_draft (service, application, SHINSA_PHASE_INTERVIEW);
  before = revision->submitted != NULL ? revision->submitted : revision->paper;
  if (revision->draft != NULL &&
      (shinsa_review_is_blank (revision->draft) ||
       (before != NULL && say_the_same (before, revision->draft))))
    revision->draft = NULL;
  now = revision->draft != NULL ? revision->draft : revision->submitted;
  revision->revised = paper != NULL && now != NULL && !now->abstained &&
                      shinsa_levels_were_revised (paper, now);
  revision->reason = now != NULL ? now->revision : "";
}

/**
 * shinsa_revision_problems:
 * @revision: (not nullable): how things stand
 * @definition: (not nullable): the round's definition
 * @recused: (nullable): requirements that the author is recused from
 *
 * Returns: (transfer full) (element-type ShinsaReviewProblem): what keeps the draft from being
 *   submitted; the field of a reason that lacks is "revision"
 */
GPtrArray *
shinsa_revision_problems (const ShinsaRevision   *revision,
                          const ShinsaDefinition *definition,
                          const char     * const *recused)
{
  g_autoptr (ShinsaReview) blank = shinsa_review_new ();
  GPtrArray *problems;
  ShinsaReviewProblem *problem;

  g_return_val_if_fail (revision != NULL && definition != NULL, NULL);

  problems = shinsa_review_problems (definition, revision->draft != NULL ? revision->draft : blank,
                                     recused);
  if (!revision->revised || *revision->reason != '\0')
    return problems;
  problem = g_new0 (ShinsaReviewProblem, 1);
  problem->requirement = g_strdup ("");
  problem->field = g_strdup ("revision");
  problem->sentence = g_strdup (_("Levels differ from the paper review. Say why they were revised "
                                  "and the review can be submitted."));
  g_ptr_array_add (problems, problem);
  return problems;
}

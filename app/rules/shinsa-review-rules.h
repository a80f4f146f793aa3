/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Something that keeps a review from being submitted. */
typedef struct {
  char *requirement;  /* "" where the whole review is concerned */
  char *field;        /* level, reason, growth or overall */
  char *sentence;
} ShinsaReviewProblem;

void       shinsa_review_problem_free  (ShinsaReviewProblem     *problem);
GPtrArray *shinsa_review_problems      (const ShinsaDefinition  *definition,
                                        const ShinsaReview      *review,
                                        const char      * const *recused_requirements);
char      *shinsa_evidence_problem     (const ShinsaDefinition  *definition,
                                        const ShinsaReview      *review,
                                        const ShinsaDossier     *dossier);
void       shinsa_review_drop_evidence (ShinsaReview            *review,
                                        const ShinsaDossier     *dossier);
gboolean   shinsa_reason_is_asked      (const ShinsaDefinition  *definition,
                                        double                   level);
gboolean   shinsa_score_is_below       (const ShinsaDefinition  *definition,
                                        const ShinsaScore       *score);
gboolean   shinsa_growth_is_asked      (const ShinsaDefinition  *definition,
                                        const ShinsaReview      *review);
gboolean   shinsa_levels_were_revised  (const ShinsaReview      *before,
                                        const ShinsaReview      *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaReviewProblem, shinsa_review_problem_free)

G_END_DECLS

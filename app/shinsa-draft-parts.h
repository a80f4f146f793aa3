/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* The parts of a draft, as they are stored, and the review that they make. Numbers in keys run
 * from 0; parts may come in any order. */

typedef void (*ShinsaPartFunc) (ShinsaDraftPart  part,
                                const char      *key,
                                const char      *value,
                                gpointer         data);

void      shinsa_review_set_part      (ShinsaReview       *review,
                                       ShinsaDraftPart     part,
                                       const char         *key,
                                       const char         *value);
void      shinsa_review_foreach_part  (const ShinsaReview *review,
                                       ShinsaPartFunc      func,
                                       gpointer            data);
char     *shinsa_review_dup_part      (const ShinsaReview *review,
                                       ShinsaDraftPart     part,
                                       const char         *key);
gboolean  shinsa_review_is_blank      (const ShinsaReview *review);
gboolean  shinsa_review_says_as_much  (const ShinsaReview *review,
                                       const ShinsaReview *other);
char     *shinsa_draft_level_value    (double              level);
char     *shinsa_draft_evidence_value (const char         *document,
                                       int                 page,
                                       const char         *quote);

G_END_DECLS

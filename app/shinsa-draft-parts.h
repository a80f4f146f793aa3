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

void      shinsa_review_set_part     (ShinsaReview       *review,
                                      ShinsaDraftPart     part,
                                      const char         *key,
                                      const char         *value);
void      shinsa_review_foreach_part (const ShinsaReview *review,
                                      ShinsaPartFunc      func,
                                      gpointer            data);
gboolean  shinsa_review_is_blank     (const ShinsaReview *review);
char     *shinsa_draft_level_value   (double              level);

G_END_DECLS

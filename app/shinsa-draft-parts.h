/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* The parts of a draft, as they are stored, and the review that they make. Numbers in keys run
 * from 0; parts may come in any order. */

void      shinsa_review_set_part   (ShinsaReview       *review,
                                    ShinsaDraftPart     part,
                                    const char         *key,
                                    const char         *value);
gboolean  shinsa_review_is_blank   (const ShinsaReview *review);
char     *shinsa_draft_level_value (double              level);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What the desk types in for a member: a file with the body of a review, in which whatever has
 * nothing to say may be left out. */

typedef struct {
  const ShinsaDossier *dossier;
  const ShinsaMember  *member;
  ShinsaPhase          phase;
} ShinsaCliReviewPlace;

ShinsaReview *shinsa_cli_review_file_read (const ShinsaRound           *round,
                                           const ShinsaCliReviewPlace  *place,
                                           const char                  *name,
                                           GError                     **error);

G_END_DECLS

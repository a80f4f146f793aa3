/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-aggregate.h"

G_BEGIN_DECLS

typedef struct {
  const ShinsaDossier *dossier;    /* of the round */
  double               split;      /* share of its requirements on which members are split */
  double               spread;     /* average deviation, as a share of the largest possible */
  double               closeness;  /* share of its requirements one level from the line */
} ShinsaDiscussionItem;

double     shinsa_discussion_weight (const ShinsaDiscussionItem *item);
GPtrArray *shinsa_discussion_order  (const ShinsaRound          *round,
                                     ShinsaBasis                 basis);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* What was entered into one draft, step by step, so that it can be taken back and done again. A
 * burst of typing is one step. Only what still stands as the step left it is ever taken back. */

typedef struct _ShinsaDraftHistory ShinsaDraftHistory;

typedef struct {
  ShinsaDraftPart part;
  char           *key;       /* "" where the part has none */
  char           *before;    /* NULL for nothing */
  char           *after;
  gint64          at;        /* of the last change, in microseconds */
} ShinsaDraftStep;

typedef enum {
  SHINSA_STEP_BACK,
  SHINSA_STEP_AGAIN,
} ShinsaDraftWay;

ShinsaDraftHistory    *shinsa_draft_history_new       (void);
void                   shinsa_draft_history_free      (ShinsaDraftHistory *self);
void                   shinsa_draft_history_record    (ShinsaDraftHistory *self,
                                                       ShinsaDraftPart     part,
                                                       const char         *key,
                                                       const char         *before,
                                                       const char         *after,
                                                       gint64              at);
const ShinsaDraftStep *shinsa_draft_history_peek      (ShinsaDraftHistory *self,
                                                       const ShinsaReview *draft,
                                                       ShinsaDraftWay      way);
const ShinsaDraftStep *shinsa_draft_history_step      (ShinsaDraftHistory *self,
                                                       const ShinsaReview *draft,
                                                       ShinsaDraftWay      way);
const ShinsaDraftStep *shinsa_draft_history_take_back (ShinsaDraftHistory *self,
                                                       const ShinsaReview *draft,
                                                       ShinsaDraftPart     part,
                                                       const char         *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaDraftHistory, shinsa_draft_history_free)

G_END_DECLS

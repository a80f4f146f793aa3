/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What waits for the person at the window, in one sentence, and where it is done. */
typedef struct {
  char       *sentence;
  const char *page;         /* name of a page of the window */
  char       *application;  /* NULL where none in particular is meant */
} ShinsaNextStep;

ShinsaNextStep *shinsa_next_step_new  (const ShinsaRound *round);
void            shinsa_next_step_free (ShinsaNextStep    *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaNextStep, shinsa_next_step_free)

G_END_DECLS

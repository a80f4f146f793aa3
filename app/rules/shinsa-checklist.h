/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

typedef enum {
  SHINSA_CHECK_PAPER_CLOSED = 1,
  SHINSA_CHECK_INTERESTS = 2,
  SHINSA_CHECK_REQUIREMENTS = 3,
  SHINSA_CHECK_PROPOSAL = 4,
  SHINSA_CHECK_REASON = 5,
  SHINSA_CHECK_QUORUM = 6,
  SHINSA_CHECK_CHAIR = 7,
} ShinsaCheckCode;

typedef struct {
  ShinsaCheckCode code;
  gboolean        holds;
  char           *sentence;  /* what holds, or what is missing and what to do */
} ShinsaCheck;

void       shinsa_check_free      (ShinsaCheck       *check);
GPtrArray *shinsa_checklist       (const ShinsaRound *round,
                                   const char        *application);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaCheck, shinsa_check_free)

G_END_DECLS

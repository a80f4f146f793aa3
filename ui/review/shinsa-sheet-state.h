/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Whether a person may fill in a score sheet, and what to tell about it. */
typedef struct {
  gboolean            editable;
  gboolean            replaces;     /* something was submitted already */
  const ShinsaReview *submitted;    /* (nullable): of the round it was computed from */
  const char * const *recused;      /* requirements left out; NULL for none */
  char               *notice;       /* why it is read-only, or what to know; "" for nothing */
} ShinsaSheetState;

ShinsaSheetState *shinsa_sheet_state_new         (const ShinsaRound      *round,
                                                  const char             *application,
                                                  ShinsaPhase             phase);
void              shinsa_sheet_state_free        (ShinsaSheetState       *state);
const char       *shinsa_sheet_state_tell_status (const ShinsaSheetState *state,
                                                  gboolean                changed);
char             *shinsa_sheet_state_tell_draft  (const ShinsaSheetState *state,
                                                  ShinsaService          *service,
                                                  ShinsaPhase             phase,
                                                  gboolean                changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaSheetState, shinsa_sheet_state_free)

G_END_DECLS

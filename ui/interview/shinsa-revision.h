/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* How the own review after the interview stands to that on paper. It is not to be used longer than
 * the round and the draft that it was computed from. */
typedef struct {
  const ShinsaReview *paper;      /* whose levels can be confirmed, or NULL */
  const ShinsaReview *submitted;  /* after the interview, or NULL */
  const ShinsaReview *draft;      /* what differs from those, or NULL */
  gboolean            revised;    /* some level is not that on paper */
  const char         *reason;     /* why, as far as it was said */
} ShinsaRevision;

void       shinsa_revision_init     (ShinsaRevision          *revision,
                                     ShinsaService           *service,
                                     const char              *application);
GPtrArray *shinsa_revision_problems (const ShinsaRevision    *revision,
                                     const ShinsaDefinition  *definition,
                                     const char      * const *recused);

G_END_DECLS

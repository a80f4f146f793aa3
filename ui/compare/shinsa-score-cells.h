/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shinsa-cell.h"
#include "rules/shinsa-aggregate.h"

G_BEGIN_DECLS

/* What the tables of levels are made from, and their cells. */

typedef struct {
  const ShinsaRound   *round;
  gboolean             names;      /* whether members are called by their names */
  GPtrArray           *pins;       /* (element-type utf8), applications that are pinned; or NULL */

  /* The own draft of an application, or NULL. */
  const ShinsaReview *(*get_draft) (const char  *application,
                                    ShinsaPhase  phase,
                                    gpointer     data);
  gpointer             data;
} ShinsaCompareSource;

ShinsaPhase         shinsa_compare_phase        (const ShinsaRound         *round,
                                                 const char                *application);
const ShinsaReview *shinsa_compare_own_draft    (const ShinsaCompareSource *source,
                                                 const char                *application);
gboolean            shinsa_compare_may_score    (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *requirement,
                                                 char                     **why);
const ShinsaScore  *shinsa_compare_score        (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *member,
                                                 const char                *requirement,
                                                 gboolean                  *is_draft);
const ShinsaReview *shinsa_compare_phase_review (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *member,
                                                 ShinsaPhase                phase);
const ShinsaScore  *shinsa_compare_phase_score  (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *member,
                                                 const char                *requirement,
                                                 ShinsaPhase                phase);
char               *shinsa_compare_missing_words (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *member);
char               *shinsa_compare_member_name  (const ShinsaCompareSource *source,
                                                 const char                *member);
const char         *shinsa_compare_unheard_mark (void);
ShinsaCell         *shinsa_compare_score_cell   (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *member,
                                                 const ShinsaRequirement   *requirement,
                                                 const char                *subject);
ShinsaCell         *shinsa_compare_mark_cell    (const char                *subject,
                                                 const char                *what,
                                                 const char                *mark,
                                                 const char                *name);
ShinsaCell         *shinsa_compare_level_cell   (const ShinsaDefinition    *definition,
                                                 double                     level,
                                                 const char                *subject,
                                                 const char                *what);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-aggregate.h"

G_BEGIN_DECLS

typedef enum {
  SHINSA_FLAG_SPLIT = 1,
  SHINSA_FLAG_DIVIDED = 2,
  SHINSA_FLAG_LOWEST_GIVEN = 3,
  SHINSA_FLAG_ONE_BELOW = 4,
  SHINSA_FLAG_ONE_LEVEL_FROM_LINE = 5,
} ShinsaFlagKind;

typedef struct {
  ShinsaFlagKind kind;
  char          *requirement;  /* "" where it concerns the application */
} ShinsaFlag;

/* Why no outcome is suggested. */
typedef enum {
  SHINSA_SUGGESTION_GIVEN = 0,
  SHINSA_SUGGESTION_TOO_FEW_EVALUATORS = 1,
  SHINSA_SUGGESTION_GROWTH_TIED = 2,
  SHINSA_SUGGESTION_GROWTH_TOO_FEW = 3,
  SHINSA_SUGGESTION_NO_OUTCOME = 4,
} ShinsaSuggestionWhy;

/* One outcome tried. */
typedef struct {
  char      *outcome;
  ShinsaGate gate;
  int        holds;    /* 1, 0, or -1 where it cannot be said */
  GPtrArray *lacking;  /* (element-type utf8), requirements with too few evaluators */
  GPtrArray *failing;  /* (element-type utf8), requirements below their threshold */
  int        yes;      /* -1 unless growth is the gate */
  int        no;
  double     total;    /* NAN unless the weighted total is the gate */
  double     line;
} ShinsaSuggestionStep;

typedef struct {
  char               *outcome;     /* NULL where the rules give none */
  ShinsaSuggestionWhy why;
  GPtrArray          *steps;       /* (element-type ShinsaSuggestionStep) */
  GPtrArray          *flags;       /* (element-type ShinsaFlag) */
  GPtrArray          *aggregates;  /* (element-type ShinsaAggregate), the numbers it rests on */
} ShinsaSuggestion;

void              shinsa_suggestion_free    (ShinsaSuggestion       *suggestion);
ShinsaSuggestion *shinsa_suggest            (const ShinsaRound      *round,
                                             const char             *application);
ShinsaSuggestion *shinsa_suggest_from       (const ShinsaDefinition *definition,
                                             GPtrArray              *aggregates,
                                             ShinsaGrowthCount       growth);
gboolean          shinsa_suggestion_departs (const ShinsaSuggestion *suggestion,
                                             const char             *outcome);
GStrv             shinsa_suggestion_explain (const ShinsaSuggestion *suggestion,
                                             const ShinsaDefinition *definition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaSuggestion, shinsa_suggestion_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

typedef enum {
  SHINSA_BASIS_PAPER = 1,     /* the paper reviews */
  SHINSA_BASIS_DECISION = 2,  /* each member's interview review, else the paper review */
} ShinsaBasis;

/* One requirement of one application in numbers. eligible + recused are the scorers; eligible =
 * counted + cannot_judge + missing. What is undefined is NAN. */
typedef struct {
  char     *requirement;
  int       eligible;
  int       recused;
  int       counted;
  int       cannot_judge;
  int       missing;
  int       voided;             /* of those recused, who had judged it before */
  double   *levels;             /* counted of them, in the order of the roster */
  int       at_or_above;
  double    threshold;
  double    minimum;
  double    maximum;
  double    mean;
  double    median;
  double    median_low;         /* the two middle levels, alike unless counted is even */
  double    median_high;
  double    average_deviation;  /* from the median */
  double    statistic;          /* what the round's rule compares with the threshold */
  gboolean  reference_only;     /* fewer were counted than the rule asks for */
  gboolean  passes;             /* not to be read where reference_only */
  gboolean  two_camps;          /* an empty level lies between two occupied ones */
  gboolean  divided;            /* levels lie on both sides of the threshold */
  gboolean  split;
  gboolean  lowest_given;
  gboolean  one_level_from_line; /* one member's change by one level would turn passes round */
} ShinsaAggregate;

/* Of the members who were asked and answered. */
typedef struct {
  int eligible;
  int yes;
  int no;
} ShinsaGrowthCount;

void              shinsa_aggregate_free        (ShinsaAggregate        *aggregate);
ShinsaAggregate  *shinsa_aggregate_new         (const ShinsaDefinition *definition,
                                                const char             *requirement,
                                                const double           *levels,
                                                int                     n_levels);
GPtrArray        *shinsa_aggregate_application (const ShinsaRound      *round,
                                                const char             *application,
                                                ShinsaBasis             basis);
double            shinsa_statistic_find        (ShinsaStatistic         statistic,
                                                const double           *levels,
                                                int                     n_levels,
                                                double                  threshold);
ShinsaGrowthCount shinsa_growth_count          (const ShinsaRound      *round,
                                                const char             *application,
                                                ShinsaBasis             basis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaAggregate, shinsa_aggregate_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-aggregate.h"

G_BEGIN_DECLS

/* How far an application is from the line of an outcome, in the unit of what is compared. */
typedef struct {
  const char *requirement;   /* the weakest one; NULL where the total is compared */
  double      value;         /* below 0 where it is missed */
  double      low;           /* at worst, if one member changed one level by one step */
  double      high;          /* at best, likewise */
  gboolean    reached;
  int         changes;       /* fewest steps of one level to the other side, -1 if none suffice */
} ShinsaMargin;

const ShinsaOutcome *shinsa_margin_outcome        (const ShinsaDefinition *definition);
gboolean             shinsa_margin_find           (const ShinsaDefinition *definition,
                                                   GPtrArray              *aggregates,
                                                   ShinsaMargin           *margin);
int                  shinsa_fewest_changes        (const ShinsaDefinition *definition,
                                                   const ShinsaAggregate  *aggregate);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-definition-parts.h"

#include <math.h>

ShinsaLevel *
shinsa_level_new (void)
{
  ShinsaLevel *self = g_new0 (ShinsaLevel, 1);

  self->value = NAN;
  self->key = g_strdup ("");
  return self;
}

void
shinsa_level_free (ShinsaLevel *level)
{
  g_return_if_fail (level != NULL);

  g_free (level->key);
  shinsa_text_clear (&level->label);
  shinsa_text_clear (&level->descriptor);
  g_free (level);
}

ShinsaRequirement *
shinsa_requirement_new (void)
{
  ShinsaRequirement *self = g_new0 (ShinsaRequirement, 1);

  self->code = g_strdup ("");
  self->kind = g_strdup ("");
  self->threshold = NAN;
  self->weight = 1;
  return self;
}

void
shinsa_requirement_free (ShinsaRequirement *requirement)
{
  g_return_if_fail (requirement != NULL);

  g_free (requirement->code);
  g_free (requirement->kind);
  shinsa_text_clear (&requirement->name);
  shinsa_text_clear (&requirement->guidance);
  g_free (requirement);
}

ShinsaMarketArea *
shinsa_market_area_new (void)
{
  ShinsaMarketArea *self = g_new0 (ShinsaMarketArea, 1);

  self->code = g_strdup ("");
  self->symbol = g_strdup ("");
  return self;
}

void
shinsa_market_area_free (ShinsaMarketArea *market_area)
{
  g_return_if_fail (market_area != NULL);

  g_free (market_area->code);
  g_free (market_area->symbol);
  shinsa_text_clear (&market_area->name);
  shinsa_text_clear (&market_area->lead);
  g_free (market_area);
}

ShinsaOutcome *
shinsa_outcome_new (void)
{
  ShinsaOutcome *self = g_new0 (ShinsaOutcome, 1);

  self->code = g_strdup ("");
  self->line = NAN;
  return self;
}

void
shinsa_outcome_free (ShinsaOutcome *outcome)
{
  g_return_if_fail (outcome != NULL);

  g_free (outcome->code);
  shinsa_text_clear (&outcome->name);
  shinsa_text_clear (&outcome->category);
  g_free (outcome);
}

ShinsaSegment *
shinsa_segment_new (void)
{
  ShinsaSegment *self = g_new0 (ShinsaSegment, 1);

  self->code = g_strdup ("");
  return self;
}

void
shinsa_segment_free (ShinsaSegment *segment)
{
  g_return_if_fail (segment != NULL);

  g_free (segment->code);
  shinsa_text_clear (&segment->name);
  g_free (segment);
}

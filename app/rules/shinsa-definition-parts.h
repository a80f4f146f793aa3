/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* Elements of a definition, as its reader makes them. A new one has "" for each text that is never
 * NULL and NAN for what is not known yet. */

ShinsaLevel       *shinsa_level_new        (void);
void               shinsa_level_free       (ShinsaLevel       *level);
ShinsaRequirement *shinsa_requirement_new  (void);
void               shinsa_requirement_free (ShinsaRequirement *requirement);
ShinsaMarketArea  *shinsa_market_area_new  (void);
void               shinsa_market_area_free (ShinsaMarketArea  *market_area);
ShinsaOutcome     *shinsa_outcome_new      (void);
void               shinsa_outcome_free     (ShinsaOutcome     *outcome);
ShinsaSegment     *shinsa_segment_new      (void);
void               shinsa_segment_free     (ShinsaSegment     *segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaLevel, shinsa_level_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRequirement, shinsa_requirement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaMarketArea, shinsa_market_area_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaOutcome, shinsa_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaSegment, shinsa_segment_free)

G_END_DECLS

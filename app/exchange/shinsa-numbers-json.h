/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-suggestion.h"

G_BEGIN_DECLS

/* What the rules computed, as it stands in bodies and in the decision record. */

JsonNode *shinsa_aggregate_to_json  (const ShinsaAggregate  *aggregate);
JsonNode *shinsa_aggregates_to_json (GPtrArray              *aggregates);
JsonNode *shinsa_growth_to_json     (ShinsaGrowthCount       growth);
JsonNode *shinsa_suggestion_to_json (const ShinsaSuggestion *suggestion);

G_END_DECLS

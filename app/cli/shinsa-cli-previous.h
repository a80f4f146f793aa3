/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What an earlier round found of a community. */

JsonObject *shinsa_cli_previous_json   (const ShinsaPrevious *previous);
JsonArray  *shinsa_cli_indicators_json (GPtrArray            *indicators);
void        shinsa_cli_print_previous  (const ShinsaRound    *round,
                                        const ShinsaPrevious *previous);

G_END_DECLS

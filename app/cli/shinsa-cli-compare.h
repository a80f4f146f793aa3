/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The members' reviews of one application, side by side, with what follows from them. */

JsonObject *shinsa_cli_compare_json       (const ShinsaRound   *round,
                                           const ShinsaDossier *dossier,
                                           ShinsaPhase          phase);
void        shinsa_cli_compare_print      (const ShinsaRound   *round,
                                           const ShinsaDossier *dossier,
                                           ShinsaPhase          phase,
                                           gboolean             names);
void        shinsa_cli_print_aggregates   (const ShinsaRound   *round,
                                           GPtrArray           *aggregates);
gboolean    shinsa_cli_check_revealed     (const ShinsaRound   *round,
                                           const char          *application,
                                           GError             **error);

G_END_DECLS

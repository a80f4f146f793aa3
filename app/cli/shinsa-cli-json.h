/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Parts of the documents that --json writes. What is not known is null; the names are those of the
 * decision record wherever it has the same thing. */

void        shinsa_cli_set_text     (JsonObject          *object,
                                     const char          *name,
                                     const ShinsaText    *text);
void        shinsa_cli_set_number   (JsonObject          *object,
                                     const char          *name,
                                     double               value);
void        shinsa_cli_set_count    (JsonObject          *object,
                                     const char          *name,
                                     gint64               count);
void        shinsa_cli_set_words    (JsonObject          *object,
                                     const char          *name,
                                     const char * const  *words);
void        shinsa_cli_set_codes    (JsonObject          *object,
                                     const char          *name,
                                     GPtrArray           *codes);
void        shinsa_cli_set_member   (JsonObject          *object,
                                     const ShinsaRound   *round,
                                     const char          *application,
                                     const char          *member);
JsonObject *shinsa_cli_text_json    (const ShinsaText    *text);
GPtrArray  *shinsa_cli_sort_scores  (const ShinsaRound   *round,
                                     const ShinsaReview  *review);
JsonObject *shinsa_cli_draft_json   (const ShinsaRound   *round,
                                     const ShinsaReview  *draft);
JsonObject *shinsa_cli_review_json  (const ShinsaRound   *round,
                                     const ShinsaReview  *review);

G_END_DECLS

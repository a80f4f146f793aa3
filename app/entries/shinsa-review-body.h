/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* A review as a body and as a ShinsaReview. */

ShinsaReview *shinsa_review_read   (JsonObject             *body,
                                    const char             *path,
                                    GError                **error);
JsonNode     *shinsa_review_write  (const ShinsaReview     *review,
                                    const ShinsaDefinition *definition);

G_END_DECLS

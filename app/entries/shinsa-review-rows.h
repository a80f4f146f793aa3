/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"
#include "shinsa-store.h"

G_BEGIN_DECLS

/* A review as rows of the official tables. */

gboolean   shinsa_review_store (const ShinsaReview  *review,
                                ShinsaStore         *store,
                                const char          *root,
                                GError             **error);
GPtrArray *shinsa_review_load  (ShinsaStore         *store,
                                const char          *root,
                                gint64               until,
                                GError             **error);

G_END_DECLS

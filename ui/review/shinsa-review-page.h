/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The page on which a member declares, reads and scores, one application after the other.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none),
 *   "list-visible" (whether the list of applications is in sight)
 * Actions, besides those of its keys: "review.show-evidence" (document, page, quote),
 *   "review.add-evidence" (requirement, document, page, quote), "review.use-page" (requirement) */

#define SHINSA_TYPE_REVIEW_PAGE (shinsa_review_page_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaReviewPage, shinsa_review_page, SHINSA, REVIEW_PAGE, AdwBin)

GtkWidget *shinsa_review_page_new (void);

G_END_DECLS

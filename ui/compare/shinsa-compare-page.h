/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "compare/shinsa-compare-views.h"
#include "shinsa-service.h"

G_BEGIN_DECLS

/* Levels side by side: by member, by application, on paper and after the interview, in the last
 * round and in this one; and some applications beside each other.
 *
 * Properties: "service" (ShinsaService), "application" (string or NULL). */

#define SHINSA_TYPE_COMPARE_PAGE (shinsa_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaComparePage, shinsa_compare_page, SHINSA, COMPARE_PAGE, AdwBin)

GtkWidget *shinsa_compare_page_new       (void);
void       shinsa_compare_page_set_round (ShinsaComparePage *self,
                                          ShinsaRound       *round);
void       shinsa_compare_page_set_view  (ShinsaComparePage *self,
                                          ShinsaCompareView  view);

G_END_DECLS

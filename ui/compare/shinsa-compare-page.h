/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Levels side by side: of one application by member, or of all applications, one's own or the
 * committee's.
 *
 * Properties: "service" (ShinsaService), "application" (string or NULL). */

#define SHINSA_TYPE_COMPARE_PAGE (shinsa_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaComparePage, shinsa_compare_page, SHINSA, COMPARE_PAGE, AdwBin)

typedef enum {
  SHINSA_COMPARE_MEMBERS,    /* requirements by members, of one application */
  SHINSA_COMPARE_OWN,        /* applications by requirements, own levels */
  SHINSA_COMPARE_COMMITTEE,  /* applications by requirements, the committee's medians */
} ShinsaCompareView;

GtkWidget *shinsa_compare_page_new       (void);
void       shinsa_compare_page_set_round (ShinsaComparePage *self,
                                          ShinsaRound       *round);
void       shinsa_compare_page_set_view  (ShinsaComparePage *self,
                                          ShinsaCompareView  view);

G_END_DECLS

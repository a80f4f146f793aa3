/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The board of all applications, and each of them with the steps of its decision.
 *
 * Properties: "service" (ShinsaService), "application" (string or NULL). */

#define SHINSA_TYPE_DECIDE_PAGE (shinsa_decide_page_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDecidePage, shinsa_decide_page, SHINSA, DECIDE_PAGE, AdwBin)

GtkWidget *shinsa_decide_page_new       (void);
void       shinsa_decide_page_set_round (ShinsaDecidePage *self,
                                         ShinsaRound      *round);
void       shinsa_decide_page_open      (ShinsaDecidePage *self,
                                         const char       *application);

G_END_DECLS

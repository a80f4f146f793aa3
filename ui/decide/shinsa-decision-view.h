/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* One application before the committee: its levels, what the rules give, and the steps of its
 * decision. */

#define SHINSA_TYPE_DECISION_VIEW (shinsa_decision_view_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDecisionView, shinsa_decision_view, SHINSA, DECISION_VIEW, AdwBin)

GtkWidget *shinsa_decision_view_new  (void);
void       shinsa_decision_view_show (ShinsaDecisionView *self,
                                      ShinsaService      *service,
                                      ShinsaRound        *round,
                                      const char         *application);

G_END_DECLS

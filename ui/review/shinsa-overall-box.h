/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* What closes a score sheet: growth where it is asked, overall judgement and comments, each where
 * the round has it.
 *
 * Signals:
 *   drafted (part, value)   a ShinsaDraftPart and its new value, or NULL */

#define SHINSA_TYPE_OVERALL_BOX (shinsa_overall_box_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaOverallBox, shinsa_overall_box, SHINSA, OVERALL_BOX, AdwBin)

void     shinsa_overall_box_build        (ShinsaOverallBox       *self,
                                          const ShinsaDefinition *definition);
void     shinsa_overall_box_show         (ShinsaOverallBox       *self,
                                          const ShinsaReview     *review,
                                          gboolean                growth_is_asked);
void     shinsa_overall_box_set_editable (ShinsaOverallBox       *self,
                                          gboolean                editable);
void     shinsa_overall_box_flush        (ShinsaOverallBox       *self);
gboolean shinsa_overall_box_takes_digits (ShinsaOverallBox       *self);
gboolean shinsa_overall_box_takes_growth (ShinsaOverallBox       *self);
gboolean shinsa_overall_box_move         (ShinsaOverallBox       *self,
                                          int                     step);
void     shinsa_overall_box_go_to        (ShinsaOverallBox       *self,
                                          ShinsaDraftPart         part);

G_END_DECLS

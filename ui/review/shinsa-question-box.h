/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The questions that a reviewer puts to the applicant, one field each.
 *
 * Signals:
 *   drafted (number, text)   the question of that number was written; "" takes it away */

#define SHINSA_TYPE_QUESTION_BOX (shinsa_question_box_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaQuestionBox, shinsa_question_box, SHINSA, QUESTION_BOX, AdwBin)

void shinsa_question_box_show         (ShinsaQuestionBox  *self,
                                       const ShinsaReview *review);
void shinsa_question_box_clear        (ShinsaQuestionBox  *self);
void shinsa_question_box_set_editable (ShinsaQuestionBox  *self,
                                       gboolean            editable);
void shinsa_question_box_flush        (ShinsaQuestionBox  *self);
void shinsa_question_box_go_to        (ShinsaQuestionBox  *self,
                                       guint               number);

G_END_DECLS

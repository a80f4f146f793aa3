/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* A question to the applicant: one of the desk's list with its state, or one that a member put
 * and that is not in the list yet.
 *
 * Signals:
 *   chosen (state)   the desk gives it another state
 *   answering ()     the desk has an answer
 *   merging ()       the desk takes it into the list */

#define SHINSA_TYPE_QUESTION_ROW (shinsa_question_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaQuestionRow, shinsa_question_row, SHINSA, QUESTION_ROW, GtkListBoxRow)

GtkWidget  *shinsa_question_row_new        (void);
void        shinsa_question_row_show       (ShinsaQuestionRow    *self,
                                            const ShinsaRound    *round,
                                            const ShinsaQuestion *question,
                                            guint                 number);
void        shinsa_question_row_show_put   (ShinsaQuestionRow    *self,
                                            const ShinsaRound    *round,
                                            const char           *member,
                                            const char           *text);
const char *shinsa_question_row_get_member (ShinsaQuestionRow    *self);
const char *shinsa_question_row_get_text   (ShinsaQuestionRow    *self);
const char *shinsa_question_row_get_id     (ShinsaQuestionRow    *self);

G_END_DECLS

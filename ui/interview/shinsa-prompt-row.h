/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sentence that asks for something, and the button that says that it is done.
 *
 * Signals:
 *   pressed ()   the button was */

#define SHINSA_TYPE_PROMPT_ROW (shinsa_prompt_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPromptRow, shinsa_prompt_row, SHINSA, PROMPT_ROW, GtkListBoxRow)

GtkWidget  *shinsa_prompt_row_new             (const char      *application,
                                               const char      *member,
                                               const char      *button);
void        shinsa_prompt_row_show            (ShinsaPromptRow *self,
                                               const char      *text);
const char *shinsa_prompt_row_get_application (ShinsaPromptRow *self);
const char *shinsa_prompt_row_get_member      (ShinsaPromptRow *self);

G_END_DECLS

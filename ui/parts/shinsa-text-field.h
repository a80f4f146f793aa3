/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Some lines of text that somebody writes. What was typed is told shortly after ("entered"), at
 * once when the focus leaves; a text that arrives meanwhile never touches what is being written.
 *
 * Properties: "label" (what it is for), "placeholder", "editable".
 * Signals: entered (text) */

#define SHINSA_TYPE_TEXT_FIELD (shinsa_text_field_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaTextField, shinsa_text_field, SHINSA, TEXT_FIELD, AdwBin)

GtkWidget *shinsa_text_field_new             (void);
void       shinsa_text_field_show            (ShinsaTextField *self,
                                              const char      *text);
char      *shinsa_text_field_dup_text        (ShinsaTextField *self);
void       shinsa_text_field_flush           (ShinsaTextField *self);
void       shinsa_text_field_set_label       (ShinsaTextField *self,
                                              const char      *label);
void       shinsa_text_field_set_placeholder (ShinsaTextField *self,
                                              const char      *placeholder);
void       shinsa_text_field_set_editable    (ShinsaTextField *self,
                                              gboolean         editable);
gboolean   shinsa_text_field_has_focus       (ShinsaTextField *self);

G_END_DECLS

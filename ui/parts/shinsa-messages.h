/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window says to the person, and what it asks. Each finds the window from the widget it
 * is called with. `data` is freed by `destroy` once it is not needed any more. */

typedef void (*ShinsaAnswerFunc) (gpointer    data);
typedef void (*ShinsaReasonFunc) (const char *reason,
                                  gpointer    data);

AdwMessageDialog *shinsa_dialog_new (GtkWidget  *from,
                                     const char *heading,
                                     const char *body);

void shinsa_toast      (GtkWidget        *from,
                        const char       *text);
void shinsa_toast_undo (GtkWidget        *from,
                        const char       *text,
                        const char       *button,
                        ShinsaAnswerFunc  undo,
                        gpointer          data,
                        GDestroyNotify    destroy);
void shinsa_tell       (GtkWidget        *from,
                        const char       *heading,
                        const char       *text);
void shinsa_show_error (GtkWidget        *from,
                        const char       *heading,
                        const GError     *error);
void shinsa_ask        (GtkWidget        *from,
                        const char       *heading,
                        const char       *body,
                        const char       *accept,
                        ShinsaAnswerFunc  accepted,
                        gpointer          data,
                        GDestroyNotify    destroy);
void shinsa_ask_reason (GtkWidget        *from,
                        const char       *heading,
                        const char       *body,
                        const char       *accept,
                        ShinsaReasonFunc  accepted,
                        gpointer          data,
                        GDestroyNotify    destroy);

G_END_DECLS

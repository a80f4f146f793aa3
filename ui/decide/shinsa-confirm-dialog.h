/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The acting chair confirms all outcomes together: the method, and the very sentence that will be
 * recorded for each, in sight before the button can be pressed. */

#define SHINSA_TYPE_CONFIRM_DIALOG (shinsa_confirm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaConfirmDialog, shinsa_confirm_dialog, SHINSA, CONFIRM_DIALOG, AdwWindow)

GtkWidget  *shinsa_confirm_dialog_new          (GtkWindow           *parent,
                                                ShinsaService       *service,
                                                ShinsaRound         *round);
guint       shinsa_confirm_dialog_get_n_ready  (ShinsaConfirmDialog *self);
const char *shinsa_confirm_dialog_get_method   (ShinsaConfirmDialog *self);
GPtrArray  *shinsa_confirm_dialog_make_bodies  (ShinsaConfirmDialog *self);

G_END_DECLS

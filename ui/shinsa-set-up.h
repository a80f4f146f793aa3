/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Rounds that begin on this computer. */

void   shinsa_set_up_practice    (GtkWindow     *window,
                                  ShinsaService *service);
void   shinsa_set_up_from_choice (GtkWindow     *window,
                                  ShinsaService *service);
void   shinsa_show_round         (GtkWidget     *from,
                                  ShinsaService *service,
                                  const char    *root,
                                  const char    *identity);
GFile *shinsa_practice_folder    (void);

G_END_DECLS

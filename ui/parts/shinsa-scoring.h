/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Levels given by one key, said in words and taken back by one press. */

void shinsa_give_level         (GtkWidget     *from,
                                ShinsaService *service,
                                const char    *application,
                                ShinsaPhase    phase,
                                const char    *requirement,
                                double         before,
                                double         level);
void shinsa_give_overall_level (GtkWidget     *from,
                                ShinsaService *service,
                                const char    *application,
                                ShinsaPhase    phase,
                                double         before,
                                double         level);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The window over one store: which round, as whom, which page, which application.
 *
 * Properties: "service" (ShinsaService, set once), "dossier" (the id of the application that every
 * page looks at, or NULL: "application" is GtkWindow's word for the program) */

#define SHINSA_TYPE_WINDOW (shinsa_window_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaWindow, shinsa_window, SHINSA, WINDOW, AdwApplicationWindow)

GtkWidget *shinsa_window_new           (GtkApplication *application,
                                        ShinsaService  *service);
void       shinsa_window_open_store    (ShinsaWindow   *self);
void       shinsa_window_open_practice (ShinsaWindow   *self);
void       shinsa_window_open_files    (ShinsaWindow   *self,
                                        GPtrArray      *files);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: one store, one window, and what the command line asks for. */

#define SHINSA_TYPE_APP (shinsa_app_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaApp, shinsa_app, SHINSA, APP, AdwApplication)

ShinsaApp *shinsa_app_new (void);

G_END_DECLS

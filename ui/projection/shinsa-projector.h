/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "projection/shinsa-projection.h"

G_BEGIN_DECLS

/* Decides what the room sees, on behalf of a window. It gives the window the actions win.project,
 * win.projection ('', 'interview' or 'deliberation') and win.blank-projection, and their keys.
 *
 * Properties: "service" (ShinsaService), "application" (the one that the window shows) */

#define SHINSA_TYPE_PROJECTOR (shinsa_projector_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaProjector, shinsa_projector, SHINSA, PROJECTOR, GObject)

ShinsaProjector  *shinsa_projector_new            (GtkWindow       *window);
ShinsaProjection *shinsa_projector_get_projection (ShinsaProjector *self);
GdkMonitor       *shinsa_projector_choose_monitor (GListModel      *monitors,
                                                   GdkMonitor      *own);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says in the window that is not projected what the room sees, and offers to change it. It follows
 * the actions of a ShinsaProjector in its window, and is not there where that has none.
 *
 * Properties: "quiet" (whether it is there only while something is projected) */

#define SHINSA_TYPE_PROJECTION_BUTTON (shinsa_projection_button_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaProjectionButton, shinsa_projection_button, SHINSA, PROJECTION_BUTTON,
                      AdwBin)

G_END_DECLS

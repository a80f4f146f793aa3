/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Who is present, and whether they are enough to decide: in short, and in a list where the desk
 * records it.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_ATTENDANCE_BAR (shinsa_attendance_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaAttendanceBar, shinsa_attendance_bar, SHINSA, ATTENDANCE_BAR, AdwBin)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Where one member is and was, and how much of an interview the member heard; to be set by the desk
 * and read by the others.
 *
 * Signals:
 *   chosen (state)   a ShinsaAttendanceState was chosen
 *   heard (amount)   a ShinsaHeard was chosen */

#define SHINSA_TYPE_ATTENDANCE_ROW (shinsa_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaAttendanceRow, shinsa_attendance_row, SHINSA, ATTENDANCE_ROW,
                      GtkListBoxRow)

GtkWidget            *shinsa_attendance_row_new        (const char          *member);
void                  shinsa_attendance_row_show       (ShinsaAttendanceRow *self,
                                                        const ShinsaRound   *round,
                                                        const char          *scope);
const char           *shinsa_attendance_row_get_member (ShinsaAttendanceRow *self);
ShinsaAttendanceState shinsa_attendance_row_find_state (const ShinsaRound   *round,
                                                        const char          *scope,
                                                        const char          *member);

G_END_DECLS

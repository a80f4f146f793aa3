/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What goes on in the interview room: the applicant, the segment and its time, who is present and
 * what is projected. The desk begins, extends and ends segments here, by mouse or by keys of their
 * own, never by Space or Return: nothing that acts on the time takes the focus.
 *
 * Properties: "service" (ShinsaService), "application" (the one that the page is about) */

#define SHINSA_TYPE_TIMER_BAR (shinsa_timer_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaTimerBar, shinsa_timer_bar, SHINSA, TIMER_BAR, AdwBin)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The timetable of the interviews, breaks and changeovers included, or the applications by how much
 * there is to discuss; without a timetable they are in their own order.
 *
 * Properties: "service" (ShinsaService), "application" (the id of the one that is chosen) */

#define SHINSA_TYPE_AGENDA_LIST (shinsa_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaAgendaList, shinsa_agenda_list, SHINSA, AGENDA_LIST, AdwBin)

G_END_DECLS

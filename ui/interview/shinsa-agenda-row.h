/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the agenda: an application, or a break or changeover that cannot be chosen. */

#define SHINSA_TYPE_AGENDA_ROW (shinsa_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaAgendaRow, shinsa_agenda_row, SHINSA, AGENDA_ROW, GtkListBoxRow)

GtkWidget  *shinsa_agenda_row_new             (const char      *date,
                                               const char      *starts,
                                               const char      *application);
void        shinsa_agenda_row_show            (ShinsaAgendaRow *self,
                                               const char      *name,
                                               const char      *detail,
                                               const char      *status,
                                               gboolean         current);
const char *shinsa_agenda_row_get_date        (ShinsaAgendaRow *self);
const char *shinsa_agenda_row_get_application (ShinsaAgendaRow *self);

G_END_DECLS

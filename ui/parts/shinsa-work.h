/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Something that a page asks of the session. What goes wrong is shown under the heading; what
 * takes longer than a moment shows that it is under way and can be cancelled. */

typedef void (*ShinsaWorkDone) (GtkWidget *from,
                                gpointer   data);

void  shinsa_work       (GtkWidget         *from,
                         ShinsaService     *service,
                         const char        *heading,
                         ShinsaSessionFunc  func,
                         gpointer           data,
                         GDestroyNotify     data_free,
                         ShinsaWorkDone     done);
void  shinsa_work_read  (GtkWidget         *from,
                         ShinsaService     *service,
                         const char        *heading,
                         ShinsaSessionFunc  func,
                         gpointer           data,
                         GDestroyNotify     data_free,
                         ShinsaWorkDone     done);
void  shinsa_work_write (GtkWidget         *from,
                         ShinsaService     *service,
                         const char        *heading,
                         const char        *kind,
                         JsonNode          *body,
                         const char        *said);

G_END_DECLS

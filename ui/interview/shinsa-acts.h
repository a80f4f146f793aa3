/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Several acts of one kind, written one after the other in one go. */

void shinsa_acts_write (GtkWidget     *from,
                        ShinsaService *service,
                        const char    *heading,
                        const char    *kind,
                        GPtrArray     *bodies);

G_END_DECLS

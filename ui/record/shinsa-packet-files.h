/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Packets on their way out. Both take the folder. */

void  shinsa_packet_files_issue  (GtkWidget     *from,
                                  ShinsaService *service,
                                  const char    *purpose,
                                  GFile         *folder);
void  shinsa_packet_files_submit (GtkWidget     *from,
                                  ShinsaService *service,
                                  GFile         *folder);

G_END_DECLS

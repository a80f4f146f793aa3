/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Files that are handed over, looked at or kept safe. All take the file. */

void        shinsa_record_files_export        (GtkWidget     *from,
                                               ShinsaService *service,
                                               const char    *profile,
                                               const char    *application,
                                               GFile         *file);
void        shinsa_record_files_verify        (GtkWidget     *from,
                                               ShinsaService *service,
                                               GFile         *file);
void        shinsa_record_files_back_up       (GtkWidget     *from,
                                               ShinsaService *service,
                                               GFile         *file);
const char *shinsa_record_files_profile_label (const char    *profile);

G_END_DECLS

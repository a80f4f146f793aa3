/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Packets come in: chosen, dropped or named on the command line. What each did is said in the
 * end; a round that came with them is shown. */

void shinsa_take_in_choose (GtkWindow     *window,
                            ShinsaService *service);
void shinsa_take_in_files  (GtkWindow     *window,
                            ShinsaService *service,
                            GPtrArray     *files);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shinsa-cell.h"

G_BEGIN_DECLS

/* Draws a cell in the colours and the font of the widget that shows it. Everything is told by
 * form as well: no meaning hangs on colour. */

void shinsa_paint_cell (GtkWidget        *widget,
                        GtkSnapshot      *snapshot,
                        const ShinsaCell *cell,
                        int               width,
                        int               height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The levels of one application, a line for each requirement and a dot for each member, against
 * the threshold: paper hollow, interview filled. Its twin for those who do not see it is the
 * description, and a table beside it. */

#define SHINSA_TYPE_DOT_PLOT (shinsa_dot_plot_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDotPlot, shinsa_dot_plot, SHINSA, DOT_PLOT, GtkWidget)

GtkWidget *shinsa_dot_plot_new      (void);
void       shinsa_dot_plot_set      (ShinsaDotPlot     *self,
                                     const ShinsaRound *round,
                                     const char        *application);
char      *shinsa_dot_plot_describe (ShinsaDotPlot     *self);

G_END_DECLS

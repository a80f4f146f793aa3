/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From where an indicator starts to where it should go, as a bar: what is there, what is to come
 * or to go, and the target as an upright line. */

#define SHINSA_TYPE_INDICATOR_BAR (shinsa_indicator_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaIndicatorBar, shinsa_indicator_bar, SHINSA, INDICATOR_BAR, GtkWidget)

GtkWidget *shinsa_indicator_bar_new  (void);
void       shinsa_indicator_bar_show (ShinsaIndicatorBar *self,
                                      double              from,
                                      double              to,
                                      const char         *words);

G_END_DECLS

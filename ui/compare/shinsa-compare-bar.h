/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "compare/shinsa-compare-views.h"
#include "model/shinsa-row.h"

G_BEGIN_DECLS

/* What stands above the tables of Compare: which view, of which application, which rows of it, and
 * whether members are called by their names. It shows what it is told and tells what is wanted.
 *
 * Signals:
 *   view-chosen (guint ShinsaCompareView)
 *   application-chosen (string)
 *   filtered ()       other rows are wanted
 *   names-toggled ()
 *   order-again ()    what changed since the rows were put in order may move now */

#define SHINSA_TYPE_COMPARE_BAR (shinsa_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaCompareBar, shinsa_compare_bar, SHINSA, COMPARE_BAR, AdwBin)

GtkWidget *shinsa_compare_bar_new             (void);
void       shinsa_compare_bar_set_round       (ShinsaCompareBar  *self,
                                               ShinsaRound       *round);
void       shinsa_compare_bar_set_application (ShinsaCompareBar  *self,
                                               const char        *application);
void       shinsa_compare_bar_set_view        (ShinsaCompareBar  *self,
                                               ShinsaCompareView  view);
void       shinsa_compare_bar_set_n_pins      (ShinsaCompareBar  *self,
                                               guint              n_pins);
void       shinsa_compare_bar_set_names       (ShinsaCompareBar  *self,
                                               gboolean           allowed);
void       shinsa_compare_bar_set_note        (ShinsaCompareBar  *self,
                                               const char        *note);
void       shinsa_compare_bar_set_order       (ShinsaCompareBar  *self,
                                               GDateTime         *since);
void       shinsa_compare_bar_find            (ShinsaCompareBar  *self);
gboolean   shinsa_compare_bar_get_names       (ShinsaCompareBar  *self);
gboolean   shinsa_compare_bar_wants           (ShinsaCompareBar  *self,
                                               ShinsaRow         *row);

G_END_DECLS

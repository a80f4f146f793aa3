/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the rows of a list box by key while it is filled again, so that focus and what is expanded
 * survive whatever arrives:
 *
 *   shinsa_row_keeper_begin (keeper);
 *   for each thing: row = shinsa_row_keeper_find (keeper, key), else shinsa_row_keeper_add ();
 *   shinsa_row_keeper_end (keeper);
 */
typedef struct _ShinsaRowKeeper ShinsaRowKeeper;

ShinsaRowKeeper *shinsa_row_keeper_new   (GtkListBox      *list);
void             shinsa_row_keeper_free  (ShinsaRowKeeper *self);
void             shinsa_row_keeper_begin (ShinsaRowKeeper *self);
GtkWidget       *shinsa_row_keeper_find  (ShinsaRowKeeper *self,
                                          const char      *key);
void             shinsa_row_keeper_add   (ShinsaRowKeeper *self,
                                          const char      *key,
                                          GtkWidget       *row);
void             shinsa_row_keeper_end   (ShinsaRowKeeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRowKeeper, shinsa_row_keeper_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/shinsa-keyed.h"

G_BEGIN_DECLS

/* A list model that is brought up to date in place: an item whose key survives stays the same
 * object at its place, so that focus, selection and a half-composed word stay with it. */

#define SHINSA_TYPE_KEYED_LIST (shinsa_keyed_list_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaKeyedList, shinsa_keyed_list, SHINSA, KEYED_LIST, GObject)

ShinsaKeyedList *shinsa_keyed_list_new    (GType            item_type);
void             shinsa_keyed_list_update (ShinsaKeyedList *self,
                                           GPtrArray       *items);
gpointer         shinsa_keyed_list_find   (ShinsaKeyedList *self,
                                           const char      *key);

G_END_DECLS

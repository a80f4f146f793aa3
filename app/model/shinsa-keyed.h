/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SHINSA_TYPE_KEYED (shinsa_keyed_get_type ())
G_DECLARE_INTERFACE (ShinsaKeyed, shinsa_keyed, SHINSA, KEYED, GObject)

/* An item of a list that stays the same object while what it tells of changes. */
struct _ShinsaKeyedInterface
{
  GTypeInterface parent_iface;

  const char *(*get_key) (ShinsaKeyed *self);
  void        (*adopt)   (ShinsaKeyed *self,
                          ShinsaKeyed *newer);
};

const char *shinsa_keyed_get_key (ShinsaKeyed *self);
void        shinsa_keyed_adopt   (ShinsaKeyed *self,
                                  ShinsaKeyed *newer);

G_END_DECLS

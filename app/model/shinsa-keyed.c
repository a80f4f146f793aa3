/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shinsa-keyed.h"

G_DEFINE_INTERFACE (ShinsaKeyed, shinsa_keyed, G_TYPE_OBJECT)

static void
shinsa_keyed_default_init (ShinsaKeyedInterface *iface)
{
}

/**
 * shinsa_keyed_get_key:
 *
 * Returns: (transfer none): what tells this item from the others of its list; it never changes
 */
const char *
shinsa_keyed_get_key (ShinsaKeyed *self)
{
  g_return_val_if_fail (SHINSA_IS_KEYED (self), NULL);

  return SHINSA_KEYED_GET_IFACE (self)->get_key (self);
}

/**
 * shinsa_keyed_adopt:
 * @newer: an item of the same type and key
 *
 * Takes over what the newer item tells, and notifies only of properties that differ.
 */
void
shinsa_keyed_adopt (ShinsaKeyed *self,
                    ShinsaKeyed *newer)
{
  g_return_if_fail (SHINSA_IS_KEYED (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (newer));

  SHINSA_KEYED_GET_IFACE (self)->adopt (self, newer);
}

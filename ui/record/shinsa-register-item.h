/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-register.h"

G_BEGIN_DECLS

#define SHINSA_TYPE_REGISTER_ITEM (shinsa_register_item_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaRegisterItem, shinsa_register_item, SHINSA, REGISTER_ITEM, GObject)

ShinsaRegisterItem *shinsa_register_item_new (const ShinsaRegisterRow *row,
                                              const ShinsaRound       *round);

G_END_DECLS

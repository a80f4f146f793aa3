/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

#define SHINSA_TYPE_REGISTER_PANE (shinsa_register_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaRegisterPane, shinsa_register_pane, SHINSA, REGISTER_PANE, AdwBin)

void shinsa_register_pane_refresh (ShinsaRegisterPane *self,
                               ShinsaService *service);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

#define SHINSA_TYPE_HAND_OVER_PANE (shinsa_hand_over_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaHandOverPane, shinsa_hand_over_pane, SHINSA, HAND_OVER_PANE, AdwBin)

void shinsa_hand_over_pane_refresh (ShinsaHandOverPane *self,
                               ShinsaService *service);

G_END_DECLS

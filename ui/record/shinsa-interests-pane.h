/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

#define SHINSA_TYPE_INTERESTS_PANE (shinsa_interests_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaInterestsPane, shinsa_interests_pane, SHINSA, INTERESTS_PANE, AdwBin)

void shinsa_interests_pane_refresh (ShinsaInterestsPane *self,
                               ShinsaService *service);

G_END_DECLS

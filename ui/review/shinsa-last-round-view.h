/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What an earlier round found of an application, beside what oneself finds now. */

#define SHINSA_TYPE_LAST_ROUND_VIEW (shinsa_last_round_view_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaLastRoundView, shinsa_last_round_view, SHINSA, LAST_ROUND_VIEW, AdwBin)

void shinsa_last_round_view_show (ShinsaLastRoundView *self,
                                  ShinsaService       *service,
                                  ShinsaRound         *round,
                                  const ShinsaDossier *dossier);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

#define SHINSA_TYPE_LEDGER_PANE (shinsa_ledger_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaLedgerPane, shinsa_ledger_pane, SHINSA, LEDGER_PANE, AdwBin)

void shinsa_ledger_pane_refresh (ShinsaLedgerPane *self,
                               ShinsaService *service);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/shinsa-ledger.h"
#include "shinsa-service.h"

G_BEGIN_DECLS

GtkWidget *shinsa_ledger_row_new  (ShinsaService         *service);
void       shinsa_ledger_row_show (GtkWidget             *row,
                                   const ShinsaRound     *round,
                                   const ShinsaLedgerRow *entry);
GtkWidget *shinsa_late_row_new    (ShinsaService         *service,
                                   const ShinsaRound     *round,
                                   const ShinsaReview    *review);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The indicators of an application: where each starts, where it should go, and the applicant's own
 * words. */

#define SHINSA_TYPE_INDICATOR_TABLE (shinsa_indicator_table_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaIndicatorTable, shinsa_indicator_table, SHINSA, INDICATOR_TABLE, AdwBin)

void shinsa_indicator_table_show (ShinsaIndicatorTable *self,
                                  const ShinsaDossier  *dossier);

G_END_DECLS

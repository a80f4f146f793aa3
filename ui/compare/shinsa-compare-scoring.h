/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/shinsa-score-cells.h"
#include "shinsa-service.h"

G_BEGIN_DECLS

/* Own levels given by a key where they are seen side by side. */

gboolean    shinsa_compare_key_level        (const ShinsaDefinition    *definition,
                                             guint                      key,
                                             GdkModifierType            state,
                                             double                    *level);
gboolean    shinsa_compare_may_change_draft (const ShinsaRound         *round,
                                             const char                *application);
gboolean    shinsa_compare_give_level       (GtkWidget                 *from,
                                             ShinsaService             *service,
                                             const ShinsaCompareSource *source,
                                             const char                *application,
                                             const char                *requirement,
                                             const char                *member,
                                             double                     level);
const char *shinsa_compare_next_requirement (const ShinsaDefinition    *definition,
                                             const char                *requirement);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/shinsa-score-cells.h"

G_BEGIN_DECLS

/* What stands behind a cell, as markup: what members gave as reasons, and where they saw it. */

char *shinsa_compare_member_reasons     (const ShinsaCompareSource *source,
                                         const char                *application,
                                         const char                *member,
                                         const char                *requirement);
char *shinsa_compare_all_reasons        (const ShinsaCompareSource *source,
                                         const char                *application,
                                         const char                *requirement);
char *shinsa_compare_change_reasons     (const ShinsaCompareSource *source,
                                         const char                *application,
                                         const char                *member,
                                         const char                *requirement);
char *shinsa_compare_all_change_reasons (const ShinsaCompareSource *source,
                                         const char                *application,
                                         const char                *requirement);
char *shinsa_compare_earlier_words      (const ShinsaDossier       *dossier,
                                         const char                *requirement);
char *shinsa_compare_requirement_markup (const ShinsaDefinition    *definition,
                                         const char                *requirement);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-column.h"
#include "compare/shinsa-score-cells.h"

G_BEGIN_DECLS

/* The views of Compare: what stands in their rows and columns. */

/* Keys of rows that are no requirement, and what keys of earlier requirements begin with. */
#define SHINSA_COMPARE_GROWTH "#growth"
#define SHINSA_COMPARE_OVERALL "#overall"
#define SHINSA_COMPARE_EARLIER "#earlier/"

/* Keys of the columns of stars and of what the earlier round found. */
#define SHINSA_COMPARE_PIN "#pin"
#define SHINSA_COMPARE_THEN "#then"

ShinsaTable *shinsa_compare_members_table        (const ShinsaCompareSource *source,
                                                  const char                *application);
ShinsaTable *shinsa_compare_phases_table         (const ShinsaCompareSource *source,
                                                  const char                *application);
ShinsaTable *shinsa_compare_last_round_table     (const ShinsaCompareSource *source,
                                                  const char                *application);

/* Of all applications: columns, and the row of each of them. */
ShinsaTable *shinsa_compare_own_table            (const ShinsaDefinition    *definition);
ShinsaTable *shinsa_compare_committee_table      (const ShinsaDefinition    *definition);
ShinsaTable *shinsa_compare_all_phases_table     (const ShinsaDefinition    *definition);
ShinsaTable *shinsa_compare_all_last_round_table (const ShinsaDefinition    *definition);
ShinsaRow   *shinsa_compare_own_row              (const ShinsaCompareSource *source,
                                                  const ShinsaDossier       *dossier);
ShinsaRow   *shinsa_compare_committee_row        (const ShinsaCompareSource *source,
                                                  const ShinsaDossier       *dossier);
ShinsaRow   *shinsa_compare_all_phases_row       (const ShinsaCompareSource *source,
                                                  const ShinsaDossier       *dossier);
ShinsaRow   *shinsa_compare_all_last_round_row   (const ShinsaCompareSource *source,
                                                  const ShinsaDossier       *dossier);

ShinsaCell  *shinsa_compare_overall_cell         (const ShinsaCompareSource *source,
                                                  const char                *application,
                                                  const ShinsaMember        *member,
                                                  const char                *what);

/* What there is to say of an application above its table. */
char        *shinsa_compare_why_hidden           (const ShinsaRound         *round,
                                                  const char                *application);
char        *shinsa_compare_why_no_interview     (const ShinsaRound         *round,
                                                  const char                *application);
char        *shinsa_compare_review_counts        (const ShinsaRound         *round,
                                                  const char                *application);
char        *shinsa_compare_last_round_sentence  (const ShinsaPrevious      *previous);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-column.h"
#include "rules/shinsa-aggregate.h"

G_BEGIN_DECLS

/* What a committee reads at the end of a row, in this order: counts first, then the levels as they
 * lie, then means. */

void        shinsa_compare_add_figure_columns (ShinsaTable            *table);
void        shinsa_compare_take_figures       (ShinsaRow              *row,
                                               const ShinsaDefinition *definition,
                                               const ShinsaAggregate  *aggregate);
void        shinsa_compare_take_no_figures    (ShinsaRow              *row,
                                               const char             *label);
ShinsaCell *shinsa_compare_summary_cell       (const ShinsaDefinition *definition,
                                               const ShinsaAggregate  *aggregate,
                                               const char             *subject);
char       *shinsa_compare_median_text        (const ShinsaDefinition *definition,
                                               const ShinsaAggregate  *aggregate);
char       *shinsa_compare_counts_text        (int                     counted,
                                               int                     eligible,
                                               int                     recused,
                                               int                     missing);
char       *shinsa_compare_counts_sentence    (int                     counted,
                                               int                     eligible,
                                               int                     recused,
                                               int                     missing);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-column.h"
#include "compare/shinsa-score-cells.h"
#include "rules/shinsa-aggregate.h"
#include "rules/shinsa-decision.h"

G_BEGIN_DECLS

/* What several views of Compare have in common: columns, rows and cells that are not of levels. */

/* Widths of columns of medians, and of two medians with an arrow between them. */
#define SHINSA_COMPARE_MEDIAN_CHARS 10
#define SHINSA_COMPARE_MEDIANS_CHARS 14

/* Tags of rows that any of the views may give. */
#define SHINSA_TAG_SPLIT "split"
#define SHINSA_TAG_BELOW "below"
#define SHINSA_TAG_CHANGED "changed"
#define SHINSA_TAG_EARLIER "earlier"
#define SHINSA_TAG_INTERESTS "interests"
#define SHINSA_TAG_SCORED "scored"
#define SHINSA_TAG_UNSCORED "unscored"

GPtrArray   *shinsa_compare_scorers                 (const ShinsaRound         *round);
void         shinsa_compare_add_member_column       (ShinsaTable               *table,
                                                     const ShinsaCompareSource *source,
                                                     const char                *application,
                                                     const ShinsaMember        *member);
void         shinsa_compare_add_requirement_columns (ShinsaTable               *table,
                                                     const ShinsaDefinition    *definition,
                                                     int                        chars);
ShinsaRow   *shinsa_compare_requirement_row         (const ShinsaDefinition    *definition,
                                                     const ShinsaRequirement   *requirement);
ShinsaTable *shinsa_compare_applications_table_new  (void);
ShinsaRow   *shinsa_compare_application_row         (const ShinsaCompareSource *source,
                                                     const ShinsaDossier       *dossier);
void         shinsa_compare_tag_findings            (ShinsaRow                 *row,
                                                     GPtrArray                 *aggregates);
char        *shinsa_compare_area_tag                (const char                *area);
void         shinsa_compare_take_figure             (ShinsaRow                 *row,
                                                     const char                *text,
                                                     const char                *what,
                                                     double                     order);
void         shinsa_compare_take_words              (ShinsaRow                 *row,
                                                     const char                *text,
                                                     const char                *what,
                                                     double                     order);
void         shinsa_compare_take_hidden_cells       (ShinsaRow                 *row,
                                                     const ShinsaRound         *round,
                                                     const char                *application,
                                                     guint                      n_cells);
const char  *shinsa_compare_decision_label          (ShinsaDecisionState        state);

G_END_DECLS

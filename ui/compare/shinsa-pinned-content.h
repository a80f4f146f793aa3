/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/shinsa-score-cells.h"
#include "model/shinsa-row.h"

G_BEGIN_DECLS

/* What the pinned applications show side by side: a row for each requirement, and below them what
 * is said of the whole application. */

/* Where somebody saw something. */
typedef struct {
  char *document;          /* hash */
  int   page;
  char *quote;
  char *text;              /* short */
  char *label;             /* what is read out */
} ShinsaPinnedPlace;

typedef struct {
  GPtrArray *headings;     /* (element-type ShinsaCell), letters */
  GPtrArray *levels;       /* (element-type ShinsaCell), below them */
  char      *figures;      /* one line, or "" */
  char      *markup;       /* reasons, comments or questions, or "" */
  GPtrArray *places;       /* (element-type ShinsaPinnedPlace) */
  char      *label;        /* what is read out */
} ShinsaPinnedContent;

GPtrArray           *shinsa_pinned_rows         (const ShinsaDefinition    *definition);
ShinsaPinnedContent *shinsa_pinned_content_new  (const ShinsaCompareSource *source,
                                                 const char                *application,
                                                 const char                *row);
void                 shinsa_pinned_content_free (ShinsaPinnedContent       *content);
char                *shinsa_pinned_content_text (const ShinsaPinnedContent *content);
char                *shinsa_pinned_state        (const ShinsaRound         *round,
                                                 const char                *application);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPinnedContent, shinsa_pinned_content_free)

G_END_DECLS

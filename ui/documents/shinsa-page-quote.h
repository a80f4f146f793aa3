/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-page-selection.h"

G_BEGIN_DECLS

/* Words of a page that are to be marked, once the text of the page is there. */

typedef struct {
  int     page;       /* 0: no quote */
  char   *words;      /* NULL: none, or looked for already */
  GArray *rects;      /* (element-type ShinsaPdfRect) (nullable): where the words are */
} ShinsaPageQuote;

void     shinsa_page_quote_clear (ShinsaPageQuote     *self);
void     shinsa_page_quote_set   (ShinsaPageQuote     *self,
                                  int                  page,
                                  const char          *words);
gboolean shinsa_page_quote_find  (ShinsaPageQuote     *self,
                                  ShinsaPageSelection *selection);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf-parts.h"

G_BEGIN_DECLS

/* What can be asked of the text of a page. Places count characters, not bytes. */

int      shinsa_page_text_length (const ShinsaPdfText *text);
int      shinsa_page_text_hit    (const ShinsaPdfText *text,
                                  double               x,
                                  double               y,
                                  gboolean            *inside);
void     shinsa_page_text_word   (const ShinsaPdfText *text,
                                  int                  at,
                                  int                 *first,
                                  int                 *length);
void     shinsa_page_text_line   (const ShinsaPdfText *text,
                                  int                  at,
                                  int                 *first,
                                  int                 *length);
gboolean shinsa_page_text_find   (const ShinsaPdfText *text,
                                  const char          *quote,
                                  int                 *first,
                                  int                 *length);
char    *shinsa_page_text_copy   (const ShinsaPdfText *text,
                                  int                  first,
                                  int                  length);
char    *shinsa_page_text_quote  (const char          *copy);

G_END_DECLS

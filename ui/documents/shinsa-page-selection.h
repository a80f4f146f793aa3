/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-pdf.h"

G_BEGIN_DECLS

/* The text of the pages that are looked at, and what of it is selected. A selection goes from one
 * character to another and may go over pages.
 *
 * Signals: changed ()      something else is selected
 *          text (page)     the text of a page has come */

#define SHINSA_TYPE_PAGE_SELECTION (shinsa_page_selection_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPageSelection, shinsa_page_selection, SHINSA, PAGE_SELECTION, GObject)

ShinsaPageSelection *shinsa_page_selection_new       (ShinsaPdf           *pdf);
void                 shinsa_page_selection_look_at   (ShinsaPageSelection *self,
                                                      int                  first,
                                                      int                  last);
const ShinsaPdfText *shinsa_page_selection_get_text  (ShinsaPageSelection *self,
                                                      int                  page);
void                 shinsa_page_selection_select    (ShinsaPageSelection *self,
                                                      int                  page,
                                                      int                  first,
                                                      int                  length);
void                 shinsa_page_selection_extend    (ShinsaPageSelection *self,
                                                      int                  page,
                                                      int                  at);
gboolean             shinsa_page_selection_get_range (ShinsaPageSelection *self,
                                                      int                  page,
                                                      int                 *first,
                                                      int                 *length);
int                  shinsa_page_selection_get_page  (ShinsaPageSelection *self);
char                *shinsa_page_selection_dup       (ShinsaPageSelection *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "documents/shinsa-page-view.h"

G_BEGIN_DECLS

/* Where words are looked for in the document that a page view shows. Hidden until it is opened.
 *
 * Properties: "view" (ShinsaPageView), to be set once */

#define SHINSA_TYPE_FIND_BAR (shinsa_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaFindBar, shinsa_find_bar, SHINSA, FIND_BAR, AdwBin)

void shinsa_find_bar_set_pdf (ShinsaFindBar *self,
                              ShinsaPdf     *pdf);
void shinsa_find_bar_open    (ShinsaFindBar *self);
void shinsa_find_bar_close   (ShinsaFindBar *self);
void shinsa_find_bar_step    (ShinsaFindBar *self,
                              int            step);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/shinsa-page-view.h"

G_BEGIN_DECLS

/* What pointer, wheel, touchpad and keys do in a page view. */

void shinsa_page_input_install_keys (GtkWidgetClass *widget_class);
void shinsa_page_input_attach       (ShinsaPageView *view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one place for what differs between versions of GTK. */

void shinsa_compat_init    (void);
void shinsa_compat_heading (AdwMessageDialog *dialog);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows its child as large as there is room, type and all, as a slide is shown. */

#define SHINSA_TYPE_FIT_BIN (shinsa_fit_bin_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaFitBin, shinsa_fit_bin, SHINSA, FIT_BIN, AdwBin)

G_END_DECLS

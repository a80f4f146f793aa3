/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What became clear in an interview: the desk closes the interview with it, everybody reads it
 * afterwards. It is not there before the interview is over.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_CLOSING_BOX (shinsa_closing_box_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaClosingBox, shinsa_closing_box, SHINSA, CLOSING_BOX, AdwBin)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Asks once who the computer belongs to, and for the confirmation of confidentiality.
 *
 * Property: "service" (ShinsaService) */

#define SHINSA_TYPE_IDENTITY_PANE (shinsa_identity_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaIdentityPane, shinsa_identity_pane, SHINSA, IDENTITY_PANE, AdwBin)

G_END_DECLS

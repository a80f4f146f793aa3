/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What a member declares about one application before anything of it is shown: who takes part,
 * what was found by comparing names, and the choice.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none)
 * Signals: declared ()   it is in the register of this computer */

#define SHINSA_TYPE_DECLARATION_PANE (shinsa_declaration_pane_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDeclarationPane, shinsa_declaration_pane, SHINSA, DECLARATION_PANE,
                      AdwBin)

G_END_DECLS

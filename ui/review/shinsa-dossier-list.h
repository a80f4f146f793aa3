/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The applications of the round, each with how far the own review is.
 *
 * Properties: "service" (ShinsaService), "application" (the id of the one that is chosen) */

#define SHINSA_TYPE_DOSSIER_LIST (shinsa_dossier_list_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDossierList, shinsa_dossier_list, SHINSA, DOSSIER_LIST, AdwBin)

G_END_DECLS

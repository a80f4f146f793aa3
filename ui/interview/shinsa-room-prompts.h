/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* What is to be done in the room now: who takes no part has to leave and may come back, and that
 * the page is about another interview than the one that goes on. It is not there where there is
 * nothing to say.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_ROOM_PROMPTS (shinsa_room_prompts_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaRoomPrompts, shinsa_room_prompts, SHINSA, ROOM_PROMPTS, AdwBin)

G_END_DECLS

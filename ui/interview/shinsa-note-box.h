/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The own notes of an application, and the line where the next is written.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none) */

#define SHINSA_TYPE_NOTE_BOX (shinsa_note_box_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaNoteBox, shinsa_note_box, SHINSA, NOTE_BOX, AdwBin)

G_END_DECLS

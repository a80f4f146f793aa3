/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Chooses one of the own notes about an application, whose words are to be copied. A note travels
 * nowhere by itself: its words are shown, and taken over once the person says so.
 *
 * Properties: "service" (ShinsaService), "application" (id, or NULL for none)
 * Signals:
 *   picked (words)   these words were seen and may be copied */

#define SHINSA_TYPE_NOTE_PICKER (shinsa_note_picker_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaNotePicker, shinsa_note_picker, SHINSA, NOTE_PICKER, AdwBin)

G_END_DECLS

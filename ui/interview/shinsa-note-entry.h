/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* Where one line is written, a note: its time is that of the first keystroke, its mark becomes a
 * chip as soon as it is typed.
 *
 * Signals:
 *   begun (note)     a private ShinsaNote without an application, while a new one is written; one
 *                    that is changed, as far as it is, or as it was where that is given up
 *   entered (note)   a ShinsaNote without an application, when Return was pressed, or the focus
 *                    leaves a note that is changed
 *   cancelled ()     Escape was pressed while a note was changed */

#define SHINSA_TYPE_NOTE_ENTRY (shinsa_note_entry_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaNoteEntry, shinsa_note_entry, SHINSA, NOTE_ENTRY, AdwBin)

GtkWidget *shinsa_note_entry_new      (void);
void       shinsa_note_entry_set_desk (ShinsaNoteEntry  *self,
                                       gboolean          is_desk);
void       shinsa_note_entry_change   (ShinsaNoteEntry  *self,
                                       const ShinsaNote *note);
void       shinsa_note_entry_enter    (ShinsaNoteEntry  *self);
void       shinsa_note_entry_clear    (ShinsaNoteEntry  *self);

G_END_DECLS

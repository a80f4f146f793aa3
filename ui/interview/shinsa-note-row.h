/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* A note as it was taken, or while it is changed.
 *
 * Signals:
 *   begun (note)     as of a ShinsaNoteEntry
 *   changed (note)   a ShinsaNote with other words or another mark; see
 *                    shinsa_note_row_stop_changing()
 *   deleted ()       the note is to go
 *   retried ()       what could not be saved is to be tried again */

#define SHINSA_TYPE_NOTE_ROW (shinsa_note_row_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaNoteRow, shinsa_note_row, SHINSA, NOTE_ROW, GtkListBoxRow)

GtkWidget        *shinsa_note_row_new           (void);
void              shinsa_note_row_show          (ShinsaNoteRow    *self,
                                                 const ShinsaNote *note,
                                                 gboolean          is_desk);
void              shinsa_note_row_show_unsaved  (ShinsaNoteRow    *self,
                                                 const char       *why);
void              shinsa_note_row_stop_changing (ShinsaNoteRow    *self);
const ShinsaNote *shinsa_note_row_get_note      (ShinsaNoteRow    *self);

G_END_DECLS

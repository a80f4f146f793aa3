/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The own notes, looked up and written off the main loop. */

/* A note while it is being written: saved time and again, and one note all the while. */
typedef struct _ShinsaNoteLine ShinsaNoteLine;

typedef enum {
  SHINSA_NOTES_CHANGE,
  SHINSA_NOTES_DELETE,
} ShinsaNotesAct;

ShinsaNoteLine *shinsa_note_line_new          (void);
ShinsaNoteLine *shinsa_note_line_ref          (ShinsaNoteLine       *self);
void            shinsa_note_line_unref        (ShinsaNoteLine       *self);
gint64          shinsa_note_line_get_id       (ShinsaNoteLine       *self);

void            shinsa_notes_list_async       (ShinsaService        *service,
                                               const char           *application,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray      *shinsa_notes_list_finish      (ShinsaService        *service,
                                               GAsyncResult         *result,
                                               GError              **error);
void            shinsa_notes_write_line_async (ShinsaService        *service,
                                               ShinsaNoteLine       *line,
                                               const ShinsaNote     *note,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void            shinsa_notes_write_async      (ShinsaService        *service,
                                               ShinsaNotesAct        act,
                                               const ShinsaNote     *note,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        shinsa_notes_write_finish     (ShinsaService        *service,
                                               GAsyncResult         *result,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaNoteLine, shinsa_note_line_unref)

G_END_DECLS

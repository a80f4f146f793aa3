/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The own notes, looked up and written off the main loop. */

typedef enum {
  SHINSA_NOTES_ADD,
  SHINSA_NOTES_CHANGE,
  SHINSA_NOTES_DELETE,
} ShinsaNotesAct;

void       shinsa_notes_list_async   (ShinsaService        *service,
                                      const char           *application,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray *shinsa_notes_list_finish  (ShinsaService        *service,
                                      GAsyncResult         *result,
                                      GError              **error);
void       shinsa_notes_write_async  (ShinsaService        *service,
                                      ShinsaNotesAct        act,
                                      const ShinsaNote     *note,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   shinsa_notes_write_finish (ShinsaService        *service,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS

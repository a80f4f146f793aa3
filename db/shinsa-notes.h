/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *member;
  char *application;
  char *at;
  char *mark;
  gint64 private;
  char *text;
} ShinsaNoteRow;

SHINSA_DECLARE_ROW (Note, note)

gboolean   shinsa_note_insert (ShinsaStore          *store,
                               const char           *round,
                               const ShinsaNoteRow  *row,
                               gint64               *id,
                               GError              **error);
gboolean   shinsa_note_update (ShinsaStore          *store,
                               const ShinsaNoteRow  *row,
                               GError              **error);
gboolean   shinsa_note_delete (ShinsaStore          *store,
                               gint64                id,
                               GError              **error);
GPtrArray *shinsa_note_list   (ShinsaStore          *store,
                               const char           *round,
                               const char           *member,
                               const char           *application,
                               GError              **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store.h"

G_BEGIN_DECLS

/* “SHNS”: what tells our files from other programs' databases. */
#define SHINSA_APPLICATION_ID 0x53484e53

gboolean shinsa_store_file_check        (const char   *path,
                                         GError      **error);
gboolean shinsa_store_file_create       (const char   *path,
                                         GError      **error);
gboolean shinsa_store_file_inspect      (const char   *path,
                                         gboolean      may_be_empty,
                                         GError      **error);
gboolean shinsa_store_file_judge        (const char   *path,
                                         gint64        application_id,
                                         gint64        version,
                                         GError      **error);
void     shinsa_store_file_make_private (const char   *path);
void     shinsa_store_file_set_error    (GError      **error,
                                         const char   *path,
                                         int           saved_errno);

G_END_DECLS

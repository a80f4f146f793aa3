/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is there whole or not at all: written beside, brought to the disk, renamed. */

typedef struct _ShinsaSafeFile ShinsaSafeFile;

ShinsaSafeFile *shinsa_safe_file_begin      (GFile           *file,
                                             GCancellable    *cancellable,
                                             GError         **error);
void            shinsa_safe_file_free       (ShinsaSafeFile  *self);
GOutputStream  *shinsa_safe_file_get_stream (ShinsaSafeFile  *self);
gboolean        shinsa_safe_file_commit     (ShinsaSafeFile  *self,
                                             GCancellable    *cancellable,
                                             GError         **error);
gboolean        shinsa_safe_file_refuse     (GFile           *file,
                                             const GError    *cause,
                                             GError         **error);

gboolean        shinsa_safe_file_check      (GFile           *file,
                                             GCancellable    *cancellable,
                                             GError         **error);
gboolean        shinsa_safe_file_write      (GFile           *file,
                                             GBytes          *bytes,
                                             GCancellable    *cancellable,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaSafeFile, shinsa_safe_file_free)

G_END_DECLS

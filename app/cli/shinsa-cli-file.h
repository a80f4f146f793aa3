/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "shinsa-cli.h"

G_BEGIN_DECLS

/* Files as they are named on the command line, where "-" stands for a standard stream. What reads
 * and writes files wants real ones, so a stream goes through a file that nobody else sees. */

typedef struct _ShinsaCliFile ShinsaCliFile;

ShinsaCliFile *shinsa_cli_file_open_input  (const char     *name,
                                            GError        **error);
ShinsaCliFile *shinsa_cli_file_open_output (ShinsaCli      *cli,
                                            const char     *name,
                                            GError        **error);
GFile         *shinsa_cli_file_get         (ShinsaCliFile  *self);
gboolean       shinsa_cli_file_is_stream   (ShinsaCliFile  *self);
gboolean       shinsa_cli_file_finish      (ShinsaCliFile  *self,
                                            GError        **error);
gboolean       shinsa_cli_file_put         (ShinsaCliFile  *self,
                                            ShinsaCli      *cli);
void           shinsa_cli_file_free        (ShinsaCliFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaCliFile, shinsa_cli_file_free)

G_END_DECLS

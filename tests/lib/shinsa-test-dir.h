/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ShinsaTestDir ShinsaTestDir;

ShinsaTestDir *shinsa_test_dir_new  (void);
void           shinsa_test_dir_free (ShinsaTestDir *self);
const char    *shinsa_test_dir_path (ShinsaTestDir *self);
char          *shinsa_test_dir_file (ShinsaTestDir *self,
                                     const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaTestDir, shinsa_test_dir_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "shinsa-cli.h"

G_BEGIN_DECLS

/* Packets as they are taken in, one after the other: what is wrong with one does not keep the next
 * from being read. */

typedef struct _ShinsaCliIntake ShinsaCliIntake;

ShinsaCliIntake *shinsa_cli_intake_new    (ShinsaCli        *cli,
                                           GError          **error);
void             shinsa_cli_intake_free   (ShinsaCliIntake  *self);
void             shinsa_cli_intake_read   (ShinsaCliIntake  *self,
                                           GFile            *file);
gboolean         shinsa_cli_intake_scan   (ShinsaCliIntake  *self,
                                           GFile            *folder,
                                           GError          **error);
gboolean         shinsa_cli_intake_watch  (ShinsaCliIntake  *self,
                                           GFile            *folder,
                                           GError          **error);
gboolean         shinsa_cli_intake_finish (ShinsaCliIntake  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaCliIntake, shinsa_cli_intake_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-cli.h"

G_BEGIN_DECLS

gboolean shinsa_cli_decision_show (ShinsaCli  *cli,
                                   GError    **error);

G_END_DECLS

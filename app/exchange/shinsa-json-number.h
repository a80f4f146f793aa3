/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void shinsa_json_append_double (GString *text,
                                double   value);

G_END_DECLS

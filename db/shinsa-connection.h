/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store-private.h"

G_BEGIN_DECLS

gboolean shinsa_connection_open  (ShinsaStore      *store,
                                  ShinsaStoreMode   mode,
                                  GError          **error);
void     shinsa_connection_close (ShinsaStore      *store);

G_END_DECLS

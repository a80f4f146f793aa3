/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store.h"

G_BEGIN_DECLS

gboolean shinsa_body_insert (ShinsaStore  *store,
                             const char   *hash,
                             GBytes       *bytes,
                             GError      **error);
gboolean shinsa_body_lookup (ShinsaStore  *store,
                             const char   *hash,
                             GBytes      **bytes,
                             char        **purged,
                             GError      **error);
gboolean shinsa_body_purge  (ShinsaStore  *store,
                             const char   *hash,
                             const char   *reason,
                             GError      **error);

G_END_DECLS

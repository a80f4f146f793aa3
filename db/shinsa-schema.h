/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store-private.h"

G_BEGIN_DECLS

/* Where the numbered steps are in the resources: NNN-name.sql brings a store to version NNN. */
#define SHINSA_SCHEMA_FOLDER "/jp/shinsa/db/schema"

gint64   shinsa_schema_version         (const char   *folder);
gboolean shinsa_schema_migrate         (ShinsaStore  *store,
                                        const char   *folder,
                                        GError      **error);
gboolean shinsa_schema_remake_official (ShinsaStore  *store,
                                        GError      **error);
gboolean shinsa_schema_demand_current  (ShinsaStore  *store,
                                        GError      **error);
gboolean shinsa_schema_check_quickly   (ShinsaStore  *store,
                                        GError      **error);
gboolean shinsa_schema_check_fully     (ShinsaStore  *store,
                                        GError      **error);

G_END_DECLS

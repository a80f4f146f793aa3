/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "shinsa-store.h"

G_BEGIN_DECLS

/* What an entry says, from where the store keeps it. */

gboolean shinsa_picture_read_body (ShinsaStore  *store,
                                   const char   *hash,
                                   JsonNode    **body,
                                   GError      **error);

G_END_DECLS

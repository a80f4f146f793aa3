/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/shinsa-identity.h"
#include "shinsa-journal.h"

G_BEGIN_DECLS

/* One signed statement: a header that is hashed, and a body that the header names by its hash. */

#define SHINSA_ENTRY_CONTEXT "shinsa/entry/1\n"
#define SHINSA_HEAD_CONTEXT  "shinsa/head/1\n"

ShinsaEntryRow *shinsa_entry_new       (const char      *round,
                                        const char      *feed,
                                        gint64           seq,
                                        const char      *prev,
                                        const char      *kind,
                                        int              v,
                                        const char      *at,
                                        const char      *seen,
                                        const char      *body);
ShinsaEntryRow *shinsa_entry_read      (JsonObject      *header,
                                        const char      *path,
                                        GError         **error);
GBytes         *shinsa_entry_seal_body (JsonNode        *body,
                                        char           **hash);
ShinsaHeadRow  *shinsa_head_sign       (ShinsaIdentity  *identity,
                                        const char      *round,
                                        gint64           seq,
                                        const char      *hash);
gboolean        shinsa_head_verify     (const ShinsaHeadRow *head,
                                        const char      *round,
                                        GError         **error);

G_END_DECLS

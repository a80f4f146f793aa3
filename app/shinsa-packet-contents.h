/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "exchange/shinsa-packet-writer.h"
#include "rules/shinsa-round.h"
#include "shinsa-store.h"

G_BEGIN_DECLS

/* Who holds what: the entries, bodies and documents that go into one packet. */

const char *
         shinsa_packet_restricted_to   (const char          *kind,
                                        JsonObject          *body);
GStrv    shinsa_packet_applications    (const ShinsaRound   *round,
                                        const char          *purpose,
                                        const char          *member);
gboolean shinsa_packet_fill_issue      (ShinsaPacketWriter  *writer,
                                        ShinsaStore         *store,
                                        const ShinsaRound   *round,
                                        const char          *purpose,
                                        const char          *member,
                                        GError             **error);
gboolean shinsa_packet_fill_submission (ShinsaPacketWriter  *writer,
                                        ShinsaStore         *store,
                                        const char          *round,
                                        const char          *feed,
                                        const char          *member,
                                        GError             **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-packet-staging.h"
#include "exchange/shinsa-packet.h"
#include "shinsa-store.h"

G_BEGIN_DECLS

gboolean shinsa_packet_merge (ShinsaStore             *store,
                              ShinsaPacketStaging     *staging,
                              const ShinsaPacketInfo  *info,
                              ShinsaPacketReport      *report,
                              GError                 **error);

G_END_DECLS

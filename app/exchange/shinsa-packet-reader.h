/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-packet-staging.h"
#include "exchange/shinsa-packet.h"

G_BEGIN_DECLS

ShinsaPacketInfo *shinsa_packet_show  (GFile                     *file,
                                       GCancellable              *cancellable,
                                       GError                   **error);
ShinsaPacketInfo *shinsa_packet_check (GFile                     *file,
                                       const ShinsaPacketLimits  *limits,
                                       ShinsaPacketStaging       *staging,
                                       GCancellable              *cancellable,
                                       GError                   **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-packet.h"

G_BEGIN_DECLS

/* The bytes of a packet as lines: its first line in clear, the rest unpacked, nothing believed. */

typedef struct _ShinsaPacketLines ShinsaPacketLines;

ShinsaPacketLines *shinsa_packet_lines_open   (GFile                     *file,
                                               const ShinsaPacketLimits  *limits,
                                               GCancellable              *cancellable,
                                               GError                   **error);
void               shinsa_packet_lines_free   (ShinsaPacketLines         *self);
const char        *shinsa_packet_lines_name   (ShinsaPacketLines         *self);
guint              shinsa_packet_lines_number (ShinsaPacketLines         *self);
char              *shinsa_packet_lines_digest (ShinsaPacketLines         *self);
gboolean           shinsa_packet_lines_next   (ShinsaPacketLines         *self,
                                               const char               **line,
                                               gsize                     *length,
                                               GCancellable              *cancellable,
                                               GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPacketLines, shinsa_packet_lines_free)

G_END_DECLS

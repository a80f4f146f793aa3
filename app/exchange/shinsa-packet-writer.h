/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-identity.h"
#include "exchange/shinsa-packet.h"
#include "shinsa-journal.h"

G_BEGIN_DECLS

/* Writes a packet line by line, in the order in which they are read: feeds with their entries,
 * bodies, heads, documents with their chunks. */

typedef struct _ShinsaPacketWriter ShinsaPacketWriter;

ShinsaPacketWriter *shinsa_packet_writer_new      (GFile                *file,
                                                   const char           *round,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
void                shinsa_packet_writer_free     (ShinsaPacketWriter   *self);
gboolean            shinsa_packet_writer_feed     (ShinsaPacketWriter   *self,
                                                   const char           *feed,
                                                   const char           *member,
                                                   GError              **error);
gboolean            shinsa_packet_writer_entry    (ShinsaPacketWriter   *self,
                                                   GBytes               *header,
                                                   GError              **error);
gboolean            shinsa_packet_writer_body     (ShinsaPacketWriter   *self,
                                                   const char           *hash,
                                                   GBytes               *bytes,
                                                   GError              **error);
gboolean            shinsa_packet_writer_head     (ShinsaPacketWriter   *self,
                                                   const ShinsaHeadRow  *head,
                                                   GError              **error);
gboolean            shinsa_packet_writer_document (ShinsaPacketWriter   *self,
                                                   const char           *hash,
                                                   gint64                size,
                                                   GError              **error);
gboolean            shinsa_packet_writer_append   (ShinsaPacketWriter   *self,
                                                   GBytes               *bytes,
                                                   GError              **error);
gboolean            shinsa_packet_writer_finish   (ShinsaPacketWriter   *self,
                                                   const char           *purpose,
                                                   const char           *recipient,
                                                   ShinsaIdentity       *sender,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPacketWriter, shinsa_packet_writer_free)

G_END_DECLS

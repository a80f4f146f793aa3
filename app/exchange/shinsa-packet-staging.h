/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-packet.h"

G_BEGIN_DECLS

/* Where the lines of a packet wait until all of them were checked: a file of no name, beside the
 * store, that is gone when it is freed. */

typedef struct _ShinsaPacketStaging ShinsaPacketStaging;

ShinsaPacketStaging *shinsa_packet_staging_new    (const char                *folder,
                                                   const ShinsaPacketLimits  *limits,
                                                   GError                   **error);
void                 shinsa_packet_staging_free   (ShinsaPacketStaging       *self);
gboolean             shinsa_packet_staging_append (ShinsaPacketStaging       *self,
                                                   const char                *line,
                                                   gsize                      length,
                                                   GError                   **error);
gboolean             shinsa_packet_staging_rewind (ShinsaPacketStaging       *self,
                                                   GError                   **error);
gboolean             shinsa_packet_staging_next   (ShinsaPacketStaging       *self,
                                                   char                     **line,
                                                   gsize                     *length,
                                                   GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPacketStaging, shinsa_packet_staging_free)

G_END_DECLS

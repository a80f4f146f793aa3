/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-packet.h"
#include "shinsa-session.h"

G_BEGIN_DECLS

/* Packets as the session writes them and takes them in. */

/* What became of one of many packets: a report, or the reason why it was refused. */
typedef struct {
  GFile              *file;
  ShinsaPacketReport *report;
  GError             *error;
} ShinsaPacketResult;

char      *shinsa_session_packet_name      (ShinsaSession       *self,
                                            const char          *purpose,
                                            const char          *member,
                                            GError             **error);
gboolean   shinsa_session_issue            (ShinsaSession       *self,
                                            const char          *purpose,
                                            const char          *member,
                                            GFile               *directory,
                                            GPtrArray          **files,
                                            GCancellable        *cancellable,
                                            GError             **error);
gboolean   shinsa_session_write_submission (ShinsaSession       *self,
                                            GFile               *file,
                                            GCancellable        *cancellable,
                                            GError             **error);

gboolean   shinsa_session_read_packet      (ShinsaSession       *self,
                                            GFile               *file,
                                            ShinsaPacketReport **report,
                                            GCancellable        *cancellable,
                                            GError             **error);
GPtrArray *shinsa_session_read_packets     (ShinsaSession       *self,
                                            GPtrArray           *files,
                                            GCancellable        *cancellable);
GPtrArray *shinsa_packets_in_folder        (GFile               *folder,
                                            GCancellable        *cancellable,
                                            GError             **error);
void       shinsa_packet_result_free       (ShinsaPacketResult  *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPacketResult, shinsa_packet_result_free)

G_END_DECLS

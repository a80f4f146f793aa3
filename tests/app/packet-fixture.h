/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/shinsa-identity.h"
#include "shinsa-packets.h"
#include "shinsa-test-dir.h"

G_BEGIN_DECLS

/* A desk with a round of five applications, and other computers that get its packets. The first
 * application has two documents, one of them of more than one chunk. */
typedef struct {
  ShinsaTestDir *dir;
  GFile         *folder;     /* of the packets */
  ShinsaSession *desk;
  const char    *root;
} PacketFixture;

PacketFixture      *packet_fixture_new      (void);
void                packet_fixture_free     (PacketFixture  *self);
ShinsaSession      *packet_fixture_open     (PacketFixture  *self,
                                             const char     *computer);
ShinsaIdentity     *packet_fixture_key      (ShinsaSession  *session,
                                             const char     *feed);
ShinsaSession      *packet_fixture_member   (PacketFixture  *self,
                                             const char     *member);
GFile              *packet_fixture_issue    (PacketFixture  *self,
                                             const char     *purpose,
                                             const char     *member);
GFile              *packet_fixture_submit   (PacketFixture  *self,
                                             ShinsaSession  *session);
ShinsaPacketReport *packet_fixture_read     (ShinsaSession  *session,
                                             GFile          *file);
void                packet_fixture_state    (ShinsaSession  *session,
                                             const char     *kind,
                                             JsonNode       *body);
ShinsaRound        *packet_fixture_load     (ShinsaSession  *session);
void                packet_fixture_accept   (PacketFixture  *self,
                                             ShinsaSession  *session);
void                packet_fixture_declare  (ShinsaSession  *session,
                                             const char     *interest);
void                packet_fixture_phase    (PacketFixture  *self,
                                             gboolean        open);
ShinsaPacketReport *packet_fixture_deliver  (PacketFixture  *self,
                                             ShinsaSession  *session);
ShinsaPacketReport *packet_fixture_bring    (PacketFixture  *self,
                                             const char     *purpose,
                                             ShinsaSession  *session);
ShinsaSession      *packet_fixture_declared (PacketFixture  *self,
                                             const char     *member,
                                             const char     *interest);
char               *packet_fixture_dump     (ShinsaSession  *session,
                                             const char     *round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PacketFixture, packet_fixture_free)

G_END_DECLS

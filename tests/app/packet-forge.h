/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "exchange/shinsa-identity.h"

G_BEGIN_DECLS

/* A packet taken apart into its lines, to be put together again with something wrong in it. */

typedef struct _PacketForge PacketForge;

PacketForge *packet_forge_new     (GFile           *file);
void         packet_forge_free    (PacketForge     *self);
guint        packet_forge_find    (PacketForge     *self,
                                   const char      *kind,
                                   guint            nth);
JsonNode    *packet_forge_get     (PacketForge     *self,
                                   guint            line);
void         packet_forge_set     (PacketForge     *self,
                                   guint            line,
                                   JsonNode        *node);
void         packet_forge_text    (PacketForge     *self,
                                   guint            line,
                                   const char      *text);
void         packet_forge_insert  (PacketForge     *self,
                                   guint            line,
                                   const char      *text);
void         packet_forge_remove  (PacketForge     *self,
                                   guint            line);
void         packet_forge_member  (PacketForge     *self,
                                   guint            line,
                                   const char      *path,
                                   const char      *json);
void         packet_forge_seal    (PacketForge     *self,
                                   ShinsaIdentity  *key);
const char  *packet_forge_line    (PacketForge     *self,
                                   guint            line);
GBytes      *packet_forge_pack    (PacketForge     *self);

GBytes      *packet_forge_gzip    (const char      *bytes,
                                   gsize            length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PacketForge, packet_forge_free)

G_END_DECLS

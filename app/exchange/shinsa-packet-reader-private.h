/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "exchange/shinsa-packet-lines.h"
#include "exchange/shinsa-packet.h"
#include "shinsa-error.h"

G_BEGIN_DECLS

/* What the files that check the lines of a packet share, and nobody else sees. The sentences they
 * refuse with say what is wrong with a line; which line of which file is said around them. */

/* The parts of a packet, in their order. */
typedef enum {
  SHINSA_PACKET_FEEDS,
  SHINSA_PACKET_BODIES,
  SHINSA_PACKET_HEADS,
  SHINSA_PACKET_DOCUMENTS,
  SHINSA_PACKET_END,
} ShinsaPacketPart;

typedef struct {
  char    *feed;
  char    *member;
  char    *hash;      /* of its last entry; NULL before the first */
  gint64   seq;       /* of its last entry */
  gboolean has_head;
} ShinsaPacketFeed;

/* An entry whose body has not come yet. */
typedef struct {
  const ShinsaPacketFeed *feed;
  const char             *kind;   /* one of those that are looked into, else "" */
} ShinsaPacketAwaited;

typedef struct {
  ShinsaPacketLines        *lines;
  const ShinsaPacketLimits *limits;
  ShinsaPacketInfo         *info;
  ShinsaPacketPart          part;
  gboolean                  ended;

  const char               *line;      /* the current one */
  gsize                     length;
  JsonObject               *object;

  GHashTable               *feeds;     /* feed to ShinsaPacketFeed */
  ShinsaPacketFeed         *feed;      /* whose entries are being read */
  GHashTable               *bodies;    /* hash to ShinsaPacketAwaited */
  GHashTable               *known;     /* feeds that the register speaks of */
  GHashTable               *files;     /* documents that the register speaks of */

  char                     *document;  /* being read, or NULL */
  GChecksum                *checksum;
  gint64                    left;      /* bytes of it that are still to come */
  gint64                    chunks;    /* that are still to come */
  gint64                    position;  /* of the next one */
} ShinsaPacketReader;

typedef gboolean (*ShinsaPacketCheck) (ShinsaPacketReader  *self,
                                       GError             **error);

gboolean shinsa_packet_refuse          (GError             **error,
                                        ShinsaError          code,
                                        const char          *sentence);
gboolean shinsa_packet_read_hex        (ShinsaPacketReader  *self,
                                        const char          *member,
                                        gsize                n_bytes,
                                        const char         **value,
                                        GError             **error);
gboolean shinsa_packet_read_hash       (ShinsaPacketReader  *self,
                                        const char          *member,
                                        const char         **value,
                                        GError             **error);
gboolean shinsa_packet_read_count      (JsonObject          *object,
                                        const char          *path,
                                        const char          *member,
                                        gint64              *value,
                                        GError             **error);
gboolean shinsa_packet_read_round      (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_is_id           (const char          *text);
gboolean shinsa_packet_is_submission   (ShinsaPacketReader  *self);

gboolean shinsa_packet_check_feed      (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_check_entry     (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_check_body      (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_check_head      (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_check_document  (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_check_chunk     (ShinsaPacketReader  *self,
                                        GError             **error);
gboolean shinsa_packet_check_end       (ShinsaPacketReader  *self,
                                        GError             **error);

G_END_DECLS

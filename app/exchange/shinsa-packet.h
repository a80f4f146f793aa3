/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What travels between computers: one format for the round, for news and for submissions. */

#define SHINSA_PACKET_SUFFIX     ".shinsa"
#define SHINSA_PACKET_FORMAT     1
#define SHINSA_PACKET_MAGIC      "shinsa-packet"
#define SHINSA_PACKET_FIRST_LINE "{\"format\":1,\"keys\":[],\"magic\":\"shinsa-packet\"}\n"
#define SHINSA_PACKET_CONTEXT    "shinsa/packet/1\n"

/* The most of a document that one line carries, so that the line stays below 1 MiB. */
#define SHINSA_PACKET_CHUNK_MAX  786432

/* What the desk issues, and what it gets. */
#define SHINSA_PURPOSE_INTERESTS  "interests"
#define SHINSA_PURPOSE_DOCUMENTS  "documents"
#define SHINSA_PURPOSE_NEWS       "news"
#define SHINSA_PURPOSE_SUBMISSION "submission"

/* Who gets a submission; every other recipient is a member's id. */
#define SHINSA_RECIPIENT_DESK "desk"

/* Ceilings that hold before anything is believed. */
typedef struct {
  gsize  line;      /* bytes of one line with its end */
  gint64 inflated;  /* bytes of all lines together */
  gint64 entries;   /* of one feed */
  gint64 spare;     /* bytes that have to stay free on the disk */
} ShinsaPacketLimits;

/* What a packet says about itself, once everything in it was checked. */
typedef struct {
  char      *purpose;
  char      *round;          /* root key, hex */
  char      *round_id;       /* as in the definition; NULL in a submission, as the title is */
  ShinsaText round_title;
  char      *sender;         /* feed, hex */
  char      *sender_member;  /* "" for the desk */
  GStrv      recipients;
  gint64     feeds;
  gint64     entries;
  gint64     bodies;
  gint64     documents;
  gint64     chunks;
  char      *digest;         /* SHA-256 of everything before its last line, hex */
} ShinsaPacketInfo;

/* What taking a packet in did. */
typedef struct {
  char           *file;           /* its name, for people */
  char           *purpose;
  char           *round;
  ShinsaText      round_title;    /* both NULL for a submission */
  gboolean        new_round;      /* the first of its round here, and believed for that */
  char           *sender;
  char           *sender_member;  /* "" for the desk */
  ShinsaText      sender_name;    /* both NULL for the desk */
  ShinsaFeedState sender_state;   /* what the desk says of the feed of a submission */
  char           *fingerprint;    /* of the sender */
  gboolean        nothing_new;
  gint64          new_entries;
  gint64          new_bodies;
  gint64          new_documents;
  guint           received;       /* submissions that took effect with it */
  guint           late;           /* of these, how many came while their phase was closed */
  GPtrArray      *forks;          /* (element-type utf8): feeds that were continued in two ways */
} ShinsaPacketReport;

extern const ShinsaPacketLimits shinsa_packet_limits;

gboolean            shinsa_purpose_is_issue      (const char                *purpose);
char               *shinsa_packet_file_name      (GFile                     *file);

ShinsaPacketInfo   *shinsa_packet_info_new       (void);
void                shinsa_packet_info_free      (ShinsaPacketInfo          *info);
ShinsaPacketReport *shinsa_packet_report_new     (const ShinsaPacketInfo    *info);
void                shinsa_packet_report_free    (ShinsaPacketReport        *report);
char               *shinsa_packet_report_sentence (const ShinsaPacketReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPacketInfo, shinsa_packet_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPacketReport, shinsa_packet_report_free)

G_END_DECLS

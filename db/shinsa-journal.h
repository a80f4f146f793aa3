/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-heads.h"
#include "shinsa-rows.h"

G_BEGIN_DECLS

typedef struct
{
  char *hash;
  char *round;
  char *feed;
  gint64 seq;
  char *prev;  /* NULL for the first of its feed */
  char *kind;
  gint64 v;
  char *at;
  char *seen;  /* NULL for acts */
  char *body;
  GBytes *header;
} ShinsaEntryRow;

/* How far a feed goes. */
typedef struct
{
  char *feed;
  gint64 seq;
} ShinsaFeedRow;

typedef gboolean (*ShinsaEntryFunc) (const ShinsaEntryRow  *entry,
                                     gpointer               data,
                                     GError               **error);

SHINSA_DECLARE_ROW (Entry, entry)
SHINSA_DECLARE_ROW (Feed, feed)

gboolean   shinsa_journal_append     (ShinsaStore           *store,
                                      const ShinsaEntryRow  *row,
                                      GError               **error);
gboolean   shinsa_journal_lookup     (ShinsaStore           *store,
                                      const char            *hash,
                                      ShinsaEntryRow       **entry,
                                      GError               **error);
gboolean   shinsa_journal_lookup_seq (ShinsaStore           *store,
                                      const char            *round,
                                      const char            *feed,
                                      gint64                 seq,
                                      ShinsaEntryRow       **entry,
                                      GError               **error);
gboolean   shinsa_journal_last       (ShinsaStore           *store,
                                      const char            *round,
                                      const char            *feed,
                                      ShinsaEntryRow       **entry,
                                      GError               **error);
gboolean   shinsa_journal_walk       (ShinsaStore           *store,
                                      const char            *round,
                                      const char            *feed,
                                      gint64                 from,
                                      gint64                 to,
                                      ShinsaEntryFunc        func,
                                      gpointer               data,
                                      GError               **error);
GPtrArray *shinsa_journal_feeds      (ShinsaStore           *store,
                                      const char            *round,
                                      GError               **error);
GPtrArray *shinsa_journal_list       (ShinsaStore           *store,
                                      const char            *round,
                                      const char            *feed,
                                      gint64                 from,
                                      GError               **error);
GPtrArray *shinsa_journal_rounds     (ShinsaStore           *store,
                                      GError               **error);

G_END_DECLS

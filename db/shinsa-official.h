/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store.h"

G_BEGIN_DECLS

/*
 * The official tables together.  They are derived from the register: a store whose tables were
 * made with another version of them empties them when it is opened, and has every round at seq 0,
 * so that whoever opens a round knows that it is to be replayed.  The version is raised with the
 * tables, and as well when a replay makes something else of the same register.
 */
#define SHINSA_PROJECTION_VERSION 4

gboolean  shinsa_projection_get  (ShinsaStore  *store,
                                  const char   *round,
                                  gint64       *version,
                                  gint64       *seq,
                                  GError      **error);
gboolean  shinsa_projection_set  (ShinsaStore  *store,
                                  const char   *round,
                                  gint64        version,
                                  gint64        seq,
                                  GError      **error);
gboolean  shinsa_official_clear  (ShinsaStore  *store,
                                  const char   *round,
                                  GError      **error);
char     *shinsa_official_dump   (ShinsaStore  *store,
                                  const char   *round,
                                  GError      **error);

G_END_DECLS

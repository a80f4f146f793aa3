/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"
#include "shinsa-store.h"

G_BEGIN_DECLS

/* The official tables as one picture of the round, for the rules. */

ShinsaDefinition *shinsa_picture_load_definition (ShinsaStore  *store,
                                                  const char   *root,
                                                  GError      **error);
ShinsaRound      *shinsa_picture_load            (ShinsaStore  *store,
                                                  const char   *root,
                                                  gint64        until,
                                                  GError      **error);
ShinsaRound      *shinsa_picture_load_unsettled  (ShinsaStore  *store,
                                                  const char   *root,
                                                  gint64        until,
                                                  GError      **error);
gboolean          shinsa_picture_overlay         (ShinsaStore  *store,
                                                  ShinsaRound  *round,
                                                  const char   *member,
                                                  GError      **error);

G_END_DECLS

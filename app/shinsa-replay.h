/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ShinsaStore ShinsaStore;

gboolean  shinsa_replay_advance (ShinsaStore  *store,
                                 const char   *root,
                                 gboolean      from_start,
                                 GError      **error);
gboolean  shinsa_replay_check   (ShinsaStore  *store,
                                 const char   *root,
                                 GError      **error);

G_END_DECLS

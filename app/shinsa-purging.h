/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

/* What may not stay on a computer once nobody who writes on it may hold it any more. */

gboolean shinsa_session_purge         (ShinsaSession  *self,
                                       const char     *root,
                                       GError        **error);
gboolean shinsa_session_count_removed (ShinsaSession  *self,
                                       guint          *removed,
                                       GError        **error);

G_END_DECLS

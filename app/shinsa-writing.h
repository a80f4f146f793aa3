/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session-private.h"

G_BEGIN_DECLS

gboolean  shinsa_session_add_identity (ShinsaSession   *self,
                                       const char      *member,
                                       ShinsaIdentity  *key,
                                       const char      *device,
                                       gboolean         home,
                                       GError         **error);

G_END_DECLS

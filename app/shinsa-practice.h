/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

gboolean  shinsa_practice_create (ShinsaSession  *self,
                                  GFile          *folder,
                                  GCancellable   *cancellable,
                                  GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store-private.h"

G_BEGIN_DECLS

void shinsa_guard_install (ShinsaStore *store);

G_END_DECLS

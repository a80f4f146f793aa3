/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store-private.h"

G_BEGIN_DECLS

typedef enum
{
  SHINSA_ACCESS_READ,
  SHINSA_ACCESS_WRITE,
} ShinsaAccess;

void shinsa_store_error_set           (GError       **error,
                                       sqlite3       *db,
                                       const char    *path,
                                       ShinsaAccess   access);
void shinsa_store_error_set_read_only (GError       **error,
                                       const char    *path);

G_END_DECLS

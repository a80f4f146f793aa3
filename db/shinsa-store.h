/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "shinsa-error.h"

G_BEGIN_DECLS

/**
 * ShinsaStoreMode:
 * @SHINSA_STORE_CREATE: read and write; a missing file is made, an older one brought up to date
 * @SHINSA_STORE_WRITE: read and write a file that is there; an older one is brought up to date
 * @SHINSA_STORE_READ: read only a file that is there and up to date
 */
typedef enum
{
  SHINSA_STORE_CREATE,
  SHINSA_STORE_WRITE,
  SHINSA_STORE_READ,
} ShinsaStoreMode;

/* The path of a store that lives in memory and ends with its connection. */
#define SHINSA_STORE_MEMORY ":memory:"

#define SHINSA_TYPE_STORE (shinsa_store_get_type ())

G_DECLARE_FINAL_TYPE (ShinsaStore, shinsa_store, SHINSA, STORE, GObject)

typedef gboolean (*ShinsaStoreFunc) (ShinsaStore  *store,
                                     gpointer      data,
                                     GError      **error);

ShinsaStore *shinsa_store_open         (const char       *path,
                                        ShinsaStoreMode   mode,
                                        GError          **error);
const char  *shinsa_store_get_path     (ShinsaStore      *self);
gboolean     shinsa_store_write        (ShinsaStore      *self,
                                        ShinsaStoreFunc   func,
                                        gpointer          data,
                                        GError          **error);
gboolean     shinsa_store_read         (ShinsaStore      *self,
                                        ShinsaStoreFunc   func,
                                        gpointer          data,
                                        GError          **error);
gint64       shinsa_store_data_version (ShinsaStore      *self);
gboolean     shinsa_store_backup       (ShinsaStore      *self,
                                        const char       *path,
                                        GError          **error);
gboolean     shinsa_store_check        (ShinsaStore      *self,
                                        GError          **error);

G_END_DECLS

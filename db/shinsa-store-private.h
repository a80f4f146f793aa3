/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-store.h"

G_BEGIN_DECLS

typedef struct sqlite3 sqlite3;

typedef enum
{
  SHINSA_STORE_IDLE,
  SHINSA_STORE_READING,
  SHINSA_STORE_WRITING,
} ShinsaStoreState;

/* One connection. Only the files that make up the store itself look inside. */
struct _ShinsaStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  GThread *owner;
  GHashTable *statements;  /* idle statements by the address of their SQL */
  ShinsaStoreState state;
  GError *failure;         /* why the running unit of work can only be rolled back */
};

gboolean shinsa_store_exec         (ShinsaStore   *self,
                                    const char    *sql,
                                    GError       **error);
void     shinsa_store_fail         (ShinsaStore   *self,
                                    const GError  *failure);
void     shinsa_store_assert_owner (ShinsaStore   *self);
gboolean shinsa_store_is_writing   (ShinsaStore   *self);

G_END_DECLS

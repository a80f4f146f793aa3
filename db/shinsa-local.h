/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-notes.h"
#include "shinsa-rows.h"

G_BEGIN_DECLS

/* What never leaves this computer. */

typedef struct
{
  char *round;
  char *name;
  char *feed;
  gint64 home;
} ShinsaIdentityRow;

typedef struct
{
  char *member;
  char *application;
  char *phase;
  char *part;
  char *key;
  char *value;
} ShinsaDraftRow;

SHINSA_DECLARE_ROW (Identity, identity)
SHINSA_DECLARE_ROW (Draft, draft)

gboolean   shinsa_identity_insert (ShinsaStore              *store,
                                   const ShinsaIdentityRow  *row,
                                   GError                  **error);
GPtrArray *shinsa_identity_list   (ShinsaStore              *store,
                                   GError                  **error);
gboolean   shinsa_identity_lookup (ShinsaStore              *store,
                                   const char               *round,
                                   const char               *name,
                                   ShinsaIdentityRow       **identity,
                                   GError                  **error);

gboolean   shinsa_draft_set       (ShinsaStore              *store,
                                   const char               *round,
                                   const ShinsaDraftRow     *row,
                                   GError                  **error);
GPtrArray *shinsa_draft_list      (ShinsaStore              *store,
                                   const char               *round,
                                   const char               *member,
                                   const char               *application,
                                   const char               *phase,
                                   GError                  **error);
gboolean   shinsa_draft_clear     (ShinsaStore              *store,
                                   const char               *round,
                                   const char               *member,
                                   const char               *application,
                                   const char               *phase,
                                   GError                  **error);

gboolean   shinsa_setting_get     (ShinsaStore              *store,
                                   const char               *key,
                                   char                    **value,
                                   GError                  **error);
gboolean   shinsa_setting_set     (ShinsaStore              *store,
                                   const char               *key,
                                   const char               *value,
                                   GError                  **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* The newest signed head of a feed. */
typedef struct
{
  char *feed;
  gint64 seq;
  char *hash;
  char *signature;
} ShinsaHeadRow;

/* Proof that a feed was continued twice. */
typedef struct
{
  char *feed;
  gint64 seq;
  char *hash;
  GBytes *header;
  GBytes *head;
} ShinsaForkRow;

SHINSA_DECLARE_ROW (Head, head)
SHINSA_DECLARE_ROW (Fork, fork)

gboolean   shinsa_head_set    (ShinsaStore          *store,
                               const char           *round,
                               const ShinsaHeadRow  *row,
                               GError              **error);
gboolean   shinsa_head_lookup (ShinsaStore          *store,
                               const char           *round,
                               const char           *feed,
                               ShinsaHeadRow       **head,
                               GError              **error);
gboolean   shinsa_fork_insert (ShinsaStore          *store,
                               const char           *round,
                               const ShinsaForkRow  *row,
                               GError              **error);
GPtrArray *shinsa_fork_list   (ShinsaStore          *store,
                               const char           *round,
                               GError              **error);

G_END_DECLS

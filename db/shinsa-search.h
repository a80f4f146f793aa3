/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* Where something was found, with the words around it. */
typedef struct
{
  char *application;
  char *source;
  char *text;
} ShinsaSearchRow;

SHINSA_DECLARE_ROW (Search, search)

gboolean   shinsa_search_replace (ShinsaStore  *store,
                                  const char   *round,
                                  const char   *application,
                                  const char   *source,
                                  const char   *text,
                                  GError      **error);
gboolean   shinsa_search_remove  (ShinsaStore  *store,
                                  const char   *round,
                                  const char   *application,
                                  GError      **error);
GPtrArray *shinsa_search_find    (ShinsaStore  *store,
                                  const char   *round,
                                  const char   *query,
                                  GError      **error);

G_END_DECLS

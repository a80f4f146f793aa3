/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-journal.h"
#include "shinsa-test-dir.h"

G_BEGIN_DECLS

/* An empty store in a folder of its own. */
typedef struct
{
  ShinsaTestDir *dir;
  char *path;
  ShinsaStore *store;
} Fixture;

#define ROUND shinsa_db_hex ('a')
#define DESK shinsa_db_hex ('d')

/* The store that was opened must be freed with this, so that nobody else still holds it. */
#define add_test(path, func) \
  g_test_add (path, Fixture, NULL, shinsa_db_set_up, func, shinsa_db_tear_down)

void            shinsa_db_set_up       (Fixture         *fixture,
                                        gconstpointer    data);
void            shinsa_db_tear_down    (Fixture         *fixture,
                                        gconstpointer    data);
void            shinsa_db_reopen       (Fixture         *fixture,
                                        ShinsaStoreMode  mode);
const char     *shinsa_db_hex          (char             digit);
void            shinsa_db_run_sql      (const char      *path,
                                        const char      *sql);
gboolean        shinsa_db_try_sql      (ShinsaStore     *store,
                                        const char      *sql);
char           *shinsa_db_query        (ShinsaStore     *store,
                                        const char      *sql);
void            shinsa_db_append       (ShinsaStore     *store,
                                        const char      *feed,
                                        int              seq);
char           *shinsa_db_entry_hash   (const char      *feed,
                                        int              seq);
char           *shinsa_db_read_data    (const char      *name);
gboolean        shinsa_db_file_has     (const char      *path,
                                        const char      *words);

G_END_DECLS

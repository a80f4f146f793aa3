/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-db-fixture.h"

#include "shinsa-store-private.h"

#include <sqlite3.h>
#include <string.h>

#define HEX_DIGITS 64

void
shinsa_db_set_up (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture->dir = shinsa_test_dir_new ();
  fixture->path = shinsa_test_dir_file (fixture->dir, "store.db");
  shinsa_db_reopen (fixture, SHINSA_STORE_CREATE);
}

void
shinsa_db_tear_down (Fixture       *fixture,
                     gconstpointer  data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  shinsa_test_dir_free (fixture->dir);
}

void
shinsa_db_reopen (Fixture         *fixture,
                  ShinsaStoreMode  mode)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  fixture->store = shinsa_store_open (fixture->path, mode, &error);
  g_assert_no_error (error);
}

/* A name that has the length of a hash or key and is easy to tell from others. */
const char *
shinsa_db_hex (char digit)
{
  char name[HEX_DIGITS + 1] = { 0 };

  memset (name, digit, HEX_DIGITS);
  return g_intern_string (name);
}

/* What another program, or another version of this one, does to a file. */
void
shinsa_db_run_sql (const char *path,
                   const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* What a mistake in this layer would do on the store's own connection. */
gboolean
shinsa_db_try_sql (ShinsaStore *store,
                   const char  *sql)
{
  return sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Each row as a line, its columns separated by “|”. */
char *
shinsa_db_query (ShinsaStore *store,
                 const char  *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (store->db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "NULL");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The hash that shinsa_db_append() gives an entry: the digit of its feed and its place. */
char *
shinsa_db_entry_hash (const char *feed,
                      int         seq)
{
  return g_strdup_printf ("%c%063d", feed[0], seq);
}

/* The next entry of a feed, with the least in it. */
void
shinsa_db_append (ShinsaStore *store,
                  const char  *feed,
                  int          seq)
{
  g_autofree char *hash = shinsa_db_entry_hash (feed, seq);
  g_autofree char *prev = seq > 1 ? shinsa_db_entry_hash (feed, seq - 1) : NULL;
  g_autoptr (GBytes) header = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;
  ShinsaEntryRow row = {
    .hash = hash,
    .round = (char *) ROUND,
    .feed = (char *) feed,
    .seq = seq,
    .prev = prev,
    .kind = (char *) "roster.set",
    .v = 1,
    .at = (char *) "2022-04-01T10:00:00+09:00",
    .body = (char *) shinsa_db_hex ('b'),
    .header = header,
  };

  shinsa_journal_append (store, &row, &error);
  g_assert_no_error (error);
}

/* A file of tests/data/golden. */
char *
shinsa_db_read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "golden", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Whether the words can be read in the bytes of the file. */
gboolean
shinsa_db_file_has (const char *path,
                    const char *words)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = strlen (words);
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, words, length) == 0)
      return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store-error.h"

#include "shinsa-bodies.h"
#include "shinsa-db-fixture.h"
#include "shinsa-local.h"

#include <sqlite3.h>
#include <sys/mount.h>

static void
assert_sentence (const GError *error,
                 const char   *format,
                 const char   *path)
{
  g_auto (GStrv) parts = g_strsplit (format, "PATH", 2);
  g_autofree char *expected = g_strjoinv (path, parts);

  g_assert_cmpstr (error->message, ==, expected);
}

/* As many pages as a small disk has room for. */
static gboolean
fill (ShinsaStore  *store,
      gpointer      data,
      GError      **error)
{
  for (guint8 i = 0; i < G_MAXUINT8; i++)
    {
      g_autofree guint8 *page = g_malloc0 (10000);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *hash = NULL;

      page[0] = i;
      bytes = g_bytes_new_take (g_steal_pointer (&page), 10000);
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (!shinsa_body_insert (store, hash, bytes, error))
        return FALSE;
    }
  return TRUE;
}

static void
assert_full (ShinsaStore *store)
{
  g_autofree char *bodies = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_store_write (store, fill, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_DISK_FULL);
  assert_sentence (error,
                   "There is no room left where “PATH” is, so nothing was changed. "
                   "Make room and try again.",
                   shinsa_store_get_path (store));

  g_clear_error (&error);
  bodies = shinsa_db_query (store, "SELECT count (*) FROM body");
  g_assert_cmpstr (bodies, ==, "0\n");
  g_assert_true (shinsa_setting_set (store, "still", "works", &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_store_check (store, &error));
  g_assert_no_error (error);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (shinsa_db_try_sql (fixture->store, "PRAGMA max_page_count = 100"));
  assert_full (fixture->store);
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *folder = shinsa_test_dir_file (fixture->dir, "disk");
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  ShinsaStore *store;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("a disk of its own can be mounted by the administrator alone");
      return;
    }

  store = shinsa_store_open (path, SHINSA_STORE_CREATE, &error);
  g_assert_no_error (error);
  assert_full (store);
  g_assert_finalize_object (store);
  g_assert_no_errno (umount (folder));
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) other = shinsa_store_open (fixture->path, SHINSA_STORE_WRITE, &error);

  g_assert_no_error (error);
  sqlite3_busy_timeout (other->db, 1);
  g_assert_true (shinsa_store_exec (fixture->store, "BEGIN IMMEDIATE", &error));
  g_assert_false (shinsa_setting_set (other, "one", "1", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_BUSY);
  assert_sentence (error,
                   "Another program is writing to “PATH”, so nothing was changed. "
                   "Try again in a moment.",
                   fixture->path);
  g_assert_true (shinsa_store_exec (fixture->store, "ROLLBACK", NULL));
}

static void
test_contradiction (Fixture       *fixture,
                    gconstpointer  data)
{
  const ShinsaDraftRow row = {
    .member = (char *) "c",
    .application = (char *) "1",
    .phase = (char *) "lunch",
    .part = (char *) "level",
    .key = (char *) "a",
    .value = (char *) "3",
  };
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_draft_set (fixture->store, ROUND, &row, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  assert_sentence (error,
                   "“PATH” could not be written to, so nothing was changed "
                   "(CHECK constraint failed: phase IN ('paper', 'interview')).",
                   fixture->path);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  shinsa_db_append (fixture->store, DESK, 1);
  g_assert_false (shinsa_store_exec (fixture->store,
                                     "INSERT OR REPLACE INTO entry SELECT * FROM entry",
                                     &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  assert_sentence (error,
                   "“PATH” keeps what it holds, so nothing was changed "
                   "(entries are never deleted).",
                   fixture->path);

  g_clear_error (&error);
  g_assert_false (shinsa_store_exec (fixture->store, "DELETE FROM entry", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  assert_sentence (error, "“PATH” keeps what it holds, so nothing was changed (not authorized).",
                   fixture->path);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_store_exec (fixture->store,
                                     "INSERT INTO setting VALUES ('size', zeroblob (2000000000))",
                                     &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE);
  assert_sentence (error,
                   "This is too large for “PATH”, so nothing was changed (string or blob too big).",
                   fixture->path);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_store_exec (fixture->store, "SELECT missing", NULL));
  shinsa_store_error_set (&error, fixture->store->db, fixture->path, SHINSA_ACCESS_READ);
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  assert_sentence (error, "“PATH” could not be read (no such column: missing).", fixture->path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store-error/full", test_full);
  add_test ("/store-error/full-disk", test_full_disk);
  add_test ("/store-error/busy", test_busy);
  add_test ("/store-error/contradiction", test_contradiction);
  add_test ("/store-error/refused", test_refused);
  add_test ("/store-error/too-large", test_too_large);
  add_test ("/store-error/unreadable", test_unreadable);

  return g_test_run ();
}

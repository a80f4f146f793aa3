/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-store-error.h"

#include "shinsa-bodies.h"
#include "shinsa-db-fixture.h"
#include "shinsa-local.h"

#include <glib/gstdio.h>
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

/* Nobody would find what is written into a file without a name; back in its place it holds all. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  static const char sentence[] = "“PATH” was moved, deleted or replaced while it was open, so "
                                 "nothing was changed. Put it back, or write a backup before "
                                 "you close the program.";
  g_autofree char *aside = shinsa_test_dir_file (fixture->dir, "aside.db");
  g_autofree char *backup = shinsa_test_dir_file (fixture->dir, "backup.db");
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_rename (fixture->path, aside));
  g_assert_false (shinsa_setting_set (fixture->store, "one", "1", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  assert_sentence (error, sentence, fixture->path);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_false (shinsa_setting_set (fixture->store, "one", "1", &error));
  assert_sentence (error, sentence, fixture->path);
  g_clear_error (&error);
  g_assert_true (shinsa_store_backup (fixture->store, backup, &error));
  g_assert_no_error (error);

  g_assert_no_errno (g_rename (aside, fixture->path));
  g_assert_true (shinsa_setting_set (fixture->store, "one", "1", &error));
  g_assert_no_error (error);
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  g_assert_true (shinsa_setting_get (fixture->store, "one", &value, &error));
  g_assert_cmpstr (value, ==, "1");
}

/* The last to close takes nothing away from the file that has the name now. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  g_autofree char *value = NULL;
  g_autoptr (ShinsaStore) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_remove (fixture->path));
  g_assert_no_errno (g_remove (log));
  g_assert_no_errno (g_remove (index));
  other = shinsa_store_open (fixture->path, SHINSA_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_setting_set (other, "one", "2", &error));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (shinsa_setting_set (other, "two", "2", &error));
  g_assert_no_error (error);
  g_clear_object (&other);
  fixture->store = shinsa_store_open (fixture->path, SHINSA_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_setting_get (fixture->store, "two", &value, &error));
  g_assert_cmpstr (value, ==, "2");
  g_assert_true (shinsa_store_check (fixture->store, &error));
}

/* The log that stays behind is empty: a backup that was put in place is what it was, and the store
 * that was there holds all, wherever it is now. */
static void
test_left_behind (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *aside = shinsa_test_dir_file (fixture->dir, "aside.db");
  g_autofree char *backup = shinsa_test_dir_file (fixture->dir, "backup.db");
  g_autofree char *value = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (ShinsaStore) moved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_setting_set (fixture->store, "one", "1", &error));
  g_assert_true (shinsa_store_backup (fixture->store, backup, &error));
  g_assert_true (shinsa_setting_set (fixture->store, "one", "2", &error));
  g_assert_no_errno (g_rename (fixture->path, aside));
  g_assert_no_errno (g_rename (backup, fixture->path));
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  g_assert_true (shinsa_setting_get (fixture->store, "one", &value, &error));
  g_assert_cmpstr (value, ==, "1");
  g_assert_true (shinsa_store_check (fixture->store, &error));

  moved = shinsa_store_open (aside, SHINSA_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_setting_get (moved, "one", &newer, &error));
  g_assert_cmpstr (newer, ==, "2");
  g_assert_true (shinsa_store_check (moved, &error));
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
  add_test ("/store-error/left-behind", test_left_behind);
  add_test ("/store-error/moved", test_moved);
  add_test ("/store-error/replaced", test_replaced);
  add_test ("/store-error/refused", test_refused);
  add_test ("/store-error/too-large", test_too_large);
  add_test ("/store-error/unreadable", test_unreadable);

  return g_test_run ();
}

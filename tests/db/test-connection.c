/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-connection.h"

#include "shinsa-db-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* Some user without rights, of whom every system has one. */
#define NOBODY 65534

static const struct
{
  const char *pragma;
  const char *expected;
} settings[] = {
  { "PRAGMA busy_timeout", "5000\n" },
  { "PRAGMA foreign_keys", "1\n" },
  { "PRAGMA recursive_triggers", "1\n" },
  { "PRAGMA secure_delete", "1\n" },
  { "PRAGMA synchronous", "2\n" },
  { "PRAGMA temp_store", "2\n" },
  { "PRAGMA trusted_schema", "0\n" },
  { "PRAGMA application_id", "1397247571\n" },
  { "PRAGMA user_version", "1\n" },
};

static void
assert_settings (ShinsaStore *store,
                 const char  *journal_mode)
{
  g_autofree char *mode = shinsa_db_query (store, "PRAGMA journal_mode");

  g_assert_cmpstr (mode, ==, journal_mode);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = shinsa_db_query (store, settings[i].pragma);

      g_assert_cmpstr (value, ==, settings[i].expected);
    }
  g_assert_false (shinsa_db_try_sql (store, "SELECT \"typo\""));
  g_assert_false (shinsa_db_try_sql (store, "DELETE FROM sqlite_master"));
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  assert_settings (fixture->store, "wal\n");
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  assert_settings (fixture->store, "wal\n");
  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  assert_settings (fixture->store, "wal\n");
}

static void
test_memory (void)
{
  g_autoptr (GError) error = NULL;
  ShinsaStore *store = shinsa_store_open (SHINSA_STORE_MEMORY, SHINSA_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (shinsa_store_get_path (store), ==, ":memory:");
  assert_settings (store, "memory\n");
  g_assert_finalize_object (store);
}

static void
assert_mode (const char *path,
             const char *suffix,
             guint       mode)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  g_assert_no_errno (g_stat (file, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = shinsa_test_dir_file (fixture->dir, "of/its/own");
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) store = shinsa_store_open (path, SHINSA_STORE_CREATE, &error);

  g_assert_no_error (error);
  assert_mode (folder, "", 0700);
  assert_mode (path, "", 0600);
  assert_mode (path, "-wal", 0600);
  assert_mode (path, "-shm", 0600);

  /* A backup that was put back by hand comes with the permissions of the copy. */
  g_clear_object (&store);
  g_assert_no_errno (g_chmod (path, 0644));
  store = shinsa_store_open (path, SHINSA_STORE_WRITE, &error);
  g_assert_no_error (error);
  assert_mode (path, "", 0600);
  assert_mode (path, "-wal", 0600);
}

static char *
list_folder (ShinsaTestDir *dir)
{
  g_autoptr (GDir) folder = g_dir_open (shinsa_test_dir_path (dir), 0, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_string_append_printf (names, "%s\n", name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_sentence (const GError *error,
                 const char   *path,
                 const char   *rest)
{
  g_autofree char *expected = g_strdup_printf ("“%s”%s", path, rest);

  g_assert_cmpstr (error->message, ==, expected);
}

/* Whatever it is asked to open, it leaves every byte and every name in the folder. */
static void
assert_refused (Fixture         *fixture,
                ShinsaStoreMode  mode,
                ShinsaError      code,
                const char      *rest)
{
  g_autofree char *names_before = list_folder (fixture->dir);
  g_autofree char *names_after = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ShinsaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize size_before, size_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &size_before, NULL));
  store = shinsa_store_open (fixture->path, mode, &error);
  g_assert_error (error, SHINSA_ERROR, (int) code);
  g_assert_null (store);
  assert_sentence (error, fixture->path, rest);

  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  names_after = list_folder (fixture->dir);
  g_assert_cmpstr (names_before, ==, names_after);
}

static void
close_store (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char no_database[] = " is no database and was left as it is. Choose another file.";
  static const char foreign[] = " belongs to another program and was left as it is. "
                                "Choose another file.";
  g_autofree char *garbage = g_strnfill (5000, 'x');

  close_store (fixture);
  g_assert_true (g_file_set_contents (fixture->path, garbage, -1, NULL));
  assert_refused (fixture, SHINSA_STORE_CREATE, SHINSA_ERROR_INVALID, no_database);
  assert_refused (fixture, SHINSA_STORE_READ, SHINSA_ERROR_INVALID, no_database);
  g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3", 16, NULL));
  assert_refused (fixture, SHINSA_STORE_WRITE, SHINSA_ERROR_INVALID, no_database);

  g_assert_no_errno (g_remove (fixture->path));
  shinsa_db_run_sql (fixture->path, "CREATE TABLE cake (recipe)");
  assert_refused (fixture, SHINSA_STORE_CREATE, SHINSA_ERROR_INVALID, foreign);
  shinsa_db_run_sql (fixture->path, "PRAGMA application_id = 7");
  assert_refused (fixture, SHINSA_STORE_WRITE, SHINSA_ERROR_INVALID, foreign);
}

/* What is left of a program that was killed just after it had made the file. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  static const char empty[] = " is still empty and was left as it is. Prepare a round, or take a "
                              "packet in, to make a store of it.";

  close_store (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture, SHINSA_STORE_WRITE, SHINSA_ERROR_NOT_FOUND, empty);
  assert_refused (fixture, SHINSA_STORE_READ, SHINSA_ERROR_NOT_FOUND, empty);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  close_store (fixture);
  shinsa_db_run_sql (fixture->path, "PRAGMA user_version = 2");
  for (ShinsaStoreMode mode = SHINSA_STORE_CREATE; mode <= SHINSA_STORE_READ; mode++)
    assert_refused (fixture, mode, SHINSA_ERROR_NEWER,
                    " was made by a newer version of Shinsa and was left as it is. "
                    "Install that version to open it.");
}

static void
copy_file (const char *from,
           const char *to,
           const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (source, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (target, bytes, (gssize) size, NULL));
}

/* A newer version was killed, and what it wrote last is not in the file itself yet. */
static void
test_newer_log (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = shinsa_test_dir_file (fixture->dir, "killed.db");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;

  g_assert_true (shinsa_db_try_sql (fixture->store, "PRAGMA user_version = 2"));
  copy_file (fixture->path, path, "");
  copy_file (fixture->path, path, "-wal");
  copy_file (fixture->path, path, "-shm");
  close_store (fixture);

  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  g_assert_true (g_file_get_contents (log, &before, &size_before, NULL));
  assert_refused (fixture, SHINSA_STORE_WRITE, SHINSA_ERROR_NEWER,
                  " was made by a newer version of Shinsa and was left as it is. "
                  "Install that version to open it.");
  g_assert_true (g_file_get_contents (log, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size / 2, NULL));
  assert_refused (fixture, SHINSA_STORE_WRITE, SHINSA_ERROR_INVALID,
                  " is damaged and was left as it is. Restore a backup.");
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = shinsa_test_dir_file (fixture->dir, "missing.db");
  g_autofree char *expected = NULL;

  expected = g_strdup_printf ("There is no “%s”, so nothing was opened. Choose another file.",
                              path);
  for (ShinsaStoreMode mode = SHINSA_STORE_WRITE; mode <= SHINSA_STORE_READ; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShinsaStore) store = shinsa_store_open (path, mode, &error);

      g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
      g_assert_null (store);
      g_assert_cmpstr (error->message, ==, expected);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* The power can fail right after the file was made, or right after it was claimed. */
static void
test_unfinished (Fixture       *fixture,
                 gconstpointer  data)
{
  close_store (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  shinsa_db_reopen (fixture, SHINSA_STORE_CREATE);
  assert_settings (fixture->store, "wal\n");

  close_store (fixture);
  g_assert_no_errno (g_remove (fixture->path));
  shinsa_db_run_sql (fixture->path, "PRAGMA application_id = 0x53484e53");
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  assert_settings (fixture->store, "wal\n");
}

static gpointer
create_thread (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) store = shinsa_store_open (path, SHINSA_STORE_CREATE, &error);

  if (store == NULL)
    g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_BUSY);
  return NULL;
}

/* The window and a command may make the same store at the same moment. One of them may have to try
 * again, but the store is whole. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.db", i);
      g_autofree char *path = shinsa_test_dir_file (fixture->dir, name);
      GThread *threads[4];

      for (gsize j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("create", create_thread, path);
      for (gsize j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);

      g_free (fixture->path);
      fixture->path = g_steal_pointer (&path);
      shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
      assert_settings (fixture->store, "wal\n");
    }
}

static void
assert_read_only (const char      *path,
                  ShinsaStoreMode  mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) store = shinsa_store_open (path, mode, &error);

  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
  g_assert_null (store);
}

/* The administrator may write everywhere, so the test becomes somebody else for a moment. */
static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *folder = shinsa_test_dir_path (fixture->dir);
  g_autofree char *other = shinsa_test_dir_file (fixture->dir, "other.db");
  gboolean administrator = geteuid () == 0;

  close_store (fixture);
  if (administrator)
    {
      g_assert_no_errno (chown (folder, NOBODY, NOBODY));
      g_assert_no_errno (chown (fixture->path, NOBODY, NOBODY));
      g_assert_no_errno (seteuid (NOBODY));
    }

  g_assert_no_errno (g_chmod (fixture->path, 0400));
  assert_read_only (fixture->path, SHINSA_STORE_WRITE);
  g_assert_no_errno (g_chmod (fixture->path, 0000));
  assert_read_only (fixture->path, SHINSA_STORE_READ);
  g_assert_no_errno (g_chmod (fixture->path, 0600));
  g_assert_no_errno (g_chmod (folder, 0500));
  assert_read_only (fixture->path, SHINSA_STORE_WRITE);
  assert_read_only (other, SHINSA_STORE_CREATE);
  g_assert_no_errno (g_chmod (folder, 0700));

  if (administrator)
    g_assert_no_errno (seteuid (0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/connection/settings", test_settings);
  g_test_add_func ("/connection/memory", test_memory);
  add_test ("/connection/private", test_private);
  add_test ("/connection/other-files", test_other_files);
  add_test ("/connection/empty", test_empty);
  add_test ("/connection/newer", test_newer);
  add_test ("/connection/newer-log", test_newer_log);
  add_test ("/connection/truncated", test_truncated);
  add_test ("/connection/missing", test_missing);
  add_test ("/connection/unfinished", test_unfinished);
  add_test ("/connection/together", test_together);
  add_test ("/connection/permissions", test_permissions);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-db-fixture.h"

#include <glib/gstdio.h>

static void
assert_last (const char *path,
             gint64      seq)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaEntryRow) last = NULL;
  g_autoptr (ShinsaStore) copy = shinsa_store_open (path, SHINSA_STORE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (shinsa_store_check (copy, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_journal_last (copy, ROUND, DESK, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last->seq, ==, seq);
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = shinsa_test_dir_file (fixture->dir, "elsewhere");
  g_autofree char *path = g_build_filename (folder, "copy.db", NULL);
  g_autoptr (GDir) entries = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  shinsa_db_append (fixture->store, DESK, 1);
  g_assert_true (shinsa_store_backup (fixture->store, path, &error));
  g_assert_no_error (error);
  g_assert_no_errno (g_stat (path, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  entries = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (entries), ==, "copy.db");
  g_assert_null (g_dir_read_name (entries));
  assert_last (path, 1);

  shinsa_db_append (fixture->store, DESK, 2);
  assert_last (path, 1);
  g_assert_true (shinsa_store_backup (fixture->store, path, &error));
  g_assert_no_error (error);
  assert_last (path, 2);
}

/* What a program that was killed left behind is no obstacle. */
static void
test_unfinished (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = shinsa_test_dir_file (fixture->dir, "copy.db");
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  g_autoptr (GError) error = NULL;

  shinsa_db_append (fixture->store, DESK, 1);
  g_assert_true (g_file_set_contents (unfinished, "half of a", -1, NULL));
  g_assert_true (shinsa_store_backup (fixture->store, path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  assert_last (path, 1);
}

static void
test_impossible (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *below_file = g_build_filename (fixture->path, "copy.db", NULL);
  g_autofree char *folder = shinsa_test_dir_file (fixture->dir, "folder");
  g_autofree char *unfinished = g_strconcat (folder, ".part", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_store_backup (fixture->store, below_file, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_false (shinsa_store_backup (fixture->store, folder, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
}

/* The name of the store itself is chosen soon enough. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  sentence = g_strdup_printf ("“%s” is a store that is open, so no backup was written. "
                              "Choose another name.", fixture->path);
  shinsa_db_append (fixture->store, DESK, 1);
  g_assert_false (shinsa_store_backup (fixture->store, fixture->path, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
  shinsa_db_append (fixture->store, DESK, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store-backup/backup", test_backup);
  add_test ("/store-backup/unfinished", test_unfinished);
  add_test ("/store-backup/impossible", test_impossible);
  add_test ("/store-backup/open", test_open);

  return g_test_run ();
}

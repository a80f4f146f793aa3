/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-safe-file.h"

#include "shinsa-error.h"
#include "shinsa-test-dir.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  ShinsaTestDir *dir;
  GFile         *file;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  self->dir = shinsa_test_dir_new ();
  path = shinsa_test_dir_file (self->dir, "記録.json");
  self->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->file);
  shinsa_test_dir_free (self->dir);
}

static void
write_text (Fixture    *self,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  shinsa_safe_file_write (self->file, bytes, NULL, &error);
  g_assert_no_error (error);
}

/* The file has the text, and nothing is left beside it. */
static void
assert_text (Fixture    *self,
             const char *text)
{
  g_autofree char *found = NULL;
  g_autoptr (GDir) folder = NULL;
  guint count = 0;

  g_file_get_contents (g_file_peek_path (self->file), &found, NULL, NULL);
  g_assert_cmpstr (found, ==, text);
  folder = g_dir_open (shinsa_test_dir_path (self->dir), 0, NULL);
  while (g_dir_read_name (folder) != NULL)
    count++;
  g_assert_cmpuint (count, ==, text != NULL ? 1 : 0);
}

static void
test_write (Fixture       *self,
            gconstpointer  data)
{
  write_text (self, "one");
  assert_text (self, "one");
  write_text (self, "two");
  assert_text (self, "two");
  write_text (self, "");
  assert_text (self, "");
}

/* The store itself, chosen by mistake: neither read nor replaced. */
static void
test_open_store (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *log = g_strconcat (g_file_peek_path (self->file), "-wal", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  write_text (self, "store");
  g_assert_true (g_file_set_contents (log, "", 0, NULL));
  g_assert_false (shinsa_safe_file_check (self->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_false (shinsa_safe_file_write (self->file, bytes, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "“記録.json” cannot be written: it is a store that is open. Nothing was "
                   "changed. Choose another folder.");
  g_assert_no_errno (g_unlink (log));
  assert_text (self, "store");
}

static void
test_no_folder (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = shinsa_test_dir_file (self->dir, "missing/記録.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_safe_file_write (file, bytes, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "“記録.json” cannot be written: "));
  g_assert_true (g_str_has_suffix (error->message,
                                   ". Nothing was changed. Choose another folder."));
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ShinsaSafeFile) file = NULL;
  g_autoptr (GError) error = NULL;

  write_text (self, "before");
  file = shinsa_safe_file_begin (self->file, cancellable, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (shinsa_safe_file_get_stream (file), "after", 5, NULL, NULL, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (shinsa_safe_file_commit (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&file, shinsa_safe_file_free);
  assert_text (self, "before");
}

/* A folder stands where the file is to be. */
static void
test_in_the_way (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GFile) child = g_file_get_child (self->file, "child");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_file_make_directory_with_parents (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (shinsa_safe_file_write (self->file, bytes, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message,
                                   "“記録.json” could not be written to its end: "));
  g_assert_true (g_file_query_exists (child, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/safe-file/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/safe-file/open-store", Fixture, NULL, set_up, test_open_store, tear_down);
  g_test_add ("/safe-file/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/safe-file/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/safe-file/in-the-way", Fixture, NULL, set_up, test_in_the_way, tear_down);
  return g_test_run ();
}

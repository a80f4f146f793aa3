/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-test-dir.h"

#include <glib/gstdio.h>

struct _ShinsaTestDir
{
  char *path;
};

/* A link is removed itself; what it points to is not the test's. */
static void
remove_recursively (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_recursively (child);
    }
  g_assert_no_errno (g_remove (path));
}

/**
 * shinsa_test_dir_new:
 *
 * Makes an empty folder for one test. It goes with everything in it when the test is over.
 *
 * Returns: (transfer full): the folder
 */
ShinsaTestDir *
shinsa_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  ShinsaTestDir *self = g_new0 (ShinsaTestDir, 1);

  self->path = g_dir_make_tmp ("shinsa-test-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

void
shinsa_test_dir_free (ShinsaTestDir *self)
{
  remove_recursively (self->path);
  g_free (self->path);
  g_free (self);
}

const char *
shinsa_test_dir_path (ShinsaTestDir *self)
{
  return self->path;
}

/**
 * shinsa_test_dir_file:
 * @name: a file name
 *
 * Returns: (transfer full): the path that a file of this name has in the folder
 */
char *
shinsa_test_dir_file (ShinsaTestDir *self,
                      const char    *name)
{
  return g_build_filename (self->path, name, NULL);
}

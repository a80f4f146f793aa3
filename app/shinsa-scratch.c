/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-scratch.h"

/**
 * shinsa_scratch_delete:
 * @folder: a folder that this program made for itself
 *
 * Deletes it with everything in it. What cannot be deleted stays for the system to clean up.
 */
void
shinsa_scratch_delete (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (G_IS_FILE (folder));

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                        G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL)
    {
      GFileInfo *info = NULL;
      GFile *child = NULL;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, NULL) || info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        shinsa_scratch_delete (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  if (!g_file_delete (folder, NULL, &error))
    g_debug ("“%s” was left behind: %s", g_file_peek_path (folder), error->message);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-error.h"

#include <gio/gio.h>

G_DEFINE_QUARK (shinsa-error-quark, shinsa_error)

static ShinsaError
from_gio (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return SHINSA_ERROR_NOT_FOUND;
    case G_IO_ERROR_NO_SPACE:
      return SHINSA_ERROR_DISK_FULL;
    case G_IO_ERROR_READ_ONLY:
    case G_IO_ERROR_PERMISSION_DENIED:
      return SHINSA_ERROR_READ_ONLY;
    case G_IO_ERROR_BUSY:
      return SHINSA_ERROR_BUSY;
    default:
      return SHINSA_ERROR_FAILED;
    }
}

static ShinsaError
from_file (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
      return SHINSA_ERROR_NOT_FOUND;
    case G_FILE_ERROR_NOSPC:
      return SHINSA_ERROR_DISK_FULL;
    case G_FILE_ERROR_ROFS:
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return SHINSA_ERROR_READ_ONLY;
    default:
      return SHINSA_ERROR_FAILED;
    }
}

/**
 * shinsa_error_from_io:
 * @error: an error of reading or writing a file, from GLib or GIO
 *
 * Says which of our codes fits, so that whoever wraps the error in a sentence
 * of its own can still tell a full disk from a missing file.
 *
 * Returns: the code
 */
ShinsaError
shinsa_error_from_io (const GError *error)
{
  g_return_val_if_fail (error != NULL, SHINSA_ERROR_FAILED);

  if (error->domain == G_IO_ERROR)
    return from_gio (error->code);
  if (error->domain == G_FILE_ERROR)
    return from_file (error->code);
  return SHINSA_ERROR_FAILED;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-error.h"

#include <gio/gio.h>

static const struct
{
  int         code;
  ShinsaError expected;
} gio_codes[] = {
  { G_IO_ERROR_NOT_FOUND, SHINSA_ERROR_NOT_FOUND },
  { G_IO_ERROR_NO_SPACE, SHINSA_ERROR_DISK_FULL },
  { G_IO_ERROR_READ_ONLY, SHINSA_ERROR_READ_ONLY },
  { G_IO_ERROR_PERMISSION_DENIED, SHINSA_ERROR_READ_ONLY },
  { G_IO_ERROR_BUSY, SHINSA_ERROR_BUSY },
  { G_IO_ERROR_FAILED, SHINSA_ERROR_FAILED },
}, file_codes[] = {
  { G_FILE_ERROR_NOENT, SHINSA_ERROR_NOT_FOUND },
  { G_FILE_ERROR_NOSPC, SHINSA_ERROR_DISK_FULL },
  { G_FILE_ERROR_ROFS, SHINSA_ERROR_READ_ONLY },
  { G_FILE_ERROR_ACCES, SHINSA_ERROR_READ_ONLY },
  { G_FILE_ERROR_PERM, SHINSA_ERROR_READ_ONLY },
  { G_FILE_ERROR_FAILED, SHINSA_ERROR_FAILED },
};

static void
assert_code (GQuark      domain,
             int         code,
             ShinsaError expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "");

  g_assert_cmpint (shinsa_error_from_io (error), ==, expected);
}

static void
test_from_io (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gio_codes); i++)
    assert_code (G_IO_ERROR, gio_codes[i].code, gio_codes[i].expected);
  for (gsize i = 0; i < G_N_ELEMENTS (file_codes); i++)
    assert_code (G_FILE_ERROR, file_codes[i].code, file_codes[i].expected);
  assert_code (G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED, SHINSA_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/from-io", test_from_io);

  return g_test_run ();
}

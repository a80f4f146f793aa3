/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-bodies.h"

#include "shinsa-db-fixture.h"

#include <string.h>

/* Something that is in no store by chance. */
#define WORDS "{\"overall\":\"極めて優れている\"}"

static void
assert_body (ShinsaStore *store,
             const char  *hash,
             GBytes      *expected,
             const char  *expected_reason)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *purged = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_body_lookup (store, hash, &bytes, &purged, &error));
  g_assert_no_error (error);
  g_assert_true (expected == NULL ? bytes == NULL : g_bytes_equal (bytes, expected));
  g_assert_cmpstr (purged, ==, expected_reason);
}

static void
test_insert (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (WORDS, strlen (WORDS));
  g_autoptr (GBytes) again = NULL;
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  assert_body (fixture->store, hash, NULL, NULL);
  g_assert_true (shinsa_body_insert (fixture->store, hash, bytes, &error));
  g_assert_true (shinsa_body_insert (fixture->store, hash, bytes, &error));
  g_assert_no_error (error);
  assert_body (fixture->store, hash, bytes, NULL);
  g_assert_true (shinsa_body_lookup (fixture->store, hash, &again, NULL, &error));
  g_assert_no_error (error);

  g_assert_false (shinsa_body_insert (fixture->store, DESK, bytes, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE);
  expected = g_strdup_printf ("The body %s was altered on its way, so nothing was changed. "
                              "Ask for it again.", DESK);
  g_assert_cmpstr (error->message, ==, expected);
  assert_body (fixture->store, DESK, NULL, NULL);
}

static void
test_purge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (WORDS, strlen (WORDS));
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_body_insert (fixture->store, hash, bytes, &error));
  shinsa_db_reopen (fixture, SHINSA_STORE_WRITE);
  g_assert_true (shinsa_db_file_has (fixture->path, "極めて優れている"));
  g_assert_true (shinsa_body_purge (fixture->store, hash, "Recused.", &error));
  g_assert_no_error (error);
  assert_body (fixture->store, hash, NULL, "Recused.");

  /* Neither another reason nor another packet brings it back or changes why. */
  g_assert_true (shinsa_body_purge (fixture->store, hash, "Again.", &error));
  g_assert_true (shinsa_body_insert (fixture->store, hash, bytes, &error));
  g_assert_true (shinsa_body_purge (fixture->store, DESK, "Not held.", &error));
  g_assert_no_error (error);
  assert_body (fixture->store, hash, NULL, "Recused.");
  assert_body (fixture->store, DESK, NULL, NULL);

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_false (shinsa_db_file_has (fixture->path, "極めて優れている"));
}

static void
test_purge_needs_reason (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (WORDS, strlen (WORDS));
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_body_insert (fixture->store, hash, bytes, &error));
  g_assert_false (shinsa_body_purge (fixture->store, hash, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  assert_body (fixture->store, hash, bytes, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/bodies/insert", test_insert);
  add_test ("/bodies/purge", test_purge);
  add_test ("/bodies/purge-needs-reason", test_purge_needs_reason);

  return g_test_run ();
}

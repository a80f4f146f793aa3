/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-heads.h"

#include "shinsa-db-fixture.h"

#include <string.h>

static gboolean
set_head (ShinsaStore  *store,
          gint64        seq,
          const char   *hash,
          GError      **error)
{
  g_autofree char *signature = g_strnfill (128, 'f');
  const ShinsaHeadRow row = {
    .feed = (char *) DESK, .seq = seq, .hash = (char *) hash, .signature = signature,
  };

  return shinsa_head_set (store, ROUND, &row, error);
}

static void
assert_head (ShinsaStore *store,
             gint64       seq,
             const char  *hash)
{
  g_autoptr (ShinsaHeadRow) head = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_head_lookup (store, ROUND, DESK, &head, &error));
  g_assert_no_error (error);
  g_assert_cmpint (head->seq, ==, seq);
  g_assert_cmpstr (head->hash, ==, hash);
  g_assert_cmpuint (strlen (head->signature), ==, 128);
}

static void
test_head (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ShinsaHeadRow) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_head_lookup (fixture->store, ROUND, DESK, &none, &error));
  g_assert_no_error (error);
  g_assert_null (none);

  g_assert_true (set_head (fixture->store, 3, shinsa_db_hex ('3'), &error));
  assert_head (fixture->store, 3, shinsa_db_hex ('3'));
  g_assert_true (set_head (fixture->store, 5, shinsa_db_hex ('5'), &error));
  assert_head (fixture->store, 5, shinsa_db_hex ('5'));
  g_assert_true (set_head (fixture->store, 4, shinsa_db_hex ('4'), &error));
  g_assert_true (set_head (fixture->store, 5, shinsa_db_hex ('6'), &error));
  g_assert_no_error (error);
  assert_head (fixture->store, 5, shinsa_db_hex ('5'));

  g_assert_false (set_head (fixture->store, 7, "short", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

static void
test_fork (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) header = g_bytes_new_static ("header", 6);
  g_autoptr (GBytes) head = g_bytes_new_static ("head", 4);
  ShinsaForkRow row = {
    .feed = (char *) DESK, .seq = 9, .hash = (char *) "b", .header = header, .head = head,
  };
  const ShinsaForkRow nothing = { .seq = 1 };
  g_autoptr (GPtrArray) forks = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const ShinsaForkRow *fork;

  g_assert_true (shinsa_fork_insert (fixture->store, ROUND, &row, &error));
  g_assert_true (shinsa_fork_insert (fixture->store, ROUND, &row, &error));
  row.hash = (char *) "a";
  g_assert_true (shinsa_fork_insert (fixture->store, ROUND, &row, &error));
  g_assert_no_error (error);

  forks = shinsa_fork_list (fixture->store, ROUND, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (forks->len, ==, 2);
  fork = g_ptr_array_index (forks, 0);
  g_assert_cmpstr (fork->hash, ==, "a");
  g_assert_cmpint (fork->seq, ==, 9);
  g_assert_true (g_bytes_equal (fork->header, header));
  g_assert_true (g_bytes_equal (fork->head, head));
  none = shinsa_fork_list (fixture->store, DESK, &error);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_false (shinsa_fork_insert (fixture->store, ROUND, &nothing, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/heads/head", test_head);
  add_test ("/heads/fork", test_fork);

  return g_test_run ();
}

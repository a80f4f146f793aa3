/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-official.h"

#include "shinsa-db-fixture.h"
#include "shinsa-round-tables.h"

static void
add_roster (ShinsaStore *store,
            const char  *round,
            gint64       seq,
            const char  *body)
{
  const ShinsaRosterRow row = { .seq = seq, .body = (char *) body };
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_roster_insert (store, round, &row, &error));
  g_assert_no_error (error);
}

static void
assert_projection (ShinsaStore *store,
                   const char  *round,
                   gint64       version,
                   gint64       seq)
{
  gint64 actual_version = -1;
  gint64 actual_seq = -1;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_projection_get (store, round, &actual_version, &actual_seq, &error));
  g_assert_no_error (error);
  g_assert_cmpint (actual_version, ==, version);
  g_assert_cmpint (actual_seq, ==, seq);
}

static void
test_projection (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_projection (fixture->store, ROUND, 0, 0);
  g_assert_true (shinsa_projection_set (fixture->store, ROUND, 1, 5, &error));
  g_assert_true (shinsa_projection_set (fixture->store, DESK, 1, 7, &error));
  g_assert_true (shinsa_projection_set (fixture->store, ROUND, 1, 6, &error));
  assert_projection (fixture->store, ROUND, 1, 6);
  assert_projection (fixture->store, DESK, 1, 7);

  g_assert_false (shinsa_projection_set (fixture->store, NULL, 1, 6, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  add_roster (fixture->store, ROUND, 1, "own");
  add_roster (fixture->store, DESK, 1, "of another round");
  g_assert_true (shinsa_projection_set (fixture->store, ROUND, 1, 5, &error));
  g_assert_true (shinsa_projection_set (fixture->store, DESK, 1, 5, &error));

  g_assert_true (shinsa_official_clear (fixture->store, ROUND, &error));
  g_assert_no_error (error);
  own = shinsa_roster_list (fixture->store, ROUND, -1, NULL);
  g_assert_cmpuint (own->len, ==, 0);
  others = shinsa_roster_list (fixture->store, DESK, -1, NULL);
  g_assert_cmpuint (others->len, ==, 1);
  assert_projection (fixture->store, ROUND, SHINSA_PROJECTION_VERSION, 0);
  assert_projection (fixture->store, DESK, 1, 5);

  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  g_assert_false (shinsa_official_clear (fixture->store, DESK, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
}

/* Two values can never look like one, and no order of insertion shows. */
static void
test_dump (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *empty = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;

  empty = shinsa_official_dump (fixture->store, ROUND, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (empty, "round\nroster\nschedule\ndossier\n"));
  g_assert_true (g_str_has_suffix (empty, "reopening\nrecord_export\nnot_applied\n"));

  add_roster (fixture->store, ROUND, 12, "a\" seq=13 body=\"b");
  add_roster (fixture->store, ROUND, 2, "一行目\n\\二行目");
  add_roster (fixture->store, DESK, 1, "of another round");
  dump = shinsa_official_dump (fixture->store, ROUND, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (dump,
                                   "round\nroster\n"
                                   "  seq=2 body=\"一行目\\n\\\\二行目\"\n"
                                   "  seq=12 body=\"a\\\" seq=13 body=\\\"b\"\n"
                                   "schedule\n"));
}

static void
test_dump_without_table (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_db_try_sql (fixture->store, "DROP TABLE reopening"));
  g_assert_null (shinsa_official_dump (fixture->store, ROUND, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/official/projection", test_projection);
  add_test ("/official/clear", test_clear);
  add_test ("/official/dump", test_dump);
  add_test ("/official/dump-without-table", test_dump_without_table);

  return g_test_run ();
}

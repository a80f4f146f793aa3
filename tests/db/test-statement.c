/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-statement.h"

#include "shinsa-db-fixture.h"

#include <math.h>

static const char echo[] = "SELECT ?1, ?2, ?3, ?4";

static ShinsaStatement *
must_get (ShinsaStore *store,
          const char  *sql)
{
  g_autoptr (GError) error = NULL;
  ShinsaStatement *statement = shinsa_statement_get (store, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static void
must_step (ShinsaStatement *statement,
           ShinsaStep       expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (shinsa_statement_step (statement, &error), ==, expected);
  g_assert_no_error (error);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1", 2);
  g_autoptr (GBytes) result = NULL;
  g_autofree char *text = NULL;
  g_autoptr (ShinsaStatement) statement = must_get (fixture->store, echo);

  shinsa_statement_bind_text (statement, 1, "審査");
  shinsa_statement_bind_integer (statement, 2, G_MININT64);
  shinsa_statement_bind_real (statement, 3, 2.5);
  shinsa_statement_bind_blob (statement, 4, bytes);
  must_step (statement, SHINSA_STEP_ROW);
  text = shinsa_statement_dup_text (statement, 0);
  g_assert_cmpstr (text, ==, "審査");
  g_assert_cmpint (shinsa_statement_get_integer (statement, 1), ==, G_MININT64);
  g_assert_cmpfloat (shinsa_statement_get_real (statement, 2), ==, 2.5);
  result = shinsa_statement_dup_blob (statement, 3);
  g_assert_cmpmem (g_bytes_get_data (result, NULL), g_bytes_get_size (result), "\0\1", 2);
  must_step (statement, SHINSA_STEP_DONE);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) result = NULL;
  g_autoptr (ShinsaStatement) statement = must_get (fixture->store, echo);

  shinsa_statement_bind_text (statement, 1, NULL);
  shinsa_statement_bind_real (statement, 2, NAN);
  shinsa_statement_bind_blob (statement, 3, NULL);
  shinsa_statement_bind_blob (statement, 4, empty);
  must_step (statement, SHINSA_STEP_ROW);
  g_assert_null (shinsa_statement_dup_text (statement, 0));
  g_assert_true (shinsa_statement_is_null (statement, 1));
  g_assert_true (isnan (shinsa_statement_get_real (statement, 1)));
  g_assert_null (shinsa_statement_dup_blob (statement, 2));
  g_assert_false (shinsa_statement_is_null (statement, 3));
  result = shinsa_statement_dup_blob (statement, 3);
  g_assert_cmpuint (g_bytes_get_size (result), ==, 0);
}

static void
test_cache (Fixture       *fixture,
            gconstpointer  data)
{
  ShinsaStatement *first = must_get (fixture->store, echo);
  ShinsaStatement *second = must_get (fixture->store, echo);

  g_assert_true (first != second);
  shinsa_statement_bind_text (first, 1, "of the first");
  must_step (first, SHINSA_STEP_ROW);
  must_step (second, SHINSA_STEP_ROW);
  g_assert_true (shinsa_statement_is_null (second, 0));
  shinsa_statement_release (first);
  shinsa_statement_release (second);

  second = must_get (fixture->store, echo);
  g_assert_true (first == second);
  must_step (second, SHINSA_STEP_ROW);
  g_assert_true (shinsa_statement_is_null (second, 0));
  shinsa_statement_release (second);
}

static void
test_counting (Fixture       *fixture,
               gconstpointer  data)
{
  static const char insert[] = "INSERT INTO setting VALUES (?1, '')";
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStatement) first = must_get (fixture->store, insert);
  g_autoptr (ShinsaStatement) change = must_get (fixture->store, "UPDATE setting SET value = 'x'");
  g_autoptr (ShinsaStatement) again = must_get (fixture->store, insert);
  gint64 changed, number;

  shinsa_statement_bind_text (first, 1, "key");
  g_assert_true (shinsa_statement_run (first, &error));
  g_assert_true (shinsa_statement_run_counted (change, &changed, &error));
  g_assert_no_error (error);
  g_assert_true (shinsa_statement_read_number (fixture->store, "SELECT count (*) FROM setting",
                                               &number, &error));
  g_assert_cmpint (changed, ==, number);

  shinsa_statement_bind_text (again, 1, "key");
  g_assert_false (shinsa_statement_run_counted (again, &changed, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_null (shinsa_statement_get (fixture->store, "SELECT nonsense", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (shinsa_statement_read_number (fixture->store, "SELECT abs (-9223372036854775808)",
                                                &number, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/statement/values", test_values);
  add_test ("/statement/nothing", test_nothing);
  add_test ("/statement/cache", test_cache);
  add_test ("/statement/counting", test_counting);
  add_test ("/statement/wrong", test_wrong);

  return g_test_run ();
}

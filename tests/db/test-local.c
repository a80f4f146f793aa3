/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-local.h"

#include "shinsa-db-fixture.h"

static void
test_identities (Fixture       *fixture,
                 gconstpointer  data)
{
  ShinsaIdentityRow row = {
    .round = (char *) ROUND, .name = (char *) "desk", .feed = (char *) DESK, .home = 0,
  };
  g_autoptr (ShinsaIdentityRow) found = NULL;
  g_autoptr (ShinsaIdentityRow) none = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_identity_insert (fixture->store, &row, &error));
  row.name = (char *) "c";
  row.feed = (char *) shinsa_db_hex ('c');
  row.home = 1;
  g_assert_true (shinsa_identity_insert (fixture->store, &row, &error));
  g_assert_no_error (error);

  all = shinsa_identity_list (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((ShinsaIdentityRow *) g_ptr_array_index (all, 0))->name, ==, "c");
  g_assert_cmpstr (((ShinsaIdentityRow *) g_ptr_array_index (all, 1))->feed, ==, DESK);

  g_assert_true (shinsa_identity_lookup (fixture->store, ROUND, "c", &found, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found->round, ==, ROUND);
  g_assert_cmpint (found->home, ==, 1);
  g_assert_true (shinsa_identity_lookup (fixture->store, DESK, "c", &none, &error));
  g_assert_no_error (error);
  g_assert_null (none);

  row.name = (char *) "d";
  g_assert_false (shinsa_identity_insert (fixture->store, &row, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

static void
set_draft (ShinsaStore *store,
           const char  *application,
           const char  *phase,
           const char  *key,
           const char  *value)
{
  const ShinsaDraftRow row = {
    .member = (char *) "c",
    .application = (char *) application,
    .phase = (char *) phase,
    .part = (char *) "level",
    .key = (char *) key,
    .value = (char *) value,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_draft_set (store, ROUND, &row, &error));
  g_assert_no_error (error);
}

static void
assert_drafts (ShinsaStore *store,
               const char  *application,
               const char  *phase,
               const char  *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = shinsa_draft_list (store, ROUND, "c", application, phase, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaDraftRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s %s %s %s;", row->application, row->phase, row->key,
                              row->value);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_drafts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  set_draft (fixture->store, "2", "paper", "1-1", "3");
  set_draft (fixture->store, "1", "paper", "1-2", "4");
  set_draft (fixture->store, "1", "paper", "1-1", "2");
  set_draft (fixture->store, "1", "interview", "1-1", "5");
  set_draft (fixture->store, "1", "paper", "1-1", "1");
  assert_drafts (fixture->store, NULL, NULL,
                 "1 interview 1-1 5;1 paper 1-1 1;1 paper 1-2 4;2 paper 1-1 3;");
  assert_drafts (fixture->store, "1", NULL, "1 interview 1-1 5;1 paper 1-1 1;1 paper 1-2 4;");
  assert_drafts (fixture->store, NULL, "paper", "1 paper 1-1 1;1 paper 1-2 4;2 paper 1-1 3;");
  assert_drafts (fixture->store, "2", "interview", "");
  others = shinsa_draft_list (fixture->store, ROUND, "d", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (others->len, ==, 0);

  set_draft (fixture->store, "1", "paper", "1-2", NULL);
  set_draft (fixture->store, "1", "paper", "1-9", NULL);
  assert_drafts (fixture->store, "1", "paper", "1 paper 1-1 1;");
  g_assert_true (shinsa_draft_clear (fixture->store, ROUND, "c", "1", "paper", &error));
  g_assert_no_error (error);
  assert_drafts (fixture->store, NULL, NULL, "1 interview 1-1 5;2 paper 1-1 3;");
}

static void
test_drafts_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  const ShinsaDraftRow row = {
    .member = (char *) "c",
    .application = (char *) "1",
    .phase = (char *) "paper",
    .part = (char *) "mood",
    .key = (char *) "",
    .value = (char *) "good",
  };
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_draft_set (fixture->store, ROUND, &row, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_error (&error);
  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  g_assert_false (shinsa_draft_clear (fixture->store, ROUND, "c", "1", "paper", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
}

static void
assert_setting (ShinsaStore *store,
                const char  *expected)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_setting_get (store, "round", &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_setting (fixture->store, NULL);
  g_assert_true (shinsa_setting_set (fixture->store, "round", "first", &error));
  assert_setting (fixture->store, "first");
  g_assert_true (shinsa_setting_set (fixture->store, "round", "second", &error));
  assert_setting (fixture->store, "second");
  g_assert_true (shinsa_setting_set (fixture->store, "round", NULL, &error));
  g_assert_no_error (error);
  assert_setting (fixture->store, NULL);

  g_assert_false (shinsa_setting_set (fixture->store, NULL, "of nothing", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/local/identities", test_identities);
  add_test ("/local/drafts", test_drafts);
  add_test ("/local/drafts-refused", test_drafts_refused);
  add_test ("/local/settings", test_settings);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-notes.h"

#include "shinsa-db-fixture.h"

static gint64
take_note (ShinsaStore *store,
           const char  *member,
           const char  *application,
           const char  *text)
{
  const ShinsaNoteRow row = {
    .id = 77,
    .member = (char *) member,
    .application = (char *) application,
    .at = (char *) "2022-05-01T13:00:00+09:00",
    .mark = (char *) "question",
    .private = 1,
    .text = (char *) text,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (shinsa_note_insert (store, ROUND, &row, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
assert_notes (ShinsaStore *store,
              const char  *application,
              const char  *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = shinsa_note_list (store, ROUND, "c", application, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaNoteRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s %s %s %d;", row->application, row->text, row->mark,
                              (int) row->private);
      g_assert_cmpstr (row->at, ==, "2022-05-01T13:00:00+09:00");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 first = take_note (fixture->store, "c", "2", "一つ目");
  ShinsaNoteRow change = {
    .id = first, .mark = (char *) "important", .private = 0, .text = (char *) "変更",
  };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (take_note (fixture->store, "c", "1", "二つ目"), !=, first);
  take_note (fixture->store, "d", "1", "他の委員");
  assert_notes (fixture->store, NULL, "2 一つ目 question 1;1 二つ目 question 1;");
  assert_notes (fixture->store, "1", "1 二つ目 question 1;");

  g_assert_true (shinsa_note_update (fixture->store, &change, &error));
  g_assert_no_error (error);
  assert_notes (fixture->store, "2", "2 変更 important 0;");
  g_assert_true (shinsa_note_delete (fixture->store, first, &error));
  g_assert_no_error (error);
  assert_notes (fixture->store, NULL, "1 二つ目 question 1;");
}

static void
assert_gone (const GError *error)
{
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "This note is no longer there, so nothing was changed. Take it again.");
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = take_note (fixture->store, "c", "1", "消す");
  ShinsaNoteRow change = { .id = id, .mark = (char *) "", .text = (char *) "変更" };
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_note_delete (fixture->store, id, &error));
  g_assert_false (shinsa_note_delete (fixture->store, id, &error));
  assert_gone (error);
  g_clear_error (&error);
  g_assert_false (shinsa_note_update (fixture->store, &change, &error));
  assert_gone (error);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = take_note (fixture->store, "c", "1", "残る");
  ShinsaNoteRow empty = { .id = id, .mark = (char *) "", .text = (char *) "" };
  g_autoptr (GError) error = NULL;

  g_assert_false (shinsa_note_insert (fixture->store, ROUND, &empty, NULL, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (shinsa_note_update (fixture->store, &empty, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_INVALID);
  assert_notes (fixture->store, NULL, "1 残る question 1;");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/notes/notes", test_notes);
  add_test ("/notes/gone", test_gone);
  add_test ("/notes/refused", test_refused);

  return g_test_run ();
}

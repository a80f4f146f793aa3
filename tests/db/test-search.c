/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-search.h"

#include "shinsa-db-fixture.h"

static void
put (ShinsaStore *store,
     const char  *application,
     const char  *source,
     const char  *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shinsa_search_replace (store, ROUND, application, source, text, &error));
  g_assert_no_error (error);
}

static void
assert_found (ShinsaStore *store,
              const char  *query,
              const char  *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = shinsa_search_find (store, ROUND, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaSearchRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s %s;", row->application, row->source);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_japanese (Fixture       *fixture,
               gconstpointer  data)
{
  put (fixture->store, "1", "content", "東京都における情報基盤の整備計画");
  put (fixture->store, "2", "content", "京都府の情報発信");
  put (fixture->store, "2", "dossier", "東北の計画");

  assert_found (fixture->store, "東", "1 content;2 dossier;");
  assert_found (fixture->store, "京都", "1 content;2 content;");
  assert_found (fixture->store, "東京", "1 content;");
  assert_found (fixture->store, "東京都", "1 content;");
  assert_found (fixture->store, "情報基盤の整備計画", "1 content;");
  assert_found (fixture->store, "整備計画書", "");
  assert_found (fixture->store, "大阪", "");
  assert_found (fixture->store, "", "");
  assert_found (fixture->store, "  　", "");
  assert_found (fixture->store, " 東京都 ", "1 content;");
}

/* People type what their input method gives them. */
static void
test_width_and_case (Fixture       *fixture,
                     gconstpointer  data)
{
  put (fixture->store, "1", "content", "ＡＩとｷｬﾝﾊﾟｽの連携 Phase 2");

  assert_found (fixture->store, "ai", "1 content;");
  assert_found (fixture->store, "ＡＩ", "1 content;");
  assert_found (fixture->store, "キャンパス", "1 content;");
  assert_found (fixture->store, "ｷｬ", "1 content;");
  assert_found (fixture->store, "phase ２", "1 content;");
}

/* Nothing that is typed is taken for the language of the index, or for a pattern. */
static void
test_special_characters (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const hostile[] = {
    "\"", "\"\"\"", "a\"b", "NOT 東京", "text:東京都", "東京* OR", "(東京", "^東京都", "{a b}: c",
    "'; DROP TABLE entry", "%%%", "___",
  };

  put (fixture->store, "1", "content", "東京都の「100%\"」という a_b 値");
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    assert_found (fixture->store, hostile[i], g_str_equal (hostile[i], "\"") ? "1 content;" : "");
  assert_found (fixture->store, "%", "1 content;");
  assert_found (fixture->store, "0%", "1 content;");
  assert_found (fixture->store, "100%\"", "1 content;");
  assert_found (fixture->store, "a_b", "1 content;");
}

static void
test_excerpt (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = g_strnfill (100, 'x');
  g_autofree char *after = g_strnfill (100, 'y');
  g_autofree char *text = g_strconcat (before, "審査委員会 ABC", after, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) lower_case = NULL;
  const ShinsaSearchRow *row;

  put (fixture->store, "1", "content", text);
  put (fixture->store, "2", "content", "審査委員会で始まる");
  rows = shinsa_search_find (fixture->store, ROUND, "審査委員会", NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_true (g_str_has_prefix (row->text, "xxxxxxxxxxxxxxxxxxxx審査委員会 ABCyyy"));
  g_assert_cmpint (g_utf8_strlen (row->text, -1), ==, 80);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->text, ==, "審査委員会で始まる");

  lower_case = shinsa_search_find (fixture->store, ROUND, "abc", NULL);
  row = g_ptr_array_index (lower_case, 0);
  g_assert_true (g_str_has_prefix (row->text, "xxxxxxxxxxxxxx審査委員会 ABCyyy"));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture->store, "1", "note:c", "最初の手控え");
  put (fixture->store, "1", "note:d", "他の手控え");
  put (fixture->store, "1", "note:c", "次の手控え");
  assert_found (fixture->store, "最初の", "");
  assert_found (fixture->store, "手控え", "1 note:c;1 note:d;");
  others = shinsa_search_find (fixture->store, DESK, "手控え", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (others->len, ==, 0);

  put (fixture->store, "1", "note:c", NULL);
  assert_found (fixture->store, "手控", "1 note:d;");

  shinsa_db_reopen (fixture, SHINSA_STORE_READ);
  g_assert_false (shinsa_search_replace (fixture->store, ROUND, "1", "content", "x", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (shinsa_search_remove (fixture->store, ROUND, "1", &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_READ_ONLY);
}

/* What was purged must not be readable in the file, not even three letters of it. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->store, "1", "content", "quetzalcoatl");
  put (fixture->store, "2", "content", "something else");
  g_assert_true (shinsa_search_remove (fixture->store, ROUND, "1", &error));
  g_assert_no_error (error);
  assert_found (fixture->store, "quetzal", "");
  assert_found (fixture->store, "something", "2 content;");

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (shinsa_db_file_has (fixture->path, "something"));
  g_assert_false (shinsa_db_file_has (fixture->path, "quetzal"));
  g_assert_false (shinsa_db_file_has (fixture->path, "zal"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/search/japanese", test_japanese);
  add_test ("/search/width-and-case", test_width_and_case);
  add_test ("/search/special-characters", test_special_characters);
  add_test ("/search/excerpt", test_excerpt);
  add_test ("/search/replace", test_replace);
  add_test ("/search/remove", test_remove);

  return g_test_run ();
}

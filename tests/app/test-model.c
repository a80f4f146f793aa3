/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shinsa-keyed-list.h"
#include "model/shinsa-row.h"

#include <math.h>

/* What a list told while it was brought up to date, such as "2-1+0 0-0+3". */
typedef struct {
  ShinsaKeyedList *list;
  GString         *told;
  guint            length;   /* as somebody knows it who only listens */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->told, "%s%u-%u+%u", fixture->told->len > 0 ? " " : "",
                          position, removed, added);
  fixture->length += added - removed;
  g_assert_cmpuint (fixture->length, ==, g_list_model_get_n_items (model));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->list = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  fixture->told = g_string_new (NULL);
  fixture->length = 0;
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_string_free (fixture->told, TRUE);
  g_assert_finalize_object (fixture->list);
}

/* One row for each letter, its title being the letter and the ending. */
static GPtrArray *
rows_new (const char *letters,
          const char *ending)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = letters; *p != '\0'; p++)
    {
      char key[] = { *p, '\0' };
      g_autofree char *title = g_strconcat (key, ending, NULL);

      g_ptr_array_add (rows, shinsa_row_new (key, title, NULL));
    }
  return rows;
}

static void
update (Fixture    *fixture,
        const char *letters)
{
  g_autoptr (GPtrArray) rows = rows_new (letters, "");

  g_string_truncate (fixture->told, 0);
  shinsa_keyed_list_update (fixture->list, rows);
}

static void
assert_order (Fixture    *fixture,
              const char *letters)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (model, i);

      g_string_append (found, shinsa_row_get_key (row));
    }
  g_assert_cmpstr (found->str, ==, letters);
  g_assert_null (g_list_model_get_item (model, g_list_model_get_n_items (model)));
}

static void
test_runs (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    const char *from;
    const char *to;
    const char *told;
  } cases[] = {
    { "", "", "" },
    { "", "abc", "0-0+3" },
    { "abc", "abc", "" },
    { "abc", "", "0-3+0" },
    { "abc", "abXYc", "2-0+2" },
    { "abcd", "ad", "1-2+0" },
    { "abcd", "Xad", "1-2+0 0-0+1" },
    { "abcde", "bd", "4-1+0 2-1+0 0-1+0" },
    { "abcd", "bcda", "0-1+0 3-0+1" },
    { "abcd", "dabc", "3-1+0 0-0+1" },
    { "abc", "XYZ", "0-3+0 0-0+3" },
    { "abcdef", "fXabde", "5-1+0 2-1+0 0-0+2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      update (fixture, "");
      update (fixture, cases[i].from);
      update (fixture, cases[i].to);
      g_assert_cmpstr (fixture->told->str, ==, cases[i].told);
      assert_order (fixture, cases[i].to);
    }
}

static void
test_survivors (Fixture       *fixture,
                gconstpointer  data)
{
  ShinsaRow *b, *d;

  update (fixture, "abcd");
  b = shinsa_keyed_list_find (fixture->list, "b");
  d = shinsa_keyed_list_find (fixture->list, "d");
  update (fixture, "dXb");

  g_assert_true (shinsa_keyed_list_find (fixture->list, "b") == b);
  g_assert_true (shinsa_keyed_list_find (fixture->list, "d") == d);
  g_assert_null (shinsa_keyed_list_find (fixture->list, "a"));
  g_assert_nonnull (shinsa_keyed_list_find (fixture->list, "X"));
  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (fixture->list)), ==,
                    SHINSA_TYPE_ROW);
}

/* Whatever comes after whatever, the list is what was asked for. */
static void
test_any_order (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20210412);

  for (int round = 0; round < 500; round++)
    {
      char letters[27] = "";
      guint n = 0;

      for (int i = 0; i < 26; i++)
        {
          char letter = (char) ('a' + g_rand_int_range (random, 0, 26));

          if (strchr (letters, letter) == NULL)
            letters[n++] = letter;
        }
      update (fixture, letters);
      assert_order (fixture, letters);
    }
}

static void
notify_cb (GObject    *row,
           GParamSpec *pspec,
           gpointer    data)
{
  g_string_append_printf (data, "%s ", pspec->name);
}

static ShinsaCell *
level_cell (const char *text,
            double      order)
{
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_LEVEL, text, g_strdup (text));

  cell->order = order;
  return cell;
}

static ShinsaRow *
row_with_cell (const char *title,
               const char *note,
               ShinsaCell *cell)
{
  ShinsaRow *row = shinsa_row_new ("key", title, note);

  shinsa_row_take_cell (row, cell);
  return row;
}

static void
test_notify (void)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (ShinsaRow) row = row_with_cell ("Title", NULL, level_cell ("3", 3));
  g_autoptr (ShinsaRow) same = row_with_cell ("Title", NULL, level_cell ("3", 3));
  g_autoptr (ShinsaRow) noted = row_with_cell ("Title", "Note", level_cell ("3", 3));
  g_autoptr (ShinsaRow) other = row_with_cell ("Other", "Note", level_cell ("2", NAN));
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  g_signal_connect (row, "notify", G_CALLBACK (notify_cb), told);
  shinsa_keyed_adopt (SHINSA_KEYED (row), SHINSA_KEYED (same));
  g_assert_cmpstr (told->str, ==, "");
  shinsa_keyed_adopt (SHINSA_KEYED (row), SHINSA_KEYED (noted));
  g_assert_cmpstr (told->str, ==, "note ");
  shinsa_keyed_adopt (SHINSA_KEYED (row), SHINSA_KEYED (other));
  g_assert_cmpstr (told->str, ==, "note title cells ");

  g_object_get (row, "title", &title, "note", &note, "cells", &cells, NULL);
  g_assert_cmpstr (title, ==, "Other");
  g_assert_cmpstr (note, ==, "Note");
  g_assert_cmpuint (cells->len, ==, 1);
  g_assert_cmpstr (shinsa_row_get_cell (row, 0)->text, ==, "2");
  g_assert_null (shinsa_row_get_cell (row, 1));
}

static void
test_cells_differ (void)
{
  g_autoptr (ShinsaCell) a = level_cell ("3", NAN);
  g_autoptr (ShinsaCell) b = level_cell ("3", NAN);
  int count = 2;

  g_assert_true (shinsa_cell_equal (a, b));
  b->flags = SHINSA_CELL_HOLLOW;
  g_assert_false (shinsa_cell_equal (a, b));
  b->flags = 0;
  b->shade = 0.5;
  g_assert_false (shinsa_cell_equal (a, b));
  b->shade = NAN;
  a->counts = g_array_new (FALSE, FALSE, sizeof (int));
  g_assert_false (shinsa_cell_equal (a, b));
  b->counts = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (a->counts, count);
  g_assert_false (shinsa_cell_equal (a, b));
  g_array_append_val (b->counts, count);
  g_assert_true (shinsa_cell_equal (a, b));
}

static void
test_titled (void)
{
  g_autoptr (ShinsaRow) row = shinsa_row_new ("key", "Strength", NULL);

  shinsa_row_take_titled_cell (row, level_cell ("3", 3));
  g_assert_cmpuint (shinsa_row_n_cells (row), ==, 1);
  g_assert_cmpstr (shinsa_row_get_cell (row, 0)->label, ==, "Strength, 3");
  g_assert_cmpstr (shinsa_row_get_cell (row, 0)->text, ==, "3");
}

static void
test_search (void)
{
  g_autoptr (ShinsaRow) row = shinsa_row_new ("key", "鶴岡バイオコミュニティ", "Member A");

  g_assert_true (shinsa_row_matches (row, ""));
  g_assert_true (shinsa_row_matches (row, "鶴岡"));
  g_assert_true (shinsa_row_matches (row, "ﾊﾞｲｵ member"));
  g_assert_true (shinsa_row_matches (row, "ＭＥＭＢＥＲ　鶴岡"));
  g_assert_false (shinsa_row_matches (row, "長岡"));
  g_assert_false (shinsa_row_matches (row, "member x"));
}

static void
test_compare (void)
{
  g_autoptr (ShinsaRow) low = row_with_cell ("b", NULL, level_cell ("1", 1));
  g_autoptr (ShinsaRow) high = row_with_cell ("a", NULL, level_cell ("4", 4));
  g_autoptr (ShinsaRow) none = row_with_cell ("c", NULL, level_cell ("–", NAN));

  g_assert_cmpint (shinsa_row_compare (low, high, 0, FALSE), <, 0);
  g_assert_cmpint (shinsa_row_compare (low, high, 0, TRUE), >, 0);
  g_assert_cmpint (shinsa_row_compare (none, high, 0, FALSE), >, 0);
  g_assert_cmpint (shinsa_row_compare (none, high, 0, TRUE), >, 0);
  g_assert_cmpint (shinsa_row_compare (none, none, 0, TRUE), ==, 0);
  g_assert_cmpint (shinsa_row_compare (low, high, 1, FALSE), ==, 0);
  g_assert_cmpint (shinsa_row_compare (low, high, -1, FALSE), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/keyed-list/runs", Fixture, NULL, set_up, test_runs, tear_down);
  g_test_add ("/model/keyed-list/survivors", Fixture, NULL, set_up, test_survivors, tear_down);
  g_test_add ("/model/keyed-list/any-order", Fixture, NULL, set_up, test_any_order, tear_down);
  g_test_add_func ("/model/row/notify", test_notify);
  g_test_add_func ("/model/row/titled", test_titled);
  g_test_add_func ("/model/row/search", test_search);
  g_test_add_func ("/model/row/compare", test_compare);
  g_test_add_func ("/model/cell/differ", test_cells_differ);
  return g_test_run ();
}

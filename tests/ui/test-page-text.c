/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-text.h"

/* Every character is ten points wide and a line twelve high. */
static ShinsaPdfText *
text_new (const char *content)
{
  ShinsaPdfText *text = shinsa_pdf_text_new (content);
  double x = 0;
  double y = 0;

  g_array_set_size (text->rects, 0);
  for (const char *p = content; *p != '\0'; p = g_utf8_next_char (p))
    {
      ShinsaPdfRect rect = { x, y, *p == '\n' ? 0 : 10, *p == '\n' ? 0 : 12 };

      g_array_append_val (text->rects, rect);
      x = *p == '\n' ? 0 : x + 10;
      y = *p == '\n' ? y + 12 : y;
    }
  return text;
}

static void
assert_word (const ShinsaPdfText *text,
             int                  at,
             const char          *word)
{
  g_autofree char *found = NULL;
  int first;
  int length;

  shinsa_page_text_word (text, at, &first, &length);
  found = shinsa_page_text_copy (text, first, length);
  g_assert_cmpstr (found, ==, word);
}

static void
test_hit (void)
{
  g_autoptr (ShinsaPdfText) text = text_new ("abc\ndef");
  gboolean inside;

  g_assert_cmpint (shinsa_page_text_hit (text, 12, 5, &inside), ==, 1);
  g_assert_true (inside);
  g_assert_cmpint (shinsa_page_text_hit (text, 18, 5, NULL), ==, 2);
  /* Beyond the end of a line its end, not the next line. */
  g_assert_cmpint (shinsa_page_text_hit (text, 500, 5, &inside), ==, 3);
  g_assert_false (inside);
  g_assert_cmpint (shinsa_page_text_hit (text, 500, 20, NULL), ==, 7);
  g_assert_cmpint (shinsa_page_text_hit (text, -9, -9, NULL), ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (ShinsaPdfText) text = text_new ("");
  gboolean inside;
  int first;
  int length;

  g_assert_cmpint (shinsa_page_text_hit (text, 5, 5, &inside), ==, 0);
  g_assert_false (inside);
  shinsa_page_text_word (text, 0, &first, &length);
  g_assert_cmpint (length, ==, 0);
  g_assert_false (shinsa_page_text_find (text, "a", &first, &length));
}

static void
test_words (void)
{
  g_autoptr (ShinsaPdfText) text = text_new ("The データ、基盤の連携\n2021 end");

  assert_word (text, 1, "The");
  assert_word (text, 4, "データ");
  assert_word (text, 8, "基盤");
  assert_word (text, 10, "の");
  assert_word (text, 11, "連携");
  assert_word (text, 15, "2021");
  assert_word (text, 99, "end");
}

static void
test_lines (void)
{
  g_autoptr (ShinsaPdfText) text = text_new ("one\ntwo three\nfour");
  g_autofree char *line = NULL;
  int first;
  int length;

  shinsa_page_text_line (text, 8, &first, &length);
  line = shinsa_page_text_copy (text, first, length);
  g_assert_cmpstr (line, ==, "two three");
}

static void
test_find (void)
{
  g_autoptr (ShinsaPdfText) text = text_new ("地域の強\nみは、world\nwide である");
  int first;
  int length;

  g_assert_true (shinsa_page_text_find (text, "強みは", &first, &length));
  g_assert_cmpint (first, ==, 3);
  g_assert_cmpint (length, ==, 4);
  g_assert_true (shinsa_page_text_find (text, "world wide", &first, &length));
  g_assert_cmpint (first, ==, 8);
  g_assert_cmpint (length, ==, 10);
  g_assert_false (shinsa_page_text_find (text, "弱み", &first, &length));
  g_assert_false (shinsa_page_text_find (text, " ", &first, &length));
}

static void
test_rects (void)
{
  g_autoptr (ShinsaPdfText) text = text_new ("abc\ndef");
  g_autoptr (GArray) rects = shinsa_pdf_text_lines (text, 1, 4);
  g_autoptr (GArray) none = shinsa_pdf_text_lines (text, 7, 3);

  g_assert_cmpuint (rects->len, ==, 2);
  g_assert_cmpfloat (g_array_index (rects, ShinsaPdfRect, 0).x, ==, 10);
  g_assert_cmpfloat (g_array_index (rects, ShinsaPdfRect, 0).width, ==, 20);
  g_assert_cmpfloat (g_array_index (rects, ShinsaPdfRect, 1).y, ==, 12);
  g_assert_cmpfloat (g_array_index (rects, ShinsaPdfRect, 1).width, ==, 10);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
assert_quote (const char *copy,
              const char *quote)
{
  g_autofree char *got = shinsa_page_text_quote (copy);

  g_assert_cmpstr (got, ==, quote);
}

static void
test_quotes (void)
{
  g_autofree char *long_copy = g_strnfill (5000, 'x');
  g_autofree char *long_quote = shinsa_page_text_quote (long_copy);

  assert_quote ("", "");
  assert_quote ("  \n ", "");
  assert_quote ("two\nlines", "two lines");
  assert_quote ("地域の強\nみを示す", "地域の強みを示す");
  assert_quote ("強み\nworld", "強み world");
  assert_quote ("  a   b  ", "a b");
  assert_quote ("強み　と", "強み と");
  g_assert_cmpuint (strlen (long_quote), ==, 2000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-text/hit", test_hit);
  g_test_add_func ("/page-text/nothing", test_nothing);
  g_test_add_func ("/page-text/words", test_words);
  g_test_add_func ("/page-text/lines", test_lines);
  g_test_add_func ("/page-text/find", test_find);
  g_test_add_func ("/page-text/rects", test_rects);
  g_test_add_func ("/page-text/quotes", test_quotes);
  return g_test_run ();
}

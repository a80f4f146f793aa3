/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-folded.h"

static char *
folded_text (const char *text)
{
  g_autoptr (GArray) folded = shinsa_pdf_fold (text);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < folded->len; i++)
    g_string_append_unichar (string, g_array_index (folded, ShinsaPdfFolded, i).character);
  return g_string_free (string, FALSE);
}

static void
test_fold (void)
{
  static const char *pairs[][2] = {
    { "", "" },
    { "バイオ", "バイオ" },
    { "ﾊﾞｲｵ", "バイオ" },                       /* half width, the mark a character of its own */
    { "ハ\xe3\x82\x99イオ", "バイオ" },          /* a mark that joins */
    { "ＡＢＣ１２３", "abc123" },
    { "①㈱㎡", "1(株)m2" },
    { "⼈⽣", "人生" },                           /* radicals, as some programs write them */
    { "Straße", "strasse" },
    { "oﬃce", "office" },
    { "産学\n連携", "産学連携" },
    { "産 学　連 携", "産学連携" },
    { "第 3 章", "第3章" },
    { "two\n  words", "two words" },
    { " ends ", "ends" },
    { "市場\nsize", "市場size" },
    { "co\u00adoperate", "cooperate" },          /* a hyphen that is not seen */
    { "葛\U000e0100城", "葛城" },                /* a variant */
    { "\n \n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text = folded_text (pairs[i][0]);

      g_assert_cmpstr (text, ==, pairs[i][1]);
    }
}

/* As no person writes, but a file may have it: it is read all the same, and nothing is lost. */
static void
test_many_marks (void)
{
  enum { N_MARKS = 1000000 };
  g_autoptr (GString) text = g_string_new ("e");
  g_autoptr (GArray) folded = NULL;

  /* One that stands below and one above, so that they want to be put in order. */
  for (int i = 0; i < N_MARKS; i++)
    g_string_append (text, i % 2 == 0 ? "\xcc\x81" : "\xcc\xa3");
  folded = shinsa_pdf_fold (text->str);
  g_assert_cmpuint (g_array_index (folded, ShinsaPdfFolded, folded->len - 1).end, ==, N_MARKS + 1);
}

/* The characters of @text, from the first to before the last, where @words are found. */
static void
assert_found (const char *text,
              const char *words,
              guint       first,
              guint       end)
{
  g_autoptr (GArray) folded = shinsa_pdf_fold (text);
  g_autoptr (GArray) wanted = shinsa_pdf_fold (words);
  guint from = 0;
  guint found_first = G_MAXUINT;
  guint found_end = G_MAXUINT;

  g_assert_true (shinsa_pdf_find (folded, wanted, &from, &found_first, &found_end));
  g_assert_cmpuint (found_first, ==, first);
  g_assert_cmpuint (found_end, ==, end);
}

static void
test_find (void)
{
  assert_found ("地域の産学\n官連携", "産学官", 3, 7);
  assert_found ("市場ﾊﾞｲｵ産業", "バイオ", 2, 6);
  assert_found ("oﬃce hours", "fice", 1, 4);           /* a ligature is found as a whole */
  assert_found ("A  B\nC", "b c", 3, 6);
  assert_found ("㈱審査", "株", 0, 1);
  assert_found ("x東京y", "東京", 1, 3);
}

static void
test_find_not (void)
{
  g_autoptr (GArray) folded = shinsa_pdf_fold ("notable two words か");
  static const char *absent[] = { "", " ", "no table", "twowords", "が", "wordsか x", "kか" };

  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_autoptr (GArray) wanted = shinsa_pdf_fold (absent[i]);
      guint from = 0;
      guint first, end;

      g_assert_false (shinsa_pdf_find (folded, wanted, &from, &first, &end));
    }
}

/* One after the other, and none that overlaps the last. */
static void
test_find_all (void)
{
  g_autoptr (GArray) folded = shinsa_pdf_fold ("ああああ、ああ");
  g_autoptr (GArray) wanted = shinsa_pdf_fold ("ああ");
  guint from = 0;
  guint first, end;
  GString *places = g_string_new (NULL);

  while (shinsa_pdf_find (folded, wanted, &from, &first, &end))
    g_string_append_printf (places, "%u-%u ", first, end);
  g_assert_cmpstr (places->str, ==, "0-2 2-4 5-7 ");
  g_string_free (places, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-folded/fold", test_fold);
  g_test_add_func ("/pdf-folded/many-marks", test_many_marks);
  g_test_add_func ("/pdf-folded/find", test_find);
  g_test_add_func ("/pdf-folded/find-not", test_find_not);
  g_test_add_func ("/pdf-folded/find-all", test_find_all);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-mark.h"

typedef struct {
  const char     *text;
  ShinsaNoteMark  mark;
  int             length;
} Case;

static const Case of_members[] = {
  { "", SHINSA_NOTE_MARK_NONE, 0 },
  { "q", SHINSA_NOTE_MARK_NONE, 0 },
  { "q ", SHINSA_NOTE_MARK_QUESTION, 2 },
  { "q why", SHINSA_NOTE_MARK_QUESTION, 2 },
  { "quick", SHINSA_NOTE_MARK_NONE, 0 },
  { "ｑ　なぜ", SHINSA_NOTE_MARK_QUESTION, 2 },
  { "ｑなぜ", SHINSA_NOTE_MARK_NONE, 0 },
  { "問", SHINSA_NOTE_MARK_QUESTION, 1 },
  { "問 なぜ", SHINSA_NOTE_MARK_QUESTION, 2 },
  { "問　なぜ", SHINSA_NOTE_MARK_QUESTION, 2 },
  { "問題が残る", SHINSA_NOTE_MARK_NONE, 0 },
  { "a because", SHINSA_NOTE_MARK_ANSWER, 2 },
  { "A company", SHINSA_NOTE_MARK_NONE, 0 },
  { "ａ ", SHINSA_NOTE_MARK_ANSWER, 2 },
  { "答", SHINSA_NOTE_MARK_ANSWER, 1 },
  { "答弁", SHINSA_NOTE_MARK_NONE, 0 },
  { "!", SHINSA_NOTE_MARK_NONE, 0 },
  { "! look", SHINSA_NOTE_MARK_IMPORTANT, 2 },
  { "！", SHINSA_NOTE_MARK_IMPORTANT, 1 },
  { "！ 重要", SHINSA_NOTE_MARK_IMPORTANT, 2 },
  { "p page 7", SHINSA_NOTE_MARK_NONE, 0 },
  { "手", SHINSA_NOTE_MARK_NONE, 0 },
  { " q ", SHINSA_NOTE_MARK_NONE, 0 },
};

static const Case of_the_desk[] = {
  { "q why", SHINSA_NOTE_MARK_QUESTION, 2 },
  { "p to be asked", SHINSA_NOTE_MARK_PRIVATE, 2 },
  { "ｐ　控え", SHINSA_NOTE_MARK_PRIVATE, 2 },
  { "手", SHINSA_NOTE_MARK_PRIVATE, 1 },
  { "手 控え", SHINSA_NOTE_MARK_PRIVATE, 2 },
  { "手続", SHINSA_NOTE_MARK_NONE, 0 },
};

static void
assert_found (const Case *cases,
              guint       count,
              gboolean    is_desk)
{
  for (guint i = 0; i < count; i++)
    {
      glong length = -1;

      g_assert_cmpint (shinsa_note_mark_find (cases[i].text, is_desk, &length), ==, cases[i].mark);
      g_assert_cmpint (length, ==, cases[i].length);
    }
}

static void
test_find (void)
{
  assert_found (of_members, G_N_ELEMENTS (of_members), FALSE);
  assert_found (of_the_desk, G_N_ELEMENTS (of_the_desk), TRUE);
}

static void
assert_note (ShinsaNoteMark  mark,
             gboolean        is_desk,
             const char     *word,
             gboolean        is_private,
             const char     *label)
{
  g_autoptr (ShinsaNote) note = shinsa_note_new ();
  g_autoptr (ShinsaNote) copy = NULL;

  shinsa_note_set_mark (note, mark, is_desk);
  g_assert_cmpstr (note->mark, ==, word);
  g_assert_true (note->is_private == is_private);
  g_assert_cmpint (shinsa_note_get_mark (note, is_desk), ==, mark);
  g_assert_cmpstr (shinsa_note_mark_label (mark, is_desk), ==, label);
  g_assert_nonnull (shinsa_note_mark_name (mark, is_desk));

  copy = shinsa_note_copy (note);
  g_assert_cmpstr (copy->mark, ==, word);
  g_assert_true (copy->is_private == is_private);
}

/* A member's note is private and the desk's is not, unless it is marked. */
static void
test_note (void)
{
  assert_note (SHINSA_NOTE_MARK_NONE, FALSE, "", TRUE, "private");
  assert_note (SHINSA_NOTE_MARK_QUESTION, FALSE, "question", FALSE, "Q");
  assert_note (SHINSA_NOTE_MARK_ANSWER, FALSE, "answer", FALSE, "A");
  assert_note (SHINSA_NOTE_MARK_IMPORTANT, FALSE, "important", FALSE, "!");
  assert_note (SHINSA_NOTE_MARK_NONE, TRUE, "", FALSE, "record");
  assert_note (SHINSA_NOTE_MARK_ANSWER, TRUE, "answer", FALSE, "A");
  assert_note (SHINSA_NOTE_MARK_PRIVATE, TRUE, "", TRUE, "private");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note-mark/find", test_find);
  g_test_add_func ("/note-mark/note", test_note);
  return g_test_run ();
}

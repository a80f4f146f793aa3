/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-mark.h"

#include "rules/shinsa-round-parts.h"

#include <glib/gi18n-lib.h>

#define IDEOGRAPHIC_SPACE 0x3000

typedef struct {
  ShinsaNoteMark  mark;
  const char     *word;     /* of the note */
  const char     *letters;  /* a mark where a space follows */
  const char     *signs;    /* a mark even without, where nothing else was typed yet */
} Typed;

/* A sign that begins a word, as 問題 does, is no mark: the word is committed as a whole. */
static const Typed typed_marks[] = {
  { SHINSA_NOTE_MARK_QUESTION, "question", "qｑ問", "問" },
  { SHINSA_NOTE_MARK_ANSWER, "answer", "aａ答", "答" },
  { SHINSA_NOTE_MARK_IMPORTANT, "important", "!！", "！" },
  { SHINSA_NOTE_MARK_PRIVATE, "", "pｐ手", "手" },
};

static gboolean
is_among (const char *characters,
          gunichar    character)
{
  return g_utf8_strchr (characters, -1, character) != NULL;
}

static gboolean
is_space (gunichar character)
{
  return character == ' ' || character == IDEOGRAPHIC_SPACE;
}

/**
 * shinsa_note_mark_find:
 * @text: (not nullable): what was typed
 * @is_desk: whether the desk types
 * @length: (out): how many characters the mark takes, with the space behind it
 *
 * Returns: the mark that @text begins with, or SHINSA_NOTE_MARK_NONE
 */
ShinsaNoteMark
shinsa_note_mark_find (const char *text,
                       gboolean    is_desk,
                       glong      *length)
{
  gunichar first;
  gunichar second;

  g_return_val_if_fail (text != NULL && length != NULL, SHINSA_NOTE_MARK_NONE);

  *length = 0;
  first = g_utf8_get_char (text);
  if (first == 0)
    return SHINSA_NOTE_MARK_NONE;
  second = g_utf8_get_char (g_utf8_next_char (text));
  for (guint i = 0; i < G_N_ELEMENTS (typed_marks); i++)
    {
      const Typed *typed = &typed_marks[i];

      /* What a member does not mark is private as it is. */
      if (typed->mark == SHINSA_NOTE_MARK_PRIVATE && !is_desk)
        continue;
      if (is_space (second) ? is_among (typed->letters, first)
                            : second == 0 && is_among (typed->signs, first))
        {
          *length = second == 0 ? 1 : 2;
          return typed->mark;
        }
    }
  return SHINSA_NOTE_MARK_NONE;
}

/**
 * shinsa_note_get_mark:
 * @note: (not nullable): a note
 * @is_desk: whether it is the desk's
 *
 * Returns: the mark that @note was taken with
 */
ShinsaNoteMark
shinsa_note_get_mark (const ShinsaNote *note,
                      gboolean          is_desk)
{
  g_return_val_if_fail (note != NULL, SHINSA_NOTE_MARK_NONE);

  if (note->is_private)
    return is_desk ? SHINSA_NOTE_MARK_PRIVATE : SHINSA_NOTE_MARK_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (typed_marks); i++)
    if (*note->mark != '\0' && g_str_equal (note->mark, typed_marks[i].word))
      return typed_marks[i].mark;
  return SHINSA_NOTE_MARK_NONE;
}

/**
 * shinsa_note_set_mark:
 * @note: (not nullable): a note
 * @mark: what it is marked with
 * @is_desk: whether it is the desk's
 */
void
shinsa_note_set_mark (ShinsaNote     *note,
                      ShinsaNoteMark  mark,
                      gboolean        is_desk)
{
  g_return_if_fail (note != NULL);

  shinsa_set_string (&note->mark, "");
  for (guint i = 0; i < G_N_ELEMENTS (typed_marks); i++)
    if (mark == typed_marks[i].mark)
      shinsa_set_string (&note->mark, typed_marks[i].word);
  note->is_private = mark == SHINSA_NOTE_MARK_PRIVATE ||
                     (mark == SHINSA_NOTE_MARK_NONE && !is_desk);
}

/**
 * shinsa_note_mark_label:
 * @mark: a mark
 * @is_desk: whether it is on a note of the desk
 *
 * Returns: (transfer none): the one or few characters of the chip
 */
const char *
shinsa_note_mark_label (ShinsaNoteMark mark,
                        gboolean       is_desk)
{
  switch (mark)
    {
    case SHINSA_NOTE_MARK_QUESTION:
      /* Translators: marks a note that is a question; one or two characters. */
      return C_("note mark", "Q");
    case SHINSA_NOTE_MARK_ANSWER:
      /* Translators: marks a note that is an answer; one or two characters. */
      return C_("note mark", "A");
    case SHINSA_NOTE_MARK_IMPORTANT:
      /* Translators: marks a note that is important; one or two characters. */
      return C_("note mark", "!");
    case SHINSA_NOTE_MARK_PRIVATE:
      return C_("note mark", "private");
    case SHINSA_NOTE_MARK_NONE:
    default:
      return is_desk ? C_("note mark", "record") : C_("note mark", "private");
    }
}

/**
 * shinsa_note_mark_name:
 * @mark: a mark
 * @is_desk: whether it is on a note of the desk
 *
 * Returns: (transfer none): what the mark means, as it is read out
 */
const char *
shinsa_note_mark_name (ShinsaNoteMark mark,
                       gboolean       is_desk)
{
  switch (mark)
    {
    case SHINSA_NOTE_MARK_QUESTION:
      return C_("note", "Question, for the record");
    case SHINSA_NOTE_MARK_ANSWER:
      return C_("note", "Answer, for the record");
    case SHINSA_NOTE_MARK_IMPORTANT:
      return C_("note", "Important, for the record");
    case SHINSA_NOTE_MARK_PRIVATE:
      return C_("note", "Private note");
    case SHINSA_NOTE_MARK_NONE:
    default:
      return is_desk ? C_("note", "Record note") : C_("note", "Private note");
    }
}

/**
 * shinsa_note_copy:
 * @note: (not nullable): a note
 *
 * Returns: (transfer full): the same once more
 */
ShinsaNote *
shinsa_note_copy (const ShinsaNote *note)
{
  ShinsaNote *copy;

  g_return_val_if_fail (note != NULL, NULL);

  copy = shinsa_note_new ();
  copy->id = note->id;
  copy->is_private = note->is_private;
  shinsa_set_string (&copy->application, note->application);
  shinsa_set_string (&copy->at, note->at);
  shinsa_set_string (&copy->mark, note->mark);
  shinsa_set_string (&copy->text, note->text);
  return copy;
}

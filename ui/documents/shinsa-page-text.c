/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-text.h"

/* How many characters of a selection are kept as the words of an evidence. */
#define LONGEST_QUOTE 2000

/* How much farther than to the side something is that is in another line. */
#define LINE_WEIGHT 4

static const ShinsaPdfRect *
rect_at (const ShinsaPdfText *text,
         int                  at)
{
  return &g_array_index (text->rects, ShinsaPdfRect, at);
}

/* Line breaks have a place among the characters, but none on the page. */
static gboolean
is_drawn (const ShinsaPdfRect *rect)
{
  return rect->width > 0 && rect->height > 0;
}

static double
outside (double value,
         double start,
         double length)
{
  return MAX (MAX (start - value, value - start - length), 0);
}

/**
 * shinsa_page_text_length:
 * @text: (nullable): the text of a page
 *
 * Returns: how many characters it has
 */
int
shinsa_page_text_length (const ShinsaPdfText *text)
{
  return text != NULL ? (int) text->rects->len : 0;
}

/**
 * shinsa_page_text_hit:
 * @text: the text of a page
 * @x: a place on the page, in points
 * @y: a place on the page, in points
 * @inside: (out) (optional): whether there is a character at that place
 *
 * Returns: between which characters a selection begins or ends there
 */
int
shinsa_page_text_hit (const ShinsaPdfText *text,
                      double               x,
                      double               y,
                      gboolean            *inside)
{
  double nearest = G_MAXDOUBLE;
  int best = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (int i = 0; i < shinsa_page_text_length (text); i++)
    {
      const ShinsaPdfRect *rect = rect_at (text, i);
      double distance = outside (y, rect->y, rect->height) * LINE_WEIGHT +
                        outside (x, rect->x, rect->width);

      if (is_drawn (rect) && distance < nearest)
        {
          nearest = distance;
          best = x > rect->x + rect->width / 2 ? i + 1 : i;
        }
    }
  if (inside != NULL)
    *inside = nearest <= 0;
  return best;
}

typedef enum {
  OTHER,
  SPACE,
  ALPHABETIC,
  KANJI,
  HIRAGANA,
  KATAKANA,
} Class;

/* A run of one class is a word; good enough to be chosen by a double click. */
static Class
class_of (gunichar character)
{
  if (g_unichar_isspace (character))
    return SPACE;
  /* The mark that draws a vowel out, half and full width. */
  if (character == 0x30fc || character == 0xff70)
    return KATAKANA;
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
      return KANJI;
    case G_UNICODE_SCRIPT_HIRAGANA:
      return HIRAGANA;
    case G_UNICODE_SCRIPT_KATAKANA:
      return KATAKANA;
    default:
      return g_unichar_isalnum (character) ? ALPHABETIC : OTHER;
    }
}

static gboolean
same_word (gunichar a,
           gunichar b)
{
  return class_of (a) == class_of (b);
}

static gboolean
same_line (gunichar a,
           gunichar b)
{
  return b != '\n';
}

static void
run_around (const ShinsaPdfText *text,
            int                  at,
            gboolean           (*belongs) (gunichar a, gunichar b),
            int                 *first,
            int                 *length)
{
  int end = shinsa_page_text_length (text);
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text->text, -1, NULL);
  int start;

  *first = 0;
  *length = 0;
  if (end == 0)
    return;
  at = CLAMP (at, 0, end - 1);
  start = at;
  while (start > 0 && belongs (characters[at], characters[start - 1]))
    start--;
  *first = start;
  while (at < end - 1 && belongs (characters[start], characters[at + 1]))
    at++;
  *length = at + 1 - start;
}

/**
 * shinsa_page_text_word:
 * @text: the text of a page
 * @at: a character
 * @first: (out): where the word around it begins
 * @length: (out): how many characters it has
 */
void
shinsa_page_text_word (const ShinsaPdfText *text,
                       int                  at,
                       int                 *first,
                       int                 *length)
{
  g_return_if_fail (text != NULL);

  run_around (text, at, same_word, first, length);
}

/**
 * shinsa_page_text_line:
 * @text: the text of a page
 * @at: a character
 * @first: (out): where the line around it begins
 * @length: (out): how many characters it has
 */
void
shinsa_page_text_line (const ShinsaPdfText *text,
                       int                  at,
                       int                 *first,
                       int                 *length)
{
  g_return_if_fail (text != NULL);

  run_around (text, at, same_line, first, length);
}

/* The characters without white space, and where in the text each stands. */
static GArray *
without_space (const char *text,
               GArray     *places)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  int place = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        continue;
      g_array_append_val (characters, character);
      if (places != NULL)
        g_array_append_val (places, place);
    }
  return characters;
}

/**
 * shinsa_page_text_find:
 * @text: the text of a page
 * @quote: words of it
 * @first: (out): where they begin
 * @length: (out): how many characters they take
 *
 * White space makes no difference: a quote keeps none of the line breaks of its page.
 *
 * Returns: whether they are there
 */
gboolean
shinsa_page_text_find (const ShinsaPdfText *text,
                       const char          *quote,
                       int                 *first,
                       int                 *length)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) page = NULL;
  g_autoptr (GArray) words = NULL;

  g_return_val_if_fail (text != NULL && quote != NULL, FALSE);

  page = without_space (text->text, places);
  words = without_space (quote, NULL);
  if (words->len == 0)
    return FALSE;
  for (guint i = 0; i + words->len <= page->len; i++)
    if (memcmp (&g_array_index (page, gunichar, i), words->data,
                words->len * sizeof (gunichar)) == 0)
      {
        *first = g_array_index (places, int, i);
        *length = g_array_index (places, int, i + words->len - 1) + 1 - *first;
        return TRUE;
      }
  return FALSE;
}

/**
 * shinsa_page_text_copy:
 * @text: the text of a page
 * @first: a character
 * @length: how many of them
 *
 * Returns: (transfer full): the characters
 */
char *
shinsa_page_text_copy (const ShinsaPdfText *text,
                       int                  first,
                       int                  length)
{
  int end;

  g_return_val_if_fail (text != NULL, NULL);

  end = MIN (first + length, shinsa_page_text_length (text));
  first = CLAMP (first, 0, end);
  return g_utf8_substring (text->text, first, end);
}

/* Japanese is broken anywhere; where a line ends, nothing stands between the characters. */
static gboolean
needs_space (const GString *before,
             const char    *after,
             gboolean       broken)
{
  const char *last = g_utf8_find_prev_char (before->str, before->str + before->len);

  if (last == NULL || *after == '\0')
    return FALSE;
  return !broken || !g_unichar_iswide (g_utf8_get_char (last)) ||
         !g_unichar_iswide (g_utf8_get_char (after));
}

/**
 * shinsa_page_text_quote:
 * @copy: characters of a page
 *
 * Returns: (transfer full): the same words on one line, of what is very long the beginning
 */
char *
shinsa_page_text_quote (const char *copy)
{
  GString *quote = g_string_new (NULL);
  int count = 0;

  g_return_val_if_fail (copy != NULL, NULL);

  for (const char *p = copy; *p != '\0' && count < LONGEST_QUOTE; count++)
    {
      gboolean broken = FALSE;
      gboolean space = FALSE;

      for (; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        {
          space = TRUE;
          broken |= *p == '\n';
        }
      if (space && needs_space (quote, p, broken))
        g_string_append_c (quote, ' ');
      if (*p == '\0')
        break;
      g_string_append_unichar (quote, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return g_string_free (quote, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-folded.h"

/* No script puts more marks on one character; to put thousands of them in order takes hours. */
#define MAX_MARKS 30

/* Hyphens that are not seen, joiners and the choice of a variant say nothing about the word. */
static gboolean
is_ignored (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT ||
         (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0xe0100 && c <= 0xe01ef);
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

/* The marks of half-width katakana become ones that are joined with what stands before. */
static gboolean
joins (gunichar c)
{
  return (g_unichar_ismark (c) && !is_ignored (c)) || c == 0xff9e || c == 0xff9f;
}

/* Most of a text is itself already, and need not go through the tables. */
static gboolean
is_folded (gunichar c)
{
  return (c < 0x80 && !g_ascii_isupper ((char) c)) ||
         (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30a1 && c <= 0x30fe) ||
         (c >= 0x4e00 && c <= 0x9fff);
}

static void
append (GArray   *folded,
        gunichar  c,
        guint     first,
        guint     end)
{
  ShinsaPdfFolded one = { c, first, end };

  g_array_append_val (folded, one);
}

/* A character with the marks that follow it. */
static void
append_cluster (GArray     *folded,
                const char *text,
                gssize      length,
                guint       first,
                guint       end)
{
  g_autofree char *composed = g_utf8_normalize (text, length, G_NORMALIZE_NFKC);
  g_autofree char *caseless = g_utf8_casefold (composed, -1);
  g_autofree char *normal = g_utf8_normalize (caseless, -1, G_NORMALIZE_NFKC);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    append (folded, g_utf8_get_char (p), first, end);
}

/* White space parts words, but not where Japanese was broken into lines or spread out: it is
 * decided once both its neighbours are known. */
static void
settle_space (GArray *folded,
              guint   place)
{
  const ShinsaPdfFolded *items = (const ShinsaPdfFolded *) (gconstpointer) folded->data;

  if (place == 0 || place + 1 >= folded->len ||
      g_unichar_iswide (items[place - 1].character) ||
      g_unichar_iswide (items[place + 1].character))
    g_array_remove_index (folded, place);
}

/**
 * shinsa_pdf_fold:
 * @text: (not nullable): UTF-8
 *
 * Returns: (transfer full) (element-type ShinsaPdfFolded): @text without the differences that
 *   nobody means who searches
 */
GArray *
shinsa_pdf_fold (const char *text)
{
  GArray *folded;
  const char *p = text;
  guint at = 0;
  gboolean spaced = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_array_new (FALSE, FALSE, sizeof (ShinsaPdfFolded));
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *start = p;
      guint first = at;
      guint before = folded->len;

      do
        {
          p = g_utf8_next_char (p);
          at++;
        }
      while (*p != '\0' && at - first <= MAX_MARKS && joins (g_utf8_get_char (p)));

      if (is_ignored (c))
        continue;
      if (is_space (c))
        {
          if (!spaced)
            append (folded, ' ', first, at);
          spaced = TRUE;
          continue;
        }
      if (at == first + 1 && is_folded (c))
        append (folded, c, first, at);
      else
        append_cluster (folded, start, p - start, first, at);
      if (spaced && folded->len > before)
        {
          settle_space (folded, before - 1);
          spaced = FALSE;
        }
    }
  if (spaced)
    settle_space (folded, folded->len - 1);

  return folded;
}

static gboolean
stands_at (GArray *text,
           GArray *words,
           guint   place)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (text, ShinsaPdfFolded, place + i).character !=
        g_array_index (words, ShinsaPdfFolded, i).character)
      return FALSE;
  return TRUE;
}

/**
 * shinsa_pdf_find:
 * @text: (element-type ShinsaPdfFolded): where to look
 * @words: (element-type ShinsaPdfFolded): what to look for
 * @from: (inout): the place in @text to start from; afterwards the one to go on from
 * @first: (out): the first character of the original
 * @end: (out): the character of the original after the last
 *
 * Returns: whether it was found; nothing is found nowhere
 */
gboolean
shinsa_pdf_find (GArray *text,
                 GArray *words,
                 guint  *from,
                 guint  *first,
                 guint  *end)
{
  g_return_val_if_fail (text != NULL && words != NULL, FALSE);
  g_return_val_if_fail (from != NULL && first != NULL && end != NULL, FALSE);

  if (words->len == 0)
    return FALSE;
  for (guint place = *from; place + words->len <= text->len; place++)
    if (stands_at (text, words, place))
      {
        *from = place + words->len;
        *first = g_array_index (text, ShinsaPdfFolded, place).first;
        *end = g_array_index (text, ShinsaPdfFolded, *from - 1).end;
        return TRUE;
      }
  return FALSE;
}

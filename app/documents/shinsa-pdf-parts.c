/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-parts.h"

/**
 * shinsa_pdf_heading_new:
 * @title: its words
 * @page: the page it is on, from 1
 * @depth: 0 for a chapter, 1 for what is under one, and so on
 *
 * Returns: (transfer full): a heading
 */
ShinsaPdfHeading *
shinsa_pdf_heading_new (const char *title,
                        int         page,
                        int         depth)
{
  ShinsaPdfHeading *heading;

  g_return_val_if_fail (title != NULL, NULL);

  heading = g_new0 (ShinsaPdfHeading, 1);
  heading->title = g_strdup (title);
  heading->page = page;
  heading->depth = depth;
  return heading;
}

void
shinsa_pdf_heading_free (ShinsaPdfHeading *heading)
{
  g_free (heading->title);
  g_free (heading);
}

/**
 * shinsa_pdf_text_new:
 * @text: (not nullable): UTF-8
 *
 * Returns: (transfer full): @text with no place for its characters yet
 */
ShinsaPdfText *
shinsa_pdf_text_new (const char *text)
{
  ShinsaPdfText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ShinsaPdfText, 1);
  self->text = g_strdup (text);
  self->rects = g_array_new (FALSE, FALSE, sizeof (ShinsaPdfRect));
  return self;
}

void
shinsa_pdf_text_free (ShinsaPdfText *text)
{
  g_free (text->text);
  g_array_unref (text->rects);
  g_free (text);
}

/* Whether a character goes on with the line that has been gathered. */
static gboolean
goes_on (const ShinsaPdfRect *line,
         const ShinsaPdfRect *rect)
{
  double common = MIN (line->y + line->height, rect->y + rect->height) - MAX (line->y, rect->y);
  double gap = rect->x - line->x - line->width;

  return common > MIN (line->height, rect->height) / 2 && gap < 2 * rect->height &&
         gap > -rect->height;
}

static void
widen (ShinsaPdfRect       *line,
       const ShinsaPdfRect *rect)
{
  double right = MAX (line->x + line->width, rect->x + rect->width);
  double bottom = MAX (line->y + line->height, rect->y + rect->height);

  line->x = MIN (line->x, rect->x);
  line->y = MIN (line->y, rect->y);
  line->width = right - line->x;
  line->height = bottom - line->y;
}

/**
 * shinsa_pdf_text_lines:
 * @text: (not nullable): the text of a page
 * @first: a character
 * @length: how many of them
 *
 * Returns: (transfer full) (element-type ShinsaPdfRect): what they cover, one for each line
 */
GArray *
shinsa_pdf_text_lines (const ShinsaPdfText *text,
                       int                  first,
                       int                  length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ShinsaPdfRect));
  int end;

  g_return_val_if_fail (text != NULL, lines);

  end = MIN (first + length, (int) text->rects->len);
  for (int i = MAX (first, 0); i < end; i++)
    {
      const ShinsaPdfRect *rect = &g_array_index (text->rects, ShinsaPdfRect, i);
      ShinsaPdfRect *line = lines->len > 0
                            ? &g_array_index (lines, ShinsaPdfRect, lines->len - 1) : NULL;

      /* The end of a line takes no room. */
      if (rect->width <= 0 || rect->height <= 0)
        continue;
      if (line != NULL && goes_on (line, rect))
        widen (line, rect);
      else
        g_array_append_vals (lines, rect, 1);
    }
  return lines;
}

void
shinsa_pdf_match_free (ShinsaPdfMatch *match)
{
  g_array_unref (match->rects);
  g_free (match->context);
  g_free (match);
}

void
shinsa_pdf_image_free (ShinsaPdfImage *image)
{
  g_bytes_unref (image->pixels);
  g_free (image);
}

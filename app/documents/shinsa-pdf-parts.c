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

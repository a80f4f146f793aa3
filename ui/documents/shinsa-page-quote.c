/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-quote.h"

#include "documents/shinsa-page-text.h"

/**
 * shinsa_page_quote_clear:
 * @self: a quote
 *
 * Nothing is marked any more.
 */
void
shinsa_page_quote_clear (ShinsaPageQuote *self)
{
  g_return_if_fail (self != NULL);

  self->page = 0;
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->rects, g_array_unref);
}

/**
 * shinsa_page_quote_set:
 * @self: a quote
 * @page: a page
 * @words: what to mark on it
 */
void
shinsa_page_quote_set (ShinsaPageQuote *self,
                       int              page,
                       const char      *words)
{
  g_return_if_fail (self != NULL && words != NULL);

  shinsa_page_quote_clear (self);
  self->page = page;
  self->words = g_strdup (words);
}

/**
 * shinsa_page_quote_find:
 * @self: a quote
 * @selection: who has the texts of the pages
 *
 * Looks for the words, once, when the text of the page is there.
 *
 * Returns: whether they were found just now
 */
gboolean
shinsa_page_quote_find (ShinsaPageQuote     *self,
                        ShinsaPageSelection *selection)
{
  const ShinsaPdfText *text;
  int first;
  int length;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->words == NULL)
    return FALSE;
  text = shinsa_page_selection_get_text (selection, self->page);
  if (text == NULL)
    return FALSE;
  if (shinsa_page_text_find (text, self->words, &first, &length))
    self->rects = shinsa_pdf_text_lines (text, first, length);
  g_clear_pointer (&self->words, g_free);
  return self->rects != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-outline.h"

#include "documents/shinsa-pdf-parts.h"

/* Nobody reads a list of more, or finds the way in one that is deeper. Those without a title count,
 * too: lists that share what is under them would have no end otherwise. */
#define MAX_HEADINGS 5000
#define MAX_DEPTH 16

typedef struct {
  PopplerDocument *document;
  int              n_pages;
  GPtrArray       *headings;      /* (element-type ShinsaPdfHeading) */
  guint            n_seen;
} Outline;

static int
page_of_dest (Outline           *self,
              const PopplerDest *dest)
{
  PopplerDest *named = NULL;
  int page = 0;

  if (dest == NULL)
    return 0;
  if (dest->type == POPPLER_DEST_NAMED && dest->named_dest != NULL)
    named = poppler_document_find_dest (self->document, dest->named_dest);
  page = named != NULL ? named->page_num : dest->page_num;
  g_clear_pointer (&named, poppler_dest_free);
  return page >= 1 && page <= self->n_pages ? page : 0;
}

/* One line, whatever was put into the file. */
static char *
clean_title (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title != NULL ? title : "", -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean spaced = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          spaced = clean->len > 0;
          continue;
        }
      if (spaced)
        g_string_append_c (clean, ' ');
      spaced = FALSE;
      g_string_append_unichar (clean, c);
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* What a heading would do is looked at only for the page that it leads to. */
static void
add_heading (Outline          *self,
             PopplerIndexIter *iter,
             int               depth)
{
  PopplerAction *action = poppler_index_iter_get_action (iter);
  g_autofree char *title = NULL;
  int page = 0;

  if (action == NULL)
    return;
  title = clean_title (action->any.title);
  if (action->type == POPPLER_ACTION_GOTO_DEST)
    page = page_of_dest (self, action->goto_dest.dest);
  poppler_action_free (action);
  if (*title != '\0')
    g_ptr_array_add (self->headings, shinsa_pdf_heading_new (title, page, depth));
}

static void
add_level (Outline          *self,
           PopplerIndexIter *iter,
           int               depth)
{
  do
    {
      PopplerIndexIter *child;

      self->n_seen++;
      add_heading (self, iter, depth);
      child = depth + 1 < MAX_DEPTH ? poppler_index_iter_get_child (iter) : NULL;
      if (child != NULL)
        add_level (self, child, depth + 1);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (self->n_seen < MAX_HEADINGS && poppler_index_iter_next (iter));
}

/* A heading that leads nowhere stands for what is under it; if that is nothing it goes. */
static void
place_headings (GPtrArray *headings)
{
  for (guint i = headings->len; i-- > 0;)
    {
      ShinsaPdfHeading *heading = g_ptr_array_index (headings, i);
      const ShinsaPdfHeading *next = NULL;

      if (heading->page > 0)
        continue;
      if (i + 1 < headings->len)
        next = g_ptr_array_index (headings, i + 1);
      if (next != NULL && next->depth > heading->depth)
        heading->page = next->page;
      else
        g_ptr_array_remove_index (headings, i);
    }
}

/**
 * shinsa_pdf_outline_read:
 * @document: a document
 * @n_pages: how many pages it has
 *
 * Returns: (transfer full) (element-type ShinsaPdfHeading): its headings in the order of reading
 */
GPtrArray *
shinsa_pdf_outline_read (PopplerDocument *document,
                         int              n_pages)
{
  Outline self = { document, n_pages };
  PopplerIndexIter *iter;

  g_return_val_if_fail (POPPLER_IS_DOCUMENT (document), NULL);

  self.headings = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_pdf_heading_free);
  iter = poppler_index_iter_new (document);
  if (iter != NULL)
    {
      add_level (&self, iter, 0);
      poppler_index_iter_free (iter);
    }
  place_headings (self.headings);
  return self.headings;
}

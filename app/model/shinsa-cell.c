/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shinsa-cell.h"

#include "rules/shinsa-labels.h"

#include <math.h>

/**
 * shinsa_cell_new:
 * @text: what is drawn
 * @label: (transfer full): what is read out
 *
 * Returns: (transfer full): a cell without shade, order and note
 */
ShinsaCell *
shinsa_cell_new (ShinsaCellKind  kind,
                 const char     *text,
                 char           *label)
{
  ShinsaCell *cell = g_rc_box_new0 (ShinsaCell);

  cell->kind = kind;
  cell->text = g_strdup (text);
  cell->label = label;
  cell->shade = NAN;
  cell->order = NAN;
  return cell;
}

static void
clear_cell (gpointer data)
{
  ShinsaCell *cell = data;

  g_free (cell->text);
  g_free (cell->before);
  g_free (cell->note);
  g_free (cell->label);
  g_clear_pointer (&cell->counts, g_array_unref);
}

ShinsaCell *
shinsa_cell_ref (ShinsaCell *cell)
{
  return g_rc_box_acquire (cell);
}

void
shinsa_cell_unref (ShinsaCell *cell)
{
  g_rc_box_release_full (cell, clear_cell);
}

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_counts (GArray *a,
             GArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (int)) == 0;
}

/**
 * shinsa_cell_equal:
 *
 * Returns: whether nobody could tell the two cells apart
 */
gboolean
shinsa_cell_equal (const ShinsaCell *a,
                   const ShinsaCell *b)
{
  return a->kind == b->kind && a->flags == b->flags && a->line == b->line &&
         g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->before, b->before) == 0 &&
         g_strcmp0 (a->note, b->note) == 0 &&
         g_strcmp0 (a->label, b->label) == 0 &&
         same_number (a->shade, b->shade) &&
         same_number (a->order, b->order) &&
         same_counts (a->counts, b->counts);
}

/**
 * shinsa_cell_say:
 * @phrase: what is read out after all that is read out so far
 *
 * Only for whoever makes the cell, before anybody shares it.
 */
void
shinsa_cell_say (ShinsaCell *cell,
                 const char *phrase)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (phrases, cell->label);
  g_ptr_array_add (phrases, g_strdup (phrase));
  cell->label = shinsa_list_text (phrases);
}

/**
 * shinsa_cell_words:
 *
 * Returns: (transfer full): what the cell shows as one piece of text
 */
char *
shinsa_cell_words (const ShinsaCell *cell)
{
  GString *words = g_string_new (NULL);

  if (cell->before != NULL)
    g_string_append_printf (words, "%s → ", cell->before);
  g_string_append (words, cell->text);
  if (cell->note != NULL && cell->note[0] != '\0')
    g_string_append_printf (words, cell->text[0] != '\0' ? " (%s)" : "%s", cell->note);
  return g_string_free (words, FALSE);
}

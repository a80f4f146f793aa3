/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-table.h"

#include <stdarg.h>

#define GAP "  "
#define SHORT_COLUMNS 40

struct _ShinsaCliTable
{
  GPtrArray *headings;  /* (element-type utf8), empty for facts */
  guint      n_columns;
  GPtrArray *cells;     /* (element-type utf8), row after row */
};

/* --- Text --- */

/**
 * shinsa_cli_text_columns:
 * @text: a line
 *
 * Returns: how many columns of a terminal it takes: two for each kanji or kana
 */
int
shinsa_cli_text_columns (const char *text)
{
  int columns = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_iswide (character))
        columns += 2;
      else if (!g_unichar_iszerowidth (character))
        columns++;
    }

  return columns;
}

/**
 * shinsa_cli_text_line:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): the same on one line. What would steer the terminal is a space.
 */
char *
shinsa_cli_text_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * shinsa_cli_text_short:
 * @text: a name, which may be as long as a sentence
 *
 * Returns: (transfer full): its beginning, where it would keep the rest of a row out of sight
 */
char *
shinsa_cli_text_short (const char *text)
{
  const char *end = text;
  int columns = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (shinsa_cli_text_columns (text) <= SHORT_COLUMNS)
    return g_strdup (text);
  while (columns + (g_unichar_iswide (g_utf8_get_char (end)) ? 2 : 1) < SHORT_COLUMNS)
    {
      columns += g_unichar_iswide (g_utf8_get_char (end)) ? 2 : 1;
      end = g_utf8_next_char (end);
    }

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/* --- The table --- */

/**
 * shinsa_cli_table_new:
 * @heading: heading of the first column
 * @...: the others, then %NULL
 *
 * Returns: (transfer full): a table without rows
 */
ShinsaCliTable *
shinsa_cli_table_new (const char *heading,
                      ...)
{
  ShinsaCliTable *self = g_new0 (ShinsaCliTable, 1);
  va_list more;

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  va_start (more, heading);
  for (; heading != NULL; heading = va_arg (more, const char *))
    shinsa_cli_table_column (self, heading);
  va_end (more);

  return self;
}

/**
 * shinsa_cli_table_new_facts:
 *
 * Returns: (transfer full): a table without headings, of names and what goes with them
 */
ShinsaCliTable *
shinsa_cli_table_new_facts (void)
{
  ShinsaCliTable *self = shinsa_cli_table_new (NULL, NULL);

  self->n_columns = 2;

  return self;
}

void
shinsa_cli_table_free (ShinsaCliTable *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * shinsa_cli_table_column:
 * @self: a table without rows
 * @heading: what stands above the column, already translated
 *
 * Adds a column on the right.
 */
void
shinsa_cli_table_column (ShinsaCliTable *self,
                         const char     *heading)
{
  g_return_if_fail (self != NULL && heading != NULL);

  g_ptr_array_add (self->headings, shinsa_cli_text_line (heading));
  self->n_columns = self->headings->len;
}

/**
 * shinsa_cli_table_cell:
 * @self: a table
 * @text: (nullable): what stands in it
 *
 * Adds the next cell: behind the last one, or at the left of a new row when that is full.
 */
void
shinsa_cli_table_cell (ShinsaCliTable *self,
                       const char     *text)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->cells, shinsa_cli_text_line (text != NULL ? text : ""));
}

/**
 * shinsa_cli_table_row:
 * @self: a table
 * @first: the first cell
 * @...: the others of the row, or of its beginning, then %NULL
 */
void
shinsa_cli_table_row (ShinsaCliTable *self,
                      const char     *first,
                      ...)
{
  va_list more;

  g_return_if_fail (self != NULL && first != NULL);

  va_start (more, first);
  for (; first != NULL; first = va_arg (more, const char *))
    shinsa_cli_table_cell (self, first);
  va_end (more);
}

/**
 * shinsa_cli_table_fact:
 * @self: a table of facts
 * @name: what it is
 * @text: (nullable): what goes with it; nothing is added where there is nothing
 */
void
shinsa_cli_table_fact (ShinsaCliTable *self,
                       const char     *name,
                       const char     *text)
{
  g_return_if_fail (self != NULL && name != NULL);

  if (text != NULL && *text != '\0')
    shinsa_cli_table_row (self, name, text, NULL);
}

static void
widen (int       *widths,
       guint      n_columns,
       GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      int *width = &widths[i % n_columns];

      *width = MAX (*width, shinsa_cli_text_columns (g_ptr_array_index (cells, i)));
    }
}

static void
append_row (GString    *text,
            GPtrArray  *cells,
            guint       first,
            const int  *widths,
            guint       n_columns)
{
  gsize end = text->len;

  for (guint i = 0; i < n_columns && first + i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, first + i);

      g_string_append (text, cell);
      /* What is empty at the end of a row leaves no spaces there. */
      if (*cell != '\0')
        end = text->len;
      for (int columns = shinsa_cli_text_columns (cell); columns < widths[i]; columns++)
        g_string_append_c (text, ' ');
      g_string_append (text, GAP);
    }
  g_string_truncate (text, end);
  g_string_append_c (text, '\n');
}

/**
 * shinsa_cli_table_print:
 * @self: a table
 *
 * Writes it to standard output, each column as wide as its widest cell.
 */
void
shinsa_cli_table_print (ShinsaCliTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree int *widths = NULL;

  g_return_if_fail (self != NULL);

  widths = g_new0 (int, self->n_columns);
  widen (widths, self->n_columns, self->headings);
  widen (widths, self->n_columns, self->cells);
  if (self->headings->len > 0)
    append_row (text, self->headings, 0, widths, self->n_columns);
  for (guint i = 0; i < self->cells->len; i += self->n_columns)
    append_row (text, self->cells, i, widths, self->n_columns);
  g_print ("%s", text->str);
}

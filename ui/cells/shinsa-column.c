/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-column.h"

/**
 * shinsa_column_new:
 * @title: what stands above it, and what is read out
 * @chars: its width, in digits
 *
 * Returns: (transfer full): a column
 */
ShinsaColumn *
shinsa_column_new (const char *key,
                   const char *title,
                   int         chars)
{
  ShinsaColumn *column = g_new0 (ShinsaColumn, 1);

  column->key = g_strdup (key);
  column->title = g_strdup (title);
  column->label = g_strdup (title);
  column->chars = chars;
  return column;
}

void
shinsa_column_free (ShinsaColumn *column)
{
  g_free (column->key);
  g_free (column->title);
  g_free (column->note);
  g_free (column->label);
  g_free (column);
}

/**
 * shinsa_table_new:
 * @title: what the headings of the rows are
 *
 * Returns: (transfer full): a table without columns and rows
 */
ShinsaTable *
shinsa_table_new (const char *title)
{
  ShinsaTable *table = g_new0 (ShinsaTable, 1);

  table->title = g_strdup (title);
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_column_free);
  table->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return table;
}

void
shinsa_table_free (ShinsaTable *table)
{
  g_free (table->title);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/**
 * shinsa_table_add_column:
 *
 * Returns: (transfer none): the new last column, for what else there is to say of it
 */
ShinsaColumn *
shinsa_table_add_column (ShinsaTable *table,
                         const char  *key,
                         const char  *title,
                         int          chars)
{
  ShinsaColumn *column = shinsa_column_new (key, title, chars);

  g_ptr_array_add (table->columns, column);
  return column;
}

/* As a field of a table in text: what would end it is a space. */
static void
append_field (GString    *text,
              const char *field)
{
  gsize start = text->len;

  g_string_append (text, field);
  for (gsize i = start; i < text->len; i++)
    if (text->str[i] == '\t' || text->str[i] == '\n' || text->str[i] == '\r')
      text->str[i] = ' ';
}

static void
append_headings (GString    *text,
                 const char *title,
                 GPtrArray  *columns)
{
  append_field (text, title);
  for (guint i = 0; i < columns->len; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (columns, i);

      g_string_append_c (text, '\t');
      append_field (text, column->title);
    }
  g_string_append_c (text, '\n');
}

static void
append_row (GString   *text,
            ShinsaRow *row,
            guint      n_columns)
{
  append_field (text, shinsa_row_get_title (row));
  for (guint i = 0; i < n_columns; i++)
    {
      const ShinsaCell *cell = shinsa_row_get_cell (row, i);
      g_autofree char *words = cell != NULL ? shinsa_cell_words (cell) : NULL;

      g_string_append_c (text, '\t');
      if (words != NULL)
        append_field (text, words);
    }
  g_string_append_c (text, '\n');
}

/**
 * shinsa_table_text:
 *
 * Returns: (transfer full): the table as lines of text, with tabs between its fields, as other
 *   programs take it
 */
char *
shinsa_table_text (const ShinsaTable *table)
{
  GString *text = g_string_new (NULL);

  append_headings (text, table->title, table->columns);
  for (guint i = 0; i < table->rows->len; i++)
    append_row (text, g_ptr_array_index (table->rows, i), table->columns->len);
  return g_string_free (text, FALSE);
}

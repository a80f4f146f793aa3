/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-row-type.h"

#define FIELD(Type, row, column) G_STRUCT_MEMBER (Type, row, (column)->offset)

static void
bind_column (const ShinsaColumn *column,
             ShinsaStatement    *statement,
             int                 parameter,
             gconstpointer       row)
{
  switch (column->type)
    {
    case SHINSA_COLUMN_TEXT:
      shinsa_statement_bind_text (statement, parameter, FIELD (char *, row, column));
      break;
    case SHINSA_COLUMN_INTEGER:
      shinsa_statement_bind_integer (statement, parameter, FIELD (gint64, row, column));
      break;
    case SHINSA_COLUMN_ANSWER:
      /* What is not bound is NULL. */
      if (FIELD (int, row, column) >= 0)
        shinsa_statement_bind_integer (statement, parameter, FIELD (int, row, column));
      break;
    case SHINSA_COLUMN_REAL:
      shinsa_statement_bind_real (statement, parameter, FIELD (double, row, column));
      break;
    case SHINSA_COLUMN_BLOB:
      shinsa_statement_bind_blob (statement, parameter, FIELD (GBytes *, row, column));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_column (const ShinsaColumn *column,
             ShinsaStatement    *statement,
             int                 position,
             gpointer            row)
{
  switch (column->type)
    {
    case SHINSA_COLUMN_TEXT:
      FIELD (char *, row, column) = shinsa_statement_dup_text (statement, position);
      break;
    case SHINSA_COLUMN_INTEGER:
      FIELD (gint64, row, column) = shinsa_statement_get_integer (statement, position);
      break;
    case SHINSA_COLUMN_ANSWER:
      FIELD (int, row, column) = shinsa_statement_is_null (statement, position)
                                 ? -1 : (int) shinsa_statement_get_integer (statement, position);
      break;
    case SHINSA_COLUMN_REAL:
      FIELD (double, row, column) = shinsa_statement_get_real (statement, position);
      break;
    case SHINSA_COLUMN_BLOB:
      FIELD (GBytes *, row, column) = shinsa_statement_dup_blob (statement, position);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Binds the row's fields to the parameters from the first one on. */
void
shinsa_row_bind (const ShinsaRowType *type,
                 ShinsaStatement     *statement,
                 int                  first,
                 gconstpointer        row)
{
  for (guint i = 0; i < type->n_columns; i++)
    bind_column (&type->columns[i], statement, first + (int) i, row);
}

/**
 * shinsa_row_free:
 * @type: what kind of row it is
 * @row: (nullable): a row, with all that it holds
 */
void
shinsa_row_free (const ShinsaRowType *type,
                 gpointer             row)
{
  if (row == NULL)
    return;

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (type->columns[i].type == SHINSA_COLUMN_TEXT)
        g_free (FIELD (char *, row, &type->columns[i]));
      else if (type->columns[i].type == SHINSA_COLUMN_BLOB)
        g_clear_pointer (&FIELD (GBytes *, row, &type->columns[i]), g_bytes_unref);
    }
  g_free (row);
}

/**
 * shinsa_row_read:
 * @statement: a statement that selects the columns of @type
 * @row: (out) (transfer full) (nullable): the next row, or %NULL where there is none
 *
 * Steps to the next row and reads it.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_row_read (const ShinsaRowType  *type,
                 ShinsaStatement      *statement,
                 gpointer             *row,
                 GError              **error)
{
  ShinsaStep step = shinsa_statement_step (statement, error);

  *row = NULL;
  if (step != SHINSA_STEP_ROW)
    return step == SHINSA_STEP_DONE;

  *row = g_malloc0 (type->size);
  for (guint i = 0; i < type->n_columns; i++)
    read_column (&type->columns[i], statement, (int) i, *row);
  return TRUE;
}

/**
 * shinsa_row_read_all:
 * @statement: a statement that selects the columns of @type
 *
 * Reads all rows.
 *
 * Returns: (transfer full): the rows, or %NULL with @error set
 */
GPtrArray *
shinsa_row_read_all (const ShinsaRowType  *type,
                     ShinsaStatement      *statement,
                     GError              **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (type->free_row);
  gpointer row;

  do
    {
      if (!shinsa_row_read (type, statement, &row, error))
        return NULL;
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  while (row != NULL);
  return g_steal_pointer (&rows);
}

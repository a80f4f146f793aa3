/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parts/shinsa-row-keeper.h"

struct _ShinsaRowKeeper
{
  GtkListBox *list;
  GHashTable *rows;   /* key to row */
  GHashTable *seen;   /* keys since begin */
  int         next;   /* where a new row goes */
};

ShinsaRowKeeper *
shinsa_row_keeper_new (GtkListBox *list)
{
  ShinsaRowKeeper *self = g_new0 (ShinsaRowKeeper, 1);

  self->list = list;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
shinsa_row_keeper_free (ShinsaRowKeeper *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->seen);
  g_free (self);
}

/**
 * shinsa_row_keeper_begin:
 * @self: a keeper
 *
 * The list is filled again from its top; rows that are neither found nor added until the end go.
 */
void
shinsa_row_keeper_begin (ShinsaRowKeeper *self)
{
  g_hash_table_remove_all (self->seen);
  self->next = 0;
}

/**
 * shinsa_row_keeper_find:
 * @self: a keeper, between begin and end
 * @key: key of the next thing
 *
 * Returns: (transfer none) (nullable): its row, to be brought up to date; %NULL if it is new
 */
GtkWidget *
shinsa_row_keeper_find (ShinsaRowKeeper *self,
                        const char      *key)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, key);

  if (row == NULL)
    return NULL;
  g_hash_table_add (self->seen, g_strdup (key));
  self->next = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1;

  return row;
}

/**
 * shinsa_row_keeper_add:
 * @self: a keeper, between begin and end
 * @key: the key of the next thing
 * @row: a row for it, which the list takes
 */
void
shinsa_row_keeper_add (ShinsaRowKeeper *self,
                       const char      *key,
                       GtkWidget       *row)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  gtk_list_box_insert (self->list, row, self->next++);
  g_hash_table_insert (self->rows, g_strdup (key), row);
  g_hash_table_add (self->seen, g_strdup (key));
}

/* Takes out the rows of things that are gone. */
void
shinsa_row_keeper_end (ShinsaRowKeeper *self)
{
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      if (g_hash_table_contains (self->seen, key))
        continue;
      gtk_list_box_remove (self->list, row);
      g_hash_table_iter_remove (&iter);
    }
}

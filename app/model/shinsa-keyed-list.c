/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shinsa-keyed-list.h"

struct _ShinsaKeyedList
{
  GObject     parent_instance;

  GType       item_type;
  GPtrArray  *items;
  GHashTable *by_key;        /* key of the item → the item, both borrowed from it */
};

static GType
shinsa_keyed_list_get_item_type (GListModel *model)
{
  return SHINSA_KEYED_LIST (model)->item_type;
}

static guint
shinsa_keyed_list_get_n_items (GListModel *model)
{
  return SHINSA_KEYED_LIST (model)->items->len;
}

static gpointer
shinsa_keyed_list_get_item (GListModel *model,
                            guint       position)
{
  ShinsaKeyedList *self = SHINSA_KEYED_LIST (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = shinsa_keyed_list_get_item_type;
  iface->get_n_items = shinsa_keyed_list_get_n_items;
  iface->get_item = shinsa_keyed_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ShinsaKeyedList, shinsa_keyed_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char *
key_at (GPtrArray *items,
        guint      position)
{
  return shinsa_keyed_get_key (g_ptr_array_index (items, position));
}

/* Where in the new order each item of the old one will stand; -1 for those that go. */
static int *
find_places (GPtrArray *old,
             GPtrArray *new)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  int *result = g_new (int, MAX (old->len, 1));

  for (guint i = 0; i < new->len; i++)
    {
      gboolean unique = g_hash_table_insert (places, (gpointer) key_at (new, i),
                                             GINT_TO_POINTER (i + 1));

      g_assert (unique);
    }
  for (guint i = 0; i < old->len; i++)
    result[i] = GPOINTER_TO_INT (g_hash_table_lookup (places, key_at (old, i))) - 1;
  return result;
}

/* Marks with -1 also those that must move, as few as can be: what is left is the longest series
 * of places that rises. Each pile keeps the lowest place that ends a series of its length. */
static void
keep_longest_rise (int   *places,
                   guint  n)
{
  g_autofree guint *piles = g_new (guint, n + 1);
  g_autofree int *before = g_new (int, n + 1);
  g_autofree gboolean *stays = g_new0 (gboolean, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (places[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[piles[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      piles[low] = i;
      before[i] = low > 0 ? (int) piles[low - 1] : -1;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? (int) piles[length - 1] : -1; i >= 0; i = before[i])
    stays[i] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!stays[i])
      places[i] = -1;
}

/* Takes out every run of items without a place, from the end so that positions before it hold. */
static void
remove_runs (ShinsaKeyedList *self,
             const int       *places)
{
  guint end = self->items->len;

  while (end > 0)
    {
      guint start;

      if (places[end - 1] >= 0)
        {
          end--;
          continue;
        }
      for (start = end - 1; start > 0 && places[start - 1] < 0; start--)
        ;
      g_ptr_array_remove_range (self->items, start, end - start);
      g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
      end = start;
    }
}

/* What is left stands in the right order: fills every gap with one insertion. */
static void
insert_runs (ShinsaKeyedList *self,
             GPtrArray       *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const char *next = i < self->items->len ? key_at (self->items, i) : NULL;
      guint start = i;

      for (; i < wanted->len && g_strcmp0 (key_at (wanted, i), next) != 0; i++)
        g_ptr_array_insert (self->items, i, g_object_ref (g_ptr_array_index (wanted, i)));
      if (i > start)
        g_list_model_items_changed (G_LIST_MODEL (self), start, 0, i - start);
    }
}

static void
shinsa_keyed_list_finalize (GObject *object)
{
  ShinsaKeyedList *self = SHINSA_KEYED_LIST (object);

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (shinsa_keyed_list_parent_class)->finalize (object);
}

static void
shinsa_keyed_list_class_init (ShinsaKeyedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shinsa_keyed_list_finalize;
}

static void
shinsa_keyed_list_init (ShinsaKeyedList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * shinsa_keyed_list_new:
 * @item_type: a type that is #ShinsaKeyed
 *
 * Returns: (transfer full): an empty list
 */
ShinsaKeyedList *
shinsa_keyed_list_new (GType item_type)
{
  ShinsaKeyedList *self = g_object_new (SHINSA_TYPE_KEYED_LIST, NULL);

  g_assert (g_type_is_a (item_type, SHINSA_TYPE_KEYED));
  self->item_type = item_type;
  return self;
}

/**
 * shinsa_keyed_list_update:
 * @items: (element-type ShinsaKeyed): how the list is to be now, no key twice
 *
 * Surviving items adopt what the new ones of their key tell; only what came, went or moved is
 * inserted and removed, run by run.
 */
void
shinsa_keyed_list_update (ShinsaKeyedList *self,
                          GPtrArray       *items)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree int *places = NULL;

  g_return_if_fail (SHINSA_IS_KEYED_LIST (self));
  g_return_if_fail (items != NULL);

  for (guint i = 0; i < items->len; i++)
    {
      ShinsaKeyed *newer = g_ptr_array_index (items, i);
      ShinsaKeyed *known = g_hash_table_lookup (self->by_key, shinsa_keyed_get_key (newer));

      g_assert (g_type_is_a (G_OBJECT_TYPE (newer), self->item_type));
      if (known != NULL)
        shinsa_keyed_adopt (known, newer);
      g_ptr_array_add (wanted, g_object_ref (known != NULL ? known : newer));
    }

  places = find_places (self->items, wanted);
  keep_longest_rise (places, self->items->len);

  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_insert (self->by_key, (gpointer) key_at (wanted, i),
                         g_ptr_array_index (wanted, i));
  remove_runs (self, places);
  insert_runs (self, wanted);
}

/**
 * shinsa_keyed_list_find:
 *
 * Returns: (transfer none) (nullable): the item of that key
 */
gpointer
shinsa_keyed_list_find (ShinsaKeyedList *self,
                        const char      *key)
{
  g_return_val_if_fail (SHINSA_IS_KEYED_LIST (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

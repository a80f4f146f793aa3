/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-cache.h"

struct _ShinsaCompareCache
{
  GHashTable *rows[SHINSA_COMPARE_N_VIEWS];   /* id of an application → ShinsaRow */
};

ShinsaCompareCache *
shinsa_compare_cache_new (void)
{
  ShinsaCompareCache *self = g_new0 (ShinsaCompareCache, 1);

  for (int i = 0; i < SHINSA_COMPARE_N_VIEWS; i++)
    self->rows[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
shinsa_compare_cache_free (ShinsaCompareCache *self)
{
  for (int i = 0; i < SHINSA_COMPARE_N_VIEWS; i++)
    g_hash_table_unref (self->rows[i]);
  g_free (self);
}

/**
 * shinsa_compare_cache_clear:
 *
 * The round is another one.
 */
void
shinsa_compare_cache_clear (ShinsaCompareCache *self)
{
  for (int i = 0; i < SHINSA_COMPARE_N_VIEWS; i++)
    g_hash_table_remove_all (self->rows[i]);
}

/**
 * shinsa_compare_cache_forget:
 *
 * The rows of the application have changed, and no others.
 */
void
shinsa_compare_cache_forget (ShinsaCompareCache *self,
                             const char         *application)
{
  for (int i = 0; i < SHINSA_COMPARE_N_VIEWS; i++)
    g_hash_table_remove (self->rows[i], application);
}

static ShinsaRow *
get_row (ShinsaCompareCache        *self,
         ShinsaCompareView          view,
         const ShinsaCompareSource *source,
         const ShinsaDossier       *dossier)
{
  ShinsaRow *row = g_hash_table_lookup (self->rows[view], dossier->id);

  if (row == NULL)
    {
      row = shinsa_compare_view_info (view)->make_row (source, dossier);
      g_hash_table_insert (self->rows[view], g_strdup (dossier->id), row);
    }
  return row;
}

/**
 * shinsa_compare_cache_table:
 * @view: one of all applications
 *
 * Returns: (transfer full): the table of the view; its rows are shared, and not to be changed
 */
ShinsaTable *
shinsa_compare_cache_table (ShinsaCompareCache        *self,
                            ShinsaCompareView          view,
                            const ShinsaCompareSource *source)
{
  GPtrArray *dossiers = source->round->dossiers;
  ShinsaTable *table = shinsa_compare_view_info (view)->make_head (source->round->definition);

  for (guint i = 0; i < dossiers->len; i++)
    g_ptr_array_add (table->rows,
                     g_object_ref (get_row (self, view, source,
                                            g_ptr_array_index (dossiers, i))));
  return table;
}

static gboolean
prepare_view (ShinsaCompareCache        *self,
              ShinsaCompareView          view,
              const ShinsaCompareSource *source,
              gint64                     end)
{
  GPtrArray *dossiers = source->round->dossiers;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (dossiers, i);

      if (g_hash_table_contains (self->rows[view], dossier->id))
        continue;
      get_row (self, view, source, dossier);
      if (g_get_monotonic_time () >= end)
        return TRUE;
    }
  return FALSE;
}

/**
 * shinsa_compare_cache_prepare:
 * @microseconds: how long it may take
 *
 * Makes rows of views that have not been asked for yet.
 *
 * Returns: whether there may be more to make
 */
gboolean
shinsa_compare_cache_prepare (ShinsaCompareCache        *self,
                              const ShinsaCompareSource *source,
                              gint64                     microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  for (ShinsaCompareView view = 0; view < SHINSA_COMPARE_N_VIEWS; view++)
    if (shinsa_compare_view_exists (view, source->round) &&
        prepare_view (self, view, source, end))
      return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-searching.h"

#include "shinsa-search.h"
#include "shinsa-session-private.h"

#define SOURCE_DOSSIER "dossier"

void
shinsa_hit_free (ShinsaHit *hit)
{
  g_free (hit->application);
  g_free (hit->source);
  g_free (hit->text);
  g_free (hit);
}

/* Names are for everybody; what else was found may be shown where the content may. */
static gboolean
may_see (const ShinsaRound     *round,
         const ShinsaSearchRow *row)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, row->application);

  return dossier != NULL && (dossier->has_content || g_str_equal (row->source, SOURCE_DOSSIER));
}

/**
 * shinsa_session_search:
 * @self: a session with a round selected
 * @round: what the selected identity may see of it
 * @words: what to look for, as it was typed
 * @error: return location for an error of the store
 *
 * Returns: (transfer full) (element-type ShinsaHit) (nullable): where it stands, by application
 */
GPtrArray *
shinsa_session_search (ShinsaSession      *self,
                       const ShinsaRound  *round,
                       const char         *words,
                       GError            **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_hit_free);
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (SHINSA_IS_SESSION (self), NULL);
  g_return_val_if_fail (round != NULL && words != NULL, NULL);

  rows = shinsa_search_find (shinsa_session_get_store (self), round->root, words, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const ShinsaSearchRow *row = g_ptr_array_index (rows, i);
      ShinsaHit *hit = NULL;

      if (!may_see (round, row))
        continue;
      hit = g_new0 (ShinsaHit, 1);
      hit->application = g_strdup (row->application);
      hit->source = g_strdup (row->source);
      hit->text = g_strdup (row->text);
      g_ptr_array_add (hits, hit);
    }

  return g_steal_pointer (&hits);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-document-shelf.h"

/* Going back and forth between a few applications opens nothing anew. */
#define MOST_OPEN 4

#define SHELF_KEY "shinsa-document-shelf"

typedef struct {
  char            *document;
  ShinsaPageCache *cache;
} Open;

struct _ShinsaDocumentShelf
{
  ShinsaService *service;  /* which the shelf goes with, so that it holds no reference */
  char       *reader;    /* round and identity that all of this is for */
  GPtrArray  *open;      /* (element-type Open), the one that was put back last at the end */
  GHashTable *places;    /* document → ShinsaPagePlace */
  GHashTable *last;      /* application → document */
};

static void
open_free (gpointer data)
{
  Open *open = data;

  g_free (open->document);
  g_object_unref (open->cache);
  g_free (open);
}

static void
shelf_free (gpointer data)
{
  ShinsaDocumentShelf *self = data;

  g_free (self->reader);
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->last);
  g_free (self);
}

/* --- Who may read what is on it --- */

static gboolean
is_readable (ShinsaDocumentShelf *self,
             const char          *hash)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);

  for (guint i = 0; round != NULL && i < round->dossiers->len; i++)
    {
      const ShinsaDocumentInfo *document =
        shinsa_dossier_document (g_ptr_array_index (round->dossiers, i), hash);

      if (document != NULL && document->held)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_reader (ShinsaService *service)
{
  const ShinsaRound *round = shinsa_service_get_round (service);
  const char *identity = shinsa_service_get_identity (service);

  return g_strdup_printf ("%s %s", round != NULL ? round->root : "",
                          identity != NULL ? identity : "");
}

/* What somebody else looked at is not left open for who comes next, nor what a ruling took away. */
static void
changed_cb (ShinsaService       *service,
            ShinsaDocumentShelf *self)
{
  g_autofree char *reader = dup_reader (service);

  if (!g_str_equal (reader, self->reader))
    {
      g_free (self->reader);
      self->reader = g_steal_pointer (&reader);
      g_ptr_array_set_size (self->open, 0);
      g_hash_table_remove_all (self->places);
      g_hash_table_remove_all (self->last);
    }
  for (guint i = self->open->len; i > 0; i--)
    {
      if (!is_readable (self, ((Open *) g_ptr_array_index (self->open, i - 1))->document))
        g_ptr_array_remove_index (self->open, i - 1);
    }
}

/**
 * shinsa_document_shelf_get:
 * @service: where documents come from
 *
 * Returns: (transfer none): its shelf, which goes with it
 */
ShinsaDocumentShelf *
shinsa_document_shelf_get (ShinsaService *service)
{
  ShinsaDocumentShelf *self;

  g_return_val_if_fail (SHINSA_IS_SERVICE (service), NULL);

  self = g_object_get_data (G_OBJECT (service), SHELF_KEY);
  if (self == NULL)
    {
      self = g_new0 (ShinsaDocumentShelf, 1);
      self->open = g_ptr_array_new_with_free_func (open_free);
      self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->service = service;
      self->reader = dup_reader (service);
      g_signal_connect (service, "changed", G_CALLBACK (changed_cb), self);
      g_object_set_data_full (G_OBJECT (service), SHELF_KEY, self, shelf_free);
    }
  return self;
}

/**
 * shinsa_document_shelf_take:
 * @self: a shelf
 * @document: the hash of a document
 *
 * Returns: (transfer full) (nullable): the document, if it is there
 */
ShinsaPageCache *
shinsa_document_shelf_take (ShinsaDocumentShelf *self,
                            const char          *document)
{
  g_return_val_if_fail (self != NULL && document != NULL, NULL);

  for (guint i = 0; i < self->open->len; i++)
    {
      const Open *open = g_ptr_array_index (self->open, i);

      if (g_str_equal (open->document, document))
        {
          ShinsaPageCache *cache = g_object_ref (open->cache);

          g_ptr_array_remove_index (self->open, i);
          return cache;
        }
    }
  return NULL;
}

/**
 * shinsa_document_shelf_put:
 * @self: a shelf
 * @document: its hash
 * @cache: (transfer none): a document that is not shown any more
 *
 * One that may not be read any more is not kept.
 */
void
shinsa_document_shelf_put (ShinsaDocumentShelf *self,
                           const char          *document,
                           ShinsaPageCache     *cache)
{
  Open *open;

  g_return_if_fail (self != NULL && document != NULL);
  g_return_if_fail (SHINSA_IS_PAGE_CACHE (cache));

  if (!is_readable (self, document))
    return;
  open = g_new0 (Open, 1);
  open->document = g_strdup (document);
  open->cache = g_object_ref (cache);
  g_ptr_array_add (self->open, open);
  if (self->open->len > MOST_OPEN)
    g_ptr_array_remove_index (self->open, 0);
}

/**
 * shinsa_document_shelf_find_place:
 * @self: a shelf
 * @document: the hash of a document
 *
 * Returns: (transfer none) (nullable): how it was looked at last
 */
const ShinsaPagePlace *
shinsa_document_shelf_find_place (ShinsaDocumentShelf *self,
                                  const char          *document)
{
  g_return_val_if_fail (self != NULL && document != NULL, NULL);

  return g_hash_table_lookup (self->places, document);
}

/**
 * shinsa_document_shelf_keep_place:
 * @self: a shelf
 * @document: the hash of a document
 * @place: how it is looked at; copied
 */
void
shinsa_document_shelf_keep_place (ShinsaDocumentShelf   *self,
                                  const char            *document,
                                  const ShinsaPagePlace *place)
{
  g_return_if_fail (self != NULL && document != NULL && place != NULL);

  g_hash_table_insert (self->places, g_strdup (document), g_memdup2 (place, sizeof *place));
}

/**
 * shinsa_document_shelf_find_last:
 * @self: a shelf
 * @application: an application
 *
 * Returns: (transfer none) (nullable): the hash of the document of it that was looked at last
 */
const char *
shinsa_document_shelf_find_last (ShinsaDocumentShelf *self,
                                 const char          *application)
{
  g_return_val_if_fail (self != NULL && application != NULL, NULL);

  return g_hash_table_lookup (self->last, application);
}

/**
 * shinsa_document_shelf_keep_last:
 * @self: a shelf
 * @application: the id of an application
 * @document: the hash of the document of it that is looked at
 */
void
shinsa_document_shelf_keep_last (ShinsaDocumentShelf *self,
                                 const char          *application,
                                 const char          *document)
{
  g_return_if_fail (self != NULL && application != NULL && document != NULL);

  g_hash_table_insert (self->last, g_strdup (application), g_strdup (document));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-documents.h"

#include "shinsa-statement.h"

#include <glib/gi18n-lib.h>

struct _ShinsaDocumentWriter
{
  ShinsaStore *store;
  char *hash;
  gint64 size;
  GChecksum *checksum;
  gint64 received;   /* bytes so far */
  gint64 position;   /* of the next chunk */
  gboolean known;    /* held or purged before: only the hash is compared */
  gboolean finished;
};

typedef struct
{
  const char *hash;
  GByteArray *bytes;
} Whole;

typedef struct
{
  const char *hash;
  const char *reason;
} Purge;

static gboolean
find (ShinsaStore  *store,
      const char   *hash,
      gboolean     *known,
      gboolean     *held,
      GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;
  ShinsaStep step;

  statement = shinsa_statement_get (store, "SELECT purged FROM document WHERE hash = ?1", error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, hash);
  step = shinsa_statement_step (statement, error);
  *known = step == SHINSA_STEP_ROW;
  *held = *known && shinsa_statement_is_null (statement, 0);
  return step != SHINSA_STEP_ERROR;
}

static gboolean
insert (ShinsaDocumentWriter  *self,
        GError               **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (self->store,
                                    "INSERT INTO document (hash, size) VALUES (?1, ?2)",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, self->hash);
  shinsa_statement_bind_integer (statement, 2, self->size);
  return shinsa_statement_run (statement, error);
}

static gboolean
insert_chunk (ShinsaDocumentWriter  *self,
              GBytes                *chunk,
              GError               **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (self->store,
                                    "INSERT INTO document_chunk (document, position, bytes)"
                                    " VALUES (?1, ?2, ?3)",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, self->hash);
  shinsa_statement_bind_integer (statement, 2, self->position);
  shinsa_statement_bind_blob (statement, 3, chunk);
  return shinsa_statement_run (statement, error);
}

static gboolean
set_altered (ShinsaDocumentWriter  *self,
             GError               **error)
{
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_SIGNATURE,
               _("The document %s was altered on its way, so nothing was changed. "
                 "Ask for it again."), self->hash);
  return FALSE;
}

/**
 * shinsa_document_begin:
 * @hash: the SHA-256 of the whole document, in hex
 * @size: its bytes
 *
 * Begins to keep a document, part by part.  All of it happens within one unit of work of the
 * caller, which fails if the writer is freed before shinsa_document_finish() succeeded.  A
 * document that is held already is compared and not kept again; one that was purged stays so.
 *
 * Returns: (transfer full): the writer, or %NULL with @error set
 */
ShinsaDocumentWriter *
shinsa_document_begin (ShinsaStore  *store,
                       const char   *hash,
                       gint64        size,
                       GError      **error)
{
  g_autoptr (ShinsaDocumentWriter) self = NULL;
  gboolean held;

  g_return_val_if_fail (shinsa_store_is_writing (store), NULL);

  self = g_new0 (ShinsaDocumentWriter, 1);
  self->store = g_object_ref (store);
  self->hash = g_strdup (hash);
  self->size = size;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (!find (store, hash, &self->known, &held, error))
    return NULL;
  if (!self->known && !insert (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * shinsa_document_append:
 * @chunk: the next part, of at most %SHINSA_DOCUMENT_CHUNK_MAX bytes
 *
 * Keeps the next part of the document.  More bytes than were announced are %SHINSA_ERROR_SIGNATURE.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_document_append (ShinsaDocumentWriter  *writer,
                        GBytes                *chunk,
                        GError               **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (chunk, &size);

  if (size == 0 || size > SHINSA_DOCUMENT_CHUNK_MAX)
    {
      g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE,
                   _("A part of the document %s is empty or over 1 MiB, so nothing was changed. "
                     "Ask for it again."), writer->hash);
      return FALSE;
    }
  if ((gint64) size > writer->size - writer->received)
    return set_altered (writer, error);

  if (!writer->known && !insert_chunk (writer, chunk, error))
    return FALSE;
  g_checksum_update (writer->checksum, data, (gssize) size);
  writer->received += (gint64) size;
  writer->position++;
  return TRUE;
}

/**
 * shinsa_document_finish:
 *
 * Ends the document.  Other bytes than its hash and size announced are %SHINSA_ERROR_SIGNATURE.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_document_finish (ShinsaDocumentWriter  *writer,
                        GError               **error)
{
  if (writer->received != writer->size
      || !g_str_equal (g_checksum_get_string (writer->checksum), writer->hash))
    return set_altered (writer, error);
  writer->finished = TRUE;
  return TRUE;
}

/* A document of which only a part is held must not be kept. */
void
shinsa_document_writer_free (ShinsaDocumentWriter *writer)
{
  g_autoptr (GError) failure = NULL;

  if (!writer->finished)
    {
      set_altered (writer, &failure);
      shinsa_store_fail (writer->store, failure);
    }
  g_object_unref (writer->store);
  g_checksum_free (writer->checksum);
  g_free (writer->hash);
  g_free (writer);
}

/**
 * shinsa_document_has:
 * @held: (out): whether the document is held
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_document_has (ShinsaStore  *store,
                     const char   *hash,
                     gboolean     *held,
                     GError      **error)
{
  gboolean known;

  return find (store, hash, &known, held, error);
}

static gboolean
read_chunk (ShinsaStore  *store,
            const char   *hash,
            gint64        position,
            GBytes      **chunk,
            GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;
  ShinsaStep step;

  statement = shinsa_statement_get (store,
                                    "SELECT bytes FROM document_chunk"
                                    " WHERE document = ?1 AND position = ?2",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, hash);
  shinsa_statement_bind_integer (statement, 2, position);
  step = shinsa_statement_step (statement, error);
  if (step == SHINSA_STEP_ROW)
    *chunk = shinsa_statement_dup_blob (statement, 0);
  return step != SHINSA_STEP_ERROR;
}

/**
 * shinsa_document_read:
 * @position: the number of the part, from 0
 * @chunk: (out) (transfer full) (nullable): the part, or %NULL behind the last one
 *
 * Reads a document part by part.  One that is not held is %SHINSA_ERROR_NOT_FOUND.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_document_read (ShinsaStore  *store,
                      const char   *hash,
                      gint64        position,
                      GBytes      **chunk,
                      GError      **error)
{
  gboolean held;

  *chunk = NULL;
  if (!shinsa_document_has (store, hash, &held, error))
    return FALSE;
  if (held)
    return read_chunk (store, hash, position, chunk, error);

  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("The document %s is not held here, so it cannot be read. Ask for it again."),
               hash);
  return FALSE;
}

static gboolean
read_whole (ShinsaStore  *store,
            gpointer      data,
            GError      **error)
{
  Whole *whole = data;

  for (gint64 position = 0;; position++)
    {
      g_autoptr (GBytes) chunk = NULL;

      if (!shinsa_document_read (store, whole->hash, position, &chunk, error))
        return FALSE;
      if (chunk == NULL)
        return TRUE;
      g_byte_array_append (whole->bytes, g_bytes_get_data (chunk, NULL),
                           (guint) g_bytes_get_size (chunk));
    }
}

/**
 * shinsa_document_dup_bytes:
 *
 * Reads a whole document.  One that is not held is %SHINSA_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set
 */
GBytes *
shinsa_document_dup_bytes (ShinsaStore  *store,
                           const char   *hash,
                           GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Whole whole = { hash, bytes };

  if (!shinsa_store_read (store, read_whole, &whole, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
mark_purged (ShinsaStore  *store,
             const Purge  *purge,
             GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store,
                                    "UPDATE document SET purged = ?2"
                                    " WHERE hash = ?1 AND purged IS NULL",
                                    error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, purge->hash);
  shinsa_statement_bind_text (statement, 2, purge->reason);
  return shinsa_statement_run (statement, error);
}

static gboolean
delete_chunks (ShinsaStore  *store,
               const char   *hash,
               GError      **error)
{
  g_autoptr (ShinsaStatement) statement = NULL;

  statement = shinsa_statement_get (store, "DELETE FROM document_chunk WHERE document = ?1", error);
  if (statement == NULL)
    return FALSE;
  shinsa_statement_bind_text (statement, 1, hash);
  return shinsa_statement_run (statement, error);
}

static gboolean
purge_document (ShinsaStore  *store,
                gpointer      data,
                GError      **error)
{
  const Purge *purge = data;

  return mark_purged (store, purge, error) && delete_chunks (store, purge->hash, error);
}

/**
 * shinsa_document_purge:
 * @reason: why, for whoever asks for it later
 *
 * Removes the bytes of a document for good; its hash and size stay.  A document that is not held
 * is left so.
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
shinsa_document_purge (ShinsaStore  *store,
                       const char   *hash,
                       const char   *reason,
                       GError      **error)
{
  Purge purge = { hash, reason };

  return shinsa_store_write (store, purge_document, &purge, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-document-fetch.h"

typedef struct {
  char   *hash;
  GBytes *bytes;      /* once they are read */
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free (fetch->hash);
  g_clear_pointer (&fetch->bytes, g_bytes_unref);
  g_free (fetch);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  ShinsaPdf *pdf = shinsa_pdf_open_finish (result, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
read_bytes (ShinsaSession  *session,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Fetch *fetch = g_task_get_task_data (data);

  fetch->bytes = shinsa_session_load_document (session, fetch->hash, error);
  return fetch->bytes != NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  const Fetch *fetch = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!shinsa_service_read_finish (SHINSA_SERVICE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  shinsa_pdf_open_async (fetch->bytes, cancellable, opened_cb, g_steal_pointer (&task));
}

/**
 * shinsa_document_fetch_async:
 * @service: where the document is
 * @hash: SHA-256 of the document, hex
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the document is open, or cannot be opened
 * @user_data: for @callback
 */
void
shinsa_document_fetch_async (ShinsaService       *service,
                             const char          *hash,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Fetch *fetch;

  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (hash != NULL);

  fetch = g_new0 (Fetch, 1);
  fetch->hash = g_strdup (hash);
  task = g_task_new (service, cancellable, callback, user_data);
  g_task_set_source_tag (task, shinsa_document_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);
  /* The thread that reads holds the task too: it may be at work still when this is cancelled. */
  shinsa_service_read_async (service, read_bytes, g_object_ref (task), g_object_unref, cancellable,
                             read_cb, g_object_ref (task));
}

/**
 * shinsa_document_fetch_finish:
 * @result: what the callback was given
 * @error: return location for the sentence that says why it cannot be shown
 *
 * Returns: (transfer full) (nullable): the document
 */
ShinsaPdf *
shinsa_document_fetch_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, shinsa_document_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

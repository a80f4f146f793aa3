/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service.h"

#include "shinsa-service-private.h"

#include <glib/gi18n-lib.h>

/* Something that is only looked up, as whom. */
typedef struct {
  GTask             *task;
  char              *path;
  char              *root;
  char              *identity;
  ShinsaSessionFunc  func;
  gpointer           data;
  GError            *error;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->task);
  g_free (self->path);
  g_free (self->root);
  g_free (self->identity);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gboolean
look_up (Reading         *self,
         ShinsaSession  **session,
         GError         **error)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (*session == NULL)
    *session = shinsa_session_open (self->path, SHINSA_SESSION_READ, error);

  return *session != NULL && shinsa_session_become (*session, self->root, self->identity, error) &&
         self->func (*session, self->data, cancellable, error);
}

static void
reading_run (ShinsaSession **session,
             gpointer        data)
{
  Reading *self = data;

  look_up (self, session, &self->error);
}

static void
reading_done (gpointer data)
{
  g_autoptr (Reading) self = data;

  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (self->task, TRUE);
}

/**
 * shinsa_service_read_async:
 * @self: a service that shows a round
 * @func: what to look up, on the reader's thread; it cannot write
 * @data: (nullable): for @func
 * @data_free: (nullable): frees @data, on the main loop after @callback was called
 * @cancellable: (nullable): handed to @func
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Looks something up that is no part of the picture. Unlike what shinsa_service_run_async() does it
 * leaves the picture as it is, so that a page may look it up whenever the picture changed.
 */
void
shinsa_service_read_async (ShinsaService       *self,
                           ShinsaSessionFunc    func,
                           gpointer             data,
                           GDestroyNotify       data_free,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Reading *reading;

  g_return_if_fail (SHINSA_IS_SERVICE (self));
  g_return_if_fail (self->root != NULL);
  g_return_if_fail (func != NULL);

  reading = g_new0 (Reading, 1);
  reading->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (reading->task, shinsa_service_read_async);
  reading->path = g_strdup (self->path);
  reading->root = g_strdup (self->root);
  reading->identity = g_strdup (self->identity);
  reading->func = func;
  reading->data = data;
  if (data_free != NULL)
    g_task_set_task_data (reading->task, data, data_free);
  if (self->reader != NULL)
    {
      shinsa_worker_push (self->reader, reading_run, reading_done, reading);
      return;
    }
  g_set_error (&reading->error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store “%s” is closed."),
               self->path);
  reading_done (reading);
}

/**
 * shinsa_service_read_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the function returned TRUE
 */
gboolean
shinsa_service_read_finish (ShinsaService  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

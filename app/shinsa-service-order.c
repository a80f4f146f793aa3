/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service-private.h"

#include "shinsa-error.h"

#include <glib/gi18n-lib.h>

/* Of a store whose drafts could not be loaded: the next poll tries again. */
#define VERSION_UNKNOWN G_MININT64

static void
order_free (ShinsaOrder *self)
{
  g_free (self->root);
  g_free (self->identity);
  g_free (self->kind);
  g_clear_pointer (&self->body, json_node_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_error (&self->unsaved);
  g_clear_error (&self->error);
  g_clear_object (&self->task);
  g_object_unref (self->service);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaOrder, order_free)

/**
 * shinsa_order_new:
 * @service: a service
 * @cancellable: (nullable): cancels it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 * @source_tag: (nullable): the function that somebody called; NULL where nobody waits
 *
 * Returns: (transfer full): an order to act as whom @service acts now
 */
ShinsaOrder *
shinsa_order_new (ShinsaService       *service,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data,
                  gpointer             source_tag)
{
  ShinsaOrder *self = g_new0 (ShinsaOrder, 1);

  self->service = g_object_ref (service);
  self->root = g_strdup (service->root);
  self->identity = g_strdup (service->identity);
  if (source_tag != NULL)
    {
      self->task = g_task_new (service, cancellable, callback, user_data);
      g_task_set_source_tag (self->task, source_tag);
    }
  return self;
}

/* What cannot be written now stays in the queue, under the identity that it belongs to. */
static gboolean
write_queue (ShinsaOrder   *self,
             ShinsaSession *session)
{
  gboolean all = shinsa_draft_queue_write (self->service->queue, session, &self->unsaved);

  self->written = shinsa_draft_queue_count_written (self->service->queue);
  return all;
}

/* Whoever submits must not submit less than what is on the screen. */
static gboolean
write_drafts (ShinsaOrder    *self,
              ShinsaSession  *session,
              GError        **error)
{
  if (write_queue (self, session))
    return TRUE;

  g_set_error (error, self->unsaved->domain, self->unsaved->code,
               /* Translators: the placeholder is a sentence that says why. */
               _("This was not done, because what was entered before could not be saved yet. %s"),
               self->unsaved->message);
  return FALSE;
}

/* Who cannot write has none. */
static gboolean
load_drafts (ShinsaOrder    *self,
             ShinsaSession  *session,
             GError        **error)
{
  if (self->root == NULL || self->identity == NULL || *self->identity == '\0')
    return TRUE;
  return shinsa_session_become (session, self->root, self->identity, error) &&
         (self->drafts = shinsa_session_load_drafts (session, error)) != NULL;
}

static gboolean
carry_out (ShinsaOrder    *self,
           ShinsaSession  *session,
           GError        **error)
{
  GCancellable *cancellable = self->task != NULL ? g_task_get_cancellable (self->task) : NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!write_drafts (self, session, error))
    return FALSE;
  if (self->act == NULL)
    return TRUE;
  if (!shinsa_session_become (session, self->root, self->identity, error))
    return FALSE;
  self->changed = TRUE;
  return self->act (session, self, error);
}

static void
order_run (ShinsaSession **session,
           gpointer        data)
{
  ShinsaOrder *self = data;

  if (*session == NULL)
    {
      g_set_error (&self->error, SHINSA_ERROR, SHINSA_ERROR_USAGE,
                   _("The store “%s” is not open."), self->service->path);
      return;
    }
  carry_out (self, *session, &self->error);
  if (self->changed && !load_drafts (self, *session, NULL))
    self->service->version = VERSION_UNKNOWN;
}

static void
tell (ShinsaOrder *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task == NULL)
    return;
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* After the writer was at work. What it wrote after this order stays in the queue a little longer:
 * the drafts that this order loaded do not hold it. */
static void
settle (ShinsaOrder *self,
        gboolean     wrote)
{
  shinsa_draft_queue_forget_written (self->service->queue, self->written);
  shinsa_service_settle_drafts (self->service, self->unsaved, wrote);
}

static gboolean
is_still_selected (const ShinsaOrder *self)
{
  return g_strcmp0 (self->root, self->service->root) == 0 &&
         g_strcmp0 (self->identity, self->service->identity) == 0;
}

static void
order_done (gpointer data)
{
  g_autoptr (ShinsaOrder) self = data;
  ShinsaService *service = self->service;

  settle (self, self->changed && self->error == NULL);
  if (!self->changed || service->writer == NULL)
    {
      tell (self);
      return;
    }
  if (self->drafts != NULL && is_still_selected (self))
    shinsa_service_adopt_drafts (service, self->drafts);
  shinsa_service_request_picture (service, g_steal_pointer (&self->task),
                                  g_steal_pointer (&self->error));
}

static void
push (ShinsaOrder      *self,
      ShinsaWorkerRun   run,
      ShinsaWorkerDone  done)
{
  if (self->service->writer != NULL)
    {
      shinsa_worker_push (self->service->writer, run, done, self);
      return;
    }
  g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store “%s” is closed."),
               self->service->path);
  tell (self);
  order_free (self);
}

/**
 * shinsa_order_push:
 * @order: (transfer full): what is to be done
 *
 * Writes the drafts that wait, does what the order says and loads a new picture; then whoever
 * waits is told.
 */
void
shinsa_order_push (ShinsaOrder *order)
{
  push (order, order_run, order_done);
}

static void
selection_done (gpointer data)
{
  g_autoptr (ShinsaOrder) self = data;
  ShinsaService *service = self->service;

  settle (self, FALSE);
  if (self->error != NULL || service->writer == NULL)
    {
      tell (self);
      return;
    }
  if (self->drafts == NULL)
    self->drafts = g_ptr_array_new ();
  shinsa_service_request_selection (service, self->root, self->identity, self->drafts,
                                    g_steal_pointer (&self->task));
}

static gboolean
choose (ShinsaOrder    *self,
        ShinsaSession  *session,
        GError        **error)
{
  if (!shinsa_session_select (session, self->root, self->identity, error) ||
      !shinsa_session_remember (session, error))
    return FALSE;
  g_free (self->root);
  self->root = g_strdup (shinsa_session_get_root (session));
  g_free (self->identity);
  self->identity = g_strdup (shinsa_session_get_identity (session));
  /* Without them the next value would begin a draft anew, over the one that is there. */
  return load_drafts (self, session, error);
}

static void
selection_run (ShinsaSession **session,
               gpointer        data)
{
  ShinsaOrder *self = data;

  if (*session == NULL)
    {
      *session = shinsa_session_open (self->service->path, SHINSA_SESSION_WRITE, &self->error);
      if (*session == NULL)
        return;
      self->service->version = shinsa_session_data_version (*session);
    }
  write_queue (self, *session);
  if (self->selects)
    choose (self, *session, &self->error);
}

/**
 * shinsa_order_push_selection:
 * @order: (transfer full): names the round and identity, or no round
 *
 * Opens the store where it is not open yet, and acts from now on as the order says; the service
 * follows when it has the picture.
 */
void
shinsa_order_push_selection (ShinsaOrder *order)
{
  push (order, selection_run, selection_done);
}

static void
poll_run (ShinsaSession **session,
          gpointer        data)
{
  ShinsaOrder *self = data;
  gint64 version;

  if (*session == NULL)
    return;
  write_queue (self, *session);

  /* The writer's own connection counts what others write, and not what it writes itself. */
  version = shinsa_session_data_version (*session);
  self->changed = version != self->service->version;
  if (!self->changed || load_drafts (self, *session, NULL))
    self->service->version = version;
}

static void
poll_done (gpointer data)
{
  g_autoptr (ShinsaOrder) self = data;
  ShinsaService *service = self->service;

  service->polling = FALSE;
  settle (self, FALSE);
  if (service->writer == NULL || !(self->changed || service->stale))
    return;
  if (self->drafts != NULL && is_still_selected (self))
    shinsa_service_adopt_drafts (service, self->drafts);
  shinsa_service_request_picture (service, NULL, NULL);
}

/**
 * shinsa_order_push_poll:
 * @order: (transfer full): an order that nobody waits for
 *
 * Tries again what could not be written, and looks whether another process wrote to the store.
 */
void
shinsa_order_push_poll (ShinsaOrder *order)
{
  push (order, poll_run, poll_done);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service-private.h"

/* How often to look whether another process wrote to the store, in seconds. */
#define POLL_INTERVAL 1

static gboolean
poll_cb (gpointer data)
{
  ShinsaService *self = data;

  if (!self->polling)
    {
      self->polling = TRUE;
      shinsa_order_push_poll (shinsa_order_new (self, NULL, NULL, NULL, NULL));
    }
  return G_SOURCE_CONTINUE;
}

/**
 * shinsa_service_open_async:
 * @self: a service
 * @cancellable: (nullable): cancels it
 * @callback: (nullable): called when the store is open and its rounds are known
 * @user_data: for @callback
 *
 * Opens the store, which is made if it is not there.
 */
void
shinsa_service_open_async (ShinsaService       *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (SHINSA_IS_SERVICE (self));

  if (self->poll_source == 0 && self->writer != NULL)
    self->poll_source = g_timeout_add_seconds (POLL_INTERVAL, poll_cb, self);
  shinsa_order_push_selection (shinsa_order_new (self, cancellable, callback, user_data,
                                                 shinsa_service_open_async));
}

/**
 * shinsa_service_open_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the store is open
 */
gboolean
shinsa_service_open_finish (ShinsaService  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * shinsa_service_select_async:
 * @self: a service
 * @root: (nullable): the round to show; NULL for the one that was open last
 * @identity: (nullable): as whom; NULL for whom one was last in that round
 * @cancellable: (nullable): cancels it
 * @callback: (nullable): called when the round is shown
 * @user_data: for @callback
 *
 * Goes to another round, or to another identity. Until the picture is there the one before stays.
 * A round can be shown in which this computer cannot write anything; the identity is then "".
 */
void
shinsa_service_select_async (ShinsaService       *self,
                             const char          *root,
                             const char          *identity,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ShinsaOrder *order;

  g_return_if_fail (SHINSA_IS_SERVICE (self));

  order = shinsa_order_new (self, cancellable, callback, user_data, shinsa_service_select_async);
  order->selects = TRUE;
  g_free (order->root);
  order->root = g_strdup (root);
  g_free (order->identity);
  order->identity = g_strdup (identity);
  shinsa_order_push_selection (order);
}

/**
 * shinsa_service_select_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the round is shown; otherwise nothing has changed
 */
gboolean
shinsa_service_select_finish (ShinsaService  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
write_body (ShinsaSession  *session,
            ShinsaOrder    *order,
            GError        **error)
{
  return shinsa_session_write (session, order->kind, order->body, NULL, error);
}

/**
 * shinsa_service_write_async:
 * @self: a service
 * @kind: the kind of entry
 * @body: (transfer none): its body, not changed any more
 * @cancellable: (nullable): cancels it
 * @callback: (nullable): called when it is written and in the picture
 * @user_data: for @callback
 *
 * States something official as who is selected, after the drafts that wait.
 */
void
shinsa_service_write_async (ShinsaService       *self,
                            const char          *kind,
                            JsonNode            *body,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ShinsaOrder *order;

  g_return_if_fail (SHINSA_IS_SERVICE (self));
  g_return_if_fail (kind != NULL && body != NULL);

  order = shinsa_order_new (self, cancellable, callback, user_data, shinsa_service_write_async);
  order->act = write_body;
  order->kind = g_strdup (kind);
  order->body = json_node_ref (body);
  shinsa_order_push (order);
}

/**
 * shinsa_service_write_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was written; otherwise nothing was
 */
gboolean
shinsa_service_write_finish (ShinsaService  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
run_function (ShinsaSession  *session,
              ShinsaOrder    *order,
              GError        **error)
{
  return order->func (session, order->data, g_task_get_cancellable (order->task), error);
}

/**
 * shinsa_service_run_async:
 * @self: a service
 * @func: what to do, on the writer's thread
 * @data: (nullable): for @func
 * @data_free: (nullable): frees @data, on the main loop after @callback was called
 * @cancellable: (nullable): handed to @func
 * @callback: (nullable): called when it is done and its effect is in the picture
 * @user_data: for @callback
 *
 * Does something longer with the session, after the drafts that wait. Whatever @func selects in
 * the session, the service goes on with the selection it had.
 */
void
shinsa_service_run_async (ShinsaService       *self,
                          ShinsaSessionFunc    func,
                          gpointer             data,
                          GDestroyNotify       data_free,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  ShinsaOrder *order;

  g_return_if_fail (SHINSA_IS_SERVICE (self));
  g_return_if_fail (func != NULL);

  order = shinsa_order_new (self, cancellable, callback, user_data, shinsa_service_run_async);
  order->act = run_function;
  order->func = func;
  order->data = data;
  if (data_free != NULL)
    g_task_set_task_data (order->task, data, data_free);
  shinsa_order_push (order);
}

/**
 * shinsa_service_run_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the function returned TRUE
 */
gboolean
shinsa_service_run_finish (ShinsaService  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

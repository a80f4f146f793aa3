/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-service-private.h"

#include <glib/gi18n-lib.h>

/* Who is told when the picture is there. */
typedef struct {
  GTask    *task;
  GError   *error;        /* of what was done before; then the picture only follows it */
  gboolean  needs_picture;
} Waiter;

struct _ShinsaPicture
{
  ShinsaService *service;
  char          *path;
  char          *root;    /* NULL: only the list of rounds */
  char          *identity;
  GPtrArray     *drafts;  /* those that go with a new selection, or NULL */
  GPtrArray     *waiters; /* (element-type Waiter) */

  ShinsaRound   *round;
  GPtrArray     *rounds;
  GError        *error;
};

static void
waiter_free (Waiter *waiter)
{
  g_object_unref (waiter->task);
  g_clear_error (&waiter->error);
  g_free (waiter);
}

static ShinsaPicture *
picture_new (ShinsaService *service)
{
  ShinsaPicture *self = g_new0 (ShinsaPicture, 1);

  self->service = g_object_ref (service);
  self->path = g_strdup (service->path);
  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  return self;
}

static void
picture_free (ShinsaPicture *self)
{
  g_free (self->path);
  g_free (self->root);
  g_free (self->identity);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->round, shinsa_round_unref);
  g_ptr_array_unref (self->waiters);
  g_clear_error (&self->error);
  g_object_unref (self->service);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPicture, picture_free)

static gboolean
load (ShinsaPicture  *self,
      ShinsaSession **session,
      GError        **error)
{
  if (*session == NULL)
    *session = shinsa_session_open (self->path, SHINSA_SESSION_READ, error);
  if (*session == NULL)
    return FALSE;

  self->rounds = shinsa_session_list_rounds (*session, error);
  if (self->rounds == NULL)
    return FALSE;
  if (self->root == NULL)
    return TRUE;

  if (!shinsa_session_become (*session, self->root, self->identity, error))
    return FALSE;
  self->round = shinsa_session_load (*session, error);
  return self->round != NULL;
}

static void
load_run (ShinsaSession **session,
          gpointer        data)
{
  ShinsaPicture *self = data;

  load (self, session, &self->error);
}

static void
tell_waiters (ShinsaPicture *self)
{
  for (guint i = 0; i < self->waiters->len; i++)
    {
      Waiter *waiter = g_ptr_array_index (self->waiters, i);

      if (waiter->error != NULL)
        g_task_return_error (waiter->task, g_steal_pointer (&waiter->error));
      else if (self->error != NULL && waiter->needs_picture)
        g_task_return_error (waiter->task, g_error_copy (self->error));
      else
        g_task_return_boolean (waiter->task, TRUE);
    }
}

static void load_done (gpointer data);

static void
set_next_selection (ShinsaService *service,
                    const char    *root,
                    const char    *identity)
{
  shinsa_set_string (&service->next_root, root);
  shinsa_set_string (&service->next_identity, identity);
}

/* Whoever waits for a picture that nobody loads any more would hold the service for good. */
static void
give_up (ShinsaPicture *self)
{
  g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store “%s” is closed."),
               self->path);
  tell_waiters (self);
  picture_free (self);
}

static void
load_next (ShinsaService *service)
{
  ShinsaPicture *self = service->next;

  if (service->loading != NULL || self == NULL)
    return;
  service->next = NULL;
  if (service->reader == NULL)
    {
      give_up (self);
      return;
    }
  service->loading = self;
  self->root = g_strdup (service->next_root);
  self->identity = g_strdup (service->next_identity);
  shinsa_worker_push (service->reader, load_run, load_done, self);
}

/* Takes over what was loaded; there is no round where none is selected. */
static void
show (ShinsaPicture *self)
{
  ShinsaService *service = self->service;
  gboolean is_another = g_strcmp0 (self->root, service->root) != 0 ||
                        g_strcmp0 (self->identity, service->identity) != 0;

  if (is_another)
    g_hash_table_remove_all (service->histories);
  shinsa_set_string (&service->root, self->root);
  shinsa_set_string (&service->identity, self->identity);
  g_clear_pointer (&service->round, shinsa_round_unref);
  service->round = g_steal_pointer (&self->round);
  g_clear_pointer (&service->rounds, g_ptr_array_unref);
  service->rounds = g_steal_pointer (&self->rounds);
  if (service->round != NULL)
    shinsa_service_drop_recused_drafts (service);
  /* Whoever is selected again has the newer drafts on the screen. */
  if (is_another && self->drafts != NULL)
    shinsa_service_adopt_drafts (service, self->drafts);
  shinsa_service_tell_round (service);
}

static void
load_done (gpointer data)
{
  g_autoptr (ShinsaPicture) self = data;
  ShinsaService *service = self->service;

  service->loading = NULL;
  service->stale = self->error != NULL;
  if (self->error == NULL)
    show (self);
  else if (self->drafts != NULL && service->next == NULL)
    set_next_selection (service, service->root, service->identity);
  tell_waiters (self);
  load_next (service);
}

static ShinsaPicture *
ensure_next (ShinsaService *service)
{
  if (service->next == NULL)
    service->next = picture_new (service);
  return service->next;
}

static void
add_waiter (ShinsaPicture *self,
            GTask         *task,
            GError        *error,
            gboolean       needs_picture)
{
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->task = task;
  waiter->error = error;
  waiter->needs_picture = needs_picture;
  g_ptr_array_add (self->waiters, waiter);
}

/**
 * shinsa_service_request_picture:
 * @self: a service
 * @task: (transfer full) (nullable): returns when the picture is there, or cannot be had
 * @error: (transfer full) (nullable): what @task returns even so
 *
 * Loads anew what is selected. Requests that come while a picture is being loaded share the next
 * one.
 */
void
shinsa_service_request_picture (ShinsaService *self,
                                GTask         *task,
                                GError        *error)
{
  ShinsaPicture *picture = ensure_next (self);

  if (task != NULL)
    add_waiter (picture, task, error, FALSE);
  load_next (self);
}

/**
 * shinsa_service_request_selection:
 * @self: a service
 * @root: (nullable): the round to show, or NULL for only the list of rounds
 * @identity: (nullable): as whom
 * @drafts: the drafts that go with it
 * @task: (transfer full): returns when it is shown
 *
 * Loads another round, or the same as another identity sees it.
 */
void
shinsa_service_request_selection (ShinsaService *self,
                                  const char    *root,
                                  const char    *identity,
                                  GPtrArray     *drafts,
                                  GTask         *task)
{
  ShinsaPicture *picture = ensure_next (self);

  set_next_selection (self, root, identity);
  g_clear_pointer (&picture->drafts, g_ptr_array_unref);
  picture->drafts = g_ptr_array_ref (drafts);
  add_waiter (picture, task, NULL, TRUE);
  load_next (self);
}

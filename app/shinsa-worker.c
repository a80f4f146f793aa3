/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-worker.h"

typedef struct {
  ShinsaWorkerRun  run;      /* NULL: the thread ends */
  ShinsaWorkerDone done;     /* NULL: nobody waits on the main loop */
  gpointer         data;
} Job;

struct _ShinsaWorker {
  GThread       *thread;
  GAsyncQueue   *jobs;       /* (element-type Job) */
  ShinsaSession *session;    /* only touched on the thread */
};

typedef struct {
  GMutex   mutex;
  GCond    cond;
  gboolean reached;
} Barrier;

static gboolean
done_cb (gpointer data)
{
  Job *job = data;

  job->done (job->data);
  return G_SOURCE_REMOVE;
}

/* Nothing that belongs to the main loop is released here, not even by accident: the job goes back
 * whole, and a last reference that its data hold is dropped there. */
static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, done_cb, job, g_free);
  g_source_attach (source, NULL);
}

static gpointer
work (gpointer data)
{
  ShinsaWorker *self = data;
  Job *job = g_async_queue_pop (self->jobs);

  for (; job->run != NULL; job = g_async_queue_pop (self->jobs))
    {
      job->run (&self->session, job->data);
      if (job->done != NULL)
        hand_back (job);
      else
        g_free (job);
    }
  g_free (job);
  g_clear_object (&self->session);
  return NULL;
}

/**
 * shinsa_worker_new:
 * @name: (not nullable): the name of the thread, at most 15 bytes
 *
 * Returns: (transfer full): a thread that waits for jobs
 */
ShinsaWorker *
shinsa_worker_new (const char *name)
{
  ShinsaWorker *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ShinsaWorker, 1);
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * shinsa_worker_free:
 * @self: (transfer full): a worker
 *
 * Does what was asked for until now, closes the session on its thread and ends the thread. What
 * the main loop is to hear of those jobs it still hears, when it runs again.
 */
void
shinsa_worker_free (ShinsaWorker *self)
{
  g_return_if_fail (self != NULL);

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * shinsa_worker_push:
 * @self: a worker
 * @run: called on the worker's thread
 * @done: called on the main loop afterwards
 * @data: (transfer full): for both; freed by @done
 *
 * Asks for a job after those asked for before.
 */
void
shinsa_worker_push (ShinsaWorker     *self,
                    ShinsaWorkerRun   run,
                    ShinsaWorkerDone  done,
                    gpointer          data)
{
  Job *job;

  g_return_if_fail (self != NULL);
  g_return_if_fail (run != NULL && done != NULL);

  job = g_new0 (Job, 1);
  job->run = run;
  job->done = done;
  job->data = data;
  g_async_queue_push (self->jobs, job);
}

static void
reach_barrier (ShinsaSession **session,
               gpointer        data)
{
  Barrier *barrier = data;

  g_mutex_lock (&barrier->mutex);
  barrier->reached = TRUE;
  g_cond_signal (&barrier->cond);
  g_mutex_unlock (&barrier->mutex);
}

/**
 * shinsa_worker_wait:
 * @self: a worker
 *
 * Blocks until everything asked for before was done on the thread.
 */
void
shinsa_worker_wait (ShinsaWorker *self)
{
  Barrier barrier = { .reached = FALSE };
  Job *job;

  g_return_if_fail (self != NULL);

  g_mutex_init (&barrier.mutex);
  g_cond_init (&barrier.cond);
  job = g_new0 (Job, 1);
  job->run = reach_barrier;
  job->data = &barrier;
  g_async_queue_push (self->jobs, job);

  g_mutex_lock (&barrier.mutex);
  while (!barrier.reached)
    g_cond_wait (&barrier.cond, &barrier.mutex);
  g_mutex_unlock (&barrier.mutex);
  g_mutex_clear (&barrier.mutex);
  g_cond_clear (&barrier.cond);
}

/**
 * shinsa_session_become:
 * @session: a session
 * @root: (nullable): the round to have selected; NULL leaves things as they are
 * @identity: (nullable): whom to act as in it; NULL or "" where the computer cannot write
 * @error: return location
 *
 * Selects round and identity where others are selected.
 *
 * Returns: whether @session now acts as @identity
 */
gboolean
shinsa_session_become (ShinsaSession  *session,
                       const char     *root,
                       const char     *identity,
                       GError        **error)
{
  const char *now;

  g_return_val_if_fail (SHINSA_IS_SESSION (session), FALSE);

  now = shinsa_session_get_identity (session);
  if (identity != NULL && *identity == '\0')
    identity = NULL;
  if (now != NULL && *now == '\0')
    now = NULL;
  if (root == NULL || (g_strcmp0 (shinsa_session_get_root (session), root) == 0 &&
                       g_strcmp0 (now, identity) == 0))
    return TRUE;
  return shinsa_session_select (session, root, identity, error);
}

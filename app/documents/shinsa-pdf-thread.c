/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/shinsa-pdf-thread.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* How long the end of the program waits for pages that are being drawn, in microseconds. */
#define PATIENCE (2 * G_USEC_PER_SEC)

struct _ShinsaPdfThread {
  GMutex           mutex;
  GCond            cond;
  GQueue           jobs;             /* (element-type Job): the most urgent first */
  guint64          n_pushed;
  GCancellable    *closed;
  ShinsaPdfReader *reader;           /* only touched on the thread */
};

/* The task belongs to the loop that asked, and is answered there alone. */
typedef struct {
  const ShinsaPdfOrder *order;
  gpointer              data;
  int                   priority;
  guint64               number;
  GMainContext         *context;
  GTask                *task;        /* NULL once it is answered */
  GSource              *cancelled;   /* NULL once it is answered */
  int                   given_up;    /* atomic: nobody waits for it */
  gpointer              result;
  GError               *error;
} Job;

/* The threads that have not ended. */
static GMutex living_mutex;
static GCond living_cond;
static GList *living;                /* (element-type ShinsaPdfThread) */

static void
job_free (Job *job)
{
  job->order->free_data (job->data);
  g_clear_pointer (&job->result, job->order->free_result);
  g_clear_error (&job->error);
  g_main_context_unref (job->context);
  g_free (job);
}

/* --- On the loop that asked --- */

static GTask *
take_task (Job *job)
{
  g_source_destroy (job->cancelled);
  g_clear_pointer (&job->cancelled, g_source_unref);
  return g_steal_pointer (&job->task);
}

/* Who cancels is answered at once, even while the thread is at it; it hears of it in its time. */
static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  Job *job = data;
  g_autoptr (GTask) task = take_task (job);

  g_atomic_int_set (&job->given_up, TRUE);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static gboolean
done_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GTask) task = NULL;

  if (job->task == NULL)
    return G_SOURCE_REMOVE;
  task = take_task (job);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->order->free_result);
  return G_SOURCE_REMOVE;
}

/* --- On the thread --- */

static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Job *one = a;
  const Job *other = b;

  if (one->priority != other->priority)
    return one->priority < other->priority ? -1 : 1;
  return (one->number > other->number) - (one->number < other->number);
}

static void
enqueue (ShinsaPdfThread *self,
         Job             *job)
{
  g_mutex_lock (&self->mutex);
  g_queue_insert_sorted (&self->jobs, job, compare_jobs, NULL);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* NULL when the thread is to end. */
static Job *
wait_for_job (ShinsaPdfThread *self)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  while (g_queue_is_empty (&self->jobs) && !g_cancellable_is_cancelled (self->closed))
    g_cond_wait (&self->cond, &self->mutex);
  job = g_queue_pop_head (&self->jobs);
  g_mutex_unlock (&self->mutex);
  return job;
}

/* Every job goes back to its loop, whether somebody still waits or not: there its task is. */
static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, done_cb, job, (GDestroyNotify) job_free);
  g_source_attach (source, job->context);
}

static gboolean
is_wanted (ShinsaPdfThread *self,
           Job             *job)
{
  return !g_atomic_int_get (&job->given_up) && !g_cancellable_is_cancelled (self->closed);
}

static void
leave (ShinsaPdfThread *self)
{
  shinsa_pdf_reader_free (self->reader);

  g_mutex_lock (&living_mutex);
  living = g_list_remove (living, self);
  g_cond_broadcast (&living_cond);
  g_mutex_unlock (&living_mutex);

  g_object_unref (self->closed);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gpointer
run (gpointer data)
{
  ShinsaPdfThread *self = data;
  Job *job;

  while ((job = wait_for_job (self)) != NULL)
    {
      ShinsaPdfStep step = SHINSA_PDF_DONE;

      if (is_wanted (self, job))
        step = job->order->work (self->reader, job->data, &job->result, &job->error);
      if (step == SHINSA_PDF_MORE)
        enqueue (self, job);
      else
        hand_back (job);
    }
  leave (self);
  return NULL;
}

/* --- Its life --- */

/* With the lock on those that live: a thread does not go away under whoever tells it to. */
static void
give_up (ShinsaPdfThread *self)
{
  g_mutex_lock (&self->mutex);
  g_cancellable_cancel (self->closed);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* The library must not be taken down under a thread that is in it. What a person did is saved by
 * then, so that a page which cannot be given up in time goes with the process. */
static void
end_threads (void)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  g_mutex_lock (&living_mutex);
  for (GList *l = living; l != NULL; l = l->next)
    give_up (l->data);
  while (living != NULL && g_cond_wait_until (&living_cond, &living_mutex, until))
    continue;
  if (living != NULL)
    {
      fflush (NULL);
      _exit (EXIT_SUCCESS);
    }
  g_mutex_unlock (&living_mutex);
}

/**
 * shinsa_pdf_thread_new:
 * @bytes: a file
 *
 * Returns: (transfer full): a thread that has not looked at the file yet
 */
ShinsaPdfThread *
shinsa_pdf_thread_new (GBytes *bytes)
{
  static gsize registered;
  ShinsaPdfThread *self = g_new0 (ShinsaPdfThread, 1);

  if (g_once_init_enter (&registered))
    {
      atexit (end_threads);
      g_once_init_leave (&registered, 1);
    }
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->closed = g_cancellable_new ();
  self->reader = shinsa_pdf_reader_new (bytes, self->closed);

  g_mutex_lock (&living_mutex);
  living = g_list_prepend (living, self);
  g_mutex_unlock (&living_mutex);
  g_thread_unref (g_thread_new ("pdf", run, self));
  return self;
}

/**
 * shinsa_pdf_thread_close:
 * @self: (transfer full): a thread
 *
 * Lets go of the document, without waiting: what the thread is at is broken off.
 */
void
shinsa_pdf_thread_close (ShinsaPdfThread *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&living_mutex);
  give_up (self);
  g_mutex_unlock (&living_mutex);
}

/**
 * shinsa_pdf_thread_push:
 * @self: a thread
 * @order: (transfer none): what is asked for, which lasts
 * @data: (transfer full): for @order
 * @priority: the smaller, the sooner
 * @task: what to answer, on this loop
 */
void
shinsa_pdf_thread_push (ShinsaPdfThread      *self,
                        const ShinsaPdfOrder *order,
                        gpointer              data,
                        int                   priority,
                        GTask                *task)
{
  Job *job;

  g_return_if_fail (self != NULL && order != NULL);
  g_return_if_fail (G_IS_TASK (task));

  job = g_new0 (Job, 1);
  job->order = order;
  job->data = data;
  job->priority = priority;
  job->number = self->n_pushed++;
  job->context = g_main_context_ref (g_task_get_context (task));
  job->task = g_object_ref (task);
  job->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (job->cancelled, G_SOURCE_FUNC (cancelled_cb), job, NULL);
  g_source_attach (job->cancelled, job->context);
  enqueue (self, job);
}

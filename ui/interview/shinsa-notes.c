/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-notes.h"

#include "interview/shinsa-note-mark.h"

/* --- Lines --- */

/* Its number is given and taken away on the writer's thread. */
struct _ShinsaNoteLine {
  GMutex mutex;
  gint64 id;     /* 0 while nothing of it is saved */
};

ShinsaNoteLine *
shinsa_note_line_new (void)
{
  ShinsaNoteLine *self = g_atomic_rc_box_new0 (ShinsaNoteLine);

  g_mutex_init (&self->mutex);
  return self;
}

ShinsaNoteLine *
shinsa_note_line_ref (ShinsaNoteLine *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_line (gpointer line)
{
  g_mutex_clear (&((ShinsaNoteLine *) line)->mutex);
}

void
shinsa_note_line_unref (ShinsaNoteLine *self)
{
  g_atomic_rc_box_release_full (self, clear_line);
}

/**
 * shinsa_note_line_get_id:
 * @self: a line
 *
 * Returns: the number of the note that it is saved as; 0 for none
 */
gint64
shinsa_note_line_get_id (ShinsaNoteLine *self)
{
  gint64 id;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  id = self->id;
  g_mutex_unlock (&self->mutex);
  return id;
}

static void
set_id (ShinsaNoteLine *self,
        gint64          id)
{
  g_mutex_lock (&self->mutex);
  self->id = id;
  g_mutex_unlock (&self->mutex);
}

/* --- Looking up --- */

typedef struct {
  char      *application;
  GPtrArray *notes;
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_free (lookup->application);
  g_clear_pointer (&lookup->notes, g_ptr_array_unref);
  g_free (lookup);
}

static gboolean
look_up (ShinsaSession  *session,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  Lookup *lookup = data;

  lookup->notes = shinsa_session_list_notes (session, lookup->application, error);
  return lookup->notes != NULL;
}

/**
 * shinsa_notes_list_async:
 * @service: a service that shows a round
 * @application: id of an application
 * @cancellable: (nullable): cancels it
 * @callback: called when the notes are there
 * @user_data: for @callback
 *
 * Looks up what the identity of the picture noted about an application.
 */
void
shinsa_notes_list_async (ShinsaService       *service,
                         const char          *application,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Lookup *lookup;

  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (application != NULL);

  lookup = g_new0 (Lookup, 1);
  lookup->application = g_strdup (application);
  shinsa_service_read_async (service, look_up, lookup, lookup_free, cancellable, callback,
                             user_data);
}

/**
 * shinsa_notes_list_finish:
 * @service: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (element-type ShinsaNote) (nullable): the notes, oldest first
 */
GPtrArray *
shinsa_notes_list_finish (ShinsaService  *service,
                          GAsyncResult   *result,
                          GError        **error)
{
  Lookup *lookup;

  if (!shinsa_service_read_finish (service, result, error))
    return NULL;
  lookup = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&lookup->notes);
}

/* --- Writing --- */

static gboolean
change_note (ShinsaSession  *session,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  return shinsa_session_set_note (session, data, error);
}

static gboolean
delete_note (ShinsaSession  *session,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  return shinsa_session_delete_note (session, ((const ShinsaNote *) data)->id, error);
}

typedef struct {
  ShinsaNoteLine *line;
  ShinsaNote     *note;
} LineJob;

static void
line_job_free (gpointer data)
{
  LineJob *job = data;

  shinsa_note_line_unref (job->line);
  shinsa_note_free (job->note);
  g_free (job);
}

static gboolean
delete_line (ShinsaSession  *session,
             LineJob        *job,
             GError        **error)
{
  if (job->note->id != 0 && !shinsa_session_delete_note (session, job->note->id, error))
    return FALSE;
  set_id (job->line, 0);
  return TRUE;
}

static gboolean
write_line (ShinsaSession  *session,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  LineJob *job = data;
  gint64 id;

  job->note->id = shinsa_note_line_get_id (job->line);
  if (*job->note->text == '\0')
    return delete_line (session, job, error);
  if (job->note->id != 0)
    return shinsa_session_set_note (session, job->note, error);
  if (!shinsa_session_add_note (session, job->note, &id, error))
    return FALSE;
  set_id (job->line, id);
  return TRUE;
}

/**
 * shinsa_notes_write_line_async:
 * @service: a service that shows a round
 * @line: the line that is written
 * @note: (not nullable): what it says now; without words it is taken away
 * @callback: called when it is safe on disk, and in the picture
 * @user_data: for @callback
 *
 * Goes with shinsa_notes_write_finish().
 */
void
shinsa_notes_write_line_async (ShinsaService       *service,
                               ShinsaNoteLine      *line,
                               const ShinsaNote    *note,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  LineJob *job;

  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (line != NULL && note != NULL);

  job = g_new0 (LineJob, 1);
  job->line = shinsa_note_line_ref (line);
  job->note = shinsa_note_copy (note);
  shinsa_service_run_async (service, write_line, job, line_job_free, NULL, callback, user_data);
}

/**
 * shinsa_notes_write_async:
 * @service: a service that shows a round
 * @act: what to do with the note
 * @note: (not nullable): a note that was saved before
 * @callback: called when it is safe on disk, and in the picture
 * @user_data: for @callback
 */
void
shinsa_notes_write_async (ShinsaService       *service,
                          ShinsaNotesAct       act,
                          const ShinsaNote    *note,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  static const ShinsaSessionFunc functions[] = {
    [SHINSA_NOTES_CHANGE] = change_note,
    [SHINSA_NOTES_DELETE] = delete_note,
  };

  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (note != NULL);

  shinsa_service_run_async (service, functions[act], shinsa_note_copy (note),
                            (GDestroyNotify) shinsa_note_free, NULL, callback, user_data);
}

/**
 * shinsa_notes_write_finish:
 * @service: a service
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it is done; otherwise nothing was changed
 */
gboolean
shinsa_notes_write_finish (ShinsaService  *service,
                           GAsyncResult   *result,
                           GError        **error)
{
  return shinsa_service_run_finish (service, result, error);
}

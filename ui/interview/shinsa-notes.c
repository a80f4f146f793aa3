/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-notes.h"

#include "interview/shinsa-note-mark.h"

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
add_note (ShinsaSession  *session,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  return shinsa_session_add_note (session, data, NULL, error);
}

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

/**
 * shinsa_notes_write_async:
 * @service: a service that shows a round
 * @act: what to do with the note
 * @note: (not nullable): a note; a new one has no number yet
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
    [SHINSA_NOTES_ADD] = add_note,
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parts/shinsa-work.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "parts/shinsa-messages.h"

/* People notice what takes longer. */
#define MOMENT_MS 200

typedef struct {
  GtkWidget      *from;
  char           *heading;
  char           *said;
  gpointer        data;
  ShinsaWorkDone  done;
  GCancellable   *cancellable;
  GtkWindow      *progress;
  guint           timeout;
} Work;

static void
work_free (Work *work)
{
  g_clear_handle_id (&work->timeout, g_source_remove);
  g_clear_pointer (&work->progress, gtk_window_destroy);
  g_object_unref (work->from);
  g_object_unref (work->cancellable);
  g_free (work->heading);
  g_free (work->said);
  g_free (work);
}

static void
cancel_cb (AdwMessageDialog *dialog,
           const char       *response,
           GCancellable     *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
show_progress_cb (gpointer data)
{
  Work *work = data;
  AdwMessageDialog *dialog = shinsa_dialog_new (work->from, work->heading,
                                                _("This is under way."));
  GtkWidget *spinner = gtk_spinner_new ();

  work->timeout = 0;
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Under way"), -1);
  adw_message_dialog_set_extra_child (dialog, spinner);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (cancel_cb), work->cancellable, 0);
  g_set_weak_pointer (&work->progress, GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));

  return G_SOURCE_REMOVE;
}

static Work *
work_new (GtkWidget      *from,
          const char     *heading,
          gpointer        data,
          ShinsaWorkDone  done,
          const char     *said)
{
  Work *work = g_new0 (Work, 1);

  work->from = g_object_ref (from);
  work->heading = g_strdup (heading);
  work->said = g_strdup (said);
  work->data = data;
  work->done = done;
  work->cancellable = g_cancellable_new ();
  work->timeout = g_timeout_add (MOMENT_MS, show_progress_cb, work);

  return work;
}

static void
close_progress (Work *work)
{
  GtkWindow *progress = work->progress;

  g_clear_handle_id (&work->timeout, g_source_remove);
  g_clear_weak_pointer (&work->progress);
  if (progress != NULL)
    gtk_window_destroy (progress);
}

static void
finish (Work         *work,
        gboolean      done,
        const GError *error)
{
  close_progress (work);
  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    shinsa_show_error (work->from, work->heading, error);
  if (done && work->said != NULL)
    shinsa_toast (work->from, work->said);
  if (done && work->done != NULL)
    work->done (work->from, work->data);
  work_free (work);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = shinsa_service_run_finish (SHINSA_SERVICE (source), result, &error);

  finish (user_data, done, error);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = shinsa_service_read_finish (SHINSA_SERVICE (source), result, &error);

  finish (user_data, done, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = shinsa_service_write_finish (SHINSA_SERVICE (source), result, &error);

  finish (user_data, done, error);
}

/**
 * shinsa_work:
 * @from: the widget that asks; it is kept until the work is done
 * @service: the service
 * @heading: what is done, for the dialogs
 * @func: does it, on the writer's thread
 * @data: (nullable): for @func and @done
 * @data_free: (nullable): frees @data when everything is over
 * @done: (nullable): called on the main loop when it worked
 */
void
shinsa_work (GtkWidget         *from,
             ShinsaService     *service,
             const char        *heading,
             ShinsaSessionFunc  func,
             gpointer           data,
             GDestroyNotify     data_free,
             ShinsaWorkDone     done)
{
  Work *work = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && SHINSA_IS_SERVICE (service));

  work = work_new (from, heading, data, done, NULL);
  shinsa_service_run_async (service, func, data, data_free, work->cancellable, ran_cb, work);
}

/**
 * shinsa_work_read:
 * @from: the widget that asks; it is kept until the work is done
 * @service: a service that shows a round
 * @heading: what is done, for the dialogs
 * @func: does it, on the reader's thread; it cannot write into the store
 * @data: (nullable): for @func and @done
 * @data_free: (nullable): frees @data when everything is over
 * @done: (nullable): called on the main loop when it worked
 *
 * Unlike shinsa_work() it does not wait for what was entered to be saved, so it can be done with a
 * store that cannot be written to.
 */
void
shinsa_work_read (GtkWidget         *from,
                  ShinsaService     *service,
                  const char        *heading,
                  ShinsaSessionFunc  func,
                  gpointer           data,
                  GDestroyNotify     data_free,
                  ShinsaWorkDone     done)
{
  Work *work = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && SHINSA_IS_SERVICE (service));

  work = work_new (from, heading, data, done, NULL);
  shinsa_service_read_async (service, func, data, data_free, work->cancellable, looked_up_cb,
                             work);
}

/**
 * shinsa_work_write:
 * @from: the widget that asks
 * @service: the service
 * @heading: what is done, for the dialogs
 * @kind: what is stated
 * @body: (transfer full): its body
 * @said: (nullable): what a toast says when it worked
 */
void
shinsa_work_write (GtkWidget     *from,
                   ShinsaService *service,
                   const char    *heading,
                   const char    *kind,
                   JsonNode      *body,
                   const char    *said)
{
  g_autoptr (JsonNode) owned = body;
  Work *work = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && SHINSA_IS_SERVICE (service));

  work = work_new (from, heading, NULL, NULL, said);
  shinsa_service_write_async (service, kind, owned, work->cancellable, written_cb, work);
}

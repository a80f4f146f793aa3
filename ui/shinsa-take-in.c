/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-take-in.h"

#include "parts/shinsa-messages.h"
#include "parts/shinsa-work.h"
#include "shinsa-packets.h"
#include "shinsa-set-up.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define CHOOSER_DATA "shinsa-chooser"

typedef struct {
  ShinsaService *service;
  GPtrArray     *files;    /* (element-type GFile) */
  GPtrArray     *results;  /* (element-type ShinsaPacketResult) */
} TakeIn;

static void
take_in_free (gpointer data)
{
  TakeIn *take_in = data;

  g_object_unref (take_in->service);
  g_ptr_array_unref (take_in->files);
  g_clear_pointer (&take_in->results, g_ptr_array_unref);
  g_free (take_in);
}

/* Each packet is taken in or refused by itself; the others go on. */
static gboolean
read_packets (ShinsaSession  *session,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  TakeIn *take_in = data;

  take_in->results = shinsa_session_read_packets (session, take_in->files, cancellable);
  return TRUE;
}

/* --- What they did --- */

static char *
describe_result (const ShinsaPacketResult *result)
{
  if (result->error != NULL)
    return g_strdup (result->error->message);
  return shinsa_packet_report_sentence (result->report);
}

/* What a person has to compare or to decide about has to stay in sight. */
static gboolean
has_to_be_read (const ShinsaPacketReport *report)
{
  return report->new_round || report->late > 0 || report->forks->len > 0 ||
         (*report->sender_member != '\0' && report->sender_state == SHINSA_FEED_PENDING);
}

static void
tell_one (GtkWidget                *from,
          const ShinsaPacketResult *result)
{
  g_autofree char *sentence = NULL;

  if (result->error != NULL)
    {
      shinsa_show_error (from, _("The packet was not taken in"), result->error);
      return;
    }
  sentence = shinsa_packet_report_sentence (result->report);
  if (sentence == NULL)
    shinsa_toast (from, _("The packet was taken in."));
  else if (has_to_be_read (result->report))
    shinsa_tell (from, _("The packet was taken in"), sentence);
  else
    shinsa_toast (from, sentence);
}

static GtkWidget *
list_results (GPtrArray *results)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < results->len; i++)
    {
      const ShinsaPacketResult *result = g_ptr_array_index (results, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name = g_file_get_basename (result->file);
      g_autofree char *sentence = describe_result (result);

      g_object_set (row, "use-markup", FALSE, "title", name, "subtitle",
                    sentence != NULL ? sentence : "", "subtitle-lines", 4, NULL);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN (80 * (int) results->len, 320));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  /* Names of packets are long, and all of a name has to be read. */
  gtk_widget_set_size_request (scroller, 480, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
tell_many (GtkWidget *from,
           GPtrArray *results)
{
  guint refused = 0;
  g_autofree char *heading = NULL;
  AdwMessageDialog *dialog;

  for (guint i = 0; i < results->len; i++)
    refused += ((ShinsaPacketResult *) g_ptr_array_index (results, i))->error != NULL ? 1 : 0;
  /* Translators: how many packets were taken in, of how many. */
  heading = g_strdup_printf (_("%u of %u packets were taken in"), results->len - refused,
                             results->len);
  dialog = shinsa_dialog_new (from, heading, NULL);
  adw_message_dialog_set_extra_child (dialog, list_results (results));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
taken_in_cb (GtkWidget *from,
             gpointer   data)
{
  TakeIn *take_in = data;

  if (take_in->results->len == 1)
    tell_one (from, g_ptr_array_index (take_in->results, 0));
  else if (take_in->results->len > 1)
    tell_many (from, take_in->results);
  for (guint i = 0; i < take_in->results->len; i++)
    {
      const ShinsaPacketResult *result = g_ptr_array_index (take_in->results, i);

      if (result->report != NULL && result->report->new_round)
        shinsa_show_round (from, take_in->service, result->report->round, NULL);
    }
}

/**
 * shinsa_take_in_files:
 * @window: the window to tell about it
 * @service: a service whose store is open
 * @files: (element-type GFile): the packets
 *
 * Takes packets in off the main loop.
 */
void
shinsa_take_in_files (GtkWindow     *window,
                      ShinsaService *service,
                      GPtrArray     *files)
{
  TakeIn *take_in;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (files != NULL);

  if (files->len == 0)
    return;
  take_in = g_new0 (TakeIn, 1);
  take_in->service = g_object_ref (service);
  take_in->files = g_ptr_array_ref (files);
  shinsa_work (GTK_WIDGET (window), service, _("Packets are taken in"), read_packets, take_in,
               take_in_free, taken_in_cb);
}

/* --- Choosing --- */

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             ShinsaService   *service)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      shinsa_take_in_files (window, service, files);
    }
  g_object_set_data (G_OBJECT (window), CHOOSER_DATA, NULL);
}

static void
open_practice_folder (GtkFileChooser *chooser,
                      ShinsaService  *service)
{
  const ShinsaRound *round = shinsa_service_get_round (service);
  g_autoptr (GFile) folder = shinsa_practice_folder ();

  if (round != NULL && round->definition->practice && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/**
 * shinsa_take_in_choose:
 * @window: the window that asks
 * @service: a service whose store is open
 *
 * Lets the person choose packets, and takes them in.
 */
void
shinsa_take_in_choose (GtkWindow     *window,
                       ShinsaService *service)
{
  GtkFileChooserNative *chooser;
  GtkFileFilter *filter;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  chooser = gtk_file_chooser_native_new (_("Take in packets"), window, GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _("_Take in"), NULL);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Packets"));
  gtk_file_filter_add_suffix (filter, "shinsa");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  open_practice_folder (GTK_FILE_CHOOSER (chooser), service);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), service, 0);
  g_object_set_data_full (G_OBJECT (window), CHOOSER_DATA, chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

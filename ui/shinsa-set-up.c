/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-set-up.h"

#include "parts/shinsa-messages.h"
#include "parts/shinsa-work.h"
#include "shinsa-header-menus.h"
#include "shinsa-practice.h"

#include <glib/gi18n-lib.h>

#define CHOOSER_DATA "shinsa-chooser"

typedef struct {
  ShinsaService *service;
  GFile         *definition;  /* NULL for the practice round */
  char          *root;
} SetUp;

static void
set_up_free (gpointer data)
{
  SetUp *set_up = data;

  g_object_unref (set_up->service);
  g_clear_object (&set_up->definition);
  g_free (set_up->root);
  g_free (set_up);
}

static SetUp *
set_up_new (ShinsaService *service,
            GFile         *definition)
{
  SetUp *set_up = g_new0 (SetUp, 1);

  set_up->service = g_object_ref (service);
  g_set_object (&set_up->definition, definition);
  return set_up;
}

/* --- Showing a round --- */

static void
let_focus (GtkWidget *from,
           gboolean   let)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (root == NULL)
    return;
  if (!let)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_can_focus (GTK_WIDGET (root), let);
}

/* The pages have the new picture next, and one of them takes the focus. */
static void
round_cb (ShinsaService *service,
          GParamSpec    *property,
          GtkWidget     *from)
{
  let_focus (from, TRUE);
}

static void
selected_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (source, round_cb, from);
  let_focus (from, TRUE);
  if (!shinsa_service_select_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_show_error (from, _("The round cannot be shown"), error);
}

/**
 * shinsa_show_round:
 * @from: a widget in the window
 * @service: a service whose store is open
 * @root: (nullable): the round to show; NULL for the one that was open last
 * @identity: (nullable): as whom; NULL for whom one was last in that round
 *
 * Goes to another round or identity, and says so where that is not possible. What has the focus
 * lets go of it first and nothing takes it until then, since what is being written belongs to the
 * identity that wrote it.
 */
void
shinsa_show_round (GtkWidget     *from,
                   ShinsaService *service,
                   const char    *root,
                   const char    *identity)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  let_focus (from, FALSE);
  g_signal_connect_object (service, "notify::round", G_CALLBACK (round_cb), from, 0);
  shinsa_service_select_async (service, root, identity, NULL, selected_cb, g_object_ref (from));
}

static void
made_cb (GtkWidget *from,
         gpointer   data)
{
  SetUp *set_up = data;

  shinsa_show_round (from, set_up->service, set_up->root, NULL);
}

/* --- The practice round --- */

/**
 * shinsa_practice_folder:
 *
 * Returns: (transfer full): where the packets of the practice round are
 */
GFile *
shinsa_practice_folder (void)
{
  g_autofree char *store = shinsa_session_default_path ();
  g_autofree char *folder = g_path_get_dirname (store);

  return g_file_new_build_filename (folder, "practice", NULL);
}

static gboolean
make_practice (ShinsaSession  *session,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  SetUp *set_up = data;
  g_autoptr (GFile) folder = shinsa_practice_folder ();

  if (!shinsa_practice_create (session, folder, cancellable, error))
    return FALSE;
  set_up->root = g_strdup (shinsa_session_get_root (session));
  return TRUE;
}

/**
 * shinsa_set_up_practice:
 * @window: the window that asks
 * @service: a service whose store is open
 *
 * Shows the practice round, which is made where there is none.
 */
void
shinsa_set_up_practice (GtkWindow     *window,
                        ShinsaService *service)
{
  const ShinsaRoundInfo *info;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  info = shinsa_find_round_info (shinsa_service_get_rounds (service), NULL);
  if (info != NULL)
    shinsa_show_round (GTK_WIDGET (window), service, info->root, NULL);
  else
    shinsa_work (GTK_WIDGET (window), service, _("Setting up the practice round"), make_practice,
                 set_up_new (service, NULL), set_up_free, made_cb);
}

/* --- A round from its definition --- */

static gboolean
make_round (ShinsaSession  *session,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  SetUp *set_up = data;
  g_autoptr (GFile) documents = g_file_get_parent (set_up->definition);

  return shinsa_session_create_round (session, set_up->definition, documents, &set_up->root, error);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             ShinsaService   *service)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      shinsa_work (GTK_WIDGET (window), service, _("Preparing a round"), make_round,
                   set_up_new (service, file), set_up_free, made_cb);
    }
  g_object_set_data (G_OBJECT (window), CHOOSER_DATA, NULL);
}

/**
 * shinsa_set_up_from_choice:
 * @window: the window that asks
 * @service: a service whose store is open
 *
 * Lets the person choose a definition, and prepares a round from it, with the documents that lie
 * beside it.
 */
void
shinsa_set_up_from_choice (GtkWindow     *window,
                           ShinsaService *service)
{
  GtkFileChooserNative *chooser;
  GtkFileFilter *filter;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SHINSA_IS_SERVICE (service));

  chooser = gtk_file_chooser_native_new (_("Prepare a round from its definition"), window,
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Prepare"), NULL);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Round definitions"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), service, 0);
  g_object_set_data_full (G_OBJECT (window), CHOOSER_DATA, chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

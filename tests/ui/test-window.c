/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/shinsa-packet.h"
#include "review/shinsa-dossier-list.h"
#include "shinsa-packets.h"
#include "shinsa-test-pdf.h"
#include "shinsa-ui-fixture.h"
#include "shinsa-window.h"

/* The window over a store of its own, which begins empty. */

typedef struct {
  ShinsaTestDir  *dir;
  GtkApplication *app;
  ShinsaService  *service;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("jp.shinsa.Shinsa");
  g_autofree char *path = NULL;

  g_settings_reset (settings, "application");
  g_settings_reset (settings, "page");
  fixture->dir = shinsa_test_dir_new ();
  path = shinsa_test_dir_file (fixture->dir, "store.db");
  fixture->app = GTK_APPLICATION (adw_application_new ("jp.shinsa.Test",
                                                       G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (fixture->app), NULL, NULL));
  fixture->service = shinsa_service_new (path);
  fixture->window = shinsa_window_new (fixture->app, fixture->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  shinsa_window_open_store (SHINSA_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_object_run_dispose (G_OBJECT (fixture->service));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->service);
  g_object_unref (fixture->app);
  shinsa_test_dir_free (fixture->dir);
}

static const char *
shown (Fixture *fixture)
{
  GtkWidget *contents = shinsa_ui_find (fixture->window, "contents");

  return gtk_stack_get_visible_child_name (GTK_STACK (contents));
}

static const char *
label_of (Fixture    *fixture,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (fixture->window, id)));
}

static const char *
page_of (Fixture *fixture)
{
  GtkWidget *pages = shinsa_ui_find (fixture->window, "pages");

  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (pages));
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}

static void
test_first_launch (Fixture       *fixture,
                   gconstpointer  data)
{
  SHINSA_UI_WAIT (g_str_equal (shown (fixture), "welcome"));
  g_assert_true (gtk_widget_is_sensitive (shinsa_ui_find (fixture->window, "welcome_packet")));
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (fixture->window, "switcher")));
}

static gboolean
shows_practice (Fixture *fixture)
{
  return g_str_equal (shown (fixture), "round") &&
         g_str_equal (label_of (fixture, "round_label"),
                      "Regional Biocommunities, first round (FY2020 call; practice copy)");
}

static void
test_practice (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *dossier = NULL;

  shinsa_window_open_practice (SHINSA_WINDOW (fixture->window));
  SHINSA_UI_WAIT (shows_practice (fixture));
  g_assert_cmpstr (page_of (fixture), ==, "review");
  g_assert_cmpstr (label_of (fixture, "identity_label"), ==, "Member B");
  g_assert_cmpstr (label_of (fixture, "banner_label"), ==,
                   "5 applications wait for your interests.");
  g_assert_true (g_str_has_prefix (label_of (fixture, "saved"), "Saved"));

  activate (fixture, "next-application", NULL);
  g_object_get (fixture->window, "dossier", &dossier, NULL);
  g_assert_cmpstr (dossier, ==, "tsuruoka");
  activate (fixture, "page", "decide");
  g_assert_cmpstr (page_of (fixture), ==, "decide");

  activate (fixture, "identity", "desk");
  SHINSA_UI_WAIT (g_str_equal (label_of (fixture, "identity_label"), "Secretariat (desk)"));
  /* The page and the application stay. */
  g_assert_cmpstr (page_of (fixture), ==, "decide");

  /* A second practice round is not made. */
  shinsa_window_open_practice (SHINSA_WINDOW (fixture->window));
  SHINSA_UI_WAIT (shinsa_service_get_identity (fixture->service) != NULL);
  g_assert_cmpuint (shinsa_service_get_rounds (fixture->service)->len, ==, 1);
}

/* What is being written goes to who writes it: nobody goes on under another identity. */
static void
test_other_identity (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *search;

  shinsa_window_open_practice (SHINSA_WINDOW (fixture->window));
  SHINSA_UI_WAIT (shows_practice (fixture));
  search = shinsa_ui_find (shinsa_ui_find_type (fixture->window, SHINSA_TYPE_DOSSIER_LIST, 0),
                           "search");
  g_assert_true (gtk_widget_grab_focus (search));
  activate (fixture, "identity", "a");
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_false (gtk_widget_grab_focus (search));
  SHINSA_UI_WAIT (g_str_equal (label_of (fixture, "identity_label"), "Member A"));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_widget_grab_focus (search));
}

/* A power cut, and the program is started again. */
static void
test_return (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *dossier = NULL;

  shinsa_window_open_practice (SHINSA_WINDOW (fixture->window));
  SHINSA_UI_WAIT (shows_practice (fixture));
  activate (fixture, "application", "tokai");
  activate (fixture, "page", "interview");

  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = shinsa_window_new (fixture->app, fixture->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  shinsa_window_open_store (SHINSA_WINDOW (fixture->window));
  SHINSA_UI_WAIT (shows_practice (fixture));
  SHINSA_UI_WAIT (g_str_equal (page_of (fixture), "interview"));
  g_object_get (fixture->window, "dossier", &dossier, NULL);
  g_assert_cmpstr (dossier, ==, "tokai");
}

static void
test_every_page (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const identities[] = { "chair", "a", "desk" };
  static const char * const pages[] = { "review", "compare", "interview", "decide", "record" };

  shinsa_window_open_practice (SHINSA_WINDOW (fixture->window));
  SHINSA_UI_WAIT (shows_practice (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (identities); i++)
    {
      activate (fixture, "identity", identities[i]);
      SHINSA_UI_WAIT (g_str_equal (shinsa_service_get_identity (fixture->service),
                                   identities[i]));
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          gint64 until = g_get_monotonic_time () + 150 * 1000;

          activate (fixture, "page", pages[j]);
          g_assert_cmpstr (page_of (fixture), ==, pages[j]);
          SHINSA_UI_WAIT (g_get_monotonic_time () > until);
        }
    }
}

/* --- Dropping --- */

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            GBytes     *bytes)
{
  g_autofree char *path = shinsa_test_dir_file (fixture->dir, name);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* What the desk of another computer issues for a member. */
static GFile *
issue_packet (ShinsaTestSession *desk)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_test_session_set_up (desk, NULL);
  folder = g_file_new_for_path (shinsa_test_dir_path (desk->dir));
  shinsa_test_session_be (desk, "desk");
  shinsa_session_issue (desk->session, SHINSA_PURPOSE_INTERESTS, "a", folder, &files, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  return g_object_ref (g_ptr_array_index (files, 0));
}

/* As if they were let go of over the window. */
static void
drop (Fixture *fixture,
      GFile   *files[],
      gsize    n_files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->window);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n_files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static void
assert_dialog (const char *heading,
               const char *title,
               const char *subtitle)
{
  GtkWidget *dialog;
  GtkWidget *row;

  SHINSA_UI_WAIT (find_dialog () != NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  row = shinsa_ui_find_type (dialog, ADW_TYPE_ACTION_ROW, 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The packet is taken in whatever lies beside it, and what is no packet says so. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  ShinsaTestSession desk = { NULL, NULL };
  g_autoptr (GBytes) pdf = shinsa_test_pdf_of_pages (1);
  g_autoptr (GFile) packet = issue_packet (&desk);
  g_autoptr (GFile) document = write_file (fixture, "plan.pdf", pdf);
  GFile *files[] = { packet, document };

  /* The store may still be on its way to be opened. */
  drop (fixture, files, G_N_ELEMENTS (files));
  assert_dialog ("1 of 2 packets were taken in", "plan.pdf",
                 "“plan.pdf” is not a packet of Shinsa. Nothing was taken in. Please check which "
                 "file was chosen.");
  /* Its round is there, and asks whom this computer belongs to. */
  SHINSA_UI_WAIT (g_str_equal (shown (fixture), "identity"));
  shinsa_test_session_tear_down (&desk, NULL);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add ("/window/first-launch", Fixture, NULL, set_up, test_first_launch, tear_down);
  g_test_add ("/window/practice", Fixture, NULL, set_up, test_practice, tear_down);
  g_test_add ("/window/return", Fixture, NULL, set_up, test_return, tear_down);
  g_test_add ("/window/every-page", Fixture, NULL, set_up, test_every_page, tear_down);
  g_test_add ("/window/other-identity", Fixture, NULL, set_up, test_other_identity, tear_down);
  g_test_add ("/window/drop", Fixture, NULL, set_up, test_drop, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-messages.h"
#include "shinsa-ui-fixture.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *inside;
  GString   *heard;
  int        freed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->window = gtk_window_new ();
  fixture->inside = gtk_label_new ("Inside");
  fixture->heard = g_string_new (NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->inside);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  SHINSA_UI_WAIT (gtk_widget_get_mapped (fixture->inside));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (fixture->heard, TRUE);
}

static void
freed_cb (gpointer data)
{
  ((Fixture *) data)->freed++;
}

static void
answered_cb (gpointer data)
{
  g_string_append (((Fixture *) data)->heard, "yes ");
}

static void
reasoned_cb (const char *reason,
             gpointer    data)
{
  g_string_append_printf (((Fixture *) data)->heard, "[%s]", reason);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *button;
  guint number = 0;

  do
    button = shinsa_ui_find_type (root, GTK_TYPE_BUTTON, number++);
  while (button != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0);
  return button;
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  shinsa_toast_undo (fixture->inside, "Level 3 <given>", "Undo", answered_cb, fixture, freed_cb);
  shinsa_ui_click (find_button (fixture->window, "Undo"));
  g_assert_cmpstr (fixture->heard->str, ==, "yes ");
  g_assert_cmpint (fixture->freed, ==, 1);
}

/* Quick fingers: each gesture has its words, and only the last can be taken back. */
static void
test_many_toasts (Fixture       *fixture,
                  gconstpointer  data)
{
  for (int i = 0; i < 50; i++)
    {
      shinsa_toast_undo (fixture->inside, "Level given", "Undo", answered_cb, fixture, freed_cb);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (fixture->freed, ==, 49);
  shinsa_toast (fixture->inside, "Submitted");
  g_assert_cmpint (fixture->freed, ==, 50);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_without_a_window (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Nowhere"));
  Fixture fixture = { .freed = 0 };

  shinsa_toast (label, "Nobody sees this");
  shinsa_toast_undo (label, "Nor this", "Undo", answered_cb, &fixture, freed_cb);
  g_assert_cmpint (fixture.freed, ==, 1);
}

static void
test_ask (Fixture       *fixture,
          gconstpointer  data)
{
  shinsa_ask (fixture->inside, "Really?", "It stays.", "_Yes", answered_cb, fixture, freed_cb);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (fixture)), "cancel");
  gtk_window_destroy (GTK_WINDOW (find_dialog (fixture)));
  g_assert_cmpstr (fixture->heard->str, ==, "");
  shinsa_ask (fixture->inside, "Really?", "It stays.", "_Yes", answered_cb, fixture, freed_cb);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (fixture)), "accept");
  g_assert_cmpstr (fixture->heard->str, ==, "yes ");
  gtk_window_destroy (GTK_WINDOW (find_dialog (fixture)));
  SHINSA_UI_WAIT (fixture->freed == 2);
}

static void
test_ask_reason (Fixture       *fixture,
                 gconstpointer  data)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  shinsa_ask_reason (fixture->inside, "Why?", NULL, "_Go on", reasoned_cb, fixture, freed_cb);
  dialog = ADW_MESSAGE_DIALOG (find_dialog (fixture));
  entry = adw_message_dialog_get_extra_child (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  A reason. ");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "accept"));
  adw_message_dialog_response (dialog, "accept");
  g_assert_cmpstr (fixture->heard->str, ==, "[A reason.]");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                                  "A <sentence> & more.");
  AdwMessageDialog *dialog;
  GtkLabel *label;

  shinsa_show_error (fixture->inside, "It was not done", error);
  dialog = ADW_MESSAGE_DIALOG (find_dialog (fixture));
  label = GTK_LABEL (adw_message_dialog_get_extra_child (dialog));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "It was not done");
  g_assert_cmpstr (gtk_label_get_text (label), ==, "A <sentence> & more.");
  g_assert_true (gtk_label_get_selectable (label));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(path, func) \
  g_test_add ("/messages/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("undo", test_undo);
  ADD ("many-toasts", test_many_toasts);
  g_test_add_func ("/messages/without-a-window", test_without_a_window);
  ADD ("ask", test_ask);
  ADD ("ask-reason", test_ask_reason);
  ADD ("error", test_error);
  return g_test_run ();
}

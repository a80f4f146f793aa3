/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-compat.h"
#include "shinsa-ui-fixture.h"

static GtkWidget *
show_button (GtkWidget  *window,
             const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_window_set_child (GTK_WINDOW (window), button);
  return button;
}

/* Later versions of GTK leave the name to the label. */
static void
assert_named_by_label (GtkWidget  *button,
                       const char *name)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (button);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_false (gtk_test_accessible_has_relation (accessible,
                                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  else
    g_assert_true (gtk_test_accessible_has_relation (accessible,
                                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_named_once (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = show_button (window, "_Verify a__b");

  gtk_window_present (GTK_WINDOW (window));
  assert_named_by_label (button, "Verify a_b");
  gtk_button_set_label (GTK_BUTTON (button), "_Export");
  assert_named_by_label (button, "Export");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keeps_its_name (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = show_button (window, "_Open");

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "Open the application", -1);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open the application");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A heading that does not fit beside an entry, which is narrower: no version complains. */
static void
test_heading (void)
{
  GtkWidget *window = adw_message_dialog_new (NULL, "Hold what comes from this computer, and "
                                              "from each of the others beside it?", NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);

  shinsa_compat_heading (dialog);
  adw_message_dialog_set_extra_child (dialog, gtk_entry_new ());
  adw_message_dialog_add_response (dialog, "close", "_Close");
  gtk_window_present (GTK_WINDOW (window));
  SHINSA_UI_WAIT (gtk_widget_get_mapped (window));
  g_assert_cmpint (gtk_widget_get_width (window), <, 700);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add_func ("/compat/named-once", test_named_once);
  g_test_add_func ("/compat/keeps-its-name", test_keeps_its_name);
  g_test_add_func ("/compat/heading", test_heading);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-compat.h"

/* Wider than the widest character of a heading, also where text is twice as large. */
#define HEADING_WIDTH 120

/* A button is named by its label, or by that of its content. GTK 4.8 tells a screen reader the
 * label twice, the first time with the underscore of its mnemonic: “_Verify Verify”. A name that
 * the button was given besides is told together with the label by 4.8, and not at all by 4.18. */

static char *
without_mnemonic (const char *label)
{
  GString *text = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p != '_')
        g_string_append_c (text, *p);
      else if (p[1] == '_')
        g_string_append_c (text, *p++);
    }

  return g_string_free (text, FALSE);
}

static const char *
get_label (GtkWidget *button)
{
  return GTK_IS_BUTTON (button)
         ? gtk_button_get_label (GTK_BUTTON (button))
         : gtk_check_button_get_label (GTK_CHECK_BUTTON (button));
}

static gboolean
has_mnemonic (GtkWidget *button)
{
  return GTK_IS_BUTTON (button)
         ? gtk_button_get_use_underline (GTK_BUTTON (button))
         : gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (button));
}

/* The only function that reads a name is meant for tests. */
static gboolean
is_named (GtkAccessible *accessible,
          const char    *name)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

static void
name_button_cb (GtkWidget *button)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (button);
  const char *label = get_label (button);
  g_autofree char *name = NULL;

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (label == NULL || !has_mnemonic (button) || !is_named (accessible, label))
    return;
  name = without_mnemonic (label);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
realized_cb (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, name_button_cb, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (name_button_cb), NULL);
      name_button_cb (widget);
    }

  return G_SOURCE_CONTINUE;
}

/**
 * shinsa_compat_init:
 *
 * To be called once, after GTK is initialised and before the first window.
 */
void
shinsa_compat_init (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL,
                              NULL);
}

static void
set_narrowest (AdwMessageDialog *dialog,
               const char       *id)
{
  GObject *label = gtk_widget_get_template_child (GTK_WIDGET (dialog), ADW_TYPE_MESSAGE_DIALOG, id);

  if (!GTK_IS_LABEL (label))
    return;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (GTK_WIDGET (label), HEADING_WIDTH, -1);
}

/**
 * shinsa_compat_heading:
 * @dialog: a dialog that was not shown yet
 *
 * A dialog has two headings, and shows the small one where there is no room for the large. Before
 * 1.8 libadwaita asks for the height of either in as little room as the narrower needs, and GTK
 * 4.18 warns of that. So both need the same room at least, which is less than any dialog has. The
 * large one is still never shown broken.
 */
void
shinsa_compat_heading (AdwMessageDialog *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  set_narrowest (dialog, "heading_label");
  set_narrowest (dialog, "heading_label_small");
}

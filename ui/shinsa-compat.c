/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-compat.h"

#include <adwaita.h>

/* GTK 4.8 tells a screen reader the label of a button with a mnemonic twice, the first time with
 * the underscore: “_Verify Verify”. Later versions say the same with this name as without. */

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

static void
name_button_cb (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *name = NULL;

  if (label == NULL || !gtk_button_get_use_underline (button))
    return;
  name = without_mnemonic (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* libadwaita 1.7 asks how high the large heading of a dialog is in less room than it needs, to show
 * a smaller one then, and GTK 4.18 warns of that. A heading that may wrap needs less. */
static void
let_heading_wrap (AdwMessageDialog *dialog)
{
  GObject *heading = gtk_widget_get_template_child (GTK_WIDGET (dialog), ADW_TYPE_MESSAGE_DIALOG,
                                                    "heading_label");

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
}

static gboolean
realized_cb (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    {
      g_signal_handlers_disconnect_by_func (widget, name_button_cb, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (name_button_cb), NULL);
      name_button_cb (GTK_BUTTON (widget));
    }
  else if (ADW_IS_MESSAGE_DIALOG (widget))
    let_heading_wrap (ADW_MESSAGE_DIALOG (widget));

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

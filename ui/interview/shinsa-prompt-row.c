/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-prompt-row.h"

struct _ShinsaPromptRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *text;
  GtkButton     *button;

  char          *application;
  char          *member;
};

G_DEFINE_FINAL_TYPE (ShinsaPromptRow, shinsa_prompt_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (ShinsaPromptRow *self)
{
  g_signal_emit (self, signals[PRESSED], 0);
}

static void
shinsa_prompt_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_PROMPT_ROW);

  G_OBJECT_CLASS (shinsa_prompt_row_parent_class)->dispose (object);
}

static void
shinsa_prompt_row_finalize (GObject *object)
{
  ShinsaPromptRow *self = SHINSA_PROMPT_ROW (object);

  g_free (self->application);
  g_free (self->member);

  G_OBJECT_CLASS (shinsa_prompt_row_parent_class)->finalize (object);
}

static void
shinsa_prompt_row_class_init (ShinsaPromptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_prompt_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_prompt_row_finalize;

  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-prompt-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaPromptRow, text);
  gtk_widget_class_bind_template_child (widget_class, ShinsaPromptRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
shinsa_prompt_row_init (ShinsaPromptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_prompt_row_new:
 * @application: (not nullable): the application that it is about
 * @member: (not nullable): the member that it is about, or ""
 * @button: (nullable): what the button says, with its mnemonic; NULL for none
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
shinsa_prompt_row_new (const char *application,
                       const char *member,
                       const char *button)
{
  ShinsaPromptRow *self = g_object_new (SHINSA_TYPE_PROMPT_ROW, "focusable", FALSE, NULL);

  self->application = g_strdup (application);
  self->member = g_strdup (member);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  return GTK_WIDGET (self);
}

/**
 * shinsa_prompt_row_show:
 * @self: a row
 * @text: (not nullable): a sentence
 */
void
shinsa_prompt_row_show (ShinsaPromptRow *self,
                        const char      *text)
{
  g_return_if_fail (SHINSA_IS_PROMPT_ROW (self));

  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

const char *
shinsa_prompt_row_get_application (ShinsaPromptRow *self)
{
  g_return_val_if_fail (SHINSA_IS_PROMPT_ROW (self), NULL);

  return self->application;
}

/**
 * shinsa_prompt_row_get_member:
 * @self: a row
 *
 * Returns: (transfer none): the id of the member that it is about, or ""
 */
const char *
shinsa_prompt_row_get_member (ShinsaPromptRow *self)
{
  g_return_val_if_fail (SHINSA_IS_PROMPT_ROW (self), NULL);

  return self->member;
}

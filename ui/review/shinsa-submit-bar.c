/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-submit-bar.h"

#include <glib/gi18n-lib.h>

#define PROBLEM_DATA "shinsa-problem"

struct _ShinsaSubmitBar
{
  AdwBin         parent_instance;

  GtkLabel      *status;
  GtkMenuButton *more;
  GtkPopover    *popover;
  GtkListBox    *list;
  GtkWidget     *buttons;
  GtkButton     *submit;

  GPtrArray     *problems;  /* (element-type ShinsaReviewProblem) */
};

G_DEFINE_FINAL_TYPE (ShinsaSubmitBar, shinsa_submit_bar, ADW_TYPE_BIN)

enum {
  SUBMIT,
  ABSTAIN,
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
go_to (ShinsaSubmitBar *self,
       guint            number)
{
  const ShinsaReviewProblem *problem = g_ptr_array_index (self->problems, number);

  g_signal_emit (self, signals[GO_TO], 0, problem->requirement, problem->field);
}

static void
activated_cb (ShinsaSubmitBar *self,
              GtkListBoxRow   *row)
{
  guint number = gtk_list_box_row_get_index (row);

  gtk_popover_popdown (self->popover);
  go_to (self, number);
}


static void
abstain_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[ABSTAIN], 0);
}

static void
list_problems (ShinsaSubmitBar *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->problems != NULL && i < self->problems->len; i++)
    {
      const ShinsaReviewProblem *problem = g_ptr_array_index (self->problems, i);
      GtkWidget *label = gtk_label_new (problem->sentence);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "problem");
      gtk_list_box_append (self->list, label);
    }
}

static void
shinsa_submit_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_SUBMIT_BAR);

  G_OBJECT_CLASS (shinsa_submit_bar_parent_class)->dispose (object);
}

static void
shinsa_submit_bar_finalize (GObject *object)
{
  ShinsaSubmitBar *self = SHINSA_SUBMIT_BAR (object);

  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (shinsa_submit_bar_parent_class)->finalize (object);
}

static void
shinsa_submit_bar_class_init (ShinsaSubmitBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_submit_bar_dispose;
  object_class->finalize = shinsa_submit_bar_finalize;

  signals[SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[ABSTAIN] = g_signal_new ("abstain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "submit.abstain", NULL, abstain_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-submit-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaSubmitBar, status);
  gtk_widget_class_bind_template_child (widget_class, ShinsaSubmitBar, more);
  gtk_widget_class_bind_template_child (widget_class, ShinsaSubmitBar, popover);
  gtk_widget_class_bind_template_child (widget_class, ShinsaSubmitBar, list);
  gtk_widget_class_bind_template_child (widget_class, ShinsaSubmitBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, ShinsaSubmitBar, submit);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shinsa_submit_bar_submit);
}

static void
shinsa_submit_bar_init (ShinsaSubmitBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
update_more (ShinsaSubmitBar *self)
{
  guint others = self->problems != NULL && self->problems->len > 1 ? self->problems->len - 1 : 0;
  g_autofree char *label = NULL;

  /* Translators: opens the list of what is missing besides the sentence above. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", others), others);
  gtk_menu_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), others > 0);
}

/**
 * shinsa_submit_bar_show:
 * @self: a bar
 * @status: how things stand where nothing is missing
 * @problems: (nullable) (element-type ShinsaReviewProblem): what is missing; NULL where nothing can
 *   be submitted
 * @submitted: whether something was submitted that this would replace
 *
 * Shows the first thing that is missing, and the way to the others.
 */
void
shinsa_submit_bar_show (ShinsaSubmitBar *self,
                        const char      *status,
                        GPtrArray       *problems,
                        gboolean         submitted)
{
  gboolean complete = problems != NULL && problems->len == 0;

  g_return_if_fail (SHINSA_IS_SUBMIT_BAR (self));
  g_return_if_fail (status != NULL);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (problems != NULL)
    self->problems = g_ptr_array_ref (problems);

  gtk_widget_set_visible (GTK_WIDGET (self), problems != NULL || *status != '\0');
  if (problems == NULL || complete)
    gtk_label_set_label (self->status, status);
  else
    gtk_label_set_label (self->status,
                         ((ShinsaReviewProblem *) g_ptr_array_index (problems, 0))->sentence);
  list_problems (self);
  update_more (self);
  gtk_button_set_label (self->submit, submitted ? _("_Submit again") : _("_Submit review"));
  gtk_widget_set_visible (self->buttons, problems != NULL);
  if (complete)
    gtk_widget_add_css_class (GTK_WIDGET (self->submit), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->submit), "suggested-action");
}

/**
 * shinsa_submit_bar_submit:
 * @self: a bar
 *
 * As if its button were pressed. That stays usable while something is missing: it then leads to
 * what is.
 */
void
shinsa_submit_bar_submit (ShinsaSubmitBar *self)
{
  g_return_if_fail (SHINSA_IS_SUBMIT_BAR (self));

  if (self->problems == NULL)
    return;
  if (self->problems->len > 0)
    go_to (self, 0);
  else
    g_signal_emit (self, signals[SUBMIT], 0);
}

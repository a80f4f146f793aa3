/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-confirm-dialog.h"

#include "decide/shinsa-decide-rights.h"
#include "entries/shinsa-statements.h"
#include "parts/shinsa-messages.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>

struct _ShinsaConfirmDialog
{
  AdwWindow        parent_instance;

  ShinsaService   *service;
  ShinsaRound     *round;
  GPtrArray       *applications;     /* (element-type utf8), those that are ready */
  gboolean         seen;             /* every sentence was in sight */
  gboolean         writing;

  GtkButton       *confirm_button;
  GtkCheckButton  *unanimous;
  GtkCheckButton  *vote;
  GtkCheckButton  *chair;
  GtkScrolledWindow *scrolled;
  GtkWidget       *ready_heading;
  GtkListBox      *ready;
  GtkWidget       *left_out_heading;
  GtkListBox      *left_out;
  GtkLabel        *hint;
};

G_DEFINE_FINAL_TYPE (ShinsaConfirmDialog, shinsa_confirm_dialog, ADW_TYPE_WINDOW)

/* What is shown. */

static void
show_button (ShinsaConfirmDialog *self)
{
  guint n = self->applications->len;
  g_autofree char *label = g_strdup_printf (ngettext ("Con_firm %d Outcome",
                                                      "Con_firm %d Outcomes", n), (int) n);

  gtk_button_set_label (self->confirm_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button),
                            n > 0 && self->seen && !self->writing);
  if (n == 0)
    gtk_label_set_text (self->hint, _("No application is ready to be confirmed by you."));
  else if (!self->seen)
    gtk_label_set_text (self->hint,
                        _("Scroll to the end: they can be confirmed once all have been in sight."));
  else
    gtk_label_set_text (self->hint,
                        _("Each is confirmed with your key. It can be reopened only with a "
                          "reason."));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
add_row (GtkListBox *list,
         const char *title,
         const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
}

static void
show_lists (ShinsaConfirmDialog *self)
{
  const char *method = shinsa_confirm_dialog_get_method (self);
  gboolean any_left_out = FALSE;

  clear_list (self->ready);
  clear_list (self->left_out);
  g_ptr_array_set_size (self->applications, 0);
  for (guint i = 0; i < self->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);
      const char *name = shinsa_text_get (&dossier->name);
      g_autofree char *why = shinsa_decide_why_not_confirm (self->round, dossier->id);

      if (why == NULL)
        {
          const ShinsaProposal *proposal = shinsa_round_proposal (self->round, dossier->id);
          g_autofree char *sentence = shinsa_decision_sentence (self->round, dossier->id,
                                                                proposal->outcome, method);

          g_ptr_array_add (self->applications, g_strdup (dossier->id));
          add_row (self->ready, name, sentence);
        }
      else
        {
          add_row (self->left_out, name, why);
          any_left_out = TRUE;
        }
    }
  gtk_widget_set_visible (self->ready_heading, self->applications->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ready), self->applications->len > 0);
  gtk_widget_set_visible (self->left_out_heading, any_left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), any_left_out);
  show_button (self);
}

static void
scrolled_cb (ShinsaConfirmDialog *self,
             GtkAdjustment       *adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  /* Before it has a size nothing of it has been seen. */
  if (gtk_adjustment_get_page_size (adjustment) > 1 &&
      gtk_adjustment_get_value (adjustment) >= end - 1)
    self->seen = TRUE;
  show_button (self);
}

static void
method_toggled_cb (ShinsaConfirmDialog *self,
                   GtkCheckButton      *button)
{
  if (self->round != NULL && gtk_check_button_get_active (button))
    show_lists (self);
}

static void
changed_cb (ShinsaConfirmDialog *self)
{
  ShinsaRound *round = shinsa_service_get_round (self->service);
  guint before = self->applications->len;

  if (round == NULL || self->writing)
    return;
  shinsa_round_ref (round);
  shinsa_round_unref (self->round);
  self->round = round;
  show_lists (self);
  /* Another list has another height, and then its end is looked for anew. */
  if (self->applications->len != before)
    self->seen = FALSE;
  show_button (self);
}

/* Confirming. */

typedef struct {
  ShinsaConfirmDialog *dialog;
  GPtrArray           *bodies;       /* (element-type JsonNode) */
  guint                written;
} Confirming;

static void
confirming_free (gpointer data)
{
  Confirming *confirming = data;

  g_object_unref (confirming->dialog);
  g_ptr_array_unref (confirming->bodies);
  g_free (confirming);
}

static gboolean
write_all (ShinsaSession  *session,
           gpointer        data,
           GCancellable   *cancellable,
           GError        **error)
{
  Confirming *confirming = data;

  for (guint i = 0; i < confirming->bodies->len; i++)
    {
      if (!shinsa_session_write (session, SHINSA_KIND_DECISION_CONFIRM,
                                 g_ptr_array_index (confirming->bodies, i), NULL, error))
        return FALSE;
      confirming->written++;
    }
  return TRUE;
}

/* Each is an entry of its own, so those before the one that was refused stay confirmed. */
static void
tell_refused (ShinsaConfirmDialog *self,
              const GError        *error,
              guint                written,
              guint                all)
{
  g_autoptr (GError) whole = NULL;

  /* Translators: how many of how many outcomes are confirmed, and why the next one is not. */
  whole = g_error_new (error->domain, error->code,
                       _("%u of %u are confirmed. The next one was not: %s"),
                       written, all, error->message);
  shinsa_show_error (GTK_WIDGET (self), _("Not all outcomes were confirmed"), whole);
}

static void
written_cb (GObject      *service,
            GAsyncResult *result,
            gpointer      data)
{
  Confirming *confirming = data;
  g_autoptr (ShinsaConfirmDialog) self = g_object_ref (confirming->dialog);
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  self->writing = FALSE;
  if (!shinsa_service_run_finish (SHINSA_SERVICE (service), result, &error))
    {
      changed_cb (self);
      tell_refused (self, error, confirming->written, confirming->bodies->len);
    }
  else
    {
      if (parent != NULL)
        shinsa_toast (GTK_WIDGET (parent), _("The outcomes are confirmed."));
      gtk_window_destroy (GTK_WINDOW (self));
    }
  confirming_free (confirming);
}

static void
confirm_clicked_cb (ShinsaConfirmDialog *self)
{
  Confirming *confirming;

  if (self->service == NULL || self->writing || !self->seen)
    return;
  confirming = g_new0 (Confirming, 1);
  confirming->dialog = g_object_ref (self);
  confirming->bodies = shinsa_confirm_dialog_make_bodies (self);
  self->writing = TRUE;
  show_button (self);
  /* What it has written so far is still to be told when it is done. */
  shinsa_service_run_async (self->service, write_all, confirming, NULL, NULL, written_cb,
                            confirming);
}

static void
shinsa_confirm_dialog_dispose (GObject *object)
{
  ShinsaConfirmDialog *self = SHINSA_CONFIRM_DIALOG (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_CONFIRM_DIALOG);
  G_OBJECT_CLASS (shinsa_confirm_dialog_parent_class)->dispose (object);
}

static void
shinsa_confirm_dialog_finalize (GObject *object)
{
  ShinsaConfirmDialog *self = SHINSA_CONFIRM_DIALOG (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_ptr_array_unref (self->applications);
  G_OBJECT_CLASS (shinsa_confirm_dialog_parent_class)->finalize (object);
}

static void
shinsa_confirm_dialog_class_init (ShinsaConfirmDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_confirm_dialog_dispose;
  object_class->finalize = shinsa_confirm_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/decide/"
                                               "shinsa-confirm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, unanimous);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, vote);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, chair);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, ready_heading);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, ready);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, left_out_heading);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, ShinsaConfirmDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, method_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
shinsa_confirm_dialog_init (ShinsaConfirmDialog *self)
{
  GtkAdjustment *adjustment;

  self->applications = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_label (self->unanimous, shinsa_method_label ("unanimous"));
  gtk_check_button_set_label (self->vote, shinsa_method_label ("vote"));
  gtk_check_button_set_label (self->chair, shinsa_method_label ("chair"));
  /* Whoever presses Return twice to come here neither confirms nor leaves by it. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->unanimous));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * shinsa_confirm_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @service: (nullable): where the confirmations are written
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
shinsa_confirm_dialog_new (GtkWindow     *parent,
                           ShinsaService *service,
                           ShinsaRound   *round)
{
  ShinsaConfirmDialog *self = g_object_new (SHINSA_TYPE_CONFIRM_DIALOG, "transient-for", parent,
                                            NULL);

  g_assert (round != NULL);
  self->round = shinsa_round_ref (round);
  g_set_object (&self->service, service);
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_lists (self);
  return GTK_WIDGET (self);
}

/**
 * shinsa_confirm_dialog_get_n_ready:
 *
 * Returns: how many outcomes would be confirmed
 */
guint
shinsa_confirm_dialog_get_n_ready (ShinsaConfirmDialog *self)
{
  g_return_val_if_fail (SHINSA_IS_CONFIRM_DIALOG (self), 0);

  return self->applications->len;
}

/**
 * shinsa_confirm_dialog_get_method:
 *
 * Returns: (transfer none): one of shinsa_methods()
 */
const char *
shinsa_confirm_dialog_get_method (ShinsaConfirmDialog *self)
{
  g_return_val_if_fail (SHINSA_IS_CONFIRM_DIALOG (self), NULL);

  return gtk_check_button_get_active (self->vote) ? "vote"
         : gtk_check_button_get_active (self->chair) ? "chair" : "unanimous";
}

/**
 * shinsa_confirm_dialog_make_bodies:
 *
 * Returns: (transfer full) (element-type JsonNode): a body of decision.confirm for each application
 */
GPtrArray *
shinsa_confirm_dialog_make_bodies (ShinsaConfirmDialog *self)
{
  GPtrArray *bodies;
  const char *method;

  g_return_val_if_fail (SHINSA_IS_CONFIRM_DIALOG (self), NULL);

  method = shinsa_confirm_dialog_get_method (self);
  bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint i = 0; i < self->applications->len; i++)
    g_ptr_array_add (bodies, shinsa_state_confirmation (self->round,
                                                        g_ptr_array_index (self->applications, i),
                                                        method));
  return bodies;
}

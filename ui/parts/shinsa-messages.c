/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-messages.h"

#include "shinsa-compat.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_ACCEPT "accept"
#define RESPONSE_CANCEL "cancel"

#define SPEAKER_DATA "shinsa-speaker"

/* How long words stay in sight, in seconds. */
#define TOAST_SECONDS 6

typedef struct {
  ShinsaAnswerFunc  answered;
  ShinsaReasonFunc  reasoned;
  GtkEditable      *entry;
  gpointer          data;
  GDestroyNotify    destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static GtkWindow *
find_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static AdwToastOverlay *
find_overlay (GtkWidget *from)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  GtkWindow *window = find_window (from);

  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (window))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  return ADW_IS_TOAST_OVERLAY (overlay) ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/* --- What is said in passing --- */

/* One toast for a window: what is said of the last gesture takes the place of what was said
 * before, without a queue and without movement. */
typedef struct {
  AdwToast *toast;  /* in sight, or NULL */
  Question *undo;   /* what its button does, or NULL */
  guint     timer;
} Speaker;

static void
fall_silent (Speaker *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->toast);
  if (self->undo != NULL)
    question_free (g_steal_pointer (&self->undo), NULL);
}

static void
speaker_free (gpointer data)
{
  Speaker *self = data;

  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_data (self->toast, self);
  fall_silent (self);
  g_free (self);
}

static Speaker *
find_speaker (AdwToastOverlay *overlay)
{
  Speaker *self = g_object_get_data (G_OBJECT (overlay), SPEAKER_DATA);

  if (self == NULL)
    {
      self = g_new0 (Speaker, 1);
      g_object_set_data_full (G_OBJECT (overlay), SPEAKER_DATA, self, speaker_free);
    }
  return self;
}

static gboolean
timer_cb (gpointer data)
{
  Speaker *self = data;

  self->timer = 0;
  adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
dismissed_cb (AdwToast *toast,
              Speaker  *self)
{
  g_signal_handlers_disconnect_by_data (toast, self);
  fall_silent (self);
}

static void
button_clicked_cb (AdwToast *toast,
                   Speaker  *self)
{
  Question *undo = g_steal_pointer (&self->undo);

  if (undo == NULL)
    return;
  undo->answered (undo->data);
  question_free (undo, NULL);
}

static void
show_toast (Speaker         *self,
            AdwToastOverlay *overlay)
{
  self->toast = adw_toast_new ("");
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  g_signal_connect (self->toast, "button-clicked", G_CALLBACK (button_clicked_cb), self);
  adw_toast_overlay_add_toast (overlay, g_object_ref (self->toast));
}

/* Takes the question. */
static void
say (GtkWidget  *from,
     const char *text,
     const char *button,
     Question   *undo)
{
  AdwToastOverlay *overlay = find_overlay (from);
  g_autofree char *title = g_markup_escape_text (text, -1);
  Speaker *self;

  if (overlay == NULL)
    {
      if (undo != NULL)
        question_free (undo, NULL);
      return;
    }
  self = find_speaker (overlay);
  if (self->toast == NULL)
    show_toast (self, overlay);
  if (self->undo != NULL)
    question_free (self->undo, NULL);
  self->undo = undo;
  adw_toast_set_title (self->toast, title);
  adw_toast_set_button_label (self->toast, button);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (TOAST_SECONDS, timer_cb, self);
}

/**
 * shinsa_toast:
 * @from: a widget in the window
 * @text: one sentence
 *
 * Says for a few seconds what has happened, instead of what was said before.
 */
void
shinsa_toast (GtkWidget  *from,
              const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL);

  say (from, text, NULL, NULL);
}

/**
 * shinsa_toast_undo:
 * @from: a widget in the window
 * @text: one sentence
 * @button: what takes it back
 * @undo: called when the button is pressed
 * @data: for @undo
 * @destroy: (nullable): frees @data
 *
 * Says what a gesture did, with a button that takes it back while the words are in sight.
 */
void
shinsa_toast_undo (GtkWidget        *from,
                   const char       *text,
                   const char       *button,
                   ShinsaAnswerFunc  undo,
                   gpointer          data,
                   GDestroyNotify    destroy)
{
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL && button != NULL);
  g_return_if_fail (undo != NULL);

  question = g_new0 (Question, 1);
  question->answered = undo;
  question->data = data;
  question->destroy = destroy;
  say (from, text, button, question);
}

/* --- What has to be answered --- */

/**
 * shinsa_dialog_new:
 * @from: a widget in the window
 * @heading: what it is about
 * @body: (nullable): what there is to know
 *
 * Every dialog of this kind is made here, so that all of them stand in front of their window and
 * look alike with each version of libadwaita.
 *
 * Returns: (transfer none): a dialog without responses, not shown yet
 */
AdwMessageDialog *
shinsa_dialog_new (GtkWidget  *from,
                   const char *heading,
                   const char *body)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (heading != NULL, NULL);

  dialog = adw_message_dialog_new (find_window (from), heading, body);
  shinsa_compat_heading (ADW_MESSAGE_DIALOG (dialog));
  return ADW_MESSAGE_DIALOG (dialog);
}

/**
 * shinsa_tell:
 * @from: a widget in the window
 * @heading: what it is about
 * @text: some sentences
 *
 * Says something that has to be read, until it is acknowledged; it can be selected and copied.
 */
void
shinsa_tell (GtkWidget  *from,
             const char *heading,
             const char *text)
{
  AdwMessageDialog *dialog;
  GtkWidget *label;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (heading != NULL && text != NULL);

  dialog = shinsa_dialog_new (from, heading, NULL);
  label = gtk_label_new (text);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  adw_message_dialog_set_extra_child (dialog, label);
  adw_message_dialog_add_response (dialog, RESPONSE_ACCEPT, _("_Close"));
  adw_message_dialog_set_default_response (dialog, RESPONSE_ACCEPT);
  adw_message_dialog_set_close_response (dialog, RESPONSE_ACCEPT);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * shinsa_show_error:
 * @from: a widget in the window
 * @heading: what could not be done
 * @error: why, as a sentence for people
 *
 * Shows a sentence until it is acknowledged; it can be selected and copied.
 */
void
shinsa_show_error (GtkWidget    *from,
                   const char   *heading,
                   const GError *error)
{
  g_return_if_fail (error != NULL);

  shinsa_tell (from, heading, error->message);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *self = data;
  g_autofree char *reason = NULL;

  if (g_strcmp0 (response, RESPONSE_ACCEPT) != 0)
    return;
  if (self->entry == NULL)
    {
      self->answered (self->data);
      return;
    }
  reason = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  self->reasoned (reason, self->data);
}

static AdwMessageDialog *
make_question (GtkWidget  *from,
               const char *heading,
               const char *body,
               const char *accept,
               Question   *question)
{
  AdwMessageDialog *dialog = shinsa_dialog_new (from, heading, body);

  adw_message_dialog_add_responses (dialog, RESPONSE_CANCEL, _("_Cancel"), RESPONSE_ACCEPT, accept,
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE_ACCEPT, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, RESPONSE_ACCEPT);
  adw_message_dialog_set_close_response (dialog, RESPONSE_CANCEL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  return dialog;
}

/**
 * shinsa_ask:
 * @from: a widget in the window
 * @heading: the question
 * @body: (nullable): what follows from yes
 * @accept: the word on the button that says yes, with a mnemonic
 * @accepted: called for yes
 * @data: for @accepted
 * @destroy: (nullable): frees @data
 *
 * Asks before something that cannot simply be taken back.
 */
void
shinsa_ask (GtkWidget        *from,
            const char       *heading,
            const char       *body,
            const char       *accept,
            ShinsaAnswerFunc  accepted,
            gpointer          data,
            GDestroyNotify    destroy)
{
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (heading != NULL && accept != NULL);
  g_return_if_fail (accepted != NULL);

  question = g_new0 (Question, 1);
  question->answered = accepted;
  question->data = data;
  question->destroy = destroy;
  gtk_window_present (GTK_WINDOW (make_question (from, heading, body, accept, question)));
}

static void
reason_changed_cb (GtkEditable      *entry,
                   AdwMessageDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, RESPONSE_ACCEPT, *reason != '\0');
}

/**
 * shinsa_ask_reason:
 * @from: a widget in the window
 * @heading: the question
 * @body: (nullable): what the reason is for
 * @accept: the word on the button that says yes, with a mnemonic
 * @accepted: called with the reason, which is never blank
 * @data: for @accepted
 * @destroy: (nullable): frees @data
 *
 * Asks for something that goes with its reason into the register.
 */
void
shinsa_ask_reason (GtkWidget        *from,
                   const char       *heading,
                   const char       *body,
                   const char       *accept,
                   ShinsaReasonFunc  accepted,
                   gpointer          data,
                   GDestroyNotify    destroy)
{
  AdwMessageDialog *dialog;
  Question *question;
  GtkWidget *entry;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (heading != NULL && accept != NULL);
  g_return_if_fail (accepted != NULL);

  entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reason"), -1);

  question = g_new0 (Question, 1);
  question->reasoned = accepted;
  question->entry = GTK_EDITABLE (entry);
  question->data = data;
  question->destroy = destroy;
  dialog = make_question (from, heading, body, accept, question);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_set_response_enabled (dialog, RESPONSE_ACCEPT, FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-picker.h"

#include "interview/shinsa-notes.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-subject.h"

#include <glib/gi18n-lib.h>

struct _ShinsaNotePicker
{
  AdwBin          parent_instance;

  GtkPopover     *popover;
  GtkListBox     *list;

  ShinsaSubject   subject;
  GCancellable   *reading;   /* the notes are being looked up */
  GPtrArray      *notes;     /* (element-type ShinsaNote), those in the list, or NULL */
};

G_DEFINE_FINAL_TYPE (ShinsaNotePicker, shinsa_note_picker, ADW_TYPE_BIN)

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Choosing --- */

typedef struct {
  ShinsaNotePicker *picker;
  char             *application;   /* that the note is about */
  char             *words;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->picker);
  g_free (choice->application);
  g_free (choice->words);
  g_free (choice);
}

/* Whoever went to another application meanwhile does not take the words there. */
static void
accepted_cb (gpointer data)
{
  const Choice *choice = data;

  if (g_strcmp0 (choice->application, choice->picker->subject.application) == 0)
    g_signal_emit (choice->picker, signals[PICKED], 0, choice->words);
}

static void
row_activated_cb (ShinsaNotePicker *self,
                  GtkListBoxRow    *row)
{
  const ShinsaNote *note = g_ptr_array_index (self->notes, gtk_list_box_row_get_index (row));
  Choice *choice = g_new0 (Choice, 1);
  /* Translators: the words of a note. */
  g_autofree char *body = g_strdup_printf (_("“%s”\n\nYour note stays private. Only these words "
                                             "are copied into the reason, where you can change "
                                             "them before you submit."),
                                           note->text);

  choice->picker = g_object_ref (self);
  choice->application = g_strdup (self->subject.application);
  choice->words = g_strdup (note->text);
  gtk_popover_popdown (self->popover);
  shinsa_ask (GTK_WIDGET (self), _("Send these words with your review?"), body,
              _("_Copy into the Reason"), accepted_cb, choice, choice_free);
}

/* --- The list --- */

static void
append_note (ShinsaNotePicker *self,
             const ShinsaNote *note)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (note->at, NULL);
  g_autofree char *time = at != NULL ? g_date_time_format (at, "%H:%M") : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s  %s", time, note->text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_box_append (self->list, label);
}

static void
show_notes (ShinsaNotePicker *self,
            GPtrArray        *notes)
{
  while (gtk_list_box_get_row_at_index (self->list, 0) != NULL)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = notes;
  for (guint i = 0; i < notes->len; i++)
    append_note (self, g_ptr_array_index (notes, i));
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (ShinsaNotePicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = shinsa_notes_list_finish (SHINSA_SERVICE (source), result, &error);

  /* Whoever disposed of the picker or asked again has cancelled this, perhaps too late. */
  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  if (notes != NULL)
    show_notes (self, g_steal_pointer (&notes));
  else
    shinsa_show_error (GTK_WIDGET (self), _("The notes could not be read"), error);
}

static void
stop_reading (ShinsaNotePicker *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Those of now: notes are taken while the list is closed. */
static void
shown_cb (ShinsaNotePicker *self)
{
  stop_reading (self);
  if (shinsa_subject_get_round (&self->subject) == NULL)
    return;
  self->reading = g_cancellable_new ();
  shinsa_notes_list_async (self->subject.service, self->subject.application, self->reading,
                           looked_up_cb, g_object_ref (self));
}

/* A list of notes about another application must not stay open. */
static void
subject_changed (gpointer widget)
{
  ShinsaNotePicker *self = widget;
  const ShinsaNote *note = self->notes != NULL && self->notes->len > 0
                           ? g_ptr_array_index (self->notes, 0) : NULL;

  if (note != NULL && g_strcmp0 (note->application, self->subject.application) != 0)
    gtk_popover_popdown (self->popover);
}

/* --- The object --- */

static void
shinsa_note_picker_dispose (GObject *object)
{
  ShinsaNotePicker *self = SHINSA_NOTE_PICKER (object);

  stop_reading (self);
  shinsa_subject_dispose (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_NOTE_PICKER);

  G_OBJECT_CLASS (shinsa_note_picker_parent_class)->dispose (object);
}

static void
shinsa_note_picker_finalize (GObject *object)
{
  g_clear_pointer (&SHINSA_NOTE_PICKER (object)->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (shinsa_note_picker_parent_class)->finalize (object);
}

static void
shinsa_note_picker_class_init (ShinsaNotePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_note_picker_dispose;
  object_class->finalize = shinsa_note_picker_finalize;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaNotePicker, subject),
                          subject_changed);

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-note-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaNotePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNotePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
shinsa_note_picker_init (ShinsaNotePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-row.h"

#include "interview/shinsa-note-entry.h"
#include "interview/shinsa-note-mark.h"

#include <glib/gi18n-lib.h>

struct _ShinsaNoteRow
{
  GtkListBoxRow    parent_instance;

  GtkStack        *stack;
  GtkLabel        *time;
  GtkLabel        *mark;
  GtkLabel        *text;
  GtkWidget       *retry;
  GtkWidget       *edit;
  GtkWidget       *delete;
  ShinsaNoteEntry *entry;

  ShinsaNote      *note;
};

G_DEFINE_FINAL_TYPE (ShinsaNoteRow, shinsa_note_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  BEGUN,
  CHANGED,
  DELETED,
  RETRIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_changing (ShinsaNoteRow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "changing") == 0;
}

static void
edit_clicked_cb (ShinsaNoteRow *self)
{
  shinsa_note_entry_change (self->entry, self->note);
  gtk_stack_set_visible_child_name (self->stack, "changing");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
delete_clicked_cb (ShinsaNoteRow *self)
{
  g_signal_emit (self, signals[DELETED], 0);
}

static void
retry_clicked_cb (ShinsaNoteRow *self)
{
  g_signal_emit (self, signals[RETRIED], 0);
}

static void
begun_cb (ShinsaNoteRow *self,
          ShinsaNote    *note)
{
  g_signal_emit (self, signals[BEGUN], 0, note);
}

static void
entered_cb (ShinsaNoteRow *self,
            ShinsaNote    *note)
{
  g_signal_emit (self, signals[CHANGED], 0, note);
}

static void
cancelled_cb (ShinsaNoteRow *self)
{
  shinsa_note_row_stop_changing (self);
}

static void
shinsa_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (shinsa_note_row_parent_class)->dispose (object);
}

static void
shinsa_note_row_finalize (GObject *object)
{
  g_clear_pointer (&SHINSA_NOTE_ROW (object)->note, shinsa_note_free);

  G_OBJECT_CLASS (shinsa_note_row_parent_class)->finalize (object);
}

static void
shinsa_note_row_class_init (ShinsaNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_note_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = shinsa_note_row_finalize;

  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[RETRIED] = g_signal_new ("retried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SHINSA_TYPE_NOTE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, stack);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, time);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, retry);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, edit);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, delete);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, begun_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
}

static void
shinsa_note_row_init (ShinsaNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_note_row_new:
 *
 * Returns: (transfer floating): a row without a note
 */
GtkWidget *
shinsa_note_row_new (void)
{
  return g_object_new (SHINSA_TYPE_NOTE_ROW, NULL);
}

static char *
time_of_day (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  /* The time as it was on the clock of whoever took the note. */
  return time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
}

/**
 * shinsa_note_row_show:
 * @self: a row
 * @note: (not nullable): what it shows
 * @is_desk: whether the note is the desk's
 *
 * Shows the note, without disturbing whoever is changing it.
 */
void
shinsa_note_row_show (ShinsaNoteRow    *self,
                      const ShinsaNote *note,
                      gboolean          is_desk)
{
  ShinsaNoteMark mark;
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SHINSA_IS_NOTE_ROW (self));
  g_return_if_fail (note != NULL);

  mark = shinsa_note_get_mark (note, is_desk);
  time = time_of_day (note->at);
  g_clear_pointer (&self->note, shinsa_note_free);
  self->note = shinsa_note_copy (note);
  shinsa_note_entry_set_desk (self->entry, is_desk);
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->mark, shinsa_note_mark_label (mark, is_desk));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), shinsa_note_mark_name (mark, is_desk));
  if (note->is_private)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "private");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), "private");
  gtk_label_set_label (self->text, note->text);
  /* Translators: read out for a note: its time, what it is, its words. */
  label = g_strdup_printf (_("%s, %s: %s"), time, shinsa_note_mark_name (mark, is_desk),
                           note->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * shinsa_note_row_show_unsaved:
 * @self: a row that shows a new note
 * @why: (nullable): why it could not be saved; NULL while it is being saved
 *
 * A note that is not saved can be neither changed nor deleted, but tried again.
 */
void
shinsa_note_row_show_unsaved (ShinsaNoteRow *self,
                              const char    *why)
{
  g_return_if_fail (SHINSA_IS_NOTE_ROW (self));

  gtk_widget_set_visible (self->edit, FALSE);
  gtk_widget_set_visible (self->delete, FALSE);
  gtk_widget_set_visible (self->retry, why != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), why);
  if (why != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "error");
}

/**
 * shinsa_note_row_stop_changing:
 * @self: a row
 *
 * The note stands as it is shown. The focus stays in the row if it was there.
 */
void
shinsa_note_row_stop_changing (ShinsaNoteRow *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (SHINSA_IS_NOTE_ROW (self));

  if (!is_changing (self))
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  /* Leaving the line would enter it. */
  shinsa_note_entry_clear (self->entry);
  gtk_stack_set_visible_child_name (self->stack, "taken");
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->edit);
}

/**
 * shinsa_note_row_get_note:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the note as it is saved
 */
const ShinsaNote *
shinsa_note_row_get_note (ShinsaNoteRow *self)
{
  g_return_val_if_fail (SHINSA_IS_NOTE_ROW (self), NULL);

  return self->note;
}

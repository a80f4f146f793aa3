/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-entry.h"

#include "interview/shinsa-note-mark.h"
#include "rules/shinsa-round-parts.h"

#include <glib/gi18n-lib.h>

/* Typing pauses for so long, in seconds, before what was begun is told. */
#define PAUSE 2

struct _ShinsaNoteEntry
{
  AdwBin          parent_instance;

  GtkLabel       *time;
  GtkButton      *chip;
  GtkEntry       *entry;

  gboolean        is_desk;
  ShinsaNoteMark  mark;
  char           *typed;       /* what the chip stands for, as it was typed */
  gboolean        plain;       /* no mark is wanted on this line */
  gboolean        composing;   /* an input method is at work */
  GDateTime      *started;     /* the first keystroke of the line, or NULL */
  ShinsaNote     *changing;    /* the note that is changed, as it was, or NULL for a new one */
  guint           pause;       /* running while something typed was not told yet */
  gboolean        told;        /* what is begun may be on the disk */
};

G_DEFINE_FINAL_TYPE (ShinsaNoteEntry, shinsa_note_entry, ADW_TYPE_BIN)

enum {
  BEGUN,
  ENTERED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (ShinsaNoteEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* --- The time --- */

static void
show_time (ShinsaNoteEntry *self)
{
  g_autofree char *text = self->started != NULL ? g_date_time_format (self->started, "%H:%M")
                                                : NULL;

  gtk_label_set_label (self->time, text != NULL ? text : "");
}

static void
update_time (ShinsaNoteEntry *self)
{
  gboolean blank = *get_text (self) == '\0' && self->mark == SHINSA_NOTE_MARK_NONE &&
                   !self->composing;

  if (self->changing != NULL)
    return;
  if (blank)
    {
      g_clear_pointer (&self->started, g_date_time_unref);
      self->plain = FALSE;
    }
  else if (self->started == NULL)
    {
      self->started = g_date_time_new_now_local ();
    }
  show_time (self);
}

/* --- The mark --- */

static void
show_mark (ShinsaNoteEntry *self)
{
  const char *name = shinsa_note_mark_name (self->mark, self->is_desk);

  gtk_button_set_label (self->chip, shinsa_note_mark_label (self->mark, self->is_desk));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), self->mark != SHINSA_NOTE_MARK_NONE);
}

static void
set_mark (ShinsaNoteEntry *self,
          ShinsaNoteMark   mark,
          const char      *typed)
{
  self->mark = mark;
  shinsa_set_string (&self->typed, typed);
  show_mark (self);
}

static void
find_mark (ShinsaNoteEntry *self)
{
  glong length;
  ShinsaNoteMark mark = shinsa_note_mark_find (get_text (self), self->is_desk, &length);
  g_autofree char *typed = NULL;

  if (mark == SHINSA_NOTE_MARK_NONE)
    return;
  typed = g_utf8_substring (get_text (self), 0, length);
  set_mark (self, mark, typed);
  gtk_editable_delete_text (GTK_EDITABLE (self->entry), 0, length);
}

/* --- What is begun --- */

/* Nobody but the author is to read what may not be finished: a new note is private until it is
 * entered, and one that is changed stays what it is. */
static ShinsaNote *
read_begun (ShinsaNoteEntry *self)
{
  ShinsaNote *note = self->changing != NULL ? shinsa_note_copy (self->changing)
                                            : shinsa_note_new ();

  g_free (note->text);
  note->text = g_strconcat (self->typed, get_text (self), NULL);
  g_strstrip (note->text);
  if (self->changing == NULL && self->started != NULL)
    {
      g_free (note->at);
      note->at = g_date_time_format (self->started, "%FT%T%:z");
    }
  return note;
}

static gboolean
pause_cb (gpointer data)
{
  ShinsaNoteEntry *self = data;
  g_autoptr (ShinsaNote) note = read_begun (self);

  self->pause = 0;
  /* A note that is emptied while it is changed is not taken away. */
  if (self->changing != NULL && *note->text == '\0')
    return G_SOURCE_REMOVE;
  self->told = TRUE;
  g_signal_emit (self, signals[BEGUN], 0, note);
  return G_SOURCE_REMOVE;
}

static void
wait_for_pause (ShinsaNoteEntry *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_seconds (PAUSE, pause_cb, self);
}

/* Whoever goes elsewhere may not come back: what is begun is told, what is changed is entered. */
static void
focus_leave_cb (ShinsaNoteEntry *self)
{
  if (self->changing != NULL)
    shinsa_note_entry_enter (self);
  else if (self->pause != 0)
    {
      g_clear_handle_id (&self->pause, g_source_remove);
      pause_cb (self);
    }
}

static void
changed_cb (ShinsaNoteEntry *self)
{
  if (self->mark == SHINSA_NOTE_MARK_NONE && !self->plain)
    find_mark (self);
  update_time (self);
  wait_for_pause (self);
}

/* The note is to be what it was before. */
static void
cancel (ShinsaNoteEntry *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->told)
    g_signal_emit (self, signals[BEGUN], 0, self->changing);
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* What was meant as words becomes words again, and stays so on this line. */
static void
take_mark_away (ShinsaNoteEntry *self)
{
  g_autofree char *typed = g_strdup (self->typed);
  int position = 0;

  self->plain = *typed != '\0';
  set_mark (self, SHINSA_NOTE_MARK_NONE, "");
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), typed, -1, &position);
  if (gtk_editable_get_position (GTK_EDITABLE (self->entry)) < position)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
  update_time (self);
}

static void
chip_clicked_cb (ShinsaNoteEntry *self)
{
  take_mark_away (self);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

/* --- Keys --- */

static gboolean
is_at_start (ShinsaNoteEntry *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);

  return gtk_editable_get_position (editable) == 0 &&
         !gtk_editable_get_selection_bounds (editable, NULL, NULL);
}

/* Before the text sees the key, so that BackSpace arrives here at all; while an input method is at
 * work every key is its own. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                ShinsaNoteEntry       *self)
{
  gboolean marked = self->mark != SHINSA_NOTE_MARK_NONE;

  if (self->composing)
    return FALSE;
  if (keyval == GDK_KEY_BackSpace && marked && is_at_start (self))
    {
      take_mark_away (self);
      return TRUE;
    }
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  if (self->changing != NULL)
    cancel (self);
  else if (marked)
    take_mark_away (self);
  else
    return FALSE;
  return TRUE;
}

static void
preedit_changed_cb (ShinsaNoteEntry *self,
                    const char      *preedit)
{
  self->composing = *preedit != '\0';
  update_time (self);
}

/* --- The object --- */

static gboolean
shinsa_note_entry_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (SHINSA_NOTE_ENTRY (widget)->entry);
}

static void
shinsa_note_entry_dispose (GObject *object)
{
  g_clear_handle_id (&SHINSA_NOTE_ENTRY (object)->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_NOTE_ENTRY);

  G_OBJECT_CLASS (shinsa_note_entry_parent_class)->dispose (object);
}

static void
shinsa_note_entry_finalize (GObject *object)
{
  ShinsaNoteEntry *self = SHINSA_NOTE_ENTRY (object);

  g_free (self->typed);
  g_clear_pointer (&self->started, g_date_time_unref);
  g_clear_pointer (&self->changing, shinsa_note_free);

  G_OBJECT_CLASS (shinsa_note_entry_parent_class)->finalize (object);
}

static void
shinsa_note_entry_class_init (ShinsaNoteEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_note_entry_dispose;
  object_class->finalize = shinsa_note_entry_finalize;
  widget_class->grab_focus = shinsa_note_entry_grab_focus;

  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-note-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteEntry, time);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteEntry, chip);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shinsa_note_entry_enter);
}

static void
shinsa_note_entry_init (ShinsaNoteEntry *self)
{
  GtkEditable *text;

  self->typed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  g_signal_connect_object (text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * shinsa_note_entry_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
shinsa_note_entry_new (void)
{
  return g_object_new (SHINSA_TYPE_NOTE_ENTRY, NULL);
}

/**
 * shinsa_note_entry_set_desk:
 * @self: an entry
 * @is_desk: whether the desk writes here
 *
 * The desk has a mark for private notes, and no other default.
 */
void
shinsa_note_entry_set_desk (ShinsaNoteEntry *self,
                            gboolean         is_desk)
{
  g_return_if_fail (SHINSA_IS_NOTE_ENTRY (self));

  self->is_desk = is_desk;
  show_mark (self);
}

/**
 * shinsa_note_entry_change:
 * @self: an entry
 * @note: (not nullable): what to change; it keeps its time
 */
void
shinsa_note_entry_change (ShinsaNoteEntry  *self,
                          const ShinsaNote *note)
{
  glong length;

  g_return_if_fail (SHINSA_IS_NOTE_ENTRY (self));
  g_return_if_fail (note != NULL);

  g_clear_pointer (&self->changing, shinsa_note_free);
  self->changing = shinsa_note_copy (note);
  g_clear_pointer (&self->started, g_date_time_unref);
  self->started = g_date_time_new_from_iso8601 (note->at, NULL);
  self->plain = TRUE;
  set_mark (self, shinsa_note_get_mark (note, self->is_desk), "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), note->text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->plain = shinsa_note_mark_find (note->text, self->is_desk, &length) != SHINSA_NOTE_MARK_NONE;
  show_time (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->told = FALSE;
}

/**
 * shinsa_note_entry_enter:
 * @self: an entry
 *
 * Tells the note that stands here, if any words do. A new one leaves the line empty.
 */
void
shinsa_note_entry_enter (ShinsaNoteEntry *self)
{
  g_autoptr (ShinsaNote) note = NULL;

  g_return_if_fail (SHINSA_IS_NOTE_ENTRY (self));

  note = self->changing != NULL ? shinsa_note_copy (self->changing) : shinsa_note_new ();
  shinsa_set_string (&note->text, get_text (self));
  g_strstrip (note->text);
  if (*note->text == '\0')
    return;
  if (self->changing == NULL)
    {
      g_free (note->at);
      note->at = g_date_time_format (self->started, "%FT%T%:z");
    }
  shinsa_note_set_mark (note, self->mark, self->is_desk);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->changing == NULL)
    shinsa_note_entry_clear (self);
  g_signal_emit (self, signals[ENTERED], 0, note);
}

/**
 * shinsa_note_entry_clear:
 * @self: an entry
 *
 * Makes room for the next line.
 */
void
shinsa_note_entry_clear (ShinsaNoteEntry *self)
{
  g_return_if_fail (SHINSA_IS_NOTE_ENTRY (self));

  g_clear_pointer (&self->changing, shinsa_note_free);
  set_mark (self, SHINSA_NOTE_MARK_NONE, "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update_time (self);
  g_clear_handle_id (&self->pause, g_source_remove);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-box.h"

#include "interview/shinsa-note-entry.h"
#include "interview/shinsa-note-mark.h"
#include "interview/shinsa-note-row.h"
#include "interview/shinsa-notes.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-row-keeper.h"
#include "rules/shinsa-round-parts.h"

#include <glib/gi18n-lib.h>

struct _ShinsaNoteBox
{
  AdwBin           parent_instance;

  GtkLabel        *hint;
  GtkAdjustment   *adjustment;
  GtkListBox      *list;
  ShinsaNoteEntry *entry;
  ShinsaNoteLine  *line;       /* what is begun and not entered, or NULL */

  ShinsaService   *service;
  char            *application;
  char            *shown;      /* round, identity and application that the rows are of */
  ShinsaRowKeeper *rows;
  GPtrArray       *notes;      /* (element-type ShinsaNote), as they are saved */
  GPtrArray       *unsaved;    /* (element-type Unsaved), after those */
  GCancellable    *reading;    /* the notes are being looked up */
  guint            number;     /* of the newest that was not saved at first */
  gboolean         at_end;     /* the last note is in sight, and is to stay so */
};

#define KEY_DATA "shinsa-key"

/* A new note on its way to the disk. */
typedef struct {
  char           *key;
  char           *place;   /* where it belongs, as of shown */
  ShinsaNote     *note;
  ShinsaNoteLine *line;    /* what it was while it was written */
  char           *why;     /* it could not be saved, or NULL */
} Unsaved;

G_DEFINE_FINAL_TYPE (ShinsaNoteBox, shinsa_note_box, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
unsaved_free (gpointer data)
{
  Unsaved *unsaved = data;

  g_free (unsaved->key);
  g_free (unsaved->place);
  shinsa_note_free (unsaved->note);
  shinsa_note_line_unref (unsaved->line);
  g_free (unsaved->why);
  g_free (unsaved);
}

static gboolean
is_disposed (ShinsaNoteBox *self)
{
  return self->rows == NULL;
}

static const ShinsaRound *
get_round (ShinsaNoteBox *self)
{
  return self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
}

/* Where notes about an application belong, in the round and for whom it is shown to. */
static char *
find_place (ShinsaNoteBox *self,
            const char    *application)
{
  const ShinsaRound *round = get_round (self);

  return round != NULL && application != NULL
         ? g_strjoin ("/", round->root, round->identity, application, NULL) : NULL;
}

static void save (ShinsaNoteBox *self,
                  Unsaved       *unsaved);
static void keep (ShinsaNoteBox    *self,
                  const ShinsaNote *note);
static void change (ShinsaNoteBox    *self,
                    ShinsaNoteRow    *row,
                    const ShinsaNote *note);
static void delete (ShinsaNoteBox    *self,
                    const ShinsaNote *note);

/* --- Staying at the end --- */

static void
extent_changed_cb (ShinsaNoteBox *self)
{
  if (self->at_end)
    gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_upper (self->adjustment));
}

static void
scrolled_cb (ShinsaNoteBox *self)
{
  double end = gtk_adjustment_get_upper (self->adjustment) -
               gtk_adjustment_get_page_size (self->adjustment);

  self->at_end = gtk_adjustment_get_value (self->adjustment) >= end - 1;
}

/* --- Rows --- */

static Unsaved *
find_unsaved (ShinsaNoteBox *self,
              const char    *key)
{
  for (guint i = 0; i < self->unsaved->len; i++)
    {
      Unsaved *unsaved = g_ptr_array_index (self->unsaved, i);

      if (g_str_equal (unsaved->key, key))
        return unsaved;
    }
  return NULL;
}

static void
row_begun_cb (ShinsaNoteBox *self,
              ShinsaNote    *note)
{
  keep (self, note);
}

static void
row_changed_cb (ShinsaNoteBox *self,
                ShinsaNote    *note,
                ShinsaNoteRow *row)
{
  change (self, row, note);
}

static void
row_deleted_cb (ShinsaNoteBox *self,
                ShinsaNoteRow *row)
{
  delete (self, shinsa_note_row_get_note (row));
}

static void
row_retried_cb (ShinsaNoteBox *self,
                ShinsaNoteRow *row)
{
  Unsaved *unsaved = find_unsaved (self, g_object_get_data (G_OBJECT (row), KEY_DATA));

  if (unsaved != NULL && unsaved->why != NULL)
    save (self, unsaved);
}

static ShinsaNoteRow *
ensure_row (ShinsaNoteBox    *self,
            const char       *key,
            const ShinsaNote *note)
{
  GtkWidget *row = shinsa_row_keeper_find (self->rows, key);

  if (row == NULL)
    {
      row = shinsa_note_row_new ();
      g_object_set_data_full (G_OBJECT (row), KEY_DATA, g_strdup (key), g_free);
      g_signal_connect_object (row, "begun", G_CALLBACK (row_begun_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "deleted", G_CALLBACK (row_deleted_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "retried", G_CALLBACK (row_retried_cb), self,
                               G_CONNECT_SWAPPED);
      shinsa_row_keeper_add (self->rows, key, row);
    }
  shinsa_note_row_show (SHINSA_NOTE_ROW (row), note, get_round (self)->is_desk);
  return SHINSA_NOTE_ROW (row);
}

/* Between saving a note and hearing of it, the note may be among the saved ones already. */
static gboolean
is_saved (ShinsaNoteBox    *self,
          const ShinsaNote *note)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const ShinsaNote *saved = g_ptr_array_index (self->notes, i);

      if (g_str_equal (saved->at, note->at) && g_str_equal (saved->text, note->text))
        return TRUE;
    }
  return FALSE;
}

/* What is still being written stands in its line, and what is being entered in a row of its own. */
static gboolean
is_elsewhere (ShinsaNoteBox    *self,
              const ShinsaNote *note)
{
  if (self->line != NULL && shinsa_note_line_get_id (self->line) == note->id)
    return TRUE;
  for (guint i = 0; i < self->unsaved->len; i++)
    {
      const Unsaved *unsaved = g_ptr_array_index (self->unsaved, i);

      if (shinsa_note_line_get_id (unsaved->line) == note->id &&
          !g_str_equal (unsaved->note->text, note->text))
        return TRUE;
    }
  return FALSE;
}

static void
show_rows (ShinsaNoteBox *self)
{
  shinsa_row_keeper_begin (self->rows);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const ShinsaNote *note = g_ptr_array_index (self->notes, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, note->id);

      if (!is_elsewhere (self, note))
        ensure_row (self, key, note);
    }
  for (guint i = 0; i < self->unsaved->len; i++)
    {
      const Unsaved *unsaved = g_ptr_array_index (self->unsaved, i);

      if (g_strcmp0 (unsaved->place, self->shown) == 0 &&
          !is_saved (self, unsaved->note))
        shinsa_note_row_show_unsaved (ensure_row (self, unsaved->key, unsaved->note),
                                      unsaved->why);
    }
  shinsa_row_keeper_end (self->rows);
}

/* --- Looking up --- */

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ShinsaNoteBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = shinsa_notes_list_finish (SHINSA_SERVICE (source), result, &error);

  /* Whoever disposed of the box or went elsewhere has cancelled this, perhaps too late. */
  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  if (notes == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        shinsa_show_error (GTK_WIDGET (self), _("The notes could not be read"), error);
      return;
    }
  g_ptr_array_unref (self->notes);
  self->notes = g_steal_pointer (&notes);
  show_rows (self);
}

static void
stop_reading (ShinsaNoteBox *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
forget_line (ShinsaNoteBox *self)
{
  g_clear_pointer (&self->line, shinsa_note_line_unref);
  shinsa_note_entry_clear (self->entry);
}

/* A line that somebody else began is among the notes of that person. */
static void
forget_others (ShinsaNoteBox *self)
{
  g_autofree char *shown = find_place (self, self->application);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  forget_line (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  g_ptr_array_set_size (self->notes, 0);
  shinsa_row_keeper_begin (self->rows);
  shinsa_row_keeper_end (self->rows);
  self->at_end = TRUE;
}

static const char *
tell_hint (const ShinsaRound *round,
           gboolean           barred)
{
  if (barred)
    return _("You are recused from this application. Nothing can be entered here.");
  return round->is_desk ? _("For the record; begin with p for a private one")
                        : _("Private; begin with q, a or ! for the record");
}

static void
refresh (ShinsaNoteBox *self)
{
  const ShinsaRound *round = get_round (self);
  gboolean writes = round != NULL && self->application != NULL && *round->identity != '\0';
  gboolean barred;

  if (is_disposed (self))
    return;
  stop_reading (self);
  forget_others (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), writes);
  if (!writes)
    return;
  barred = shinsa_interest_bars (shinsa_round_interest (round, self->application, round->member));
  if (barred)
    forget_line (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !barred);
  shinsa_note_entry_set_desk (self->entry, round->is_desk);
  gtk_label_set_label (self->hint, tell_hint (round, barred));
  self->reading = g_cancellable_new ();
  shinsa_notes_list_async (self->service, self->application, self->reading, looked_up_cb,
                           g_object_ref (self));
}

/* --- Writing --- */

/* What to go on with once a note is written. */
typedef struct {
  ShinsaNoteBox *box;
  ShinsaNoteRow *row;   /* where it is changed, or NULL */
  char          *key;   /* of the unsaved note, or NULL */
  char          *place; /* where the note belongs */
  ShinsaNote    *note;
} Order;

static Order *
order_new (ShinsaNoteBox    *self,
           const ShinsaNote *note)
{
  Order *order = g_new0 (Order, 1);

  order->box = g_object_ref (self);
  order->place = find_place (self, note->application);
  order->note = shinsa_note_copy (note);
  return order;
}

static void
order_free (Order *order)
{
  g_object_unref (order->box);
  g_clear_object (&order->row);
  g_free (order->key);
  g_free (order->place);
  shinsa_note_free (order->note);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Order) order = user_data;
  ShinsaNoteBox *self = order->box;
  Unsaved *unsaved = find_unsaved (self, order->key);
  g_autoptr (GError) error = NULL;

  if (shinsa_notes_write_finish (SHINSA_SERVICE (source), result, &error))
    {
      g_ptr_array_remove (self->unsaved, unsaved);
      return;
    }
  unsaved->why = g_strdup (error->message);
  if (is_disposed (self))
    return;
  show_rows (self);
  shinsa_show_error (GTK_WIDGET (self), _("The note is not saved"), error);
}

static void
save (ShinsaNoteBox *self,
      Unsaved       *unsaved)
{
  Order *order = order_new (self, unsaved->note);

  order->key = g_strdup (unsaved->key);
  g_clear_pointer (&unsaved->why, g_free);
  show_rows (self);
  shinsa_notes_write_line_async (self->service, unsaved->line, unsaved->note, added_cb, order);
}

static void
take (ShinsaNoteBox    *self,
      const ShinsaNote *note,
      ShinsaNoteLine   *line)
{
  Unsaved *unsaved = g_new0 (Unsaved, 1);

  unsaved->key = g_strdup_printf ("new-%u", ++self->number);
  unsaved->place = find_place (self, note->application);
  unsaved->note = shinsa_note_copy (note);
  unsaved->line = line != NULL ? line : shinsa_note_line_new ();
  g_ptr_array_add (self->unsaved, unsaved);
  self->at_end = TRUE;
  save (self, unsaved);
}

static void
entered_cb (ShinsaNoteBox *self,
            ShinsaNote    *note)
{
  shinsa_set_string (&note->application, self->application);
  take (self, note, g_steal_pointer (&self->line));
}

/* It is saved again at the next pause, and told of where it is entered in vain. */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ShinsaNoteBox) self = user_data;

  if (shinsa_notes_write_finish (SHINSA_SERVICE (source), result, NULL) && !is_disposed (self))
    show_rows (self);
}

static void
begun_cb (ShinsaNoteBox *self,
          ShinsaNote    *note)
{
  if (self->line == NULL && *note->text == '\0')
    return;
  if (self->line == NULL)
    self->line = shinsa_note_line_new ();
  shinsa_set_string (&note->application, self->application);
  shinsa_notes_write_line_async (self->service, self->line, note, kept_cb, g_object_ref (self));
}

/* A note that is being changed is kept as well as one that is new. */
static void
keep (ShinsaNoteBox    *self,
      const ShinsaNote *note)
{
  shinsa_notes_write_async (self->service, SHINSA_NOTES_CHANGE, note, kept_cb,
                            g_object_ref (self));
}

static void
changed_note_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Order) order = user_data;
  g_autoptr (GError) error = NULL;

  if (!shinsa_notes_write_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_show_error (GTK_WIDGET (order->box), _("The note was not changed"), error);
  else if (gtk_widget_get_parent (GTK_WIDGET (order->row)) != NULL)
    shinsa_note_row_stop_changing (order->row);
}

/* The row stays open with what was written until that is saved. */
static void
change (ShinsaNoteBox    *self,
        ShinsaNoteRow    *row,
        const ShinsaNote *note)
{
  Order *order = order_new (self, note);

  order->row = g_object_ref (row);
  shinsa_notes_write_async (self->service, SHINSA_NOTES_CHANGE, note, changed_note_cb, order);
}

/* Whoever is somebody else meanwhile does not take over the note. */
static void
undelete_cb (gpointer data)
{
  const Order *order = data;
  g_autofree char *place = find_place (order->box, order->note->application);

  if (g_strcmp0 (place, order->place) == 0)
    take (order->box, order->note, NULL);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Order) order = user_data;
  GtkWidget *from = GTK_WIDGET (order->box);
  g_autoptr (GError) error = NULL;

  if (shinsa_notes_write_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_toast_undo (from, _("The note was deleted"), _("Undo"), undelete_cb,
                       order_new (order->box, order->note), (GDestroyNotify) order_free);
  else
    shinsa_show_error (from, _("The note was not deleted"), error);
}

static void
delete (ShinsaNoteBox    *self,
        const ShinsaNote *note)
{
  Order *order = order_new (self, note);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  shinsa_notes_write_async (self->service, SHINSA_NOTES_DELETE, note, deleted_cb, order);
}

/* --- The object --- */

static void
set_service (ShinsaNoteBox *self,
             ShinsaService *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/* A line that is not entered yet was written about the application before. */
static void
set_application (ShinsaNoteBox *self,
                 const char    *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  if (self->application != NULL)
    shinsa_note_entry_enter (self->entry);
  g_free (self->application);
  self->application = g_strdup (application);
  refresh (self);
}

static gboolean
shinsa_note_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHINSA_NOTE_BOX (widget)->entry));
}

static void
shinsa_note_box_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ShinsaNoteBox *self = SHINSA_NOTE_BOX (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_note_box_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ShinsaNoteBox *self = SHINSA_NOTE_BOX (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_note_box_dispose (GObject *object)
{
  ShinsaNoteBox *self = SHINSA_NOTE_BOX (object);

  stop_reading (self);
  g_clear_pointer (&self->rows, shinsa_row_keeper_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_NOTE_BOX);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_note_box_parent_class)->dispose (object);
}

static void
shinsa_note_box_finalize (GObject *object)
{
  ShinsaNoteBox *self = SHINSA_NOTE_BOX (object);

  g_clear_pointer (&self->line, shinsa_note_line_unref);
  g_free (self->application);
  g_free (self->shown);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->unsaved);

  G_OBJECT_CLASS (shinsa_note_box_parent_class)->finalize (object);
}

static void
shinsa_note_box_class_init (ShinsaNoteBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_note_box_get_property;
  object_class->set_property = shinsa_note_box_set_property;
  object_class->dispose = shinsa_note_box_dispose;
  object_class->finalize = shinsa_note_box_finalize;
  widget_class->grab_focus = shinsa_note_box_grab_focus;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHINSA_TYPE_NOTE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/interview/shinsa-note-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteBox, hint);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteBox, adjustment);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteBox, list);
  gtk_widget_class_bind_template_child (widget_class, ShinsaNoteBox, entry);
  gtk_widget_class_bind_template_callback (widget_class, begun_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, extent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
}

static void
shinsa_note_box_init (ShinsaNoteBox *self)
{
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_note_free);
  self->unsaved = g_ptr_array_new_with_free_func (unsaved_free);
  self->at_end = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = shinsa_row_keeper_new (self->list);
}

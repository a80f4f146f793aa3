/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-note-box.h"
#include "interview/shinsa-note-entry.h"
#include "interview/shinsa-note-row.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-ui-fixture.h"

#include <string.h>

typedef struct {
  ShinsaUiFixture  ui;
  GtkWidget       *box;
  GtkWidget       *entry;   /* where the next note is written */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  shinsa_ui_fixture_set_up (&fixture->ui, identity);
  fixture->box = g_object_new (SHINSA_TYPE_NOTE_BOX, "service", fixture->ui.service,
                               "application", "north", NULL);
  shinsa_ui_fixture_show (&fixture->ui, fixture->box);
  fixture->entry = shinsa_ui_find_type (fixture->box, GTK_TYPE_ENTRY, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

/* --- What a person does --- */

static void
type (GtkWidget  *entry,
      const char *text)
{
  int position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &position);
}

static void
compose (GtkWidget  *entry,
         const char *preedit)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "preedit-changed",
                         preedit);
}

static gboolean
press (GtkWidget *entry,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static void
enter (GtkWidget *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

/* --- What there is then --- */

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static GtkWidget *
find_beside (Fixture    *fixture,
             const char *id)
{
  return shinsa_ui_find (gtk_widget_get_ancestor (fixture->entry, SHINSA_TYPE_NOTE_ENTRY), id);
}

static const char *
chip_of (Fixture *fixture)
{
  GtkWidget *chip = find_beside (fixture, "chip");

  return gtk_widget_get_visible (chip) ? gtk_button_get_label (GTK_BUTTON (chip)) : NULL;
}

static GtkWidget *
nth_row (Fixture *fixture,
         guint    number)
{
  return shinsa_ui_find_type (fixture->box, SHINSA_TYPE_NOTE_ROW, number);
}

static guint
count_rows (Fixture *fixture)
{
  guint count = 0;

  while (nth_row (fixture, count) != NULL)
    count++;
  return count;
}

static const char *
label_of (GtkWidget  *row,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (row, id)));
}

static gboolean
is_saved (Fixture *fixture,
          guint    number)
{
  GtkWidget *row = nth_row (fixture, number);

  return row != NULL && shinsa_note_row_get_note (SHINSA_NOTE_ROW (row))->id > 0;
}

static GPtrArray *
list_notes (Fixture    *fixture,
            const char *identity)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes;

  shinsa_test_session_be (&fixture->ui.other, identity);
  notes = shinsa_session_list_notes (fixture->ui.other.session, "north", &error);
  g_assert_no_error (error);
  return notes;
}

/* --- Tests --- */

static void
test_taking (Fixture       *fixture,
             gconstpointer  identity)
{
  g_autoptr (GPtrArray) notes = NULL;
  const ShinsaNote *note;

  type (fixture->entry, "a thought");
  g_assert_cmpstr (chip_of (fixture), ==, "A");
  g_assert_cmpstr (text_of (fixture->entry), ==, "thought");
  press (fixture->entry, GDK_KEY_Escape);
  g_assert_null (chip_of (fixture));
  g_assert_cmpstr (text_of (fixture->entry), ==, "a thought");
  enter (fixture->entry);
  g_assert_cmpstr (text_of (fixture->entry), ==, "");
  SHINSA_UI_WAIT (is_saved (fixture, 0));

  type (fixture->entry, "問");
  g_assert_cmpstr (chip_of (fixture), ==, "Q");
  type (fixture->entry, "人員は何人か");
  enter (fixture->entry);
  g_assert_null (chip_of (fixture));
  SHINSA_UI_WAIT (is_saved (fixture, 1));

  g_assert_cmpstr (label_of (nth_row (fixture, 0), "text"), ==, "a thought");
  g_assert_cmpstr (label_of (nth_row (fixture, 0), "mark"), ==, "private");
  g_assert_cmpstr (label_of (nth_row (fixture, 1), "text"), ==, "人員は何人か");
  g_assert_cmpstr (label_of (nth_row (fixture, 1), "mark"), ==, "Q");

  notes = list_notes (fixture, "a");
  g_assert_cmpuint (notes->len, ==, 2);
  note = g_ptr_array_index (notes, 0);
  g_assert_true (note->is_private);
  note = g_ptr_array_index (notes, 1);
  g_assert_false (note->is_private);
  g_assert_cmpstr (note->mark, ==, "question");
}

static void
test_desk (Fixture       *fixture,
           gconstpointer  identity)
{
  g_autoptr (GPtrArray) notes = NULL;

  type (fixture->entry, "The applicant has come");
  enter (fixture->entry);
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  type (fixture->entry, "p ");
  g_assert_cmpstr (chip_of (fixture), ==, "private");
  type (fixture->entry, "call them");
  enter (fixture->entry);
  SHINSA_UI_WAIT (is_saved (fixture, 1));
  g_assert_cmpstr (label_of (nth_row (fixture, 0), "mark"), ==, "record");

  notes = list_notes (fixture, "desk");
  g_assert_false (((ShinsaNote *) g_ptr_array_index (notes, 0))->is_private);
  g_assert_true (((ShinsaNote *) g_ptr_array_index (notes, 1))->is_private);
}

/* Return on an empty line does nothing, nor does it with a mark alone. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  identity)
{
  enter (fixture->entry);
  type (fixture->entry, "  ");
  enter (fixture->entry);
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "");
  type (fixture->entry, "q ");
  enter (fixture->entry);
  g_assert_cmpstr (chip_of (fixture), ==, "Q");
  g_assert_cmpuint (count_rows (fixture), ==, 0);

  /* The mark goes with BackSpace, too, and comes back as it was typed. */
  g_assert_true (press (fixture->entry, GDK_KEY_BackSpace));
  g_assert_null (chip_of (fixture));
  g_assert_cmpstr (text_of (fixture->entry), ==, "q ");
  g_assert_false (press (fixture->entry, GDK_KEY_BackSpace));
  g_assert_false (press (fixture->entry, GDK_KEY_Escape));
}

/* The time is that of the first keystroke, though the word is not there yet; the keys that an
 * input method needs are its own. */
static void
test_composing (Fixture       *fixture,
                gconstpointer  identity)
{
  GtkLabel *time = GTK_LABEL (find_beside (fixture, "time"));
  g_autofree char *started = NULL;

  g_assert_cmpstr (gtk_label_get_label (time), ==, "");
  compose (fixture->entry, "よ");
  started = g_strdup (gtk_label_get_label (time));
  g_assert_cmpuint (strlen (started), ==, strlen ("10:52"));
  compose (fixture->entry, "よこの");
  compose (fixture->entry, "");
  g_assert_cmpstr (gtk_label_get_label (time), ==, "");

  type (fixture->entry, "！");
  g_assert_cmpstr (chip_of (fixture), ==, "!");
  compose (fixture->entry, "よ");
  g_assert_false (press (fixture->entry, GDK_KEY_Escape));
  g_assert_false (press (fixture->entry, GDK_KEY_BackSpace));
  g_assert_cmpstr (chip_of (fixture), ==, "!");
  compose (fixture->entry, "");
  g_assert_true (press (fixture->entry, GDK_KEY_Escape));
  g_assert_cmpstr (text_of (fixture->entry), ==, "！");
}

static void
add_elsewhere (Fixture    *fixture,
               const char *identity,
               const char *text)
{
  g_autoptr (ShinsaNote) note = shinsa_note_new ();
  g_autoptr (GError) error = NULL;

  shinsa_set_string (&note->application, "north");
  shinsa_set_string (&note->at, "2021-05-28T10:52:03+09:00");
  shinsa_set_string (&note->text, text);
  shinsa_test_session_be (&fixture->ui.other, identity);
  shinsa_session_add_note (fixture->ui.other.session, note, NULL, &error);
  g_assert_no_error (error);
}

/* Whatever arrives, what is half written stays, and so does what has the focus. */
static void
test_arriving (Fixture       *fixture,
               gconstpointer  identity)
{
  GtkWidget *row;
  GtkWidget *changing;

  type (fixture->entry, "first");
  enter (fixture->entry);
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  row = nth_row (fixture, 0);
  shinsa_ui_click (shinsa_ui_find (row, "edit"));
  changing = shinsa_ui_find_type (row, GTK_TYPE_ENTRY, 0);
  type (changing, " and more");
  type (fixture->entry, "half a wo");

  add_elsewhere (fixture, "a", "from elsewhere");
  add_elsewhere (fixture, "b", "not mine");
  SHINSA_UI_WAIT (count_rows (fixture) == 2);
  g_assert_true (nth_row (fixture, 0) == row);
  g_assert_cmpstr (text_of (changing), ==, "first and more");
  g_assert_cmpstr (text_of (fixture->entry), ==, "half a wo");
  g_assert_cmpstr (label_of (nth_row (fixture, 1), "text"), ==, "from elsewhere");
  g_assert_cmpstr (label_of (nth_row (fixture, 1), "time"), ==, "10:52");
}

static gboolean
shows (Fixture    *fixture,
       guint       number,
       const char *mark,
       const char *text)
{
  GtkWidget *row = nth_row (fixture, number);

  return row != NULL && g_str_equal (label_of (row, "mark"), mark) &&
         g_str_equal (label_of (row, "text"), text);
}

static void
test_changing (Fixture       *fixture,
               gconstpointer  identity)
{
  GtkWidget *entry;

  add_elsewhere (fixture, "a", "first");
  SHINSA_UI_WAIT (is_saved (fixture, 0));

  shinsa_ui_click (shinsa_ui_find (nth_row (fixture, 0), "edit"));
  entry = shinsa_ui_find_type (nth_row (fixture, 0), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "! second");
  enter (entry);
  SHINSA_UI_WAIT (shows (fixture, 0, "!", "second"));
  g_assert_cmpstr (label_of (nth_row (fixture, 0), "time"), ==, "10:52");

  shinsa_ui_click (shinsa_ui_find (nth_row (fixture, 0), "edit"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "third");
  g_assert_true (press (entry, GDK_KEY_Escape));
  g_assert_true (shows (fixture, 0, "!", "second"));

  shinsa_ui_click (shinsa_ui_find (nth_row (fixture, 0), "delete"));
  SHINSA_UI_WAIT (count_rows (fixture) == 0);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *button;
  guint number = 0;

  do
    button = shinsa_ui_find_type (root, GTK_TYPE_BUTTON, number++);
  while (button != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0);
  return button;
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  identity)
{
  add_elsewhere (fixture, "a", "precious");
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  shinsa_ui_click (shinsa_ui_find (nth_row (fixture, 0), "delete"));
  SHINSA_UI_WAIT (find_button (fixture->ui.window, "Undo") != NULL);
  shinsa_ui_click (find_button (fixture->ui.window, "Undo"));
  SHINSA_UI_WAIT (shows (fixture, 0, "private", "precious"));
  g_assert_cmpstr (label_of (nth_row (fixture, 0), "time"), ==, "10:52");
}

/* A line that was not entered belongs to the application that it was written about. */
static void
test_leaving (Fixture       *fixture,
              gconstpointer  identity)
{
  type (fixture->entry, "about north");
  g_object_set (fixture->box, "application", "south", NULL);
  g_assert_cmpstr (text_of (fixture->entry), ==, "");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_object_set (fixture->box, "application", "north", NULL);
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  g_assert_true (shows (fixture, 0, "private", "about north"));

  shinsa_ui_fixture_select (&fixture->ui, "b");
  SHINSA_UI_WAIT (count_rows (fixture) == 0);
}

static GPtrArray *
list_kept (Fixture    *fixture,
           const char *identity)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes;

  shinsa_test_session_be (&fixture->ui.other, identity);
  notes = shinsa_session_list_notes (fixture->ui.other.session, "north", &error);
  g_assert_no_error (error);
  return notes;
}

static gboolean
is_kept (Fixture    *fixture,
         const char *text)
{
  g_autoptr (GPtrArray) notes = list_kept (fixture, "a");
  const ShinsaNote *note = notes->len == 1 ? g_ptr_array_index (notes, 0) : NULL;

  return note != NULL && note->is_private && *note->mark == '\0' && g_str_equal (note->text, text);
}

/* What is begun is on the disk as a private note, and becomes what it is entered as. */
static void
test_begun (Fixture       *fixture,
            gconstpointer  identity)
{
  g_autoptr (GPtrArray) notes = NULL;
  const ShinsaNote *note;

  gtk_widget_grab_focus (fixture->box);
  type (fixture->entry, "q who is res");
  gtk_root_set_focus (gtk_widget_get_root (fixture->box), NULL);
  SHINSA_UI_WAIT (is_kept (fixture, "q who is res"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpstr (text_of (fixture->entry), ==, "who is res");

  type (fixture->entry, "ponsible");
  SHINSA_UI_WAIT (is_kept (fixture, "q who is responsible"));
  enter (fixture->entry);
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  notes = list_kept (fixture, "a");
  g_assert_cmpuint (notes->len, ==, 1);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (note->text, ==, "who is responsible");
  g_assert_cmpstr (note->mark, ==, "question");
  g_assert_false (note->is_private);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static gboolean
nothing_is_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray) notes = list_kept (fixture, "a");

  return notes->len == 0;
}

/* What is begun and taken away again is nowhere. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  identity)
{
  gtk_widget_grab_focus (fixture->box);
  type (fixture->entry, "never mind");
  gtk_root_set_focus (gtk_widget_get_root (fixture->box), NULL);
  SHINSA_UI_WAIT (is_kept (fixture, "never mind"));
  gtk_widget_grab_focus (fixture->box);
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "");
  gtk_root_set_focus (gtk_widget_get_root (fixture->box), NULL);
  SHINSA_UI_WAIT (nothing_is_kept (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* It is a note of who began it; whoever comes after finds an empty line. */
static void
test_begun_by_others (Fixture       *fixture,
                      gconstpointer  identity)
{
  gtk_widget_grab_focus (fixture->box);
  type (fixture->entry, "mine alone");
  gtk_root_set_focus (gtk_widget_get_root (fixture->box), NULL);
  shinsa_ui_fixture_select (&fixture->ui, "b");
  g_assert_cmpstr (text_of (fixture->entry), ==, "");
  g_assert_true (is_kept (fixture, "mine alone"));
  shinsa_ui_fixture_select (&fixture->ui, "a");
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  g_assert_true (shows (fixture, 0, "private", "mine alone"));
}

/* A note that is being changed when one goes elsewhere is changed. */
static void
test_changing_left (Fixture       *fixture,
                    gconstpointer  identity)
{
  GtkWidget *entry;

  add_elsewhere (fixture, "a", "first");
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  shinsa_ui_click (shinsa_ui_find (nth_row (fixture, 0), "edit"));
  entry = shinsa_ui_find_type (nth_row (fixture, 0), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "second");
  gtk_root_set_focus (gtk_widget_get_root (fixture->box), NULL);
  SHINSA_UI_WAIT (shows (fixture, 0, "private", "second"));
}

/* Words that are being changed are on the disk, and go again for whoever changes nothing. */
static void
test_changing_begun (Fixture       *fixture,
                     gconstpointer  identity)
{
  GtkWidget *entry;

  add_elsewhere (fixture, "a", "first");
  SHINSA_UI_WAIT (is_saved (fixture, 0));
  shinsa_ui_click (shinsa_ui_find (nth_row (fixture, 0), "edit"));
  entry = shinsa_ui_find_type (nth_row (fixture, 0), GTK_TYPE_ENTRY, 0);
  type (entry, " and more");
  SHINSA_UI_WAIT (is_kept (fixture, "first and more"));
  g_assert_cmpstr (text_of (entry), ==, "first and more");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (press (entry, GDK_KEY_Escape));
  SHINSA_UI_WAIT (is_kept (fixture, "first"));
  SHINSA_UI_WAIT (shows (fixture, 0, "private", "first"));
}

#define ADD(path, identity, function) \
  g_test_add ("/note-box/" path, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("taking", "a", test_taking);
  ADD ("desk", "desk", test_desk);
  ADD ("nothing", "a", test_nothing);
  ADD ("composing", "a", test_composing);
  ADD ("arriving", "a", test_arriving);
  ADD ("changing", "a", test_changing);
  ADD ("undo", "a", test_undo);
  ADD ("leaving", "a", test_leaving);
  ADD ("begun", "a", test_begun);
  ADD ("begun/dropped", "a", test_dropped);
  ADD ("begun/others", "a", test_begun_by_others);
  ADD ("changing/begun", "a", test_changing_begun);
  ADD ("changing/left", "a", test_changing_left);
  return g_test_run ();
}

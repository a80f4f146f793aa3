/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "entries/shinsa-statements.h"
#include "interview/shinsa-agenda-row.h"
#include "interview/shinsa-attendance-row.h"
#include "interview/shinsa-interview-page.h"
#include "interview/shinsa-question-row.h"
#include "shinsa-ui-fixture.h"

typedef struct {
  ShinsaUiFixture  ui;
  GtkWidget       *page;
} Fixture;

static void
abstain (Fixture    *fixture,
         const char *member,
         const char *application)
{
  g_autoptr (GError) error = NULL;

  shinsa_test_session_be (&fixture->ui.other, member);
  shinsa_session_abstain (fixture->ui.other.session, application, SHINSA_PHASE_PAPER, &error);
  g_assert_no_error (error);
}

/* After the paper review, in which "a" put a question. All are on this computer, whose desk closes
 * nothing without them. */
static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  static const char * const others[] = { "chair", "deputy", "b" };
  ShinsaTestSession *other = &fixture->ui.other;
  g_autoptr (GError) error = NULL;

  shinsa_ui_fixture_open (&fixture->ui);
  shinsa_test_session_declare (other);
  shinsa_test_session_open (other);
  shinsa_test_session_be (other, "a");
  shinsa_session_set_draft (other->session, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_QUESTION,
                            "0", "How many people?", &error);
  g_assert_no_error (error);
  shinsa_test_session_review (other, "a", "north", "32");
  abstain (fixture, "a", "south");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      abstain (fixture, others[i], "north");
      abstain (fixture, others[i], "south");
    }
  shinsa_test_session_close (other);
  shinsa_ui_fixture_select (&fixture->ui, identity);
  fixture->page = shinsa_interview_page_new ();
  g_object_set (fixture->page, "service", fixture->ui.service, "application", "north", NULL);
  shinsa_ui_fixture_show (&fixture->ui, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static const ShinsaRound *
get_round (Fixture *fixture)
{
  return shinsa_service_get_round (fixture->ui.service);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *id)
{
  GtkWidget *widget = shinsa_ui_find (fixture->page, id);

  g_assert_nonnull (widget);
  return widget;
}

static GtkWidget *
nth (Fixture *fixture,
     GType    type,
     guint    number)
{
  return shinsa_ui_find_type (fixture->page, type, number);
}

static const char *
label_of (GtkWidget  *root,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (root, id)));
}

/* What the desk does on its computer. */
static void
act (Fixture    *fixture,
     const char *kind,
     JsonNode   *body)
{
  gint64 before = get_round (fixture)->seq;

  shinsa_test_session_state (&fixture->ui.other, "desk", kind, body);
  SHINSA_UI_WAIT (get_round (fixture)->seq > before);
}

static void
open_interview (Fixture *fixture)
{
  act (fixture, SHINSA_KIND_PHASE_OPEN, shinsa_state_phase (SHINSA_PHASE_INTERVIEW, NULL, NULL));
}

static void
select_item (GtkWidget *root,
             guint      number)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (shinsa_ui_find (root, "states")), number);
}

/* --- Agenda --- */

static const char timetable[] =
  "{\"postponed\": null, \"timetable\": [{\"date\": \"2021-05-28\", \"venue\": null, \"slots\": ["
  "{\"application\": \"south\", \"kind\": \"interview\", \"minutes\": 50, \"starts\": \"10:00\"},"
  "{\"application\": null, \"kind\": \"break\", \"minutes\": 20, \"starts\": \"11:00\"}]}]}";

static void
assert_slot (Fixture    *fixture,
             guint       number,
             const char *time,
             const char *name,
             const char *status)
{
  GtkWidget *row = nth (fixture, SHINSA_TYPE_AGENDA_ROW, number);

  g_assert_cmpstr (label_of (row, "time"), ==, time);
  g_assert_cmpstr (label_of (row, "name"), ==, name);
  g_assert_cmpstr (label_of (row, "status"), ==, status);
}

static GtkListBoxRow *
selected_slot (Fixture *fixture)
{
  GtkWidget *row = nth (fixture, SHINSA_TYPE_AGENDA_ROW, 0);

  return gtk_list_box_get_selected_row (GTK_LIST_BOX (gtk_widget_get_parent (row)));
}

static void
test_agenda (Fixture       *fixture,
             gconstpointer  identity)
{
  g_autofree char *application = NULL;
  GtkWidget *south;

  assert_slot (fixture, 0, "", "North Community", "");
  assert_slot (fixture, 1, "", "South Community", "");

  act (fixture, SHINSA_KIND_SCHEDULE_SET, json_from_string (timetable, NULL));
  assert_slot (fixture, 0, "10:00", "South Community", "");
  assert_slot (fixture, 1, "10:50", "Changeover", "10 min");
  assert_slot (fixture, 2, "11:00", "Break", "20 min");
  assert_slot (fixture, 3, "", "North Community", "");
  g_assert_false (gtk_widget_get_visible (find (fixture, "slot")));

  south = nth (fixture, SHINSA_TYPE_AGENDA_ROW, 0);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (south)), GTK_LIST_BOX_ROW (south));
  g_object_get (fixture->page, "application", &application, NULL);
  g_assert_cmpstr (application, ==, "south");
  g_assert_cmpstr (label_of (fixture->page, "name"), ==, "South Community");
  g_assert_cmpstr (label_of (fixture->page, "slot"), ==, "10:00–10:50");

  g_object_set (fixture->page, "application", "north", NULL);
  g_assert_true (GTK_WIDGET (selected_slot (fixture)) == nth (fixture, SHINSA_TYPE_AGENDA_ROW, 3));

  /* The desk sees how many reviews it has. */
  open_interview (fixture);
  shinsa_ui_fixture_select (&fixture->ui, "desk");
  assert_slot (fixture, 3, "", "North Community", "0/4");
}

/* "a" alone gave levels, to the north: there is nothing to discuss yet, so all keep their order. */
static void
test_discussion (Fixture       *fixture,
                 gconstpointer  identity)
{
  GtkWidget *button = find (fixture, "by_discussion");

  act (fixture, SHINSA_KIND_SCHEDULE_SET, json_from_string (timetable, NULL));
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  assert_slot (fixture, 0, "", "North Community", "");
  assert_slot (fixture, 1, "", "South Community", "");
  g_assert_null (nth (fixture, SHINSA_TYPE_AGENDA_ROW, 2));
  g_assert_true (GTK_WIDGET (selected_slot (fixture)) == nth (fixture, SHINSA_TYPE_AGENDA_ROW, 0));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture, "by_time")), TRUE);
  assert_slot (fixture, 0, "10:00", "South Community", "");
}

/* --- Questions --- */

static GtkWidget *
nth_question (Fixture *fixture,
              guint    number)
{
  return nth (fixture, SHINSA_TYPE_QUESTION_ROW, number);
}

static gboolean
is_listed (Fixture *fixture)
{
  GtkWidget *row = nth_question (fixture, 0);

  return row != NULL && *shinsa_question_row_get_id (SHINSA_QUESTION_ROW (row)) != '\0';
}

static const ShinsaQuestion *
first_question (Fixture *fixture)
{
  return g_ptr_array_index (get_round (fixture)->questions, 0);
}

static void
test_questions (Fixture       *fixture,
                gconstpointer  identity)
{
  GtkWidget *row = nth_question (fixture, 0);

  g_assert_cmpstr (label_of (row, "heading"), ==, "Member C, not in the list yet");
  g_assert_cmpstr (label_of (row, "text"), ==, "How many people?");
  g_assert_null (nth_question (fixture, 1));
  g_assert_false (gtk_widget_get_visible (find (fixture, "merge_all")));

  shinsa_ui_click (shinsa_ui_find (row, "merge_button"));
  SHINSA_UI_WAIT (is_listed (fixture));
  g_assert_null (nth_question (fixture, 1));
  row = nth_question (fixture, 0);
  g_assert_cmpstr (label_of (row, "heading"), ==, "Q1  Member C");
  g_assert_cmpstr (first_question (fixture)->question, ==, "q1");
  g_assert_cmpstr (first_question (fixture)->member, ==, "a");
  g_assert_cmpstr (first_question (fixture)->state, ==, "open");

  select_item (row, 1);
  SHINSA_UI_WAIT (g_str_equal (first_question (fixture)->state, "sent"));
  g_assert_true (nth_question (fixture, 0) == row);

  /* Nobody but the desk may. */
  shinsa_ui_fixture_select (&fixture->ui, "b");
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (row, "states")));
  g_assert_cmpstr (label_of (row, "state"), ==, "Sent");
  g_assert_cmpstr (label_of (find (fixture, "questions"), "note"), ==,
                   "The desk of the secretariat keeps this list.");
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  g_assert_not_reached ();
}

static GtkEditable *
answer_in (AdwMessageDialog *dialog)
{
  return GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
}

static AdwMessageDialog *
open_answer (Fixture *fixture)
{
  shinsa_ui_click (shinsa_ui_find (nth_question (fixture, 0), "answer_button"));
  return find_dialog ();
}

static void
respond (AdwMessageDialog *dialog,
         const char       *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is typed is not lost by closing the dialog, and an answer can be changed. */
static void
test_answer (Fixture       *fixture,
             gconstpointer  identity)
{
  AdwMessageDialog *dialog;

  shinsa_ui_click (shinsa_ui_find (nth_question (fixture, 0), "merge_button"));
  SHINSA_UI_WAIT (is_listed (fixture));
  dialog = open_answer (fixture);
  g_assert_cmpstr (gtk_editable_get_text (answer_in (dialog)), ==, "");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "save"));
  gtk_editable_set_text (answer_in (dialog), "Twel");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "save"));
  respond (dialog, "cancel");
  g_assert_cmpstr (first_question (fixture)->answer, ==, "");

  dialog = open_answer (fixture);
  g_assert_cmpstr (gtk_editable_get_text (answer_in (dialog)), ==, "Twel");
  gtk_editable_set_text (answer_in (dialog), "Twelve.");
  respond (dialog, "save");
  SHINSA_UI_WAIT (g_str_equal (first_question (fixture)->answer, "Twelve."));
  g_assert_cmpstr (first_question (fixture)->state, ==, "answered");
  g_assert_cmpstr (label_of (nth_question (fixture, 0), "answer"), ==, "Answer: Twelve.");

  dialog = open_answer (fixture);
  g_assert_cmpstr (gtk_editable_get_text (answer_in (dialog)), ==, "Twelve.");
  gtk_editable_set_text (answer_in (dialog), "Twelve people.");
  respond (dialog, "cancel");
  dialog = open_answer (fixture);
  g_assert_cmpstr (gtk_editable_get_text (answer_in (dialog)), ==, "Twelve people.");
  gtk_editable_set_text (answer_in (dialog), " ");
  respond (dialog, "cancel");
  dialog = open_answer (fixture);
  g_assert_cmpstr (gtk_editable_get_text (answer_in (dialog)), ==, "Twelve.");
  respond (dialog, "cancel");
}

static void
test_merge_all (Fixture       *fixture,
                gconstpointer  identity)
{
  g_autoptr (GError) error = NULL;

  shinsa_test_session_be (&fixture->ui.other, "deputy");
  shinsa_session_set_draft (fixture->ui.other.session, "north", SHINSA_PHASE_PAPER,
                            SHINSA_DRAFT_QUESTION, "0", "Since when?", &error);
  g_assert_no_error (error);
  shinsa_test_session_review (&fixture->ui.other, "deputy", "north", "33");
  SHINSA_UI_WAIT (nth_question (fixture, 1) != NULL);
  g_assert_true (gtk_widget_get_visible (find (fixture, "merge_all")));
  shinsa_ui_click (find (fixture, "merge_all"));
  SHINSA_UI_WAIT (get_round (fixture)->questions->len == 2);
  g_assert_cmpstr (first_question (fixture)->question, ==, "q1");
  g_assert_cmpstr (((ShinsaQuestion *) g_ptr_array_index (get_round (fixture)->questions,
                                                          1))->question, ==, "q2");
  g_assert_false (gtk_widget_get_visible (find (fixture, "merge_all")));
}

/* --- Attendance --- */

static const char *
summary_of (Fixture *fixture)
{
  return label_of (find (fixture, "attendance"), "summary");
}

static void
test_attendance (Fixture       *fixture,
                 gconstpointer  identity)
{
  GtkWidget *chair = nth (fixture, SHINSA_TYPE_ATTENDANCE_ROW, 0);
  GtkWidget *one = nth (fixture, SHINSA_TYPE_ATTENDANCE_ROW, 2);

  /* The secretariat is not of those whose presence is counted. */
  g_assert_null (nth (fixture, SHINSA_TYPE_ATTENDANCE_ROW, 4));
  g_assert_cmpstr (summary_of (fixture), ==, "Attendance");
  g_assert_cmpstr (label_of (fixture->page, "quorum"), ==,
                   "Attendance has not been recorded, so there is no quorum. Record who is "
                   "present.");
  g_assert_cmpstr (label_of (one, "name"), ==, "Member A – Member C");

  /* The first of the choices is that nothing is recorded. */
  select_item (one, 2);
  SHINSA_UI_WAIT (get_round (fixture)->attendance->len == 1);
  g_assert_cmpstr (summary_of (fixture), ==,
                   "Room 0  Web 1  Absent 0  Unknown 3");

  shinsa_ui_click (find (fixture, "everybody"));
  SHINSA_UI_WAIT (get_round (fixture)->attendance->len == 5);
  g_assert_cmpstr (summary_of (fixture), ==, "Room 4  Web 0  Absent 0");
  g_assert_cmpstr (label_of (fixture->page, "quorum"), ==,
                   "There is a quorum (4 present, 3 needed).");

  /* For one application only, and all of the meeting stays as it was. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture, "meeting")), FALSE);
  select_item (chair, 5);
  SHINSA_UI_WAIT (get_round (fixture)->attendance->len == 6);
  g_assert_cmpstr (summary_of (fixture), ==, "Room 3  Web 0  Absent 1");
  g_assert_cmpstr (label_of (chair, "state"), ==, "Absent");
  g_object_set (fixture->page, "application", "south", NULL);
  g_assert_cmpstr (label_of (chair, "state"), ==, "In the room");
}

/* The ways of a member, and how much of the interview the member heard. */
static void
test_heard (Fixture       *fixture,
            gconstpointer  identity)
{
  GtkWidget *row = nth (fixture, SHINSA_TYPE_ATTENDANCE_ROW, 2);
  GtkDropDown *amounts = GTK_DROP_DOWN (shinsa_ui_find (row, "amounts"));
  g_autofree char *history = NULL;

  act (fixture, SHINSA_KIND_ATTENDANCE_SET,
       shinsa_state_attendance (NULL, "a", SHINSA_ATTENDANCE_IN_ROOM));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture, "meeting")), FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (amounts)));
  act (fixture, SHINSA_KIND_INTERVIEW_RECORD,
       shinsa_state_interview_start ("north", "presentation"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (amounts)));
  g_assert_cmpuint (gtk_drop_down_get_selected (amounts), ==, 0);
  act (fixture, SHINSA_KIND_ATTENDANCE_SET,
       shinsa_state_attendance ("north", "a", SHINSA_ATTENDANCE_OUT));
  history = g_strdup (label_of (row, "history"));
  g_assert_true (g_str_has_suffix (history, " Out for a while"));
  g_assert_nonnull (strstr (history, " In the room → "));
  g_assert_cmpstr (label_of (row, "heard"), ==, "Heard part of it");

  /* The desk knows better. */
  gtk_drop_down_set_selected (amounts, 0);
  SHINSA_UI_WAIT (get_round (fixture)->interview_events->len == 2);
  g_assert_cmpstr (label_of (row, "heard"), ==, "Heard all of it");
}

static void
test_attendance_read (Fixture       *fixture,
                      gconstpointer  identity)
{
  GtkWidget *row = nth (fixture, SHINSA_TYPE_ATTENDANCE_ROW, 2);

  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (row, "states")));
  g_assert_cmpstr (label_of (row, "state"), ==, "Not recorded");
  g_assert_cmpstr (label_of (row, "name"), ==, "Member C");
  g_assert_false (gtk_widget_get_visible (find (fixture, "everybody")));
  g_assert_true (gtk_widget_get_visible (find (fixture, "read_only")));
}

/* --- The page --- */

/* What is typed on coming here becomes a note. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  identity)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (fixture->page));

  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, "notes")));
  gtk_widget_activate_action (fixture->page, "interview.next-pane", NULL);
  focus = gtk_root_get_focus (gtk_widget_get_root (fixture->page));
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, "reviews")));
  gtk_widget_activate_action (fixture->page, "interview.previous-pane", NULL);
  gtk_widget_activate_action (fixture->page, "interview.previous-pane", NULL);
  focus = gtk_root_get_focus (gtk_widget_get_root (fixture->page));
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, "questions")));

  shinsa_ui_fixture_select (&fixture->ui, "desk");
  g_assert_false (gtk_widget_get_visible (find (fixture, "reviews")));
}

#define ADD(path, identity, function) \
  g_test_add ("/interview/" path, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("agenda", "a", test_agenda);
  ADD ("discussion", "desk", test_discussion);
  ADD ("heard", "desk", test_heard);
  ADD ("questions", "desk", test_questions);
  ADD ("answer", "desk", test_answer);
  ADD ("merge-all", "desk", test_merge_all);
  ADD ("attendance", "desk", test_attendance);
  ADD ("attendance-read", "b", test_attendance_read);
  ADD ("focus", "a", test_focus);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "entries/shinsa-statements.h"
#include "interview/shinsa-interview-sheet.h"
#include "parts/shinsa-text-field.h"
#include "review/shinsa-score-row.h"
#include "review/shinsa-score-sheet.h"
#include "shinsa-ui-fixture.h"

typedef struct {
  ShinsaUiFixture  ui;
  GtkWidget       *sheet;
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

/* After the paper review, in which "a" gave 3 and 2 for north, and abstained from south. All are on
 * this computer, whose desk closes nothing without them. */
static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  static const char * const others[] = { "chair", "deputy", "b" };

  shinsa_ui_fixture_open (&fixture->ui);
  shinsa_test_session_declare (&fixture->ui.other);
  shinsa_test_session_open (&fixture->ui.other);
  shinsa_test_session_review (&fixture->ui.other, "a", "north", "32");
  abstain (fixture, "a", "south");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      abstain (fixture, others[i], "north");
      abstain (fixture, others[i], "south");
    }
  shinsa_test_session_close (&fixture->ui.other);
  shinsa_ui_fixture_select (&fixture->ui, identity);
  fixture->sheet = g_object_new (SHINSA_TYPE_INTERVIEW_SHEET, "service", fixture->ui.service,
                                 "application", "north", NULL);
  shinsa_ui_fixture_show (&fixture->ui, fixture->sheet);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static const ShinsaReview *
find_review (Fixture    *fixture,
             const char *application)
{
  return shinsa_round_newest_review (shinsa_service_get_round (fixture->ui.service), application,
                                     "a", SHINSA_PHASE_INTERVIEW);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *id)
{
  return shinsa_ui_find (fixture->sheet, id);
}

static GtkWidget *
nth_row (Fixture *fixture,
         guint    number)
{
  return shinsa_ui_find_type (fixture->sheet, SHINSA_TYPE_SCORE_ROW, number);
}

static const char *
label_of (GtkWidget  *root,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (root, id)));
}

/* The sheet within has parts of the same names; these are beside the buttons. */
static GtkWidget *
find_in_bar (Fixture    *fixture,
             const char *id)
{
  return shinsa_ui_find (gtk_widget_get_parent (find (fixture, "confirm")), id);
}

static const char *
status_of (Fixture *fixture)
{
  return label_of (gtk_widget_get_parent (find (fixture, "confirm")), "status");
}

static GtkWidget *
find_reason (Fixture *fixture)
{
  return shinsa_ui_find (find (fixture, "revision_box"), "reason");
}

static void
open_interview (Fixture *fixture)
{
  shinsa_test_session_state (&fixture->ui.other, "desk", SHINSA_KIND_PHASE_OPEN,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, NULL, NULL));
  SHINSA_UI_WAIT (gtk_widget_get_sensitive (find (fixture, "confirm")));
}

static void
type (Fixture *fixture,
      gunichar character)
{
  g_assert_true (shinsa_score_sheet_type (SHINSA_SCORE_SHEET (find (fixture, "sheet")), character));
}

static void
test_not_open (Fixture       *fixture,
               gconstpointer  identity)
{
  g_assert_cmpstr (label_of (fixture->sheet, "notice"), ==,
                   "The interview is not open yet. Levels are confirmed or revised here once the "
                   "secretariat has opened it.");
  g_assert_true (gtk_widget_get_visible (find (fixture, "confirm")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "confirm")));
  g_assert_cmpstr (label_of (nth_row (fixture, 0), "former"), ==, "paper 3 → 3");

  shinsa_interview_sheet_confirm (SHINSA_INTERVIEW_SHEET (fixture->sheet));
  g_assert_null (shinsa_service_get_draft (fixture->ui.service, "north", SHINSA_PHASE_INTERVIEW));
  open_interview (fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture, "notice")));
}

static void
test_confirm (Fixture       *fixture,
              gconstpointer  identity)
{
  const ShinsaReview *review;

  open_interview (fixture);
  g_assert_cmpstr (status_of (fixture), ==, "Not confirmed yet.");
  g_assert_false (gtk_widget_get_visible (find (fixture, "revision_box")));
  shinsa_interview_sheet_confirm (SHINSA_INTERVIEW_SHEET (fixture->sheet));
  /* Once more at once is not twice. */
  shinsa_interview_sheet_confirm (SHINSA_INTERVIEW_SHEET (fixture->sheet));
  SHINSA_UI_WAIT (find_review (fixture, "north") != NULL);

  review = find_review (fixture, "north");
  g_assert_cmpfloat (shinsa_review_score (review, "strength")->level, ==, 3);
  g_assert_cmpfloat (shinsa_review_score (review, "network_organisation")->level, ==, 2);
  g_assert_cmpstr (shinsa_review_score (review, "strength")->reason, ==, "A reason.");
  g_assert_cmpint (review->growth, ==, 1);
  g_assert_cmpfloat (review->overall, ==, 3);
  g_assert_cmpstr (review->revision, ==, "");
  SHINSA_UI_WAIT (gtk_widget_get_sensitive (find (fixture, "revise")));
  g_assert_cmpstr (status_of (fixture), ==,
                   "Confirmed unchanged. You may revise until the interview is closed.");
  g_assert_false (gtk_widget_get_visible (find (fixture, "confirm")));
}

static void
test_revise (Fixture       *fixture,
             gconstpointer  identity)
{
  const ShinsaReview *review;

  open_interview (fixture);
  shinsa_ui_click (find (fixture, "revise"));
  g_assert_true (gtk_widget_is_focus (nth_row (fixture, 0)));
  type (fixture, '4');
  g_assert_cmpstr (label_of (nth_row (fixture, 0), "former"), ==, "paper 3 → 4");
  g_assert_false (gtk_widget_get_visible (find (fixture, "confirm")));
  g_assert_cmpstr (status_of (fixture), ==,
                   "Levels differ from the paper review. Say why they were revised and the review "
                   "can be submitted.");

  /* Without a reason the button leads to it, and the key says so. */
  shinsa_ui_click (find_in_bar (fixture, "submit"));
  g_assert_true (shinsa_text_field_has_focus (SHINSA_TEXT_FIELD (find_reason (fixture))));
  shinsa_interview_sheet_confirm (SHINSA_INTERVIEW_SHEET (fixture->sheet));
  g_assert_null (find_review (fixture, "north"));

  shinsa_ui_write (find_reason (fixture), "They showed it.");
  shinsa_ui_click (find_in_bar (fixture, "submit"));
  SHINSA_UI_WAIT (find_review (fixture, "north") != NULL);
  review = find_review (fixture, "north");
  g_assert_cmpfloat (shinsa_review_score (review, "strength")->level, ==, 4);
  g_assert_cmpfloat (shinsa_review_score (review, "network_organisation")->level, ==, 2);
  g_assert_cmpstr (review->revision, ==, "They showed it.");
  SHINSA_UI_WAIT (gtk_widget_get_sensitive (find (fixture, "revise")));
  g_assert_cmpstr (status_of (fixture), ==,
                   "Submitted. You may change it and submit again until the interview is closed.");
}

static char *
reason_of (Fixture *fixture)
{
  return shinsa_text_field_dup_text (SHINSA_TEXT_FIELD (find_reason (fixture)));
}

static void
test_ready_made (Fixture       *fixture,
                 gconstpointer  identity)
{
  GtkWidget *settled;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  open_interview (fixture);
  gtk_widget_grab_focus (nth_row (fixture, 0));
  type (fixture, '4');
  settled = find (fixture, "ready_settled");
  shinsa_ui_click (settled);
  first = reason_of (fixture);
  g_assert_cmpstr (first, ==, "The interview settled a doubt.");
  shinsa_ui_click (gtk_widget_get_next_sibling (settled));
  second = reason_of (fixture);
  g_assert_cmpstr (second, ==, "The interview showed a weakness.");
  shinsa_ui_write (find_reason (fixture), "Twelve people.");
  shinsa_text_field_flush (SHINSA_TEXT_FIELD (find_reason (fixture)));
  shinsa_ui_click (settled);
  third = reason_of (fixture);
  g_assert_cmpstr (third, ==, "Twelve people.\nThe interview settled a doubt.");
}

/* Whoever goes back to the levels of the paper review can confirm again. */
static void
test_back (Fixture       *fixture,
           gconstpointer  identity)
{
  open_interview (fixture);
  gtk_widget_grab_focus (nth_row (fixture, 0));
  type (fixture, '4');
  g_assert_false (gtk_widget_get_visible (find (fixture, "confirm")));
  gtk_widget_grab_focus (nth_row (fixture, 0));
  type (fixture, '3');
  g_assert_true (gtk_widget_get_visible (find (fixture, "confirm")));
  shinsa_interview_sheet_confirm (SHINSA_INTERVIEW_SHEET (fixture->sheet));
  SHINSA_UI_WAIT (find_review (fixture, "north") != NULL);
  g_assert_cmpstr (find_review (fixture, "north")->revision, ==, "");
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

static void
pick_note (Fixture    *fixture,
           const char *response)
{
  GtkWidget *picker = find (fixture, "note_picker");
  GtkListBox *list = GTK_LIST_BOX (shinsa_ui_find (picker, "list"));
  AdwMessageDialog *dialog;

  gtk_popover_popup (GTK_POPOVER (shinsa_ui_find (picker, "popover")));
  SHINSA_UI_WAIT (gtk_list_box_get_row_at_index (list, 0) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  dialog = find_dialog ();
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (dialog), "“Twelve people.”\n"));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A private note is seen before its words go anywhere. */
static void
test_from_note (Fixture       *fixture,
                gconstpointer  identity)
{
  g_autoptr (ShinsaNote) note = shinsa_note_new ();
  g_autofree char *refused = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  shinsa_test_session_be (&fixture->ui.other, "a");
  shinsa_set_string (&note->application, "north");
  shinsa_set_string (&note->at, "2021-05-28T10:52:00+09:00");
  shinsa_set_string (&note->text, "Twelve people.");
  note->is_private = TRUE;
  shinsa_session_add_note (fixture->ui.other.session, note, NULL, &error);
  g_assert_no_error (error);
  open_interview (fixture);
  gtk_widget_grab_focus (nth_row (fixture, 1));
  type (fixture, '4');

  pick_note (fixture, "cancel");
  refused = reason_of (fixture);
  g_assert_cmpstr (refused, ==, "");
  pick_note (fixture, "accept");
  reason = reason_of (fixture);
  g_assert_cmpstr (reason, ==, "Twelve people.");
}

/* Who abstained on paper has nothing to confirm; levels are new now, with a reason. */
static void
test_abstained (Fixture       *fixture,
               gconstpointer  identity)
{
  open_interview (fixture);
  g_object_set (fixture->sheet, "application", "south", NULL);
  g_assert_false (gtk_widget_get_visible (find (fixture, "confirm")));
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (nth_row (fixture, 0), "former")));
  g_assert_cmpstr (status_of (fixture), ==,
                   "“Strengths that can compete worldwide” has no level. Give one, or say that you "
                   "cannot judge it, and the review can be submitted.");
  gtk_widget_grab_focus (nth_row (fixture, 0));
  type (fixture, '3');
  type (fixture, '4');
  type (fixture, '4');
  g_assert_cmpstr (status_of (fixture), ==,
                   "Levels differ from the paper review. Say why they were revised and the review "
                   "can be submitted.");
  shinsa_ui_click (find (fixture, "ready_settled"));
  g_assert_cmpstr (status_of (fixture), ==, "Nothing is missing. Submit it when you are ready.");
  shinsa_ui_click (find_in_bar (fixture, "submit"));
  SHINSA_UI_WAIT (find_review (fixture, "south") != NULL);
}

/* What is half written is of the application that it was written about. */
static void
test_leaving (Fixture       *fixture,
              gconstpointer  identity)
{
  const ShinsaReview *draft;

  open_interview (fixture);
  gtk_widget_grab_focus (nth_row (fixture, 0));
  type (fixture, '4');
  gtk_widget_grab_focus (find_reason (fixture));
  shinsa_ui_write (find_reason (fixture), "They showed");
  g_object_set (fixture->sheet, "application", "south", NULL);
  g_assert_false (gtk_widget_get_visible (find (fixture, "revision_box")));
  draft = shinsa_service_get_draft (fixture->ui.service, "north", SHINSA_PHASE_INTERVIEW);
  g_assert_cmpstr (draft->revision, ==, "They showed");
}

#define ADD(path, function) \
  g_test_add ("/interview-sheet/" path, Fixture, "a", set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("not-open", test_not_open);
  ADD ("confirm", test_confirm);
  ADD ("revise", test_revise);
  ADD ("ready-made", test_ready_made);
  ADD ("from-note", test_from_note);
  ADD ("back", test_back);
  ADD ("abstained", test_abstained);
  ADD ("leaving", test_leaving);
  return g_test_run ();
}

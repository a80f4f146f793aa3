/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-score-row.h"
#include "review/shinsa-score-sheet.h"
#include "shinsa-ui-fixture.h"

#include <math.h>

static ShinsaScoreSheet *
show_sheet (ShinsaUiFixture *fixture,
            const char      *application)
{
  GtkWidget *sheet = g_object_new (SHINSA_TYPE_SCORE_SHEET, "service", fixture->service,
                                   "application", application, NULL);

  shinsa_ui_fixture_show (fixture, sheet);
  return SHINSA_SCORE_SHEET (sheet);
}

static const ShinsaReview *
draft_of (ShinsaUiFixture *fixture,
          const char      *application)
{
  return shinsa_service_get_draft (fixture->service, application, SHINSA_PHASE_PAPER);
}

static const char *
label_of (ShinsaScoreSheet *sheet,
          const char       *id)
{
  return gtk_label_get_label (GTK_LABEL (shinsa_ui_find (GTK_WIDGET (sheet), id)));
}

static GtkWidget *
nth_row (ShinsaScoreSheet *sheet,
         guint             number)
{
  return shinsa_ui_find_type (GTK_WIDGET (sheet), SHINSA_TYPE_SCORE_ROW, number);
}

static void
test_digits (ShinsaUiFixture *fixture,
             gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 0)));
  g_assert_cmpstr (label_of (sheet, "progress_label"), ==, "0/2");

  g_assert_true (shinsa_score_sheet_type (sheet, '3'));
  g_assert_cmpfloat (shinsa_review_score (draft_of (fixture, "north"), "strength")->level, ==, 3);
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 1)));
  g_assert_cmpstr (label_of (sheet, "progress_label"), ==, "1/2");

  g_assert_false (shinsa_score_sheet_type (sheet, '9'));
  g_assert_true (shinsa_score_sheet_type (sheet, 0xff1f));
  g_assert_true (isnan (shinsa_review_score (draft_of (fixture, "north"),
                                             "network_organisation")->level));
  g_assert_cmpstr (label_of (sheet, "progress_label"), ==, "2/2");
}

static void
test_overall (ShinsaUiFixture *fixture,
              gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '3');
  shinsa_score_sheet_type (sheet, '4');
  /* After the last requirement the overall judgement is next. */
  g_assert_true (shinsa_score_sheet_type (sheet, '4'));
  g_assert_cmpfloat (draft_of (fixture, "north")->overall, ==, 4);
  g_assert_false (shinsa_score_sheet_type (sheet, '?'));
}

static void
test_undo (ShinsaUiFixture *fixture,
           gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  GtkWidget *undo;
  guint number = 0;

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '3');
  do
    undo = shinsa_ui_find_type (fixture->window, GTK_TYPE_BUTTON, number++);
  while (undo != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (undo)), "Undo") != 0);
  g_assert_nonnull (undo);
  shinsa_ui_click (undo);
  g_assert_null (shinsa_review_score (draft_of (fixture, "north"), "strength"));
  g_assert_cmpstr (label_of (sheet, "progress_label"), ==, "0/2");
}

static void
test_growth_is_asked (ShinsaUiFixture *fixture,
                      gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  GtkWidget *growth = shinsa_ui_find (GTK_WIDGET (sheet), "growth_box");

  g_assert_false (gtk_widget_get_visible (growth));
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '2');
  g_assert_true (gtk_widget_get_visible (growth));
  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (sheet), "growth_no"));
  g_assert_cmpint (draft_of (fixture, "north")->growth, ==, 0);
}

static void
test_problems (ShinsaUiFixture *fixture,
               gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  g_assert_cmpstr (label_of (sheet, "status"), ==,
                   "“Strengths that can compete worldwide” has no level. Give one, or say that you "
                   "cannot judge it, and the review can be submitted.");
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '2');
  g_assert_cmpstr (label_of (sheet, "status"), ==,
                   "Level 2 needs a reason. Write one for “Strengths that can compete worldwide” "
                   "and the review can be submitted.");
  /* The button leads to what is missing. */
  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (sheet), "submit"));
  g_assert_true (gtk_widget_get_focus_child (nth_row (sheet, 0)) != NULL);
}

static void
test_no_word_is_lost (ShinsaUiFixture *fixture,
                      gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  shinsa_ui_write (shinsa_ui_find (GTK_WIDGET (sheet), "weak"), "Half a sent");
  shinsa_ui_write (shinsa_ui_find (nth_row (sheet, 0), "reason"), "Because");
  g_assert_null (draft_of (fixture, "north"));
  g_object_set (sheet, "application", "south", NULL);
  g_assert_cmpstr (draft_of (fixture, "north")->weak, ==, "Half a sent");
  g_assert_cmpstr (shinsa_review_score (draft_of (fixture, "north"), "strength")->reason, ==,
                   "Because");
  g_assert_null (draft_of (fixture, "south"));
}

static void
test_questions (ShinsaUiFixture *fixture,
                gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  GtkWidget *fields = shinsa_ui_find (GTK_WIDGET (sheet), "fields");
  const ShinsaRemark *question;

  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (sheet), "add"));
  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (sheet), "add"));
  /* An empty field is there to be filled before there is another. */
  g_assert_true (gtk_widget_get_first_child (fields) == gtk_widget_get_last_child (fields));
  shinsa_ui_write (gtk_widget_get_first_child (fields), "Who pays?");
  shinsa_score_sheet_flush (sheet);
  g_assert_cmpuint (draft_of (fixture, "north")->questions->len, ==, 1);
  question = g_ptr_array_index (draft_of (fixture, "north")->questions, 0);
  g_assert_cmpstr (question->text, ==, "Who pays?");
  g_object_set (sheet, "application", "south", NULL);
  g_assert_null (gtk_widget_get_first_child (fields));
}

static void
fill_in (ShinsaScoreSheet *sheet)
{
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '3');
  shinsa_score_sheet_type (sheet, '4');
  shinsa_score_sheet_type (sheet, '3');
}

static void
test_submit (ShinsaUiFixture *fixture,
             gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  const ShinsaReview *review;

  fill_in (sheet);
  g_assert_cmpstr (label_of (sheet, "status"), ==,
                   "Nothing is missing. Submit it when you are ready.");
  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (sheet), "submit"));
  /* Nothing is entered while it is on its way. */
  g_assert_false (shinsa_score_sheet_type (sheet, '1'));
  SHINSA_UI_WAIT (g_str_equal (label_of (sheet, "state_label"), "Submitted"));

  review = shinsa_round_newest_review (shinsa_service_get_round (fixture->service), "north", "a",
                                       SHINSA_PHASE_PAPER);
  g_assert_cmpfloat (shinsa_review_score (review, "network_organisation")->level, ==, 4);
  g_assert_null (draft_of (fixture, "north"));
  g_assert_cmpstr (label_of (sheet, "progress_label"), ==, "2/2");
  g_assert_false (gtk_widget_get_mapped (shinsa_ui_find (GTK_WIDGET (sheet), "submit")));
}

static void
test_replace (ShinsaUiFixture *fixture,
              gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  fill_in (sheet);
  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (sheet), "submit"));
  SHINSA_UI_WAIT (g_str_equal (label_of (sheet, "state_label"), "Submitted"));
  gtk_widget_grab_focus (nth_row (sheet, 0));
  shinsa_score_sheet_type (sheet, '4');
  g_assert_cmpstr (label_of (sheet, "state_label"), ==, "Draft");
  g_assert_cmpstr (label_of (sheet, "status"), ==,
                   "Changed since it was submitted. Submit it again to replace what was "
                   "submitted.");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (shinsa_ui_find (GTK_WIDGET (sheet),
                                                                     "submit"))), ==,
                   "_Submit again");
}

static void
test_the_desk (ShinsaUiFixture *fixture,
               gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  g_assert_cmpstr (label_of (sheet, "notice"), ==,
                   "The desk of the secretariat does not score. Nothing can be entered here.");
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '3');
  g_assert_null (draft_of (fixture, "north"));
}

static void
test_undeclared (ShinsaUiFixture *fixture,
                 gconstpointer    data)
{
  ShinsaScoreSheet *sheet;

  shinsa_ui_fixture_open (fixture);
  shinsa_ui_fixture_select (fixture, "a");
  sheet = show_sheet (fixture, "north");
  g_assert_cmpstr (label_of (sheet, "notice"), ==,
                   "Declare your interests first. Then this sheet can be filled in.");
}

static void
test_closed (ShinsaUiFixture *fixture,
             gconstpointer    data)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (&fixture->other, members[i], "north", "34");
      shinsa_test_session_review (&fixture->other, members[i], "south", "44");
    }
  shinsa_test_session_close (&fixture->other);
  SHINSA_UI_WAIT (*label_of (sheet, "notice") != '\0');
  g_assert_cmpstr (label_of (sheet, "notice"), ==,
                   "Paper review is closed. This is what you submitted.");
  g_assert_cmpfloat (shinsa_score_row_get_level (SHINSA_SCORE_ROW (nth_row (sheet, 1))), ==, 4);
  gtk_widget_grab_focus (nth_row (sheet, 0));
  shinsa_score_sheet_type (sheet, '1');
  g_assert_null (draft_of (fixture, "north"));
}

#define ADD(path, func, identity) \
  g_test_add ("/score-sheet/" path, ShinsaUiFixture, identity, shinsa_ui_fixture_set_up, func, \
              shinsa_ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("digits", test_digits, "a");
  ADD ("overall", test_overall, "a");
  ADD ("undo", test_undo, "a");
  ADD ("growth-is-asked", test_growth_is_asked, "a");
  ADD ("problems", test_problems, "a");
  ADD ("no-word-is-lost", test_no_word_is_lost, "a");
  ADD ("questions", test_questions, "a");
  ADD ("submit", test_submit, "a");
  ADD ("replace", test_replace, "a");
  ADD ("the-desk", test_the_desk, "desk");
  ADD ("closed", test_closed, "a");
  g_test_add ("/score-sheet/undeclared", ShinsaUiFixture, NULL, NULL, test_undeclared,
              shinsa_ui_fixture_tear_down);
  return g_test_run ();
}

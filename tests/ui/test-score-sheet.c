/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "parts/shinsa-text-field.h"
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

static GtkWidget *
find (ShinsaScoreSheet *sheet,
      const char       *id)
{
  return shinsa_ui_find (GTK_WIDGET (sheet), id);
}

/* As a key that nothing inside the sheet wanted. */
static gboolean
press (ShinsaScoreSheet *sheet,
       guint             keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (sheet));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  return taken;
}

static gboolean
act (ShinsaScoreSheet *sheet,
     const char       *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (sheet), action, NULL);
}

static double
level_of (ShinsaUiFixture *fixture,
          const char      *requirement)
{
  const ShinsaReview *draft = draft_of (fixture, "north");
  const ShinsaScore *score = draft != NULL ? shinsa_review_score (draft, requirement) : NULL;

  return score != NULL ? score->level : SHINSA_LEVEL_UNSET;
}

static const char *
reason_of (ShinsaUiFixture *fixture,
           const char      *requirement)
{
  return shinsa_review_score (draft_of (fixture, "north"), requirement)->reason;
}

/* The words of the toast, which stay in sight until something else is said. */
static gboolean
is_said (ShinsaUiFixture *fixture,
         const char      *text)
{
  GtkWidget *label;

  for (guint i = 0;
       (label = shinsa_ui_find_type (fixture->window, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) == 0)
      return TRUE;
  return FALSE;
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
test_undo_and_redo (ShinsaUiFixture *fixture,
                    gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '3');
  shinsa_score_sheet_type (sheet, '4');
  act (sheet, "sheet.undo");
  g_assert_cmpfloat (level_of (fixture, "network_organisation"), ==, SHINSA_LEVEL_UNSET);
  g_assert_true (is_said (fixture, "Undone: “Network organisation responsible…” has no level"));
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 1)));
  act (sheet, "sheet.undo");
  g_assert_cmpfloat (level_of (fixture, "strength"), ==, SHINSA_LEVEL_UNSET);
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 0)));
  act (sheet, "sheet.redo");
  g_assert_cmpfloat (level_of (fixture, "strength"), ==, 3);
  g_assert_true (is_said (fixture, "“Strengths that can compete world…” was set to 3"));
}

static void
test_undo_of_words (ShinsaUiFixture *fixture,
                    gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  GtkWidget *weak = find (sheet, "weak");
  g_autofree char *written = NULL;

  gtk_widget_grab_focus (weak);
  shinsa_ui_write (weak, "Nobody is");
  shinsa_score_sheet_flush (sheet);
  shinsa_ui_write (weak, "Nobody is named.");
  /* Not told yet: it belongs to the same burst. */
  act (sheet, "sheet.undo");
  g_assert_cmpstr (draft_of (fixture, "north")->weak, ==, "");
  written = shinsa_text_field_dup_text (SHINSA_TEXT_FIELD (weak));
  g_assert_cmpstr (written, ==, "");
  g_assert_true (is_said (fixture, "Undone: Weak points"));
  SHINSA_UI_WAIT (shinsa_text_field_has_focus (SHINSA_TEXT_FIELD (weak)));
  act (sheet, "sheet.redo");
  g_assert_cmpstr (draft_of (fixture, "north")->weak, ==, "Nobody is named.");
  g_assert_true (is_said (fixture, "Done again: Weak points"));
}

/* Return writes the reason that the level just given asks for; Escape goes on. */
static void
test_reason_after_digit (ShinsaUiFixture *fixture,
                         gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  GtkWidget *reason;

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  g_assert_true (press (sheet, GDK_KEY_KP_2));
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 1)));
  g_assert_true (press (sheet, GDK_KEY_Return));
  reason = shinsa_ui_find (nth_row (sheet, 0), "reason");
  SHINSA_UI_WAIT (shinsa_text_field_has_focus (SHINSA_TEXT_FIELD (reason)));
  shinsa_ui_write (reason, "Not compared yet.");
  g_assert_true (press (sheet, GDK_KEY_Escape));
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 1)));
  g_assert_cmpstr (reason_of (fixture, "strength"), ==, "Not compared yet.");
  /* Elsewhere Return opens the reason of the row that has the focus. */
  g_assert_true (press (sheet, GDK_KEY_Return));
  reason = shinsa_ui_find (nth_row (sheet, 1), "reason");
  SHINSA_UI_WAIT (shinsa_text_field_has_focus (SHINSA_TEXT_FIELD (reason)));
}

/* A row that is not the current one has its reason in a line, and no more. */
static void
test_current_row (ShinsaUiFixture *fixture,
                  gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  g_assert_true (gtk_widget_get_visible (shinsa_ui_find (nth_row (sheet, 0), "strip")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (nth_row (sheet, 0),
                                                                   "threshold"))), ==, "needs 3");
  shinsa_score_sheet_type (sheet, '2');
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (nth_row (sheet, 0), "strip")));
  g_assert_true (gtk_widget_get_visible (shinsa_ui_find (nth_row (sheet, 0), "reason_line")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (shinsa_ui_find (nth_row (sheet, 0),
                                                                   "reason_label"))), ==,
                   "Reason (needed for this level)");
  shinsa_score_sheet_type (sheet, '4');
  /* Below the requirements none of them is. */
  g_assert_false (gtk_widget_get_visible (shinsa_ui_find (nth_row (sheet, 1), "strip")));
}

/* A word that is half composed is neither a level nor lost. */
static void
test_composing (ShinsaUiFixture *fixture,
                gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  GtkWidget *reason;
  g_autofree char *written = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  press (sheet, GDK_KEY_Return);
  reason = shinsa_ui_find (nth_row (sheet, 0), "reason");
  shinsa_ui_write (reason, "根拠は");
  g_signal_emit_by_name (shinsa_ui_find (reason, "view"), "preedit-changed", "３つ");
  g_assert_false (press (sheet, '3'));
  g_assert_false (press (sheet, 0x0100ff13));
  g_assert_false (press (sheet, GDK_KEY_Return));
  shinsa_service_set_draft (fixture->service, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_REASON,
                            "strength", "Something that arrives");
  SHINSA_UI_WAIT (shinsa_text_field_has_focus (SHINSA_TEXT_FIELD (reason)));
  written = shinsa_text_field_dup_text (SHINSA_TEXT_FIELD (reason));
  g_assert_cmpstr (written, ==, "根拠は");
  g_assert_cmpfloat (level_of (fixture, "strength"), ==, SHINSA_LEVEL_UNSET);
}

static void
test_cannot_judge (ShinsaUiFixture *fixture,
                   gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  /* Full width, as an input method leaves it. */
  g_assert_true (press (sheet, 0x0100ff1f));
  g_assert_true (isnan (level_of (fixture, "strength")));
  g_assert_cmpstr (label_of (sheet, "status"), ==,
                   "“Cannot judge” needs a reason. Write one for “Strengths that can compete "
                   "worldwide” and the review can be submitted.");
  g_assert_true (press (sheet, GDK_KEY_Return));
  g_assert_nonnull (gtk_widget_get_focus_child (nth_row (sheet, 0)));
}

static void
test_growth_by_key (ShinsaUiFixture *fixture,
                    gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  shinsa_score_sheet_type (sheet, '3');
  g_assert_false (press (sheet, 'y'));
  shinsa_score_sheet_type (sheet, '2');
  g_assert_true (gtk_widget_is_focus (find (sheet, "growth_box")));
  g_assert_false (press (sheet, '4'));
  g_assert_true (press (sheet, 'y'));
  g_assert_cmpint (draft_of (fixture, "north")->growth, ==, 1);
  g_assert_true (press (sheet, '3'));
  g_assert_cmpfloat (draft_of (fixture, "north")->overall, ==, 3);
  g_assert_true (press (sheet, GDK_KEY_Up));
  g_assert_true (press (sheet, 'N'));
  g_assert_cmpint (draft_of (fixture, "north")->growth, ==, 0);
}

/* --- Evidence --- */

static guint
count_evidence (ShinsaUiFixture *fixture)
{
  const ShinsaScore *score = shinsa_review_score (draft_of (fixture, "north"), "strength");

  return score != NULL ? score->evidence->len : 0;
}

static GtkWidget *
nth_chip (ShinsaScoreSheet *sheet,
          guint             number)
{
  GtkWidget *bar = shinsa_ui_find (nth_row (sheet, 0), "evidence");

  /* Each has a cross beside it. */
  return shinsa_ui_find_type (bar, GTK_TYPE_BUTTON, 2 * number);
}

static void
test_evidence (ShinsaUiFixture *fixture,
               gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  ShinsaEvidence seven = { (char *) "abc", 7, (char *) "" };
  ShinsaEvidence twelve = { (char *) "abc", 12, (char *) "as it says: here" };

  shinsa_score_sheet_add_evidence (sheet, "strength", &seven);
  g_assert_true (is_said (fixture, "Page 7 is evidence for “Strengths that can compete world…”"));
  shinsa_score_sheet_add_evidence (sheet, "strength", &twelve);
  shinsa_score_sheet_add_evidence (sheet, "strength", &seven);
  g_assert_true (is_said (fixture, "This is evidence for the requirement already. Nothing was "
                                   "added."));
  g_assert_cmpuint (count_evidence (fixture), ==, 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (nth_chip (sheet, 1))), ==, "p.12");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (nth_chip (sheet, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Evidence: a document that is not here, page 12, "
                                       "“as it says: here”");

  act (sheet, "sheet.undo");
  g_assert_cmpuint (count_evidence (fixture), ==, 1);
  act (sheet, "sheet.redo");
  /* The cross beside the first one. */
  shinsa_ui_click (gtk_widget_get_next_sibling (nth_chip (sheet, 0)));
  g_assert_null (nth_chip (sheet, 1));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (nth_chip (sheet, 0))), ==, "p.12");
  g_assert_true (is_said (fixture, "Evidence for “Strengths that can compete world…” was taken "
                                   "away"));
  g_assert_true (gtk_widget_is_focus (nth_row (sheet, 0)));
  act (sheet, "sheet.undo");
  g_assert_nonnull (nth_chip (sheet, 1));
}

static void
test_evidence_of_the_desk (ShinsaUiFixture *fixture,
                           gconstpointer    data)
{
  ShinsaScoreSheet *sheet = show_sheet (fixture, "north");
  ShinsaEvidence seven = { (char *) "abc", 7, (char *) "" };

  shinsa_score_sheet_add_evidence (sheet, "strength", &seven);
  g_assert_true (is_said (fixture, "The desk of the secretariat does not score. Nothing can be "
                                   "entered here."));
  g_assert_null (draft_of (fixture, "north"));
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
  /* What is submitted is not taken back step by step. */
  act (sheet, "sheet.undo");
  g_assert_null (draft_of (fixture, "north"));
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
  ADD ("undo-and-redo", test_undo_and_redo, "a");
  ADD ("undo-of-words", test_undo_of_words, "a");
  ADD ("reason-after-digit", test_reason_after_digit, "a");
  ADD ("current-row", test_current_row, "a");
  ADD ("composing", test_composing, "a");
  ADD ("cannot-judge", test_cannot_judge, "a");
  ADD ("growth-by-key", test_growth_by_key, "a");
  ADD ("evidence", test_evidence, "a");
  ADD ("evidence-of-the-desk", test_evidence_of_the_desk, "desk");
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

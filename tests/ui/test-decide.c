/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "decide/shinsa-board-table.h"
#include "decide/shinsa-confirm-dialog.h"
#include "decide/shinsa-decide-page.h"
#include "decide/shinsa-decide-rights.h"
#include "decide/shinsa-decision-view.h"
#include "decide/shinsa-decision-words.h"
#include "decide/shinsa-proposal-form.h"
#include "parts/shinsa-text-field.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-resources.h"

static ShinsaRow *
find_row (ShinsaTable *table,
          const char  *key)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      ShinsaRow *row = g_ptr_array_index (table->rows, i);

      if (g_str_equal (shinsa_row_get_key (row), key))
        return row;
    }
  g_assert_not_reached ();
}

static void
assert_cell (ShinsaTable *table,
             const char  *key,
             guint        column,
             const char  *text,
             const char  *note)
{
  const ShinsaCell *cell = shinsa_row_get_cell (find_row (table, key), column);

  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpstr (cell->note, ==, note);
}

enum {
  SUGGESTION,
  OUTCOME,
  SPLIT,
  MARGIN,
  COUNTS,
  CHECKLIST,
};

static void
test_board (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaTable) table = NULL;

  shinsa_test_round_propose (round, "alpha", "certified", "");
  shinsa_test_round_propose (round, "beta", "declined", "There is no plan.");
  shinsa_test_round_confirm (round, "alpha", "chair", "certified");
  table = shinsa_board_table (round);

  g_assert_cmpuint (table->rows->len, ==, 4);
  assert_cell (table, "alpha", SUGGESTION, "Certified", NULL);
  assert_cell (table, "alpha", OUTCOME, "Certified", NULL);
  assert_cell (table, "alpha", SPLIT, "–", NULL);
  assert_cell (table, "alpha", MARGIN, "±0", "Vision and plan");
  g_assert_cmpstr (shinsa_row_get_note (find_row (table, "alpha")), ==, "Confirmed");
  assert_cell (table, "beta", SUGGESTION, "Registered", NULL);
  assert_cell (table, "beta", OUTCOME, "Not selected", "departs from the suggestion");
  assert_cell (table, "beta", SPLIT, "◆ 1", NULL);
  assert_cell (table, "beta", MARGIN, "−1", "Data sharing");
  assert_cell (table, "beta", CHECKLIST, "✓ ready", NULL);
  assert_cell (table, "gamma", SUGGESTION, "none: too few evaluators", NULL);
  assert_cell (table, "gamma", OUTCOME, "–", NULL);
  assert_cell (table, "gamma", COUNTS, "1 / 1 / 2 / 0", "reference only");
  assert_cell (table, "gamma", CHECKLIST, "✗ 4 of 7 hold",
               "Too few members judged “Vision and plan” (1 of at least 2). Ask for their "
               "reviews, or waive it with a reason.");
}

static void
test_board_hides (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaTable) table = shinsa_board_table (round);

  for (guint i = SUGGESTION; i <= CHECKLIST; i++)
    g_assert_cmpstr (shinsa_row_get_cell (find_row (table, "gamma"), i)->label, ==,
                     "Gamma Hills, Recused");
  assert_cell (table, "beta", SUGGESTION, "Registered", NULL);
}

static void
assert_why (char       *why,
            const char *expected)
{
  g_assert_cmpstr (why, ==, expected);
  g_free (why);
}

static void
test_rights (void)
{
  g_autoptr (ShinsaRound) desk = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaRound) chair = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaRound) early = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_OPEN);

  assert_why (shinsa_decide_why_not_propose (desk, "alpha"), NULL);
  assert_why (shinsa_decide_why_not_propose (chair, "alpha"),
              "The desk of the secretariat records the provisional outcome.");
  assert_why (shinsa_decide_why_not_propose (early, "alpha"),
              "An outcome can be proposed after the paper review is closed.");
  assert_why (shinsa_decide_why_not_confirm (chair, "alpha"),
              "There is no provisional outcome. Set one first.");
  assert_why (shinsa_decide_why_not_confirm (desk, "alpha"),
              "Only the acting chair can do this: Member A (Chair).");
  assert_why (shinsa_decide_why_not_reopen (chair, "alpha"),
              "Nothing is confirmed that could be reopened.");

  shinsa_test_round_propose (chair, "alpha", "certified", "");
  assert_why (shinsa_decide_why_not_confirm (chair, "alpha"), NULL);
  shinsa_test_round_propose (desk, "alpha", "certified", "");
  shinsa_test_round_confirm (chair, "alpha", "chair", "certified");
  shinsa_test_round_confirm (desk, "alpha", "chair", "certified");
  assert_why (shinsa_decide_why_not_confirm (chair, "alpha"), "The outcome is confirmed already.");
  assert_why (shinsa_decide_why_not_reopen (chair, "alpha"), NULL);
  assert_why (shinsa_decide_why_not_reopen (desk, "alpha"),
              "Only the acting chair can do this: Member A (Chair).");
  assert_why (shinsa_decide_why_not_propose (desk, "alpha"),
              "The outcome is confirmed. The acting chair has to reopen it before another can be "
              "proposed.");
}

static void
test_words (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaSuggestion) suggestion = shinsa_suggest (round, "beta");
  g_autofree char *flags = shinsa_decision_flags_text (round, suggestion);
  g_autofree char *arithmetic = shinsa_decision_arithmetic_text (round, suggestion);
  g_autofree char *none = shinsa_decision_proposal_text (round, "beta");
  g_autofree char *proposal = NULL;
  g_autofree char *confirmation = NULL;
  g_autofree char *history = NULL;

  g_assert_true (g_str_has_prefix (flags, "◆ Split: Strength\n"));
  g_assert_cmpstr (arithmetic, ==,
                   "Certified: 2 of 3 requirements reach their thresholds; “Data sharing” (median "
                   "2, needed 3) does not.\nRegistered: growth is expected (2 yes, 1 no).");
  g_assert_cmpstr (none, ==, "None is recorded.");
  shinsa_test_round_propose (round, "beta", "declined", "There is no plan.");
  shinsa_test_round_confirm (round, "beta", "chair", "declined");
  proposal = shinsa_decision_proposal_text (round, "beta");
  confirmation = shinsa_decision_confirmation_text (round, "beta");
  history = shinsa_decision_history_text (round, "beta");
  g_assert_cmpstr (proposal, ==, "Not selected\nIt departs from the suggestion.\n"
                                 "Reason: There is no plan.");
  g_assert_cmpstr (confirmation, ==, "The committee has concluded.\n"
                                     "Confirmed by Member A (Chair), 2021-06-14 16:20.");
  g_assert_cmpstr (history, ==, "Version 1: Not selected, 2021-06-14 16:20. Holds");
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_form (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaProposalForm *form = g_object_ref_sink (SHINSA_PROPOSAL_FORM (shinsa_proposal_form_new ()));
  GtkDropDown *outcomes = GTK_DROP_DOWN (find_widget (GTK_WIDGET (form), GTK_TYPE_DROP_DOWN));
  ShinsaTextField *reason = SHINSA_TEXT_FIELD (find_widget (GTK_WIDGET (form),
                                                            SHINSA_TYPE_TEXT_FIELD));
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (JsonNode) departing = NULL;
  g_autofree char *why = NULL;
  g_autofree char *kept = NULL;
  GtkWidget *waiver;
  JsonObject *object;

  /* What is suggested is chosen to begin with; another one needs a reason. */
  shinsa_proposal_form_show (form, NULL, round, "beta");
  g_assert_cmpuint (gtk_drop_down_get_selected (outcomes), ==, 2);
  body = shinsa_proposal_form_body (form, &why);
  g_assert_null (why);
  object = json_node_get_object (body);
  g_assert_cmpstr (json_object_get_string_member (object, "outcome"), ==, "registered");
  g_assert_cmpstr (json_object_get_string_member (object, "instructed_by"), ==, "");
  gtk_drop_down_set_selected (outcomes, 3);
  g_assert_null (shinsa_proposal_form_body (form, &why));
  g_assert_cmpstr (why, ==, "This departs from the suggestion. Give a reason, then it can be "
                            "recorded.");
  shinsa_text_field_show (reason, "There is no plan.");
  g_clear_pointer (&why, g_free);

  /* What was begun is kept while another application is looked at. */
  shinsa_proposal_form_show (form, NULL, round, "gamma");
  g_assert_cmpuint (gtk_drop_down_get_selected (outcomes), ==, 0);
  g_assert_null (shinsa_proposal_form_body (form, &why));
  g_assert_cmpstr (why, ==, "Choose an outcome first.");
  waiver = find_widget (GTK_WIDGET (form), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (waiver), " The evaluator suffices. ");
  gtk_drop_down_set_selected (outcomes, 1);
  shinsa_text_field_show (reason, "By the discussion.");
  g_clear_pointer (&why, g_free);
  departing = shinsa_proposal_form_body (form, &why);
  object = json_array_get_object_element (json_object_get_array_member (
    json_node_get_object (departing), "waivers"), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "requirement"), ==, "plan");
  g_assert_cmpstr (json_object_get_string_member (object, "reason"), ==,
                   "The evaluator suffices.");
  shinsa_proposal_form_show (form, NULL, round, "beta");
  kept = shinsa_text_field_dup_text (reason);
  g_assert_cmpstr (kept, ==, "There is no plan.");
  g_assert_cmpuint (gtk_drop_down_get_selected (outcomes), ==, 3);
  g_assert_finalize_object (form);
}

static void
wait_drawn (GtkWidget *window)
{
  for (int i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
test_confirm (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  ShinsaConfirmDialog *dialog;
  g_autoptr (GPtrArray) bodies = NULL;
  JsonObject *object;

  shinsa_test_round_propose (round, "alpha", "certified", "");
  shinsa_test_round_propose (round, "beta", "declined", "There is no plan.");
  dialog = SHINSA_CONFIRM_DIALOG (shinsa_confirm_dialog_new (NULL, NULL, round));
  gtk_window_present (GTK_WINDOW (dialog));
  wait_drawn (GTK_WIDGET (dialog));
  g_assert_cmpuint (shinsa_confirm_dialog_get_n_ready (dialog), ==, 2);
  /* Return there chooses what is chosen already. */
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog))));
  g_assert_cmpstr (shinsa_confirm_dialog_get_method (dialog), ==, "unanimous");
  bodies = shinsa_confirm_dialog_make_bodies (dialog);
  g_assert_cmpuint (bodies->len, ==, 2);
  object = json_node_get_object (g_ptr_array_index (bodies, 1));
  g_assert_cmpstr (json_object_get_string_member (object, "application"), ==, "beta");
  g_assert_cmpstr (json_object_get_string_member (object, "outcome"), ==, "declined");
  g_assert_cmpstr (json_object_get_string_member (object, "sentence"), ==,
                   "The committee concluded on Beta Bay: Not selected (without objection).");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
find_labelled (GtkWidget  *widget,
               const char *label)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Everything has to have been in sight before it can be confirmed. */
static void
test_confirm_unseen (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  GtkWidget *dialog;
  GtkWidget *button, *scrolled;
  GtkAdjustment *adjustment;

  shinsa_test_round_propose (round, "alpha", "certified", "");
  dialog = shinsa_confirm_dialog_new (NULL, NULL, round);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 500, 300);
  button = find_labelled (dialog, "Con_firm 1 Outcome");
  g_assert_nonnull (button);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_drawn (dialog);
  g_assert_false (gtk_widget_get_sensitive (button));
  scrolled = find_widget (dialog, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_page (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  GtkWidget *window = gtk_window_new ();
  ShinsaDecidePage *page = SHINSA_DECIDE_PAGE (shinsa_decide_page_new ());
  ShinsaGrid *board = SHINSA_GRID (find_widget (GTK_WIDGET (page), SHINSA_TYPE_GRID));
  GtkStack *stack = GTK_STACK (find_widget (GTK_WIDGET (page), GTK_TYPE_STACK));
  g_autofree char *application = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  shinsa_decide_page_set_round (page, round);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "board");
  g_object_set (page, "application", "gamma", NULL);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (board)), ==, "gamma");
  g_assert_false (gtk_widget_get_sensitive (find_labelled (GTK_WIDGET (page), "_Confirm All…")));

  g_signal_emit_by_name (board, "activated", shinsa_grid_get_cursor_row (board), 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "application");
  shinsa_decide_page_open (page, "beta");
  g_object_get (page, "application", &application, NULL);
  g_assert_cmpstr (application, ==, "beta");
  wait_drawn (window);
  shinsa_decide_page_set_round (page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (page);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  shinsa_ui_register_resource ();

  g_test_add_func ("/decide/board", test_board);
  g_test_add_func ("/decide/board-hides", test_board_hides);
  g_test_add_func ("/decide/rights", test_rights);
  g_test_add_func ("/decide/words", test_words);
  g_test_add_func ("/decide/form", test_form);
  g_test_add_func ("/decide/confirm", test_confirm);
  g_test_add_func ("/decide/confirm-unseen", test_confirm_unseen);
  g_test_add_func ("/decide/page", test_page);
  return g_test_run ();
}

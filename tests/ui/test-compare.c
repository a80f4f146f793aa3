/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-cache.h"
#include "compare/shinsa-compare-page.h"
#include "compare/shinsa-compare-reasons.h"
#include "compare/shinsa-compare-tables.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-locale.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-resources.h"

#include <math.h>

static const ShinsaCell *
find_cell (ShinsaTable *table,
           const char  *row_key,
           const char  *column_key)
{
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->columns->len; j++)
      {
        ShinsaRow *row = g_ptr_array_index (table->rows, i);
        const ShinsaColumn *column = g_ptr_array_index (table->columns, j);

        if (g_str_equal (shinsa_row_get_key (row), row_key) &&
            g_str_equal (column->key, column_key))
          return shinsa_row_get_cell (row, j);
      }
  g_assert_not_reached ();
}

static void
assert_cell (ShinsaTable *table,
             const char  *row,
             const char  *column,
             const char  *text,
             const char  *label)
{
  const ShinsaCell *cell = find_cell (table, row, column);

  g_assert_nonnull (cell);
  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpstr (cell->label, ==, label);
}

static void
assert_complete (ShinsaTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      ShinsaRow *row = g_ptr_array_index (table->rows, i);

      g_assert_cmpuint (shinsa_row_n_cells (row), ==, table->columns->len);
      for (guint j = 0; j < table->columns->len; j++)
        g_assert_nonnull (shinsa_row_get_cell (row, j)->label);
    }
}

static void
test_members (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) beta = shinsa_compare_members_table (&source, "beta");
  g_autoptr (ShinsaTable) gamma = shinsa_compare_members_table (&source, "gamma");
  g_autoptr (ShinsaTable) delta = shinsa_compare_members_table (&source, "delta");

  assert_complete (beta);
  g_assert_cmpuint (beta->columns->len, ==, 3 + 7);
  g_assert_cmpuint (beta->rows->len, ==, 3 + 1);
  g_assert_cmpstr (((ShinsaColumn *) g_ptr_array_index (beta->columns, 2))->title, ==, "C");
  assert_cell (beta, "strength", "deputy", "1",
               "Member B (Deputy), Strength, level 1 of 4, Not met, below the threshold, "
               "reason given");
  assert_cell (beta, "plan", "c", "?", "Member C, Vision and plan, Cannot judge, reason given");
  assert_cell (beta, "strength", "#at", "2 of 3", "Strength, 2 of 3 at or above 3");
  assert_cell (beta, "strength", "#spread", "", "Strength, 1 at level 1, 2 at level 4");
  assert_cell (beta, "strength", "#mean", "3", "Strength, Mean 3");
  assert_cell (beta, "strength", "#median", "4", "Strength, Median 4");
  assert_cell (beta, "strength", "#range", "1–4", "Strength, Range 1–4");
  assert_cell (beta, "plan", "#n", "2 / 3 / 0 / 0",
               "Vision and plan, 2 counted of 3 eligible, 0 recused, 0 missing");
  assert_cell (beta, "strength", "#split", "◆ split", "Strength, The members are split.");
  assert_cell (beta, SHINSA_COMPARE_GROWTH, "c", "no", "Member C, Growth expected, no");
  g_assert_true (find_cell (beta, "data", "chair")->flags & SHINSA_CELL_BELOW);

  assert_cell (gamma, SHINSA_COMPARE_GROWTH, "chair", "",
               "Member A (Chair), Growth expected, not asked");
  assert_cell (delta, SHINSA_COMPARE_GROWTH, "deputy", "–",
               "Member B (Deputy), Growth expected, no answer");
  assert_cell (gamma, "plan", "deputy", "R", "Member B (Deputy), Vision and plan, Recused");
  assert_cell (gamma, "strength", "c", "V", "Member C, Strength, Void");
  assert_cell (gamma, "data", "#median", "2–3", "Data sharing, Median 2–3");
  assert_cell (gamma, "plan", "#at", "1 of 1",
               "Vision and plan, 1 of 1 at or above 3; reference only, too few evaluators");
  g_assert_cmpstr (find_cell (gamma, "plan", "#at")->note, ==, "reference only");
  assert_cell (delta, "data", "deputy", "–", "Member B (Deputy), Data sharing, Missing");
  assert_cell (delta, "data", "c", "–", "Member C, Data sharing, Late, Missing");
}

static void
test_names (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource letters = { .round = round };
  ShinsaCompareSource names = { .round = round, .names = TRUE };
  g_autoptr (ShinsaTable) plain = shinsa_compare_members_table (&letters, "alpha");
  g_autoptr (ShinsaTable) named = shinsa_compare_members_table (&names, "alpha");

  assert_cell (plain, "data", "chair", "3", "Own level, Data sharing, level 3 of 4, Met");
  assert_cell (plain, "data", "deputy", "3", "Member B (Deputy), Data sharing, level 3 of 4, Met");
  g_assert_cmpstr (((ShinsaColumn *) g_ptr_array_index (plain->columns, 0))->title, ==, "me");
  g_assert_cmpstr (((ShinsaColumn *) g_ptr_array_index (plain->columns, 1))->title, ==, "B");
  g_assert_cmpstr (((ShinsaColumn *) g_ptr_array_index (named->columns, 1))->title, ==, "Deputy");
}

static void
assert_hidden (ShinsaTestRoundState  state,
               const char           *member,
               const char           *application,
               const char           *why)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new (member, state);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = shinsa_compare_members_table (&source, application);
  g_autofree char *sentence = shinsa_compare_why_hidden (round, application);

  g_assert_cmpstr (sentence, ==, why);
  if (why != NULL)
    {
      assert_cell (table, "data", "chair", "·",
                   "Member A (Chair), Data sharing, not shown yet");
      assert_cell (table, "data", "#mean", "", "Data sharing, not shown yet");
    }
}

static void
test_hidden (void)
{
  assert_hidden (SHINSA_TEST_ROUND_OPEN, "deputy", "alpha",
                 "Others’ levels are shown after the paper review is closed and your own review is "
                 "submitted.");
  assert_hidden (SHINSA_TEST_ROUND_CLOSED, "deputy", "alpha", NULL);
  assert_hidden (SHINSA_TEST_ROUND_CLOSED, "deputy", "delta",
                 "Others’ levels are shown after your own review, or your abstention, is "
                 "submitted.");
  assert_hidden (SHINSA_TEST_ROUND_CLOSED, "c", "gamma",
                 "You are recused from this application, so its levels are not shown.");
}

/* A draft as the service would hold it. */
static const ShinsaReview *
get_draft (const char  *application,
           ShinsaPhase  phase,
           gpointer     data)
{
  g_assert_cmpint (phase, ==, SHINSA_PHASE_PAPER);
  return g_str_equal (application, "delta") ? data : NULL;
}

static ShinsaReview *
draft_new (void)
{
  ShinsaReview *draft = shinsa_review_new ();
  ShinsaScore *score = shinsa_score_new ();
  ShinsaScore *unset = shinsa_score_new ();

  shinsa_set_string (&score->requirement, "plan");
  score->level = 2;
  g_ptr_array_add (draft->scores, score);
  shinsa_set_string (&unset->requirement, "data");
  shinsa_set_string (&unset->reason, "To be thought over.");
  unset->level = SHINSA_LEVEL_UNSET;
  g_ptr_array_add (draft->scores, unset);
  return draft;
}

static ShinsaTable *
all_table_new (ShinsaCompareView          view,
               const ShinsaCompareSource *source)
{
  g_autoptr (ShinsaCompareCache) cache = shinsa_compare_cache_new ();

  return shinsa_compare_cache_table (cache, view, source);
}

static void
test_own (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_OPEN);
  g_autoptr (ShinsaReview) draft = draft_new ();
  ShinsaCompareSource source = { .round = round, .get_draft = get_draft, .data = draft };
  g_autoptr (ShinsaTable) table = all_table_new (SHINSA_COMPARE_OWN, &source);
  g_autofree char *why = NULL;

  assert_complete (table);
  g_assert_cmpuint (table->rows->len, ==, 4);
  assert_cell (table, "alpha", "data", "4", "Alpha Valley, Data sharing, level 4 of 4, Fully met");
  assert_cell (table, "delta", "plan", "2",
               "Delta Plain, Vision and plan, level 2 of 4, Partly met, below the threshold, "
               "draft, not submitted");
  assert_cell (table, "delta", "data", "–", "Delta Plain, Data sharing, Missing");
  assert_cell (table, "delta", "#scored", "1 of 3", "Delta Plain, Scored: 1 of 3");
  assert_cell (table, "gamma", "data", "V", "Gamma Hills, Data sharing, Void");
  g_assert_cmpstr (shinsa_row_get_note (g_ptr_array_index (table->rows, 3)), ==, "Draft");

  g_assert_true (find_cell (table, "delta", "data")->flags & SHINSA_CELL_EDITABLE);
  g_assert_true (find_cell (table, "delta", "plan")->flags & SHINSA_CELL_HOLLOW);
  g_assert_false (find_cell (table, "alpha", "data")->flags & SHINSA_CELL_EDITABLE);
  g_assert_true (shinsa_compare_may_score (&source, "delta", "data", &why));
  g_assert_null (why);
  g_assert_false (shinsa_compare_may_score (&source, "alpha", "data", &why));
  g_assert_cmpstr (why, ==, "You have submitted this review. Open it to replace it.");
}

static void
test_committee (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaRound) recused = shinsa_test_round_new ("c", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource source = { .round = round };
  ShinsaCompareSource other = { .round = recused };
  g_autoptr (ShinsaTable) table = NULL;
  g_autoptr (ShinsaTable) partly = all_table_new (SHINSA_COMPARE_COMMITTEE, &other);

  shinsa_test_round_propose (round, "alpha", "certified", "");
  table = all_table_new (SHINSA_COMPARE_COMMITTEE, &source);
  assert_complete (table);
  assert_cell (table, "beta", "strength", "4 ◆", "Beta Bay, Strength, Median 4, split");
  assert_cell (table, "beta", "data", "2", "Beta Bay, Data sharing, Median 2, below the threshold");
  assert_cell (table, "gamma", "plan", "4", "Gamma Hills, Vision and plan, Median 4, "
                                            "reference only");
  assert_cell (table, "beta", "#holds", "2 of 3", "Beta Bay, Requirements reached: 2 of 3");
  g_assert_cmpstr (shinsa_row_get_note (g_ptr_array_index (table->rows, 0)), ==, "Provisional");
  g_assert_true (shinsa_row_has_tag (g_ptr_array_index (table->rows, 0), "provisional"));

  assert_complete (partly);
  assert_cell (partly, "gamma", "strength", "R", "Gamma Hills, Recused");
}

static void
test_reasons (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource source = { .round = round };
  g_autofree char *one = shinsa_compare_member_reasons (&source, "beta", "deputy", "strength");
  g_autofree char *all = shinsa_compare_all_reasons (&source, "beta", "plan");
  g_autofree char *recused = shinsa_compare_member_reasons (&source, "gamma", "c", "plan");

  g_assert_cmpstr (one, ==, "<b>Member B (Deputy)</b>  1 Not met\nBecause of strength in beta.");
  g_assert_cmpstr (all, ==, "<b>Member A (Chair)</b>  3 Met\n<b>Member B (Deputy)</b>  3 Met\n"
                            "<b>Member C</b>  Cannot judge\nBecause of plan in beta.");
  g_assert_cmpstr (recused, ==, "<b>Member C</b>  Recused");
}

static void
test_interview (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) table = NULL;

  shinsa_test_round_review (round, "beta", "deputy", SHINSA_PHASE_INTERVIEW, "333", -1);
  table = shinsa_compare_members_table (&source, "beta");
  assert_cell (table, "strength", "deputy", "3", "Member B (Deputy), Strength, level 3 of 4, Met");
  assert_cell (table, "strength", "chair", "4",
               "Member A (Chair), Strength, level 4 of 4, Fully met");
}

/* The page. */

static ShinsaGrid *
find_grid (GtkWidget *widget)
{
  if (SHINSA_IS_GRID (widget))
    return SHINSA_GRID (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      ShinsaGrid *found = find_grid (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_page (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  g_autoptr (ShinsaRound) later = shinsa_test_round_new ("chair", SHINSA_TEST_ROUND_CLOSED);
  GtkWidget *window = gtk_window_new ();
  ShinsaComparePage *page = SHINSA_COMPARE_PAGE (shinsa_compare_page_new ());
  ShinsaGrid *grid = find_grid (GTK_WIDGET (page));
  g_autofree char *application = NULL;
  ShinsaRow *row;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (shinsa_grid_get_cursor_row (grid));

  shinsa_compare_page_set_round (page, round);
  g_object_get (page, "application", &application, NULL);
  g_assert_cmpstr (application, ==, "alpha");
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (grid)), ==, "strength");
  g_assert_cmpstr (shinsa_grid_get_cursor_column (grid)->key, ==, "chair");

  /* What arrives changes cells in place. */
  row = shinsa_grid_get_cursor_row (grid);
  g_assert_cmpstr (shinsa_grid_get_cursor_cell (grid)->text, ==, "4");
  shinsa_test_round_review (later, "alpha", "chair", SHINSA_PHASE_INTERVIEW, "333", -1);
  shinsa_compare_page_set_round (page, later);
  g_assert_true (shinsa_grid_get_cursor_row (grid) == row);
  g_assert_cmpstr (shinsa_grid_get_cursor_cell (grid)->text, ==, "3");

  g_object_set (page, "application", "beta", NULL);
  g_assert_cmpstr (shinsa_grid_get_cursor_cell (grid)->text, ==, "4");
  shinsa_compare_page_set_view (page, SHINSA_COMPARE_COMMITTEE);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (grid)), ==, "beta");
  g_object_set (page, "application", "delta", NULL);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (grid)), ==, "delta");
  shinsa_compare_page_set_view (page, SHINSA_COMPARE_OWN);
  g_assert_cmpstr (shinsa_grid_get_cursor_column (grid)->key, ==, "strength");
  shinsa_compare_page_set_round (page, NULL);
  g_assert_null (shinsa_grid_get_cursor_row (grid));

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (page);
}

/* Of another language from now on; the locale itself need not be installed everywhere. */
static void
speak (const char *locale,
       const char *language)
{
  g_setenv ("LC_ALL", locale, TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  shinsa_locale_init ();
}

/* What is read out is whole sentences of one language, in its order and with its marks. */
static void
test_japanese (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaCompareSource source = { .round = round };
  g_autoptr (ShinsaTable) beta = NULL;
  g_autoptr (ShinsaTable) delta = NULL;
  gboolean translated;

  speak ("ja_JP.UTF-8", "ja");
  translated = !g_str_equal (shinsa_mark_text (SHINSA_MARK_RECUSED), "R");
  beta = shinsa_compare_members_table (&source, "beta");
  delta = shinsa_compare_members_table (&source, "delta");
  speak ("C.UTF-8", "");
  if (!translated)
    {
      g_test_skip ("No locale here takes translations.");
      return;
    }

  assert_cell (beta, "strength", "deputy", "1",
               "委員B（主査代理）、強み、評点1（最高4）、満たしていない、基準未満、評価理由あり");
  assert_cell (beta, "plan", "c", "？", "委員C、あるべき姿と計画、判断できない、評価理由あり");
  assert_cell (delta, "strength", "chair", "2",
               "委員A（主査）、強み、評点2（最高4）、不十分な点がある、基準未満、評価理由あり");
  assert_cell (delta, "data", "c", "未", "委員C、データの共有、締切後、未入力・未提出");
  assert_cell (delta, "data", "#range", "4", "データの共有、範囲 4");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  shinsa_ui_register_resource ();

  g_test_add_func ("/compare/members", test_members);
  g_test_add_func ("/compare/names", test_names);
  g_test_add_func ("/compare/hidden", test_hidden);
  g_test_add_func ("/compare/own", test_own);
  g_test_add_func ("/compare/committee", test_committee);
  g_test_add_func ("/compare/reasons", test_reasons);
  g_test_add_func ("/compare/interview", test_interview);
  g_test_add_func ("/compare/page", test_page);
  g_test_add_func ("/compare/japanese", test_japanese);
  return g_test_run ();
}

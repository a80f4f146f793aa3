/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-sheet-state.h"
#include "shinsa-test-round.h"

static void
assert_state (const char           *identity,
              ShinsaTestRoundState  phase_state,
              const char           *application,
              gboolean              editable,
              gboolean              replaces,
              const char           *notice)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new (identity, phase_state);
  g_autoptr (ShinsaSheetState) state = shinsa_sheet_state_new (round, application,
                                                               SHINSA_PHASE_PAPER);

  g_assert_true (state->editable == editable);
  g_assert_true (state->replaces == replaces);
  g_assert_cmpstr (state->notice, ==, notice);
}

static void
test_open (void)
{
  assert_state ("deputy", SHINSA_TEST_ROUND_OPEN, "alpha", TRUE, TRUE, "");
}

static void
test_closed (void)
{
  assert_state ("deputy", SHINSA_TEST_ROUND_CLOSED, "alpha", FALSE, TRUE,
                "Paper review is closed. This is what you submitted.");
}

static void
test_late (void)
{
  assert_state ("deputy", SHINSA_TEST_ROUND_CLOSED, "delta", TRUE, FALSE,
                "Paper review is closed. What is submitted now is late, and counts only if the "
                "secretariat admits it.");
}

static void
test_recused (void)
{
  assert_state ("c", SHINSA_TEST_ROUND_CLOSED, "gamma", FALSE, FALSE,
                "You are recused from this application. Nothing can be entered here.");
}

static void
test_recused_from_a_requirement (void)
{
  g_autoptr (ShinsaRound) round = shinsa_test_round_new ("deputy", SHINSA_TEST_ROUND_OPEN);
  g_autoptr (ShinsaSheetState) state = shinsa_sheet_state_new (round, "gamma", SHINSA_PHASE_PAPER);

  g_assert_true (state->editable);
  g_assert_true (g_strv_contains (state->recused, "plan"));
}

static void
test_not_a_reviewer (void)
{
  assert_state ("desk", SHINSA_TEST_ROUND_OPEN, "alpha", FALSE, FALSE,
                "The desk of the secretariat does not score. Nothing can be entered here.");
  assert_state ("secretariat", SHINSA_TEST_ROUND_OPEN, "alpha", FALSE, FALSE,
                "You take part in this round without scoring. Nothing can be entered here.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-state/open", test_open);
  g_test_add_func ("/sheet-state/closed", test_closed);
  g_test_add_func ("/sheet-state/late", test_late);
  g_test_add_func ("/sheet-state/recused", test_recused);
  g_test_add_func ("/sheet-state/recused-from-a-requirement", test_recused_from_a_requirement);
  g_test_add_func ("/sheet-state/not-a-reviewer", test_not_a_reviewer);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-next-step.h"
#include "shinsa-test-round.h"
#include "shinsa-ui-fixture.h"

static void
assert_step (const ShinsaRound *round,
             const char        *sentence,
             const char        *page)
{
  g_autoptr (ShinsaNextStep) step = shinsa_next_step_new (round);

  if (sentence == NULL)
    {
      g_assert_null (step);
      return;
    }
  g_assert_nonnull (step);
  g_assert_cmpstr (step->sentence, ==, sentence);
  g_assert_cmpstr (step->page, ==, page);
}

static void
assert_fixture_step (ShinsaUiFixture *fixture,
                     const char      *identity,
                     const char      *sentence,
                     const char      *page)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (&fixture->other, identity);

  assert_step (round, sentence, page);
}

static void
test_whole_way (ShinsaUiFixture *fixture,
                gconstpointer    data)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };

  shinsa_ui_fixture_open (fixture);
  assert_fixture_step (fixture, "a", "2 applications wait for your interests.", "review");
  assert_fixture_step (fixture, "desk", "Paper review is not open yet.", "record");
  shinsa_test_session_declare (&fixture->other);
  assert_fixture_step (fixture, "a", NULL, NULL);
  shinsa_test_session_open (&fixture->other);
  assert_fixture_step (fixture, "a", "Paper review is open: 0 of 2 submitted.", "review");
  assert_fixture_step (fixture, "desk", "Paper review is open. Submissions can be taken in.",
                       "record");
  shinsa_test_session_review (&fixture->other, "a", "north", "34");
  assert_fixture_step (fixture, "a", "Paper review is open: 1 of 2 submitted.", "review");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (&fixture->other, members[i], "north", "34");
      shinsa_test_session_review (&fixture->other, members[i], "south", "44");
    }
  shinsa_test_session_close (&fixture->other);
  assert_fixture_step (fixture, "desk",
                       "2 applications wait for their provisional outcomes.", "decide");
  assert_fixture_step (fixture, "chair", NULL, NULL);
  shinsa_test_session_meet (&fixture->other);
  shinsa_test_session_propose (&fixture->other, "north", "certified");
  shinsa_test_session_propose (&fixture->other, "south", "certified");
  assert_fixture_step (fixture, "desk", "2 outcomes wait for the acting chair.", "decide");
  assert_fixture_step (fixture, "chair", "2 outcomes wait for your confirmation.", "decide");
  assert_fixture_step (fixture, "deputy", NULL, NULL);
}

static void
test_nothing_to_do (void)
{
  g_autoptr (ShinsaRound) empty = shinsa_round_new ();
  g_autoptr (ShinsaRound) observer = shinsa_test_round_new ("secretariat",
                                                            SHINSA_TEST_ROUND_OPEN);

  assert_step (empty, NULL, NULL);
  assert_step (observer, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  g_test_add ("/next-step/whole-way", ShinsaUiFixture, NULL, NULL, test_whole_way,
              shinsa_ui_fixture_tear_down);
  g_test_add_func ("/next-step/nothing-to-do", test_nothing_to_do);
  return g_test_run ();
}

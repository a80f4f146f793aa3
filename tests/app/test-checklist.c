/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-checklist.h"

#include "rules/shinsa-decision.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-settle.h"
#include "rules/shinsa-words.h"
#include "shinsa-sample-round.h"

#define APP "tsuruoka"
#define PAPER SHINSA_PHASE_PAPER

typedef struct {
  ShinsaRound *round;
} Fixture;

/* Everything is done but confirming. */
static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  ShinsaRound *round = shinsa_sample_round_new ();

  fixture->round = round;
  shinsa_sample_declare_none (round, APP);
  shinsa_sample_open (round, PAPER, NULL);
  shinsa_sample_review_all (round, APP, "4 3 3 3 3 3");
  shinsa_sample_close (round, PAPER, NULL);
  shinsa_sample_attend_all (round);
  shinsa_sample_propose (round, APP, "certified", "");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  shinsa_round_unref (fixture->round);
}

static void
assert_check (ShinsaRound     *round,
              ShinsaCheckCode  code,
              gboolean         holds,
              const char      *sentence)
{
  g_autoptr (GPtrArray) checklist = NULL;
  const ShinsaCheck *check;

  shinsa_round_settle (round);
  checklist = shinsa_checklist (round, APP);
  g_assert_cmpuint (checklist->len, ==, 7);
  check = g_ptr_array_index (checklist, code - 1);
  g_assert_cmpint (check->code, ==, code);
  g_assert_cmpstr (check->sentence, ==, sentence);
  g_assert_cmpint (check->holds, ==, holds);
}

static void
test_all_holds (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const char * const sentences[] = {
    "The paper review is closed.",
    "All have declared whether they have an interest, and every interest has been ruled on.",
    "Every requirement has enough evaluators or is waived.",
    "The provisional outcome is “Certified”.",
    "The provisional outcome is the one that the rules give.",
    "There is a quorum (7 present, 4 needed).",
    "Chair acts as chair.",
  };
  static const char * const codes[] = {
    "paper_closed", "interests", "requirements", "proposal", "reason", "quorum", "chair",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      assert_check (fixture->round, i + 1, TRUE, sentences[i]);
      g_assert_cmpstr (shinsa_check_to_string (i + 1), ==, codes[i]);
    }
}

static void
test_paper_open (Fixture       *fixture,
                 gconstpointer  user_data)
{
  shinsa_sample_open (fixture->round, PAPER, APP);
  assert_check (fixture->round, SHINSA_CHECK_PAPER_CLOSED, FALSE,
                "The paper review is not closed. Close it first.");
}

static void
test_interests (Fixture       *fixture,
                gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaMember *secretariat = shinsa_sample_member (round, "secretariat");

  shinsa_sample_declare (round, APP, "a", "company");
  shinsa_sample_declare (round, APP, "secretariat", "other");
  assert_check (round, SHINSA_CHECK_INTERESTS, FALSE,
                "Not every interest has been ruled on (waiting: C, Secretariat). Rule on them.");
  secretariat->scores = TRUE;
  shinsa_sample_rule (round, APP, "secretariat", FALSE, NULL);
  shinsa_sample_rule (round, APP, "a", TRUE, NULL);
  assert_check (round, SHINSA_CHECK_INTERESTS, TRUE,
                "All have declared whether they have an interest, and every interest has been "
                "ruled on.");
}

static void
test_interests_undeclared (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();

  for (guint i = 0; i < 5; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      shinsa_sample_declare (round, APP, member->id, "none");
    }
  assert_check (round, SHINSA_CHECK_INTERESTS, FALSE,
                "Not all have declared whether they have an interest (missing: F, G). Ask for the "
                "declarations.");
  shinsa_sample_declare (round, APP, "d", "family");
  assert_check (round, SHINSA_CHECK_INTERESTS, FALSE,
                "Not all have declared whether they have an interest (missing: G), and not every "
                "interest has been ruled on (waiting: F). Ask for the declarations, and rule on "
                "the interests.");
}

/* Too few evaluators can be waived with a reason (edge case 21). */
static void
test_requirements (Fixture       *fixture,
                   gconstpointer  user_data)
{
  static const char * const recused[] = { "chair", "deputy", "a", "b", "c" };
  ShinsaRound *round = fixture->round;
  ShinsaWaiver *waiver = shinsa_waiver_new ();
  ShinsaProposal *proposal;

  for (gsize i = 0; i < G_N_ELEMENTS (recused); i++)
    shinsa_sample_rule (round, APP, recused[i], TRUE, "data_sharing");
  assert_check (round, SHINSA_CHECK_REQUIREMENTS, FALSE,
                "Too few members judged “Arrangements to promote data sharing and use” (2 of at "
                "least 3). Ask for their reviews, or waive it with a reason.");
  assert_check (round, SHINSA_CHECK_REASON, FALSE,
                "The rules give no outcome. Give a reason for “Certified”.");
  proposal = shinsa_sample_propose (round, APP, "certified", "It was judged from outside.");
  shinsa_set_string (&waiver->requirement, "data_sharing");
  shinsa_set_string (&waiver->reason, "An outside opinion is attached.");
  g_ptr_array_add (proposal->waivers, waiver);
  assert_check (round, SHINSA_CHECK_REQUIREMENTS, TRUE,
                "Every requirement has enough evaluators or is waived.");
  assert_check (round, SHINSA_CHECK_REASON, TRUE,
                "The provisional outcome is not the one that the rules give, and there is a reason "
                "for it.");
}

static void
test_no_proposal (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_ptr_array_set_size (fixture->round->proposals, 0);
  assert_check (fixture->round, SHINSA_CHECK_PROPOSAL, FALSE,
                "There is no provisional outcome. Set one first.");
  assert_check (fixture->round, SHINSA_CHECK_REASON, FALSE,
                "There is no provisional outcome to give a reason for.");
}

static void
test_withdrawn (Fixture       *fixture,
                gconstpointer  user_data)
{
  ShinsaDossier *dossier = g_ptr_array_index (fixture->round->dossiers, 1);

  dossier->withdrawn = TRUE;
  assert_check (fixture->round, SHINSA_CHECK_PROPOSAL, FALSE,
                "The application has been withdrawn. There is nothing to confirm.");
}

static void
test_reopened (Fixture       *fixture,
               gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaConfirmation *confirmation = shinsa_sample_confirm (round, APP, "chair");

  shinsa_round_add_reopening (round, confirmation->entry, "New facts", "", ++round->seq);
  assert_check (round, SHINSA_CHECK_PROPOSAL, FALSE,
                "The outcome was reopened. Set a provisional outcome again.");
  assert_check (round, SHINSA_CHECK_REASON, FALSE,
                "There is no provisional outcome to give a reason for.");
  shinsa_sample_propose (round, APP, "certified", "");
  assert_check (round, SHINSA_CHECK_PROPOSAL, TRUE, "The provisional outcome is “Certified”.");
  assert_check (round, SHINSA_CHECK_REASON, TRUE,
                "The provisional outcome is the one that the rules give.");
}

static void
test_departure (Fixture       *fixture,
                gconstpointer  user_data)
{
  shinsa_sample_propose (fixture->round, APP, "registered", "");
  assert_check (fixture->round, SHINSA_CHECK_REASON, FALSE,
                "The rules give “Certified”. Give a reason for “Registered”.");
}

/* Where the rule fails, the rule and the numbers are told (edge case 6). */
static void
test_quorum (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const char * const gone[] = { "a", "b", "c", "d" };

  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    shinsa_sample_attend (fixture->round, NULL, gone[i], SHINSA_ATTENDANCE_LEFT);
  assert_check (fixture->round, SHINSA_CHECK_QUORUM, FALSE,
                "There is no quorum (3 present, 4 needed). The outcome cannot be confirmed.");
}

static void
test_chair (Fixture       *fixture,
            gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_rule (round, APP, "chair", TRUE, NULL);
  assert_check (round, SHINSA_CHECK_CHAIR, TRUE, "Deputy Chair acts as chair.");
  shinsa_sample_attend (round, APP, "deputy", SHINSA_ATTENDANCE_OUT);
  assert_check (round, SHINSA_CHECK_CHAIR, FALSE,
                "Nobody can act as chair: everybody in the acting order is away, recused or waits "
                "for a ruling. Name somebody in the roster, or rule on the interests.");
}

static void
test_chair_unrecorded (Fixture       *fixture,
                       gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  g_ptr_array_remove_range (round->attendance, 0, 1);
  assert_check (round, SHINSA_CHECK_CHAIR, FALSE,
                "Chair acts as chair and is not recorded as present. Record it.");
  round->definition->quorum_needs_chair = FALSE;
  assert_check (round, SHINSA_CHECK_CHAIR, TRUE, "Chair acts as chair.");
}

#define ADD(path, function) \
  g_test_add ("/checklist/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all-holds", test_all_holds);
  ADD ("paper-open", test_paper_open);
  ADD ("interests", test_interests);
  ADD ("interests/undeclared", test_interests_undeclared);
  ADD ("requirements", test_requirements);
  ADD ("no-proposal", test_no_proposal);
  ADD ("withdrawn", test_withdrawn);
  ADD ("reopened", test_reopened);
  ADD ("departure", test_departure);
  ADD ("quorum", test_quorum);
  ADD ("chair", test_chair);
  ADD ("chair/unrecorded", test_chair_unrecorded);
  return g_test_run ();
}

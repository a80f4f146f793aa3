/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shinsa-record.h"

#include "rules/shinsa-decision.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-test-round.h"

/* Somebody named in a text for readers who are not to know names. */

static ShinsaRound *
decided (const char *sentence)
{
  ShinsaRound *round = shinsa_test_round_new ("desk", SHINSA_TEST_ROUND_CLOSED);
  ShinsaMember *member = (ShinsaMember *) shinsa_round_member (round, "c");
  ShinsaConfirmation *confirmation;

  shinsa_set_string (&member->name.ja, "山田 太郎");
  shinsa_set_string (&member->name.en, "Taro Yamada");
  shinsa_test_round_propose (round, "alpha", "certified", "");
  shinsa_test_round_confirm (round, "alpha", "chair", "certified");
  confirmation = (ShinsaConfirmation *) shinsa_round_confirmation (round, "alpha");
  shinsa_set_string (&confirmation->sentence, sentence);
  return round;
}

static void
test_names (void)
{
  static const struct {
    const char *sentence;
    gboolean    named;
  } cases[] = {
    { "The committee concluded, as Taro Yamada had proposed.", TRUE },
    { "TARO YAMADA proposed it.", TRUE },
    { "Taro Yamadas proposed it.", FALSE },
    { "The committee concluded.", FALSE },
    { "The chair has ruled.", FALSE },
    { "山田太郎の意見による。", TRUE },
    { "山田　太郎の意見による。", TRUE },
    { "山田委員の意見による。", TRUE },
    { "山田湾の計画による。", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ShinsaRound) round = decided (cases[i].sentence);
      g_autoptr (GPtrArray) warnings = shinsa_record_warnings (round, SHINSA_PROFILE_APPLICANT,
                                                               "alpha");

      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpuint (warnings->len, ==, cases[i].named);
      if (cases[i].named)
        g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==,
                         "The recorded sentence on “Alpha Valley” names Taro Yamada. Who reads "
                         "this record is not to know members' names.");
    }
}

static void
test_profiles (void)
{
  g_autoptr (ShinsaRound) round = decided ("Proposed by Taro Yamada.");
  g_autoptr (GPtrArray) secretariat = NULL;
  g_autoptr (GPtrArray) everybody = NULL;
  g_autoptr (GPtrArray) other = NULL;

  secretariat = shinsa_record_warnings (round, SHINSA_PROFILE_SECRETARIAT, NULL);
  g_assert_cmpuint (secretariat->len, ==, 0);
  everybody = shinsa_record_warnings (round, SHINSA_PROFILE_PUBLIC, NULL);
  g_assert_cmpuint (everybody->len, ==, 1);
  other = shinsa_record_warnings (round, SHINSA_PROFILE_APPLICANT, "beta");
  g_assert_cmpuint (other->len, ==, 0);
}

static void
test_withdrawal (void)
{
  g_autoptr (ShinsaRound) round = decided ("");
  ShinsaDossier *dossier = (ShinsaDossier *) shinsa_round_dossier (round, "beta");
  g_autoptr (GPtrArray) applicant = NULL;
  g_autoptr (GPtrArray) everybody = NULL;

  dossier->withdrawn = TRUE;
  shinsa_set_string (&dossier->state_reason, "As agreed with Taro Yamada.");
  applicant = shinsa_record_warnings (round, SHINSA_PROFILE_APPLICANT, "beta");
  g_assert_cmpuint (applicant->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (applicant, 0), ==,
                   "The reason why “Beta Bay” was withdrawn names Taro Yamada. Who reads this "
                   "record is not to know members' names.");
  /* What was withdrawn is not published, nor why. */
  everybody = shinsa_record_warnings (round, SHINSA_PROFILE_PUBLIC, NULL);
  g_assert_cmpuint (everybody->len, ==, 0);
}

static void
test_committee (void)
{
  g_autoptr (ShinsaRound) round = decided ("");
  ShinsaReview *review = (ShinsaReview *) shinsa_round_review (round, "beta", "chair",
                                                               SHINSA_PHASE_PAPER);
  ShinsaProposal *proposal = (ShinsaProposal *) shinsa_round_proposal (round, "alpha");
  ShinsaQuestion *question = shinsa_question_new ();
  ShinsaInterviewEvent *event = shinsa_interview_event_new ();
  g_autoptr (GPtrArray) warnings = NULL;

  event->event = SHINSA_INTERVIEW_CLOSE;
  shinsa_set_string (&event->application, "alpha");
  shinsa_set_string (&event->text, "Taro Yamada is content with the budget.");
  g_ptr_array_add (round->interview_events, event);
  shinsa_set_string (&review->weak, "Taro Yamada sees it in the same way.");
  shinsa_set_string (&proposal->reason, "As Taro Yamada said.");
  shinsa_set_string (&question->application, "alpha");
  shinsa_set_string (&question->text, "What did you tell Taro Yamada?");
  g_ptr_array_add (round->questions, question);
  warnings = shinsa_record_warnings (round, SHINSA_PROFILE_COMMITTEE, NULL);
  g_assert_cmpuint (warnings->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==,
                   "A question on “Alpha Valley” names Taro Yamada. The committee's record is to "
                   "call members by letters alone.");
  g_assert_cmpstr (g_ptr_array_index (warnings, 1), ==,
                   "What became clear in the interview of “Alpha Valley” names Taro Yamada. The "
                   "committee's record is to call members by letters alone.");
  g_assert_cmpstr (g_ptr_array_index (warnings, 2), ==,
                   "The reason for the outcome of “Alpha Valley” names Taro Yamada. The "
                   "committee's record is to call members by letters alone.");
  g_assert_cmpstr (g_ptr_array_index (warnings, 3), ==,
                   "A review of “Beta Bay” names Taro Yamada. The committee's record is to call "
                   "members by letters alone.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-warnings/names", test_names);
  g_test_add_func ("/record-warnings/profiles", test_profiles);
  g_test_add_func ("/record-warnings/withdrawal", test_withdrawal);
  g_test_add_func ("/record-warnings/committee", test_committee);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-decision.h"
#include "rules/shinsa-interest-facts.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-settle.h"

#include "rules/shinsa-round-parts.h"
#include "shinsa-sample-round.h"

#include <string.h>

#define APP "tsuruoka"
#define PAPER SHINSA_PHASE_PAPER
#define INTERVIEW SHINSA_PHASE_INTERVIEW
#define GOOD "4 3 3 3 3 3"

typedef struct {
  ShinsaRound *round;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->round = shinsa_sample_round_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  shinsa_round_unref (fixture->round);
}

/* --- Looking things up --- */

static void
test_look_up (Fixture       *fixture,
              gconstpointer  user_data)
{
  const ShinsaRound *round = fixture->round;

  g_assert_null (shinsa_round_dossier (round, APP));
  shinsa_round_settle (fixture->round);

  g_assert_cmpstr (shinsa_round_dossier (round, APP)->name.en, ==, "Tsuruoka Biocommunity");
  g_assert_null (shinsa_round_dossier (round, "kyoto"));
  g_assert_cmpstr (shinsa_round_member (round, "d")->name.en, ==, "Member D");
  g_assert_null (shinsa_round_member (round, "z"));
  g_assert_cmpuint (round->interests->len, ==, 5 * 8);
  g_assert_null (shinsa_round_interest (round, "kyoto", "a"));
  g_assert_null (shinsa_round_interest (round, APP, "z"));
  g_assert_null (shinsa_round_review (round, APP, "a", PAPER));
  g_assert_null (shinsa_round_newest_review (round, APP, "a", PAPER));
}

static void
test_letters (Fixture       *fixture,
              gconstpointer  user_data)
{
  shinsa_round_settle (fixture->round);
  g_assert_cmpstr (shinsa_round_member (fixture->round, "chair")->letter, ==, "A");
  g_assert_cmpstr (shinsa_round_member (fixture->round, "e")->letter, ==, "G");
  g_assert_cmpstr (shinsa_round_member (fixture->round, "secretariat")->letter, ==, "");

  for (int i = 0; i < 20; i++)
    {
      ShinsaMember *member = shinsa_member_new ();

      member->scores = TRUE;
      g_free (member->id);
      member->id = g_strdup_printf ("new-%d", i);
      g_ptr_array_add (fixture->round->members, member);
    }
  shinsa_round_settle (fixture->round);
  g_assert_cmpstr (shinsa_round_member (fixture->round, "new-18")->letter, ==, "Z");
  g_assert_cmpstr (shinsa_round_member (fixture->round, "new-19")->letter, ==, "AA");
}

/* --- Interests --- */

static const ShinsaInterest *
settle_interest (ShinsaRound *round)
{
  shinsa_round_settle (round);
  return shinsa_round_interest (round, APP, "a");
}

static void
test_declarations (Fixture       *fixture,
                   gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  const ShinsaInterest *interest = settle_interest (round);

  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_UNDECLARED);
  g_assert_cmpstr (interest->kind, ==, "");
  shinsa_sample_declare (round, APP, "a", "none");
  interest = settle_interest (round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_NONE);
  g_assert_cmpint (interest->declared_seq, ==, 1);
  g_assert_false (interest->pending);
  shinsa_sample_declare (round, APP, "a", "company");
  interest = settle_interest (round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_WAITING);
  g_assert_cmpstr (interest->kind, ==, "company");
  g_assert_cmpint (shinsa_round_interest (round, "tokai", "a")->state, ==,
                   SHINSA_INTEREST_UNDECLARED);
}

/* What the desk has not received yet holds here at once, and comes after all it has. */
static void
test_pending_declaration (Fixture       *fixture,
                          gconstpointer  user_data)
{
  const char *requirements[] = { "strength", NULL };
  const ShinsaInterest *interest;

  shinsa_round_add_declaration (fixture->round, APP, "a", "family", requirements, "Sister", 0);
  shinsa_sample_declare (fixture->round, APP, "a", "none");
  interest = settle_interest (fixture->round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_WAITING);
  g_assert_true (interest->pending);
  g_assert_cmpstr (interest->reason, ==, "Sister");
  g_assert_cmpstr (interest->requirements[0], ==, "strength");
}

static void
test_rulings (Fixture       *fixture,
              gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  const ShinsaInterest *interest;

  shinsa_sample_declare (round, APP, "a", "possible");
  shinsa_sample_rule (round, APP, "a", FALSE, NULL);
  interest = settle_interest (round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_ADMITTED);
  g_assert_cmpstr (interest->kind, ==, "possible");
  g_assert_cmpstr (interest->ruled_by, ==, "chair");
  g_assert_cmpstr (interest->ruling_reason, ==, "Ruled so.");
  g_assert_cmpint (interest->ruled_seq, ==, 2);
  shinsa_sample_declare (round, APP, "a", "company");
  interest = settle_interest (round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_WAITING);
  g_assert_cmpstr (interest->ruled_by, ==, "");
  shinsa_sample_rule (round, APP, "a", TRUE, NULL);
  interest = settle_interest (round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_RECUSED);
  g_assert_true (shinsa_interest_bars (interest));
}

static void
test_ruling_alone_lifts (Fixture       *fixture,
                         gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_declare (round, APP, "a", "company");
  shinsa_sample_declare (round, APP, "a", "none");
  g_assert_cmpint (settle_interest (round)->state, ==, SHINSA_INTEREST_WAITING);
  g_assert_cmpstr (settle_interest (round)->kind, ==, "company");
  shinsa_sample_rule (round, APP, "a", TRUE, NULL);
  shinsa_sample_declare (round, APP, "a", "none");
  g_assert_cmpint (settle_interest (round)->state, ==, SHINSA_INTEREST_RECUSED);
  shinsa_sample_declare (round, APP, "a", "family");
  g_assert_true (shinsa_interest_bars (settle_interest (round)));
  g_assert_cmpstr (settle_interest (round)->kind, ==, "family");
  shinsa_sample_rule (round, APP, "a", FALSE, NULL);
  g_assert_cmpint (settle_interest (round)->state, ==, SHINSA_INTEREST_ADMITTED);
}

static void
test_ruling_without_declaration (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  const ShinsaInterest *interest;

  shinsa_sample_rule (fixture->round, APP, "a", TRUE, "indicators");
  interest = settle_interest (fixture->round);
  g_assert_cmpint (interest->state, ==, SHINSA_INTEREST_RECUSED);
  g_assert_cmpstr (interest->kind, ==, "");
  g_assert_false (shinsa_interest_bars (interest));
  g_assert_true (shinsa_interest_bars_from (interest, "indicators"));
  g_assert_false (shinsa_interest_bars_from (interest, "strength"));
  g_assert_false (shinsa_interest_bars_from (NULL, "strength"));
}

/* Tables may be loaded one after the other: the register's order is what counts. */
static void
test_facts_out_of_order (Fixture       *fixture,
                         gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_round_add_ruling (round, APP, "a", TRUE, NULL, "", "chair", 5);
  shinsa_round_add_declaration (round, APP, "a", "company", NULL, "", 3);
  shinsa_round_add_declaration (round, APP, "z", "company", NULL, "", 4);
  g_assert_cmpint (settle_interest (round)->state, ==, SHINSA_INTEREST_RECUSED);
}

/* --- Phases --- */

static void
test_phases (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  g_assert_false (shinsa_round_phase_was_opened (round, PAPER, APP));
  g_assert_false (shinsa_round_phase_was_closed (round, PAPER, APP));
  shinsa_sample_open (round, PAPER, NULL);
  g_assert_true (shinsa_round_phase_is_open (round, PAPER, APP));
  g_assert_false (shinsa_round_phase_is_open (round, INTERVIEW, APP));
  g_assert_false (shinsa_round_is_late (round, PAPER, APP));
  shinsa_sample_close (round, PAPER, APP);
  g_assert_true (shinsa_round_phase_was_closed (round, PAPER, APP));
  g_assert_true (shinsa_round_is_late (round, PAPER, APP));
  g_assert_true (shinsa_round_phase_is_open (round, PAPER, "tokai"));
  shinsa_sample_open (round, PAPER, APP);
  g_assert_false (shinsa_round_is_late (round, PAPER, APP));
  g_assert_false (shinsa_round_is_late_at (round, PAPER, APP, 1));
  g_assert_true (shinsa_round_is_late_at (round, PAPER, APP, 2));
}

/* --- Reviews --- */

static void
test_replaced (Fixture       *fixture,
               gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *first;
  ShinsaReview *second;
  ShinsaReview *pending;

  shinsa_sample_open (round, PAPER, NULL);
  first = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  second = shinsa_sample_review (round, APP, "a", PAPER, "3 3 3 3 3 3");
  pending = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  pending->seq = 0;
  shinsa_round_settle (round);
  g_assert_cmpint (first->status, ==, SHINSA_REVIEW_REPLACED);
  g_assert_cmpint (second->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_cmpint (pending->status, ==, SHINSA_REVIEW_PENDING);
  g_assert_true (shinsa_round_review (round, APP, "a", PAPER) == second);
  g_assert_true (shinsa_round_newest_review (round, APP, "a", PAPER) == pending);
  g_assert_null (shinsa_round_review (round, APP, "a", INTERVIEW));
  g_assert_cmpfloat (shinsa_review_score (second, "strength")->level, ==, 3);
  g_assert_null (shinsa_review_score (second, "luck"));
}

/* Received before its phase opens a review waits, and counts on opening. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *review = shinsa_sample_review (round, APP, "a", INTERVIEW, GOOD);

  shinsa_round_settle (round);
  g_assert_cmpint (review->status, ==, SHINSA_REVIEW_WAITING);
  shinsa_sample_open (round, INTERVIEW, APP);
  shinsa_round_settle (round);
  g_assert_cmpint (review->status, ==, SHINSA_REVIEW_COUNTS);
}

/* Late is not counted until it is admitted, also after the phase is opened again (edge case 28). */
static void
test_late (Fixture       *fixture,
           gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *timely;
  ShinsaReview *late;

  shinsa_sample_open (round, PAPER, NULL);
  timely = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  shinsa_sample_close (round, PAPER, NULL);
  late = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  shinsa_round_settle (round);
  g_assert_cmpint (late->status, ==, SHINSA_REVIEW_LATE);
  g_assert_cmpint (timely->status, ==, SHINSA_REVIEW_COUNTS);
  shinsa_sample_open (round, PAPER, NULL);
  shinsa_round_settle (round);
  g_assert_cmpint (late->status, ==, SHINSA_REVIEW_LATE);
  late->admitted_seq = ++round->seq;
  shinsa_round_settle (round);
  g_assert_cmpint (late->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_cmpint (timely->status, ==, SHINSA_REVIEW_REPLACED);
}

/* Admission is what orders an admitted review, not when it came. */
static void
test_admitted_last (Fixture       *fixture,
                    gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *late;
  ShinsaReview *reopened;

  shinsa_sample_open (round, PAPER, NULL);
  shinsa_sample_close (round, PAPER, NULL);
  late = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  shinsa_sample_open (round, PAPER, NULL);
  reopened = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  late->admitted_seq = ++round->seq;
  shinsa_round_settle (round);
  g_assert_cmpint (late->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_cmpint (reopened->status, ==, SHINSA_REVIEW_REPLACED);
}

/* Void from the ruling on (edge case 3); a recusal from one requirement leaves the rest. */
static void
test_void (Fixture       *fixture,
           gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *whole;
  ShinsaReview *part;

  shinsa_sample_open (round, PAPER, NULL);
  whole = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  part = shinsa_sample_review (round, APP, "b", PAPER, GOOD);
  shinsa_sample_declare (round, APP, "a", "company");
  shinsa_round_settle (round);
  g_assert_cmpint (whole->status, ==, SHINSA_REVIEW_COUNTS);
  shinsa_sample_rule (round, APP, "a", TRUE, NULL);
  shinsa_sample_rule (round, APP, "b", TRUE, "strength");
  shinsa_round_settle (round);
  g_assert_cmpint (whole->status, ==, SHINSA_REVIEW_VOID);
  g_assert_cmpint (part->status, ==, SHINSA_REVIEW_COUNTS);
}

/* Received, not counted, never mapped by position (edge case 10). */
static void
test_other_version (Fixture       *fixture,
                    gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *good;
  ShinsaReview *other;

  shinsa_sample_open (round, PAPER, NULL);
  good = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  other = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  shinsa_set_string (&other->requirement_set, "0000");
  shinsa_round_settle (round);
  g_assert_cmpint (other->status, ==, SHINSA_REVIEW_OTHER_VERSION);
  g_assert_cmpint (good->status, ==, SHINSA_REVIEW_COUNTS);
}

static void
test_effective_review (Fixture       *fixture,
                       gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaReview *paper;
  ShinsaReview *interview;
  ShinsaReview *abstention;

  shinsa_sample_open (round, PAPER, NULL);
  paper = shinsa_sample_review (round, APP, "a", PAPER, GOOD);
  interview = shinsa_sample_review (round, APP, "a", INTERVIEW, GOOD);
  abstention = shinsa_sample_review (round, APP, "b", INTERVIEW, NULL);
  shinsa_round_settle (round);
  g_assert_true (shinsa_round_effective_review (round, APP, "a") == paper);
  shinsa_sample_open (round, INTERVIEW, NULL);
  shinsa_round_settle (round);
  g_assert_true (shinsa_round_effective_review (round, APP, "a") == interview);
  g_assert_true (shinsa_round_effective_review (round, APP, "b") == abstention);
  paper = shinsa_sample_review (round, APP, "b", PAPER, GOOD);
  shinsa_round_settle (round);
  g_assert_true (shinsa_round_effective_review (round, APP, "b") == paper);
  g_assert_null (shinsa_round_effective_review (round, APP, "c"));
}

/* --- Questions, decisions, exports --- */

static void
add_question (ShinsaRound *round,
              const char  *id,
              const char  *state)
{
  ShinsaQuestion *question = shinsa_question_new ();

  question->seq = ++round->seq;
  shinsa_set_string (&question->application, APP);
  shinsa_set_string (&question->question, id);
  shinsa_set_string (&question->state, state);
  g_ptr_array_add (round->questions, question);
}

static void
test_questions (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const char * const expected[] = { "q1 confirmed", "q2 sent", "q3 asked" };

  add_question (fixture->round, "q1", "open");
  add_question (fixture->round, "q2", "open");
  add_question (fixture->round, "q2", "sent");
  add_question (fixture->round, "q1", "asked");
  add_question (fixture->round, "q3", "asked");
  add_question (fixture->round, "q1", "confirmed");
  shinsa_round_settle (fixture->round);
  g_assert_cmpuint (fixture->round->questions->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      ShinsaQuestion *question = g_ptr_array_index (fixture->round->questions, i);
      g_autofree char *text = g_strdup_printf ("%s %s", question->question, question->state);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
assert_decision (ShinsaRound         *round,
                 ShinsaDecisionState  state)
{
  shinsa_round_settle (round);
  g_assert_cmpint (shinsa_round_decision (round, APP), ==, state);
}

/* Version 2 after a reopening, version 1 kept (edge case 17). */
static void
test_decision (Fixture       *fixture,
               gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaProposal *proposal;
  ShinsaConfirmation *first;
  ShinsaConfirmation *second;

  assert_decision (round, SHINSA_DECISION_NONE);
  g_assert_null (shinsa_round_proposal (round, APP));
  shinsa_sample_propose (round, APP, "declined", "");
  shinsa_sample_propose (round, "tokai", "registered", "");
  proposal = shinsa_sample_propose (round, APP, "certified", "");
  assert_decision (round, SHINSA_DECISION_PROVISIONAL);
  g_assert_true (shinsa_round_proposal (round, APP) == proposal);
  g_assert_null (shinsa_round_confirmation (round, APP));
  first = shinsa_sample_confirm (round, APP, "chair");
  assert_decision (round, SHINSA_DECISION_CONFIRMED);
  g_assert_cmpint (first->version, ==, 1);
  shinsa_round_add_reopening (round, first->entry, "New facts", "No. 12", ++round->seq);
  assert_decision (round, SHINSA_DECISION_REOPENED);
  g_assert_cmpint (first->state, ==, SHINSA_CONFIRMATION_REOPENED);
  g_assert_cmpstr (first->reason, ==, "New facts");
  g_assert_cmpstr (first->reference, ==, "No. 12");
  g_assert_null (shinsa_round_confirmation (round, APP));
  shinsa_sample_propose (round, APP, "registered", "");
  assert_decision (round, SHINSA_DECISION_PROVISIONAL);
  second = shinsa_sample_confirm (round, APP, "chair");
  assert_decision (round, SHINSA_DECISION_CONFIRMED);
  g_assert_true (shinsa_round_confirmation (round, APP) == second);
  g_assert_cmpint (second->version, ==, 2);
  g_assert_cmpint (first->version, ==, 1);
}

/* A confirmation that never held has no version and changes nothing. */
static void
test_confirmation_without_effect (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaConfirmation *confirmation;

  shinsa_sample_propose (round, APP, "certified", "");
  confirmation = shinsa_sample_confirm (round, APP, "a");
  confirmation->state = SHINSA_CONFIRMATION_NOT_AUTHORISED;
  shinsa_round_add_reopening (round, confirmation->entry, "No", "", ++round->seq);
  assert_decision (round, SHINSA_DECISION_PROVISIONAL);
  g_assert_cmpint (confirmation->version, ==, 0);
  g_assert_cmpint (confirmation->state, ==, SHINSA_CONFIRMATION_NOT_AUTHORISED);
}

/* What is confirmed is voided when the application is withdrawn (edge case 12). */
static void
test_withdrawn (Fixture       *fixture,
                gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, 1);

  shinsa_sample_propose (round, APP, "certified", "");
  shinsa_sample_confirm (round, APP, "chair");
  assert_decision (round, SHINSA_DECISION_CONFIRMED);
  dossier->withdrawn = TRUE;
  assert_decision (round, SHINSA_DECISION_NONE);
  g_assert_null (shinsa_round_confirmation (round, APP));
  g_assert_cmpuint (round->confirmations->len, ==, 1);
}

static ShinsaExport *
add_export (ShinsaRound *round,
            const char  *profile,
            const char  *application)
{
  ShinsaExport *export = shinsa_export_new ();

  export->seq = ++round->seq;
  shinsa_set_string (&export->profile, profile);
  shinsa_set_string (&export->application, application);
  g_ptr_array_add (round->exports, export);
  return export;
}

static void
test_exports (Fixture       *fixture,
              gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaConfirmation *confirmation = shinsa_sample_confirm (round, APP, "chair");
  ShinsaExport *first = add_export (round, "secretariat", NULL);
  ShinsaExport *applicant = add_export (round, "applicant", APP);
  ShinsaExport *other = add_export (round, "applicant", "tokai");
  ShinsaExport *second = add_export (round, "secretariat", NULL);

  shinsa_round_settle (round);
  g_assert_true (first->superseded);
  g_assert_false (second->superseded);
  g_assert_false (applicant->superseded);
  shinsa_round_add_reopening (round, confirmation->entry, "New facts", "", ++round->seq);
  shinsa_round_settle (round);
  g_assert_true (second->superseded);
  g_assert_true (applicant->superseded);
  g_assert_false (other->superseded);
}

/* A round of the largest size that is designed for is settled without a hitch. */
static void
test_large (Fixture       *fixture,
            gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  gint64 started;

  for (int i = 0; i < 1000; i++)
    {
      ShinsaDossier *dossier = shinsa_dossier_new ();

      g_free (dossier->id);
      dossier->id = g_strdup_printf ("application-%d", i);
      g_ptr_array_add (round->dossiers, dossier);
      shinsa_sample_declare_none (round, dossier->id);
    }
  shinsa_sample_open (round, PAPER, NULL);
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("application-%d", i);

      shinsa_sample_review_all (round, id, GOOD);
    }
  started = g_get_monotonic_time ();
  shinsa_round_settle (round);
  g_test_message ("settled in %" G_GINT64_FORMAT " ms",
                  (g_get_monotonic_time () - started) / 1000);
  g_assert_cmpuint (round->interests->len, ==, 1005 * 8);
  g_assert_cmpint (shinsa_round_review (round, "application-999", "e", PAPER)->status, ==,
                   SHINSA_REVIEW_COUNTS);
}

#define ADD(path, function) \
  g_test_add ("/settle/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("look-up", test_look_up);
  ADD ("letters", test_letters);
  ADD ("interests/declarations", test_declarations);
  ADD ("interests/pending", test_pending_declaration);
  ADD ("interests/rulings", test_rulings);
  ADD ("interests/ruling-alone-lifts", test_ruling_alone_lifts);
  ADD ("interests/ruling-without-declaration", test_ruling_without_declaration);
  ADD ("interests/out-of-order", test_facts_out_of_order);
  ADD ("phases", test_phases);
  ADD ("reviews/replaced", test_replaced);
  ADD ("reviews/waiting", test_waiting);
  ADD ("reviews/late", test_late);
  ADD ("reviews/admitted-last", test_admitted_last);
  ADD ("reviews/void", test_void);
  ADD ("reviews/other-version", test_other_version);
  ADD ("reviews/effective", test_effective_review);
  ADD ("questions", test_questions);
  ADD ("decision", test_decision);
  ADD ("decision/without-effect", test_confirmation_without_effect);
  ADD ("decision/withdrawn", test_withdrawn);
  ADD ("exports", test_exports);
  ADD ("large", test_large);
  return g_test_run ();
}

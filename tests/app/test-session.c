/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-test-session.h"

#include <string.h>

#include "entries/shinsa-statements.h"
#include "rules/shinsa-aggregate.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-ledger.h"
#include "rules/shinsa-meeting.h"
#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-suggestion.h"
#include "shinsa-drafting.h"
#include "shinsa-error.h"

/* What may be stated when, and what it does: the edge cases of a round. */

#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef ShinsaTestSession S;

static void
review_all (S *s)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (s, members[i], "north", "33");
      shinsa_test_session_review (s, members[i], "south", "44");
    }
}

static void
up_to_meeting (S *s)
{
  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  review_all (s);
  shinsa_test_session_close (s);
  shinsa_test_session_meet (s);
}

static const ShinsaReview *
review_of (const ShinsaRound *round,
           const char        *member)
{
  return shinsa_round_newest_review (round, "north", member, SHINSA_PHASE_PAPER);
}

static const ShinsaInterest *
interest_of (const ShinsaRound *round,
             const char        *member)
{
  return shinsa_round_interest (round, "north", member);
}

static JsonNode *
confirm (S          *s,
         const char *identity)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, identity);

  return shinsa_state_confirmation (round, "north", "unanimous");
}

static JsonNode *
rule (const char *member,
      gboolean    recuse,
      const char *by)
{
  return shinsa_state_ruling ("north", member, recuse, NULL, by, "A reason.");
}

static void
test_undeclared (S             *s,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  shinsa_test_session_open (s);
  shinsa_test_session_be (s, "a");
  g_assert_false (shinsa_session_abstain (s->session, "north", SHINSA_PHASE_PAPER, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (error->message, ==,
                   "Interests in this application are not declared yet. Declare them first.");
}

static void
test_sides (S             *s,
            gconstpointer  data)
{
  shinsa_test_session_refuse (s, "a", SHINSA_KIND_PHASE_OPEN,
                              shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Only the desk of this round can do this.");
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_INTEREST_DECLARE,
                              shinsa_state_interest ("north", "none", NULL, NULL),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "The desk cannot do this: it is for a member with their own key.");
}

static void
test_independence (S             *s,
                   gconstpointer  data)
{
  g_autoptr (ShinsaRound) before = NULL;
  g_autoptr (ShinsaRound) without = NULL;
  g_autoptr (ShinsaRound) after = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_review (s, "a", "north", "33");
  before = shinsa_test_session_load (s, "b");
  g_assert_cmpuint (before->reviews->len, ==, 0);
  without = shinsa_test_session_load (s, "desk");
  g_assert_true (without->desk_is_blind);
  g_assert_true (review_of (without, "a")->hidden);
  g_assert_cmpuint (review_of (without, "a")->scores->len, ==, 0);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_PHASE_CLOSE,
                              shinsa_state_phase (SHINSA_PHASE_PAPER, NULL, NULL),
                              SHINSA_ERROR_REFUSED,
                              "The desk is on the computer of Chair, whose review of “North "
                              "Community” is missing. It has to be submitted, or an abstention "
                              "recorded, before closing.");
  review_all (s);
  shinsa_test_session_close (s);
  after = shinsa_test_session_load (s, "b");
  g_assert_cmpuint (after->reviews->len, ==, 9);
  g_assert_cmpint (review_of (after, "a")->status, ==, SHINSA_REVIEW_COUNTS);
}

static void
test_replace (S             *s,
              gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;
  guint counting = 0;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_review (s, "a", "north", "33");
  shinsa_test_session_review (s, "a", "north", "43");
  round = shinsa_test_session_load (s, "a");
  g_assert_cmpuint (round->reviews->len, ==, 2);
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      counting += review->status == SHINSA_REVIEW_COUNTS ? 1 : 0;
    }
  g_assert_cmpuint (counting, ==, 1);
  g_assert_cmpfloat (shinsa_review_score (review_of (round, "a"), "strength")->level, ==, 4);
}

static void
test_late (S             *s,
           gconstpointer  data)
{
  g_autoptr (ShinsaRound) late = NULL;
  g_autoptr (ShinsaRound) admitted = NULL;
  g_autoptr (ShinsaRound) reopened = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  review_all (s);
  shinsa_test_session_close (s);
  shinsa_test_session_review (s, "a", "north", "11");
  late = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (review_of (late, "a")->status, ==, SHINSA_REVIEW_LATE);
  g_assert_cmpfloat (shinsa_review_score (shinsa_round_review (late, "north", "a",
                                                               SHINSA_PHASE_PAPER),
                                          "strength")->level, ==, 3);
  shinsa_test_session_open (s);
  reopened = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (review_of (reopened, "a")->status, ==, SHINSA_REVIEW_LATE);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                              shinsa_state_admission ("north", review_of (late, "a")->entry, NULL,
                                                      ""),
                              SHINSA_ERROR_REFUSED,
                              "Admitting a review needs a reason. Write it and try again.");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                             shinsa_state_admission ("north", review_of (late, "a")->entry,
                                                     "chair", "The post was late."));
  admitted = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (review_of (admitted, "a")->status, ==, SHINSA_REVIEW_COUNTS);
}

static void
test_interest_found_later (S             *s,
                           gconstpointer  data)
{
  g_autoptr (ShinsaRound) waiting = NULL;
  g_autoptr (ShinsaRound) ruled = NULL;
  g_autoptr (GPtrArray) aggregates = NULL;
  const ShinsaAggregate *aggregate = NULL;

  up_to_meeting (s);
  shinsa_test_session_state (s, "a", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "company", NULL, "Found later."));
  waiting = shinsa_test_session_load (s, "a");
  g_assert_false (shinsa_round_dossier (waiting, "north")->has_content);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_INTEREST_RULE, rule ("a", TRUE, "deputy"),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Only the acting chair of an application rules on interests in it. "
                              "Nothing was changed.");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE, rule ("a", TRUE, "chair"));
  ruled = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (review_of (ruled, "a")->status, ==, SHINSA_REVIEW_VOID);
  aggregates = shinsa_aggregate_application (ruled, "north", SHINSA_BASIS_DECISION);
  aggregate = g_ptr_array_index (aggregates, 0);
  g_assert_cmpint (aggregate->counted, ==, 3);
  g_assert_cmpint (aggregate->eligible, ==, 3);
  g_assert_cmpint (aggregate->recused, ==, 1);
  g_assert_cmpint (aggregate->voided, ==, 1);
}

static void
test_private_reasons (S             *s,
                      gconstpointer  data)
{
  g_autoptr (ShinsaRound) other = NULL;
  g_autoptr (ShinsaRound) own = NULL;
  g_autoptr (ShinsaRound) desk = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_state (s, "a", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "family", NULL, "My sister."));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE, rule ("a", TRUE, "chair"));

  other = shinsa_test_session_load (s, "chair");
  g_assert_cmpint (interest_of (other, "a")->state, ==, SHINSA_INTEREST_RECUSED);
  g_assert_cmpstr (interest_of (other, "a")->ruling_reason, ==, "A reason.");
  g_assert_cmpstr (interest_of (other, "a")->reason, ==, "");
  own = shinsa_test_session_load (s, "a");
  g_assert_cmpstr (interest_of (own, "a")->reason, ==, "My sister.");
  desk = shinsa_test_session_load (s, "desk");
  g_assert_cmpstr (interest_of (desk, "a")->reason, ==, "My sister.");
}

static void
test_chair_recused (S             *s,
                    gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;

  up_to_meeting (s);
  shinsa_test_session_state (s, "chair", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "family", NULL, NULL));
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_INTEREST_RULE, rule ("chair", FALSE, "chair"),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Nobody rules on their own interest. "
                              "The next person in the acting order has to rule.");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE, rule ("chair", TRUE, "deputy"));
  shinsa_test_session_propose (s, "north", "certified");
  shinsa_test_session_state (s, "deputy", SHINSA_KIND_DECISION_CONFIRM, confirm (s, "deputy"));
  round = shinsa_test_session_load (s, "desk");
  g_assert_cmpstr (shinsa_round_confirmation (round, "north")->member, ==, "deputy");
  g_assert_cmpstr (shinsa_meeting_acting_chair (round, "south")->id, ==, "chair");
}

static void
test_chair_absent (S             *s,
                   gconstpointer  data)
{
  up_to_meeting (s);
  shinsa_test_session_propose (s, "north", "certified");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance (NULL, "chair", SHINSA_ATTENDANCE_ABSENT));
  shinsa_test_session_refuse (s, "chair", SHINSA_KIND_DECISION_CONFIRM, confirm (s, "chair"),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Only the acting chair of this application can do this. "
                              "Nothing was changed.");
  shinsa_test_session_state (s, "deputy", SHINSA_KIND_DECISION_CONFIRM, confirm (s, "deputy"));
}

static void
test_quorum (S             *s,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) body = NULL;

  up_to_meeting (s);
  shinsa_test_session_propose (s, "north", "certified");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance (NULL, "a", SHINSA_ATTENDANCE_ABSENT));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance (NULL, "b", SHINSA_ATTENDANCE_LEFT));
  body = confirm (s, "chair");
  g_assert_false (shinsa_session_write (s->session, SHINSA_KIND_DECISION_CONFIRM, body, NULL,
                                        &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "2"));
  g_assert_nonnull (strstr (error->message, "3"));
}

static void
test_departure (S             *s,
                gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;

  up_to_meeting (s);
  round = shinsa_test_session_load (s, "desk");
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_OUTCOME_PROPOSE,
                              shinsa_state_proposal (round, "north", "declined", NULL, "chair",
                                                     NULL),
                              SHINSA_ERROR_REFUSED,
                              "This outcome departs from what the rules give. "
                              "Write the reason and it can be proposed.");
  shinsa_test_session_propose (s, "north", "declined");
}

static void
test_before_closing (S             *s,
                     gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  round = shinsa_test_session_load (s, "desk");
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_OUTCOME_PROPOSE,
                              shinsa_state_proposal (round, "north", "certified", NULL, "chair",
                                                     "A reason."),
                              SHINSA_ERROR_REFUSED,
                              "The paper review of this application is not closed yet. "
                              "Close it, then propose an outcome.");
}

static void
test_freeze_and_reopen (S             *s,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) confirmed = NULL;
  g_autoptr (ShinsaRound) reopened = NULL;
  g_autoptr (ShinsaRound) again = NULL;

  up_to_meeting (s);
  shinsa_test_session_propose (s, "north", "certified");
  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_CONFIRM, confirm (s, "chair"));
  shinsa_test_session_be (s, "a");
  g_assert_false (shinsa_session_abstain (s->session, "north", SHINSA_PHASE_INTERVIEW, &error));
  g_assert_cmpstr (error->message, ==,
                   "The outcome of this application is confirmed, so its reviews are frozen. "
                   "The acting chair can reopen it.");

  confirmed = shinsa_test_session_load (s, "chair");
  shinsa_test_session_refuse (s, "chair", SHINSA_KIND_DECISION_REOPEN,
                              shinsa_state_reopening (confirmed, "north", "", NULL),
                              SHINSA_ERROR_REFUSED,
                              "Reopening an outcome needs a reason. Write it and try again.");
  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_REOPEN,
                             shinsa_state_reopening (confirmed, "north", "A new fact.", NULL));
  reopened = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (shinsa_round_decision (reopened, "north"), ==, SHINSA_DECISION_REOPENED);
  shinsa_test_session_propose (s, "north", "declined");
  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_CONFIRM, confirm (s, "chair"));
  again = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (shinsa_round_confirmation (again, "north")->version, ==, 2);
  g_assert_cmpuint (again->confirmations->len, ==, 2);
}

static void
test_entered_by_desk (S             *s,
                      gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (ShinsaRound) entered = NULL;
  g_autoptr (ShinsaRound) own = NULL;
  g_autoptr (ShinsaReview) review = shinsa_review_new ();

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  round = shinsa_test_session_load (s, "desk");
  shinsa_set_string (&review->application, "north");
  shinsa_set_string (&review->member, "a");
  review->phase = SHINSA_PHASE_PAPER;
  {
    ShinsaScore *score = shinsa_score_new ();

    shinsa_set_string (&score->requirement, "strength");
    score->level = 2;
    g_ptr_array_add (review->scores, score);
  }
  shinsa_test_session_state (s, "desk", SHINSA_KIND_SUBMISSION_ENTER,
                             shinsa_state_entered (review, round->definition, "telephone", NULL,
                                                   NULL));
  entered = shinsa_test_session_load (s, "desk");
  g_assert_cmpstr (review_of (entered, "a")->source, ==, "telephone");
  g_assert_cmpint (review_of (entered, "a")->status, ==, SHINSA_REVIEW_COUNTS);

  /* A part of it that is entered again would take the rest away. */
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ENTER,
                              shinsa_state_entered (review, round->definition, "telephone", NULL,
                                                    NULL),
                              SHINSA_ERROR_REFUSED,
                              "Level 2 needs a reason. Write one for “Strengths that can compete "
                              "worldwide” and the review can be submitted.");

  shinsa_test_session_review (s, "a", "north", "44");
  own = shinsa_test_session_load (s, "desk");
  g_assert_cmpstr (review_of (own, "a")->source, ==, "own");
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ENTER,
                              shinsa_state_entered (review, round->definition, "voice", NULL,
                                                    NULL),
                              SHINSA_ERROR_REFUSED,
                              "Entering a review over the member's own, or while the phase is not "
                              "open, needs a reason. Write it and try again.");
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ENTER,
                              shinsa_state_entered (review, round->definition, "voice", NULL,
                                                    "Read out."),
                              SHINSA_ERROR_REFUSED,
                              "Level 2 needs a reason. Write one for “Strengths that can compete "
                              "worldwide” and the review can be submitted.");
}

static void
test_drafts (S             *s,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaReview) draft = NULL;
  g_autoptr (ShinsaReview) cleared = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_be (s, "a");
  shinsa_session_set_draft (s->session, "north", SHINSA_PHASE_PAPER, SHINSA_DRAFT_LEVEL,
                            "strength", "2", &error);
  g_assert_no_error (error);
  g_assert_false (shinsa_session_submit_review (s->session, "north", SHINSA_PHASE_PAPER, &error));
  g_assert_error (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED);
  g_clear_error (&error);
  draft = shinsa_session_load_draft (s->session, "north", SHINSA_PHASE_PAPER, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (shinsa_review_score (draft, "strength")->level, ==, 2);

  shinsa_test_session_review (s, "a", "north", "33");
  cleared = shinsa_session_load_draft (s->session, "north", SHINSA_PHASE_PAPER, &error);
  g_assert_cmpuint (cleared->scores->len, ==, 0);
}

static void
test_notes_stay (S             *s,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaNote) private_note = shinsa_note_new ();
  g_autoptr (ShinsaNote) record_note = shinsa_note_new ();
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaReview *review = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_be (s, "a");
  shinsa_set_string (&private_note->application, "north");
  shinsa_set_string (&private_note->text, "Only for me.");
  shinsa_session_add_note (s->session, private_note, NULL, &error);
  g_assert_no_error (error);
  shinsa_set_string (&record_note->application, "north");
  shinsa_set_string (&record_note->mark, "question");
  shinsa_set_string (&record_note->text, "For the record.");
  record_note->is_private = FALSE;
  shinsa_session_add_note (s->session, record_note, NULL, &error);
  g_assert_no_error (error);

  shinsa_test_session_review (s, "a", "north", "33");
  round = shinsa_test_session_load (s, "a");
  review = review_of (round, "a");
  g_assert_cmpuint (review->questions->len, ==, 1);
  g_assert_cmpstr (((ShinsaRemark *) g_ptr_array_index (review->questions, 0))->text, ==,
                   "For the record.");
}

static void
test_admitted_in_part (S             *s,
                       gconstpointer  data)
{
  static const char * const codes[] = { "strength", NULL };
  g_autoptr (ShinsaRound) round = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_state (s, "a", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "company", codes, "A reason."));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("north", "a", FALSE, codes, "chair",
                                                  "A reason."));
  shinsa_test_session_review (s, "a", "north", "33");
  round = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (review_of (round, "a")->status, ==, SHINSA_REVIEW_COUNTS);
}

/* What was taken out of the middle of a draft keeps nobody from submitting it. */
static void
test_blank_parts (S             *s,
                  gconstpointer  data)
{
  static const struct {
    ShinsaDraftPart part;
    const char     *key;
    const char     *value;
  } parts[] = {
    { SHINSA_DRAFT_EVIDENCE, "strength/0", "" },
    { SHINSA_DRAFT_EVIDENCE, "strength/1", HASH ":3:A quote." },
    { SHINSA_DRAFT_QUESTION, "0", "" },
    { SHINSA_DRAFT_QUESTION, "1", "Who pays?" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaReview *review = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_document (s, "north", HASH);
  shinsa_test_session_be (s, "a");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      shinsa_session_set_draft (s->session, "north", SHINSA_PHASE_PAPER, parts[i].part,
                                parts[i].key, parts[i].value, &error);
      g_assert_no_error (error);
    }
  shinsa_test_session_review (s, "a", "north", "33");
  round = shinsa_test_session_load (s, "a");
  review = review_of (round, "a");
  g_assert_cmpuint (review->questions->len, ==, 1);
  g_assert_cmpuint (shinsa_review_score (review, "strength")->evidence->len, ==, 1);
}

/* Who is recused hears nothing of the outcome, either. */
static void
test_recused_sees_no_outcome (S             *s,
                              gconstpointer  data)
{
  g_autoptr (ShinsaRound) other = NULL;
  g_autoptr (ShinsaRound) recused = NULL;

  up_to_meeting (s);
  shinsa_test_session_state (s, "b", SHINSA_KIND_INTEREST_DECLARE,
                             shinsa_state_interest ("north", "family", NULL, "A reason."));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE, rule ("b", TRUE, "chair"));
  shinsa_test_session_propose (s, "north", "certified");
  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_CONFIRM, confirm (s, "chair"));

  other = shinsa_test_session_load (s, "a");
  g_assert_cmpuint (other->proposals->len, ==, 1);
  g_assert_cmpuint (other->confirmations->len, ==, 1);
  recused = shinsa_test_session_load (s, "b");
  g_assert_cmpuint (recused->proposals->len, ==, 0);
  g_assert_cmpuint (recused->confirmations->len, ==, 0);
}

/* What an earlier round found is part of what nobody sees before they have declared. */
static void
test_undeclared_sees_no_earlier_round (S             *s,
                                       gconstpointer  data)
{
  g_autoptr (ShinsaRound) undeclared = shinsa_test_session_load (s, "a");
  g_autoptr (ShinsaRound) declared = NULL;

  g_assert_null (shinsa_round_dossier (undeclared, "south")->previous);
  shinsa_test_session_declare (s);
  declared = shinsa_test_session_load (s, "a");
  g_assert_nonnull (shinsa_round_dossier (declared, "south")->previous);
  g_assert_null (shinsa_round_dossier (declared, "north")->previous);
}

static void
test_ledger (S             *s,
             gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (GPtrArray) ledger = NULL;
  const ShinsaLedgerRow *row = NULL;

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  shinsa_test_session_review (s, "chair", "north", "33");
  shinsa_test_session_review (s, "chair", "south", "33");
  shinsa_test_session_review (s, "deputy", "south", "33");
  round = shinsa_test_session_load (s, "desk");
  ledger = shinsa_ledger (round, SHINSA_PHASE_PAPER);
  g_assert_cmpuint (ledger->len, ==, 4);
  row = g_ptr_array_index (ledger, 0);
  g_assert_cmpint (row->state, ==, SHINSA_LEDGER_RECEIVED);
  g_assert_cmpint (row->declared, ==, 2);
  row = g_ptr_array_index (ledger, 1);
  g_assert_cmpint (row->state, ==, SHINSA_LEDGER_NOT_YET);
  g_assert_cmpint (row->received, ==, 1);
  g_assert_cmpint (row->expected, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (S *, gconstpointer);
  } tests[] = {
    { "/session/undeclared", test_undeclared },
    { "/session/sides", test_sides },
    { "/session/independence", test_independence },
    { "/session/replace", test_replace },
    { "/session/late", test_late },
    { "/session/interest-found-later", test_interest_found_later },
    { "/session/private-reasons", test_private_reasons },
    { "/session/chair-recused", test_chair_recused },
    { "/session/chair-absent", test_chair_absent },
    { "/session/quorum", test_quorum },
    { "/session/departure", test_departure },
    { "/session/before-closing", test_before_closing },
    { "/session/freeze-and-reopen", test_freeze_and_reopen },
    { "/session/entered-by-desk", test_entered_by_desk },
    { "/session/drafts", test_drafts },
    { "/session/notes-stay", test_notes_stay },
    { "/session/admitted-in-part", test_admitted_in_part },
    { "/session/blank-parts", test_blank_parts },
    { "/session/recused-sees-no-outcome", test_recused_sees_no_outcome },
    { "/session/undeclared-sees-no-earlier-round", test_undeclared_sees_no_earlier_round },
    { "/session/ledger", test_ledger },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, S, NULL, shinsa_test_session_set_up, tests[i].test,
                shinsa_test_session_tear_down);

  return g_test_run ();
}

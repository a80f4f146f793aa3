/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-test-session.h"

#include <string.h>

#include "entries/shinsa-statements.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-interview.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-error.h"
#include "shinsa-local.h"
#include "shinsa-official.h"
#include "shinsa-store.h"

/* What the desk may record of an interview when, and what it does. */

typedef ShinsaTestSession S;

static void
record (S        *s,
        JsonNode *body)
{
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTERVIEW_RECORD, body);
}

static void
refuse (S          *s,
        JsonNode   *body,
        int         code,
        const char *sentence)
{
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_INTERVIEW_RECORD, body, code, sentence);
}

static JsonNode *
with (JsonNode   *body,
      const char *member,
      const char *value)
{
  json_object_set_string_member (json_node_get_object (body), member, value);
  return body;
}

static void
up_to_meeting (S *s)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };

  shinsa_test_session_declare (s);
  shinsa_test_session_open (s);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (s, members[i], "north", "33");
      shinsa_test_session_review (s, members[i], "south", "33");
    }
  shinsa_test_session_close (s);
  shinsa_test_session_meet (s);
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_OPEN,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, NULL, NULL));
}

static void
test_interview (S             *s,
                gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaInterviewEvent *event = NULL;
  ShinsaTimer timer;

  up_to_meeting (s);
  record (s, shinsa_state_interview_start ("north", "presentation"));
  record (s, shinsa_state_interview_extend ("north", 2, "chair"));
  round = shinsa_test_session_load (s, "a");
  timer = shinsa_interview_timer (round, "north");
  g_assert_true (timer.running);
  g_assert_cmpint (timer.allotted, ==, 22 * 60);
  event = g_ptr_array_index (round->interview_events, 1);
  g_assert_cmpint (event->event, ==, SHINSA_INTERVIEW_EXTEND);
  g_assert_cmpint (event->minutes, ==, 2);
  g_assert_cmpstr (event->instructed_by, ==, "chair");
  g_assert_cmpstr (event->segment, ==, "");
  g_assert_cmpuint (strlen (event->at), ==, strlen ("2021-04-12T12:00:00+09:00"));
  /* The desk's own clock is what the time runs from. */
  g_assert_cmpint (shinsa_timer_elapsed (&timer, g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_clear_pointer (&round, shinsa_round_unref);

  record (s, shinsa_state_interview_next ("north", "questions"));
  record (s, shinsa_state_interview_stop ("north"));
  record (s, shinsa_state_interview_heard ("north", "b", SHINSA_HEARD_PART));
  record (s, shinsa_state_interview_close ("north", "The budget is settled."));
  round = shinsa_test_session_load (s, "b");
  g_assert_null (shinsa_interview_running (round));
  g_assert_cmpstr (shinsa_interview_what_became_clear (round, "north"), ==,
                   "The budget is settled.");
  g_assert_cmpint (shinsa_interview_heard (round, "north", "a"), ==, SHINSA_HEARD_WHOLE);
  g_assert_cmpint (shinsa_interview_heard (round, "north", "b"), ==, SHINSA_HEARD_PART);
}

static void
test_shape (S             *s,
            gconstpointer  data)
{
  refuse (s, shinsa_state_interview_start ("nowhere", "presentation"), SHINSA_ERROR_NOT_FOUND,
          "There is no application “nowhere” in this round.");
  refuse (s, shinsa_state_interview_start ("north", "lunch"), SHINSA_ERROR_INVALID,
          "There is no segment “lunch” in the interviews of this round.");
  refuse (s, shinsa_state_interview_start ("north", NULL), SHINSA_ERROR_INVALID,
          "There is no segment “” in the interviews of this round.");
  refuse (s, with (shinsa_state_interview_stop ("north"), "event", "pause"), SHINSA_ERROR_INVALID,
          "/event: “pause” is not a word that is known here.");
  refuse (s, with (shinsa_state_interview_stop ("north"), "segment", "questions"),
          SHINSA_ERROR_INVALID,
          "/segment: “stop” says nothing of this, so it has to be left empty.");
  refuse (s, with (shinsa_state_interview_start ("north", "questions"), "text", "Now"),
          SHINSA_ERROR_INVALID,
          "/text: “start” says nothing of this, so it has to be left empty.");
  refuse (s, shinsa_state_interview_extend ("north", 0, "chair"), SHINSA_ERROR_INVALID,
          "A segment can be extended by 1 to 60 minutes at a time.");
  refuse (s, shinsa_state_interview_extend ("north", 61, "chair"), SHINSA_ERROR_INVALID,
          "A segment can be extended by 1 to 60 minutes at a time.");
  refuse (s, shinsa_state_interview_heard ("north", "a", SHINSA_HEARD_UNKNOWN),
          SHINSA_ERROR_INVALID, "/heard: whole, part or none is needed here.");
  refuse (s, shinsa_state_interview_heard ("north", "nobody", SHINSA_HEARD_PART),
          SHINSA_ERROR_NOT_FOUND, "There is no member “nobody” in this round.");
}

static void
test_too_long (S             *s,
               gconstpointer  data)
{
  g_autofree char *text = g_strnfill (20001, 'x');

  refuse (s, shinsa_state_interview_close ("north", text), SHINSA_ERROR_TOO_LARGE,
          "/text: this text is longer than 20000 characters.");
  refuse (s, shinsa_state_interview_close ("north", " \n"), SHINSA_ERROR_REFUSED,
          "Write what became clear, and the interview can be closed.");
}

static void
test_order (S             *s,
            gconstpointer  data)
{
  refuse (s, shinsa_state_interview_next ("north", "questions"), SHINSA_ERROR_REFUSED,
          "This interview is not running. Start it first.");
  refuse (s, shinsa_state_interview_stop ("north"), SHINSA_ERROR_REFUSED,
          "This interview is not running. Nothing was changed.");
  refuse (s, shinsa_state_interview_extend ("north", 1, "chair"), SHINSA_ERROR_REFUSED,
          "No segment of this interview is running, so none can be extended.");
  record (s, shinsa_state_interview_start ("north", "presentation"));
  refuse (s, shinsa_state_interview_start ("north", "presentation"), SHINSA_ERROR_REFUSED,
          "This interview is running already. Nothing was changed.");
  refuse (s, shinsa_state_interview_start ("south", "presentation"), SHINSA_ERROR_REFUSED,
          "The interview of “North Community” is still running. Stop it, then start this one.");
  refuse (s, shinsa_state_interview_extend ("north", 1, "a"), SHINSA_ERROR_NOT_AUTHORISED,
          "Only the acting chair of an application extends its interview. Nothing was changed.");
  refuse (s, shinsa_state_interview_next ("north", "presentation"), SHINSA_ERROR_REFUSED,
          "This segment is running already. Nothing was changed.");
  record (s, shinsa_state_interview_next ("north", "questions"));
  refuse (s, shinsa_state_interview_next ("north", "questions"), SHINSA_ERROR_REFUSED,
          "This segment is running already. Nothing was changed.");
  refuse (s, shinsa_state_interview_next ("north", "presentation"), SHINSA_ERROR_REFUSED,
          "Another segment comes next. Nothing was changed.");
  record (s, shinsa_state_interview_next ("north", "summary"));
  refuse (s, shinsa_state_interview_next ("north", "presentation"), SHINSA_ERROR_REFUSED,
          "The last segment is running. Stop the interview when it is over.");
  record (s, shinsa_state_interview_stop ("north"));
  record (s, shinsa_state_interview_start ("south", "presentation"));
}

static void
test_only_the_desk (S             *s,
                    gconstpointer  data)
{
  shinsa_test_session_refuse (s, "a", SHINSA_KIND_INTERVIEW_RECORD,
                              shinsa_state_interview_start ("north", "presentation"),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Only the desk of this round can do this.");
}

static void
confirm (S *s)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, "chair");

  shinsa_test_session_state (s, "chair", SHINSA_KIND_DECISION_CONFIRM,
                             shinsa_state_confirmation (round, "north", "unanimous"));
}

static void
test_confirmed (S             *s,
                gconstpointer  data)
{
  up_to_meeting (s);
  record (s, shinsa_state_interview_start ("north", "presentation"));
  shinsa_test_session_propose (s, "north", "certified");
  confirm (s);
  refuse (s, shinsa_state_interview_close ("north", "The budget is settled."),
          SHINSA_ERROR_REFUSED,
          "The outcome of this application is confirmed, so nothing more is recorded of its "
          "interview. The acting chair can reopen it.");
  /* The clock that was forgotten does not keep the others from beginning. */
  record (s, shinsa_state_interview_stop ("north"));
  record (s, shinsa_state_interview_start ("south", "presentation"));
}

/* A revision by who did not hear all of it needs the acting chair (edge case 20). */
static void
test_admission (S             *s,
                gconstpointer  data)
{
  g_autoptr (ShinsaRound) held = NULL;
  g_autoptr (ShinsaRound) admitted = NULL;
  const ShinsaReview *review = NULL;

  up_to_meeting (s);
  record (s, shinsa_state_interview_start ("north", "presentation"));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_ATTENDANCE_SET,
                             shinsa_state_attendance ("north", "a", SHINSA_ATTENDANCE_OUT));
  record (s, shinsa_state_interview_stop ("north"));
  shinsa_test_session_revise (s, "a", "north", "34");
  shinsa_test_session_revise (s, "b", "north", "34");
  held = shinsa_test_session_load (s, "desk");
  review = shinsa_round_newest_review (held, "north", "a", SHINSA_PHASE_INTERVIEW);
  g_assert_cmpint (review->status, ==, SHINSA_REVIEW_PARTLY_HEARD);
  g_assert_cmpint (shinsa_round_newest_review (held, "north", "b",
                                               SHINSA_PHASE_INTERVIEW)->status,
                   ==, SHINSA_REVIEW_COUNTS);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                              shinsa_state_admission ("north", review->entry, "deputy", "Heard."),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Only the acting chair of an application admits a revision by a "
                              "member who did not hear the whole interview. Nothing was changed.");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                             shinsa_state_admission ("north", review->entry, "chair",
                                                     "The part that matters was heard."));
  admitted = shinsa_test_session_load (s, "desk");
  g_assert_cmpint (shinsa_round_newest_review (admitted, "north", "a",
                                               SHINSA_PHASE_INTERVIEW)->status,
                   ==, SHINSA_REVIEW_COUNTS);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                              shinsa_state_admission ("north", review->entry, "chair", "Again."),
                              SHINSA_ERROR_NOT_FOUND,
                              "There is no review here that waits to be admitted. Nothing was "
                              "changed.");
}

/* Nobody is the judge of what they did not hear themselves. */
static void
test_admission_own (S             *s,
                    gconstpointer  data)
{
  g_autoptr (ShinsaRound) held = NULL;
  const ShinsaReview *review = NULL;

  up_to_meeting (s);
  record (s, shinsa_state_interview_heard ("north", "chair", SHINSA_HEARD_PART));
  shinsa_test_session_revise (s, "chair", "north", "34");
  held = shinsa_test_session_load (s, "desk");
  review = shinsa_round_newest_review (held, "north", "chair", SHINSA_PHASE_INTERVIEW);
  g_assert_cmpint (review->status, ==, SHINSA_REVIEW_PARTLY_HEARD);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                              shinsa_state_admission ("north", review->entry, "chair", "Heard."),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Nobody admits a revision of their own. The next person in the "
                              "acting order has to decide.");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                             shinsa_state_admission ("north", review->entry, "deputy",
                                                     "The part that matters was heard."));
}

/* Coming late as well is no way round the acting chair. */
static void
test_admission_late (S             *s,
                     gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;
  const ShinsaReview *review = NULL;

  up_to_meeting (s);
  record (s, shinsa_state_interview_heard ("north", "a", SHINSA_HEARD_NONE));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_CLOSE,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, NULL, NULL));
  shinsa_test_session_revise (s, "a", "north", "34");
  round = shinsa_test_session_load (s, "desk");
  review = shinsa_round_newest_review (round, "north", "a", SHINSA_PHASE_INTERVIEW);
  g_assert_cmpint (review->status, ==, SHINSA_REVIEW_LATE);
  shinsa_test_session_refuse (s, "desk", SHINSA_KIND_SUBMISSION_ADMIT,
                              shinsa_state_admission ("north", review->entry, NULL, "The post."),
                              SHINSA_ERROR_NOT_AUTHORISED,
                              "Only the acting chair of an application admits a revision by a "
                              "member who did not hear the whole interview. Nothing was changed.");
}

/* --- What members see --- */

static guint
count_interview_reviews (S          *s,
                         const char *identity)
{
  g_autoptr (ShinsaRound) round = shinsa_test_session_load (s, identity);
  guint count = 0;

  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      count += review->phase == SHINSA_PHASE_INTERVIEW;
    }

  return count;
}

/* Others' levels after the interview wait until it is closed, as they do in packets. */
static void
test_visibility (S             *s,
                 gconstpointer  data)
{
  up_to_meeting (s);
  shinsa_test_session_revise (s, "a", "north", "34");
  shinsa_test_session_revise (s, "b", "north", "33");
  g_assert_cmpuint (count_interview_reviews (s, "a"), ==, 1);
  g_assert_cmpuint (count_interview_reviews (s, "chair"), ==, 0);
  g_assert_cmpuint (count_interview_reviews (s, "desk"), ==, 2);
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_CLOSE,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, "south", NULL));
  g_assert_cmpuint (count_interview_reviews (s, "chair"), ==, 0);
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_CLOSE,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, "north", NULL));
  g_assert_cmpuint (count_interview_reviews (s, "a"), ==, 2);
  g_assert_cmpuint (count_interview_reviews (s, "chair"), ==, 2);
}

/* So the chair cannot know yet what is confirmed. */
static void
test_confirm_before_closing (S             *s,
                             gconstpointer  data)
{
  g_autoptr (ShinsaRound) chair = NULL;

  up_to_meeting (s);
  shinsa_test_session_revise (s, "a", "north", "13");
  shinsa_test_session_propose (s, "north", "certified");
  chair = shinsa_test_session_load (s, "chair");
  shinsa_test_session_refuse (s, "chair", SHINSA_KIND_DECISION_CONFIRM,
                              shinsa_state_confirmation (chair, "north", "unanimous"),
                              SHINSA_ERROR_REFUSED,
                              "Reviews of the interview are not shown to the chair before it is "
                              "closed. The desk has to close it, then the outcome can be "
                              "confirmed.");
  shinsa_test_session_state (s, "desk", SHINSA_KIND_PHASE_CLOSE,
                             shinsa_state_phase (SHINSA_PHASE_INTERVIEW, NULL, NULL));
  confirm (s);
}

/* What became clear is not for who is recused; that there was an interview is. */
static void
test_recused (S             *s,
              gconstpointer  data)
{
  g_autoptr (ShinsaRound) round = NULL;
  g_autoptr (ShinsaRound) other = NULL;

  up_to_meeting (s);
  record (s, shinsa_state_interview_start ("north", "presentation"));
  record (s, shinsa_state_interview_close ("north", "The budget is settled."));
  shinsa_test_session_state (s, "desk", SHINSA_KIND_INTEREST_RULE,
                             shinsa_state_ruling ("north", "a", TRUE, NULL, "chair", "Kin."));
  round = shinsa_test_session_load (s, "a");
  g_assert_true (shinsa_interview_timer (round, "north").over);
  g_assert_cmpstr (shinsa_interview_what_became_clear (round, "north"), ==, "");
  other = shinsa_test_session_load (s, "b");
  g_assert_cmpstr (shinsa_interview_what_became_clear (other, "north"), ==,
                   "The budget is settled.");
}

/* --- Versions --- */

static char *
dump (const char *path,
      const char *root)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaStore) store = shinsa_store_open (path, SHINSA_STORE_READ, &error);
  char *text = NULL;

  g_assert_no_error (error);
  text = shinsa_official_dump (store, root, &error);
  g_assert_no_error (error);

  return text;
}

/* A store whose official tables are of another version has them again once it is opened. */
static void
test_former_version (S             *s,
                     gconstpointer  data)
{
  g_autofree char *path = shinsa_test_dir_file (s->dir, "store.db");
  g_autofree char *root = g_strdup (shinsa_session_get_root (s->session));
  g_autoptr (ShinsaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  up_to_meeting (s);
  record (s, shinsa_state_interview_start ("north", "presentation"));
  g_assert_finalize_object (s->session);
  before = dump (path, root);
  g_assert_nonnull (strstr (before, "event=\"start\" segment=\"presentation\""));

  store = shinsa_store_open (path, SHINSA_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (shinsa_setting_set (store, "projection.version", "1", &error));
  g_clear_object (&store);
  s->session = shinsa_session_open (path, SHINSA_SESSION_WRITE, &error);
  g_assert_no_error (error);
  shinsa_session_select (s->session, root, "desk", &error);
  g_assert_no_error (error);
  after = dump (path, root);
  g_assert_cmpstr (before, ==, after);
}

#define add_test(path, func) \
  g_test_add (path, S, NULL, shinsa_test_session_set_up, func, shinsa_test_session_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/interview-kinds/interview", test_interview);
  add_test ("/interview-kinds/shape", test_shape);
  add_test ("/interview-kinds/too-long", test_too_long);
  add_test ("/interview-kinds/order", test_order);
  add_test ("/interview-kinds/only-the-desk", test_only_the_desk);
  add_test ("/interview-kinds/confirmed", test_confirmed);
  add_test ("/interview-kinds/admission", test_admission);
  add_test ("/interview-kinds/admission-own", test_admission_own);
  add_test ("/interview-kinds/admission-late", test_admission_late);
  add_test ("/interview-kinds/visibility", test_visibility);
  add_test ("/interview-kinds/confirm-before-closing", test_confirm_before_closing);
  add_test ("/interview-kinds/recused", test_recused);
  add_test ("/interview-kinds/former-version", test_former_version);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-interview.h"

#include "rules/shinsa-settle.h"
#include "shinsa-sample-round.h"

#define APP "tsuruoka"
#define NOON 1618196400   /* 2021-04-12T12:00:00+09:00 */

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

static void
start (ShinsaRound *round,
       const char  *application)
{
  shinsa_sample_interview (round, application, SHINSA_INTERVIEW_START, "presentation",
                           "2021-04-12T12:00:00+09:00");
}

static void
stop (ShinsaRound *round,
      const char  *application)
{
  shinsa_sample_interview (round, application, SHINSA_INTERVIEW_STOP, "",
                           "2021-04-12T12:50:00+09:00");
}

/* --- The timer --- */

static void
test_not_begun (Fixture       *fixture,
                gconstpointer  user_data)
{
  ShinsaTimer timer = shinsa_interview_timer (fixture->round, APP);

  g_assert_false (timer.running);
  g_assert_false (timer.over);
  g_assert_null (timer.segment);
  g_assert_cmpint (timer.index, ==, -1);
  g_assert_cmpint (timer.allotted, ==, 0);
  g_assert_cmpstr (timer.next->code, ==, "presentation");
  g_assert_null (shinsa_interview_running (fixture->round));
  g_assert_null (shinsa_interview_what_became_clear (fixture->round, APP));
}

/* Minutes that are left are not carried on, and an extension is for its segment alone. */
static void
test_segments (Fixture       *fixture,
               gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaTimer timer;

  start (round, APP);
  timer = shinsa_interview_timer (round, APP);
  g_assert_true (timer.running);
  g_assert_cmpstr (timer.segment->code, ==, "presentation");
  g_assert_cmpint (timer.index, ==, 0);
  g_assert_cmpint (timer.started, ==, NOON);
  g_assert_cmpint (timer.allotted, ==, 20 * 60);
  g_assert_cmpstr (timer.next->code, ==, "questions");
  g_assert_cmpstr (shinsa_interview_running (round), ==, APP);

  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_EXTEND, "", "")->minutes = 2;
  g_assert_cmpint (shinsa_interview_timer (round, APP).allotted, ==, 22 * 60);
  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_NEXT, "questions",
                           "2021-04-12T12:05:00+09:00");
  timer = shinsa_interview_timer (round, APP);
  g_assert_cmpint (timer.index, ==, 1);
  g_assert_cmpint (timer.started, ==, NOON + 5 * 60);
  g_assert_cmpint (timer.allotted, ==, 20 * 60);

  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_NEXT, "summary", "");
  g_assert_null (shinsa_interview_timer (round, APP).next);
}

static void
test_over (Fixture       *fixture,
           gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;
  ShinsaTimer timer;

  start (round, APP);
  stop (round, APP);
  timer = shinsa_interview_timer (round, APP);
  g_assert_false (timer.running);
  g_assert_true (timer.over);
  g_assert_cmpstr (timer.segment->code, ==, "presentation");
  g_assert_null (shinsa_interview_running (round));
  /* What makes no sense, from whatever source, changes nothing. */
  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_NEXT, "questions", "");
  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_EXTEND, "", "")->minutes = 5;
  g_assert_false (shinsa_interview_timer (round, APP).running);
  g_assert_cmpint (shinsa_interview_timer (round, APP).allotted, ==, 20 * 60);

  /* It is resumed with a segment that is named. */
  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_START, "questions", "");
  timer = shinsa_interview_timer (round, APP);
  g_assert_true (timer.running);
  g_assert_false (timer.over);
  g_assert_cmpint (timer.index, ==, 1);
}

static void
test_running (Fixture       *fixture,
              gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  start (round, "tokai");
  stop (round, "tokai");
  start (round, APP);
  g_assert_cmpstr (shinsa_interview_running (round), ==, APP);
  g_assert_false (shinsa_interview_timer (round, "tokai").running);
  shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_CLOSE, "", "");
  g_assert_null (shinsa_interview_running (round));
}

static void
test_unknown_segment (Fixture       *fixture,
                      gconstpointer  user_data)
{
  ShinsaTimer timer;

  shinsa_sample_interview (fixture->round, APP, SHINSA_INTERVIEW_START, "", "yesterday");
  timer = shinsa_interview_timer (fixture->round, APP);
  g_assert_true (timer.running);
  g_assert_null (timer.segment);
  g_assert_cmpint (timer.started, ==, 0);
  g_assert_cmpint (timer.allotted, ==, 0);
}

/* A clock that was set back shows no time at all, never less. */
static void
test_elapsed (Fixture       *fixture,
              gconstpointer  user_data)
{
  const ShinsaTimer timer = { .started = NOON };

  g_assert_cmpint (shinsa_timer_elapsed (&timer, NOON + 61), ==, 61);
  g_assert_cmpint (shinsa_timer_elapsed (&timer, NOON), ==, 0);
  g_assert_cmpint (shinsa_timer_elapsed (&timer, NOON - 3600), ==, 0);
}

/* --- Who heard it --- */

static void
test_heard (Fixture       *fixture,
            gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_IN_ROOM);
  shinsa_sample_attend (round, NULL, "b", SHINSA_ATTENDANCE_WEB);
  shinsa_sample_attend (round, NULL, "c", SHINSA_ATTENDANCE_ABSENT);
  shinsa_sample_attend (round, APP, "d", SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
  shinsa_sample_attend (round, NULL, "e", SHINSA_ATTENDANCE_IN_ROOM);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, SHINSA_HEARD_UNKNOWN);
  start (round, APP);
  shinsa_sample_attend (round, "tokai", "a", SHINSA_ATTENDANCE_OUT);
  shinsa_sample_attend (round, APP, "b", SHINSA_ATTENDANCE_OUT);
  shinsa_sample_attend (round, APP, "b", SHINSA_ATTENDANCE_WEB);
  shinsa_sample_attend (round, NULL, "c", SHINSA_ATTENDANCE_LATE);
  stop (round, APP);
  shinsa_sample_attend (round, NULL, "e", SHINSA_ATTENDANCE_LEFT);

  g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, SHINSA_HEARD_WHOLE);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "b"), ==, SHINSA_HEARD_PART);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "c"), ==, SHINSA_HEARD_PART);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "d"), ==, SHINSA_HEARD_NONE);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "e"), ==, SHINSA_HEARD_WHOLE);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "f"), ==, SHINSA_HEARD_UNKNOWN);
  g_assert_cmpint (shinsa_interview_heard (round, "tokai", "a"), ==, SHINSA_HEARD_UNKNOWN);
}

/* While it goes on, and once more after it was resumed. */
static void
test_heard_resumed (Fixture       *fixture,
                    gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_IN_ROOM);
  start (round, APP);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, SHINSA_HEARD_WHOLE);
  stop (round, APP);
  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_LEFT);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, SHINSA_HEARD_WHOLE);
  start (round, APP);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, SHINSA_HEARD_PART);
}

/* What was written down only after the start says where the member was before. */
static void
test_heard_recorded_late (Fixture       *fixture,
                          gconstpointer  user_data)
{
  static const struct {
    ShinsaAttendanceState first;
    ShinsaHeard           heard;
  } cases[] = {
    { SHINSA_ATTENDANCE_IN_ROOM, SHINSA_HEARD_WHOLE },
    { SHINSA_ATTENDANCE_WEB, SHINSA_HEARD_WHOLE },
    { SHINSA_ATTENDANCE_LATE, SHINSA_HEARD_PART },
    { SHINSA_ATTENDANCE_OUT, SHINSA_HEARD_PART },
    { SHINSA_ATTENDANCE_LEFT, SHINSA_HEARD_PART },
    { SHINSA_ATTENDANCE_ABSENT, SHINSA_HEARD_NONE },
    { SHINSA_ATTENDANCE_OUT_FOR_INTEREST, SHINSA_HEARD_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ShinsaRound) round = shinsa_sample_round_new ();

      start (round, APP);
      shinsa_sample_attend (round, NULL, "a", cases[i].first);
      stop (round, APP);
      g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, cases[i].heard);
    }
}

/* The desk's word goes before the attendance, the newest before the others. */
static void
test_heard_corrected (Fixture       *fixture,
                      gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_heard (round, APP, "b", SHINSA_HEARD_NONE);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "b"), ==, SHINSA_HEARD_NONE);
  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_IN_ROOM);
  start (round, APP);
  shinsa_sample_heard (round, APP, "a", SHINSA_HEARD_NONE);
  shinsa_sample_heard (round, APP, "a", SHINSA_HEARD_PART);
  shinsa_sample_heard (round, "tokai", "a", SHINSA_HEARD_NONE);
  stop (round, APP);
  g_assert_cmpint (shinsa_interview_heard (round, APP, "a"), ==, SHINSA_HEARD_PART);
}

/* --- What came of it --- */

static void
test_closed (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  start (round, APP);
  shinsa_set_string (&shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_CLOSE, "", "")->text,
                     "The budget is settled.");
  g_assert_cmpstr (shinsa_interview_what_became_clear (round, APP), ==, "The budget is settled.");
  g_assert_true (shinsa_interview_timer (round, APP).over);
  shinsa_set_string (&shinsa_sample_interview (round, APP, SHINSA_INTERVIEW_CLOSE, "", "")->text,
                     "The budget is settled until 2025.");
  g_assert_cmpstr (shinsa_interview_what_became_clear (round, APP), ==,
                   "The budget is settled until 2025.");
  g_assert_null (shinsa_interview_what_became_clear (round, "tokai"));
}

/* Takes the list. */
static void
assert_members (GPtrArray  *members,
                const char *ids)
{
  g_autoptr (GPtrArray) owned = members;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    g_string_append (text, ((const ShinsaMember *) g_ptr_array_index (owned, i))->id);
  g_assert_cmpstr (text->str, ==, ids);
}

static void
test_exits (Fixture       *fixture,
            gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_attend_all (round);
  shinsa_sample_rule (round, APP, "a", TRUE, NULL);
  shinsa_sample_declare (round, APP, "b", "company");
  shinsa_sample_rule (round, APP, "c", TRUE, "strength");
  shinsa_sample_rule (round, APP, "d", TRUE, NULL);
  shinsa_sample_attend (round, NULL, "d", SHINSA_ATTENDANCE_ABSENT);
  shinsa_round_settle (round);
  assert_members (shinsa_interview_must_leave (round, APP), "ab");
  assert_members (shinsa_interview_must_leave (round, "tokai"), "");

  start (round, APP);
  shinsa_sample_attend (round, APP, "a", SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
  shinsa_sample_attend (round, APP, "b", SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
  assert_members (shinsa_interview_must_leave (round, APP), "");
  assert_members (shinsa_interview_may_return (round, APP), "");
  stop (round, APP);
  assert_members (shinsa_interview_may_return (round, APP), "ab");
  shinsa_sample_attend (round, APP, "a", SHINSA_ATTENDANCE_IN_ROOM);
  assert_members (shinsa_interview_may_return (round, APP), "b");
}

/* --- What it does to reviews (edge case 20) --- */

static void
test_partly_heard (Fixture       *fixture,
                   gconstpointer  user_data)
{
  static const char *levels = "3 3 3 3 3 3";
  ShinsaRound *round = fixture->round;
  ShinsaReview *paper;
  ShinsaReview *same;
  ShinsaReview *revised;
  ShinsaReview *alone;

  shinsa_sample_open (round, SHINSA_PHASE_PAPER, NULL);
  shinsa_sample_open (round, SHINSA_PHASE_INTERVIEW, NULL);
  paper = shinsa_sample_review (round, APP, "a", SHINSA_PHASE_PAPER, levels);
  same = shinsa_sample_review (round, APP, "a", SHINSA_PHASE_INTERVIEW, levels);
  revised = shinsa_sample_review (round, APP, "a", SHINSA_PHASE_INTERVIEW, "3 3 3 3 3 4");
  alone = shinsa_sample_review (round, APP, "b", SHINSA_PHASE_INTERVIEW, levels);
  shinsa_sample_heard (round, APP, "a", SHINSA_HEARD_WHOLE);
  shinsa_sample_heard (round, APP, "b", SHINSA_HEARD_NONE);
  shinsa_round_settle (round);
  g_assert_cmpint (revised->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_cmpint (same->status, ==, SHINSA_REVIEW_REPLACED);
  /* Without a paper review there is no level that could have been changed. */
  g_assert_cmpint (alone->status, ==, SHINSA_REVIEW_COUNTS);

  /* What was confirmed unchanged counts, however much of the interview was heard. */
  shinsa_sample_heard (round, APP, "a", SHINSA_HEARD_PART);
  shinsa_round_settle (round);
  g_assert_cmpint (paper->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_cmpint (same->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_cmpint (revised->status, ==, SHINSA_REVIEW_PARTLY_HEARD);
  g_assert_true (shinsa_review_awaits_admission (revised));
  g_assert_true (shinsa_round_effective_review (round, APP, "a") == same);

  revised->admitted_seq = ++round->seq;
  shinsa_round_settle (round);
  g_assert_cmpint (revised->status, ==, SHINSA_REVIEW_COUNTS);
  g_assert_false (shinsa_review_awaits_admission (revised));
  g_assert_true (shinsa_round_effective_review (round, APP, "a") == revised);
}

/* The level on paper is kept and marked (edge case 20); one that was admitted is another one. */
static void
test_stands_unheard (Fixture       *fixture,
                     gconstpointer  user_data)
{
  static const char *levels = "3 3 3 3 3 3";
  ShinsaRound *round = fixture->round;
  ShinsaReview *revised;

  shinsa_sample_open (round, SHINSA_PHASE_PAPER, NULL);
  shinsa_sample_open (round, SHINSA_PHASE_INTERVIEW, NULL);
  shinsa_sample_review (round, APP, "a", SHINSA_PHASE_PAPER, levels);
  shinsa_sample_review (round, APP, "b", SHINSA_PHASE_PAPER, levels);
  shinsa_round_settle (round);
  g_assert_false (shinsa_round_stands_unheard (round, APP, "a"));
  shinsa_sample_heard (round, APP, "a", SHINSA_HEARD_NONE);
  shinsa_sample_heard (round, APP, "b", SHINSA_HEARD_WHOLE);
  shinsa_sample_heard (round, APP, "c", SHINSA_HEARD_NONE);
  g_assert_true (shinsa_round_stands_unheard (round, APP, "a"));
  g_assert_false (shinsa_round_stands_unheard (round, APP, "b"));
  /* Who gave no level has none that could stand. */
  g_assert_false (shinsa_round_stands_unheard (round, APP, "c"));

  shinsa_sample_review (round, APP, "a", SHINSA_PHASE_INTERVIEW, levels);
  revised = shinsa_sample_review (round, APP, "a", SHINSA_PHASE_INTERVIEW, "3 3 3 3 3 4");
  shinsa_round_settle (round);
  g_assert_true (shinsa_round_stands_unheard (round, APP, "a"));
  revised->admitted_seq = ++round->seq;
  shinsa_round_settle (round);
  g_assert_false (shinsa_round_stands_unheard (round, APP, "a"));
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/interview/not-begun", test_not_begun);
  add_test ("/interview/segments", test_segments);
  add_test ("/interview/over", test_over);
  add_test ("/interview/running", test_running);
  add_test ("/interview/unknown-segment", test_unknown_segment);
  add_test ("/interview/elapsed", test_elapsed);
  add_test ("/interview/heard", test_heard);
  add_test ("/interview/heard-resumed", test_heard_resumed);
  add_test ("/interview/heard-recorded-late", test_heard_recorded_late);
  add_test ("/interview/heard-corrected", test_heard_corrected);
  add_test ("/interview/closed", test_closed);
  add_test ("/interview/exits", test_exits);
  add_test ("/interview/partly-heard", test_partly_heard);
  add_test ("/interview/stands-unheard", test_stands_unheard);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-meeting.h"

#include "rules/shinsa-settle.h"
#include "shinsa-sample-round.h"

#define APP "tsuruoka"

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

/* --- Who presides --- */

static void
assert_chair (ShinsaRound *round,
              const char  *application,
              const char  *member)
{
  const ShinsaMember *chair;

  shinsa_round_settle (round);
  chair = shinsa_meeting_acting_chair (round, application);
  g_assert_cmpstr (chair != NULL ? chair->id : NULL, ==, member);
}

/* Nobody is the judge of an own review. */
static void
test_admits (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_round_settle (round);
  g_assert_cmpstr (shinsa_meeting_admits (round, APP, "deputy")->id, ==, "chair");
  g_assert_cmpstr (shinsa_meeting_admits (round, APP, "chair")->id, ==, "deputy");
  shinsa_sample_rule (round, APP, "deputy", TRUE, NULL);
  shinsa_round_settle (round);
  g_assert_null (shinsa_meeting_admits (round, APP, "chair"));
}

/* Only for the application concerned, and only until it is ruled on (edge case 4). */
static void
test_chair_recused (Fixture       *fixture,
                    gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  assert_chair (round, APP, "chair");
  shinsa_sample_declare (round, APP, "chair", "company");
  assert_chair (round, APP, "deputy");
  assert_chair (round, "tokai", "chair");
  shinsa_sample_rule (round, APP, "chair", FALSE, NULL);
  assert_chair (round, APP, "chair");
  shinsa_sample_rule (round, APP, "chair", TRUE, "strength");
  assert_chair (round, APP, "chair");
  shinsa_sample_rule (round, APP, "chair", TRUE, NULL);
  assert_chair (round, APP, "deputy");
  shinsa_sample_declare (round, APP, "deputy", "other");
  assert_chair (round, APP, NULL);
}

/* The same by attendance (edge case 5). */
static void
test_chair_away (Fixture       *fixture,
                 gconstpointer  user_data)
{
  static const ShinsaAttendanceState away[] = {
    SHINSA_ATTENDANCE_ABSENT, SHINSA_ATTENDANCE_LEFT, SHINSA_ATTENDANCE_OUT,
    SHINSA_ATTENDANCE_OUT_FOR_INTEREST,
  };
  static const ShinsaAttendanceState here[] = {
    SHINSA_ATTENDANCE_IN_ROOM, SHINSA_ATTENDANCE_WEB, SHINSA_ATTENDANCE_LATE,
  };
  ShinsaRound *round = fixture->round;

  shinsa_sample_attend (round, NULL, "deputy", SHINSA_ATTENDANCE_IN_ROOM);
  assert_chair (round, APP, "chair");
  for (gsize i = 0; i < G_N_ELEMENTS (away); i++)
    {
      shinsa_sample_attend (round, APP, "chair", away[i]);
      assert_chair (round, APP, "deputy");
      assert_chair (round, "tokai", "chair");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (here); i++)
    {
      shinsa_sample_attend (round, NULL, "chair", SHINSA_ATTENDANCE_ABSENT);
      assert_chair (round, "tokai", "deputy");
      shinsa_sample_attend (round, NULL, "chair", here[i]);
      assert_chair (round, "tokai", "chair");
    }
}

static void
test_chair_not_in_office (Fixture       *fixture,
                          gconstpointer  user_data)
{
  shinsa_set_string (&shinsa_sample_member (fixture->round, "chair")->until, "2021-05-01");
  assert_chair (fixture->round, APP, "deputy");
}

/* --- Attendance --- */

static void
test_attendance (Fixture       *fixture,
                 gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  g_assert_cmpint (shinsa_meeting_attendance (round, APP, "a"), ==, SHINSA_ATTENDANCE_UNKNOWN);
  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_WEB);
  shinsa_sample_attend (round, "tokai", "a", SHINSA_ATTENDANCE_OUT);
  g_assert_cmpint (shinsa_meeting_attendance (round, APP, "a"), ==, SHINSA_ATTENDANCE_WEB);
  g_assert_cmpint (shinsa_meeting_attendance (round, "tokai", "a"), ==, SHINSA_ATTENDANCE_OUT);
  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_LEFT);
  g_assert_cmpint (shinsa_meeting_attendance (round, "tokai", "a"), ==, SHINSA_ATTENDANCE_LEFT);
}

/* --- Quorum --- */

static void
assert_quorum (ShinsaRound *round,
               gboolean     holds,
               int          present,
               int          recused_present,
               const char  *sentence)
{
  g_autoptr (ShinsaQuorum) quorum = NULL;

  shinsa_round_settle (round);
  quorum = shinsa_meeting_quorum (round, APP);
  g_assert_cmpint (quorum->holds, ==, holds);
  g_assert_cmpint (quorum->present, ==, present);
  g_assert_cmpint (quorum->recused_present, ==, recused_present);
  g_assert_cmpint (quorum->eligible, ==, present - recused_present);
  g_assert_cmpstr (quorum->sentence, ==, sentence);
}

static void
test_quorum (Fixture       *fixture,
             gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  assert_quorum (round, FALSE, 0, 0,
                 "Attendance has not been recorded, so there is no quorum. Record who is present.");
  shinsa_sample_attend (round, NULL, "chair", SHINSA_ATTENDANCE_IN_ROOM);
  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_WEB);
  shinsa_sample_attend (round, NULL, "b", SHINSA_ATTENDANCE_LATE);
  shinsa_sample_attend (round, NULL, "c", SHINSA_ATTENDANCE_OUT);
  shinsa_sample_attend (round, NULL, "secretariat", SHINSA_ATTENDANCE_IN_ROOM);
  assert_quorum (round, FALSE, 3, 0,
                 "There is no quorum (3 present, 4 needed). The outcome cannot be confirmed.");
  shinsa_sample_attend (round, NULL, "c", SHINSA_ATTENDANCE_IN_ROOM);
  assert_quorum (round, TRUE, 4, 0, "There is a quorum (4 present, 4 needed).");
}

/* Who is out for a recusal still attends the meeting (edge case 6). */
static void
test_quorum_recused (Fixture       *fixture,
                     gconstpointer  user_data)
{
  ShinsaRound *round = fixture->round;

  shinsa_sample_attend (round, NULL, "chair", SHINSA_ATTENDANCE_IN_ROOM);
  shinsa_sample_attend (round, NULL, "a", SHINSA_ATTENDANCE_IN_ROOM);
  shinsa_sample_attend (round, NULL, "b", SHINSA_ATTENDANCE_IN_ROOM);
  shinsa_sample_attend (round, APP, "c", SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
  shinsa_sample_rule (round, APP, "b", TRUE, NULL);
  shinsa_sample_rule (round, APP, "c", TRUE, NULL);
  assert_quorum (round, TRUE, 4, 2,
                 "There is a quorum (4 present, 4 needed). 2 of those present take no part in this "
                 "application, 2 do.");
  round->definition->quorum_recused_are_present = FALSE;
  assert_quorum (round, FALSE, 2, 0,
                 "There is no quorum (2 present, 4 needed). The outcome cannot be confirmed.");
}

static void
test_quorum_fraction (Fixture       *fixture,
                      gconstpointer  user_data)
{
  static const struct {
    double fraction;
    int    required;
  } rows[] = {
    { 2 / 3.0, 5 }, { 0.5, 4 }, { 4 / 7.0, 4 }, { 1, 7 }, { 0.01, 1 },
  };
  ShinsaRound *round = fixture->round;

  shinsa_round_settle (round);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShinsaQuorum) quorum = NULL;

      round->definition->quorum_fraction = rows[i].fraction;
      quorum = shinsa_meeting_quorum (round, APP);
      g_assert_cmpint (quorum->required, ==, rows[i].required);
      g_assert_cmpint (quorum->members, ==, 7);
    }
}

#define ADD(path, function) \
  g_test_add ("/meeting/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("chair/admits", test_admits);
  ADD ("chair/recused", test_chair_recused);
  ADD ("chair/away", test_chair_away);
  ADD ("chair/not-in-office", test_chair_not_in_office);
  ADD ("attendance", test_attendance);
  ADD ("quorum", test_quorum);
  ADD ("quorum/recused", test_quorum_recused);
  ADD ("quorum/fraction", test_quorum_fraction);
  return g_test_run ();
}

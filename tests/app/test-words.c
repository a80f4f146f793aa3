/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-labels.h"
#include "rules/shinsa-words.h"

/* Each value from first to last has a word of its own, which leads back to it. */
#define ASSERT_WORDS(noun, Type, first, last)                            \
  G_STMT_START                                                           \
    {                                                                    \
      Type found = first;                                                \
                                                                         \
      for (int value = first; value <= (int) last; value++)              \
        {                                                                \
          const char *word = shinsa_##noun##_to_string (value);          \
                                                                         \
          g_assert_true (shinsa_##noun##_from_string (word, &found));    \
          g_assert_cmpint (found, ==, value);                            \
        }                                                                \
      g_assert_false (shinsa_##noun##_from_string ("nonsense", &found)); \
      g_assert_false (shinsa_##noun##_from_string ("", &found));         \
      g_assert_cmpint (found, ==, last);                                 \
    }                                                                    \
  G_STMT_END

static void
test_words (void)
{
  ASSERT_WORDS (phase, ShinsaPhase, SHINSA_PHASE_PAPER, SHINSA_PHASE_INTERVIEW);
  ASSERT_WORDS (attendance, ShinsaAttendanceState, SHINSA_ATTENDANCE_IN_ROOM,
                SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
  ASSERT_WORDS (interest_state, ShinsaInterestState, SHINSA_INTEREST_UNDECLARED,
                SHINSA_INTEREST_ADMITTED);
  ASSERT_WORDS (review_status, ShinsaReviewStatus, SHINSA_REVIEW_COUNTS,
                SHINSA_REVIEW_PARTLY_HEARD);
  ASSERT_WORDS (interview_event, ShinsaInterviewEventType, SHINSA_INTERVIEW_START,
                SHINSA_INTERVIEW_CLOSE);
  ASSERT_WORDS (heard, ShinsaHeard, SHINSA_HEARD_WHOLE, SHINSA_HEARD_NONE);
  ASSERT_WORDS (confirmation_state, ShinsaConfirmationState, SHINSA_CONFIRMATION_HOLDS,
                SHINSA_CONFIRMATION_REOPENED);
  ASSERT_WORDS (feed_state, ShinsaFeedState, SHINSA_FEED_PENDING, SHINSA_FEED_HELD);
  ASSERT_WORDS (gate, ShinsaGate, SHINSA_GATE_OTHERWISE, SHINSA_GATE_WEIGHTED_TOTAL);
  ASSERT_WORDS (statistic, ShinsaStatistic, SHINSA_STATISTIC_MEDIAN, SHINSA_STATISTIC_MAJORITY);
  ASSERT_WORDS (growth_when, ShinsaGrowthWhen, SHINSA_GROWTH_NEVER, SHINSA_GROWTH_ALWAYS);
}

static void
test_words_that_are_only_written (void)
{
  ShinsaAttendanceState state = SHINSA_ATTENDANCE_WEB;
  ShinsaHeard heard = SHINSA_HEARD_PART;

  g_assert_null (shinsa_gate_to_string (SHINSA_GATE_OTHERWISE));
  g_assert_cmpstr (shinsa_attendance_to_string (SHINSA_ATTENDANCE_UNKNOWN), ==, "unknown");
  g_assert_false (shinsa_attendance_from_string ("unknown", &state));
  g_assert_cmpstr (shinsa_heard_to_string (SHINSA_HEARD_UNKNOWN), ==, "unknown");
  g_assert_false (shinsa_heard_from_string ("unknown", &heard));
  g_assert_cmpstr (shinsa_decision_state_to_string (SHINSA_DECISION_NONE), ==, "none");
  g_assert_cmpstr (shinsa_decision_state_to_string (SHINSA_DECISION_REOPENED), ==, "reopened");
  g_assert_cmpstr (shinsa_flag_to_string (SHINSA_FLAG_ONE_BELOW), ==, "one_below");
  g_assert_cmpstr (shinsa_suggestion_why_to_string (SHINSA_SUGGESTION_GIVEN), ==, "");
  g_assert_cmpstr (shinsa_suggestion_why_to_string (SHINSA_SUGGESTION_NO_OUTCOME), ==,
                   "no_outcome");
}

/* Every word that people meet has a label that is not the word itself. */
static void
assert_labelled (const char * const  *words,
                 const char         *(*label) (const char *))
{
  g_assert_cmpstr (label ("of a newer version"), ==, "of a newer version");
  for (; *words != NULL; words++)
    g_assert_cmpstr (label (*words), !=, *words);
}

static void
test_labels_of_words (void)
{
  assert_labelled (shinsa_interest_kinds (), shinsa_interest_kind_label);
  assert_labelled (shinsa_roles (), shinsa_role_label);
  assert_labelled (shinsa_question_states (), shinsa_question_state_label);
  assert_labelled (shinsa_methods (), shinsa_method_label);
  g_assert_cmpstr (shinsa_interest_kind_label (""), ==, "Not declared yet");
  g_assert_true (g_strv_contains (shinsa_remark_marks (), "important"));
}

#define ASSERT_DISTINCT(label, first, last)                    \
  G_STMT_START                                                 \
    {                                                          \
      for (int value = first; value < (int) last; value++)     \
        g_assert_cmpstr (label (value), !=, label (value + 1)); \
    }                                                          \
  G_STMT_END

static void
test_labels_of_states (void)
{
  ASSERT_DISTINCT (shinsa_phase_label, SHINSA_PHASE_PAPER, SHINSA_PHASE_INTERVIEW);
  ASSERT_DISTINCT (shinsa_interest_state_label, SHINSA_INTEREST_UNDECLARED,
                   SHINSA_INTEREST_ADMITTED);
  ASSERT_DISTINCT (shinsa_review_status_label, SHINSA_REVIEW_COUNTS, SHINSA_REVIEW_PARTLY_HEARD);
  ASSERT_DISTINCT (shinsa_heard_label, SHINSA_HEARD_UNKNOWN, SHINSA_HEARD_NONE);
  ASSERT_DISTINCT (shinsa_attendance_label, SHINSA_ATTENDANCE_UNKNOWN,
                   SHINSA_ATTENDANCE_OUT_FOR_INTEREST);
  ASSERT_DISTINCT (shinsa_feed_state_label, SHINSA_FEED_PENDING, SHINSA_FEED_HELD);
  ASSERT_DISTINCT (shinsa_flag_label, SHINSA_FLAG_SPLIT, SHINSA_FLAG_ONE_LEVEL_FROM_LINE);
  ASSERT_DISTINCT (shinsa_confirmation_state_label, SHINSA_CONFIRMATION_HOLDS,
                   SHINSA_CONFIRMATION_REOPENED);
}

static void
test_list_text (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *none = shinsa_list_text (items);
  g_autofree char *two = NULL;

  g_ptr_array_add (items, (gpointer) "A");
  g_ptr_array_add (items, (gpointer) "B");
  two = shinsa_list_text (items);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "A, B");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/words", test_words);
  g_test_add_func ("/words/only-written", test_words_that_are_only_written);
  g_test_add_func ("/words/labels/words", test_labels_of_words);
  g_test_add_func ("/words/labels/states", test_labels_of_states);
  g_test_add_func ("/words/list-text", test_list_text);
  return g_test_run ();
}

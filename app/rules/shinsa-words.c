/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-words.h"

#include <string.h>

typedef struct {
  int         value;
  const char *word;
} Word;

/* The end of each table. */
#define NO_MORE_WORDS { 0, NULL }

static const char *
find_word (const Word *words,
           int         value)
{
  for (; words->word != NULL; words++)
    if (words->value == value)
      return words->word;
  g_return_val_if_reached (NULL);
}

static const Word *
find_value (const Word *words,
            const char *word)
{
  for (; words->word != NULL; words++)
    if (strcmp (words->word, word) == 0)
      return words;
  return NULL;
}

#define DEFINE_TO_STRING(noun, Type)                \
  const char *                                      \
  shinsa_##noun##_to_string (Type value)            \
  {                                                 \
    return find_word (noun##_words, value);         \
  }

#define DEFINE_FROM_STRING(noun, Type)              \
  gboolean                                          \
  shinsa_##noun##_from_string (const char *word,    \
                               Type       *value)   \
  {                                                 \
    const Word *found;                              \
                                                    \
    g_return_val_if_fail (word != NULL, FALSE);     \
    g_return_val_if_fail (value != NULL, FALSE);    \
                                                    \
    found = find_value (noun##_words, word);        \
    if (found == NULL)                              \
      return FALSE;                                 \
    *value = found->value;                          \
    return TRUE;                                    \
  }

static const Word phase_words[] = {
  { SHINSA_PHASE_PAPER, "paper" },
  { SHINSA_PHASE_INTERVIEW, "interview" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (phase, ShinsaPhase)
DEFINE_FROM_STRING (phase, ShinsaPhase)

static const Word attendance_words[] = {
  { SHINSA_ATTENDANCE_IN_ROOM, "in_room" },
  { SHINSA_ATTENDANCE_WEB, "web" },
  { SHINSA_ATTENDANCE_LATE, "late" },
  { SHINSA_ATTENDANCE_OUT, "out" },
  { SHINSA_ATTENDANCE_LEFT, "left" },
  { SHINSA_ATTENDANCE_ABSENT, "absent" },
  { SHINSA_ATTENDANCE_OUT_FOR_INTEREST, "out_for_interest" },
  NO_MORE_WORDS,
};
DEFINE_FROM_STRING (attendance, ShinsaAttendanceState)

/* Nobody can be set to it, so it is only ever written. */
const char *
shinsa_attendance_to_string (ShinsaAttendanceState state)
{
  return state == SHINSA_ATTENDANCE_UNKNOWN ? "unknown" : find_word (attendance_words, state);
}

static const Word interview_event_words[] = {
  { SHINSA_INTERVIEW_START, "start" },
  { SHINSA_INTERVIEW_NEXT, "next" },
  { SHINSA_INTERVIEW_EXTEND, "extend" },
  { SHINSA_INTERVIEW_STOP, "stop" },
  { SHINSA_INTERVIEW_HEARD, "heard" },
  { SHINSA_INTERVIEW_CLOSE, "close" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (interview_event, ShinsaInterviewEventType)
DEFINE_FROM_STRING (interview_event, ShinsaInterviewEventType)

static const Word heard_words[] = {
  { SHINSA_HEARD_WHOLE, "whole" },
  { SHINSA_HEARD_PART, "part" },
  { SHINSA_HEARD_NONE, "none" },
  NO_MORE_WORDS,
};
DEFINE_FROM_STRING (heard, ShinsaHeard)

/* Nobody can be set to it, so it is only ever written. */
const char *
shinsa_heard_to_string (ShinsaHeard heard)
{
  return heard == SHINSA_HEARD_UNKNOWN ? "unknown" : find_word (heard_words, heard);
}

static const Word interest_state_words[] = {
  { SHINSA_INTEREST_UNDECLARED, "undeclared" },
  { SHINSA_INTEREST_NONE, "none" },
  { SHINSA_INTEREST_WAITING, "waiting" },
  { SHINSA_INTEREST_RECUSED, "recused" },
  { SHINSA_INTEREST_ADMITTED, "admitted" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (interest_state, ShinsaInterestState)
DEFINE_FROM_STRING (interest_state, ShinsaInterestState)

static const Word review_status_words[] = {
  { SHINSA_REVIEW_COUNTS, "counts" },
  { SHINSA_REVIEW_WAITING, "waiting" },
  { SHINSA_REVIEW_REPLACED, "replaced" },
  { SHINSA_REVIEW_LATE, "late" },
  { SHINSA_REVIEW_VOID, "void" },
  { SHINSA_REVIEW_OTHER_VERSION, "other_version" },
  { SHINSA_REVIEW_PENDING, "pending" },
  { SHINSA_REVIEW_PARTLY_HEARD, "partly_heard" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (review_status, ShinsaReviewStatus)
DEFINE_FROM_STRING (review_status, ShinsaReviewStatus)

static const Word confirmation_state_words[] = {
  { SHINSA_CONFIRMATION_HOLDS, "holds" },
  { SHINSA_CONFIRMATION_NOT_AUTHORISED, "not_authorised" },
  { SHINSA_CONFIRMATION_OVERTAKEN, "overtaken" },
  { SHINSA_CONFIRMATION_INCOMPLETE, "incomplete" },
  { SHINSA_CONFIRMATION_PENDING, "pending" },
  { SHINSA_CONFIRMATION_REOPENED, "reopened" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (confirmation_state, ShinsaConfirmationState)
DEFINE_FROM_STRING (confirmation_state, ShinsaConfirmationState)

static const Word feed_state_words[] = {
  { SHINSA_FEED_PENDING, "pending" },
  { SHINSA_FEED_ACCEPTED, "accepted" },
  { SHINSA_FEED_LOST, "lost" },
  { SHINSA_FEED_HELD, "held" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (feed_state, ShinsaFeedState)
DEFINE_FROM_STRING (feed_state, ShinsaFeedState)

static const Word gate_words[] = {
  { SHINSA_GATE_ALL_REQUIREMENTS, "all_requirements" },
  { SHINSA_GATE_GROWTH, "growth" },
  { SHINSA_GATE_WEIGHTED_TOTAL, "weighted_total" },
  NO_MORE_WORDS,
};

/**
 * shinsa_gate_to_string:
 * @gate: a gate
 *
 * Returns: (transfer none) (nullable): its word; NULL for the outcome that remains otherwise
 */
const char *
shinsa_gate_to_string (ShinsaGate gate)
{
  return gate == SHINSA_GATE_OTHERWISE ? NULL : find_word (gate_words, gate);
}

/**
 * shinsa_gate_from_string:
 * @word: (nullable): a word
 * @gate: (out): the gate
 *
 * Returns: whether the word is one of a gate
 */
gboolean
shinsa_gate_from_string (const char *word,
                         ShinsaGate *gate)
{
  const Word *found;

  g_return_val_if_fail (gate != NULL, FALSE);

  if (word == NULL)
    {
      *gate = SHINSA_GATE_OTHERWISE;
      return TRUE;
    }
  found = find_value (gate_words, word);
  if (found == NULL)
    return FALSE;
  *gate = found->value;
  return TRUE;
}

static const Word statistic_words[] = {
  { SHINSA_STATISTIC_MEDIAN, "median" },
  { SHINSA_STATISTIC_MEAN, "mean" },
  { SHINSA_STATISTIC_TRIMMED_MEAN, "trimmed_mean" },
  { SHINSA_STATISTIC_MAJORITY, "majority" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (statistic, ShinsaStatistic)
DEFINE_FROM_STRING (statistic, ShinsaStatistic)

static const Word growth_when_words[] = {
  { SHINSA_GROWTH_NEVER, "never" },
  { SHINSA_GROWTH_WHEN_BELOW, "own_level_below_threshold" },
  { SHINSA_GROWTH_ALWAYS, "always" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (growth_when, ShinsaGrowthWhen)
DEFINE_FROM_STRING (growth_when, ShinsaGrowthWhen)

static const Word decision_state_words[] = {
  { SHINSA_DECISION_NONE, "none" },
  { SHINSA_DECISION_PROVISIONAL, "provisional" },
  { SHINSA_DECISION_CONFIRMED, "confirmed" },
  { SHINSA_DECISION_REOPENED, "reopened" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (decision_state, ShinsaDecisionState)

static const Word flag_words[] = {
  { SHINSA_FLAG_SPLIT, "split" },
  { SHINSA_FLAG_DIVIDED, "divided" },
  { SHINSA_FLAG_LOWEST_GIVEN, "lowest_given" },
  { SHINSA_FLAG_ONE_BELOW, "one_below" },
  { SHINSA_FLAG_ONE_LEVEL_FROM_LINE, "one_level_from_line" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (flag, ShinsaFlagKind)

static const Word suggestion_why_words[] = {
  { SHINSA_SUGGESTION_GIVEN, "" },
  { SHINSA_SUGGESTION_TOO_FEW_EVALUATORS, "too_few_evaluators" },
  { SHINSA_SUGGESTION_GROWTH_TIED, "growth_tied" },
  { SHINSA_SUGGESTION_GROWTH_TOO_FEW, "growth_too_few" },
  { SHINSA_SUGGESTION_NO_OUTCOME, "no_outcome" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (suggestion_why, ShinsaSuggestionWhy)

static const Word check_words[] = {
  { SHINSA_CHECK_PAPER_CLOSED, "paper_closed" },
  { SHINSA_CHECK_INTERESTS, "interests" },
  { SHINSA_CHECK_REQUIREMENTS, "requirements" },
  { SHINSA_CHECK_PROPOSAL, "proposal" },
  { SHINSA_CHECK_REASON, "reason" },
  { SHINSA_CHECK_QUORUM, "quorum" },
  { SHINSA_CHECK_CHAIR, "chair" },
  NO_MORE_WORDS,
};
DEFINE_TO_STRING (check, ShinsaCheckCode)

const char * const *
shinsa_interest_kinds (void)
{
  static const char * const kinds[] = {
    "none", "possible", "family", "institution", "company", "project", "teaching", "competitor",
    "other", NULL,
  };

  return kinds;
}

const char * const *
shinsa_roles (void)
{
  static const char * const roles[] = {
    "chair", "deputy", "member", "secretariat", "observer", NULL,
  };

  return roles;
}

const char * const *
shinsa_question_states (void)
{
  static const char * const states[] = {
    "open", "sent", "answered", "asked", "confirmed", NULL,
  };

  return states;
}

const char * const *
shinsa_methods (void)
{
  static const char * const methods[] = { "unanimous", "vote", "chair", NULL };

  return methods;
}

const char * const *
shinsa_remark_marks (void)
{
  static const char * const marks[] = { "question", "answer", "important", NULL };

  return marks;
}

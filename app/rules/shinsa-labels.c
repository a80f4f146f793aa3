/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *word;
  const char *context;
  const char *label;
} Label;

#define NO_MORE_LABELS { NULL, NULL, NULL }

/* A word that no label exists for, written by a newer version, stands for itself. */
static const char *
find_label (const Label *labels,
            const char  *word)
{
  for (; labels->word != NULL; labels++)
    if (strcmp (labels->word, word) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, labels->context, labels->label);
  return word;
}

const char *
shinsa_phase_label (ShinsaPhase phase)
{
  return phase == SHINSA_PHASE_INTERVIEW ? _("Interview") : _("Paper review");
}

const char *
shinsa_interest_state_label (ShinsaInterestState state)
{
  switch (state)
    {
    case SHINSA_INTEREST_NONE:
      return C_("interest", "None");
    case SHINSA_INTEREST_WAITING:
      return C_("interest", "Waits for a ruling");
    case SHINSA_INTEREST_RECUSED:
      return C_("interest", "Recused");
    case SHINSA_INTEREST_ADMITTED:
      return C_("interest", "Admitted with reason");
    case SHINSA_INTEREST_UNDECLARED:
    default:
      return C_("interest", "Not declared yet");
    }
}

/**
 * shinsa_interest_kind_label:
 * @kind: one of shinsa_interest_kinds(), or "" where nothing is declared
 *
 * Returns: (transfer none): what people read for it
 */
const char *
shinsa_interest_kind_label (const char *kind)
{
  static const Label labels[] = {
    { "", "interest", NC_("interest", "Not declared yet") },
    { "none", "interest", NC_("interest", "None") },
    { "possible", "interest", NC_("interest", "Possible") },
    { "family", "interest", NC_("interest", "Family") },
    { "institution", "interest", NC_("interest", "Same institution") },
    { "company", "interest", NC_("interest", "Same company") },
    { "project", "interest", NC_("interest", "Joint project or participation") },
    { "teaching", "interest", NC_("interest", "Teacher or employment") },
    { "competitor", "interest", NC_("interest", "Competitor") },
    { "other", "interest", NC_("interest", "Other") },
    NO_MORE_LABELS,
  };

  g_return_val_if_fail (kind != NULL, NULL);

  return find_label (labels, kind);
}

const char *
shinsa_review_status_label (ShinsaReviewStatus status)
{
  switch (status)
    {
    case SHINSA_REVIEW_COUNTS:
      return C_("review", "Counts");
    case SHINSA_REVIEW_WAITING:
      return C_("review", "Waits until its phase opens");
    case SHINSA_REVIEW_REPLACED:
      return C_("review", "Replaced");
    case SHINSA_REVIEW_LATE:
      return C_("review", "Late");
    case SHINSA_REVIEW_VOID:
      return C_("review", "Void");
    case SHINSA_REVIEW_OTHER_VERSION:
      return C_("review", "Made for other requirements");
    case SHINSA_REVIEW_PARTLY_HEARD:
      return C_("review", "Revised without having heard all");
    case SHINSA_REVIEW_PENDING:
    default:
      return C_("review", "Not received yet");
    }
}

const char *
shinsa_attendance_label (ShinsaAttendanceState state)
{
  switch (state)
    {
    case SHINSA_ATTENDANCE_IN_ROOM:
      return C_("attendance", "In the room");
    case SHINSA_ATTENDANCE_WEB:
      return C_("attendance", "By web");
    case SHINSA_ATTENDANCE_LATE:
      return C_("attendance", "Late");
    case SHINSA_ATTENDANCE_OUT:
      return C_("attendance", "Out for a while");
    case SHINSA_ATTENDANCE_LEFT:
      return C_("attendance", "Left early");
    case SHINSA_ATTENDANCE_ABSENT:
      return C_("attendance", "Absent");
    case SHINSA_ATTENDANCE_OUT_FOR_INTEREST:
      return C_("attendance", "Out for an interest");
    case SHINSA_ATTENDANCE_UNKNOWN:
    default:
      return C_("attendance", "Not recorded");
    }
}

/* How much of an interview somebody heard. */
const char *
shinsa_heard_label (ShinsaHeard heard)
{
  switch (heard)
    {
    case SHINSA_HEARD_WHOLE:
      return C_("heard", "Heard all of it");
    case SHINSA_HEARD_PART:
      return C_("heard", "Heard part of it");
    case SHINSA_HEARD_NONE:
      return C_("heard", "Did not hear it");
    case SHINSA_HEARD_UNKNOWN:
    default:
      return C_("heard", "Not recorded");
    }
}

/**
 * shinsa_role_label:
 * @role: one of shinsa_roles()
 *
 * Returns: (transfer none): what people read for it
 */
const char *
shinsa_role_label (const char *role)
{
  static const Label labels[] = {
    { "chair", "role", NC_("role", "Chair") },
    { "deputy", "role", NC_("role", "Deputy") },
    { "member", "role", NC_("role", "Member") },
    { "secretariat", "role", NC_("role", "Secretariat") },
    { "observer", "role", NC_("role", "Observer") },
    NO_MORE_LABELS,
  };

  g_return_val_if_fail (role != NULL, NULL);

  return find_label (labels, role);
}

const char *
shinsa_feed_state_label (ShinsaFeedState state)
{
  switch (state)
    {
    case SHINSA_FEED_ACCEPTED:
      return C_("feed", "Accepted");
    case SHINSA_FEED_LOST:
      return C_("feed", "Lost");
    case SHINSA_FEED_HELD:
      return C_("feed", "Held");
    case SHINSA_FEED_PENDING:
    default:
      return C_("feed", "Waits to be accepted");
    }
}

/**
 * shinsa_question_state_label:
 * @state: one of shinsa_question_states()
 *
 * Returns: (transfer none): what people read for it
 */
const char *
shinsa_question_state_label (const char *state)
{
  static const Label labels[] = {
    { "open", "question", NC_("question", "Open") },
    { "sent", "question", NC_("question", "Sent") },
    { "answered", "question", NC_("question", "Answered") },
    { "asked", "question", NC_("question", "Asked") },
    { "confirmed", "question", NC_("question", "Confirmed") },
    NO_MORE_LABELS,
  };

  g_return_val_if_fail (state != NULL, NULL);

  return find_label (labels, state);
}

/**
 * shinsa_method_label:
 * @method: one of shinsa_methods()
 *
 * Returns: (transfer none): what people read for it
 */
const char *
shinsa_method_label (const char *method)
{
  static const Label labels[] = {
    { "unanimous", "method", NC_("method", "Unanimous") },
    { "vote", "method", NC_("method", "By vote") },
    { "chair", "method", NC_("method", "By the chair’s ruling") },
    NO_MORE_LABELS,
  };

  g_return_val_if_fail (method != NULL, NULL);

  return find_label (labels, method);
}

const char *
shinsa_flag_label (ShinsaFlagKind flag)
{
  switch (flag)
    {
    case SHINSA_FLAG_SPLIT:
      return C_("flag", "Split");
    case SHINSA_FLAG_DIVIDED:
      return C_("flag", "On both sides of the threshold");
    case SHINSA_FLAG_LOWEST_GIVEN:
      return C_("flag", "Lowest level given");
    case SHINSA_FLAG_ONE_BELOW:
      return C_("flag", "The only requirement below its threshold");
    case SHINSA_FLAG_ONE_LEVEL_FROM_LINE:
      return C_("flag", "One level from the line");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
shinsa_confirmation_state_label (ShinsaConfirmationState state)
{
  switch (state)
    {
    case SHINSA_CONFIRMATION_HOLDS:
      return C_("confirmation", "Holds");
    case SHINSA_CONFIRMATION_NOT_AUTHORISED:
      return C_("confirmation", "Not authorised");
    case SHINSA_CONFIRMATION_OVERTAKEN:
      return C_("confirmation", "Overtaken, to be confirmed again");
    case SHINSA_CONFIRMATION_INCOMPLETE:
      return C_("confirmation", "Incomplete");
    case SHINSA_CONFIRMATION_REOPENED:
      return C_("confirmation", "Reopened");
    case SHINSA_CONFIRMATION_PENDING:
    default:
      return C_("confirmation", "Not received yet");
    }
}

/**
 * shinsa_list_text:
 * @items: (element-type utf8): names
 *
 * Returns: (transfer full): the names as they are listed within a sentence
 */
char *
shinsa_list_text (GPtrArray *items)
{
  GString *text;

  g_return_val_if_fail (items != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < items->len; i++)
    {
      /* Translators: stands between the names of a list within a sentence. */
      if (i > 0)
        g_string_append (text, C_("list", ", "));
      g_string_append (text, g_ptr_array_index (items, i));
    }
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries/shinsa-kind.h"

#include "entries/shinsa-kinds.h"
#include "shinsa-error.h"

static const ShinsaKind kinds[] = {
  { SHINSA_KIND_ROUND_DEFINE, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_round_define },
  { SHINSA_KIND_ROSTER_SET, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_roster_set },
  { SHINSA_KIND_SCHEDULE_SET, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_schedule_set },
  { SHINSA_KIND_PHASE_OPEN, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_phase_open, shinsa_apply_phase_open },
  { SHINSA_KIND_PHASE_CLOSE, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_phase_close, shinsa_apply_phase_close },
  { SHINSA_KIND_RECORD_EXPORT, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_record_export },
  { SHINSA_KIND_DOSSIER_SET, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_dossier_set },
  { SHINSA_KIND_DOSSIER_CONTENT, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_dossier_content },
  { SHINSA_KIND_DOCUMENT_SET, 1, SHINSA_SIDE_ACT,
    NULL, shinsa_apply_document_set },
  { SHINSA_KIND_QUESTION_SET, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_question_set, shinsa_apply_question_set },
  { SHINSA_KIND_ATTENDANCE_SET, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_attendance_set, shinsa_apply_attendance_set },
  { SHINSA_KIND_INTERVIEW_RECORD, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_interview_record, shinsa_apply_interview_record },
  { SHINSA_KIND_FEED_OPEN, 1, SHINSA_SIDE_SUBMISSION,
    shinsa_authorise_feed_open, shinsa_apply_feed_open },
  { SHINSA_KIND_FEED_SET, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_feed_set, shinsa_apply_feed_set },
  { SHINSA_KIND_PACKET_ISSUE, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_packet_issue, shinsa_apply_packet_issue },
  { SHINSA_KIND_INTEREST_DECLARE, 1, SHINSA_SIDE_SUBMISSION,
    shinsa_authorise_interest_declare, shinsa_apply_interest_declare },
  { SHINSA_KIND_INTEREST_RULE, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_interest_rule, shinsa_apply_interest_rule },
  { SHINSA_KIND_REVIEW_SUBMIT, 1, SHINSA_SIDE_SUBMISSION,
    shinsa_authorise_review_submit, shinsa_apply_review_submit },
  { SHINSA_KIND_SUBMISSION_ADMIT, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_submission_admit, shinsa_apply_submission_admit },
  { SHINSA_KIND_SUBMISSION_ENTER, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_submission_enter, shinsa_apply_submission_enter },
  { SHINSA_KIND_OUTCOME_PROPOSE, 1, SHINSA_SIDE_ACT,
    shinsa_authorise_outcome_propose, shinsa_apply_outcome_propose },
  { SHINSA_KIND_DECISION_CONFIRM, 1, SHINSA_SIDE_SUBMISSION,
    shinsa_authorise_decision_confirm, shinsa_apply_decision_confirm },
  { SHINSA_KIND_DECISION_REOPEN, 1, SHINSA_SIDE_SUBMISSION,
    shinsa_authorise_decision_reopen, shinsa_apply_decision_reopen },
};

/**
 * shinsa_kind_lookup:
 * @name: name of a kind, such as review.submit
 *
 * "receive" is not among them: it is the replay itself that receives.
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL where this program does not know it
 */
const ShinsaKind *
shinsa_kind_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return &kinds[i];
    }

  return NULL;
}

/**
 * shinsa_kind_is_verdict:
 * @error: an error of apply
 *
 * Returns: whether it is about what the entry says, so that a replay notes it and goes on; any
 *   other error is about this computer and stops the replay
 */
gboolean
shinsa_kind_is_verdict (const GError *error)
{
  return g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_INVALID) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_TOO_LARGE) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_REFUSED) ||
         g_error_matches (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED);
}

/**
 * shinsa_kind_verdict:
 * @error: an error that is a verdict
 *
 * Returns: the word that the official tables keep. Never the sentence: that is in the language of
 *   whoever reads it, and every computer's tables have to be alike.
 */
const char *
shinsa_kind_verdict (const GError *error)
{
  g_return_val_if_fail (shinsa_kind_is_verdict (error), "");

  if (error->code == SHINSA_ERROR_NOT_AUTHORISED)
    return "not_authorised";
  if (error->code == SHINSA_ERROR_REFUSED)
    return "refused";

  return "invalid";
}

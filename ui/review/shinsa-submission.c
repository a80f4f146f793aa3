/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-submission.h"

typedef struct {
  char        *application;
  ShinsaPhase  phase;
  gboolean     abstain;
} Submission;

static void
submission_free (gpointer data)
{
  Submission *submission = data;

  g_free (submission->application);
  g_free (submission);
}

static gboolean
send (ShinsaSession  *session,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  const Submission *submission = data;

  if (submission->abstain)
    return shinsa_session_abstain (session, submission->application, submission->phase, error);
  return shinsa_session_submit_review (session, submission->application, submission->phase, error);
}

/**
 * shinsa_submission_send_async:
 * @service: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @abstain: whether an abstention is recorded instead of the draft
 * @callback: (nullable): called when it is submitted
 * @user_data: for @callback
 *
 * Submits the own draft, with everything that was entered before.
 */
void
shinsa_submission_send_async (ShinsaService       *service,
                              const char          *application,
                              ShinsaPhase          phase,
                              gboolean             abstain,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Submission *submission;

  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (application != NULL);

  submission = g_new0 (Submission, 1);
  submission->application = g_strdup (application);
  submission->phase = phase;
  submission->abstain = abstain;
  shinsa_service_run_async (service, send, submission, submission_free, NULL, callback, user_data);
}

/**
 * shinsa_submission_send_finish:
 * @service: a service
 * @result: what the callback was given
 * @error: return location for what the review still needs
 *
 * Returns: whether it is submitted; otherwise the draft is as it was
 */
gboolean
shinsa_submission_send_finish (ShinsaService  *service,
                               GAsyncResult   *result,
                               GError        **error)
{
  return shinsa_service_run_finish (service, result, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-decision.h"

#include "rules/shinsa-round-parts.h"
#include "rules/shinsa-round-private.h"

#include <string.h>

typedef struct {
  gint64  seq;
  char   *confirmation;
  char   *reason;
  char   *reference;
} Reopening;

static void
reopening_free (Reopening *reopening)
{
  g_free (reopening->confirmation);
  g_free (reopening->reason);
  g_free (reopening->reference);
  g_free (reopening);
}

/**
 * shinsa_round_add_reopening:
 * @round: a round that is being loaded
 * @confirmation: the hash of the confirmation that is reopened
 * @reason: why
 * @reference: of the office, or ""
 * @seq: its place in the register
 */
void
shinsa_round_add_reopening (ShinsaRound *round,
                            const char  *confirmation,
                            const char  *reason,
                            const char  *reference,
                            gint64       seq)
{
  Reopening *reopening;

  g_return_if_fail (round != NULL);
  g_return_if_fail (confirmation != NULL);
  g_return_if_fail (reason != NULL);
  g_return_if_fail (reference != NULL);
  g_return_if_fail (seq > 0);

  reopening = g_new0 (Reopening, 1);
  reopening->seq = seq;
  reopening->confirmation = g_strdup (confirmation);
  reopening->reason = g_strdup (reason);
  reopening->reference = g_strdup (reference);
  if (round->reopenings == NULL)
    round->reopenings = g_ptr_array_new_with_free_func ((GDestroyNotify) reopening_free);
  g_ptr_array_add (round->reopenings, reopening);
}

static int
compare_confirmations (gconstpointer a,
                       gconstpointer b)
{
  const ShinsaConfirmation *first = *(const ShinsaConfirmation * const *) a;
  const ShinsaConfirmation *second = *(const ShinsaConfirmation * const *) b;

  return shinsa_compare_seq (first->seq, second->seq);
}

static void
reopen (ShinsaConfirmation *confirmation,
        GPtrArray          *reopenings)
{
  for (guint i = 0; i < reopenings->len; i++)
    {
      const Reopening *reopening = g_ptr_array_index (reopenings, i);

      if (reopening->seq <= confirmation->seq ||
          strcmp (reopening->confirmation, confirmation->entry) != 0)
        continue;
      confirmation->state = SHINSA_CONFIRMATION_REOPENED;
      confirmation->reopened_seq = reopening->seq;
      shinsa_set_string (&confirmation->reason, reopening->reason);
      shinsa_set_string (&confirmation->reference, reopening->reference);
      return;
    }
}

void
shinsa_round_settle_confirmations (ShinsaRound *round)
{
  g_autoptr (GHashTable) versions = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_sort (round->confirmations, compare_confirmations);
  for (guint i = 0; i < round->confirmations->len; i++)
    {
      ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i);
      int version;

      if (confirmation->state == SHINSA_CONFIRMATION_HOLDS && round->reopenings != NULL)
        reopen (confirmation, round->reopenings);
      if (confirmation->state != SHINSA_CONFIRMATION_HOLDS &&
          confirmation->state != SHINSA_CONFIRMATION_REOPENED)
        continue;
      version = GPOINTER_TO_INT (g_hash_table_lookup (versions, confirmation->application)) + 1;
      confirmation->version = version;
      g_hash_table_insert (versions, confirmation->application, GINT_TO_POINTER (version));
    }
}

/* --- How far deciding has come --- */

/**
 * shinsa_round_proposal:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer none) (nullable): its newest provisional outcome
 */
const ShinsaProposal *
shinsa_round_proposal (const ShinsaRound *round,
                       const char        *application)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  for (guint i = round->proposals->len; i > 0; i--)
    {
      const ShinsaProposal *proposal = g_ptr_array_index (round->proposals, i - 1);

      if (strcmp (proposal->application, application) == 0)
        return proposal;
    }
  return NULL;
}

/* The newest confirmation of an application that is in one of two states. */
static const ShinsaConfirmation *
find_confirmation (const ShinsaRound       *round,
                   const char              *application,
                   ShinsaConfirmationState  state,
                   ShinsaConfirmationState  or_state)
{
  for (guint i = round->confirmations->len; i > 0; i--)
    {
      const ShinsaConfirmation *confirmation = g_ptr_array_index (round->confirmations, i - 1);

      if ((confirmation->state == state || confirmation->state == or_state) &&
          strcmp (confirmation->application, application) == 0)
        return confirmation;
    }
  return NULL;
}

static gboolean
is_withdrawn (const ShinsaRound *round,
              const char        *application)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);

  return dossier != NULL && dossier->withdrawn;
}

/**
 * shinsa_round_confirmation:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer none) (nullable): the confirmation that holds; none holds for an application
 *   that was withdrawn
 */
const ShinsaConfirmation *
shinsa_round_confirmation (const ShinsaRound *round,
                           const char        *application)
{
  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  if (is_withdrawn (round, application))
    return NULL;
  return find_confirmation (round, application,
                            SHINSA_CONFIRMATION_HOLDS, SHINSA_CONFIRMATION_HOLDS);
}

/**
 * shinsa_round_decision:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: how far deciding on the application has come. It is reopened until a provisional
 *   outcome is set again
 */
ShinsaDecisionState
shinsa_round_decision (const ShinsaRound *round,
                       const char        *application)
{
  const ShinsaConfirmation *confirmation;
  const ShinsaProposal *proposal;

  g_return_val_if_fail (round != NULL, SHINSA_DECISION_NONE);
  g_return_val_if_fail (application != NULL, SHINSA_DECISION_NONE);

  if (is_withdrawn (round, application))
    return SHINSA_DECISION_NONE;
  confirmation = find_confirmation (round, application,
                                    SHINSA_CONFIRMATION_HOLDS, SHINSA_CONFIRMATION_REOPENED);
  proposal = shinsa_round_proposal (round, application);
  if (confirmation != NULL && confirmation->state == SHINSA_CONFIRMATION_HOLDS)
    return SHINSA_DECISION_CONFIRMED;
  if (confirmation != NULL && (proposal == NULL || proposal->seq < confirmation->reopened_seq))
    return SHINSA_DECISION_REOPENED;
  return proposal != NULL ? SHINSA_DECISION_PROVISIONAL : SHINSA_DECISION_NONE;
}

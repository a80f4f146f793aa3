/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-phase.h"

#include <string.h>

typedef struct {
  gboolean was_opened;
  gboolean is_open;
} Standing;

/* What the changes up to @seq, that one included, leave of a phase. */
static Standing
find_standing (const ShinsaRound *round,
               ShinsaPhase        phase,
               const char        *application,
               gint64             seq)
{
  Standing standing = { FALSE, FALSE };

  for (guint i = 0; i < round->phase_changes->len; i++)
    {
      const ShinsaPhaseChange *change = g_ptr_array_index (round->phase_changes, i);

      if (change->phase != phase || change->seq > seq)
        continue;
      if (change->application != NULL && strcmp (change->application, application) != 0)
        continue;
      standing.is_open = change->open;
      standing.was_opened |= change->open;
    }
  return standing;
}

/**
 * shinsa_round_phase_is_open:
 * @round: a round
 * @phase: a phase of it
 * @application: the id of an application
 *
 * Returns: whether the phase is open for the application now
 */
gboolean
shinsa_round_phase_is_open (const ShinsaRound *round,
                            ShinsaPhase        phase,
                            const char        *application)
{
  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  return find_standing (round, phase, application, G_MAXINT64).is_open;
}

/**
 * shinsa_round_phase_was_opened:
 * @round: a round
 * @phase: a phase of it
 * @application: the id of an application
 *
 * Returns: whether the phase was ever opened for the application, be it closed by now
 */
gboolean
shinsa_round_phase_was_opened (const ShinsaRound *round,
                               ShinsaPhase        phase,
                               const char        *application)
{
  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  return find_standing (round, phase, application, G_MAXINT64).was_opened;
}

/**
 * shinsa_round_phase_was_closed:
 * @round: a round
 * @phase: a phase
 * @application: the id of an application
 *
 * Returns: whether the phase was open for the application and is closed now
 */
gboolean
shinsa_round_phase_was_closed (const ShinsaRound *round,
                               ShinsaPhase        phase,
                               const char        *application)
{
  return shinsa_round_is_late (round, phase, application);
}

/**
 * shinsa_round_is_late:
 * @round: a round
 * @phase: a phase
 * @application: the id of an application
 *
 * Returns: whether a review would be late if the desk received it now
 */
gboolean
shinsa_round_is_late (const ShinsaRound *round,
                      ShinsaPhase        phase,
                      const char        *application)
{
  return shinsa_round_is_late_at (round, phase, application, G_MAXINT64);
}

/**
 * shinsa_round_is_late_at:
 * @round: a round
 * @phase: a phase
 * @application: the id of an application
 * @seq: a place in the register
 *
 * Before a phase was ever opened nothing is late: it waits and counts on opening.
 *
 * Returns: whether a review is late that the desk received at that place
 */
gboolean
shinsa_round_is_late_at (const ShinsaRound *round,
                         ShinsaPhase        phase,
                         const char        *application,
                         gint64             seq)
{
  Standing standing;

  g_return_val_if_fail (round != NULL, FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  standing = find_standing (round, phase, application, seq);
  return standing.was_opened && !standing.is_open;
}

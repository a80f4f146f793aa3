/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-service-entering.h"

#include "shinsa-draft-parts.h"
#include "shinsa-service-private.h"

typedef struct {
  ShinsaService *service;
  const char    *application;
  ShinsaPhase    phase;
} Target;

static const ShinsaReview *
get_draft (const Target *target)
{
  return shinsa_service_get_draft (target->service, target->application, target->phase);
}

static void
enter_part (ShinsaDraftPart  part,
            const char      *key,
            const char      *value,
            gpointer         data)
{
  const Target *target = data;
  ShinsaService *self = target->service;

  shinsa_service_apply_draft_part (self, target->application, target->phase, part, key, value);
  shinsa_draft_queue_put (self->queue, self->root, self->identity, target->application,
                          target->phase, part, key, value);
}

static const ShinsaReview *
find_submitted (const Target *target)
{
  const ShinsaRound *round = target->service->round;

  return round != NULL ? shinsa_round_newest_review (round, target->application, round->member,
                                                     target->phase) : NULL;
}

/* What a draft begins as: what was submitted, after the interview as the paper review. */
static const ShinsaReview *
find_beginning (const Target *target)
{
  const ShinsaRound *round = target->service->round;
  const ShinsaReview *before = find_submitted (target);

  if (before == NULL && round != NULL && target->phase == SHINSA_PHASE_INTERVIEW)
    before = shinsa_round_newest_review (round, target->application, round->member,
                                         SHINSA_PHASE_PAPER);
  return before;
}

/* Whoever changes one level of a submitted review does not want to submit that level alone. */
static void
begin_draft (const Target *target)
{
  const ShinsaReview *draft = get_draft (target);
  const ShinsaReview *before = find_beginning (target);

  if (before != NULL && (draft == NULL || shinsa_review_is_blank (draft)))
    shinsa_review_foreach_part (before, enter_part, (gpointer) target);
}

static const ShinsaReview *
find_standing (const Target *target)
{
  const ShinsaReview *draft = get_draft (target);

  return draft != NULL && !shinsa_review_is_blank (draft) ? draft : find_beginning (target);
}

/* A draft goes with what was submitted before it: once it is submitted itself, nothing of it can
 * be taken back any more. */
static ShinsaDraftHistory *
find_history (const Target *target)
{
  ShinsaService *self = target->service;
  const ShinsaReview *submitted = find_submitted (target);
  g_autofree char *name = g_strdup_printf ("%s %d %s", target->application, target->phase,
                                           submitted != NULL ? submitted->entry : "");
  ShinsaDraftHistory *history = g_hash_table_lookup (self->histories, name);

  if (history == NULL)
    {
      history = shinsa_draft_history_new ();
      g_hash_table_insert (self->histories, g_steal_pointer (&name), history);
    }
  return history;
}

static void
push_draft (const Target *target)
{
  shinsa_order_push (shinsa_order_new (target->service, NULL, NULL, NULL, NULL));
  shinsa_service_tell_draft (target->service, target->application);
}

/**
 * shinsa_service_set_draft:
 * @self: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @part: which part of the draft
 * @key: (nullable): the requirement or number of the part
 * @value: (nullable): what was entered; NULL takes it away
 *
 * Changes the own draft at once and writes it as soon as the writer gets to it. A value that
 * cannot be written is kept and tried again. Where a review was submitted before, the draft begins
 * as that.
 */
void
shinsa_service_set_draft (ShinsaService   *self,
                          const char      *application,
                          ShinsaPhase      phase,
                          ShinsaDraftPart  part,
                          const char      *key,
                          const char      *value)
{
  Target target = { self, application, phase };
  const ShinsaReview *standing;
  g_autofree char *before = NULL;

  g_return_if_fail (SHINSA_IS_SERVICE (self));
  g_return_if_fail (self->root != NULL);
  g_return_if_fail (application != NULL);

  standing = find_standing (&target);
  before = standing != NULL ? shinsa_review_dup_part (standing, part, key) : NULL;
  begin_draft (&target);
  enter_part (part, key, value, &target);
  shinsa_draft_history_record (find_history (&target), part, key, before, value,
                               g_get_monotonic_time ());
  push_draft (&target);
}

/* --- Taking back --- */

static void
take_part_away (ShinsaDraftPart  part,
                const char      *key,
                const char      *value,
                gpointer         data)
{
  enter_part (part, key, NULL, data);
}

static void
put_back (const Target          *target,
          const ShinsaDraftStep *step,
          const char            *value)
{
  const ShinsaReview *beginning = find_beginning (target);

  begin_draft (target);
  enter_part (step->part, step->key, value, (gpointer) target);
  /* A draft that says no more than what it began as is none: nothing is changed. */
  if (beginning != NULL && shinsa_review_says_as_much (get_draft (target), beginning))
    shinsa_review_foreach_part (beginning, take_part_away, (gpointer) target);
  push_draft (target);
}

/**
 * shinsa_service_get_standing:
 * @self: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 *
 * Returns: (transfer none) (nullable): what the next change of the own draft starts from, valid
 *   until the main loop goes on: the draft, or what it will begin as
 */
const ShinsaReview *
shinsa_service_get_standing (ShinsaService *self,
                             const char    *application,
                             ShinsaPhase    phase)
{
  Target target = { self, application, phase };

  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);

  return find_standing (&target);
}

/**
 * shinsa_service_can_step_draft:
 * @self: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @way: back, or again
 *
 * Returns: whether shinsa_service_step_draft() would find a step
 */
gboolean
shinsa_service_can_step_draft (ShinsaService  *self,
                               const char     *application,
                               ShinsaPhase     phase,
                               ShinsaDraftWay  way)
{
  Target target = { self, application, phase };

  g_return_val_if_fail (SHINSA_IS_SERVICE (self), FALSE);
  g_return_val_if_fail (application != NULL, FALSE);

  return shinsa_draft_history_peek (find_history (&target), find_standing (&target), way) != NULL;
}

/**
 * shinsa_service_step_draft:
 * @self: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @way: back, or again
 *
 * Takes back the last step of the own draft, or does again the one that was taken back last.
 *
 * Returns: (transfer none) (nullable): the step, valid until the draft is changed again; NULL where
 *   there was none
 */
const ShinsaDraftStep *
shinsa_service_step_draft (ShinsaService  *self,
                           const char     *application,
                           ShinsaPhase     phase,
                           ShinsaDraftWay  way)
{
  Target target = { self, application, phase };
  const ShinsaDraftStep *step;

  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);

  step = shinsa_draft_history_step (find_history (&target), find_standing (&target), way);
  if (step != NULL)
    put_back (&target, step, way == SHINSA_STEP_BACK ? step->before : step->after);
  return step;
}

/**
 * shinsa_service_take_back_draft:
 * @self: a service that shows a round
 * @application: what is reviewed
 * @phase: the phase of the review
 * @part: a part of the draft
 * @key: (nullable): the requirement or number of the part
 *
 * Takes back the last step of one part, whatever was entered elsewhere since.
 *
 * Returns: (transfer none) (nullable): as shinsa_service_step_draft()
 */
const ShinsaDraftStep *
shinsa_service_take_back_draft (ShinsaService   *self,
                                const char      *application,
                                ShinsaPhase      phase,
                                ShinsaDraftPart  part,
                                const char      *key)
{
  Target target = { self, application, phase };
  const ShinsaDraftStep *step;

  g_return_val_if_fail (SHINSA_IS_SERVICE (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);

  step = shinsa_draft_history_take_back (find_history (&target), find_standing (&target), part,
                                         key);
  if (step != NULL)
    put_back (&target, step, step->before);
  return step;
}

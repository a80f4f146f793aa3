/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-draft-history.h"

#include "shinsa-draft-parts.h"

/* Whoever rests for so long between two words begins a new step. */
#define BURST (2 * G_USEC_PER_SEC)

/* More than anybody takes back one by one. */
#define MOST_STEPS 1000

struct _ShinsaDraftHistory {
  GPtrArray *done;      /* (element-type ShinsaDraftStep), oldest first */
  GPtrArray *undone;    /* (element-type ShinsaDraftStep), the next to be done again last */
};

static void
step_free (ShinsaDraftStep *step)
{
  g_free (step->key);
  g_free (step->before);
  g_free (step->after);
  g_free (step);
}

static ShinsaDraftStep *
last_of (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static gboolean
is_of (const ShinsaDraftStep *step,
       ShinsaDraftPart        part,
       const char            *key)
{
  return step->part == part && g_str_equal (step->key, key);
}

static gboolean
is_typed (ShinsaDraftPart part)
{
  switch (part)
    {
    case SHINSA_DRAFT_REASON:
    case SHINSA_DRAFT_STRONG:
    case SHINSA_DRAFT_WEAK:
    case SHINSA_DRAFT_REMARKS:
    case SHINSA_DRAFT_QUESTION:
    case SHINSA_DRAFT_REVISION:
      return TRUE;
    case SHINSA_DRAFT_LEVEL:
    case SHINSA_DRAFT_EVIDENCE:
    case SHINSA_DRAFT_GROWTH:
    case SHINSA_DRAFT_OVERALL:
    default:
      return FALSE;
    }
}

static gboolean
stands_as (const ShinsaReview    *draft,
           const ShinsaDraftStep *step,
           const char            *value)
{
  g_autofree char *now = draft != NULL ? shinsa_review_dup_part (draft, step->part, step->key)
                                       : NULL;

  return g_strcmp0 (now, value) == 0;
}

ShinsaDraftHistory *
shinsa_draft_history_new (void)
{
  ShinsaDraftHistory *self = g_new0 (ShinsaDraftHistory, 1);

  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

void
shinsa_draft_history_free (ShinsaDraftHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/* Typing goes on where it was; back to where it began it is undone, by whatever key. */
static gboolean
join (ShinsaDraftHistory *self,
      ShinsaDraftStep    *last,
      const char         *after,
      gint64              at)
{
  gboolean back = g_strcmp0 (last->before, after) == 0;

  if (back)
    {
      g_ptr_array_add (self->undone, g_ptr_array_steal_index (self->done, self->done->len - 1));
      return TRUE;
    }
  if (at - last->at > BURST)
    return FALSE;
  g_free (last->after);
  last->after = g_strdup (after);
  last->at = at;
  return TRUE;
}

/**
 * shinsa_draft_history_record:
 * @self: a history
 * @part: which part of the draft
 * @key: (nullable): the requirement or number of the part
 * @before: (nullable): what it held
 * @after: (nullable): what it holds now
 * @at: when that was, in microseconds of a clock that never goes back
 *
 * Remembers a step. What was taken back before cannot be done again after it.
 */
void
shinsa_draft_history_record (ShinsaDraftHistory *self,
                             ShinsaDraftPart     part,
                             const char         *key,
                             const char         *before,
                             const char         *after,
                             gint64              at)
{
  ShinsaDraftStep *step;

  g_return_if_fail (self != NULL);

  key = key != NULL ? key : "";
  before = before != NULL && *before != '\0' ? before : NULL;
  after = after != NULL && *after != '\0' ? after : NULL;
  if (g_strcmp0 (before, after) == 0)
    return;
  g_ptr_array_set_size (self->undone, 0);
  step = last_of (self->done);
  if (step != NULL && is_typed (part) && is_of (step, part, key) &&
      g_strcmp0 (step->after, before) == 0 && join (self, step, after, at))
    return;

  step = g_new0 (ShinsaDraftStep, 1);
  step->part = part;
  step->key = g_strdup (key);
  step->before = g_strdup (before);
  step->after = g_strdup (after);
  step->at = at;
  g_ptr_array_add (self->done, step);
  if (self->done->len > MOST_STEPS)
    g_ptr_array_remove_index (self->done, 0);
}

/**
 * shinsa_draft_history_peek:
 * @self: a history
 * @draft: (nullable): the draft as it stands; NULL for none
 * @way: back, or again
 *
 * Returns: (transfer none) (nullable): the step that shinsa_draft_history_step() would take
 */
const ShinsaDraftStep *
shinsa_draft_history_peek (ShinsaDraftHistory *self,
                           const ShinsaReview *draft,
                           ShinsaDraftWay      way)
{
  const ShinsaDraftStep *step;

  g_return_val_if_fail (self != NULL, NULL);

  step = last_of (way == SHINSA_STEP_BACK ? self->done : self->undone);
  if (step == NULL ||
      !stands_as (draft, step, way == SHINSA_STEP_BACK ? step->after : step->before))
    return NULL;
  return step;
}

/**
 * shinsa_draft_history_step:
 * @self: a history
 * @draft: (nullable): the draft as it stands; NULL for none
 * @way: back, or again
 *
 * Takes back the last step, or does again the one that was taken back last. Whoever calls puts into
 * the draft what was before the step, or after it.
 *
 * Returns: (transfer none) (nullable): the step, valid until the next record; NULL for none
 */
const ShinsaDraftStep *
shinsa_draft_history_step (ShinsaDraftHistory *self,
                           const ShinsaReview *draft,
                           ShinsaDraftWay      way)
{
  GPtrArray *from;
  GPtrArray *to;

  if (shinsa_draft_history_peek (self, draft, way) == NULL)
    return NULL;
  from = way == SHINSA_STEP_BACK ? self->done : self->undone;
  to = way == SHINSA_STEP_BACK ? self->undone : self->done;
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  return last_of (to);
}

/**
 * shinsa_draft_history_take_back:
 * @self: a history
 * @draft: (nullable): the draft as it stands; NULL for none
 * @part: a part of the draft
 * @key: (nullable): the requirement or number of the part
 *
 * Takes back the last step of one part, whatever was done to others since.
 *
 * Returns: (transfer none) (nullable): as shinsa_draft_history_step()
 */
const ShinsaDraftStep *
shinsa_draft_history_take_back (ShinsaDraftHistory *self,
                                const ShinsaReview *draft,
                                ShinsaDraftPart     part,
                                const char         *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->done->len; i > 0; i--)
    {
      const ShinsaDraftStep *step = g_ptr_array_index (self->done, i - 1);

      if (!is_of (step, part, key != NULL ? key : ""))
        continue;
      if (!stands_as (draft, step, step->after))
        return NULL;
      g_ptr_array_add (self->undone, g_ptr_array_steal_index (self->done, i - 1));
      return last_of (self->undone);
    }
  return NULL;
}

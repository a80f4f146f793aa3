/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-suggestion.h"

#include <math.h>
#include <string.h>

/* A total that misses its line by less reaches it: it was rounded, not given. */
#define SLACK 1e-9

static void
flag_free (ShinsaFlag *flag)
{
  g_free (flag->requirement);
  g_free (flag);
}

static void
step_free (ShinsaSuggestionStep *step)
{
  g_free (step->outcome);
  g_ptr_array_unref (step->lacking);
  g_ptr_array_unref (step->failing);
  g_free (step);
}

void
shinsa_suggestion_free (ShinsaSuggestion *suggestion)
{
  g_return_if_fail (suggestion != NULL);

  g_free (suggestion->outcome);
  g_ptr_array_unref (suggestion->steps);
  g_ptr_array_unref (suggestion->flags);
  g_ptr_array_unref (suggestion->aggregates);
  g_free (suggestion);
}

/* --- Flags --- */

static gboolean
is_below (const ShinsaAggregate *aggregate)
{
  return !aggregate->reference_only && !aggregate->passes;
}

static gboolean
has_flag (const ShinsaAggregate *aggregate,
          ShinsaFlagKind         kind)
{
  switch (kind)
    {
    case SHINSA_FLAG_SPLIT:
      return aggregate->split;
    case SHINSA_FLAG_DIVIDED:
      return aggregate->divided;
    case SHINSA_FLAG_LOWEST_GIVEN:
      return aggregate->lowest_given;
    case SHINSA_FLAG_ONE_BELOW:
      return is_below (aggregate);
    case SHINSA_FLAG_ONE_LEVEL_FROM_LINE:
      return aggregate->one_level_from_line;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
count_below (GPtrArray *aggregates)
{
  int count = 0;

  for (guint i = 0; i < aggregates->len; i++)
    count += is_below (g_ptr_array_index (aggregates, i));
  return count;
}

static GPtrArray *
find_flags (GPtrArray *aggregates)
{
  GPtrArray *flags = g_ptr_array_new_with_free_func ((GDestroyNotify) flag_free);
  gboolean one_is_below = count_below (aggregates) == 1;

  for (int kind = SHINSA_FLAG_SPLIT; kind <= SHINSA_FLAG_ONE_LEVEL_FROM_LINE; kind++)
    for (guint i = 0; i < aggregates->len; i++)
      {
        const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);
        ShinsaFlag *flag;

        if (!has_flag (aggregate, kind) || (kind == SHINSA_FLAG_ONE_BELOW && !one_is_below))
          continue;
        flag = g_new0 (ShinsaFlag, 1);
        flag->kind = kind;
        flag->requirement = g_strdup (aggregate->requirement);
        g_ptr_array_add (flags, flag);
      }
  return flags;
}

/* --- Steps --- */

/* S = Σ w·m / Σ w over the requirements that anybody judged, m being the mean. */
static double
find_total (const ShinsaDefinition *definition,
            GPtrArray              *aggregates)
{
  double sum = 0;
  double weights = 0;

  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);
      double weight;

      if (aggregate->counted == 0)
        continue;
      weight = shinsa_definition_requirement (definition, aggregate->requirement)->weight;
      sum += weight * aggregate->mean;
      weights += weight;
    }
  return weights > 0 ? sum / weights : NAN;
}

static ShinsaSuggestionWhy
try_growth (ShinsaSuggestionStep   *step,
            const ShinsaDefinition *definition,
            ShinsaGrowthCount       growth)
{
  step->yes = growth.yes;
  step->no = growth.no;
  step->holds = growth.yes > growth.no;
  if (growth.yes + growth.no < definition->minimum_evaluators)
    return SHINSA_SUGGESTION_GROWTH_TOO_FEW;
  if (growth.yes == growth.no)
    return SHINSA_SUGGESTION_GROWTH_TIED;
  return SHINSA_SUGGESTION_GIVEN;
}

static void
find_failing (ShinsaSuggestionStep *step,
              GPtrArray            *aggregates)
{
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      if (is_below (aggregate))
        g_ptr_array_add (step->failing, g_strdup (aggregate->requirement));
    }
  step->holds = step->failing->len == 0;
}

/* Without enough evaluators no number can be relied on, whichever gate is tried first. */
static void
find_lacking (ShinsaSuggestionStep *step,
              GPtrArray            *aggregates)
{
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      if (aggregate->reference_only)
        g_ptr_array_add (step->lacking, g_strdup (aggregate->requirement));
    }
}

/* Returns why it cannot be said whether the gate holds, or SHINSA_SUGGESTION_GIVEN. */
static ShinsaSuggestionWhy
try_gate (ShinsaSuggestionStep   *step,
          const ShinsaDefinition *definition,
          const ShinsaOutcome    *outcome,
          GPtrArray              *aggregates,
          ShinsaGrowthCount       growth)
{
  ShinsaSuggestionWhy why = SHINSA_SUGGESTION_GIVEN;

  switch (outcome->gate)
    {
    case SHINSA_GATE_ALL_REQUIREMENTS:
      find_failing (step, aggregates);
      break;
    case SHINSA_GATE_GROWTH:
      why = try_growth (step, definition, growth);
      break;
    case SHINSA_GATE_WEIGHTED_TOTAL:
      step->total = find_total (definition, aggregates);
      step->line = outcome->line;
      step->holds = step->total >= step->line - SLACK;
      break;
    case SHINSA_GATE_OTHERWISE:
    default:
      step->holds = TRUE;
      break;
    }

  find_lacking (step, aggregates);
  if (step->lacking->len > 0)
    why = SHINSA_SUGGESTION_TOO_FEW_EVALUATORS;
  if (why != SHINSA_SUGGESTION_GIVEN)
    step->holds = -1;
  return why;
}

static ShinsaSuggestionStep *
step_new (const ShinsaOutcome *outcome)
{
  ShinsaSuggestionStep *step = g_new0 (ShinsaSuggestionStep, 1);

  step->outcome = g_strdup (outcome->code);
  step->gate = outcome->gate;
  step->lacking = g_ptr_array_new_with_free_func (g_free);
  step->failing = g_ptr_array_new_with_free_func (g_free);
  step->yes = -1;
  step->no = -1;
  step->total = NAN;
  step->line = NAN;
  return step;
}

/**
 * shinsa_suggest_from:
 * @definition: a definition
 * @aggregates: (transfer none) (element-type ShinsaAggregate): one for each of its requirements
 * @growth: what was answered about growth
 *
 * Tries the outcomes in their listed order; the first whose gate holds is suggested.
 *
 * Returns: (transfer full): the suggestion with its arithmetic
 */
ShinsaSuggestion *
shinsa_suggest_from (const ShinsaDefinition *definition,
                     GPtrArray              *aggregates,
                     ShinsaGrowthCount       growth)
{
  ShinsaSuggestion *self;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (aggregates != NULL, NULL);

  self = g_new0 (ShinsaSuggestion, 1);
  self->aggregates = g_ptr_array_ref (aggregates);
  self->flags = find_flags (aggregates);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->why = SHINSA_SUGGESTION_NO_OUTCOME;
  for (guint i = 0; i < definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (definition->outcomes, i);
      ShinsaSuggestionStep *step = step_new (outcome);
      ShinsaSuggestionWhy why = try_gate (step, definition, outcome, aggregates, growth);

      g_ptr_array_add (self->steps, step);
      if (step->holds == 0)
        continue;
      self->why = why;
      if (step->holds == 1)
        self->outcome = g_strdup (outcome->code);
      break;
    }
  return self;
}

/**
 * shinsa_suggest:
 * @round: a settled round
 * @application: the id of an application
 *
 * Returns: (transfer full): what the round's rules give for the application as its reviews stand,
 *   those of the interview before those of the paper review
 */
ShinsaSuggestion *
shinsa_suggest (const ShinsaRound *round,
                const char        *application)
{
  g_autoptr (GPtrArray) aggregates = NULL;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  aggregates = shinsa_aggregate_application (round, application, SHINSA_BASIS_DECISION);
  return shinsa_suggest_from (round->definition, aggregates,
                              shinsa_growth_count (round, application, SHINSA_BASIS_DECISION));
}

/**
 * shinsa_suggestion_departs:
 * @suggestion: a suggestion
 * @outcome: the code of an outcome
 *
 * Returns: whether an outcome is suggested and this is another one
 */
gboolean
shinsa_suggestion_departs (const ShinsaSuggestion *suggestion,
                           const char             *outcome)
{
  g_return_val_if_fail (suggestion != NULL, FALSE);
  g_return_val_if_fail (outcome != NULL, FALSE);

  return suggestion->outcome != NULL && strcmp (suggestion->outcome, outcome) != 0;
}

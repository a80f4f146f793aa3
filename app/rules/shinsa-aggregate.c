/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-aggregate.h"

#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-settle.h"

#include <math.h>
#include <stdlib.h>

/* A statistic that misses its threshold by less reaches it: it was rounded, not given. */
#define SLACK 1e-9

void
shinsa_aggregate_free (ShinsaAggregate *aggregate)
{
  g_return_if_fail (aggregate != NULL);

  g_free (aggregate->requirement);
  g_free (aggregate->levels);
  g_free (aggregate);
}

/* --- Numbers of levels --- */

static int
compare_doubles (const void *first,
                 const void *second)
{
  double a = *(const double *) first;
  double b = *(const double *) second;

  return (a > b) - (a < b);
}

static double *
sort_levels (const double *levels,
             int           n_levels)
{
  double *sorted = g_memdup2 (levels, n_levels * sizeof *levels);

  qsort (sorted, n_levels, sizeof *sorted, compare_doubles);
  return sorted;
}

static double
mean_of (const double *levels,
         int           n_levels)
{
  double sum = 0;

  for (int i = 0; i < n_levels; i++)
    sum += levels[i];
  return sum / n_levels;
}

static double
median_of (const double *sorted,
           int           n_levels)
{
  return (sorted[(n_levels - 1) / 2] + sorted[n_levels / 2]) / 2;
}

static double
average_deviation_of (const double *levels,
                      int           n_levels,
                      double        median)
{
  double sum = 0;

  for (int i = 0; i < n_levels; i++)
    sum += fabs (levels[i] - median);
  return sum / n_levels;
}

static int
count_at_or_above (const double *levels,
                   int           n_levels,
                   double        threshold)
{
  int count = 0;

  for (int i = 0; i < n_levels; i++)
    count += levels[i] >= threshold - SLACK;
  return count;
}

/**
 * shinsa_statistic_find:
 * @levels: (array length=n_levels): at least one
 *
 * Returns: what the round's rule compares with the threshold
 */
double
shinsa_statistic_find (ShinsaStatistic  statistic,
                       const double    *levels,
                       int              n_levels,
                       double           threshold)
{
  g_autofree double *sorted = sort_levels (levels, n_levels);

  switch (statistic)
    {
    case SHINSA_STATISTIC_MEAN:
      return mean_of (levels, n_levels);
    case SHINSA_STATISTIC_TRIMMED_MEAN:
      return n_levels >= 3 ? mean_of (sorted + 1, n_levels - 2) : mean_of (sorted, n_levels);
    case SHINSA_STATISTIC_MAJORITY:
      return (double) count_at_or_above (sorted, n_levels, threshold) / n_levels;
    case SHINSA_STATISTIC_MEDIAN:
    default:
      return median_of (sorted, n_levels);
    }
}

static gboolean
passes (ShinsaStatistic statistic,
        double          value,
        double          threshold)
{
  if (statistic == SHINSA_STATISTIC_MAJORITY)
    return value > 0.5;
  return value >= threshold - SLACK;
}

/* Whether a level of the scale between the lowest and the highest one given was given by nobody. */
static gboolean
has_two_camps (const ShinsaDefinition *definition,
               const ShinsaAggregate  *self)
{
  for (guint i = 0; i < definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (definition->levels, i);
      gboolean given = FALSE;

      if (level->value <= self->minimum + SLACK || level->value >= self->maximum - SLACK)
        continue;
      for (int j = 0; j < self->counted && !given; j++)
        given = fabs (self->levels[j] - level->value) < SLACK;
      if (!given)
        return TRUE;
    }
  return FALSE;
}

static gboolean
would_turn (const ShinsaDefinition *definition,
            const ShinsaAggregate  *self,
            int                     index,
            double                  level)
{
  g_autofree double *levels = g_memdup2 (self->levels, self->counted * sizeof *levels);
  double value;

  levels[index] = level;
  value = shinsa_statistic_find (definition->statistic, levels, self->counted, self->threshold);
  return passes (definition->statistic, value, self->threshold) != self->passes;
}

/* Whether somebody's step to a neighbouring level would turn passing into failing or back. */
static gboolean
is_one_level_from_line (const ShinsaDefinition *definition,
                        const ShinsaAggregate  *self)
{
  guint n_levels = definition->levels->len;

  for (int i = 0; i < self->counted; i++)
    for (guint place = 0; place < n_levels; place++)
      {
        const ShinsaLevel *level = g_ptr_array_index (definition->levels, place);
        /* Levels are listed from the highest down. */
        guint neighbour = self->passes ? place + 1 : place - 1;

        if (fabs (level->value - self->levels[i]) >= SLACK || neighbour >= n_levels)
          continue;
        level = g_ptr_array_index (definition->levels, neighbour);
        if (would_turn (definition, self, i, level->value))
          return TRUE;
      }
  return FALSE;
}

/* Levels that deviate from their median by a sixth of the scale points or more disagree (Burke,
 * Finkelstein and Dusig 1999); it takes distance, too, to speak of a split. */
static gboolean
is_split (const ShinsaDefinition *definition,
          const ShinsaAggregate  *self)
{
  gboolean far_apart = self->maximum - self->minimum >= definition->split_range - SLACK;
  double limit = definition->levels->len / 6.0;

  return (far_apart && self->average_deviation >= limit - SLACK) ||
         (far_apart && self->divided) ||
         self->two_camps;
}

static void
count_levels (ShinsaAggregate        *self,
              const ShinsaDefinition *definition)
{
  g_autofree double *sorted = sort_levels (self->levels, self->counted);
  int n_levels = self->counted;

  self->minimum = sorted[0];
  self->maximum = sorted[n_levels - 1];
  self->mean = mean_of (self->levels, n_levels);
  self->median = median_of (sorted, n_levels);
  self->median_low = sorted[(n_levels - 1) / 2];
  self->median_high = sorted[n_levels / 2];
  self->average_deviation = average_deviation_of (sorted, n_levels, self->median);
  self->at_or_above = count_at_or_above (sorted, n_levels, self->threshold);
  self->statistic = shinsa_statistic_find (definition->statistic, self->levels, n_levels,
                                           self->threshold);
  self->lowest_given = self->minimum <= shinsa_definition_lowest (definition) + SLACK;
  self->divided = self->at_or_above > 0 && self->at_or_above < n_levels;
  self->two_camps = has_two_camps (definition, self);
  self->split = is_split (definition, self);
  if (!self->reference_only)
    {
      self->passes = passes (definition->statistic, self->statistic, self->threshold);
      self->one_level_from_line = is_one_level_from_line (definition, self);
    }
}

/**
 * shinsa_aggregate_new:
 * @definition: a definition
 * @requirement: the code of one of its requirements
 * @levels: (array length=n_levels): what those said who are counted, in the order of the roster
 * @n_levels: how many they are
 *
 * Who is recused, cannot judge or is missing is left for the caller to add; until then everybody
 * eligible is counted.
 *
 * Returns: (transfer full): the requirement in numbers
 */
ShinsaAggregate *
shinsa_aggregate_new (const ShinsaDefinition *definition,
                      const char             *requirement,
                      const double           *levels,
                      int                     n_levels)
{
  const ShinsaRequirement *what;
  ShinsaAggregate *self;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (requirement != NULL, NULL);
  g_return_val_if_fail (levels != NULL || n_levels == 0, NULL);
  what = shinsa_definition_requirement (definition, requirement);
  g_return_val_if_fail (what != NULL, NULL);

  self = g_new0 (ShinsaAggregate, 1);
  self->requirement = g_strdup (requirement);
  self->eligible = n_levels;
  self->counted = n_levels;
  self->levels = g_memdup2 (levels, n_levels * sizeof *levels);
  self->threshold = what->threshold;
  self->minimum = self->maximum = self->mean = NAN;
  self->median = self->median_low = self->median_high = NAN;
  self->average_deviation = self->statistic = NAN;
  self->reference_only = n_levels < MAX (definition->minimum_evaluators, 1);
  if (n_levels > 0)
    count_levels (self, definition);
  return self;
}

/* --- Reviews --- */

/* What one member said on one requirement. */
typedef enum {
  SAID_NOTHING,
  SAID_LEVEL,
  CANNOT_JUDGE,
  RECUSED,
  RECUSED_AFTER_JUDGING,
} Said;

static const ShinsaReview *
find_review (const ShinsaRound *round,
             const char        *application,
             const char        *member,
             ShinsaBasis        basis)
{
  const ShinsaReview *review;

  if (basis == SHINSA_BASIS_DECISION)
    return shinsa_round_effective_review (round, application, member);
  review = shinsa_round_review (round, application, member, SHINSA_PHASE_PAPER);
  return review != NULL && review->status == SHINSA_REVIEW_COUNTS ? review : NULL;
}

static gboolean
has_judged (const ShinsaRound *round,
            const char        *application,
            const char        *member,
            const char        *requirement,
            ShinsaPhase        phase)
{
  const ShinsaReview *review = shinsa_round_review (round, application, member, phase);

  return review != NULL && review->seq > 0 && shinsa_review_score (review, requirement) != NULL;
}

static Said
find_said (const ShinsaRound  *round,
           const char         *application,
           const char         *member,
           const char         *requirement,
           ShinsaBasis         basis,
           double             *level)
{
  const ShinsaReview *review;
  const ShinsaScore *score;

  if (shinsa_interest_bars_from (shinsa_round_interest (round, application, member), requirement))
    {
      gboolean judged = has_judged (round, application, member, requirement, SHINSA_PHASE_PAPER);

      if (!judged && basis == SHINSA_BASIS_DECISION)
        judged = has_judged (round, application, member, requirement, SHINSA_PHASE_INTERVIEW);
      return judged ? RECUSED_AFTER_JUDGING : RECUSED;
    }

  review = find_review (round, application, member, basis);
  score = review != NULL ? shinsa_review_score (review, requirement) : NULL;
  if (score == NULL)
    return SAID_NOTHING;
  *level = score->level;
  return isnan (score->level) ? CANNOT_JUDGE : SAID_LEVEL;
}

static ShinsaAggregate *
aggregate_requirement (const ShinsaRound *round,
                       GPtrArray         *scorers,
                       const char        *application,
                       const char        *requirement,
                       ShinsaBasis        basis)
{
  g_autofree double *levels = g_new (double, scorers->len);
  int counts[RECUSED_AFTER_JUDGING + 1] = { 0, };
  ShinsaAggregate *aggregate;

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      double level = NAN;
      Said said = find_said (round, application, member->id, requirement, basis, &level);

      if (said == SAID_LEVEL)
        levels[counts[SAID_LEVEL]] = level;
      counts[said]++;
    }

  aggregate = shinsa_aggregate_new (round->definition, requirement, levels, counts[SAID_LEVEL]);
  aggregate->cannot_judge = counts[CANNOT_JUDGE];
  aggregate->missing = counts[SAID_NOTHING];
  aggregate->eligible = aggregate->counted + aggregate->cannot_judge + aggregate->missing;
  aggregate->voided = counts[RECUSED_AFTER_JUDGING];
  aggregate->recused = counts[RECUSED] + aggregate->voided;
  return aggregate;
}

static GPtrArray *
find_scorers (const ShinsaRound *round)
{
  GPtrArray *scorers = g_ptr_array_new ();

  for (guint i = 0; i < round->members->len; i++)
    {
      ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_round_is_scorer (round, member))
        g_ptr_array_add (scorers, member);
    }
  return scorers;
}

/**
 * shinsa_aggregate_application:
 * @round: a settled round
 * @application: the id of an application
 * @basis: which reviews
 *
 * Returns: (transfer full) (element-type ShinsaAggregate): one for each requirement, in their
 *   order, of the reviews that the round holds
 */
GPtrArray *
shinsa_aggregate_application (const ShinsaRound *round,
                              const char        *application,
                              ShinsaBasis        basis)
{
  g_autoptr (GPtrArray) scorers = NULL;
  GPtrArray *aggregates;

  g_return_val_if_fail (round != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  scorers = find_scorers (round);
  aggregates = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_aggregate_free);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements,
                                                                i);

      g_ptr_array_add (aggregates, aggregate_requirement (round, scorers, application,
                                                          requirement->code, basis));
    }
  return aggregates;
}

/* Levels on requirements that the author has been recused from since are not looked at. */
static gboolean
had_to_answer (const ShinsaRound    *round,
               const ShinsaInterest *interest,
               const ShinsaReview   *review)
{
  const ShinsaDefinition *definition = round->definition;

  if (shinsa_interest_bars (interest) || definition->growth_when == SHINSA_GROWTH_NEVER)
    return FALSE;
  if (definition->growth_when == SHINSA_GROWTH_ALWAYS)
    return TRUE;
  for (guint i = 0; review != NULL && i < review->scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (review->scores, i);

      if (shinsa_score_is_below (definition, score) &&
          !shinsa_interest_bars_from (interest, score->requirement))
        return TRUE;
    }
  return FALSE;
}

/**
 * shinsa_growth_count:
 * @round: a settled round
 * @application: the id of an application
 * @basis: which reviews
 *
 * Returns: the answers of those who have to say whether growth is expected
 */
ShinsaGrowthCount
shinsa_growth_count (const ShinsaRound *round,
                     const char        *application,
                     ShinsaBasis        basis)
{
  ShinsaGrowthCount count = { 0, 0, 0 };
  g_autoptr (GPtrArray) scorers = NULL;

  g_return_val_if_fail (round != NULL, count);
  g_return_val_if_fail (application != NULL, count);

  scorers = find_scorers (round);
  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      const ShinsaReview *review = find_review (round, application, member->id, basis);

      if (!had_to_answer (round, shinsa_round_interest (round, application, member->id), review))
        continue;
      count.eligible++;
      if (review != NULL)
        {
          count.yes += review->growth == 1;
          count.no += review->growth == 0;
        }
    }
  return count;
}

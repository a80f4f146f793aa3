/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-spread.h"

#include <math.h>
#include <stdlib.h>

#define SLACK 1e-9
#define IMPOSSIBLE (-1)

/* --- Places on the scale, the lowest first --- */

static double
value_at (const ShinsaDefinition *definition,
          int                     place)
{
  const ShinsaLevel *level = g_ptr_array_index (definition->levels,
                                                definition->levels->len - 1 - place);

  return level->value;
}

/* How many levels are below the value. */
static int
place_of (const ShinsaDefinition *definition,
          double                  value)
{
  int place = 0;

  while (place < (int) definition->levels->len &&
         value_at (definition, place) < value - SLACK)
    place++;
  return place;
}

static int
compare_places (const void *first,
                const void *second)
{
  return *(const int *) first - *(const int *) second;
}

/* The places of the levels; first those that have the shortest way in the direction. */
static int *
sort_places (const ShinsaDefinition *definition,
             const ShinsaAggregate  *aggregate,
             gboolean                down)
{
  int n = aggregate->counted;
  int *places = g_new (int, n);

  for (int i = 0; i < n; i++)
    places[i] = place_of (definition, aggregate->levels[i]);
  qsort (places, n, sizeof *places, compare_places);
  for (int i = 0; !down && i < n / 2; i++)
    {
      int place = places[i];

      places[i] = places[n - 1 - i];
      places[n - 1 - i] = place;
    }
  return places;
}

/* How many steps it takes that the first of the places are at the target or beyond it. */
static int
steps_to (const int *places,
          int        from,
          int        end,
          int        target,
          gboolean   down)
{
  int steps = 0;

  for (int i = from; i < end; i++)
    steps += MAX (down ? places[i] - target : target - places[i], 0);
  return steps;
}

/* --- One requirement --- */

/* The two middle levels may be any that have a median on the other side. */
static int
fewest_for_median (const ShinsaDefinition *definition,
                   const ShinsaAggregate  *aggregate,
                   gboolean                down)
{
  g_autofree int *places = sort_places (definition, aggregate, down);
  int first = (aggregate->counted - 1) / 2;
  int second = aggregate->counted / 2;
  int n_levels = (int) definition->levels->len;
  int fewest = IMPOSSIBLE;

  for (int a = 0; a < n_levels; a++)
    for (int b = 0; b < n_levels; b++)
      {
        double median = (value_at (definition, a) + value_at (definition, b)) / 2;
        gboolean reaches = median >= aggregate->threshold - SLACK;
        int steps;

        if (reaches == down || (down ? a > b : a < b) || (first == second && a != b))
          continue;
        steps = steps_to (places, 0, first + 1, a, down) +
                steps_to (places, first + 1, second + 1, b, down);
        if (fewest == IMPOSSIBLE || steps < fewest)
          fewest = steps;
      }
  return fewest;
}

static int
fewest_for_majority (const ShinsaDefinition *definition,
                     const ShinsaAggregate  *aggregate,
                     gboolean                down)
{
  g_autofree int *places = sort_places (definition, aggregate, down);
  int line = place_of (definition, aggregate->threshold);
  int n = aggregate->counted;

  if (down)
    return line > 0 ? steps_to (places, 0, n - n / 2, line - 1, TRUE) : IMPOSSIBLE;
  return line < (int) definition->levels->len ? steps_to (places, 0, n / 2 + 1, line, FALSE)
                                              : IMPOSSIBLE;
}

/* What the statistic is if the level of one member goes one step; NAN at the end of the scale. */
static double
statistic_after (const ShinsaDefinition *definition,
                 const ShinsaAggregate  *aggregate,
                 double                 *levels,
                 int                     member,
                 gboolean                down)
{
  int place = place_of (definition, levels[member]) + (down ? -1 : 1);
  double before = levels[member];
  double after;

  if (place < 0 || place >= (int) definition->levels->len)
    return NAN;
  levels[member] = value_at (definition, place);
  after = shinsa_statistic_find (definition->statistic, levels, aggregate->counted,
                                 aggregate->threshold);
  levels[member] = before;
  return after;
}

/* The member whose step moves the statistic most, or IMPOSSIBLE. Where no step moves it, the
 * outermost level has to make room. */
static int
best_step (const ShinsaDefinition *definition,
           const ShinsaAggregate  *aggregate,
           double                 *levels,
           gboolean                down)
{
  int best = IMPOSSIBLE;
  double best_after = NAN;

  for (int i = 0; i < aggregate->counted; i++)
    {
      double after = statistic_after (definition, aggregate, levels, i, down);
      double gain = best == IMPOSSIBLE ? 1 : down ? best_after - after : after - best_after;

      if (isnan (after) || gain < -SLACK)
        continue;
      if (gain > SLACK || (down ? levels[i] < levels[best] : levels[i] > levels[best]))
        {
          best = i;
          best_after = after;
        }
    }
  return best;
}

static int
fewest_by_steps (const ShinsaDefinition *definition,
                 const ShinsaAggregate  *aggregate,
                 gboolean                down)
{
  g_autofree double *levels = g_memdup2 (aggregate->levels,
                                         aggregate->counted * sizeof *levels);
  int steps = 0;

  while (TRUE)
    {
      double statistic = shinsa_statistic_find (definition->statistic, levels, aggregate->counted,
                                                aggregate->threshold);
      int member;

      if ((statistic >= aggregate->threshold - SLACK) != down)
        return steps;
      member = best_step (definition, aggregate, levels, down);
      if (member == IMPOSSIBLE)
        return IMPOSSIBLE;
      levels[member] = value_at (definition,
                                 place_of (definition, levels[member]) + (down ? -1 : 1));
      steps++;
    }
}

/**
 * shinsa_fewest_changes:
 * @aggregate: of a requirement that enough members judged
 *
 * Returns: how many changes of one level, by whomever, would at least turn round whether the
 *   threshold is reached; -1 where no changes do
 */
int
shinsa_fewest_changes (const ShinsaDefinition *definition,
                       const ShinsaAggregate  *aggregate)
{
  g_return_val_if_fail (definition != NULL, IMPOSSIBLE);
  g_return_val_if_fail (aggregate != NULL && aggregate->counted > 0, IMPOSSIBLE);

  switch (definition->statistic)
    {
    case SHINSA_STATISTIC_MEDIAN:
      return fewest_for_median (definition, aggregate, aggregate->passes);
    case SHINSA_STATISTIC_MAJORITY:
      return fewest_for_majority (definition, aggregate, aggregate->passes);
    case SHINSA_STATISTIC_MEAN:
    case SHINSA_STATISTIC_TRIMMED_MEAN:
    default:
      return fewest_by_steps (definition, aggregate, aggregate->passes);
    }
}

/* --- The weighted total --- */

static double
sum_weights (const ShinsaDefinition *definition,
             GPtrArray              *aggregates)
{
  double sum = 0;

  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      if (aggregate->counted > 0)
        sum += shinsa_definition_requirement (definition, aggregate->requirement)->weight;
    }
  return sum;
}

static double
find_total (const ShinsaDefinition *definition,
            GPtrArray              *aggregates)
{
  double sum = 0;

  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      if (aggregate->counted > 0)
        sum += shinsa_definition_requirement (definition, aggregate->requirement)->weight *
               aggregate->mean;
    }
  return sum / sum_weights (definition, aggregates);
}

/* A change of one level on a requirement moves the total by its weight over its members. */
static void
add_steps (GArray                 *steps,
           const ShinsaDefinition *definition,
           const ShinsaAggregate  *aggregate,
           double                  weight,
           gboolean                down)
{
  for (int i = 0; i < aggregate->counted; i++)
    {
      int place = place_of (definition, aggregate->levels[i]);
      int end = down ? 0 : (int) definition->levels->len - 1;

      for (int direction = down ? -1 : 1; place != end; place += direction)
        {
          double step = fabs (value_at (definition, place + direction) -
                              value_at (definition, place)) * weight / aggregate->counted;

          g_array_append_val (steps, step);
        }
    }
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first < second) - (first > second);
}

/* Every change that can be made in the direction, the largest first. */
static GArray *
all_steps (const ShinsaDefinition *definition,
           GPtrArray              *aggregates,
           gboolean                down)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (double));
  double weights = sum_weights (definition, aggregates);

  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      add_steps (steps, definition, aggregate,
                 shinsa_definition_requirement (definition, aggregate->requirement)->weight /
                 weights, down);
    }
  g_array_sort (steps, compare_steps);
  return steps;
}

/* How many changes of one level, by whomever, would at least bring the weighted total to the other
 * side of @line; -1 where no changes do. */
static int
count_total_changes (const ShinsaDefinition *definition,
                     GPtrArray              *aggregates,
                     double                  line)
{
  g_autoptr (GArray) steps = NULL;
  double total;
  gboolean down;

  g_return_val_if_fail (definition != NULL, IMPOSSIBLE);
  g_return_val_if_fail (aggregates != NULL, IMPOSSIBLE);

  total = find_total (definition, aggregates);
  down = total >= line - SLACK;
  steps = all_steps (definition, aggregates, down);
  for (guint i = 0; i < steps->len; i++)
    {
      double step = g_array_index (steps, double, i);

      total += down ? -step : step;
      if ((total >= line - SLACK) != down)
        return (int) i + 1;
    }
  return IMPOSSIBLE;
}

/* --- Margins --- */

/* How far the statistic of a requirement is from its threshold. */
static double
margin_of (const ShinsaDefinition *definition,
           const ShinsaAggregate  *aggregate,
           double                  statistic)
{
  return statistic - (definition->statistic == SHINSA_STATISTIC_MAJORITY ? 0.5
                                                                         : aggregate->threshold);
}

/* The margin after the best or the worst change of one level. */
static double
margin_after (const ShinsaDefinition *definition,
              const ShinsaAggregate  *aggregate,
              gboolean                down)
{
  g_autofree double *levels = g_memdup2 (aggregate->levels,
                                         aggregate->counted * sizeof *levels);
  double outermost = aggregate->statistic;

  for (int i = 0; i < aggregate->counted; i++)
    {
      double after = statistic_after (definition, aggregate, levels, i, down);

      if (!isnan (after))
        outermost = down ? MIN (outermost, after) : MAX (outermost, after);
    }
  return margin_of (definition, aggregate, outermost);
}

/* All failing requirements have to be mended, but one passing one is enough to fail. */
static void
count_changes (ShinsaMargin           *margin,
               const ShinsaDefinition *definition,
               GPtrArray              *aggregates)
{
  margin->changes = margin->reached ? IMPOSSIBLE : 0;
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);
      int changes;

      if (aggregate->passes != margin->reached)
        continue;
      changes = shinsa_fewest_changes (definition, aggregate);
      if (!margin->reached && (changes == IMPOSSIBLE || margin->changes == IMPOSSIBLE))
        margin->changes = IMPOSSIBLE;
      else if (!margin->reached)
        margin->changes += changes;
      else if (changes != IMPOSSIBLE &&
               (margin->changes == IMPOSSIBLE || changes < margin->changes))
        margin->changes = changes;
    }
}

/* The weakest requirement decides; a change that helps it leaves the next one the weakest. */
static gboolean
find_weakest (const ShinsaDefinition *definition,
              GPtrArray              *aggregates,
              ShinsaMargin           *margin)
{
  double next = INFINITY;

  *margin = (ShinsaMargin) { .value = INFINITY, .low = INFINITY, .reached = TRUE };
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);
      double value;

      if (aggregate->reference_only)
        return FALSE;
      value = margin_of (definition, aggregate, aggregate->statistic);
      if (value < margin->value)
        {
          next = margin->value;
          margin->value = value;
          margin->requirement = aggregate->requirement;
          margin->high = margin_after (definition, aggregate, FALSE);
        }
      else
        next = MIN (next, value);
      margin->low = MIN (margin->low, margin_after (definition, aggregate, TRUE));
      margin->reached = margin->reached && aggregate->passes;
    }
  margin->high = MIN (margin->high, next);
  count_changes (margin, definition, aggregates);
  return aggregates->len > 0;
}

static gboolean
find_total_margin (const ShinsaDefinition *definition,
                   GPtrArray              *aggregates,
                   double                  line,
                   ShinsaMargin           *margin)
{
  double total = find_total (definition, aggregates);
  g_autoptr (GArray) down = all_steps (definition, aggregates, TRUE);
  g_autoptr (GArray) up = all_steps (definition, aggregates, FALSE);

  for (guint i = 0; i < aggregates->len; i++)
    if (((ShinsaAggregate *) g_ptr_array_index (aggregates, i))->reference_only)
      return FALSE;
  *margin = (ShinsaMargin) { .value = total - line, .reached = total >= line - SLACK };
  margin->low = margin->value - (down->len > 0 ? g_array_index (down, double, 0) : 0);
  margin->high = margin->value + (up->len > 0 ? g_array_index (up, double, 0) : 0);
  margin->changes = count_total_changes (definition, aggregates, line);
  return TRUE;
}

/**
 * shinsa_margin_outcome:
 *
 * Returns: (transfer none) (nullable): the first outcome whose gate is one of numbers; NULL where
 *   there is none
 */
const ShinsaOutcome *
shinsa_margin_outcome (const ShinsaDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  for (guint i = 0; i < definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (definition->outcomes, i);

      if (outcome->gate == SHINSA_GATE_ALL_REQUIREMENTS ||
          outcome->gate == SHINSA_GATE_WEIGHTED_TOTAL)
        return outcome;
    }
  return NULL;
}

/**
 * shinsa_margin_find:
 * @aggregates: (element-type ShinsaAggregate): one for each requirement
 * @margin: (out caller-allocates): how far the application is from the line of the outcome of
 *   shinsa_margin_outcome(); its requirement belongs to @aggregates
 *
 * Returns: whether it can be said: there is such an outcome, and enough members judged everything
 */
gboolean
shinsa_margin_find (const ShinsaDefinition *definition,
                    GPtrArray              *aggregates,
                    ShinsaMargin           *margin)
{
  const ShinsaOutcome *outcome;

  g_return_val_if_fail (definition != NULL, FALSE);
  g_return_val_if_fail (aggregates != NULL, FALSE);
  g_return_val_if_fail (margin != NULL, FALSE);

  outcome = shinsa_margin_outcome (definition);
  if (outcome == NULL)
    return FALSE;
  return outcome->gate == SHINSA_GATE_WEIGHTED_TOTAL
         ? find_total_margin (definition, aggregates, outcome->line, margin)
         : find_weakest (definition, aggregates, margin);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/shinsa-suggestion.h"

#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Never more than one decimal of a scale point. Cut and not rounded, so that what misses a line
 * by little is not shown as reaching it. */
static char *
format_number (double value)
{
  double tenths = floor (value * 10 + 1e-6);

  if (fmod (tenths, 10) == 0)
    return g_strdup_printf ("%.0f", tenths / 10);
  return g_strdup_printf ("%.1f", tenths / 10);
}

static const ShinsaAggregate *
find_aggregate (const ShinsaSuggestion *suggestion,
                const char             *requirement)
{
  for (guint i = 0; i < suggestion->aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (suggestion->aggregates, i);

      if (strcmp (aggregate->requirement, requirement) == 0)
        return aggregate;
    }
  g_return_val_if_reached (NULL);
}

static const char *
name_of (const ShinsaDefinition *definition,
         const char             *requirement)
{
  return shinsa_text_get (&shinsa_definition_requirement (definition, requirement)->name);
}

static char *
describe_failing (const ShinsaDefinition *definition,
                  const ShinsaAggregate  *aggregate)
{
  const char *name = name_of (definition, aggregate->requirement);
  g_autofree char *value = format_number (aggregate->statistic);

  switch (definition->statistic)
    {
    case SHINSA_STATISTIC_MEAN:
      return g_strdup_printf (_("“%s” (mean %s, needed %g)"), name, value, aggregate->threshold);
    case SHINSA_STATISTIC_TRIMMED_MEAN:
      return g_strdup_printf (_("“%s” (trimmed mean %s, needed %g)"), name, value,
                              aggregate->threshold);
    case SHINSA_STATISTIC_MAJORITY:
      return g_strdup_printf (_("“%s” (%d of %d at or above %g, more than half needed)"), name,
                              aggregate->at_or_above, aggregate->counted, aggregate->threshold);
    case SHINSA_STATISTIC_MEDIAN:
    default:
      return g_strdup_printf (_("“%s” (median %s, needed %g)"), name, value,
                              aggregate->threshold);
    }
}

static char *
describe_lacking (const ShinsaDefinition *definition,
                  const ShinsaAggregate  *aggregate)
{
  const char *name = name_of (definition, aggregate->requirement);

  if (aggregate->counted == 0)
    return g_strdup_printf (_("“%s” (no evaluators)"), name);
  return g_strdup_printf (_("“%s” (%d of at least %d)"), name, aggregate->counted,
                          definition->minimum_evaluators);
}

static char *
describe (const ShinsaSuggestion *suggestion,
          const ShinsaDefinition *definition,
          GPtrArray              *requirements,
          char                 *(*describe_one) (const ShinsaDefinition *,
                                                 const ShinsaAggregate  *))
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < requirements->len; i++)
    g_ptr_array_add (items, describe_one (definition,
                                          find_aggregate (suggestion,
                                                          g_ptr_array_index (requirements, i))));
  return shinsa_list_text (items);
}

static char *
explain_lacking (const ShinsaSuggestion     *suggestion,
                 const ShinsaDefinition     *definition,
                 const ShinsaSuggestionStep *step,
                 const char                 *name)
{
  g_autofree char *list = describe (suggestion, definition, step->lacking, describe_lacking);

  return g_strdup_printf (_("%s: too few members judged %s, so nothing is suggested."), name, list);
}

static char *
explain_requirements (const ShinsaSuggestion     *suggestion,
                      const ShinsaDefinition     *definition,
                      const ShinsaSuggestionStep *step,
                      const char                 *name)
{
  int all = definition->requirements->len;
  int failing = step->failing->len;
  g_autofree char *list = NULL;

  if (failing == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%s: %d requirement reaches its threshold.",
                                         "%s: all %d requirements reach their thresholds.", all),
                            name, all);
  list = describe (suggestion, definition, step->failing, describe_failing);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s: %d of %d requirements reach their thresholds; %s does "
                                       "not.",
                                       "%s: %d of %d requirements reach their thresholds; %s do "
                                       "not.", failing),
                          name, all - failing, all, list);
}

static char *
explain_growth (const ShinsaDefinition     *definition,
                const ShinsaSuggestionStep *step,
                const char                 *name)
{
  int answers = step->yes + step->no;

  if (step->holds < 0 && step->yes == step->no && answers >= definition->minimum_evaluators)
    return g_strdup_printf (_("%s: as many expect growth as do not (%d and %d), so nothing is "
                              "suggested."),
                            name, step->yes, step->no);
  if (step->holds < 0)
    return g_strdup_printf (_("%s: too few said whether growth is expected (%d of at least %d), "
                              "so nothing is suggested."),
                            name, answers, definition->minimum_evaluators);
  if (step->holds)
    return g_strdup_printf (_("%s: growth is expected (%d yes, %d no)."), name, step->yes,
                            step->no);
  return g_strdup_printf (_("%s: growth is not expected (%d yes, %d no)."), name, step->yes,
                          step->no);
}

static char *
explain_total (const ShinsaSuggestionStep *step,
               const char                 *name)
{
  g_autofree char *total = format_number (step->total);

  if (step->holds)
    return g_strdup_printf (_("%s: the weighted total reaches its line (%s, needed %g)."), name,
                            total, step->line);
  return g_strdup_printf (_("%s: the weighted total does not reach its line (%s, needed %g)."),
                          name, total, step->line);
}

static char *
explain_step (const ShinsaSuggestion     *suggestion,
              const ShinsaDefinition     *definition,
              const ShinsaSuggestionStep *step)
{
  const ShinsaOutcome *outcome = shinsa_definition_outcome (definition, step->outcome);
  const char *name = shinsa_text_get (&outcome->name);

  if (step->lacking->len > 0)
    return explain_lacking (suggestion, definition, step, name);
  switch (step->gate)
    {
    case SHINSA_GATE_ALL_REQUIREMENTS:
      return explain_requirements (suggestion, definition, step, name);
    case SHINSA_GATE_GROWTH:
      return explain_growth (definition, step, name);
    case SHINSA_GATE_WEIGHTED_TOTAL:
      return explain_total (step, name);
    case SHINSA_GATE_OTHERWISE:
    default:
      return g_strdup_printf (_("%s: this remains where no other outcome is suggested."), name);
    }
}

/**
 * shinsa_suggestion_explain:
 * @suggestion: a suggestion
 * @definition: the definition that it was made by
 *
 * Returns: (transfer full): its arithmetic in sentences, one for each outcome that was tried
 */
GStrv
shinsa_suggestion_explain (const ShinsaSuggestion *suggestion,
                           const ShinsaDefinition *definition)
{
  g_autoptr (GPtrArray) sentences = NULL;

  g_return_val_if_fail (suggestion != NULL, NULL);
  g_return_val_if_fail (definition != NULL, NULL);

  sentences = g_ptr_array_new ();
  for (guint i = 0; i < suggestion->steps->len; i++)
    g_ptr_array_add (sentences, explain_step (suggestion, definition,
                                              g_ptr_array_index (suggestion->steps, i)));
  if (suggestion->why == SHINSA_SUGGESTION_NO_OUTCOME)
    g_ptr_array_add (sentences, g_strdup (_("No outcome of the round applies, so nothing is "
                                            "suggested.")));
  g_ptr_array_add (sentences, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}

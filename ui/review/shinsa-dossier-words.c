/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-words.h"

#include "rules/shinsa-level-text.h"
#include "rules/shinsa-roster.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * shinsa_organisation_kind_label:
 * @kind: (not nullable): a kind of organisation, as a definition has it
 *
 * Returns: (transfer none): the heading of such organisations; @kind itself where it is not known
 */
const char *
shinsa_organisation_kind_label (const char *kind)
{
  static const struct {
    const char *kind;
    const char *label;
  } labels[] = {
    { "university", N_("Universities") },
    { "research_institute", N_("Research institutes") },
    { "government", N_("Governments") },
    { "company", N_("Companies") },
    { "venture", N_("Ventures") },
    { "incubator", N_("Incubators") },
    { "financial", N_("Financial institutions") },
    { "cooperative", N_("Cooperatives") },
    { "hospital", N_("Hospitals") },
    { "other", N_("Other organisations") },
  };

  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (kind, labels[i].kind))
      return _(labels[i].label);
  return kind;
}

/**
 * shinsa_section_label:
 * @code: (not nullable): a section of an application
 *
 * Returns: (transfer none): its heading; @code itself where it is not known
 */
const char *
shinsa_section_label (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  if (g_str_equal (code, "situation"))
    return _("Situation and issues");
  if (g_str_equal (code, "vision"))
    return _("Vision");
  if (g_str_equal (code, "measures"))
    return _("Measures");
  return code;
}

/* A year without a number is what the target is measured against. */
static char *
describe_year (const ShinsaIndicatorPoint *point)
{
  if (point->year == 0)
    return g_strdup ("");
  /* Translators: a fiscal year. */
  if (g_str_equal (point->year_kind, "fiscal"))
    return g_strdup_printf (_("FY%d"), point->year);
  /* Translators: a calendar year. */
  return g_strdup_printf (C_("year", "%d"), point->year);
}

/* All digits that the applicant gave, those before the point in groups of three. */
static char *
describe_quantity (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  GString *quantity;
  gsize first;
  gsize end;

  quantity = g_string_new (g_ascii_formatd (text, sizeof text, "%.15g", value));
  first = *text == '-' ? 1 : 0;
  end = first + strspn (text + first, "0123456789");
  /* One so great or so small that it is written as a power of ten stays as it is. */
  for (gsize at = end; strchr (text, 'e') == NULL && at > first + 3; at -= 3)
    /* Translators: stands between thousands and hundreds. */
    g_string_insert (quantity, (gssize) at - 3, C_("thousands", ","));
  return g_string_free (quantity, FALSE);
}

static char *
describe_point (const ShinsaIndicator      *indicator,
                const ShinsaIndicatorPoint *point)
{
  const char *unit = shinsa_text_get (&indicator->unit);
  g_autofree char *number = describe_quantity (point->value);

  if (isnan (point->value))
    return describe_year (point);
  if (point->year == 0)
    return g_strdup_printf (C_("number and unit", "%s %s"), number, unit);
  if (g_str_equal (point->year_kind, "fiscal"))
    /* Translators: a number, its unit, and the fiscal year that it is of. */
    return g_strdup_printf (_("%s %s (FY%d)"), number, unit, point->year);
  /* Translators: a number, its unit, and the year that it is of. */
  return g_strdup_printf (_("%s %s (%d)"), number, unit, point->year);
}

/**
 * shinsa_indicator_point_text:
 * @indicator: (not nullable): an indicator
 * @point: (nullable): its baseline or its target
 *
 * A target that is meant in another way than as a plain number is left to the applicant's words,
 * where it is not known how to say it.
 *
 * Returns: (transfer full): the number with its unit and year, or the year alone; "" where none is
 *   given
 */
char *
shinsa_indicator_point_text (const ShinsaIndicator      *indicator,
                             const ShinsaIndicatorPoint *point)
{
  const char *qualifier;
  g_autofree char *text = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  if (point == NULL)
    return g_strdup ("");
  text = describe_point (indicator, point);
  qualifier = point == indicator->target ? indicator->qualifier : NULL;
  if (qualifier == NULL || isnan (point->value))
    return g_steal_pointer (&text);
  if (g_str_equal (qualifier, "at_least"))
    /* Translators: the placeholder is a number with its unit and year. */
    return g_strdup_printf (_("at least %s"), text);
  if (g_str_equal (qualifier, "relative_increase"))
    return g_strconcat ("+", text, NULL);
  if (g_str_equal (qualifier, "relative_decrease"))
    return g_strconcat ("−", text, NULL);
  return g_strdup ("");
}

/**
 * shinsa_indicator_goes:
 * @indicator: (not nullable): an indicator
 * @from: (out): where it starts
 * @to: (out): where it should go
 *
 * Returns: whether both are numbers of the same kind, none below 0, so that a bar can show them
 */
gboolean
shinsa_indicator_goes (const ShinsaIndicator *indicator,
                       double                *from,
                       double                *to)
{
  g_return_val_if_fail (indicator != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (indicator->baseline == NULL || indicator->target == NULL ||
      (indicator->qualifier != NULL && !g_str_equal (indicator->qualifier, "at_least")))
    return FALSE;
  *from = indicator->baseline->value;
  *to = indicator->target->value;
  return *from >= 0 && *to >= 0 && *from + *to > 0;
}

static gboolean
scores (const ShinsaRound *round)
{
  const ShinsaMember *member = shinsa_round_member (round, round->member);

  return !round->is_desk && member != NULL && shinsa_round_is_scorer (round, member);
}

static gboolean
is_wholly_recused (const ShinsaInterest *interest)
{
  return interest != NULL && interest->state == SHINSA_INTEREST_RECUSED &&
         *interest->requirements == NULL;
}

static gboolean
is_left_out (const ShinsaInterest *interest,
             const char           *requirement)
{
  return interest != NULL && interest->state == SHINSA_INTEREST_RECUSED &&
         g_strv_contains ((const char * const *) interest->requirements, requirement);
}

static char *
count_scores (const ShinsaRound    *round,
              const ShinsaInterest *interest,
              const ShinsaReview   *draft)
{
  int wanted = 0;
  int given = 0;

  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements, i);
      const ShinsaScore *score = draft != NULL ? shinsa_review_score (draft, requirement->code)
                                               : NULL;

      if (is_left_out (interest, requirement->code))
        continue;
      wanted++;
      given += score != NULL && score->level != SHINSA_LEVEL_UNSET ? 1 : 0;
    }
  if (given == 0)
    return g_strdup_printf ("–/%d", wanted);
  return g_strdup_printf ("%d/%d", given, wanted);
}

/**
 * shinsa_dossier_is_to_review:
 * @round: (not nullable): the round
 * @dossier: (not nullable): one of its applications
 *
 * Returns: whether a review of it is expected from whoever @round is shown to
 */
gboolean
shinsa_dossier_is_to_review (const ShinsaRound   *round,
                             const ShinsaDossier *dossier)
{
  g_return_val_if_fail (round != NULL && dossier != NULL, FALSE);

  return scores (round) && !dossier->withdrawn &&
         !is_wholly_recused (shinsa_round_interest (round, dossier->id, round->member));
}

/**
 * shinsa_dossier_is_done:
 * @round: (not nullable): the round
 * @dossier: (not nullable): one of its applications
 *
 * Returns: whether whoever @round is shown to has submitted the paper review
 */
gboolean
shinsa_dossier_is_done (const ShinsaRound   *round,
                        const ShinsaDossier *dossier)
{
  g_return_val_if_fail (round != NULL && dossier != NULL, FALSE);

  return shinsa_round_newest_review (round, dossier->id, round->member,
                                     SHINSA_PHASE_PAPER) != NULL;
}

/**
 * shinsa_dossier_progress:
 * @service: a service that shows a round
 * @dossier: (not nullable): one of its applications
 *
 * Returns: (transfer full): how far the own paper review is: "4/6", done, recused, to be declared
 */
char *
shinsa_dossier_progress (ShinsaService       *service,
                         const ShinsaDossier *dossier)
{
  const ShinsaRound *round;
  const ShinsaInterest *interest;
  const ShinsaReview *draft;

  g_return_val_if_fail (SHINSA_IS_SERVICE (service), NULL);
  g_return_val_if_fail (dossier != NULL, NULL);

  round = shinsa_service_get_round (service);
  interest = shinsa_round_interest (round, dossier->id, round->member);
  if (dossier->withdrawn)
    return g_strdup (C_("progress", "withdrawn"));
  if (!scores (round))
    return g_strdup ("");
  if (is_wholly_recused (interest))
    return g_strdup (shinsa_mark_text (SHINSA_MARK_RECUSED));
  if (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED)
    return g_strdup (C_("progress", "declare"));
  if (interest->state == SHINSA_INTEREST_WAITING)
    return g_strdup (C_("progress", "waits"));

  draft = shinsa_service_get_draft (service, dossier->id, SHINSA_PHASE_PAPER);
  if (shinsa_dossier_is_done (round, dossier) &&
      (draft == NULL || shinsa_review_is_blank (draft)))
    return g_strdup (C_("progress", "done"));
  return count_scores (round, interest, draft);
}

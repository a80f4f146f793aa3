/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-tables.h"

#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-settle.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static ShinsaRow *
requirement_row (const ShinsaCompareSource *source,
                 const char                *application,
                 GPtrArray                 *scorers,
                 const ShinsaRequirement   *requirement,
                 const ShinsaAggregate     *aggregate)
{
  const ShinsaDefinition *definition = source->round->definition;
  ShinsaRow *row = shinsa_compare_requirement_row (definition, requirement);

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      g_autofree char *subject = shinsa_compare_member_name (source, member->id);

      shinsa_row_take_cell (row, shinsa_compare_score_cell (source, application, member->id,
                                                            requirement, subject));
    }
  if (aggregate != NULL)
    shinsa_compare_take_figures (row, definition, aggregate);
  else
    shinsa_compare_take_no_figures (row, _("not shown yet"));
  return row;
}

/* The review that shows what a member says of the application as a whole, where it may be seen. */
static const ShinsaReview *
find_review (const ShinsaCompareSource *source,
             const char                *application,
             const ShinsaMember        *member)
{
  const ShinsaRound *round = source->round;
  gboolean own = !round->is_desk && g_str_equal (round->member, member->id);
  const ShinsaReview *review = own ? shinsa_compare_own_draft (source, application) : NULL;

  if (review == NULL)
    review = shinsa_round_effective_review (round, application, member->id);
  if (review == NULL && own)
    review = shinsa_round_newest_review (round, application, member->id, SHINSA_PHASE_PAPER);
  return review;
}

/* Why a member's answer cannot be seen at all; NULL where it can. */
static ShinsaCell *
barred_cell (const ShinsaCompareSource *source,
             const char                *application,
             const ShinsaMember        *member,
             const char                *what)
{
  const ShinsaRound *round = source->round;
  g_autofree char *subject = shinsa_compare_member_name (source, member->id);

  if (shinsa_interest_bars (shinsa_round_interest (round, application, member->id)))
    return shinsa_compare_mark_cell (subject, what, shinsa_mark_text (SHINSA_MARK_RECUSED),
                                     shinsa_mark_name (SHINSA_MARK_RECUSED));
  if (!shinsa_session_may_see_reviews (round, application) &&
      (round->is_desk || !g_str_equal (round->member, member->id)))
    return shinsa_compare_mark_cell (subject, what, "·", _("not shown yet"));
  return NULL;
}

/**
 * shinsa_compare_overall_cell:
 * @what: how the overall judgement is called
 *
 * Returns: (transfer full): the member's overall judgement, or the mark in its place
 */
ShinsaCell *
shinsa_compare_overall_cell (const ShinsaCompareSource *source,
                             const char                *application,
                             const ShinsaMember        *member,
                             const char                *what)
{
  ShinsaCell *barred = barred_cell (source, application, member, what);
  const ShinsaReview *review = find_review (source, application, member);
  g_autofree char *subject = shinsa_compare_member_name (source, member->id);

  return barred != NULL ? barred
         : shinsa_compare_level_cell (source->round->definition,
                                      review != NULL ? review->overall : NAN, subject, what);
}

static ShinsaCell *
growth_cell (const ShinsaCompareSource *source,
             const char                *application,
             const ShinsaMember        *member,
             const char                *what)
{
  const ShinsaReview *review = find_review (source, application, member);
  g_autofree char *subject = shinsa_compare_member_name (source, member->id);
  int answer = review != NULL ? review->growth : -1;
  const char *words = answer == 1 ? C_("growth", "yes") : C_("growth", "no");
  ShinsaCell *cell = barred_cell (source, application, member, what);

  if (cell != NULL)
    return cell;
  if (answer < 0 && review != NULL && !review->abstained &&
      !shinsa_growth_is_asked (source->round->definition, review))
    return shinsa_compare_mark_cell (subject, what, "", _("not asked"));
  if (answer < 0)
    return shinsa_compare_mark_cell (subject, what, shinsa_mark_text (SHINSA_MARK_MISSING),
                                     _("no answer"));
  cell = shinsa_compare_mark_cell (subject, what, words, words);
  cell->flags &= ~SHINSA_CELL_FAINT;
  cell->order = answer;
  return cell;
}

/* What members say of the application as a whole. */
static ShinsaRow *
answers_row (const ShinsaCompareSource *source,
             const char                *application,
             GPtrArray                 *scorers,
             const char                *key,
             const char                *title)
{
  ShinsaRow *row = shinsa_row_new (key, title, NULL);

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);

      shinsa_row_take_cell (row, g_str_equal (key, SHINSA_COMPARE_GROWTH)
                                 ? growth_cell (source, application, member, title)
                                 : shinsa_compare_overall_cell (source, application, member,
                                                                title));
    }
  shinsa_compare_take_no_figures (row, _("no figures"));
  return row;
}

static gboolean
asks_growth (const ShinsaDefinition *definition)
{
  return definition->growth_when != SHINSA_GROWTH_NEVER &&
         !shinsa_text_is_empty (&definition->growth_name);
}

/**
 * shinsa_compare_members_table:
 *
 * Returns: (transfer full): requirements by members, of one application
 */
ShinsaTable *
shinsa_compare_members_table (const ShinsaCompareSource *source,
                              const char                *application)
{
  const ShinsaRound *round = source->round;
  const ShinsaDefinition *definition = round->definition;
  ShinsaTable *table = shinsa_table_new (_("Requirement"));
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);
  g_autoptr (GPtrArray) aggregates = NULL;

  if (shinsa_session_may_see_reviews (round, application))
    aggregates = shinsa_aggregate_application (round, application, SHINSA_BASIS_DECISION);

  for (guint i = 0; i < scorers->len; i++)
    shinsa_compare_add_member_column (table, source, application,
                                      g_ptr_array_index (scorers, i));
  shinsa_compare_add_figure_columns (table);

  for (guint i = 0; i < definition->requirements->len; i++)
    g_ptr_array_add (table->rows,
                     requirement_row (source, application, scorers,
                                      g_ptr_array_index (definition->requirements, i),
                                      aggregates != NULL ? g_ptr_array_index (aggregates, i)
                                                         : NULL));
  if (definition->overall_judgement)
    g_ptr_array_add (table->rows, answers_row (source, application, scorers,
                                               SHINSA_COMPARE_OVERALL, _("Overall judgement")));
  if (asks_growth (definition))
    g_ptr_array_add (table->rows, answers_row (source, application, scorers,
                                               SHINSA_COMPARE_GROWTH,
                                               shinsa_text_get (&definition->growth_name)));
  return table;
}

/**
 * shinsa_compare_why_hidden:
 *
 * Returns: (transfer full) (nullable): why others' levels are not shown; NULL where they are
 */
char *
shinsa_compare_why_hidden (const ShinsaRound *round,
                           const char        *application)
{
  const ShinsaInterest *interest;

  if (shinsa_session_may_see_reviews (round, application))
    return NULL;
  if (round->is_desk)
    return g_strdup (_("This computer also belongs to a member who scores, so levels are shown "
                       "after the paper review is closed. Until then there is the ledger."));

  interest = shinsa_round_interest (round, application, round->member);
  if (shinsa_interest_bars (interest))
    return g_strdup (_("You are recused from this application, so its levels are not shown."));
  if (interest != NULL && interest->state == SHINSA_INTEREST_WAITING)
    return g_strdup (_("Your interest in this application has not been ruled on yet, so its levels "
                       "are not shown."));
  if (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED)
    return g_strdup (_("Levels are shown after you have declared whether you have an interest."));
  if (!shinsa_round_phase_was_closed (round, SHINSA_PHASE_PAPER, application))
    return g_strdup (_("Others’ levels are shown after the paper review is closed and your own "
                       "review is submitted."));
  return g_strdup (_("Others’ levels are shown after your own review, or your abstention, is "
                     "submitted."));
}

/**
 * shinsa_compare_review_counts:
 *
 * Returns: (transfer full): how many reviews of the application count, of how many
 */
char *
shinsa_compare_review_counts (const ShinsaRound *round,
                              const char        *application)
{
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);
  int counted = 0, recused = 0, missing = 0;

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      const ShinsaReview *review = shinsa_round_effective_review (round, application, member->id);

      if (shinsa_interest_bars (shinsa_round_interest (round, application, member->id)))
        recused++;
      else if (review != NULL && !review->abstained)
        counted++;
      else
        missing++;
    }
  return shinsa_compare_counts_sentence (counted, (int) scorers->len - recused, recused, missing);
}

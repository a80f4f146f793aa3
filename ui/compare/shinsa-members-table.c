/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-tables.h"

#include "compare/shinsa-figure-cells.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-settle.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LETTER_CHARS 6
#define NAME_CHARS 9

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

static void
add_member_column (ShinsaTable               *table,
                   const ShinsaCompareSource *source,
                   const char                *application,
                   const ShinsaMember        *member)
{
  const ShinsaRound *round = source->round;
  g_autofree char *title = shinsa_member_label (round, member->id, source->names);
  gboolean own = !round->is_desk && g_str_equal (round->member, member->id);
  ShinsaColumn *column = shinsa_table_add_column (table, member->id, title,
                                                  source->names ? NAME_CHARS : LETTER_CHARS);

  g_free (column->label);
  column->label = shinsa_compare_member_name (source, member->id);
  if (own && shinsa_compare_own_draft (source, application) != NULL)
    column->note = g_strdup (_("draft"));
}

static ShinsaRow *
requirement_row (const ShinsaCompareSource *source,
                 const char                *application,
                 GPtrArray                 *scorers,
                 const ShinsaRequirement   *requirement,
                 const ShinsaAggregate     *aggregate)
{
  const ShinsaDefinition *definition = source->round->definition;
  g_autofree char *threshold = shinsa_level_text (definition, requirement->threshold);
  g_autofree char *note = g_strdup_printf (_("Threshold %s"), threshold);
  ShinsaRow *row = shinsa_row_new (requirement->code, shinsa_text_get (&requirement->name), note);

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
  const ShinsaReview *review = NULL;

  if (shinsa_interest_bars (shinsa_round_interest (round, application, member->id)))
    return NULL;
  if (own)
    review = shinsa_compare_own_draft (source, application);
  else if (!shinsa_session_may_see_reviews (round, application))
    return NULL;
  if (review == NULL)
    review = shinsa_round_effective_review (round, application, member->id);
  if (review == NULL && own)
    review = shinsa_round_newest_review (round, application, member->id, SHINSA_PHASE_PAPER);
  return review;
}

static ShinsaRow *
overall_row (const ShinsaCompareSource *source,
             const char                *application,
             GPtrArray                 *scorers)
{
  ShinsaRow *row = shinsa_row_new (SHINSA_COMPARE_OVERALL, _("Overall judgement"), NULL);

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      const ShinsaReview *review = find_review (source, application, member);
      g_autofree char *subject = shinsa_compare_member_name (source, member->id);

      shinsa_row_take_cell (row, shinsa_compare_level_cell (source->round->definition,
                                                            review != NULL ? review->overall : NAN,
                                                            subject, _("Overall judgement")));
    }
  shinsa_compare_take_no_figures (row, _("Overall judgements are not counted."));
  return row;
}

static ShinsaCell *
growth_cell (const ShinsaReview *review,
             const char         *subject,
             const char         *growth)
{
  int answer = review != NULL ? review->growth : -1;
  const char *words = answer == 1 ? C_("growth", "yes")
                    : answer == 0 ? C_("growth", "no")
                                  : shinsa_mark_text (SHINSA_MARK_MISSING);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  ShinsaCell *cell;

  g_ptr_array_add (phrases, (gpointer) subject);
  g_ptr_array_add (phrases, (gpointer) growth);
  g_ptr_array_add (phrases, (gpointer) (answer < 0 ? _("no answer") : words));
  cell = shinsa_cell_new (SHINSA_CELL_MARK, words, shinsa_list_text (phrases));
  if (answer < 0)
    cell->flags |= SHINSA_CELL_FAINT;
  else
    cell->order = answer;
  return cell;
}

static ShinsaRow *
growth_row (const ShinsaCompareSource *source,
            const char                *application,
            GPtrArray                 *scorers)
{
  const ShinsaRound *round = source->round;
  const char *name = shinsa_text_get (&round->definition->growth_name);
  ShinsaRow *row = shinsa_row_new (SHINSA_COMPARE_GROWTH, name, NULL);

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      g_autofree char *subject = shinsa_compare_member_name (source, member->id);

      shinsa_row_take_cell (row, growth_cell (find_review (source, application, member), subject,
                                              name));
    }
  shinsa_compare_take_no_figures (row, _("not shown yet"));
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
  g_autoptr (GPtrArray) scorers = find_scorers (round);
  g_autoptr (GPtrArray) aggregates = NULL;

  if (shinsa_session_may_see_reviews (round, application))
    aggregates = shinsa_aggregate_application (round, application, SHINSA_BASIS_DECISION);

  for (guint i = 0; i < scorers->len; i++)
    add_member_column (table, source, application, g_ptr_array_index (scorers, i));
  shinsa_compare_add_figure_columns (table);

  for (guint i = 0; i < definition->requirements->len; i++)
    g_ptr_array_add (table->rows,
                     requirement_row (source, application, scorers,
                                      g_ptr_array_index (definition->requirements, i),
                                      aggregates != NULL ? g_ptr_array_index (aggregates, i)
                                                         : NULL));
  if (definition->overall_judgement)
    g_ptr_array_add (table->rows, overall_row (source, application, scorers));
  if (asks_growth (definition))
    g_ptr_array_add (table->rows, growth_row (source, application, scorers));
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
  g_autoptr (GPtrArray) scorers = find_scorers (round);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-tables.h"

#include "compare/shinsa-figure-cells.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-words.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REQUIREMENT_CHARS 10
#define COUNTS_CHARS 17

static void
add_requirement_columns (ShinsaTable            *table,
                         const ShinsaDefinition *definition)
{
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);

      shinsa_table_add_column (table, requirement->code, shinsa_text_get (&requirement->name),
                               REQUIREMENT_CHARS)->expands = TRUE;
    }
}

static ShinsaCell *
figure_cell (const char *text,
             const char *what,
             double      order)
{
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_FIGURE, text,
                                      g_strdup_printf ("%s: %s", what, text));

  cell->order = order;
  return cell;
}

/* --- My own levels --- */

/* How far one is with an application. */
typedef enum {
  STANDING_TO_DO,
  STANDING_DRAFT,
  STANDING_SUBMITTED,
  STANDING_INTEREST,
  STANDING_RECUSED,
  STANDING_WITHDRAWN,
} Standing;

static const char * const standing_states[] = {
  "to-do", "draft", "submitted", "interest", "recused", "withdrawn",
};

static Standing
find_standing (const ShinsaCompareSource *source,
               const ShinsaDossier       *dossier)
{
  const ShinsaRound *round = source->round;
  const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, round->member);

  if (dossier->withdrawn)
    return STANDING_WITHDRAWN;
  if (shinsa_interest_bars (interest))
    return STANDING_RECUSED;
  if (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED ||
      interest->state == SHINSA_INTEREST_WAITING)
    return STANDING_INTEREST;
  if (shinsa_compare_own_draft (source, dossier->id) != NULL)
    return STANDING_DRAFT;
  if (shinsa_round_newest_review (round, dossier->id, round->member, SHINSA_PHASE_PAPER) != NULL)
    return STANDING_SUBMITTED;
  return STANDING_TO_DO;
}

static const char *
standing_label (Standing standing)
{
  switch (standing)
    {
    case STANDING_TO_DO:
      return C_("review", "Not begun");
    case STANDING_DRAFT:
      return C_("review", "Draft");
    case STANDING_SUBMITTED:
      return C_("review", "Submitted");
    case STANDING_INTEREST:
      return C_("review", "Interest not settled");
    case STANDING_RECUSED:
      return C_("review", "Recused");
    case STANDING_WITHDRAWN:
      return C_("review", "Withdrawn");
    default:
      g_return_val_if_reached ("");
    }
}

static void
take_own_figures (ShinsaRow                 *row,
                  const ShinsaCompareSource *source,
                  const ShinsaDossier       *dossier)
{
  const ShinsaDefinition *definition = source->round->definition;
  int all = (int) definition->requirements->len, given = 0, reached = 0;
  g_autofree char *scored = NULL;
  g_autofree char *at = NULL;

  if (shinsa_interest_bars (shinsa_round_interest (source->round, dossier->id,
                                                   source->round->member)))
    all = 0;
  for (int i = 0; i < all; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      gboolean is_draft;
      const ShinsaScore *score = shinsa_compare_score (source, dossier->id, source->round->member,
                                                       requirement->code, &is_draft);

      if (score == NULL)
        continue;
      given++;
      reached += !isnan (score->level) && score->level >= requirement->threshold - 1e-9;
    }
  /* Translators: how many of how many requirements, short for a table. */
  scored = all > 0 ? g_strdup_printf (C_("requirements", "%d of %d"), given, all) : g_strdup ("");
  at = g_strdup_printf (C_("requirements", "%d of %d"), reached, given);
  shinsa_row_take_titled_cell (row, figure_cell (scored, _("Scored"),
                                                 (double) given / MAX (all, 1)));
  shinsa_row_take_titled_cell (row, given > 0 ? figure_cell (at, _("At or above"), reached)
                                              : figure_cell ("", _("At or above"), NAN));
}

static ShinsaRow *
own_row (const ShinsaCompareSource *source,
         const ShinsaDossier       *dossier)
{
  const ShinsaDefinition *definition = source->round->definition;
  const char *name = shinsa_text_get (&dossier->name);
  Standing standing = find_standing (source, dossier);
  ShinsaRow *row = shinsa_row_new (dossier->id, name, standing_label (standing));

  shinsa_row_add_tag (row, standing_states[standing]);
  for (guint i = 0; i < definition->requirements->len; i++)
    shinsa_row_take_cell (row, shinsa_compare_score_cell (source, dossier->id,
                                                          source->round->member,
                                                          g_ptr_array_index (
                                                            definition->requirements, i),
                                                          name));
  take_own_figures (row, source, dossier);
  return row;
}

/**
 * shinsa_compare_own_table:
 *
 * Returns: (transfer full): applications by requirements, with one's own levels
 */
ShinsaTable *
shinsa_compare_own_table (const ShinsaCompareSource *source)
{
  const ShinsaRound *round = source->round;
  ShinsaTable *table = shinsa_table_new (_("Application"));

  add_requirement_columns (table, round->definition);
  shinsa_table_add_column (table, "#scored", _("Scored"), 8)->apart = TRUE;
  shinsa_table_add_column (table, "#at", _("At or above"), 8);
  for (guint i = 0; i < round->dossiers->len; i++)
    g_ptr_array_add (table->rows, own_row (source, g_ptr_array_index (round->dossiers, i)));
  return table;
}

/* --- The committee's levels --- */

static const char *
decision_label (ShinsaDecisionState state)
{
  switch (state)
    {
    case SHINSA_DECISION_PROVISIONAL:
      return C_("decision", "Provisional");
    case SHINSA_DECISION_CONFIRMED:
      return C_("decision", "Confirmed");
    case SHINSA_DECISION_REOPENED:
      return C_("decision", "Reopened");
    case SHINSA_DECISION_NONE:
    default:
      return C_("decision", "Not decided");
    }
}

static void
take_hidden_cells (ShinsaRow         *row,
                   const ShinsaRound *round,
                   const char        *application)
{
  gboolean recused = shinsa_interest_bars (shinsa_round_interest (round, application,
                                                                  round->member));
  const char *mark = recused ? shinsa_mark_text (SHINSA_MARK_RECUSED) : "·";
  const char *label = recused ? shinsa_mark_name (SHINSA_MARK_RECUSED) : _("not shown yet");

  for (guint i = 0; i < round->definition->requirements->len + 3; i++)
    {
      ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_MARK, mark, g_strdup (label));

      cell->flags |= SHINSA_CELL_FAINT;
      shinsa_row_take_titled_cell (row, cell);
    }
}

static void
take_committee_figures (ShinsaRow              *row,
                        const ShinsaDefinition *definition,
                        GPtrArray              *aggregates)
{
  int all = (int) definition->requirements->len, hold = 0, split = 0, least = -1;
  const ShinsaAggregate *fewest = NULL;
  g_autofree char *held = NULL;
  g_autofree char *splits = NULL;
  g_autofree char *counts = NULL;

  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      hold += !aggregate->reference_only && aggregate->passes;
      split += aggregate->split;
      if (least < 0 || aggregate->counted < least)
        {
          least = aggregate->counted;
          fewest = aggregate;
        }
    }
  held = g_strdup_printf (C_("requirements", "%d of %d"), hold, all);
  splits = split > 0 ? g_strdup_printf ("◆ %d", split) : g_strdup ("");
  shinsa_row_take_titled_cell (row, figure_cell (held, _("Requirements reached"), hold));
  shinsa_row_take_titled_cell (row, figure_cell (splits, _("Split"), split));
  if (fewest != NULL)
    counts = shinsa_compare_counts_text (fewest->counted, fewest->eligible, fewest->recused,
                                         fewest->missing);
  shinsa_row_take_titled_cell (row, figure_cell (counts != NULL ? counts : "",
                                                 _("Counted, eligible, recused and missing"),
                                                 least));
}

static ShinsaRow *
committee_row (const ShinsaCompareSource *source,
               const ShinsaDossier       *dossier)
{
  const ShinsaRound *round = source->round;
  const char *name = shinsa_text_get (&dossier->name);
  ShinsaDecisionState state = shinsa_round_decision (round, dossier->id);
  ShinsaRow *row = shinsa_row_new (dossier->id, name,
                                   dossier->withdrawn ? C_("review", "Withdrawn")
                                                      : decision_label (state));
  g_autoptr (GPtrArray) aggregates = NULL;

  shinsa_row_add_tag (row, dossier->withdrawn ? "withdrawn"
                                              : shinsa_decision_state_to_string (state));
  if (!shinsa_session_may_see_reviews (round, dossier->id))
    {
      take_hidden_cells (row, round, dossier->id);
      return row;
    }
  aggregates = shinsa_aggregate_application (round, dossier->id, SHINSA_BASIS_DECISION);
  for (guint i = 0; i < aggregates->len; i++)
    shinsa_row_take_cell (row, shinsa_compare_summary_cell (round->definition,
                                                            g_ptr_array_index (aggregates, i),
                                                            name));
  take_committee_figures (row, round->definition, aggregates);
  return row;
}

/**
 * shinsa_compare_committee_table:
 *
 * Returns: (transfer full): applications by requirements, with the committee's medians
 */
ShinsaTable *
shinsa_compare_committee_table (const ShinsaCompareSource *source)
{
  const ShinsaRound *round = source->round;
  ShinsaTable *table = shinsa_table_new (_("Application"));

  add_requirement_columns (table, round->definition);
  shinsa_table_add_column (table, "#holds", _("Reached"), 10)->apart = TRUE;
  shinsa_table_add_column (table, "#split", _("Split"), 6);
  shinsa_table_add_column (table, "#n", _("Fewest counted / eligible / recused / missing"),
                           COUNTS_CHARS);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      g_ptr_array_add (table->rows, committee_row (source, dossier));
    }
  return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-tables.h"

#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-labels.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COUNTS_CHARS 17

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
  int all = (int) definition->requirements->len, given = 0, judged = 0, reached = 0;
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
      judged += !isnan (score->level);
      reached += !isnan (score->level) && score->level >= requirement->threshold - 1e-9;
    }
  /* Translators: how many of how many requirements, short for a table. */
  scored = all > 0 ? g_strdup_printf (C_("requirements", "%d of %d"), given, all) : g_strdup ("");
  at = g_strdup_printf (C_("requirements", "%d of %d"), reached, given);
  shinsa_compare_take_figure (row, scored, _("Scored"), (double) given / MAX (all, 1));
  shinsa_compare_take_figure (row, given > 0 ? at : "", _("At or above"),
                              given > 0 ? reached : NAN);
  if (reached < judged)
    shinsa_row_add_tag (row, SHINSA_TAG_BELOW);
}

/**
 * shinsa_compare_own_row:
 *
 * Returns: (transfer full): the row of an application with one's own levels
 */
ShinsaRow *
shinsa_compare_own_row (const ShinsaCompareSource *source,
                        const ShinsaDossier       *dossier)
{
  const ShinsaDefinition *definition = source->round->definition;
  const char *name = shinsa_text_get (&dossier->name);
  Standing standing = find_standing (source, dossier);
  ShinsaRow *row = shinsa_compare_application_row (source, dossier);

  shinsa_row_set_note (row, standing_label (standing));
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
 * Returns: (transfer full): columns for rows of shinsa_compare_own_row()
 */
ShinsaTable *
shinsa_compare_own_table (const ShinsaDefinition *definition)
{
  ShinsaTable *table = shinsa_compare_applications_table_new ();

  shinsa_compare_add_requirement_columns (table, definition, SHINSA_COMPARE_MEDIAN_CHARS);
  shinsa_table_add_column (table, "#scored", _("Scored"), 8)->apart = TRUE;
  shinsa_table_add_column (table, "#at", _("At or above"), 8);
  return table;
}

/* --- The committee's levels --- */

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
  shinsa_compare_take_figure (row, held, _("Requirements reached"), hold);
  shinsa_compare_take_figure (row, splits, _("Split"), split);
  if (fewest != NULL)
    counts = shinsa_compare_counts_text (fewest->counted, fewest->eligible, fewest->recused,
                                         fewest->missing);
  shinsa_compare_take_figure (row, counts != NULL ? counts : "",
                              _("Counted, eligible, recused and missing"), least);
}

/**
 * shinsa_compare_committee_row:
 *
 * Returns: (transfer full): the row of an application with the committee's medians
 */
ShinsaRow *
shinsa_compare_committee_row (const ShinsaCompareSource *source,
                              const ShinsaDossier       *dossier)
{
  const ShinsaRound *round = source->round;
  const char *name = shinsa_text_get (&dossier->name);
  ShinsaRow *row = shinsa_compare_application_row (source, dossier);
  g_autoptr (GPtrArray) aggregates = NULL;

  if (!shinsa_session_may_see_reviews (round, dossier->id))
    {
      shinsa_compare_take_hidden_cells (row, round, dossier->id,
                                        round->definition->requirements->len + 3);
      return row;
    }
  aggregates = shinsa_aggregate_application (round, dossier->id, SHINSA_BASIS_DECISION);
  for (guint i = 0; i < aggregates->len; i++)
    shinsa_row_take_cell (row, shinsa_compare_summary_cell (round->definition,
                                                            g_ptr_array_index (aggregates, i),
                                                            name));
  take_committee_figures (row, round->definition, aggregates);
  shinsa_compare_tag_findings (row, aggregates);
  return row;
}

/**
 * shinsa_compare_committee_table:
 *
 * Returns: (transfer full): columns for rows of shinsa_compare_committee_row()
 */
ShinsaTable *
shinsa_compare_committee_table (const ShinsaDefinition *definition)
{
  ShinsaTable *table = shinsa_compare_applications_table_new ();

  shinsa_compare_add_requirement_columns (table, definition, SHINSA_COMPARE_MEDIAN_CHARS);
  shinsa_table_add_column (table, "#holds", _("Reached"), 10)->apart = TRUE;
  shinsa_table_add_column (table, "#split", _("Split"), 6);
  shinsa_table_add_column (table, "#n", _("Fewest counted / eligible / recused / missing"),
                           COUNTS_CHARS);
  return table;
}

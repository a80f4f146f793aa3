/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-table-parts.h"

#include "compare/shinsa-compare-tables.h"
#include "compare/shinsa-pins.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>

#define STAR_CHARS 2
#define LETTER_CHARS 6
#define NAME_CHARS 9

/**
 * shinsa_compare_scorers:
 *
 * Returns: (transfer container) (element-type ShinsaMember): who gives levels, in the order of the
 *   roster
 */
GPtrArray *
shinsa_compare_scorers (const ShinsaRound *round)
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
 * shinsa_compare_add_member_column:
 *
 * Adds the column of a member's levels, headed by letter or name.
 */
void
shinsa_compare_add_member_column (ShinsaTable               *table,
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

/**
 * shinsa_compare_add_requirement_columns:
 *
 * Adds a column for each requirement.
 */
void
shinsa_compare_add_requirement_columns (ShinsaTable            *table,
                                        const ShinsaDefinition *definition,
                                        int                     chars)
{
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);

      shinsa_table_add_column (table, requirement->code, shinsa_text_get (&requirement->name),
                               chars)->expands = TRUE;
    }
}

/* Most rounds have one threshold for all: then it need not be said in every row. */
static gboolean
thresholds_differ (const ShinsaDefinition *definition)
{
  const ShinsaRequirement *first = g_ptr_array_index (definition->requirements, 0);

  for (guint i = 1; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);

      if (requirement->threshold != first->threshold)
        return TRUE;
    }
  return FALSE;
}

/**
 * shinsa_compare_requirement_row:
 *
 * Returns: (transfer full): a row for the requirement, without cells
 */
ShinsaRow *
shinsa_compare_requirement_row (const ShinsaDefinition  *definition,
                                const ShinsaRequirement *requirement)
{
  g_autofree char *threshold = shinsa_level_text (definition, requirement->threshold);
  g_autofree char *note = g_strdup_printf (_("Threshold %s"), threshold);

  return shinsa_row_new (requirement->code, shinsa_text_get (&requirement->name),
                         thresholds_differ (definition) ? note : NULL);
}

static gboolean
waits_for_interests (const ShinsaRound *round,
                     const char        *application)
{
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      const ShinsaInterest *interest = shinsa_round_interest (round, application, member->id);

      if (shinsa_round_is_scorer (round, member) &&
          (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED ||
           interest->state == SHINSA_INTEREST_WAITING))
        return TRUE;
    }
  return FALSE;
}

/**
 * shinsa_compare_applications_table_new:
 *
 * Returns: (transfer full): a table for rows of shinsa_compare_application_row(), with the column
 *   of their stars
 */
ShinsaTable *
shinsa_compare_applications_table_new (void)
{
  ShinsaTable *table = shinsa_table_new (_("Application"));
  ShinsaColumn *column = shinsa_table_add_column (table, SHINSA_COMPARE_PIN, "★", STAR_CHARS);

  g_free (column->label);
  column->label = g_strdup (_("Pinned"));
  return table;
}

/**
 * shinsa_compare_application_row:
 *
 * Returns: (transfer full): a row for the application with its star alone, tagged with its market
 *   areas and with how far deciding has come
 */
ShinsaRow *
shinsa_compare_application_row (const ShinsaCompareSource *source,
                                const ShinsaDossier       *dossier)
{
  const ShinsaRound *round = source->round;
  ShinsaDecisionState state = shinsa_round_decision (round, dossier->id);
  /* What is not decided yet leaves the line to a long name. */
  const char *note = dossier->withdrawn ? C_("review", "Withdrawn")
                     : state != SHINSA_DECISION_NONE ? shinsa_compare_decision_label (state) : NULL;
  ShinsaRow *row = shinsa_row_new (dossier->id, shinsa_text_get (&dossier->name), note);

  shinsa_row_add_tag (row, dossier->withdrawn ? "withdrawn"
                                              : shinsa_decision_state_to_string (state));
  shinsa_row_take_titled_cell (row, shinsa_pins_cell (source->pins, round, dossier->id));
  if (waits_for_interests (round, dossier->id))
    shinsa_row_add_tag (row, SHINSA_TAG_INTERESTS);
  for (guint i = 0; i < dossier->market_areas->len; i++)
    {
      g_autofree char *tag = shinsa_compare_area_tag (g_ptr_array_index (dossier->market_areas, i));

      shinsa_row_add_tag (row, tag);
    }
  return row;
}

/**
 * shinsa_compare_tag_findings:
 * @aggregates: (element-type ShinsaAggregate): the requirements of the application in numbers
 *
 * Tags the row with what asks for attention.
 */
void
shinsa_compare_tag_findings (ShinsaRow *row,
                             GPtrArray *aggregates)
{
  gboolean split = FALSE, below = FALSE, scored = FALSE;

  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);

      split |= aggregate->split;
      below |= !aggregate->reference_only && !aggregate->passes;
      scored |= aggregate->counted > 0;
    }
  if (split)
    shinsa_row_add_tag (row, SHINSA_TAG_SPLIT);
  if (below)
    shinsa_row_add_tag (row, SHINSA_TAG_BELOW);
  shinsa_row_add_tag (row, scored ? SHINSA_TAG_SCORED : SHINSA_TAG_UNSCORED);
}

/**
 * shinsa_compare_area_tag:
 *
 * Returns: (transfer full): the tag of rows of applications in a market area
 */
char *
shinsa_compare_area_tag (const char *area)
{
  return g_strconcat ("area/", area, NULL);
}

static void
take_cell (ShinsaRow      *row,
           ShinsaCellKind  kind,
           const char     *text,
           const char     *what,
           double          order)
{
  ShinsaCell *cell = shinsa_cell_new (kind, text, g_strdup_printf ("%s: %s", what, text));

  cell->order = order;
  shinsa_row_take_titled_cell (row, cell);
}

/**
 * shinsa_compare_take_figure:
 * @what: what it is the number of, read out before it
 *
 * Ends the row with a number.
 */
void
shinsa_compare_take_figure (ShinsaRow  *row,
                            const char *text,
                            const char *what,
                            double      order)
{
  take_cell (row, SHINSA_CELL_FIGURE, text, what, order);
}

/**
 * shinsa_compare_take_words:
 * @what: what they are, read out before them
 *
 * Ends the row with words.
 */
void
shinsa_compare_take_words (ShinsaRow  *row,
                           const char *text,
                           const char *what,
                           double      order)
{
  take_cell (row, SHINSA_CELL_WORDS, text, what, order);
}

/**
 * shinsa_compare_take_hidden_cells:
 *
 * Ends the row with cells that say that nothing of the application is shown.
 */
void
shinsa_compare_take_hidden_cells (ShinsaRow         *row,
                                  const ShinsaRound *round,
                                  const char        *application,
                                  guint              n_cells)
{
  gboolean recused = shinsa_interest_bars (shinsa_round_interest (round, application,
                                                                  round->member));
  const char *mark = recused ? shinsa_mark_text (SHINSA_MARK_RECUSED) : "·";
  const char *label = recused ? shinsa_mark_name (SHINSA_MARK_RECUSED) : _("not shown yet");

  for (guint i = 0; i < n_cells; i++)
    {
      ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_MARK, mark, g_strdup (label));

      cell->flags |= SHINSA_CELL_FAINT;
      shinsa_row_take_titled_cell (row, cell);
    }
}

/**
 * shinsa_compare_decision_label:
 *
 * Returns: how far deciding has come, in a word
 */
const char *
shinsa_compare_decision_label (ShinsaDecisionState state)
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

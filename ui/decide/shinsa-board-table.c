/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-board-table.h"

#include "charts/shinsa-range-strip.h"
#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "decide/shinsa-decide-rights.h"
#include "rules/shinsa-checklist.h"
#include "rules/shinsa-decision.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_COLUMNS 6

/**
 * shinsa_board_outcome_name:
 *
 * Returns: (transfer full): what people read for the code of an outcome
 */
char *
shinsa_board_outcome_name (const ShinsaRound *round,
                           const char        *code)
{
  const ShinsaOutcome *outcome = shinsa_definition_outcome (round->definition, code);

  return g_strdup (outcome != NULL ? shinsa_text_get (&outcome->name) : code);
}

/**
 * shinsa_board_suggestion_text:
 *
 * Returns: (transfer full): the outcome that the rules give, or in a few words why they give none
 */
char *
shinsa_board_suggestion_text (const ShinsaRound      *round,
                              const ShinsaSuggestion *suggestion)
{
  switch (suggestion->why)
    {
    case SHINSA_SUGGESTION_GIVEN:
      return shinsa_board_outcome_name (round, suggestion->outcome);
    case SHINSA_SUGGESTION_TOO_FEW_EVALUATORS:
      return g_strdup (_("none: too few evaluators"));
    case SHINSA_SUGGESTION_GROWTH_TIED:
      return g_strdup (_("none: tied on growth"));
    case SHINSA_SUGGESTION_GROWTH_TOO_FEW:
      return g_strdup (_("none: too few on growth"));
    case SHINSA_SUGGESTION_NO_OUTCOME:
    default:
      return g_strdup (_("none"));
    }
}

/**
 * shinsa_board_state_text:
 *
 * Returns: (transfer full): how far deciding has come
 */
char *
shinsa_board_state_text (const ShinsaRound *round,
                         const char        *application)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  const ShinsaConfirmation *confirmation = shinsa_round_confirmation (round, application);

  if (dossier != NULL && dossier->withdrawn)
    return g_strdup (C_("decision", "Withdrawn"));
  if (confirmation != NULL)
    return confirmation->version > 1
           /* Translators: a decision that was reopened and confirmed again. */
           ? g_strdup_printf (C_("decision", "Confirmed, version %d"), confirmation->version)
           : g_strdup (C_("decision", "Confirmed"));
  if (shinsa_decide_pending (round, application) != NULL)
    return g_strdup (C_("decision", "Confirmed, not received yet"));
  switch (shinsa_round_decision (round, application))
    {
    case SHINSA_DECISION_PROVISIONAL:
      return g_strdup (C_("decision", "Provisional"));
    case SHINSA_DECISION_REOPENED:
      return g_strdup (C_("decision", "Reopened"));
    case SHINSA_DECISION_CONFIRMED:
    case SHINSA_DECISION_NONE:
    default:
      return g_strdup (C_("decision", "Not decided"));
    }
}

static ShinsaCell *
words_cell (const char *what,
            const char *text,
            const char *note,
            double      order)
{
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_WORDS, text,
                                      note != NULL
                                      ? g_strdup_printf ("%s: %s; %s", what, text, note)
                                      : g_strdup_printf ("%s: %s", what, text));

  cell->note = g_strdup (note);
  cell->order = order;
  if (text[0] == '\0' || g_str_equal (text, "–"))
    cell->flags |= SHINSA_CELL_FAINT;
  return cell;
}

/* Outcomes sort as they are listed. */
static double
outcome_order (const ShinsaRound *round,
               const char        *code)
{
  for (guint i = 0; code != NULL && i < round->definition->outcomes->len; i++)
    {
      const ShinsaOutcome *outcome = g_ptr_array_index (round->definition->outcomes, i);

      if (g_str_equal (outcome->code, code))
        return i;
    }
  return NAN;
}

static ShinsaCell *
proposal_cell (const ShinsaRound      *round,
               const char             *application,
               const ShinsaSuggestion *suggestion)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);
  g_autofree char *name = NULL;
  ShinsaCell *cell;

  if (proposal == NULL || shinsa_round_decision (round, application) == SHINSA_DECISION_REOPENED)
    return words_cell (_("Provisional outcome"), "–", NULL, NAN);
  name = shinsa_board_outcome_name (round, proposal->outcome);
  cell = words_cell (_("Provisional outcome"), name,
                     suggestion != NULL && shinsa_suggestion_departs (suggestion,
                                                                      proposal->outcome)
                     ? _("departs from the suggestion") : NULL,
                     outcome_order (round, proposal->outcome));
  cell->flags |= SHINSA_CELL_STRONG;
  return cell;
}

static ShinsaCell *
split_cell (const ShinsaSuggestion *suggestion)
{
  int n = 0;
  g_autofree char *text = NULL;
  ShinsaCell *cell;

  for (guint i = 0; i < suggestion->flags->len; i++)
    {
      const ShinsaFlag *flag = g_ptr_array_index (suggestion->flags, i);

      n += flag->kind == SHINSA_FLAG_SPLIT;
    }
  text = n > 0 ? g_strdup_printf ("◆ %d", n) : g_strdup ("–");
  cell = shinsa_cell_new (SHINSA_CELL_FIGURE, text,
                          g_strdup_printf (ngettext ("%d requirement on which the members are "
                                                     "split",
                                                     "%d requirements on which the members are "
                                                     "split", n), n));
  cell->order = n;
  if (n == 0)
    cell->flags |= SHINSA_CELL_FAINT;
  return cell;
}

static ShinsaCell *
margin_cell (const ShinsaDefinition *definition,
             const ShinsaSuggestion *suggestion)
{
  ShinsaMargin margin;
  g_autofree char *text = NULL;

  if (!shinsa_margin_find (definition, suggestion->aggregates, &margin))
    return words_cell (_("Margin"), "–", NULL, NAN);
  text = shinsa_margin_text (definition, margin.value);
  return words_cell (_("Margin"), text, shinsa_margin_where (definition, &margin), margin.value);
}

static ShinsaCell *
counts_cell (const ShinsaSuggestion *suggestion)
{
  const ShinsaAggregate *fewest = g_ptr_array_index (suggestion->aggregates, 0);
  g_autofree char *text = NULL;
  ShinsaCell *cell;

  for (guint i = 1; i < suggestion->aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (suggestion->aggregates, i);

      if (aggregate->counted < fewest->counted)
        fewest = aggregate;
    }
  text = shinsa_compare_counts_text (fewest->counted, fewest->eligible, fewest->recused,
                                     fewest->missing);
  cell = shinsa_cell_new (SHINSA_CELL_FIGURE, text,
                          shinsa_compare_counts_sentence (fewest->counted, fewest->eligible,
                                                          fewest->recused, fewest->missing));
  if (fewest->reference_only)
    cell->note = g_strdup (_("reference only"));
  cell->order = fewest->counted;
  return cell;
}

static ShinsaCell *
checklist_cell (const ShinsaRound *round,
                const char        *application)
{
  g_autoptr (GPtrArray) checklist = shinsa_checklist (round, application);
  const char *first = NULL;
  g_autofree char *text = NULL;
  int holding = 0;

  if (shinsa_round_decision (round, application) == SHINSA_DECISION_CONFIRMED)
    return words_cell (_("Checklist"), _("✓ confirmed"), NULL, checklist->len + 1);
  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);

      holding += check->holds;
      if (!check->holds && first == NULL)
        first = check->sentence;
    }
  text = first == NULL ? g_strdup (_("✓ ready"))
                       : g_strdup_printf (_("✗ %d of %d hold"), holding, (int) checklist->len);
  return words_cell (_("Checklist"), text, first, holding);
}

static ShinsaRow *
board_row (const ShinsaRound   *round,
           const ShinsaDossier *dossier)
{
  g_autofree char *state = shinsa_board_state_text (round, dossier->id);
  ShinsaRow *row = shinsa_row_new (dossier->id, shinsa_text_get (&dossier->name), state);
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  g_autofree char *suggested = NULL;

  if (!shinsa_session_may_see_reviews (round, dossier->id))
    {
      shinsa_compare_take_hidden_cells (row, round, dossier->id, N_COLUMNS);
      return row;
    }
  suggestion = shinsa_suggest (round, dossier->id);
  suggested = shinsa_board_suggestion_text (round, suggestion);
  shinsa_row_take_titled_cell (row, words_cell (_("Suggestion"), suggested, NULL,
                                                outcome_order (round, suggestion->outcome)));
  shinsa_row_take_titled_cell (row, proposal_cell (round, dossier->id, suggestion));
  shinsa_row_take_titled_cell (row, split_cell (suggestion));
  shinsa_row_take_titled_cell (row, margin_cell (round->definition, suggestion));
  shinsa_row_take_titled_cell (row, counts_cell (suggestion));
  shinsa_row_take_titled_cell (row, checklist_cell (round, dossier->id));
  return row;
}

/**
 * shinsa_board_table:
 *
 * Returns: (transfer full): what is known and what is missing of every application
 */
ShinsaTable *
shinsa_board_table (const ShinsaRound *round)
{
  ShinsaTable *table = shinsa_table_new (_("Application"));
  ShinsaColumn *column;

  column = shinsa_table_add_column (table, "suggestion", _("Suggestion"), 18);
  column->apart = column->words = TRUE;
  shinsa_table_add_column (table, "outcome", _("Provisional outcome"), 20)->words = TRUE;
  shinsa_table_add_column (table, "split", _("Split"), 7);
  shinsa_table_add_column (table, "margin", _("Margin"), 20)->words = TRUE;
  shinsa_table_add_column (table, "n", _("Counted / eligible / recused / missing"), 17);
  column = shinsa_table_add_column (table, "checklist", _("Checklist"), 26);
  column->words = column->expands = TRUE;
  for (guint i = 0; i < round->dossiers->len; i++)
    g_ptr_array_add (table->rows, board_row (round, g_ptr_array_index (round->dossiers, i)));
  return table;
}

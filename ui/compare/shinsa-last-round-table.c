/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-tables.h"

#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEVEL_CHARS 12
#define LEVELS_CHARS 18
#define DIFFERENCE_CHARS 10
#define OUTCOME_CHARS 16
#define COUNT_CHARS 7

static gboolean
has_median (const ShinsaPreviousScore *earlier)
{
  return earlier != NULL && !isnan (earlier->median);
}

/* Above 0 where the committee's median is higher now, NAN where the two cannot be compared. */
static double
difference_of (const ShinsaPreviousScore *earlier,
               const ShinsaAggregate     *now)
{
  return has_median (earlier) && now != NULL && now->counted > 0
         ? now->median - earlier->median : NAN;
}

static void
take_earlier (ShinsaRow                 *row,
              const ShinsaPreviousScore *earlier)
{
  g_autofree char *median = has_median (earlier) ? shinsa_number_text (earlier->median) : NULL;
  g_autofree char *levels = earlier != NULL && earlier->levels->len > 0
                            ? shinsa_numbers_text ((const double *) earlier->levels->data,
                                                   earlier->levels->len)
                            : g_strdup ("");
  ShinsaCell *cell;

  if (earlier == NULL)
    cell = shinsa_cell_new (SHINSA_CELL_FIGURE, _("not asked then"),
                            g_strdup (_("not asked in the earlier round")));
  else if (median == NULL)
    cell = shinsa_cell_new (SHINSA_CELL_FIGURE, _("not given"),
                            g_strdup (_("no median of the earlier round is given")));
  else
    {
      cell = shinsa_cell_new (SHINSA_CELL_FIGURE, median,
                              g_strdup_printf (_("Median of the earlier round %s"), median));
      cell->order = earlier->median;
    }
  if (median == NULL)
    cell->flags |= SHINSA_CELL_FAINT;
  shinsa_row_take_titled_cell (row, cell);
  shinsa_compare_take_figure (row, levels, _("Levels of the earlier round"),
                              earlier != NULL ? earlier->counted : NAN);
}

static char *
difference_text (double difference)
{
  g_autofree char *number = shinsa_number_text (fabs (difference));

  if (difference > 0)
    return g_strconcat ("▲ ", number, NULL);
  return difference < 0 ? g_strconcat ("▼ ", number, NULL) : g_strdup ("=");
}

static ShinsaCell *
difference_cell (double difference)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  ShinsaCell *cell;

  if (isnan (difference))
    return shinsa_cell_new (SHINSA_CELL_FIGURE, "", g_strdup (_("nothing to compare with")));
  number = shinsa_number_text (fabs (difference));
  text = difference_text (difference);
  cell = shinsa_cell_new (SHINSA_CELL_FIGURE, text,
                          difference > 0 ? g_strdup_printf (_("higher by %s than in the earlier "
                                                              "round"), number)
                          : difference < 0 ? g_strdup_printf (_("lower by %s than in the earlier "
                                                                "round"), number)
                          : g_strdup (_("as in the earlier round")));
  cell->order = difference;
  if (difference < 0)
    cell->flags |= SHINSA_CELL_STRONG;
  return cell;
}

/* One application. */

static void
take_now (ShinsaRow              *row,
          const ShinsaDefinition *definition,
          const ShinsaAggregate  *now)
{
  g_autofree char *levels = shinsa_numbers_text (now->levels, now->counted);

  shinsa_row_take_cell (row, shinsa_compare_summary_cell (definition, now, _("All members")));
  shinsa_compare_take_figure (row, levels, _("Levels of this round"), now->counted);
}

static ShinsaRow *
requirement_row (const ShinsaRound   *round,
                 const ShinsaDossier *dossier,
                 guint                index,
                 GPtrArray           *now)
{
  const ShinsaDefinition *definition = round->definition;
  const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, index);
  const ShinsaPreviousScore *earlier = shinsa_previous_score (dossier->previous, requirement->code);
  const ShinsaAggregate *aggregate = now != NULL ? g_ptr_array_index (now, index) : NULL;
  const char *name = shinsa_text_get (&requirement->name);
  ShinsaRow *row = shinsa_compare_requirement_row (definition, requirement);

  if (earlier != NULL && !g_str_equal (shinsa_text_get (&earlier->name), name))
    {
      /* Translators: how a requirement was called in the earlier round. */
      g_autofree char *note = g_strdup_printf (_("then: %s"), shinsa_text_get (&earlier->name));

      shinsa_row_set_note (row, note);
    }
  take_earlier (row, earlier);
  if (aggregate != NULL)
    take_now (row, definition, aggregate);
  else
    shinsa_compare_take_hidden_cells (row, round, dossier->id, 2);
  shinsa_row_take_titled_cell (row, difference_cell (difference_of (earlier, aggregate)));
  return row;
}

static ShinsaRow *
gone_row (const ShinsaPreviousScore *earlier)
{
  g_autofree char *key = g_strconcat (SHINSA_COMPARE_EARLIER, earlier->code, NULL);
  ShinsaRow *row = shinsa_row_new (key, shinsa_text_get (&earlier->name), _("not asked now"));

  take_earlier (row, earlier);
  for (int i = 0; i < 3; i++)
    shinsa_row_take_titled_cell (row, shinsa_cell_new (SHINSA_CELL_FIGURE, "",
                                                       g_strdup (_("not asked now"))));
  return row;
}

/**
 * shinsa_compare_last_round_table:
 *
 * Returns: (transfer full) (nullable): requirements of one application then and now; NULL where it
 *   brings nothing along from an earlier round
 */
ShinsaTable *
shinsa_compare_last_round_table (const ShinsaCompareSource *source,
                                 const char                *application)
{
  const ShinsaRound *round = source->round;
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  g_autoptr (GPtrArray) now = NULL;
  ShinsaTable *table;

  if (dossier->previous == NULL)
    return NULL;
  if (shinsa_session_may_see_reviews (round, application))
    now = shinsa_aggregate_application (round, application, SHINSA_BASIS_DECISION);
  table = shinsa_table_new (_("Requirement"));
  shinsa_table_add_column (table, SHINSA_COMPARE_THEN, _("Median then"), LEVEL_CHARS);
  shinsa_table_add_column (table, "#then-levels", _("Levels then"), LEVELS_CHARS);
  shinsa_table_add_column (table, "#now", _("Median now"), LEVEL_CHARS)->apart = TRUE;
  shinsa_table_add_column (table, "#now-levels", _("Levels now"), LEVELS_CHARS);
  shinsa_table_add_column (table, "#difference", _("Difference"), DIFFERENCE_CHARS)->apart = TRUE;
  for (guint i = 0; i < round->definition->requirements->len; i++)
    g_ptr_array_add (table->rows, requirement_row (round, dossier, i, now));
  for (guint i = 0; i < dossier->previous->requirements->len; i++)
    {
      const ShinsaPreviousScore *earlier = g_ptr_array_index (dossier->previous->requirements, i);

      if (shinsa_definition_requirement (round->definition, earlier->code) == NULL)
        g_ptr_array_add (table->rows, gone_row (earlier));
    }
  return table;
}

/**
 * shinsa_compare_last_round_sentence:
 *
 * Returns: (transfer full): what came of the application in the earlier round
 */
char *
shinsa_compare_last_round_sentence (const ShinsaPrevious *previous)
{
  const char *title = shinsa_text_get (&previous->title);
  const char *outcome = shinsa_text_get (&previous->outcome);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *date = NULL;

  if (previous->announced_on == NULL)
    /* Translators: the title of an earlier round, and the outcome there. */
    return g_strdup_printf (_("%s: %s"), title, outcome);
  iso = g_strconcat (previous->announced_on, "T00:00:00Z", NULL);
  day = g_date_time_new_from_iso8601 (iso, NULL);
  date = day != NULL ? g_date_time_format (day, "%x") : g_strdup (previous->announced_on);
  /* Translators: the title of an earlier round, the outcome there, and a date. */
  return g_strdup_printf (_("%s: %s, announced on %s"), title, outcome, date);
}

/* All applications. */

static void
take_outcomes (ShinsaRow           *row,
               const ShinsaRound   *round,
               const ShinsaDossier *dossier)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, dossier->id);
  const ShinsaOutcome *outcome = proposal != NULL
                                 ? shinsa_definition_outcome (round->definition,
                                                              proposal->outcome) : NULL;
  const char *then = dossier->previous != NULL ? shinsa_text_get (&dossier->previous->outcome)
                     : dossier->has_content ? _("no earlier round") : _("not shown yet");

  shinsa_compare_take_words (row, then, _("Outcome then"),
                             dossier->previous != NULL ? 0 : 1);
  shinsa_compare_take_words (row, outcome != NULL ? shinsa_text_get (&outcome->name) : "–",
                             _("Provisional outcome"), outcome != NULL ? 0 : 1);
}

static ShinsaCell *
median_cell (const ShinsaDefinition    *definition,
             const ShinsaPreviousScore *earlier,
             const ShinsaAggregate     *now,
             const char                *subject)
{
  ShinsaCell *cell = shinsa_compare_summary_cell (definition, now, subject);

  if (has_median (earlier))
    {
      g_autofree char *phrase = NULL;

      cell->before = shinsa_number_text (earlier->median);
      /* Translators: read out after a median: what it was in the earlier round. */
      phrase = g_strdup_printf (_("%s in the earlier round"), cell->before);
      shinsa_cell_say (cell, phrase);
    }
  else
    shinsa_cell_say (cell, _("not asked in the earlier round"));
  return cell;
}

static void
take_differences (ShinsaRow           *row,
                  const ShinsaRound   *round,
                  const ShinsaDossier *dossier)
{
  const ShinsaDefinition *definition = round->definition;
  g_autoptr (GPtrArray) now = shinsa_aggregate_application (round, dossier->id,
                                                            SHINSA_BASIS_DECISION);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  int higher = 0, lower = 0, compared = 0;
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  for (guint i = 0; i < now->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (now, i);
      const ShinsaPreviousScore *earlier =
        shinsa_previous_score (dossier->previous, aggregate->requirement);
      double difference = difference_of (earlier, aggregate);

      compared += !isnan (difference);
      higher += difference > 0;
      lower += difference < 0;
      g_ptr_array_add (cells, median_cell (definition, earlier, aggregate,
                                           shinsa_text_get (&dossier->name)));
    }
  up = compared > 0 ? g_strdup_printf ("%d", higher) : g_strdup ("");
  down = compared > 0 ? g_strdup_printf ("%d", lower) : g_strdup ("");
  shinsa_compare_take_figure (row, up, _("Higher than then"), compared > 0 ? higher : NAN);
  shinsa_compare_take_figure (row, down, _("Lower than then"), compared > 0 ? lower : NAN);
  for (guint i = 0; i < cells->len; i++)
    shinsa_row_take_cell (row, g_ptr_array_index (cells, i));
  shinsa_compare_tag_findings (row, now);
}

/**
 * shinsa_compare_all_last_round_row:
 *
 * Returns: (transfer full): the row of an application with outcome and medians then and now
 */
ShinsaRow *
shinsa_compare_all_last_round_row (const ShinsaCompareSource *source,
                                   const ShinsaDossier       *dossier)
{
  const ShinsaRound *round = source->round;
  ShinsaRow *row = shinsa_compare_application_row (source, dossier);

  take_outcomes (row, round, dossier);
  if (dossier->previous != NULL)
    shinsa_row_add_tag (row, SHINSA_TAG_EARLIER);
  if (shinsa_session_may_see_reviews (round, dossier->id))
    take_differences (row, round, dossier);
  else
    shinsa_compare_take_hidden_cells (row, round, dossier->id,
                                      round->definition->requirements->len + 2);
  return row;
}

/**
 * shinsa_compare_all_last_round_table:
 *
 * Returns: (transfer full): columns for rows of shinsa_compare_all_last_round_row()
 */
ShinsaTable *
shinsa_compare_all_last_round_table (const ShinsaDefinition *definition)
{
  ShinsaTable *table = shinsa_compare_applications_table_new ();

  shinsa_table_add_column (table, SHINSA_COMPARE_THEN, _("Outcome then"),
                           OUTCOME_CHARS)->words = TRUE;
  shinsa_table_add_column (table, "#now", _("Provisional outcome"), OUTCOME_CHARS)->words = TRUE;
  shinsa_table_add_column (table, "#higher", _("Higher"), COUNT_CHARS)->apart = TRUE;
  shinsa_table_add_column (table, "#lower", _("Lower"), COUNT_CHARS);
  shinsa_compare_add_requirement_columns (table, definition, SHINSA_COMPARE_MEDIANS_CHARS);
  return table;
}

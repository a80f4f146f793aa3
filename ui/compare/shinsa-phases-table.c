/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-tables.h"

#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "parts/shinsa-level-picker.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-phase.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHANGE_CHARS 9
#define AT_CHARS 21
#define CHANGED_CHARS 14
#define SPLIT_CHARS 10

/* What a member said of a requirement before and after the interview; either may be NULL. */
typedef struct {
  const ShinsaScore *paper;
  const ShinsaScore *interview;
} Change;

static Change
find_change (const ShinsaCompareSource *source,
             const char                *application,
             const char                *member,
             const char                *requirement)
{
  const ShinsaInterest *interest = shinsa_round_interest (source->round, application, member);

  if (shinsa_interest_bars_from (interest, requirement))
    return (Change) { NULL, NULL };
  return (Change) {
    shinsa_compare_phase_score (source, application, member, requirement, SHINSA_PHASE_PAPER),
    shinsa_compare_phase_score (source, application, member, requirement, SHINSA_PHASE_INTERVIEW),
  };
}

static gboolean
is_changed (Change change)
{
  return change.paper != NULL && change.interview != NULL &&
         !shinsa_levels_are_same (change.paper->level, change.interview->level);
}

/* A level, or the mark of who cannot judge. */
static char *
score_text (const ShinsaDefinition *definition,
            const ShinsaScore      *score)
{
  return isnan (score->level) ? g_strdup (shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE))
                              : shinsa_level_text (definition, score->level);
}

static ShinsaCell *
change_cell (const ShinsaCompareSource *source,
             const char                *application,
             const ShinsaMember        *member,
             const ShinsaRequirement   *requirement)
{
  const ShinsaDefinition *definition = source->round->definition;
  Change change = find_change (source, application, member->id, requirement->code);
  g_autofree char *subject = shinsa_compare_member_name (source, member->id);
  ShinsaCell *cell = shinsa_compare_score_cell (source, application, member->id, requirement,
                                                subject);

  if (change.interview == NULL && change.paper != NULL)
    {
      cell->flags |= SHINSA_CELL_HOLLOW;
      shinsa_cell_say (cell, _("paper review only"));
    }
  else if (is_changed (change))
    {
      g_autofree char *phrase = NULL;

      cell->before = score_text (definition, change.paper);
      /* Translators: read out after the level of the interview. */
      phrase = g_strdup_printf (_("changed from %s on paper"), cell->before);
      shinsa_cell_say (cell, phrase);
    }
  else if (change.interview != NULL && change.paper != NULL)
    shinsa_cell_say (cell, _("unchanged after the interview"));
  return cell;
}

/* Who changed the level, with the steps. */
static ShinsaCell *
changed_cell (const ShinsaCompareSource *source,
              const char                *application,
              GPtrArray                 *scorers,
              const ShinsaRequirement   *requirement)
{
  const ShinsaDefinition *definition = source->round->definition;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  ShinsaCell *cell;

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      Change change = find_change (source, application, member->id, requirement->code);
      g_autofree char *name = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (!is_changed (change))
        continue;
      name = shinsa_compare_member_name (source, member->id);
      from = score_text (definition, change.paper);
      to = score_text (definition, change.interview);
      g_ptr_array_add (shown, shinsa_member_label (source->round, member->id, source->names));
      /* Translators: a member, the level on paper, and the level after the interview. */
      g_ptr_array_add (said, g_strdup_printf (_("%s changed from %s to %s"), name, from, to));
    }
  text = shinsa_list_text (shown);
  cell = shinsa_cell_new (SHINSA_CELL_FIGURE, text,
                          shown->len > 0 ? shinsa_list_text (said)
                                         : g_strdup (_("nobody changed the level")));
  cell->order = shown->len;
  return cell;
}

/* What a figure was on paper stands before it where it is another one now. */
static void
set_before (ShinsaCell *cell,
            const char *before)
{
  g_autofree char *phrase = NULL;

  if (g_str_equal (before, cell->text))
    return;
  cell->before = g_strdup (before);
  /* Translators: read out after a figure: what it was before the interview. */
  phrase = g_strdup_printf (_("%s on paper"), before);
  shinsa_cell_say (cell, phrase);
}

/* The committee's median, after that on paper. */
static ShinsaCell *
median_cell (const ShinsaDefinition *definition,
             const ShinsaAggregate  *paper,
             const ShinsaAggregate  *now,
             const char             *subject,
             gboolean                heard)
{
  ShinsaCell *cell = shinsa_compare_summary_cell (definition, now, subject);
  g_autofree char *before = NULL;

  if (paper->counted == 0)
    return cell;
  before = shinsa_compare_median_text (definition, paper);
  if (paper->median_low != now->median_low || paper->median_high != now->median_high)
    set_before (cell, before);
  if (!heard)
    {
      cell->flags |= SHINSA_CELL_HOLLOW;
      shinsa_cell_say (cell, _("paper review only"));
    }
  return cell;
}

static void
take_summary (ShinsaRow              *row,
              const ShinsaDefinition *definition,
              const ShinsaAggregate  *paper,
              const ShinsaAggregate  *now,
              gboolean                heard)
{
  g_autofree char *before = g_strdup_printf (_("%d of %d"), paper->at_or_above, paper->counted);
  g_autofree char *after = g_strdup_printf (_("%d of %d"), now->at_or_above, now->counted);
  ShinsaCell *at = shinsa_cell_new (SHINSA_CELL_FIGURE, after,
                                    g_strdup_printf (_("%d of %d at or above the threshold"),
                                                     now->at_or_above, now->counted));
  gboolean settled = paper->split && !now->split;
  ShinsaCell *split = shinsa_cell_new (SHINSA_CELL_FIGURE,
                                       now->split ? _("◆ split") : settled ? _("no longer") : "",
                                       g_strdup (now->split ? _("The members are split.")
                                                 : settled ? _("The members are no longer split.")
                                                 : _("The members are not split.")));

  at->order = now->at_or_above;
  set_before (at, before);
  split->order = now->split;
  shinsa_row_take_cell (row, median_cell (definition, paper, now, _("All members"), heard));
  shinsa_row_take_titled_cell (row, at);
  shinsa_row_take_titled_cell (row, split);
}

/* Whether somebody's review after the interview counts. */
static gboolean
was_heard (const ShinsaRound *round,
           const char        *application,
           GPtrArray         *scorers)
{
  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      const ShinsaReview *review = shinsa_round_review (round, application, member->id,
                                                        SHINSA_PHASE_INTERVIEW);

      if (review != NULL && review->status == SHINSA_REVIEW_COUNTS)
        return TRUE;
    }
  return FALSE;
}

static ShinsaRow *
requirement_row (const ShinsaCompareSource *source,
                 const char                *application,
                 GPtrArray                 *scorers,
                 guint                      index,
                 GPtrArray                 *paper,
                 GPtrArray                 *now)
{
  const ShinsaDefinition *definition = source->round->definition;
  const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, index);
  ShinsaRow *row = shinsa_compare_requirement_row (definition, requirement);

  for (guint i = 0; i < scorers->len; i++)
    shinsa_row_take_cell (row, change_cell (source, application, g_ptr_array_index (scorers, i),
                                            requirement));
  shinsa_row_take_titled_cell (row, changed_cell (source, application, scorers, requirement));
  if (now != NULL)
    take_summary (row, definition, g_ptr_array_index (paper, index),
                  g_ptr_array_index (now, index),
                  was_heard (source->round, application, scorers));
  else
    shinsa_compare_take_hidden_cells (row, source->round, application, 3);
  return row;
}

/**
 * shinsa_compare_phases_table:
 *
 * Returns: (transfer full): requirements by members of one application, each with the level on
 *   paper and after the interview
 */
ShinsaTable *
shinsa_compare_phases_table (const ShinsaCompareSource *source,
                             const char                *application)
{
  const ShinsaRound *round = source->round;
  ShinsaTable *table = shinsa_table_new (_("Requirement"));
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GPtrArray) now = NULL;

  if (shinsa_session_may_see_reviews (round, application))
    {
      paper = shinsa_aggregate_application (round, application, SHINSA_BASIS_PAPER);
      now = shinsa_aggregate_application (round, application, SHINSA_BASIS_DECISION);
    }
  for (guint i = 0; i < scorers->len; i++)
    {
      shinsa_compare_add_member_column (table, source, application,
                                        g_ptr_array_index (scorers, i));
      ((ShinsaColumn *) g_ptr_array_index (table->columns, i))->chars = CHANGE_CHARS;
    }
  shinsa_table_add_column (table, "#changed", _("Changed by"), CHANGED_CHARS)->apart = TRUE;
  shinsa_table_add_column (table, "#median", _("Median"), SHINSA_COMPARE_MEDIANS_CHARS);
  shinsa_table_add_column (table, "#at", _("At or above"), AT_CHARS);
  shinsa_table_add_column (table, "#split", _("Split"), SPLIT_CHARS);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    g_ptr_array_add (table->rows, requirement_row (source, application, scorers, i, paper, now));
  return table;
}

/* All applications. */

static int
count_split (GPtrArray *aggregates)
{
  int n = 0;

  for (guint i = 0; i < aggregates->len; i++)
    n += ((ShinsaAggregate *) g_ptr_array_index (aggregates, i))->split;
  return n;
}

/* Of how many levels that were given twice, how many were changed. */
static void
take_changes (ShinsaRow                 *row,
              const ShinsaCompareSource *source,
              const char                *application,
              GPtrArray                 *scorers)
{
  GPtrArray *requirements = source->round->definition->requirements;
  int twice = 0, changed = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);

      if (shinsa_compare_phase_review (source, application, member->id,
                                       SHINSA_PHASE_INTERVIEW) == NULL)
        continue;
      for (guint j = 0; j < requirements->len; j++)
        {
          const ShinsaRequirement *requirement = g_ptr_array_index (requirements, j);
          Change change = find_change (source, application, member->id, requirement->code);

          twice += change.paper != NULL && change.interview != NULL;
          changed += is_changed (change);
        }
    }
  /* Translators: how many of how many levels, short for a table. */
  text = g_strdup_printf (C_("levels", "%d of %d"), changed, twice);
  shinsa_compare_take_figure (row, twice > 0 ? text : "", _("Levels changed"),
                              twice > 0 ? changed : NAN);
  if (changed > 0)
    shinsa_row_add_tag (row, SHINSA_TAG_CHANGED);
}

static ShinsaCell *
split_cell (int paper,
            int now)
{
  g_autofree char *before = g_strdup_printf ("%d", paper);
  g_autofree char *after = now > 0 ? g_strdup_printf ("◆ %d", now)
                                   : g_strdup (paper > 0 ? "0" : "");
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_FIGURE, after,
                                      g_strdup_printf (ngettext ("split on %d requirement",
                                                                 "split on %d requirements",
                                                                 now), now));

  cell->order = now;
  if (paper != now)
    set_before (cell, before);
  return cell;
}

/**
 * shinsa_compare_all_phases_row:
 *
 * Returns: (transfer full): the row of an application with the committee's medians on paper and
 *   after the interview
 */
ShinsaRow *
shinsa_compare_all_phases_row (const ShinsaCompareSource *source,
                               const ShinsaDossier       *dossier)
{
  const ShinsaRound *round = source->round;
  const ShinsaDefinition *definition = round->definition;
  ShinsaRow *row = shinsa_compare_application_row (source, dossier);
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);
  gboolean heard = was_heard (round, dossier->id, scorers);
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GPtrArray) now = NULL;

  if (!shinsa_session_may_see_reviews (round, dossier->id))
    {
      shinsa_compare_take_hidden_cells (row, round, dossier->id,
                                        definition->requirements->len + 2);
      return row;
    }
  paper = shinsa_aggregate_application (round, dossier->id, SHINSA_BASIS_PAPER);
  now = shinsa_aggregate_application (round, dossier->id, SHINSA_BASIS_DECISION);
  for (guint i = 0; i < now->len; i++)
    shinsa_row_take_cell (row, median_cell (definition, g_ptr_array_index (paper, i),
                                            g_ptr_array_index (now, i),
                                            shinsa_text_get (&dossier->name), heard));
  take_changes (row, source, dossier->id, scorers);
  shinsa_row_take_titled_cell (row, split_cell (count_split (paper), count_split (now)));
  shinsa_compare_tag_findings (row, now);
  return row;
}

/**
 * shinsa_compare_all_phases_table:
 *
 * Returns: (transfer full): columns for rows of shinsa_compare_all_phases_row()
 */
ShinsaTable *
shinsa_compare_all_phases_table (const ShinsaDefinition *definition)
{
  ShinsaTable *table = shinsa_compare_applications_table_new ();

  shinsa_compare_add_requirement_columns (table, definition, SHINSA_COMPARE_MEDIANS_CHARS);
  shinsa_table_add_column (table, "#changed", _("Levels changed"), CHANGED_CHARS)->apart = TRUE;
  shinsa_table_add_column (table, "#split", _("Split"), SPLIT_CHARS);
  return table;
}

/**
 * shinsa_compare_why_no_interview:
 *
 * Returns: (transfer full) (nullable): that there are no levels of the interview yet; NULL where
 *   there are some
 */
char *
shinsa_compare_why_no_interview (const ShinsaRound *round,
                                 const char        *application)
{
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);

  if (was_heard (round, application, scorers))
    return NULL;
  if (!shinsa_round_phase_was_opened (round, SHINSA_PHASE_INTERVIEW, application))
    return g_strdup (_("The interview has not been opened yet: only levels on paper are shown."));
  return g_strdup (_("No level of the interview has been received yet: only levels on paper are "
                     "shown."));
}

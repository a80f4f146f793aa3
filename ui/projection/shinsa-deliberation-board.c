/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "projection/shinsa-deliberation-board.h"

#include "cells/shinsa-grid-cell.h"
#include "compare/shinsa-score-cells.h"
#include "rules/shinsa-aggregate.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-settle.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the slide that the projection fits into the window. */
#define CELL_WIDTH 64
#define CELL_HEIGHT 52

struct _ShinsaDeliberationBoard
{
  AdwBin          parent_instance;

  GtkLabel       *applicant;
  GtkLabel       *outcome;
  GtkLabel       *hidden;
  GtkGrid        *grid;
  GtkLabel       *scale;
};

G_DEFINE_FINAL_TYPE (ShinsaDeliberationBoard, shinsa_deliberation_board, ADW_TYPE_BIN)

/* --- What is shown --- */

/**
 * shinsa_deliberation_may_be_shown:
 * @round: (not nullable): a round
 * @application: (not nullable): the id of an application
 *
 * Returns: whether nobody who scores is shown levels too early
 */
gboolean
shinsa_deliberation_may_be_shown (const ShinsaRound *round,
                                  const char        *application)
{
  g_return_val_if_fail (round != NULL && application != NULL, FALSE);

  return shinsa_session_may_see_reviews (round, application) &&
         shinsa_round_phase_was_closed (round, SHINSA_PHASE_PAPER, application) &&
         !shinsa_round_phase_is_open (round, SHINSA_PHASE_PAPER, application);
}

/* Until all have spoken after the interview, the levels are those on paper. */
static ShinsaBasis
find_basis (const ShinsaRound *round,
            const char        *application)
{
  return shinsa_round_phase_was_closed (round, SHINSA_PHASE_INTERVIEW, application) &&
         !shinsa_round_phase_is_open (round, SHINSA_PHASE_INTERVIEW, application)
         ? SHINSA_BASIS_DECISION : SHINSA_BASIS_PAPER;
}

static const ShinsaReview *
find_review (const ShinsaRound *round,
             const char        *application,
             const char        *member)
{
  const ShinsaReview *review;

  if (find_basis (round, application) == SHINSA_BASIS_DECISION)
    return shinsa_round_effective_review (round, application, member);
  review = shinsa_round_review (round, application, member, SHINSA_PHASE_PAPER);
  return review != NULL && review->status == SHINSA_REVIEW_COUNTS ? review : NULL;
}

static ShinsaCell *
make_cell (const ShinsaRound       *round,
           const char              *application,
           const ShinsaMember      *member,
           const ShinsaRequirement *requirement)
{
  g_autofree char *subject = shinsa_member_full_label (round, member->id);
  const char *what = shinsa_text_get (&requirement->name);
  const ShinsaReview *review = find_review (round, application, member->id);
  const ShinsaScore *score = review != NULL ? shinsa_review_score (review, requirement->code)
                                            : NULL;
  ShinsaMark mark = SHINSA_MARK_MISSING;
  ShinsaCell *cell;

  if (shinsa_interest_bars_from (shinsa_round_interest (round, application, member->id),
                                 requirement->code))
    mark = SHINSA_MARK_RECUSED;
  else if (score != NULL && isnan (score->level))
    mark = SHINSA_MARK_CANNOT_JUDGE;
  else if (score != NULL)
    {
      cell = shinsa_compare_level_cell (round->definition, score->level, subject, what);
      if (shinsa_score_is_below (round->definition, score))
        cell->flags |= SHINSA_CELL_BELOW;
      return cell;
    }
  return shinsa_compare_mark_cell (subject, what, shinsa_mark_text (mark),
                                   shinsa_mark_name (mark));
}

static void
attach_label (ShinsaDeliberationBoard *self,
              const char              *text,
              const char              *style,
              int                      column,
              int                      row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 0.5);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_cell (ShinsaDeliberationBoard *self,
             ShinsaCell              *content,
             int                      column,
             int                      row)
{
  g_autoptr (ShinsaCell) owned = content;
  GtkWidget *cell = shinsa_grid_cell_new (GTK_ACCESSIBLE_ROLE_CELL, column);

  gtk_widget_set_focusable (cell, FALSE);
  gtk_widget_set_size_request (cell, CELL_WIDTH, CELL_HEIGHT);
  shinsa_grid_cell_set_content (SHINSA_GRID_CELL (cell), owned);
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
}

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
show_requirement (ShinsaDeliberationBoard *self,
                  const ShinsaRound       *round,
                  const char              *application,
                  GPtrArray               *scorers,
                  const ShinsaAggregate   *aggregate,
                  int                      row)
{
  const ShinsaRequirement *requirement = g_ptr_array_index (round->definition->requirements,
                                                            row - 1);
  /* Translators: how many members are at or above the threshold, of how many: "5 of 7". */
  g_autofree char *count = g_strdup_printf (_("%d of %d"), aggregate->at_or_above,
                                            aggregate->counted);

  attach_label (self, shinsa_text_get (&requirement->name), "requirement", 0, row);
  for (guint i = 0; i < scorers->len; i++)
    attach_cell (self, make_cell (round, application, g_ptr_array_index (scorers, i), requirement),
                 (int) i + 1, row);
  attach_label (self, count, "count", (int) scorers->len + 1, row);
}

static void
show_levels (ShinsaDeliberationBoard *self,
             const ShinsaRound       *round,
             const char              *application)
{
  g_autoptr (GPtrArray) scorers = find_scorers (round);
  g_autoptr (GPtrArray) aggregates = NULL;

  while (gtk_widget_get_first_child (GTK_WIDGET (self->grid)) != NULL)
    gtk_grid_remove (self->grid, gtk_widget_get_first_child (GTK_WIDGET (self->grid)));
  if (!shinsa_deliberation_may_be_shown (round, application))
    return;
  aggregates = shinsa_aggregate_application (round, application, find_basis (round, application));
  attach_label (self, "", "heading", 0, 0);
  for (guint i = 0; i < scorers->len; i++)
    attach_label (self, ((ShinsaMember *) g_ptr_array_index (scorers, i))->letter, "letter",
                  (int) i + 1, 0);
  /* Translators: above how many members' levels are at or above the threshold; short. */
  attach_label (self, C_("projection", "At or above"), "column", (int) scorers->len + 1, 0);
  for (guint i = 0; i < aggregates->len; i++)
    show_requirement (self, round, application, scorers, g_ptr_array_index (aggregates, i),
                      (int) i + 1);
}

static void
show_scale (ShinsaDeliberationBoard *self,
            const ShinsaRound       *round)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < round->definition->levels->len; i++)
    {
      const ShinsaLevel *level = g_ptr_array_index (round->definition->levels, i);
      g_autofree char *digit = shinsa_level_text (round->definition, level->value);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "   " : "", digit,
                              shinsa_text_get (&level->label));
    }
  gtk_label_set_label (self->scale, text->str);
}

static char *
tell_outcome (const ShinsaRound *round,
              const char        *application)
{
  const ShinsaConfirmation *confirmation = shinsa_round_confirmation (round, application);
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);
  const ShinsaOutcome *outcome = NULL;

  if (confirmation != NULL)
    outcome = shinsa_definition_outcome (round->definition, confirmation->outcome);
  else if (proposal != NULL &&
           shinsa_round_decision (round, application) == SHINSA_DECISION_PROVISIONAL)
    outcome = shinsa_definition_outcome (round->definition, proposal->outcome);
  if (outcome == NULL)
    return g_strdup (_("No provisional outcome yet"));
  return g_strdup_printf (confirmation != NULL
                          /* Translators: the placeholder is an outcome, such as "certified". */
                          ? _("Confirmed: %s")
                          /* Translators: the placeholder is an outcome, such as "certified". */
                          : _("Provisional: %s"), shinsa_text_get (&outcome->name));
}

/**
 * shinsa_deliberation_board_show:
 * @self: a board
 * @round: (not nullable): the round
 * @application: (not nullable): the id of one of its applications
 */
void
shinsa_deliberation_board_show (ShinsaDeliberationBoard *self,
                                const ShinsaRound       *round,
                                const char              *application)
{
  const ShinsaDossier *dossier;
  gboolean shown;
  g_autofree char *outcome = NULL;

  g_return_if_fail (SHINSA_IS_DELIBERATION_BOARD (self));
  g_return_if_fail (round != NULL && application != NULL);

  dossier = shinsa_round_dossier (round, application);
  shown = dossier != NULL && shinsa_deliberation_may_be_shown (round, application);
  outcome = shown ? tell_outcome (round, application) : g_strdup ("");
  gtk_label_set_label (self->applicant, dossier != NULL ? shinsa_text_get (&dossier->name) : "");
  gtk_label_set_label (self->outcome, outcome);
  show_levels (self, round, application);
  show_scale (self, round);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), shown);
}

/* --- The object --- */

static void
shinsa_deliberation_board_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_DELIBERATION_BOARD);

  G_OBJECT_CLASS (shinsa_deliberation_board_parent_class)->dispose (object);
}

static void
shinsa_deliberation_board_class_init (ShinsaDeliberationBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_deliberation_board_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/projection/shinsa-deliberation-board.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeliberationBoard, applicant);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeliberationBoard, outcome);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeliberationBoard, hidden);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeliberationBoard, grid);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDeliberationBoard, scale);
}

static void
shinsa_deliberation_board_init (ShinsaDeliberationBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

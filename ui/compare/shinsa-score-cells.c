/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-score-cells.h"

#include "review/shinsa-sheet-state.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-phase.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-settle.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_own (const ShinsaRound *round,
        const char        *member)
{
  return !round->is_desk && g_str_equal (round->member, member);
}

/**
 * shinsa_compare_phase:
 *
 * Returns: the phase whose levels are given for the application now
 */
ShinsaPhase
shinsa_compare_phase (const ShinsaRound *round,
                      const char        *application)
{
  return shinsa_round_phase_was_opened (round, SHINSA_PHASE_INTERVIEW, application)
         ? SHINSA_PHASE_INTERVIEW : SHINSA_PHASE_PAPER;
}

/**
 * shinsa_compare_own_draft:
 *
 * Returns: (transfer none) (nullable): what was begun of the phase that is open now
 */
const ShinsaReview *
shinsa_compare_own_draft (const ShinsaCompareSource *source,
                          const char                *application)
{
  if (source->get_draft == NULL || source->round->is_desk)
    return NULL;
  return source->get_draft (application, shinsa_compare_phase (source->round, application),
                            source->data);
}

/**
 * shinsa_compare_may_score:
 * @why: (out) (optional) (transfer full): a sentence that says why not
 *
 * Returns: whether a digit typed at this place sets an own level
 */
gboolean
shinsa_compare_may_score (const ShinsaCompareSource *source,
                          const char                *application,
                          const char                *requirement,
                          char                     **why)
{
  g_autoptr (ShinsaSheetState) state =
    shinsa_sheet_state_new (source->round, application,
                            shinsa_compare_phase (source->round, application));
  const char *sentence = NULL;

  if (!state->editable)
    sentence = state->notice;
  else if (state->recused != NULL && g_strv_contains (state->recused, requirement))
    sentence = _("You are recused from this requirement and give no level.");
  else if (state->replaces && shinsa_compare_own_draft (source, application) == NULL)
    sentence = _("You have submitted this review. Open it to replace it.");

  if (why != NULL)
    *why = g_strdup (sentence);
  return sentence == NULL;
}

/**
 * shinsa_compare_score:
 * @is_draft: (out): whether it is the own draft's
 *
 * Returns: (transfer none) (nullable): what the member says on the requirement, as far as it may
 *   be seen and counts; the own score also before the desk received it
 */
const ShinsaScore *
shinsa_compare_score (const ShinsaCompareSource *source,
                      const char                *application,
                      const char                *member,
                      const char                *requirement,
                      gboolean                  *is_draft)
{
  const ShinsaRound *round = source->round;
  const ShinsaReview *review = NULL;
  const ShinsaScore *score = NULL;

  *is_draft = FALSE;
  if (is_own (round, member))
    {
      const ShinsaReview *draft = shinsa_compare_own_draft (source, application);

      score = draft != NULL ? shinsa_review_score (draft, requirement) : NULL;
      if (score != NULL && score->level != SHINSA_LEVEL_UNSET)
        {
          *is_draft = TRUE;
          return score;
        }
    }
  else if (!shinsa_session_may_see_reviews (round, application))
    return NULL;

  review = shinsa_round_effective_review (round, application, member);
  if (review == NULL && is_own (round, member))
    review = shinsa_round_newest_review (round, application, member, SHINSA_PHASE_PAPER);
  return review != NULL ? shinsa_review_score (review, requirement) : NULL;
}

/**
 * shinsa_compare_phase_review:
 *
 * Returns: (transfer none) (nullable): what the member said in that phase, as far as it may be
 *   seen and counts; the own draft while it is being written
 */
const ShinsaReview *
shinsa_compare_phase_review (const ShinsaCompareSource *source,
                             const char                *application,
                             const char                *member,
                             ShinsaPhase                phase)
{
  const ShinsaRound *round = source->round;
  const ShinsaReview *review;

  if (is_own (round, member))
    {
      const ShinsaReview *draft = source->get_draft != NULL
                                  ? source->get_draft (application, phase, source->data) : NULL;

      review = shinsa_round_newest_review (round, application, member, phase);
      /* Levels that were changed unheard are others only once the review is admitted. */
      if (review != NULL && review->status == SHINSA_REVIEW_PARTLY_HEARD)
        review = NULL;
      return draft != NULL ? draft : review;
    }
  if (!shinsa_session_may_see_reviews (round, application))
    return NULL;
  review = shinsa_round_review (round, application, member, phase);
  return review != NULL && review->status == SHINSA_REVIEW_COUNTS ? review : NULL;
}

/**
 * shinsa_compare_phase_score:
 *
 * Returns: (transfer none) (nullable): the level given in that phase, see
 *   shinsa_compare_phase_review()
 */
const ShinsaScore *
shinsa_compare_phase_score (const ShinsaCompareSource *source,
                            const char                *application,
                            const char                *member,
                            const char                *requirement,
                            ShinsaPhase                phase)
{
  const ShinsaReview *review = shinsa_compare_phase_review (source, application, member, phase);
  const ShinsaScore *score = review != NULL ? shinsa_review_score (review, requirement) : NULL;

  return score != NULL && score->level != SHINSA_LEVEL_UNSET ? score : NULL;
}

/**
 * shinsa_compare_member_name:
 *
 * Returns: (transfer full): how a member is called in what is read out
 */
char *
shinsa_compare_member_name (const ShinsaCompareSource *source,
                            const char                *member)
{
  if (is_own (source->round, member))
    /* Translators: the own column of a table, read out. */
    return g_strdup (C_("member", "Own level"));
  if (source->names)
    return shinsa_member_label (source->round, member, TRUE);
  return shinsa_member_full_label (source->round, member);
}

static GPtrArray *
phrases_new (const char *first,
             const char *second)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (phrases, g_strdup (first));
  if (second != NULL)
    g_ptr_array_add (phrases, g_strdup (second));
  return phrases;
}

static ShinsaCell *
mark_cell (GPtrArray  *phrases,
           const char *mark,
           const char *name)
{
  ShinsaCell *cell;

  g_ptr_array_add (phrases, g_strdup (name));
  cell = shinsa_cell_new (SHINSA_CELL_MARK, mark, shinsa_list_text (phrases));
  cell->flags |= SHINSA_CELL_FAINT;
  return cell;
}

/**
 * shinsa_compare_mark_cell:
 * @subject: whose answer it would be
 * @what: what it would be the answer to
 * @mark: what is drawn
 * @name: what it means
 *
 * Returns: (transfer full): the cell of something that stands in the place of a level
 */
ShinsaCell *
shinsa_compare_mark_cell (const char *subject,
                          const char *what,
                          const char *mark,
                          const char *name)
{
  g_autoptr (GPtrArray) phrases = phrases_new (subject, what);

  return mark_cell (phrases, mark, name);
}

static gboolean
is_hidden (const ShinsaRound *round,
           const char        *application,
           const char        *member)
{
  return !is_own (round, member) && !shinsa_session_may_see_reviews (round, application);
}

/**
 * shinsa_compare_missing_words:
 *
 * Returns: (transfer full): why no level of the member is to be seen
 */
char *
shinsa_compare_missing_words (const ShinsaCompareSource *source,
                              const char                *application,
                              const char                *member)
{
  const ShinsaRound *round = source->round;
  const ShinsaReview *review = shinsa_round_newest_review (round, application, member,
                                                           SHINSA_PHASE_PAPER);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();

  if (is_hidden (round, application, member))
    /* Translators: read out for a level that may not be seen yet. */
    return g_strdup (_("not shown yet"));
  if (review != NULL && review->abstained)
    return g_strdup (_("abstained"));
  if (review != NULL && review->status != SHINSA_REVIEW_COUNTS)
    g_ptr_array_add (phrases, (gpointer) shinsa_review_status_label (review->status));
  g_ptr_array_add (phrases, (gpointer) shinsa_mark_name (SHINSA_MARK_MISSING));
  return shinsa_list_text (phrases);
}

static ShinsaCell *
missing_cell (const ShinsaCompareSource *source,
              const char                *application,
              const char                *member,
              GPtrArray                 *phrases)
{
  g_autofree char *words = shinsa_compare_missing_words (source, application, member);

  return mark_cell (phrases, is_hidden (source->round, application, member)
                             ? "·" : shinsa_mark_text (SHINSA_MARK_MISSING), words);
}

static ShinsaCell *
recused_cell (const ShinsaRound *round,
              const char        *application,
              const char        *member,
              GPtrArray         *phrases)
{
  const ShinsaReview *review = shinsa_round_newest_review (round, application, member,
                                                           SHINSA_PHASE_PAPER);
  ShinsaMark mark = review != NULL && review->status == SHINSA_REVIEW_VOID ? SHINSA_MARK_VOID
                                                                           : SHINSA_MARK_RECUSED;

  return mark_cell (phrases, shinsa_mark_text (mark), shinsa_mark_name (mark));
}

static double
shade_of (const ShinsaDefinition *definition,
          double                  level)
{
  const ShinsaLevel *highest = g_ptr_array_index (definition->levels, 0);
  double lowest = shinsa_definition_lowest (definition);

  return highest->value > lowest ? (level - lowest) / (highest->value - lowest) : 1;
}

static ShinsaCell *
level_cell (const ShinsaDefinition *definition,
            double                  value,
            GPtrArray              *phrases)
{
  const ShinsaLevel *highest = g_ptr_array_index (definition->levels, 0);
  const ShinsaLevel *level = shinsa_definition_level (definition, value);
  g_autofree char *text = shinsa_level_text (definition, value);
  g_autofree char *most = shinsa_level_text (definition, highest->value);
  ShinsaCell *cell;

  /* Translators: read out for a level of the scale, such as "level 2 of 4". */
  g_ptr_array_add (phrases, g_strdup_printf (_("level %s of %s"), text, most));
  if (level != NULL)
    g_ptr_array_add (phrases, g_strdup (shinsa_text_get (&level->label)));
  cell = shinsa_cell_new (SHINSA_CELL_LEVEL, text, NULL);
  cell->shade = shade_of (definition, value);
  cell->order = value;
  return cell;
}

/**
 * shinsa_compare_level_cell:
 * @subject: whose level it is
 * @what: what it is the level of
 *
 * Returns: (transfer full): the cell of a level that belongs to no requirement
 */
ShinsaCell *
shinsa_compare_level_cell (const ShinsaDefinition *definition,
                           double                  level,
                           const char             *subject,
                           const char             *what)
{
  g_autoptr (GPtrArray) phrases = phrases_new (subject, what);
  ShinsaCell *cell;

  if (isnan (level))
    return mark_cell (phrases, shinsa_mark_text (SHINSA_MARK_MISSING),
                      shinsa_mark_name (SHINSA_MARK_MISSING));
  cell = level_cell (definition, level, phrases);
  cell->label = shinsa_list_text (phrases);
  return cell;
}

static ShinsaCell *
score_cell (const ShinsaDefinition  *definition,
            const ShinsaScore       *score,
            const ShinsaRequirement *requirement,
            gboolean                 is_draft,
            GPtrArray               *phrases)
{
  ShinsaCell *cell;

  if (isnan (score->level))
    {
      g_ptr_array_add (phrases, g_strdup (shinsa_mark_name (SHINSA_MARK_CANNOT_JUDGE)));
      cell = shinsa_cell_new (SHINSA_CELL_MARK, shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE), NULL);
    }
  else
    {
      cell = level_cell (definition, score->level, phrases);
      if (shinsa_score_is_below (definition, score))
        {
          cell->flags |= SHINSA_CELL_BELOW;
          g_ptr_array_add (phrases, g_strdup (_("below the threshold")));
        }
    }
  if (*score->reason != '\0')
    {
      cell->flags |= SHINSA_CELL_REASON;
      g_ptr_array_add (phrases, g_strdup (_("reason given")));
    }
  if (is_draft)
    {
      cell->flags |= SHINSA_CELL_HOLLOW;
      g_ptr_array_add (phrases, g_strdup (_("draft, not submitted")));
    }
  cell->label = shinsa_list_text (phrases);
  return cell;
}

/**
 * shinsa_compare_unheard_mark:
 *
 * Returns: what stands beside a level on paper whose member did not hear the whole interview
 */
const char *
shinsa_compare_unheard_mark (void)
{
  /* Translators: a reference mark beside a level, as used in tables. */
  return C_("mark", "†");
}

static void
mark_unheard (const ShinsaRound *round,
              const char        *application,
              const char        *member,
              ShinsaCell        *cell)
{
  if (!shinsa_round_phase_was_opened (round, SHINSA_PHASE_INTERVIEW, application) ||
      !shinsa_round_stands_unheard (round, application, member))
    return;
  cell->note = g_strdup (shinsa_compare_unheard_mark ());
  shinsa_cell_say (cell, _("did not hear the whole interview, so the level on paper stands"));
}

/**
 * shinsa_compare_score_cell:
 * @subject: what tells the cell from the others of its row, read out first
 *
 * Returns: (transfer full): what the member says on the requirement, or the mark in its place
 */
ShinsaCell *
shinsa_compare_score_cell (const ShinsaCompareSource *source,
                           const char                *application,
                           const char                *member,
                           const ShinsaRequirement   *requirement,
                           const char                *subject)
{
  const ShinsaRound *round = source->round;
  g_autoptr (GPtrArray) phrases = phrases_new (subject, shinsa_text_get (&requirement->name));
  const ShinsaInterest *interest = shinsa_round_interest (round, application, member);
  gboolean is_draft;
  const ShinsaScore *score;
  ShinsaCell *cell;

  if (shinsa_interest_bars_from (interest, requirement->code))
    return recused_cell (round, application, member, phrases);
  score = shinsa_compare_score (source, application, member, requirement->code, &is_draft);
  cell = score != NULL
         ? score_cell (round->definition, score, requirement, is_draft, phrases)
         : missing_cell (source, application, member, phrases);
  if (score != NULL && !is_draft)
    mark_unheard (round, application, member, cell);
  if (is_own (round, member) &&
      shinsa_compare_may_score (source, application, requirement->code, NULL))
    cell->flags |= SHINSA_CELL_EDITABLE;
  return cell;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-pinned-content.h"

#include "compare/shinsa-compare-tables.h"
#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-decision.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-names.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pango.h>

#define ROW_COMMENTS "#comments"
#define ROW_QUESTIONS "#questions"

static void
place_free (gpointer data)
{
  ShinsaPinnedPlace *place = data;

  g_free (place->document);
  g_free (place->quote);
  g_free (place->text);
  g_free (place->label);
  g_free (place);
}

/**
 * shinsa_pinned_rows:
 *
 * Returns: (transfer full) (element-type ShinsaRow): the rows without cells
 */
GPtrArray *
shinsa_pinned_rows (const ShinsaDefinition *definition)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < definition->requirements->len; i++)
    g_ptr_array_add (rows,
                     shinsa_compare_requirement_row (definition,
                                                     g_ptr_array_index (definition->requirements,
                                                                        i)));
  if (definition->overall_judgement)
    g_ptr_array_add (rows, shinsa_row_new (SHINSA_COMPARE_OVERALL, _("Overall judgement"), NULL));
  if (definition->comment_strong || definition->comment_weak || definition->comment_remarks)
    g_ptr_array_add (rows, shinsa_row_new (ROW_COMMENTS, _("Overall comments"), NULL));
  g_ptr_array_add (rows, shinsa_row_new (ROW_QUESTIONS, _("Questions and record notes"), NULL));
  return rows;
}

/* Text. */

static void
append_line (GString    *markup,
             const char *line)
{
  g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", line);
}

/* What a member wrote, below the letter. */
static void
append_said (GString                   *markup,
             const ShinsaCompareSource *source,
             const char                *member,
             const char                *what,
             const char                *text)
{
  g_autofree char *letter = NULL;
  g_autofree char *line = NULL;

  if (*text == '\0')
    return;
  letter = shinsa_member_label (source->round, member, source->names);
  line = what != NULL ? g_markup_printf_escaped ("<b>%s</b>  <small>%s</small>  %s", letter, what,
                                                 text)
                      : g_markup_printf_escaped ("<b>%s</b>  %s", letter, text);
  append_line (markup, line);
}

static void
append_comments (GString                   *markup,
                 const ShinsaCompareSource *source,
                 const ShinsaReview        *review)
{
  append_said (markup, source, review->member, _("strong"), review->strong);
  append_said (markup, source, review->member, _("weak"), review->weak);
  append_said (markup, source, review->member, _("remarks"), review->remarks);
}

/* What was put or noted for the record; what somebody noted for themselves is in no review. */
static void
append_remarks (GString                   *markup,
                const ShinsaCompareSource *source,
                const ShinsaReview        *review)
{
  for (guint i = 0; i < review->questions->len; i++)
    {
      const ShinsaRemark *remark = g_ptr_array_index (review->questions, i);

      append_said (markup, source, review->member, remark->is_note ? _("note") : _("question"),
                   remark->text);
    }
}

/* Questions as the desk merged them, with what was answered. */
static void
append_questions (GString           *markup,
                  const ShinsaRound *round,
                  const char        *application)
{
  for (guint i = 0; i < round->questions->len; i++)
    {
      const ShinsaQuestion *question = g_ptr_array_index (round->questions, i);
      g_autofree char *line = NULL;

      if (!g_str_equal (question->application, application))
        continue;
      line = *question->answer != '\0'
             /* Translators: the state of a question, the question, and the answer. */
             ? g_markup_printf_escaped (_("<small>%s</small>  %s\nAnswer: %s"),
                                        shinsa_question_state_label (question->state),
                                        question->text, question->answer)
             : g_markup_printf_escaped ("<small>%s</small>  %s",
                                        shinsa_question_state_label (question->state),
                                        question->text);
      append_line (markup, line);
    }
}

/* The reviews of a member that the identity may read, paper first. */
static void
append_reviews (GString                   *markup,
                const ShinsaCompareSource *source,
                const char                *application,
                void                     (*append) (GString                   *markup,
                                                    const ShinsaCompareSource *source,
                                                    const ShinsaReview        *review))
{
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (source->round);

  for (guint i = 0; i < scorers->len; i++)
    for (ShinsaPhase phase = SHINSA_PHASE_PAPER; phase <= SHINSA_PHASE_INTERVIEW; phase++)
      {
        const ShinsaMember *member = g_ptr_array_index (scorers, i);
        const ShinsaReview *review = shinsa_compare_phase_review (source, application, member->id,
                                                                  phase);

        if (review != NULL)
          append (markup, source, review);
      }
}

/* Levels, reasons and places of a requirement. */

static void
add_place (GPtrArray            *places,
           const ShinsaDossier  *dossier,
           const ShinsaEvidence *evidence)
{
  const ShinsaDocumentInfo *document = shinsa_dossier_document (dossier, evidence->document);
  const char *name = document != NULL ? document->name : _("a document that is not here");
  ShinsaPinnedPlace *place;

  for (guint i = 0; i < places->len; i++)
    {
      const ShinsaPinnedPlace *known = g_ptr_array_index (places, i);

      if (known->page == evidence->page && g_str_equal (known->document, evidence->document))
        return;
    }
  place = g_new0 (ShinsaPinnedPlace, 1);
  place->document = g_strdup (evidence->document);
  place->page = evidence->page;
  place->quote = g_strdup (evidence->quote != NULL ? evidence->quote : "");
  /* Translators: a page of a document, short. */
  place->text = g_strdup_printf (_("p. %d"), evidence->page);
  /* Translators: where a member saw it: name of the document, and page. */
  place->label = g_strdup_printf (_("Evidence: %s, p. %d"), name, evidence->page);
  g_ptr_array_add (places, place);
}

static void
add_level (ShinsaPinnedContent       *self,
           const ShinsaCompareSource *source,
           const ShinsaMember        *member,
           ShinsaCell                *level)
{
  g_autofree char *letter = shinsa_member_label (source->round, member->id, source->names);

  g_ptr_array_add (self->headings, shinsa_cell_new (SHINSA_CELL_FIGURE, letter, g_strdup ("")));
  g_ptr_array_add (self->levels, level);
}

static void
fill_requirement (ShinsaPinnedContent       *self,
                  GString                   *markup,
                  const ShinsaCompareSource *source,
                  const char                *application,
                  const ShinsaRequirement   *requirement)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (source->round, application);
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (source->round);

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);
      g_autofree char *subject = shinsa_compare_member_name (source, member->id);
      const ShinsaInterest *interest = shinsa_round_interest (source->round, application,
                                                              member->id);
      const ShinsaScore *score = NULL;
      gboolean is_draft;

      add_level (self, source, member,
                 shinsa_compare_score_cell (source, application, member->id, requirement,
                                            subject));
      if (!shinsa_interest_bars_from (interest, requirement->code))
        score = shinsa_compare_score (source, application, member->id, requirement->code,
                                      &is_draft);
      if (score == NULL)
        continue;
      append_said (markup, source, member->id, NULL, score->reason);
      for (guint j = 0; j < score->evidence->len; j++)
        add_place (self->places, dossier, g_ptr_array_index (score->evidence, j));
    }
}

static char *
figures_text (const ShinsaCompareSource *source,
              const char                *application,
              const char                *requirement)
{
  const ShinsaDefinition *definition = source->round->definition;
  g_autoptr (GPtrArray) aggregates = NULL;

  if (!shinsa_session_may_see_reviews (source->round, application))
    return g_strdup (_("Others’ levels are not shown yet."));
  aggregates = shinsa_aggregate_application (source->round, application, SHINSA_BASIS_DECISION);
  for (guint i = 0; i < aggregates->len; i++)
    {
      const ShinsaAggregate *aggregate = g_ptr_array_index (aggregates, i);
      g_autofree char *median = NULL;

      if (!g_str_equal (aggregate->requirement, requirement))
        continue;
      if (aggregate->counted == 0)
        return g_strdup (_("no evaluators"));
      median = shinsa_compare_median_text (definition, aggregate);
      if (aggregate->split)
        /* Translators: how many of how many levels reach the threshold, and the median. */
        return g_strdup_printf (_("%d of %d at or above, median %s, ◆ split"),
                                aggregate->at_or_above, aggregate->counted, median);
      return g_strdup_printf (_("%d of %d at or above, median %s"),
                              aggregate->at_or_above, aggregate->counted, median);
    }
  return g_strdup ("");
}

static void
fill_overall (ShinsaPinnedContent       *self,
              const ShinsaCompareSource *source,
              const char                *application)
{
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (source->round);

  for (guint i = 0; i < scorers->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (scorers, i);

      add_level (self, source, member,
                 shinsa_compare_overall_cell (source, application, member,
                                              _("Overall judgement")));
    }
}

/**
 * shinsa_pinned_content_new:
 * @row: key of one of shinsa_pinned_rows()
 *
 * Returns: (transfer full): what the application shows there
 */
ShinsaPinnedContent *
shinsa_pinned_content_new (const ShinsaCompareSource *source,
                           const char                *application,
                           const char                *row)
{
  const ShinsaRound *round = source->round;
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  const ShinsaRequirement *requirement = shinsa_definition_requirement (round->definition, row);
  ShinsaPinnedContent *self = g_new0 (ShinsaPinnedContent, 1);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  GString *markup = g_string_new (NULL);

  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_cell_unref);
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_cell_unref);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->figures = requirement != NULL ? figures_text (source, application, row) : g_strdup ("");
  if (requirement != NULL)
    fill_requirement (self, markup, source, application, requirement);
  else if (g_str_equal (row, SHINSA_COMPARE_OVERALL))
    fill_overall (self, source, application);
  else if (g_str_equal (row, ROW_COMMENTS))
    append_reviews (markup, source, application, append_comments);
  else
    {
      append_questions (markup, round, application);
      append_reviews (markup, source, application, append_remarks);
    }
  self->markup = g_string_free (markup, FALSE);
  g_ptr_array_add (phrases, (gpointer) shinsa_text_get (&dossier->name));
  if (requirement != NULL)
    g_ptr_array_add (phrases, (gpointer) shinsa_text_get (&requirement->name));
  if (*self->figures != '\0')
    g_ptr_array_add (phrases, self->figures);
  self->label = shinsa_list_text (phrases);
  return self;
}

void
shinsa_pinned_content_free (ShinsaPinnedContent *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->places);
  g_free (self->figures);
  g_free (self->markup);
  g_free (self->label);
  g_free (self);
}

/**
 * shinsa_pinned_content_text:
 *
 * Returns: (transfer full): the same as text, to be copied
 */
char *
shinsa_pinned_content_text (const ShinsaPinnedContent *self)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->levels->len; i++)
    {
      const ShinsaCell *heading = g_ptr_array_index (self->headings, i);
      const ShinsaCell *level = g_ptr_array_index (self->levels, i);

      g_ptr_array_add (phrases, g_strdup_printf ("%s %s", heading->text, level->text));
    }
  if (*self->figures != '\0')
    g_ptr_array_add (phrases, g_strdup (self->figures));
  for (guint i = 0; i < self->places->len; i++)
    g_ptr_array_add (phrases,
                     g_strdup (((ShinsaPinnedPlace *) g_ptr_array_index (self->places, i))->label));
  if (*self->markup != '\0' && pango_parse_markup (self->markup, -1, 0, NULL, &words, NULL, NULL))
    g_ptr_array_add (phrases, g_strdup (words));
  return shinsa_list_text (phrases);
}

/**
 * shinsa_pinned_state:
 *
 * Returns: (transfer full): how far deciding on the application has come, with its outcome
 */
char *
shinsa_pinned_state (const ShinsaRound *round,
                     const char        *application)
{
  const ShinsaProposal *proposal = shinsa_round_proposal (round, application);
  const ShinsaOutcome *outcome = proposal != NULL
                                 ? shinsa_definition_outcome (round->definition,
                                                              proposal->outcome) : NULL;
  ShinsaDecisionState state = shinsa_round_decision (round, application);

  if (outcome == NULL || state == SHINSA_DECISION_NONE)
    return g_strdup (shinsa_compare_decision_label (state));
  /* Translators: how far deciding has come, and the outcome: "Provisional: Certified". */
  return g_strdup_printf (C_("decision", "%s: %s"), shinsa_compare_decision_label (state),
                          shinsa_text_get (&outcome->name));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-compare.h"

#include "shinsa-cli-json.h"
#include "shinsa-cli-table.h"
#include "shinsa-error.h"
#include "shinsa-session.h"

#include "exchange/shinsa-numbers-json.h"
#include "rules/shinsa-aggregate.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"
#include "rules/shinsa-roster.h"
#include "rules/shinsa-settle.h"
#include "rules/shinsa-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* After the interview a member's paper review counts on where there is no newer one. */
static ShinsaBasis
basis_of (ShinsaPhase phase)
{
  return phase == SHINSA_PHASE_PAPER ? SHINSA_BASIS_PAPER : SHINSA_BASIS_DECISION;
}

static const ShinsaReview *
counting_review (const ShinsaRound *round,
                 const char        *application,
                 const char        *member,
                 ShinsaPhase        phase)
{
  if (phase == SHINSA_PHASE_PAPER)
    return shinsa_round_review (round, application, member, phase);

  return shinsa_round_effective_review (round, application, member);
}

/* --- JSON --- */

static JsonArray *
reviews_json (const ShinsaRound   *round,
              const ShinsaDossier *dossier,
              ShinsaPhase          phase)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->application, dossier->id) && review->phase <= phase)
        json_array_add_object_element (array, shinsa_cli_review_json (round, review));
    }

  return array;
}

/* Who did not hear the whole interview, and whose paper levels stand. */
static JsonArray *
unheard_json (const ShinsaRound   *round,
              const ShinsaDossier *dossier)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_round_stands_unheard (round, dossier->id, member->id))
        json_array_add_string_element (array, member->id);
    }

  return array;
}

/**
 * shinsa_cli_compare_json:
 * @round: what may be seen
 * @dossier: one of its applications
 * @phase: up to which phase
 *
 * Returns: (transfer full): the reviews, and the aggregates unless others' reviews are not shown
 */
JsonObject *
shinsa_cli_compare_json (const ShinsaRound   *round,
                         const ShinsaDossier *dossier,
                         ShinsaPhase          phase)
{
  gboolean revealed = shinsa_session_may_see_reviews (round, dossier->id);
  ShinsaBasis basis = basis_of (phase);
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) aggregates = NULL;

  json_object_set_string_member (object, "application", dossier->id);
  json_object_set_string_member (object, "phase", shinsa_phase_to_string (phase));
  json_object_set_boolean_member (object, "revealed", revealed);
  json_object_set_array_member (object, "reviews", reviews_json (round, dossier, phase));
  if (phase == SHINSA_PHASE_INTERVIEW)
    json_object_set_array_member (object, "unheard", unheard_json (round, dossier));
  if (revealed)
    {
      aggregates = shinsa_aggregate_application (round, dossier->id, basis);
      json_object_set_member (object, "aggregates", shinsa_aggregates_to_json (aggregates));
      json_object_set_member (object, "growth", shinsa_growth_to_json (
                                shinsa_growth_count (round, dossier->id, basis)));
    }
  else
    {
      json_object_set_null_member (object, "aggregates");
      json_object_set_null_member (object, "growth");
    }

  return object;
}

/* --- Text --- */

static gboolean
has_void_review (const ShinsaRound *round,
                 const char        *application,
                 const char        *member)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (review->status == SHINSA_REVIEW_VOID && g_str_equal (review->member, member) &&
          g_str_equal (review->application, application))
        return TRUE;
    }

  return FALSE;
}

static char *
level_mark (const ShinsaRound       *round,
            const ShinsaDossier     *dossier,
            const ShinsaMember      *member,
            const ShinsaRequirement *requirement,
            ShinsaPhase              phase)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, member->id);
  const ShinsaReview *review = counting_review (round, dossier->id, member->id, phase);
  const ShinsaScore *score = NULL;

  if (shinsa_interest_bars_from (interest, requirement->code))
    return g_strdup (shinsa_mark_text (has_void_review (round, dossier->id, member->id)
                                       ? SHINSA_MARK_VOID : SHINSA_MARK_RECUSED));
  if (review != NULL)
    score = shinsa_review_score (review, requirement->code);
  if (score == NULL)
    return g_strdup (shinsa_mark_text (SHINSA_MARK_MISSING));
  if (isnan (score->level))
    return g_strdup (shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE));

  return shinsa_level_text (round->definition, score->level);
}

static void
print_levels (const ShinsaRound   *round,
              const ShinsaDossier *dossier,
              ShinsaPhase          phase,
              gboolean             names)
{
  g_autoptr (ShinsaCliTable) table = shinsa_cli_table_new (_("Requirement"), NULL);

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);
      g_autofree char *label = shinsa_member_label (round, member->id, names);

      if (shinsa_round_is_scorer (round, member))
        shinsa_cli_table_column (table, label);
    }
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement =
        g_ptr_array_index (round->definition->requirements, i);
      g_autofree char *name = shinsa_cli_text_short (shinsa_text_get (&requirement->name));

      shinsa_cli_table_cell (table, name);
      for (guint j = 0; j < round->members->len; j++)
        {
          const ShinsaMember *member = g_ptr_array_index (round->members, j);
          g_autofree char *mark = NULL;

          if (!shinsa_round_is_scorer (round, member))
            continue;
          mark = level_mark (round, dossier, member, requirement, phase);
          shinsa_cli_table_cell (table, mark);
        }
    }
  shinsa_cli_table_print (table);
}

/* Below the levels after the interview: those that are still the ones of the paper review, since
 * who gave them was not there. */
static void
print_unheard (const ShinsaRound   *round,
               const ShinsaDossier *dossier,
               gboolean             names)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      if (shinsa_round_stands_unheard (round, dossier->id, member->id))
        g_ptr_array_add (labels, shinsa_member_label (round, member->id, names));
    }
  if (labels->len == 0)
    return;
  list = shinsa_list_text (labels);
  /* Translators: members. */
  g_print (_("Did not hear the whole interview, so the levels on paper stand: %s\n"), list);
}

static char *
remarks_of (const ShinsaAggregate *aggregate)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();

  if (aggregate->counted == 0)
    g_ptr_array_add (remarks, (gpointer) _("no evaluators"));
  else if (aggregate->reference_only)
    g_ptr_array_add (remarks, (gpointer) _("reference only"));
  if (aggregate->split)
    g_ptr_array_add (remarks, (gpointer) shinsa_flag_label (SHINSA_FLAG_SPLIT));
  if (aggregate->divided)
    g_ptr_array_add (remarks, (gpointer) shinsa_flag_label (SHINSA_FLAG_DIVIDED));
  if (aggregate->lowest_given)
    g_ptr_array_add (remarks, (gpointer) shinsa_flag_label (SHINSA_FLAG_LOWEST_GIVEN));

  return shinsa_list_text (remarks);
}

static void
add_aggregate (ShinsaCliTable        *table,
               const ShinsaRound     *round,
               const ShinsaAggregate *aggregate)
{
  const ShinsaRequirement *requirement =
    shinsa_definition_requirement (round->definition, aggregate->requirement);
  g_autofree char *name = shinsa_cli_text_short (shinsa_text_get (&requirement->name));
  g_autofree char *counts = g_strdup_printf ("%d / %d / %d / %d", aggregate->counted,
                                             aggregate->eligible, aggregate->recused,
                                             aggregate->missing);
  /* Translators: how many of those who judged reach the threshold. */
  g_autofree char *above = g_strdup_printf (_("%d of %d"), aggregate->at_or_above,
                                            aggregate->counted);
  g_autofree char *threshold = shinsa_number_text (aggregate->threshold);
  g_autofree char *median = shinsa_number_text (aggregate->median);
  g_autofree char *mean = shinsa_number_text (aggregate->mean);
  g_autofree char *lowest = shinsa_number_text (aggregate->minimum);
  g_autofree char *highest = shinsa_number_text (aggregate->maximum);
  g_autofree char *range = aggregate->counted > 0 ? g_strdup_printf ("%s–%s", lowest, highest)
                                                  : g_strdup ("");
  g_autofree char *remarks = remarks_of (aggregate);
  const char *result = "";

  if (!aggregate->reference_only)
    result = aggregate->passes ? _("reached") : _("below");
  shinsa_cli_table_row (table, name, counts, above, median, mean, range, threshold, result,
                        remarks, NULL);
}

/**
 * shinsa_cli_check_revealed:
 * @round: a restricted picture
 * @application: id of an application
 * @error: return location for %SHINSA_ERROR_NOT_AUTHORISED
 *
 * Returns: whether others' levels, and what follows from them, are shown to the identity
 */
gboolean
shinsa_cli_check_revealed (const ShinsaRound  *round,
                           const char         *application,
                           GError            **error)
{
  if (shinsa_session_may_see_reviews (round, application))
    return TRUE;
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_AUTHORISED,
               _("The reviews of “%s” are not shown to you yet, nor what follows from them. The "
                 "paper review has to be closed, and your own review submitted."), application);

  return FALSE;
}

/**
 * shinsa_cli_print_aggregates:
 * @round: the round
 * @aggregates: (element-type ShinsaAggregate): one of its applications in numbers
 */
void
shinsa_cli_print_aggregates (const ShinsaRound *round,
                             GPtrArray         *aggregates)
{
  g_autoptr (ShinsaCliTable) table =
    shinsa_cli_table_new (_("Requirement"), _("counted / eligible / recused / missing"),
                          _("At or above"), _("Median"), _("Mean"), _("Range"), _("Threshold"),
                          _("Result"), _("Remark"), NULL);

  for (guint i = 0; i < aggregates->len; i++)
    add_aggregate (table, round, g_ptr_array_index (aggregates, i));
  shinsa_cli_table_print (table);
}

static void
add_fact (ShinsaCliTable *facts,
          const char     *name,
          const char     *text)
{
  g_autofree char *indented = g_strconcat ("  ", name, NULL);

  shinsa_cli_table_fact (facts, indented, text);
}

static void
print_review (const ShinsaRound  *round,
              const ShinsaReview *review,
              gboolean            names)
{
  g_autoptr (ShinsaCliTable) facts = shinsa_cli_table_new_facts ();
  g_autoptr (GPtrArray) scores = shinsa_cli_sort_scores (round, review);
  g_autofree char *member = shinsa_member_label (round, review->member, names);
  g_autofree char *overall = shinsa_level_text (round->definition, review->overall);

  g_print ("\n%s  %s  %s\n", member, shinsa_phase_label (review->phase),
           review->abstained ? _("Abstained") : shinsa_review_status_label (review->status));
  add_fact (facts, _("Overall judgement"), overall);
  if (review->growth >= 0)
    add_fact (facts, _("Growth expected"), review->growth == 1 ? _("yes") : _("no"));
  for (guint i = 0; i < scores->len; i++)
    {
      const ShinsaScore *score = g_ptr_array_index (scores, i);
      const ShinsaRequirement *requirement =
        shinsa_definition_requirement (round->definition, score->requirement);
      g_autofree char *name = NULL;

      if (requirement != NULL)
        name = shinsa_cli_text_short (shinsa_text_get (&requirement->name));
      add_fact (facts, name != NULL ? name : score->requirement, score->reason);
    }
  add_fact (facts, _("Strong points"), review->strong);
  add_fact (facts, _("Weak points"), review->weak);
  add_fact (facts, _("Remarks"), review->remarks);
  add_fact (facts, _("Revision"), review->revision);
  shinsa_cli_table_print (facts);
}

static void
print_reviews_of (const ShinsaRound   *round,
                  const ShinsaDossier *dossier,
                  const ShinsaMember  *member,
                  ShinsaPhase          phase,
                  gboolean             names)
{
  for (guint i = 0; i < round->reviews->len; i++)
    {
      const ShinsaReview *review = g_ptr_array_index (round->reviews, i);

      if (g_str_equal (review->member, member->id) && review->phase <= phase &&
          g_str_equal (review->application, dossier->id))
        print_review (round, review, names);
    }
}

/**
 * shinsa_cli_compare_print:
 * @round: what may be seen
 * @dossier: one of its applications
 * @phase: up to which phase
 * @names: whether names are wanted instead of letters
 */
void
shinsa_cli_compare_print (const ShinsaRound   *round,
                          const ShinsaDossier *dossier,
                          ShinsaPhase          phase,
                          gboolean             names)
{
  gboolean revealed = shinsa_session_may_see_reviews (round, dossier->id);
  g_autoptr (GPtrArray) aggregates = NULL;

  g_print ("%s  %s\n\n", shinsa_text_get (&dossier->name), shinsa_phase_label (phase));
  if (revealed)
    {
      aggregates = shinsa_aggregate_application (round, dossier->id, basis_of (phase));
      print_levels (round, dossier, phase, names);
      if (phase == SHINSA_PHASE_INTERVIEW)
        print_unheard (round, dossier, names);
      g_print ("\n");
      shinsa_cli_print_aggregates (round, aggregates);
    }
  else
    {
      g_print ("%s\n", _("Others' reviews are shown once the paper review is closed and the own "
                         "review is submitted."));
    }
  for (guint i = 0; i < round->members->len; i++)
    {
      const ShinsaMember *member = g_ptr_array_index (round->members, i);

      print_reviews_of (round, dossier, member, phase, names);
    }
}

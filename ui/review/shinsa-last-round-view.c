/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-last-round-view.h"

#include "compare/shinsa-compare-tables.h"
#include "review/shinsa-dossier-words.h"
#include "review/shinsa-line-list.h"
#include "rules/shinsa-level-text.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ShinsaLastRoundView
{
  AdwBin          parent_instance;

  GtkStack       *stack;
  ShinsaLineList *list;

  ShinsaService  *service;
  ShinsaRound    *round;
  char           *application;
};

G_DEFINE_FINAL_TYPE (ShinsaLastRoundView, shinsa_last_round_view, ADW_TYPE_BIN)

/* --- Levels --- */

/* What oneself says now: the draft, else what was submitted last. */
static const ShinsaReview *
find_own (ShinsaLastRoundView *self)
{
  for (int phase = SHINSA_PHASE_INTERVIEW; phase >= SHINSA_PHASE_PAPER; phase--)
    {
      const ShinsaReview *review = shinsa_service_get_draft (self->service, self->application,
                                                             phase);

      if (review == NULL || shinsa_review_is_blank (review))
        review = shinsa_round_newest_review (self->round, self->application, self->round->member,
                                             phase);
      if (review != NULL)
        return review;
    }
  return NULL;
}

static char *
tell_own (ShinsaLastRoundView *self,
          const ShinsaReview  *own,
          const char          *requirement)
{
  const ShinsaScore *score = own != NULL ? shinsa_review_score (own, requirement) : NULL;

  if (score == NULL || score->level == SHINSA_LEVEL_UNSET)
    return g_strdup (shinsa_mark_text (SHINSA_MARK_MISSING));
  if (isnan (score->level))
    return g_strdup (shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE));
  return shinsa_level_text (self->round->definition, score->level);
}

/* The median, and the levels that it is of. */
static char *
tell_then (const ShinsaPreviousScore *earlier)
{
  g_autofree char *median = NULL;
  g_autofree char *levels = NULL;

  if (earlier == NULL)
    return g_strdup (_("not asked then"));
  levels = shinsa_numbers_text ((const double *) earlier->levels->data, earlier->levels->len);
  if (isnan (earlier->median))
    return *levels != '\0' ? g_steal_pointer (&levels) : g_strdup (_("not given"));
  median = shinsa_number_text (earlier->median);
  if (*levels == '\0')
    return g_steal_pointer (&median);
  /* Translators: a median, and the levels that it is of. */
  return g_strdup_printf (_("%s (%s)"), median, levels);
}

static void
add_score (GPtrArray                 *lines,
           const char                *name,
           const ShinsaPreviousScore *earlier,
           const char                *now)
{
  g_autofree char *then = tell_then (earlier);

  shinsa_lines_add (lines, SHINSA_LINE_CELLS, name, then, now, NULL);
  if (earlier != NULL && !shinsa_text_is_empty (&earlier->comment))
    shinsa_lines_add (lines, SHINSA_LINE_ITEM, shinsa_text_get (&earlier->comment), NULL);
}

static void
add_scores (ShinsaLastRoundView  *self,
            GPtrArray            *lines,
            const ShinsaPrevious *previous)
{
  const ShinsaDefinition *definition = self->round->definition;
  const ShinsaReview *own = find_own (self);

  shinsa_lines_add (lines, SHINSA_LINE_COLUMNS, _("Requirement"), _("Median then (levels)"),
                    _("My level now"), NULL);
  for (guint i = 0; i < definition->requirements->len; i++)
    {
      const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
      g_autofree char *now = tell_own (self, own, requirement->code);

      add_score (lines, shinsa_text_get (&requirement->name),
                 shinsa_previous_score (previous, requirement->code), now);
    }
  for (guint i = 0; i < previous->requirements->len; i++)
    {
      const ShinsaPreviousScore *earlier = g_ptr_array_index (previous->requirements, i);

      if (shinsa_definition_requirement (definition, earlier->code) == NULL)
        add_score (lines, shinsa_text_get (&earlier->name), earlier, _("not asked now"));
    }
}

/* --- Indicators --- */

static const ShinsaIndicator *
find_indicator (GPtrArray             *indicators,
                const ShinsaIndicator *like)
{
  for (guint i = 0; i < indicators->len; i++)
    {
      const ShinsaIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_strcmp0 (shinsa_text_get (&indicator->label), shinsa_text_get (&like->label)) == 0)
        return indicator;
    }
  return NULL;
}

static char *
tell_indicator (const ShinsaIndicator *indicator,
                const char            *otherwise)
{
  g_autofree char *baseline = NULL;
  g_autofree char *target = NULL;

  if (indicator == NULL)
    return g_strdup (otherwise);
  baseline = shinsa_indicator_point_text (indicator, indicator->baseline);
  target = shinsa_indicator_point_text (indicator, indicator->target);
  if (*baseline != '\0' && *target != '\0')
    /* Translators: where an indicator starts, and its target. */
    return g_strdup_printf (_("%s → %s"), baseline, target);
  if (*target != '\0')
    return g_steal_pointer (&target);
  return *baseline != '\0' ? g_steal_pointer (&baseline) : g_strdup (indicator->raw);
}

static void
add_indicator (GPtrArray             *lines,
               const ShinsaIndicator *then,
               const ShinsaIndicator *now)
{
  g_autofree char *before = tell_indicator (then, _("not listed then"));
  g_autofree char *after = tell_indicator (now, _("not listed now"));

  shinsa_lines_add (lines, SHINSA_LINE_CELLS,
                    shinsa_text_get (then != NULL ? &then->label : &now->label), before, after,
                    NULL);
}

static void
add_indicators (GPtrArray *lines,
                GPtrArray *then,
                GPtrArray *now)
{
  if (then->len == 0)
    return;
  shinsa_lines_add (lines, SHINSA_LINE_COLUMNS, _("Indicator"), C_("indicator", "Then"),
                    C_("indicator", "Now"), NULL);
  for (guint i = 0; i < then->len; i++)
    add_indicator (lines, g_ptr_array_index (then, i),
                   find_indicator (now, g_ptr_array_index (then, i)));
  for (guint i = 0; i < now->len; i++)
    if (find_indicator (then, g_ptr_array_index (now, i)) == NULL)
      add_indicator (lines, NULL, g_ptr_array_index (now, i));
}

/* --- The whole --- */

static void
add_words (GPtrArray            *lines,
           const ShinsaPrevious *previous)
{
  if (previous->conditions->len > 0)
    shinsa_lines_add (lines, SHINSA_LINE_HEADING, _("Conditions"), NULL);
  for (guint i = 0; i < previous->conditions->len; i++)
    shinsa_lines_add (lines, SHINSA_LINE_ITEM,
                      shinsa_text_get (g_ptr_array_index (previous->conditions, i)), NULL);
  if (!shinsa_text_is_empty (&previous->remarks))
    {
      shinsa_lines_add (lines, SHINSA_LINE_HEADING, _("Remarks"), NULL);
      shinsa_lines_add (lines, SHINSA_LINE_TEXT, shinsa_text_get (&previous->remarks), NULL);
    }
}

static void
refresh (ShinsaLastRoundView *self)
{
  const ShinsaDossier *dossier = shinsa_round_dossier (self->round, self->application);
  const ShinsaPrevious *previous = dossier != NULL ? dossier->previous : NULL;
  GPtrArray *lines;
  g_autofree char *sentence = NULL;

  gtk_stack_set_visible_child_name (self->stack, previous != NULL ? "found" : "nothing");
  if (previous == NULL)
    return;
  lines = shinsa_lines_new ();
  sentence = shinsa_compare_last_round_sentence (previous);
  shinsa_lines_add (lines, SHINSA_LINE_TEXT, sentence, NULL);
  add_words (lines, previous);
  add_scores (self, lines, previous);
  add_indicators (lines, previous->indicators, dossier->indicators);
  shinsa_line_list_show (self->list, lines);
}

static void
draft_changed_cb (ShinsaLastRoundView *self,
                  const char          *application)
{
  if (g_strcmp0 (application, self->application) == 0)
    refresh (self);
}

/* --- The object --- */

static void
shinsa_last_round_view_dispose (GObject *object)
{
  ShinsaLastRoundView *self = SHINSA_LAST_ROUND_VIEW (object);

  g_clear_object (&self->service);
  g_clear_pointer (&self->round, shinsa_round_unref);

  G_OBJECT_CLASS (shinsa_last_round_view_parent_class)->dispose (object);
}

static void
shinsa_last_round_view_finalize (GObject *object)
{
  g_free (SHINSA_LAST_ROUND_VIEW (object)->application);

  G_OBJECT_CLASS (shinsa_last_round_view_parent_class)->finalize (object);
}

static void
shinsa_last_round_view_class_init (ShinsaLastRoundViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shinsa_last_round_view_dispose;
  object_class->finalize = shinsa_last_round_view_finalize;
}

static void
shinsa_last_round_view_init (ShinsaLastRoundView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = adw_status_page_new ();

  self->list = SHINSA_LINE_LIST (shinsa_line_list_new (0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("No Earlier Round"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing),
                                   _("The application brings nothing along from a round before "
                                     "this one."));
  gtk_widget_add_css_class (nothing, "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_stack_add_named (self->stack, scroller, "found");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * shinsa_last_round_view_show:
 * @self: a view
 * @service: (not nullable): the service that shows the round
 * @round: (not nullable): the round
 * @dossier: (not nullable): one of its applications
 *
 * Shows what the earlier round found, and follows the own draft from then on.
 */
void
shinsa_last_round_view_show (ShinsaLastRoundView *self,
                             ShinsaService       *service,
                             ShinsaRound         *round,
                             const ShinsaDossier *dossier)
{
  g_return_if_fail (SHINSA_IS_LAST_ROUND_VIEW (self));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (round != NULL && dossier != NULL);

  if (g_set_object (&self->service, service))
    g_signal_connect_object (service, "draft-changed", G_CALLBACK (draft_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = shinsa_round_ref (round);
  g_free (self->application);
  self->application = g_strdup (dossier->id);
  refresh (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-score-sheet.h"

#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-scoring.h"
#include "review/shinsa-descriptor-strip.h"
#include "review/shinsa-overall-box.h"
#include "review/shinsa-question-box.h"
#include "review/shinsa-score-row.h"
#include "review/shinsa-sheet-state.h"
#include "review/shinsa-submission.h"
#include "review/shinsa-submit-bar.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>

struct _ShinsaScoreSheet
{
  AdwBin                 parent_instance;

  GtkLabel              *title;
  GtkLabel              *progress_label;
  GtkLabel              *state_label;
  GtkLabel              *notice;
  GtkBox                *rows;
  ShinsaOverallBox      *overall;
  ShinsaQuestionBox     *questions;
  ShinsaDescriptorStrip *strip;
  ShinsaSubmitBar       *bar;

  ShinsaService         *service;
  char                  *application;
  ShinsaPhase            phase;
  char                  *definition_hash;  /* of the definition that the rows were made for */
  GtkWidget             *current;          /* the row that has or had the focus */
  double                 pointed;          /* the level to describe, or SHINSA_LEVEL_UNSET */
  gboolean               busy;             /* a submission is on its way */
};

G_DEFINE_FINAL_TYPE (ShinsaScoreSheet, shinsa_score_sheet, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  PROP_PHASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ShinsaRound *
get_round (ShinsaScoreSheet *self)
{
  return self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
}

static GtkWidget *
first_row (ShinsaScoreSheet *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->rows));
}

static GtkWidget *
find_row (ShinsaScoreSheet *self,
          const char       *code)
{
  GtkWidget *row = first_row (self);

  while (row != NULL && !g_str_equal (shinsa_score_row_get_code (SHINSA_SCORE_ROW (row)), code))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* --- What the focused level means --- */

static void
update_strip (ShinsaScoreSheet *self)
{
  const ShinsaDefinition *definition = get_round (self)->definition;
  const ShinsaRequirement *requirement = NULL;
  double level = self->pointed;

  if (self->current != NULL)
    {
      ShinsaScoreRow *row = SHINSA_SCORE_ROW (self->current);

      requirement = shinsa_definition_requirement (definition, shinsa_score_row_get_code (row));
      if (level == SHINSA_LEVEL_UNSET)
        level = shinsa_score_row_get_level (row);
    }
  shinsa_descriptor_strip_show (self->strip, definition, requirement, level);
}

static void
set_current (ShinsaScoreSheet *self,
             GtkWidget        *row)
{
  self->current = row;
  self->pointed = SHINSA_LEVEL_UNSET;
  update_strip (self);
}

static void
row_pointed_cb (ShinsaScoreSheet *self,
                double            level,
                ShinsaScoreRow   *row)
{
  self->pointed = level;
  if (level != SHINSA_LEVEL_UNSET)
    self->current = GTK_WIDGET (row);
  update_strip (self);
}

static void
row_focused_cb (GtkEventController *controller,
                ShinsaScoreSheet   *self)
{
  set_current (self, gtk_event_controller_get_widget (controller));
}

/* --- Entering --- */

static void
score (ShinsaScoreSheet *self,
       ShinsaScoreRow   *row,
       double            level)
{
  shinsa_give_level (GTK_WIDGET (self), self->service, self->application, self->phase,
                     shinsa_score_row_get_code (row), level);
}

static void
row_picked_cb (ShinsaScoreSheet *self,
               double            level,
               ShinsaScoreRow   *row)
{
  set_current (self, GTK_WIDGET (row));
  score (self, row, level);
}

static void
row_reasoned_cb (ShinsaScoreSheet *self,
                 const char       *text,
                 ShinsaScoreRow   *row)
{
  shinsa_service_set_draft (self->service, self->application, self->phase, SHINSA_DRAFT_REASON,
                            shinsa_score_row_get_code (row), text);
}

static void
overall_drafted_cb (ShinsaScoreSheet *self,
                    int               part,
                    const char       *value)
{
  shinsa_service_set_draft (self->service, self->application, self->phase, part, NULL, value);
}

static void
question_drafted_cb (ShinsaScoreSheet *self,
                     guint             number,
                     const char       *text)
{
  g_autofree char *key = g_strdup_printf ("%u", number);

  shinsa_service_set_draft (self->service, self->application, self->phase, SHINSA_DRAFT_QUESTION,
                            key, text);
}

/* --- Moving --- */

static gboolean
can_be_scored (GtkWidget *row)
{
  return !shinsa_score_row_is_recused (SHINSA_SCORE_ROW (row));
}

static void
move_on (ShinsaScoreSheet *self)
{
  GtkWidget *row = self->current;

  do
    row = gtk_widget_get_next_sibling (row);
  while (row != NULL && !can_be_scored (row));

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    shinsa_overall_box_go_to (self->overall, SHINSA_DRAFT_GROWTH);
}

static gboolean
move_up (ShinsaScoreSheet *self,
         GtkWidget        *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, SHINSA_TYPE_SCORE_ROW);
  GtkWidget *before = row != NULL ? gtk_widget_get_prev_sibling (row)
                                  : gtk_widget_get_last_child (GTK_WIDGET (self->rows));

  return before != NULL && gtk_widget_grab_focus (before);
}

static gboolean
move_down (ShinsaScoreSheet *self,
           GtkWidget        *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, SHINSA_TYPE_SCORE_ROW);
  GtkWidget *after = row != NULL ? gtk_widget_get_next_sibling (row) : NULL;

  if (after != NULL)
    return gtk_widget_grab_focus (after);
  if (row == NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  shinsa_overall_box_go_to (self->overall, SHINSA_DRAFT_GROWTH);
  return TRUE;
}

static gboolean
lacks_level (GtkWidget *row)
{
  return can_be_scored (row) &&
         shinsa_score_row_get_level (SHINSA_SCORE_ROW (row)) == SHINSA_LEVEL_UNSET;
}

static void
focus_first_missing (ShinsaScoreSheet *self)
{
  GtkWidget *row = first_row (self);

  while (row != NULL && !lacks_level (row))
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    row = first_row (self);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static gboolean
is_text (GtkWidget *focus)
{
  return GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus);
}

/* Only keys that nothing inside wanted arrive here; an input method that composes keeps its own. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                ShinsaScoreSheet      *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SHINSA_TYPE_SCORE_ROW) : NULL;

  if (focus == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (is_text (focus))
    return keyval == GDK_KEY_Escape && row != NULL && gtk_widget_grab_focus (row);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_up (self, focus);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_down (self, focus);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (row == NULL)
        return FALSE;
      shinsa_score_row_open_reason (SHINSA_SCORE_ROW (row));
      return TRUE;
    default:
      return (row != NULL || shinsa_overall_box_takes_digits (self->overall)) &&
             shinsa_score_sheet_type (self, gdk_keyval_to_unicode (keyval));
    }
}

/* --- Showing --- */

static void
watch_row (ShinsaScoreSheet *self,
           GtkWidget        *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (row_focused_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "picked", G_CALLBACK (row_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "pointed", G_CALLBACK (row_pointed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reasoned", G_CALLBACK (row_reasoned_cb), self, G_CONNECT_SWAPPED);
}

static void
build_rows (ShinsaScoreSheet  *self,
            const ShinsaRound *round)
{
  GtkWidget *row;

  self->current = NULL;
  while ((row = first_row (self)) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < round->definition->requirements->len; i++)
    {
      row = shinsa_score_row_new (round->definition,
                                  g_ptr_array_index (round->definition->requirements, i));
      watch_row (self, row);
      gtk_box_append (self->rows, row);
    }
  shinsa_overall_box_build (self->overall, round->definition);
  g_free (self->definition_hash);
  self->definition_hash = g_strdup (round->definition_hash);
  self->current = first_row (self);
}

/* After the interview each level stands beside what was given on paper. */
static const ShinsaReview *
find_paper (ShinsaScoreSheet *self)
{
  const ShinsaRound *round = get_round (self);

  if (self->phase != SHINSA_PHASE_INTERVIEW)
    return NULL;
  return shinsa_round_newest_review (round, self->application, round->member, SHINSA_PHASE_PAPER);
}

static void
show_rows (ShinsaScoreSheet       *self,
           const ShinsaReview     *review,
           const ShinsaSheetState *state)
{
  const ShinsaReview *paper = find_paper (self);
  int scored = 0;
  int wanted = 0;
  g_autofree char *progress = NULL;

  for (GtkWidget *row = first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      ShinsaScoreRow *score_row = SHINSA_SCORE_ROW (row);
      const char *code = shinsa_score_row_get_code (score_row);
      gboolean recused = state->recused != NULL && g_strv_contains (state->recused, code);

      shinsa_score_row_show (score_row, review != NULL ? shinsa_review_score (review, code) : NULL,
                             recused);
      shinsa_score_row_show_paper (score_row, paper != NULL ? shinsa_review_score (paper, code)
                                                            : NULL);
      shinsa_score_row_set_editable (score_row, state->editable && !self->busy);
      wanted += recused ? 0 : 1;
      scored += !recused && shinsa_score_row_get_level (score_row) != SHINSA_LEVEL_UNSET ? 1 : 0;
    }
  progress = g_strdup_printf ("%d/%d", scored, wanted);
  gtk_label_set_label (self->progress_label, progress);
}

static void
show_whole (ShinsaScoreSheet       *self,
            const ShinsaReview     *review,
            const ShinsaSheetState *state)
{
  const ShinsaDefinition *definition = get_round (self)->definition;
  gboolean growth = definition->growth_when == SHINSA_GROWTH_ALWAYS ||
                    (review != NULL && shinsa_growth_is_asked (definition, review));

  shinsa_overall_box_show (self->overall, review, growth);
  shinsa_overall_box_set_editable (self->overall, state->editable && !self->busy);
  shinsa_question_box_show (self->questions, review);
  shinsa_question_box_set_editable (self->questions, state->editable && !self->busy);
}

static const char *
tell_status (const ShinsaSheetState *state,
             gboolean                changed)
{
  if (!state->editable)
    return state->replaces ? shinsa_review_status_label (state->submitted->status) : "";
  if (!state->replaces)
    return _("Nothing is missing. Submit it when you are ready.");
  if (changed)
    return _("Changed since it was submitted. Submit it again to replace what was submitted.");
  if (state->submitted->abstained)
    return _("You abstained. You may still submit a review until the phase is closed.");
  return _("Submitted, and not shown to others before the phase is closed. You may change it and "
           "submit again until then.");
}

static void
show_bar (ShinsaScoreSheet       *self,
          const ShinsaReview     *draft,
          const ShinsaSheetState *state)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ShinsaReview) blank = NULL;
  gboolean changed = draft != NULL;

  gtk_label_set_label (self->state_label,
                       state->replaces && !changed
                       ? C_("review", "Submitted")
                       : state->editable && (changed || self->phase == SHINSA_PHASE_PAPER)
                         ? C_("review", "Draft") : "");
  if (self->phase != SHINSA_PHASE_PAPER)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
      return;
    }
  if (state->editable && !self->busy && (changed || !state->replaces))
    {
      if (draft == NULL)
        draft = blank = shinsa_review_new ();
      problems = shinsa_review_problems (get_round (self)->definition, draft, state->recused);
    }
  shinsa_submit_bar_show (self->bar, tell_status (state, changed), problems, state->replaces);
}

static const ShinsaReview *
find_shown (ShinsaScoreSheet       *self,
            const ShinsaReview     *draft,
            const ShinsaSheetState *state)
{
  if (draft != NULL)
    return draft;
  if (state->submitted != NULL)
    return state->submitted;
  return find_paper (self);
}

static void
refresh (ShinsaScoreSheet *self)
{
  const ShinsaRound *round = get_round (self);
  const ShinsaReview *draft;
  const ShinsaReview *shown;
  g_autoptr (ShinsaSheetState) state = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), round != NULL && self->application != NULL);
  if (round == NULL || self->application == NULL)
    return;
  if (g_strcmp0 (self->definition_hash, round->definition_hash) != 0)
    build_rows (self, round);

  state = shinsa_sheet_state_new (round, self->application, self->phase);
  draft = shinsa_service_get_draft (self->service, self->application, self->phase);
  if (draft != NULL && (!state->editable || shinsa_review_is_blank (draft)))
    draft = NULL;
  shown = find_shown (self, draft, state);
  gtk_label_set_label (self->title, shinsa_phase_label (self->phase));
  gtk_label_set_label (self->notice, state->notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), *state->notice != '\0');
  show_rows (self, shown, state);
  show_whole (self, shown, state);
  show_bar (self, draft, state);
  update_strip (self);
}

static void
draft_changed_cb (ShinsaScoreSheet *self,
                  const char       *application)
{
  if (g_strcmp0 (application, self->application) == 0)
    refresh (self);
}

/* --- Submitting --- */

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (ShinsaScoreSheet) self = data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (shinsa_submission_send_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_toast (GTK_WIDGET (self), _("Submitted"));
  else
    shinsa_show_error (GTK_WIDGET (self), _("The review was not submitted"), error);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
send (ShinsaScoreSheet *self,
      gboolean          abstain)
{
  shinsa_score_sheet_flush (self);
  self->busy = TRUE;
  refresh (self);
  shinsa_submission_send_async (self->service, self->application, self->phase, abstain, sent_cb,
                                g_object_ref (self));
}

static void
submit_cb (ShinsaScoreSheet *self)
{
  send (self, FALSE);
}

static void
abstained_cb (gpointer data)
{
  send (data, TRUE);
}

static void
abstain_cb (ShinsaScoreSheet *self)
{
  shinsa_ask (GTK_WIDGET (self), _("Abstain from this application?"),
              _("A review without levels is submitted and recorded as an abstention. What was "
                "entered here is discarded."),
              _("_Abstain"), abstained_cb, g_object_ref (self), g_object_unref);
}

/* --- The object --- */

static void
set_service (ShinsaScoreSheet *self,
             ShinsaService    *service)
{
  if (!g_set_object (&self->service, service))
    return;
  if (service != NULL)
    {
      g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (service, "draft-changed", G_CALLBACK (draft_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
set_application (ShinsaScoreSheet *self,
                 const char       *application)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (g_strcmp0 (application, self->application) == 0)
    return;
  shinsa_score_sheet_flush (self);
  g_free (self->application);
  self->application = g_strdup (application);
  shinsa_question_box_clear (self->questions);
  self->pointed = SHINSA_LEVEL_UNSET;
  refresh (self);
  if (focused)
    focus_first_missing (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static gboolean
shinsa_score_sheet_grab_focus (GtkWidget *widget)
{
  focus_first_missing (SHINSA_SCORE_SHEET (widget));
  return gtk_widget_get_focus_child (widget) != NULL;
}

static void
shinsa_score_sheet_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShinsaScoreSheet *self = SHINSA_SCORE_SHEET (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    case PROP_PHASE:
      g_value_set_uint (value, self->phase);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_score_sheet_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShinsaScoreSheet *self = SHINSA_SCORE_SHEET (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    case PROP_PHASE:
      self->phase = g_value_get_uint (value);
      refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_score_sheet_dispose (GObject *object)
{
  ShinsaScoreSheet *self = SHINSA_SCORE_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_SCORE_SHEET);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_score_sheet_parent_class)->dispose (object);
}

static void
shinsa_score_sheet_finalize (GObject *object)
{
  ShinsaScoreSheet *self = SHINSA_SCORE_SHEET (object);

  g_free (self->application);
  g_free (self->definition_hash);

  G_OBJECT_CLASS (shinsa_score_sheet_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  properties[PROP_PHASE] = g_param_spec_uint ("phase", NULL, NULL, SHINSA_PHASE_PAPER,
                                              SHINSA_PHASE_INTERVIEW, SHINSA_PHASE_PAPER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
shinsa_score_sheet_class_init (ShinsaScoreSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_score_sheet_get_property;
  object_class->set_property = shinsa_score_sheet_set_property;
  object_class->dispose = shinsa_score_sheet_dispose;
  object_class->finalize = shinsa_score_sheet_finalize;
  widget_class->grab_focus = shinsa_score_sheet_grab_focus;
  install_properties (object_class);

  g_type_ensure (SHINSA_TYPE_DESCRIPTOR_STRIP);
  g_type_ensure (SHINSA_TYPE_OVERALL_BOX);
  g_type_ensure (SHINSA_TYPE_QUESTION_BOX);
  g_type_ensure (SHINSA_TYPE_SUBMIT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-score-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, title);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, progress_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, state_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, notice);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, rows);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, overall);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, questions);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, strip);
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, bar);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, overall_drafted_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_drafted_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, abstain_cb);
  gtk_widget_class_bind_template_callback (widget_class, shinsa_score_sheet_go_to);
}

static void
shinsa_score_sheet_init (ShinsaScoreSheet *self)
{
  self->phase = SHINSA_PHASE_PAPER;
  self->pointed = SHINSA_LEVEL_UNSET;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_score_sheet_flush:
 * @self: a sheet
 *
 * Puts into the draft what was written and is not there yet.
 */
void
shinsa_score_sheet_flush (ShinsaScoreSheet *self)
{
  g_return_if_fail (SHINSA_IS_SCORE_SHEET (self));

  for (GtkWidget *row = first_row (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    shinsa_score_row_flush (SHINSA_SCORE_ROW (row));
  shinsa_overall_box_flush (self->overall);
  shinsa_question_box_flush (self->questions);
}

/**
 * shinsa_score_sheet_go_to:
 * @self: a sheet
 * @requirement: as of ShinsaReviewProblem
 * @field: as of ShinsaReviewProblem
 *
 * Puts the focus where a problem is to be mended.
 */
void
shinsa_score_sheet_go_to (ShinsaScoreSheet *self,
                          const char       *requirement,
                          const char       *field)
{
  GtkWidget *row;

  g_return_if_fail (SHINSA_IS_SCORE_SHEET (self));
  g_return_if_fail (requirement != NULL && field != NULL);

  row = find_row (self, requirement);
  if (row != NULL && g_str_equal (field, "reason"))
    shinsa_score_row_open_reason (SHINSA_SCORE_ROW (row));
  else if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    shinsa_overall_box_go_to (self->overall, g_str_equal (field, "growth")
                                             ? SHINSA_DRAFT_GROWTH : SHINSA_DRAFT_OVERALL);
}

/**
 * shinsa_score_sheet_type:
 * @self: a sheet
 * @character: what was typed
 *
 * Gives the level that @character stands for to what has the focus, or had it last, and goes on to
 * the next requirement.
 *
 * Returns: whether @character stands for a level here
 */
gboolean
shinsa_score_sheet_type (ShinsaScoreSheet *self,
                         gunichar          character)
{
  const ShinsaRound *round;
  g_autoptr (ShinsaSheetState) state = NULL;
  gboolean overall;
  double level;

  g_return_val_if_fail (SHINSA_IS_SCORE_SHEET (self), FALSE);

  round = get_round (self);
  if (round == NULL || self->application == NULL || self->busy)
    return FALSE;
  overall = shinsa_overall_box_takes_digits (self->overall);
  if (!overall && (self->current == NULL || !can_be_scored (self->current)))
    return FALSE;
  if (!shinsa_level_for_character (round->definition, character, !overall, &level))
    return FALSE;
  state = shinsa_sheet_state_new (round, self->application, self->phase);
  if (!state->editable)
    {
      shinsa_toast (GTK_WIDGET (self), state->notice);
      return TRUE;
    }
  if (overall)
    {
      shinsa_give_overall_level (GTK_WIDGET (self), self->service, self->application, self->phase,
                                 level);
      return TRUE;
    }
  score (self, SHINSA_SCORE_ROW (self->current), level);
  move_on (self);
  return TRUE;
}

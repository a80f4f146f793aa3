/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-score-sheet.h"

#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-scoring.h"
#include "review/shinsa-overall-box.h"
#include "review/shinsa-question-box.h"
#include "review/shinsa-score-rows.h"
#include "review/shinsa-sheet-state.h"
#include "review/shinsa-submission.h"
#include "review/shinsa-submit-bar.h"
#include "rules/shinsa-labels.h"
#include "rules/shinsa-review-rules.h"
#include "rules/shinsa-round-parts.h"
#include "shinsa-draft-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ShinsaScoreSheet
{
  AdwBin                 parent_instance;

  GtkLabel              *title;
  GtkLabel              *progress_label;
  GtkLabel              *state_label;
  GtkLabel              *notice;
  ShinsaScoreRows       *rows;
  ShinsaOverallBox      *overall;
  ShinsaQuestionBox     *questions;
  ShinsaSubmitBar       *bar;

  ShinsaService         *service;
  char                  *application;
  ShinsaPhase            phase;
  GtkWidget             *messenger;        /* where it is said what was done, or NULL */
  char                  *definition_hash;  /* of the definition that the rows were made for */
  char                  *scored;           /* what a key gave a level last, or NULL */
  GtkWidget             *after_score;      /* where the focus went then, or NULL */
  gboolean               busy;             /* a submission is on its way */
};

G_DEFINE_FINAL_TYPE (ShinsaScoreSheet, shinsa_score_sheet, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  PROP_PHASE,
  PROP_MESSENGER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ShinsaRound *
get_round (ShinsaScoreSheet *self)
{
  return self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
}

static GtkWidget *
get_messenger (ShinsaScoreSheet *self)
{
  return self->messenger != NULL ? self->messenger : GTK_WIDGET (self);
}

/* --- Entering --- */

static void
score (ShinsaScoreSheet *self,
       const char       *requirement,
       double            level)
{
  shinsa_give_level (get_messenger (self), self->service, self->application, self->phase,
                     requirement, level);
}

static void
picked_cb (ShinsaScoreSheet *self,
           const char       *requirement,
           double            level)
{
  self->after_score = NULL;
  score (self, requirement, level);
}

static void
reasoned_cb (ShinsaScoreSheet *self,
             const char       *requirement,
             const char       *text)
{
  shinsa_service_set_draft (self->service, self->application, self->phase, SHINSA_DRAFT_REASON,
                            requirement, text);
}

static void
evidence_removed_cb (ShinsaScoreSheet *self,
                     const char       *requirement,
                     guint             number)
{
  shinsa_drop_evidence (get_messenger (self), self->service, self->application, self->phase,
                        requirement, number);
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

/* What there is to know about a requirement is in the way of what stands below all of them. */
static void
below_focused_cb (ShinsaScoreSheet *self)
{
  shinsa_score_rows_set_expanded (self->rows, FALSE);
}

static GtkWidget *
get_focus (ShinsaScoreSheet *self)
{
  return gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_below (ShinsaScoreSheet *self)
{
  return shinsa_overall_box_takes_growth (self->overall) ||
         shinsa_overall_box_takes_digits (self->overall);
}

static gboolean
move_up (ShinsaScoreSheet *self)
{
  return (is_below (self) && shinsa_overall_box_move (self->overall, -1)) ||
         shinsa_score_rows_move (self->rows, -1);
}

static gboolean
move_down (ShinsaScoreSheet *self)
{
  if (is_below (self))
    return shinsa_overall_box_move (self->overall, 1);
  if (!shinsa_score_rows_move (self->rows, 1))
    shinsa_overall_box_go_to (self->overall, SHINSA_DRAFT_GROWTH);
  return TRUE;
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
  GtkWidget *focus = get_focus (self);
  gboolean in_rows = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;

  if (focus == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (is_text (focus))
    return keyval == GDK_KEY_Escape && shinsa_score_rows_leave_reason (self->rows);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_up (self);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_down (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return shinsa_score_rows_open_reason (self->rows,
                                            focus == self->after_score ? self->scored : NULL);
    default:
      return (in_rows || is_below (self)) &&
             shinsa_score_sheet_type (self, gdk_keyval_to_unicode (keyval));
    }
}

/* --- Undo and redo --- */

static gboolean
can_step (ShinsaScoreSheet *self,
          ShinsaDraftWay    way)
{
  return shinsa_service_can_step_draft (self->service, self->application, self->phase, way);
}

static void
update_actions (ShinsaScoreSheet *self,
                gboolean          editable)
{
  gboolean can = editable && !self->busy;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.undo",
                                 can && can_step (self, SHINSA_STEP_BACK));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.redo",
                                 can && can_step (self, SHINSA_STEP_AGAIN));
}

/* The eye goes where something changed. */
static void
go_to_step (ShinsaScoreSheet      *self,
            const ShinsaDraftStep *step)
{
  g_autofree char *code = g_strndup (step->key, strcspn (step->key, "/"));

  if (shinsa_score_rows_go_to (self->rows, code, FALSE))
    return;
  if (step->part == SHINSA_DRAFT_QUESTION)
    shinsa_question_box_go_to (self->questions, g_ascii_strtoull (step->key, NULL, 10));
  else if (step->part != SHINSA_DRAFT_REVISION)
    shinsa_overall_box_go_to (self->overall, step->part);
}

static void
take_step (ShinsaScoreSheet *self,
           ShinsaDraftWay    way)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = get_focus (self);
  const ShinsaDraftStep *step;

  shinsa_score_sheet_flush (self);
  /* A field shows nothing new while somebody may be writing there. */
  if (focus != NULL && is_text (focus))
    gtk_root_set_focus (root, NULL);
  step = shinsa_step_draft (get_messenger (self), self->service, self->application, self->phase,
                            way);
  if (step != NULL)
    go_to_step (self, step);
  else if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  take_step (SHINSA_SCORE_SHEET (widget), SHINSA_STEP_BACK);
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  take_step (SHINSA_SCORE_SHEET (widget), SHINSA_STEP_AGAIN);
}

/* --- Showing --- */

static void
build (ShinsaScoreSheet  *self,
       const ShinsaRound *round)
{
  self->after_score = NULL;
  shinsa_score_rows_build (self->rows, round->definition);
  shinsa_overall_box_build (self->overall, round->definition);
  g_free (self->definition_hash);
  self->definition_hash = g_strdup (round->definition_hash);
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
  int scored;
  int wanted;
  g_autofree char *progress = NULL;

  shinsa_score_rows_show (self->rows, shinsa_round_dossier (get_round (self), self->application),
                          review, find_paper (self), state->recused);
  shinsa_score_rows_set_editable (self->rows, state->editable && !self->busy);
  shinsa_score_rows_count (self->rows, &scored, &wanted);
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

static void
show_state (ShinsaScoreSheet       *self,
            const ShinsaReview     *draft,
            const ShinsaSheetState *state)
{
  g_autofree char *text = shinsa_sheet_state_tell_draft (state, self->service, self->phase,
                                                         draft != NULL);

  gtk_label_set_label (self->state_label, text);
}

static void
show_bar (ShinsaScoreSheet       *self,
          const ShinsaReview     *draft,
          const ShinsaSheetState *state)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ShinsaReview) blank = NULL;
  gboolean changed = draft != NULL;

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
  shinsa_submit_bar_show (self->bar, shinsa_sheet_state_tell_status (state, changed), problems,
                          state->replaces);
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

/* What the person has entered, where it may still be changed. */
static const ShinsaReview *
get_own_draft (ShinsaScoreSheet       *self,
               const ShinsaSheetState *state)
{
  const ShinsaReview *draft = shinsa_service_get_draft (self->service, self->application,
                                                        self->phase);

  return draft != NULL && state->editable && !shinsa_review_is_blank (draft) ? draft : NULL;
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
    build (self, round);

  state = shinsa_sheet_state_new (round, self->application, self->phase);
  draft = get_own_draft (self, state);
  shown = find_shown (self, draft, state);
  gtk_label_set_label (self->title, shinsa_phase_label (self->phase));
  gtk_label_set_label (self->notice, state->notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), *state->notice != '\0');
  show_rows (self, shown, state);
  show_whole (self, shown, state);
  show_state (self, draft, state);
  show_bar (self, draft, state);
  update_actions (self, state->editable);
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
  GtkRoot *root;

  self->busy = FALSE;
  if (shinsa_submission_send_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_toast (get_messenger (self), _("Submitted"));
  else
    shinsa_show_error (GTK_WIDGET (self), _("The review was not submitted"), error);
  refresh (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  /* Whoever went on to write something goes on. */
  if (root != NULL && !is_text (gtk_root_get_focus (root)))
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
      g_signal_connect_object (service, "notify::save-state", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (service, "notify::saved-at", G_CALLBACK (refresh), self,
                               G_CONNECT_SWAPPED);
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
  self->after_score = NULL;
  shinsa_score_rows_forget (self->rows);
  refresh (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->rows));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static gboolean
shinsa_score_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHINSA_SCORE_SHEET (widget)->rows));
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
    case PROP_MESSENGER:
      g_value_set_object (value, self->messenger);
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
    case PROP_MESSENGER:
      g_set_weak_pointer (&self->messenger, g_value_get_object (value));
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
  g_clear_weak_pointer (&self->messenger);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_score_sheet_parent_class)->dispose (object);
}

static void
shinsa_score_sheet_finalize (GObject *object)
{
  ShinsaScoreSheet *self = SHINSA_SCORE_SHEET (object);

  g_free (self->application);
  g_free (self->definition_hash);
  g_free (self->scored);

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
  properties[PROP_MESSENGER] =
    g_param_spec_object ("messenger", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_OVERALL_BOX);
  g_type_ensure (SHINSA_TYPE_QUESTION_BOX);
  g_type_ensure (SHINSA_TYPE_SCORE_ROWS);
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
  gtk_widget_class_bind_template_child (widget_class, ShinsaScoreSheet, bar);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, below_focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reasoned_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, overall_drafted_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_drafted_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, abstain_cb);
  gtk_widget_class_bind_template_callback (widget_class, shinsa_score_sheet_go_to);
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

  gtk_widget_class_install_action (widget_class, "sheet.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "sheet.redo", NULL, redo_action);
  bind_template (widget_class);
}

static void
shinsa_score_sheet_init (ShinsaScoreSheet *self)
{
  self->phase = SHINSA_PHASE_PAPER;
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

  shinsa_score_rows_flush (self->rows);
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
  g_return_if_fail (SHINSA_IS_SCORE_SHEET (self));
  g_return_if_fail (requirement != NULL && field != NULL);

  if (!shinsa_score_rows_go_to (self->rows, requirement, g_str_equal (field, "reason")))
    shinsa_overall_box_go_to (self->overall, g_str_equal (field, "growth")
                                             ? SHINSA_DRAFT_GROWTH : SHINSA_DRAFT_OVERALL);
}

/**
 * shinsa_score_sheet_submit:
 * @self: a sheet
 *
 * Submits the paper review, or goes to what keeps it from being submitted.
 */
void
shinsa_score_sheet_submit (ShinsaScoreSheet *self)
{
  g_return_if_fail (SHINSA_IS_SCORE_SHEET (self));

  shinsa_score_sheet_flush (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    shinsa_submit_bar_submit (self->bar);
}

/**
 * shinsa_score_sheet_add_evidence:
 * @self: a sheet
 * @requirement: the code of a requirement
 * @evidence: a place in a document
 *
 * Makes a place evidence for a requirement, where the sheet may be filled in.
 */
void
shinsa_score_sheet_add_evidence (ShinsaScoreSheet     *self,
                                 const char           *requirement,
                                 const ShinsaEvidence *evidence)
{
  const ShinsaRound *round;
  g_autoptr (ShinsaSheetState) state = NULL;

  g_return_if_fail (SHINSA_IS_SCORE_SHEET (self));
  g_return_if_fail (requirement != NULL && evidence != NULL);

  round = get_round (self);
  if (round == NULL || self->application == NULL || self->busy)
    return;
  state = shinsa_sheet_state_new (round, self->application, self->phase);
  if (!state->editable)
    shinsa_toast (get_messenger (self), state->notice);
  else if (!shinsa_score_rows_can_score (self->rows, requirement))
    shinsa_toast (get_messenger (self),
                  _("You are recused from this requirement. Nothing was added."));
  else
    shinsa_add_evidence (get_messenger (self), self->service, self->application, self->phase,
                         requirement, evidence);
}

/* Whether something may be entered; if not it says why. */
static gboolean
may_enter (ShinsaScoreSheet *self)
{
  g_autoptr (ShinsaSheetState) state = shinsa_sheet_state_new (get_round (self), self->application,
                                                               self->phase);

  if (!state->editable)
    shinsa_toast (get_messenger (self), state->notice);
  return state->editable;
}

static gboolean
type_growth (ShinsaScoreSheet *self,
             gunichar          character)
{
  gunichar key = shinsa_half_width (character);

  if (key != 'y' && key != 'Y' && key != 'n' && key != 'N')
    return FALSE;
  if (!may_enter (self))
    return TRUE;
  shinsa_service_set_draft (self->service, self->application, self->phase, SHINSA_DRAFT_GROWTH,
                            NULL, key == 'y' || key == 'Y' ? "yes" : "no");
  shinsa_overall_box_go_to (self->overall, SHINSA_DRAFT_OVERALL);
  return TRUE;
}

/**
 * shinsa_score_sheet_type:
 * @self: a sheet
 * @character: what was typed
 *
 * Gives the level that @character stands for to what has the focus, or had it last, and goes on to
 * the next requirement. Where growth is asked, y and n answer.
 *
 * Returns: whether @character stands for something here
 */
gboolean
shinsa_score_sheet_type (ShinsaScoreSheet *self,
                         gunichar          character)
{
  const ShinsaRound *round;
  const char *current;
  gboolean overall;
  double level;

  g_return_val_if_fail (SHINSA_IS_SCORE_SHEET (self), FALSE);

  round = get_round (self);
  if (round == NULL || self->application == NULL || self->busy)
    return FALSE;
  if (shinsa_overall_box_takes_growth (self->overall))
    return type_growth (self, character);
  overall = shinsa_overall_box_takes_digits (self->overall);
  current = shinsa_score_rows_get_current (self->rows);
  if (!overall && !shinsa_score_rows_can_score (self->rows, current))
    return FALSE;
  if (!shinsa_level_for_character (round->definition, character, !overall, &level))
    return FALSE;
  if (!may_enter (self))
    return TRUE;
  if (overall)
    {
      shinsa_give_overall_level (get_messenger (self), self->service, self->application,
                                 self->phase, level);
      return TRUE;
    }
  g_free (self->scored);
  self->scored = g_strdup (current);
  score (self, current, level);
  if (!shinsa_score_rows_go_on (self->rows))
    shinsa_overall_box_go_to (self->overall, SHINSA_DRAFT_GROWTH);
  self->after_score = get_focus (self);
  return TRUE;
}

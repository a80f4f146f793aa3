/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-interview-sheet.h"

#include "interview/shinsa-note-picker.h"
#include "interview/shinsa-revision.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-text-field.h"
#include "review/shinsa-score-sheet.h"
#include "review/shinsa-sheet-state.h"
#include "review/shinsa-submission.h"
#include "rules/shinsa-review-rules.h"

#include <glib/gi18n-lib.h>

struct _ShinsaInterviewSheet
{
  AdwBin            parent_instance;

  ShinsaScoreSheet *sheet;
  GtkWidget        *revision_box;
  GtkWidget        *ready_box;
  GtkButton        *ready_settled;
  GtkWidget        *note_picker;
  ShinsaTextField  *reason;
  GtkWidget        *bar;
  GtkLabel         *status;
  GtkWidget        *revise;
  GtkWidget        *confirm;
  GtkWidget        *submit;

  GtkWidget        *messenger;   /* in whose place it is said what was done, or NULL */
  ShinsaService    *service;
  char             *application;
  gboolean          busy;        /* a submission is on its way */
};

/* What can be done now, and what is to be said. */
typedef struct {
  ShinsaSheetState *state;
  ShinsaRevision    revision;
  GPtrArray        *problems;    /* (element-type ShinsaReviewProblem), NULL unless there is
                                  * something to submit */
  gboolean          can_confirm;
} Standing;

static void
standing_clear (Standing *standing)
{
  g_clear_pointer (&standing->state, shinsa_sheet_state_free);
  g_clear_pointer (&standing->problems, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

G_DEFINE_FINAL_TYPE (ShinsaInterviewSheet, shinsa_interview_sheet, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ShinsaRound *
get_round (ShinsaInterviewSheet *self)
{
  return self->service != NULL && self->application != NULL
         ? shinsa_service_get_round (self->service) : NULL;
}

static GtkWidget *
get_messenger (ShinsaInterviewSheet *self)
{
  return self->messenger != NULL ? self->messenger : GTK_WIDGET (self);
}

/* --- How things stand --- */

static void
find_standing (ShinsaInterviewSheet *self,
               const ShinsaRound    *round,
               Standing             *standing)
{
  const ShinsaRevision *revision = &standing->revision;
  gboolean confirms;

  standing->state = shinsa_sheet_state_new (round, self->application, SHINSA_PHASE_INTERVIEW);
  shinsa_revision_init (&standing->revision, self->service, self->application);
  confirms = revision->paper != NULL && revision->submitted == NULL && revision->draft == NULL;
  standing->can_confirm = confirms && standing->state->editable && !self->busy;
  if (standing->state->editable && !self->busy && !confirms &&
      (revision->draft != NULL || revision->submitted == NULL))
    standing->problems = shinsa_revision_problems (revision, round->definition,
                                                   standing->state->recused);
}

static const char *
tell_status (const Standing *standing)
{
  const ShinsaRevision *revision = &standing->revision;

  if (!standing->state->editable)
    return "";
  if (standing->can_confirm)
    return _("Not confirmed yet.");
  if (standing->problems != NULL)
    return standing->problems->len > 0
           ? ((ShinsaReviewProblem *) g_ptr_array_index (standing->problems, 0))->sentence
           : _("Nothing is missing. Submit it when you are ready.");
  if (revision->submitted == NULL)
    return "";
  if (revision->paper != NULL && !revision->revised)
    return _("Confirmed unchanged. You may revise until the interview is closed.");
  return _("Submitted. You may change it and submit again until the interview is closed.");
}

static void
show_reason (ShinsaInterviewSheet *self,
             const Standing       *standing)
{
  gboolean editable = standing->state->editable && !self->busy;

  shinsa_text_field_show (self->reason, standing->revision.reason);
  shinsa_text_field_set_editable (self->reason, editable);
  gtk_widget_set_visible (self->ready_box, editable);
  gtk_widget_set_visible (self->revision_box, standing->revision.revised);
}

static void
show_buttons (ShinsaInterviewSheet *self,
              const Standing       *standing)
{
  const ShinsaRevision *revision = &standing->revision;
  gboolean settled = revision->submitted != NULL && revision->draft == NULL;
  gboolean confirms = revision->paper != NULL && revision->submitted == NULL &&
                      revision->draft == NULL;

  gtk_widget_set_visible (self->confirm, confirms);
  gtk_widget_set_sensitive (self->confirm, standing->can_confirm);
  gtk_widget_set_tooltip_text (self->confirm, standing->state->editable
                                              ? _("Confirm the levels of the paper review "
                                                  "(Ctrl+Return)")
                                              : standing->state->notice);
  gtk_widget_set_visible (self->revise, confirms || settled);
  gtk_widget_set_sensitive (self->revise, standing->state->editable && !self->busy);
  gtk_widget_set_visible (self->submit, standing->problems != NULL);
  gtk_widget_set_visible (self->bar, standing->state->editable || confirms);
}

static void
refresh (ShinsaInterviewSheet *self)
{
  const ShinsaRound *round = get_round (self);
  g_auto (Standing) standing = { NULL };

  gtk_widget_set_sensitive (GTK_WIDGET (self), round != NULL);
  if (round == NULL)
    return;
  find_standing (self, round, &standing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet), !self->busy);
  gtk_label_set_label (self->status, tell_status (&standing));
  show_reason (self, &standing);
  show_buttons (self, &standing);
}

static void
draft_changed_cb (ShinsaInterviewSheet *self,
                  const char           *application)
{
  if (g_strcmp0 (application, self->application) == 0)
    refresh (self);
}

/* --- The reason --- */

static void
set_reason (ShinsaInterviewSheet *self,
            const char           *reason)
{
  shinsa_service_set_draft (self->service, self->application, SHINSA_PHASE_INTERVIEW,
                            SHINSA_DRAFT_REVISION, NULL, reason);
}

static void
reason_entered_cb (ShinsaInterviewSheet *self,
                   const char           *text)
{
  set_reason (self, text);
}

static gboolean
is_ready_made (const char *words)
{
  return *words == '\0' || g_str_equal (words, _("The interview settled a doubt.")) ||
         g_str_equal (words, _("The interview showed a weakness."));
}

/* One ready-made reason takes the place of the other; own words stay before it. */
static void
add_reason (ShinsaInterviewSheet *self,
            const char           *more)
{
  g_autofree char *words = shinsa_text_field_dup_text (self->reason);
  g_autofree char *reason = is_ready_made (words) ? g_strdup (more)
                                                  : g_strjoin ("\n", words, more, NULL);

  set_reason (self, reason);
}

static void
ready_clicked_cb (ShinsaInterviewSheet *self,
                  GtkButton            *button)
{
  add_reason (self, button == self->ready_settled ? _("The interview settled a doubt.")
                                                  : _("The interview showed a weakness."));
}

/* What was seen and let go of. */
static void
note_picked_cb (ShinsaInterviewSheet *self,
                const char           *words)
{
  shinsa_text_field_flush (self->reason);
  add_reason (self, words);
}

/* --- Submitting --- */

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (ShinsaInterviewSheet) self = data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (shinsa_submission_send_finish (SHINSA_SERVICE (source), result, &error))
    shinsa_toast (get_messenger (self), _("Submitted"));
  else
    shinsa_show_error (GTK_WIDGET (self), _("The review was not submitted"), error);
  refresh (self);
}

static void
send (ShinsaInterviewSheet *self)
{
  self->busy = TRUE;
  refresh (self);
  shinsa_submission_send_async (self->service, self->application, SHINSA_PHASE_INTERVIEW, FALSE,
                                sent_cb, g_object_ref (self));
}

static void
flush (ShinsaInterviewSheet *self)
{
  shinsa_score_sheet_flush (self->sheet);
  shinsa_text_field_flush (self->reason);
}

static void
go_to (ShinsaInterviewSheet      *self,
       const ShinsaReviewProblem *problem)
{
  if (g_str_equal (problem->field, "revision"))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else
    shinsa_score_sheet_go_to (self->sheet, problem->requirement, problem->field);
}

/* While something is missing the button leads to what is. */
static void
submit_clicked_cb (ShinsaInterviewSheet *self)
{
  g_auto (Standing) standing = { NULL };

  flush (self);
  find_standing (self, get_round (self), &standing);
  if (standing.problems == NULL)
    return;
  if (standing.problems->len > 0)
    go_to (self, g_ptr_array_index (standing.problems, 0));
  else
    send (self);
}

static void
revise_clicked_cb (ShinsaInterviewSheet *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/* --- The object --- */

static void
set_service (ShinsaInterviewSheet *self,
             ShinsaService        *service)
{
  if (!g_set_object (&self->service, service))
    return;
  g_object_set (self->sheet, "service", service, NULL);
  g_object_set (self->note_picker, "service", service, NULL);
  if (service != NULL)
    {
      g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (service, "draft-changed", G_CALLBACK (draft_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
set_application (ShinsaInterviewSheet *self,
                 const char           *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  shinsa_text_field_flush (self->reason);
  g_free (self->application);
  self->application = g_strdup (application);
  g_object_set (self->sheet, "application", application, NULL);
  g_object_set (self->note_picker, "application", application, NULL);
  /* What somebody writes is not replaced while it has the focus, and this was about another. */
  if (shinsa_text_field_has_focus (self->reason))
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  refresh (self);
}

static gboolean
shinsa_interview_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHINSA_INTERVIEW_SHEET (widget)->sheet));
}

static void
shinsa_interview_sheet_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ShinsaInterviewSheet *self = SHINSA_INTERVIEW_SHEET (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_interview_sheet_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ShinsaInterviewSheet *self = SHINSA_INTERVIEW_SHEET (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_interview_sheet_dispose (GObject *object)
{
  ShinsaInterviewSheet *self = SHINSA_INTERVIEW_SHEET (object);

  g_clear_weak_pointer (&self->messenger);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_INTERVIEW_SHEET);

  G_OBJECT_CLASS (shinsa_interview_sheet_parent_class)->dispose (object);
}

static void
shinsa_interview_sheet_finalize (GObject *object)
{
  g_free (SHINSA_INTERVIEW_SHEET (object)->application);

  G_OBJECT_CLASS (shinsa_interview_sheet_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_NOTE_PICKER);
  g_type_ensure (SHINSA_TYPE_SCORE_SHEET);
  g_type_ensure (SHINSA_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-interview-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, sheet);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, revision_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, ready_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, ready_settled);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, reason);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, note_picker);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, bar);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, status);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, revise);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, confirm);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewSheet, submit);
  gtk_widget_class_bind_template_callback (widget_class, note_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, ready_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, revise_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, shinsa_interview_sheet_confirm);
}

static void
shinsa_interview_sheet_class_init (ShinsaInterviewSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_interview_sheet_get_property;
  object_class->set_property = shinsa_interview_sheet_set_property;
  object_class->dispose = shinsa_interview_sheet_dispose;
  object_class->finalize = shinsa_interview_sheet_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = shinsa_interview_sheet_grab_focus;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_interview_sheet_init (ShinsaInterviewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_interview_sheet_set_messenger:
 * @self: a sheet
 * @messenger: (not nullable): a widget in whose place it is said what was done
 *
 * On its own the sheet would say it in the middle of the window, where others write notes.
 */
void
shinsa_interview_sheet_set_messenger (ShinsaInterviewSheet *self,
                                      GtkWidget            *messenger)
{
  g_return_if_fail (SHINSA_IS_INTERVIEW_SHEET (self));

  g_set_weak_pointer (&self->messenger, messenger);
  g_object_set (self->sheet, "messenger", messenger, NULL);
}

/**
 * shinsa_interview_sheet_confirm:
 * @self: a sheet
 *
 * Submits the levels of the paper review as they are. Where that cannot be done, it says why.
 */
void
shinsa_interview_sheet_confirm (ShinsaInterviewSheet *self)
{
  const ShinsaRound *round;
  g_auto (Standing) standing = { NULL };

  g_return_if_fail (SHINSA_IS_INTERVIEW_SHEET (self));

  round = get_round (self);
  if (round == NULL || self->busy)
    return;
  flush (self);
  find_standing (self, round, &standing);
  if (!standing.can_confirm)
    {
      shinsa_toast (get_messenger (self), standing.state->editable ? tell_status (&standing)
                                                                   : standing.state->notice);
      return;
    }
  /* A draft begins as the paper review; that nothing is to be said of a revision begins it. */
  set_reason (self, "");
  send (self);
}

/**
 * shinsa_interview_sheet_add_evidence:
 * @self: a sheet
 * @requirement: (not nullable): the code of a requirement
 * @evidence: (not nullable): a place in a document
 *
 * Makes a place evidence for a requirement, where the sheet may be filled in.
 */
void
shinsa_interview_sheet_add_evidence (ShinsaInterviewSheet *self,
                                     const char           *requirement,
                                     const ShinsaEvidence *evidence)
{
  g_return_if_fail (SHINSA_IS_INTERVIEW_SHEET (self));

  shinsa_score_sheet_add_evidence (self->sheet, requirement, evidence);
}

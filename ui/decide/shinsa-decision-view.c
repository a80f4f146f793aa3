/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-decision-view.h"

#include "charts/shinsa-dot-plot.h"
#include "charts/shinsa-slope-graph.h"
#include "charts/shinsa-twins.h"
#include "compare/shinsa-compare-tables.h"
#include "decide/shinsa-board-table.h"
#include "decide/shinsa-decide-rights.h"
#include "decide/shinsa-decision-words.h"
#include "decide/shinsa-proposal-form.h"
#include "entries/shinsa-statements.h"
#include "parts/shinsa-messages.h"
#include "rules/shinsa-checklist.h"
#include "rules/shinsa-decision.h"

#include <glib/gi18n-lib.h>

struct _ShinsaDecisionView
{
  AdwBin              parent_instance;

  ShinsaService      *service;
  ShinsaRound        *round;
  char               *application;

  GtkToggleButton    *slope_button;
  GtkLabel           *hidden;
  GtkWidget          *as_table;
  GtkStack           *pictures;
  ShinsaTwins        *dots;
  GtkLabel           *no_interview;
  ShinsaTwins        *slope;
  GtkLabel           *suggestion;
  GtkLabel           *arithmetic;
  GtkLabel           *flags;
  GtkLabel           *proposal;
  ShinsaProposalForm *form;
  GtkLabel           *why_not_propose;
  GtkGrid            *checklist;
  GtkLabel           *confirmation;
  GtkWidget          *reopen_button;
  GtkLabel           *why_not_reopen;
  GtkWidget          *history_heading;
  GtkLabel           *history;
};

G_DEFINE_FINAL_TYPE (ShinsaDecisionView, shinsa_decision_view, ADW_TYPE_BIN)

/* Takes the text. What is there already is not set again: somebody may have selected it. */
static void
show_text (GtkLabel *label,
           char     *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  g_free (text);
}

static void
picture_toggled_cb (ShinsaDecisionView *self)
{
  gtk_stack_set_visible_child_name (self->pictures,
                                    gtk_toggle_button_get_active (self->slope_button) ? "slope"
                                                                                      : "dots");
}

/* Levels, and what the rules make of them; only where they may be seen. */
static void
show_levels (ShinsaDecisionView *self)
{
  g_autoptr (ShinsaSuggestion) suggestion = NULL;
  char *hidden = shinsa_compare_why_hidden (self->round, self->application);
  gboolean shown = hidden == NULL;

  show_text (self->hidden, hidden);
  gtk_widget_set_visible (self->as_table, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->pictures), shown);
  if (!shown)
    {
      show_text (self->suggestion, g_strdup (_("Not shown yet")));
      show_text (self->arithmetic, NULL);
      show_text (self->flags, NULL);
      return;
    }
  shinsa_twins_take_figure (self->dots, shinsa_dot_plot_new (self->round, self->application));
  shinsa_twins_take_figure (self->slope, shinsa_slope_graph_new (self->round, self->application));
  show_text (self->no_interview,
             shinsa_compare_why_no_interview (self->round, self->application));
  suggestion = shinsa_suggest (self->round, self->application);
  show_text (self->suggestion, shinsa_board_suggestion_text (self->round, suggestion));
  show_text (self->arithmetic, shinsa_decision_arithmetic_text (self->round, suggestion));
  show_text (self->flags, shinsa_decision_flags_text (self->round, suggestion));
}

static GtkLabel *
checklist_label (ShinsaDecisionView *self,
                 int                 column,
                 int                 row)
{
  GtkWidget *label = gtk_grid_get_child_at (self->checklist, column, row);

  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      /* The column has this width; as narrow as can be it would ask for too much height. */
      gtk_label_set_width_chars (GTK_LABEL (label), column > 0 ? 44 : -1);
      gtk_label_set_max_width_chars (GTK_LABEL (label), column > 0 ? 44 : -1);
      gtk_widget_set_hexpand (label, column > 0);
      gtk_grid_attach (self->checklist, label, column, row, 1, 1);
    }
  return GTK_LABEL (label);
}

static void
show_checklist (ShinsaDecisionView *self)
{
  g_autoptr (GPtrArray) checklist = shinsa_checklist (self->round, self->application);

  for (guint i = 0; i < checklist->len; i++)
    {
      const ShinsaCheck *check = g_ptr_array_index (checklist, i);

      gtk_label_set_text (checklist_label (self, 0, (int) i), check->holds ? "✓" : "✗");
      gtk_label_set_text (checklist_label (self, 1, (int) i), check->sentence);
    }
}

static void
show_steps (ShinsaDecisionView *self)
{
  char *why = shinsa_decide_why_not_propose (self->round, self->application);
  g_autofree char *why_not_reopen = shinsa_decide_why_not_reopen (self->round, self->application);
  gboolean confirmed = shinsa_round_confirmation (self->round, self->application) != NULL;
  char *history = shinsa_decision_history_text (self->round, self->application);

  show_text (self->proposal, shinsa_decision_proposal_text (self->round, self->application));
  gtk_widget_set_visible (GTK_WIDGET (self->form), why == NULL);
  if (why == NULL)
    shinsa_proposal_form_show (self->form, self->service, self->round, self->application);
  show_text (self->why_not_propose, why);
  show_checklist (self);
  show_text (self->confirmation,
             shinsa_decision_confirmation_text (self->round, self->application));
  gtk_widget_set_visible (self->reopen_button, why_not_reopen == NULL);
  show_text (self->why_not_reopen, confirmed ? g_steal_pointer (&why_not_reopen) : NULL);
  gtk_widget_set_visible (self->history_heading, *history != '\0');
  show_text (self->history, history);
}

/* Reopening. */

static void
reopened_cb (GObject      *service,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (ShinsaDecisionView) self = data;
  g_autoptr (GError) error = NULL;

  if (!shinsa_service_write_finish (SHINSA_SERVICE (service), result, &error))
    shinsa_show_error (GTK_WIDGET (self), _("The outcome was not reopened"), error);
}

/* The application may be another one by the time the reason is given. */
typedef struct {
  ShinsaDecisionView *view;
  char               *application;
} Reopening;

static void
reopening_free (gpointer data)
{
  Reopening *reopening = data;

  g_object_unref (reopening->view);
  g_free (reopening->application);
  g_free (reopening);
}

static void
reason_given_cb (const char *reason,
                 gpointer    data)
{
  const Reopening *reopening = data;
  ShinsaDecisionView *self = reopening->view;
  g_autoptr (JsonNode) body = shinsa_state_reopening (self->round, reopening->application, reason,
                                                      NULL);

  if (body != NULL && self->service != NULL)
    shinsa_service_write_async (self->service, SHINSA_KIND_DECISION_REOPEN, body, NULL,
                                reopened_cb, g_object_ref (self));
}

static void
reopen_clicked_cb (ShinsaDecisionView *self)
{
  Reopening *reopening = g_new0 (Reopening, 1);

  reopening->view = g_object_ref (self);
  reopening->application = g_strdup (self->application);
  shinsa_ask_reason (GTK_WIDGET (self), _("Reopen this outcome?"),
                     _("The confirmed version is kept, and records made from it are marked "
                       "superseded. The reason is recorded."),
                     _("R_eopen"), reason_given_cb, reopening, reopening_free);
}

static void
shinsa_decision_view_dispose (GObject *object)
{
  ShinsaDecisionView *self = SHINSA_DECISION_VIEW (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DECISION_VIEW);
  G_OBJECT_CLASS (shinsa_decision_view_parent_class)->dispose (object);
}

static void
shinsa_decision_view_finalize (GObject *object)
{
  ShinsaDecisionView *self = SHINSA_DECISION_VIEW (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_free (self->application);
  G_OBJECT_CLASS (shinsa_decision_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/decide/"
                                               "shinsa-decision-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, slope_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, hidden);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, as_table);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, pictures);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, dots);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, no_interview);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, slope);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, suggestion);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, flags);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, proposal);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, form);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, why_not_propose);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, checklist);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, confirmation);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, why_not_reopen);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, history_heading);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecisionView, history);
  gtk_widget_class_bind_template_callback (widget_class, picture_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_clicked_cb);
}

static void
shinsa_decision_view_class_init (ShinsaDecisionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shinsa_decision_view_dispose;
  object_class->finalize = shinsa_decision_view_finalize;

  g_type_ensure (SHINSA_TYPE_PROPOSAL_FORM);
  g_type_ensure (SHINSA_TYPE_TWINS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_decision_view_init (ShinsaDecisionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shinsa_decision_view_new (void)
{
  return g_object_new (SHINSA_TYPE_DECISION_VIEW, NULL);
}

/**
 * shinsa_decision_view_show:
 * @service: (nullable): where steps are recorded
 *
 * Shows how the application stands in this picture.
 */
void
shinsa_decision_view_show (ShinsaDecisionView *self,
                           ShinsaService      *service,
                           ShinsaRound        *round,
                           const char         *application)
{
  g_return_if_fail (SHINSA_IS_DECISION_VIEW (self));
  g_return_if_fail (round != NULL && application != NULL);

  g_set_object (&self->service, service);
  shinsa_round_ref (round);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = round;
  if (g_strcmp0 (self->application, application) != 0)
    {
      g_free (self->application);
      self->application = g_strdup (application);
    }
  show_levels (self);
  show_steps (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interview/shinsa-interview-page.h"

#include "documents/shinsa-document-pane.h"
#include "interview/shinsa-agenda-list.h"
#include "interview/shinsa-closing-box.h"
#include "interview/shinsa-interview-sheet.h"
#include "interview/shinsa-note-box.h"
#include "interview/shinsa-question-list.h"
#include "interview/shinsa-room-prompts.h"
#include "interview/shinsa-timer-bar.h"
#include "parts/shinsa-messages.h"
#include "review/shinsa-score-sheet.h"
#include "review/shinsa-sheet-state.h"
#include "rules/shinsa-roster.h"

#include <glib/gi18n-lib.h>

struct _ShinsaInterviewPage
{
  AdwBin                parent_instance;

  GtkWidget            *timer;
  GtkWidget            *prompts;
  GtkWidget            *agenda;
  GtkWidget            *questions;
  GtkWidget            *notes;
  GtkWidget            *closing;
  GtkWidget            *reviews;
  GtkWidget            *switcher;
  GtkStack             *stack;
  GtkStackPage         *sheet_page;
  GtkStackPage         *documents_page;
  GtkStackPage         *paper_page;
  ShinsaInterviewSheet *sheet;
  ShinsaDocumentPane   *documents;
  GtkWidget            *paper;

  ShinsaService        *service;
  char                 *application;
};

G_DEFINE_FINAL_TYPE (ShinsaInterviewPage, shinsa_interview_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
scores (const ShinsaRound *round)
{
  const ShinsaMember *member = shinsa_round_member (round, round->member);

  return !round->is_desk && member != NULL && shinsa_round_is_scorer (round, member);
}

static void
show_documents (ShinsaInterviewPage *self,
                ShinsaRound         *round,
                const ShinsaDossier *dossier)
{
  g_autoptr (ShinsaSheetState) state = shinsa_sheet_state_new (round, dossier->id,
                                                               SHINSA_PHASE_INTERVIEW);

  shinsa_document_pane_show (self->documents, self->service, round, dossier);
  g_object_set (self->documents, "can-add-evidence", state->editable, NULL);
}

static void
refresh (ShinsaInterviewPage *self)
{
  ShinsaRound *round = self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
  const ShinsaDossier *dossier = round != NULL && self->application != NULL
                                 ? shinsa_round_dossier (round, self->application) : NULL;
  gboolean has_documents = dossier != NULL && dossier->documents->len > 0;
  gboolean scoring;

  if (round == NULL)
    return;
  scoring = scores (round);
  if (dossier != NULL)
    show_documents (self, round, dossier);
  gtk_stack_page_set_visible (self->documents_page, has_documents);
  gtk_stack_page_set_visible (self->sheet_page, scoring);
  gtk_stack_page_set_visible (self->paper_page, scoring);
  if (!scoring && has_documents)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->documents));
  gtk_widget_set_visible (self->switcher, scoring);
  gtk_widget_set_visible (self->reviews, scoring || has_documents);
}

/* --- Keys --- */

static void
confirm_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (widget);

  if (!gtk_stack_page_get_visible (self->sheet_page))
    return;
  gtk_stack_set_visible_child_name (self->stack, "interview");
  shinsa_interview_sheet_confirm (self->sheet);
}

static gboolean
focus_pane (ShinsaInterviewPage *self,
            GtkWidget           *pane)
{
  if (!gtk_widget_get_visible (pane))
    return FALSE;
  if (pane == self->notes)
    return gtk_widget_grab_focus (pane);
  if (pane == self->reviews)
    return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
move_to_pane (ShinsaInterviewPage *self,
              int                  step)
{
  GtkWidget *panes[] = {
    self->agenda, self->questions, self->notes, self->closing, self->reviews,
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int count = G_N_ELEMENTS (panes);
  int current = step > 0 ? count - 1 : 0;

  for (int i = 0; i < count; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      current = i;
  for (int i = 1; i <= count; i++)
    if (focus_pane (self, panes[(current + i * step + i * count) % count]))
      return;
}

static void
next_pane_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  move_to_pane (SHINSA_INTERVIEW_PAGE (widget), 1);
}

static void
previous_pane_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  move_to_pane (SHINSA_INTERVIEW_PAGE (widget), -1);
}

/* A chip of a score leads to the place in the documents. */
static void
show_evidence_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (widget);
  const char *document;
  const char *quote;
  int page;

  g_variant_get (parameter, "(&si&s)", &document, &page, &quote);
  if (shinsa_document_pane_go_to (self->documents, document, page, quote))
    gtk_stack_set_visible_child_name (self->stack, "documents");
  else
    shinsa_toast (widget, _("This page is not on this computer. The evidence stays as it is."));
}

static void
use_page_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (widget);

  if (!shinsa_document_pane_use_page (self->documents, g_variant_get_string (parameter, NULL)))
    shinsa_toast (widget, _("No page is in sight. Open a document, and its page can be "
                            "evidence."));
}

static void
evidence_cb (ShinsaInterviewPage *self,
             const char          *requirement,
             const char          *document,
             int                  page,
             const char          *quote)
{
  const ShinsaEvidence evidence = { (char *) document, page, (char *) quote };

  shinsa_interview_sheet_add_evidence (self->sheet, requirement, &evidence);
}

/* The parameter names what the timer does. Its keys are heard wherever the focus is in the window,
 * and meant where the timer is in sight. */
static void
timer_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  if (gtk_widget_get_mapped (widget))
    gtk_widget_activate_action (SHINSA_INTERVIEW_PAGE (widget)->timer,
                                g_variant_get_string (parameter, NULL), NULL);
}

/* In the room one wants to write, before anything else. */
static gboolean
shinsa_interview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SHINSA_INTERVIEW_PAGE (widget)->notes);
}

static gboolean
shinsa_interview_page_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (widget);
  return GTK_WIDGET_CLASS (shinsa_interview_page_parent_class)->focus (widget, direction);
}

/* From the page before, the stack of pages brings the focus along; from elsewhere nobody does. */
static void
shinsa_interview_page_map (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (shinsa_interview_page_parent_class)->map (widget);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, gtk_widget_get_parent (widget)))
    gtk_widget_grab_focus (widget);
}

/* --- The object --- */

static void
set_service (ShinsaInterviewPage *self,
             ShinsaService       *service)
{
  GtkWidget *parts[] = {
    self->timer, self->prompts, self->agenda, self->questions, self->notes, self->closing,
    GTK_WIDGET (self->sheet), self->paper,
  };

  if (!g_set_object (&self->service, service))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_set (parts[i], "service", service, NULL);
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE]);
}

static void
set_application (ShinsaInterviewPage *self,
                 const char          *application)
{
  /* Those first where something may be half written: it belongs to the application before. */
  GtkWidget *parts[] = {
    self->notes, self->closing, GTK_WIDGET (self->sheet), self->paper, self->questions,
    self->prompts, self->timer, self->agenda,
  };
  char *id;

  if (g_strcmp0 (self->application, application) == 0)
    return;
  id = g_strdup (application);
  g_free (self->application);
  self->application = id;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_set (parts[i], "application", id, NULL);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
agenda_chosen_cb (ShinsaInterviewPage *self)
{
  g_autofree char *application = NULL;

  g_object_get (self->agenda, "application", &application, NULL);
  set_application (self, application);
}

static void
shinsa_interview_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (object);

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
shinsa_interview_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (object);

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
shinsa_interview_page_dispose (GObject *object)
{
  ShinsaInterviewPage *self = SHINSA_INTERVIEW_PAGE (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_INTERVIEW_PAGE);

  G_OBJECT_CLASS (shinsa_interview_page_parent_class)->dispose (object);
}

static void
shinsa_interview_page_finalize (GObject *object)
{
  g_free (SHINSA_INTERVIEW_PAGE (object)->application);

  G_OBJECT_CLASS (shinsa_interview_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_AGENDA_LIST);
  g_type_ensure (SHINSA_TYPE_CLOSING_BOX);
  g_type_ensure (SHINSA_TYPE_DOCUMENT_PANE);
  g_type_ensure (SHINSA_TYPE_INTERVIEW_SHEET);
  g_type_ensure (SHINSA_TYPE_NOTE_BOX);
  g_type_ensure (SHINSA_TYPE_QUESTION_LIST);
  g_type_ensure (SHINSA_TYPE_ROOM_PROMPTS);
  g_type_ensure (SHINSA_TYPE_SCORE_SHEET);
  g_type_ensure (SHINSA_TYPE_TIMER_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/jp/shinsa/Shinsa/interview/shinsa-interview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, timer);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, prompts);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, questions);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, notes);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, closing);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, reviews);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, sheet_page);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, documents_page);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, paper_page);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, documents);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, ShinsaInterviewPage, paper);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
}

static void
shinsa_interview_page_class_init (ShinsaInterviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_interview_page_get_property;
  object_class->set_property = shinsa_interview_page_set_property;
  object_class->dispose = shinsa_interview_page_dispose;
  object_class->finalize = shinsa_interview_page_finalize;
  widget_class->focus = shinsa_interview_page_focus;
  widget_class->grab_focus = shinsa_interview_page_grab_focus;
  widget_class->map = shinsa_interview_page_map;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "interview.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "interview.next-pane", NULL, next_pane_cb);
  gtk_widget_class_install_action (widget_class, "interview.previous-pane", NULL,
                                   previous_pane_cb);
  gtk_widget_class_install_action (widget_class, "interview.timer", "s", timer_cb);
  gtk_widget_class_install_action (widget_class, "review.show-evidence", "(sis)",
                                   show_evidence_cb);
  gtk_widget_class_install_action (widget_class, "review.use-page", "s", use_page_cb);
  bind_template (widget_class);
}

static void
shinsa_interview_page_init (ShinsaInterviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shinsa_interview_sheet_set_messenger (self->sheet, self->questions);
  g_signal_connect_object (self->agenda, "notify::application", G_CALLBACK (agenda_chosen_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * shinsa_interview_page_new:
 *
 * Returns: (transfer floating): a page without a round
 */
GtkWidget *
shinsa_interview_page_new (void)
{
  return g_object_new (SHINSA_TYPE_INTERVIEW_PAGE, NULL);
}

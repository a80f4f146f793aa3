/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-dossier-pane.h"

#include "documents/shinsa-document-pane.h"
#include "parts/shinsa-squeeze-layout.h"
#include "review/shinsa-declaration-pane.h"
#include "review/shinsa-dossier-outline.h"
#include "review/shinsa-indicator-table.h"
#include "review/shinsa-last-round-view.h"
#include "review/shinsa-sheet-state.h"
#include "rules/shinsa-labels.h"

#include <glib/gi18n-lib.h>

struct _ShinsaDossierPane
{
  AdwBin                 parent_instance;

  GtkStack              *stack;
  AdwStatusPage         *nothing;
  ShinsaDeclarationPane *declaration;
  GtkLabel              *name;
  GtkBox                *areas;
  GtkLabel              *position;
  GtkStack              *views;
  ShinsaDossierOutline  *outline;
  GtkScrolledWindow     *outline_scroller;
  ShinsaIndicatorTable  *indicators;
  ShinsaLastRoundView   *last;
  ShinsaDocumentPane    *documents;

  ShinsaService         *service;
  char                  *application;
  ShinsaRound           *shown;        /* the picture that the content was made from */
  char                  *view;         /* the view that was chosen last */
  gboolean               arranging;
};

G_DEFINE_FINAL_TYPE (ShinsaDossierPane, shinsa_dossier_pane, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

enum {
  DECLARED,
  EVIDENCE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_nothing (ShinsaDossierPane *self,
              const char        *title,
              const char        *description)
{
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_areas (ShinsaDossierPane   *self,
            const ShinsaRound   *round,
            const ShinsaDossier *dossier)
{
  GtkWidget *badge;

  while ((badge = gtk_widget_get_first_child (GTK_WIDGET (self->areas))) != NULL)
    gtk_box_remove (self->areas, badge);
  for (guint i = 0; i < dossier->market_areas->len; i++)
    {
      const char *code = g_ptr_array_index (dossier->market_areas, i);
      const ShinsaMarketArea *area = shinsa_definition_market_area (round->definition, code);

      badge = gtk_label_new (area != NULL ? area->symbol : code);
      gtk_widget_add_css_class (badge, "area");
      if (area != NULL)
        {
          gtk_widget_set_tooltip_text (badge, shinsa_text_get (&area->name));
          gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          shinsa_text_get (&area->name), -1);
        }
      gtk_box_append (self->areas, badge);
    }
}

/* --- Views --- */

static void
show_position (ShinsaDossierPane *self)
{
  g_autofree char *position = NULL;

  g_object_get (self->documents, "position", &position, NULL);
  gtk_label_set_label (self->position, position);
  gtk_widget_set_visible (GTK_WIDGET (self->position),
                          *position != '\0' &&
                          g_strcmp0 (gtk_stack_get_visible_child_name (self->views),
                                     "documents") == 0);
}

static void
view_chosen_cb (ShinsaDossierPane *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);

  if (view == NULL || self->documents == NULL)
    return;
  show_position (self);
  if (self->arranging)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
}

/* Documents first, where there are any; then what was chosen, as long as nothing else is. */
static void
arrange_views (ShinsaDossierPane   *self,
               const ShinsaDossier *dossier)
{
  const char *view = self->view != NULL ? self->view : "documents";

  if (g_str_equal (view, "documents") && dossier->documents->len == 0)
    view = "outline";
  self->arranging = TRUE;
  gtk_stack_set_visible_child_name (self->views, view);
  self->arranging = FALSE;
}

/* Evidence goes into the own draft of the paper review, as long as there is one. */
static gboolean
can_add_evidence (const ShinsaRound   *round,
                  const ShinsaDossier *dossier)
{
  g_autoptr (ShinsaSheetState) state = shinsa_sheet_state_new (round, dossier->id,
                                                               SHINSA_PHASE_PAPER);

  return state->editable;
}

static void
evidence_cb (ShinsaDossierPane *self,
             const char        *requirement,
             const char        *document,
             int                page,
             const char        *quote)
{
  g_signal_emit (self, signals[EVIDENCE], 0, requirement, document, page, quote);
}

static void
show_content (ShinsaDossierPane   *self,
              ShinsaRound         *round,
              const ShinsaDossier *dossier)
{
  gboolean same = self->shown != NULL;

  gtk_stack_set_visible_child_name (self->stack, "content");
  if (self->shown == round)
    return;
  g_clear_pointer (&self->shown, shinsa_round_unref);
  self->shown = shinsa_round_ref (round);
  gtk_label_set_label (self->name, shinsa_text_get (&dossier->name));
  show_areas (self, round, dossier);
  shinsa_dossier_outline_show (self->outline, round->definition, dossier, FALSE);
  shinsa_indicator_table_show (self->indicators, dossier);
  shinsa_last_round_view_show (self->last, self->service, round, dossier);
  shinsa_document_pane_show (self->documents, self->service, round, dossier);
  g_object_set (self->documents, "can-add-evidence", can_add_evidence (round, dossier), NULL);
  if (!same)
    arrange_views (self, dossier);
  show_position (self);
}

static char *
describe_interest (const ShinsaInterest *interest)
{
  const char *kind = shinsa_interest_kind_label (interest->kind);

  if (interest->state == SHINSA_INTEREST_WAITING)
    /* Translators: the placeholder is a kind of interest. */
    return g_strdup_printf (_("You declared an interest (%s). Until the acting chair has ruled, "
                              "nothing of this application is shown to you."), kind);
  if (*interest->ruling_reason == '\0')
    return g_strdup (_("You are recused from this application. Nothing of it is shown to you."));
  /* Translators: the placeholder is the reason of the ruling. */
  return g_strdup_printf (_("You are recused from this application. Nothing of it is shown to you. "
                            "Reason: %s"), interest->ruling_reason);
}

static gboolean
hides_content (const ShinsaInterest *interest)
{
  return interest != NULL &&
         (interest->state == SHINSA_INTEREST_WAITING ||
          (interest->state == SHINSA_INTEREST_RECUSED && *interest->requirements == NULL));
}

static void
show_dossier (ShinsaDossierPane   *self,
              ShinsaRound         *round,
              const ShinsaDossier *dossier)
{
  const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, round->member);
  const char *name = shinsa_text_get (&dossier->name);

  if (dossier->has_content)
    show_content (self, round, dossier);
  else if (hides_content (interest))
    {
      g_autofree char *description = describe_interest (interest);

      show_nothing (self, name, description);
    }
  else if (!round->is_desk && shinsa_round_member (round, round->member) != NULL &&
           (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED))
    gtk_stack_set_visible_child_name (self->stack, "declaration");
  else
    show_nothing (self, name, _("Its documents are not on this computer yet. They come with the "
                                "packet that follows the declarations."));
}

static void
refresh (ShinsaDossierPane *self)
{
  ShinsaRound *round = self->service != NULL ? shinsa_service_get_round (self->service) : NULL;
  const ShinsaDossier *dossier = round != NULL && self->application != NULL
                                 ? shinsa_round_dossier (round, self->application) : NULL;

  if (dossier != NULL)
    show_dossier (self, round, dossier);
  else
    show_nothing (self, _("No application chosen"), NULL);
}

static void
declared_cb (ShinsaDossierPane *self)
{
  g_signal_emit (self, signals[DECLARED], 0);
}

static void
set_service (ShinsaDossierPane *self,
             ShinsaService     *service)
{
  if (!g_set_object (&self->service, service))
    return;
  g_object_set (self->declaration, "service", service, NULL);
  if (service != NULL)
    g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
set_application (ShinsaDossierPane *self,
                 const char        *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  g_clear_pointer (&self->shown, shinsa_round_unref);
  g_object_set (self->declaration, "application", application, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->outline_scroller), 0);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

/* Only where something has to be declared; a text that is read needs no focus. */
static gboolean
shinsa_dossier_pane_grab_focus (GtkWidget *widget)
{
  ShinsaDossierPane *self = SHINSA_DOSSIER_PANE (widget);
  const char *child = gtk_stack_get_visible_child_name (self->stack);

  return g_strcmp0 (child, "declaration") == 0 &&
         gtk_widget_grab_focus (GTK_WIDGET (self->declaration));
}

static void
shinsa_dossier_pane_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ShinsaDossierPane *self = SHINSA_DOSSIER_PANE (object);

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
shinsa_dossier_pane_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ShinsaDossierPane *self = SHINSA_DOSSIER_PANE (object);

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
shinsa_dossier_pane_dispose (GObject *object)
{
  ShinsaDossierPane *self = SHINSA_DOSSIER_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DOSSIER_PANE);
  g_clear_object (&self->service);
  g_clear_pointer (&self->shown, shinsa_round_unref);

  G_OBJECT_CLASS (shinsa_dossier_pane_parent_class)->dispose (object);
}

static void
shinsa_dossier_pane_finalize (GObject *object)
{
  ShinsaDossierPane *self = SHINSA_DOSSIER_PANE (object);

  g_free (self->application);
  g_free (self->view);

  G_OBJECT_CLASS (shinsa_dossier_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_DECLARATION_PANE);
  g_type_ensure (SHINSA_TYPE_DOCUMENT_PANE);
  g_type_ensure (SHINSA_TYPE_DOSSIER_OUTLINE);
  g_type_ensure (SHINSA_TYPE_INDICATOR_TABLE);
  g_type_ensure (SHINSA_TYPE_LAST_ROUND_VIEW);
  g_type_ensure (SHINSA_TYPE_SQUEEZE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-dossier-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, declaration);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, areas);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, position);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, views);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, outline);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, outline_scroller);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, indicators);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, last);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDossierPane, documents);
  gtk_widget_class_bind_template_callback (widget_class, declared_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_position);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

static void
shinsa_dossier_pane_class_init (ShinsaDossierPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_dossier_pane_get_property;
  object_class->set_property = shinsa_dossier_pane_set_property;
  object_class->dispose = shinsa_dossier_pane_dispose;
  object_class->finalize = shinsa_dossier_pane_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = shinsa_dossier_pane_grab_focus;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DECLARED] = g_signal_new ("declared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EVIDENCE] = g_signal_new ("evidence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING,
                                    G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_dossier_pane_init (ShinsaDossierPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: the template would take it away before AdwBin, whose child it is, lets go of it. */
  self->stack = GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
}

/**
 * shinsa_dossier_pane_show_evidence:
 * @self: a pane
 * @document: the hash of a document
 * @page: a page of it
 * @quote: words on the page, or ""
 *
 * Shows what a level rests on.
 *
 * Returns: whether the application has such a document here
 */
gboolean
shinsa_dossier_pane_show_evidence (ShinsaDossierPane *self,
                                   const char        *document,
                                   int                page,
                                   const char        *quote)
{
  g_return_val_if_fail (SHINSA_IS_DOSSIER_PANE (self), FALSE);

  if (!shinsa_document_pane_go_to (self->documents, document, page, quote))
    return FALSE;
  gtk_stack_set_visible_child_name (self->views, "documents");
  return TRUE;
}

/**
 * shinsa_dossier_pane_use_page:
 * @self: a pane
 * @requirement: the code of a requirement
 *
 * Emits "evidence" for the page, or the words, that are looked at.
 *
 * Returns: whether there is a page
 */
gboolean
shinsa_dossier_pane_use_page (ShinsaDossierPane *self,
                              const char        *requirement)
{
  g_return_val_if_fail (SHINSA_IS_DOSSIER_PANE (self), FALSE);

  return shinsa_document_pane_use_page (self->documents, requirement);
}

/**
 * shinsa_dossier_pane_focus_content:
 * @self: a pane
 *
 * Puts the focus where keys go through what is read.
 *
 * Returns: whether there is something to read
 */
gboolean
shinsa_dossier_pane_focus_content (ShinsaDossierPane *self)
{
  const char *view;

  g_return_val_if_fail (SHINSA_IS_DOSSIER_PANE (self), FALSE);

  view = gtk_stack_get_visible_child_name (self->views);
  return (g_strcmp0 (view, "documents") == 0 &&
          g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0 &&
          gtk_widget_grab_focus (GTK_WIDGET (self->documents))) ||
         gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

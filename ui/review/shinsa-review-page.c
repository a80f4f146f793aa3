/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "review/shinsa-review-page.h"

#include "parts/shinsa-messages.h"
#include "review/shinsa-dossier-list.h"
#include "review/shinsa-dossier-pane.h"
#include "review/shinsa-score-sheet.h"

#include <glib/gi18n-lib.h>

struct _ShinsaReviewPage
{
  AdwBin             parent_instance;

  ShinsaDossierList *list;
  GtkWidget         *list_separator;
  GtkWidget         *paned;
  ShinsaDossierPane *dossier;
  ShinsaScoreSheet  *sheet;

  ShinsaService     *service;
  char              *application;
  gboolean           list_visible;
  gboolean           reading;      /* the application fills the screen */
};

G_DEFINE_FINAL_TYPE (ShinsaReviewPage, shinsa_review_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  PROP_LIST_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- What is in sight --- */

static void
update_panes (ShinsaReviewPage *self)
{
  gboolean list = self->list_visible && !self->reading;

  gtk_widget_set_visible (GTK_WIDGET (self->list), list);
  gtk_widget_set_visible (self->list_separator, list);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), !self->reading);
}

static void
set_list_visible (ShinsaReviewPage *self,
                  gboolean          visible)
{
  if (self->list_visible == visible)
    return;
  self->list_visible = visible;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_VISIBLE]);
}

static void
toggle_list_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (widget);

  set_list_visible (self, !self->list_visible);
}

static void
toggle_reading_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->reading = !self->reading;
  update_panes (self);
  if (!GTK_IS_WINDOW (root))
    return;
  if (self->reading)
    {
      gtk_window_fullscreen (GTK_WINDOW (root));
      shinsa_dossier_pane_focus_content (self->dossier);
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (root));
      gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
    }
}

/* --- Keys --- */

/* While only the application is in sight, digits still score it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                ShinsaReviewPage      *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!self->reading || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return gtk_widget_activate_action (GTK_WIDGET (self), "review.toggle-reading", NULL);
  if (GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus))
    return FALSE;
  return shinsa_score_sheet_type (self->sheet, gdk_keyval_to_unicode (keyval));
}

static gboolean
focus_pane (ShinsaReviewPage *self,
            GtkWidget        *pane)
{
  if (pane == GTK_WIDGET (self->sheet))
    return gtk_widget_grab_focus (pane);
  if (pane == GTK_WIDGET (self->dossier))
    return shinsa_dossier_pane_focus_content (self->dossier);
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
move_to_pane (ShinsaReviewPage *self,
              int               step)
{
  GtkWidget *panes[] = {
    GTK_WIDGET (self->list), GTK_WIDGET (self->dossier), GTK_WIDGET (self->sheet),
  };
  int count = G_N_ELEMENTS (panes);
  int current = count - 1;

  for (int i = 0; i < count; i++)
    if (gtk_widget_get_focus_child (gtk_widget_get_parent (panes[i])) == panes[i] &&
        gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
      current = i;
  for (int i = 1; i <= count; i++)
    {
      GtkWidget *pane = panes[(current + i * step + i * count) % count];

      if (gtk_widget_get_visible (pane) && focus_pane (self, pane))
        return;
    }
}

static void
next_pane_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  move_to_pane (SHINSA_REVIEW_PAGE (widget), 1);
}

static void
previous_pane_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  move_to_pane (SHINSA_REVIEW_PAGE (widget), -1);
}

/* --- Evidence --- */

static void
add_evidence (ShinsaReviewPage *self,
              const char       *requirement,
              const char       *document,
              int               page,
              const char       *quote)
{
  const ShinsaEvidence evidence = { (char *) document, page, (char *) quote };

  shinsa_score_sheet_add_evidence (self->sheet, requirement, &evidence);
}

static void
evidence_cb (ShinsaReviewPage *self,
             const char       *requirement,
             const char       *document,
             int               page,
             const char       *quote)
{
  add_evidence (self, requirement, document, page, quote);
}

static void
add_evidence_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const char *requirement;
  const char *document;
  const char *quote;
  int page;

  g_variant_get (parameter, "(&s&si&s)", &requirement, &document, &page, &quote);
  add_evidence (SHINSA_REVIEW_PAGE (widget), requirement, document, page, quote);
}

static void
show_evidence_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (widget);
  const char *document;
  const char *quote;
  int page;

  g_variant_get (parameter, "(&si&s)", &document, &page, &quote);
  if (!shinsa_dossier_pane_show_evidence (self->dossier, document, page, quote))
    shinsa_toast (GTK_WIDGET (self->dossier),
                  _("This page is not on this computer. The evidence stays as it is."));
}

static void
use_page_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (widget);

  if (!shinsa_dossier_pane_use_page (self->dossier, g_variant_get_string (parameter, NULL)))
    shinsa_toast (GTK_WIDGET (self->dossier),
                  _("No page is in sight. Open a document, and its page can be evidence."));
}

static void
submit_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  shinsa_score_sheet_submit (SHINSA_REVIEW_PAGE (widget)->sheet);
}

/* --- Going on --- */

static const ShinsaDossier *
next_undeclared (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);
      const ShinsaInterest *interest = shinsa_round_interest (round, dossier->id, round->member);

      if (!dossier->withdrawn &&
          (interest == NULL || interest->state == SHINSA_INTEREST_UNDECLARED))
        return dossier;
    }
  return NULL;
}

/* As long as there is nothing to read, the next thing to do is the next declaration. */
static void
declared_cb (ShinsaReviewPage *self)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  const ShinsaDossier *dossier = shinsa_round_dossier (round, self->application);
  const ShinsaDossier *next = next_undeclared (round);

  if (dossier != NULL && dossier->has_content)
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  else if (next != NULL)
    {
      g_object_set (self, "application", next->id, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

/* --- The object --- */

static void
set_service (ShinsaReviewPage *self,
             ShinsaService    *service)
{
  if (!g_set_object (&self->service, service))
    return;
  g_object_set (self->list, "service", service, NULL);
  g_object_set (self->dossier, "service", service, NULL);
  g_object_set (self->sheet, "service", service, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE]);
}

/* Whoever declares or scores goes on with that in the next application; whoever goes through the
 * list stays there. */
static gboolean
is_working (ShinsaReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->paned);
}

static void
set_application (ShinsaReviewPage *self,
                 const char       *application)
{
  gboolean working = is_working (self);

  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  /* The sheet first: what was being written belongs to the application before. */
  g_object_set (self->sheet, "application", application, NULL);
  g_object_set (self->dossier, "application", application, NULL);
  g_object_set (self->list, "application", application, NULL);
  if (working)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
list_chosen_cb (ShinsaReviewPage *self)
{
  g_autofree char *application = NULL;

  g_object_get (self->list, "application", &application, NULL);
  set_application (self, application);
}

/* The sheet, or what has to be done before it can be filled in. */
static gboolean
shinsa_review_page_grab_focus (GtkWidget *widget)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->dossier)) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
shinsa_review_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    case PROP_LIST_VISIBLE:
      g_value_set_boolean (value, self->list_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_review_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    case PROP_LIST_VISIBLE:
      set_list_visible (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_review_page_dispose (GObject *object)
{
  ShinsaReviewPage *self = SHINSA_REVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_REVIEW_PAGE);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_review_page_parent_class)->dispose (object);
}

static void
shinsa_review_page_finalize (GObject *object)
{
  g_free (SHINSA_REVIEW_PAGE (object)->application);

  G_OBJECT_CLASS (shinsa_review_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  properties[PROP_LIST_VISIBLE] = g_param_spec_boolean ("list-visible", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_DOSSIER_LIST);
  g_type_ensure (SHINSA_TYPE_DOSSIER_PANE);
  g_type_ensure (SHINSA_TYPE_SCORE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/review/shinsa-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, ShinsaReviewPage, list_separator);
  gtk_widget_class_bind_template_child (widget_class, ShinsaReviewPage, paned);
  gtk_widget_class_bind_template_child (widget_class, ShinsaReviewPage, dossier);
  gtk_widget_class_bind_template_child (widget_class, ShinsaReviewPage, sheet);
  gtk_widget_class_bind_template_callback (widget_class, declared_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
shinsa_review_page_class_init (ShinsaReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_review_page_get_property;
  object_class->set_property = shinsa_review_page_set_property;
  object_class->dispose = shinsa_review_page_dispose;
  object_class->finalize = shinsa_review_page_finalize;
  widget_class->grab_focus = shinsa_review_page_grab_focus;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "review.toggle-list", NULL, toggle_list_cb);
  gtk_widget_class_install_action (widget_class, "review.toggle-reading", NULL, toggle_reading_cb);
  gtk_widget_class_install_action (widget_class, "review.next-pane", NULL, next_pane_cb);
  gtk_widget_class_install_action (widget_class, "review.previous-pane", NULL, previous_pane_cb);
  gtk_widget_class_install_action (widget_class, "review.add-evidence", "(ssis)",
                                   add_evidence_cb);
  gtk_widget_class_install_action (widget_class, "review.show-evidence", "(sis)",
                                   show_evidence_cb);
  gtk_widget_class_install_action (widget_class, "review.submit", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "review.use-page", "s", use_page_cb);
  bind_template (widget_class);
}

static void
shinsa_review_page_init (ShinsaReviewPage *self)
{
  self->list_visible = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "notify::application", G_CALLBACK (list_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * shinsa_review_page_new:
 *
 * Returns: (transfer floating): a page without a round
 */
GtkWidget *
shinsa_review_page_new (void)
{
  return g_object_new (SHINSA_TYPE_REVIEW_PAGE, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-document-pane.h"

#include "documents/shinsa-document-chooser.h"
#include "documents/shinsa-document-fetch.h"
#include "documents/shinsa-document-opener.h"
#include "documents/shinsa-document-shelf.h"
#include "documents/shinsa-evidence-menu.h"
#include "documents/shinsa-find-bar.h"
#include "documents/shinsa-heading-menu.h"
#include "documents/shinsa-page-text.h"
#include "parts/shinsa-squeeze-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_STEP 1.2

/* Who waits longer is told so. */
#define MOMENT_MS 200

struct _ShinsaDocumentPane
{
  AdwBin                   parent_instance;

  GtkWidget               *bar;
  ShinsaDocumentChooser   *chooser;
  GtkMenuButton           *contents;
  ShinsaHeadingMenu       *headings;
  GtkEditable             *page_entry;
  GtkEventControllerFocus *page_focus;
  GtkLabel                *page_count;
  GtkMenuButton           *zoom;
  GtkMenuButton           *evidence;
  ShinsaEvidenceMenu      *requirements;
  ShinsaFindBar           *find_bar;
  GtkStack                *states;
  ShinsaPageView          *view;
  GtkSpinner              *spinner;
  AdwStatusPage           *problem;
  GtkWidget               *elsewhere;

  ShinsaService           *service;
  ShinsaRound             *round;
  char                    *application;
  char                    *document;        /* the hash of the one that is chosen, or NULL */
  ShinsaPageCache         *cache;           /* of the one that is shown, or NULL */
  GCancellable            *cancellable;     /* of the one that is being opened, or NULL */
  guint                    timeout;
  int                      wanted_page;     /* where to go once it is open; 0 for nowhere */
  char                    *wanted_quote;
  GtkWidget               *came_from;     /* had the focus before the menu (weak), or NULL */
  gboolean                 can_add_evidence;
};

G_DEFINE_FINAL_TYPE (ShinsaDocumentPane, shinsa_document_pane, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CAN_ADD_EVIDENCE,
  PROP_POSITION,
  N_PROPS
};

enum {
  EVIDENCE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const ShinsaDossier *
get_dossier (ShinsaDocumentPane *self)
{
  return self->round != NULL ? shinsa_round_dossier (self->round, self->application) : NULL;
}

static const ShinsaDocumentInfo *
find_document (ShinsaDocumentPane *self,
               const char         *hash)
{
  const ShinsaDossier *dossier = get_dossier (self);

  return dossier != NULL && hash != NULL ? shinsa_dossier_document (dossier, hash) : NULL;
}

static int
n_pages (ShinsaDocumentPane *self)
{
  return self->cache != NULL ? shinsa_pdf_get_n_pages (shinsa_page_cache_get_pdf (self->cache))
                             : 0;
}

/* --- The bar --- */

static void
show_page (ShinsaDocumentPane *self)
{
  g_autofree char *page = g_strdup_printf ("%d", shinsa_page_view_get_page (self->view));
  int count = n_pages (self);
  int shown = shinsa_page_view_get_page (self->view);

  /* A number that is being typed stays. */
  if (!gtk_event_controller_focus_contains_focus (self->page_focus))
    gtk_editable_set_text (self->page_entry, count > 0 ? page : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.previous-page",
                                 count > 0 && shown > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.next-page", shown < count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
show_zoom (ShinsaDocumentPane *self)
{
  int percent = (int) lround (100 * shinsa_page_view_get_zoom (self->view));
  g_autofree char *text = g_strdup_printf ("%d %%", percent);

  gtk_menu_button_set_label (self->zoom, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
update_bar (ShinsaDocumentPane *self)
{
  static const char *const actions[] = {
    "document.zoom-in", "document.zoom-out", "document.zoom", "document.fit", "document.rotate",
    "document.find", "document.find-next", "document.find-previous",
  };
  gboolean open = self->cache != NULL;
  GPtrArray *outline = open ? shinsa_pdf_get_outline (shinsa_page_cache_get_pdf (self->cache))
                            : NULL;
  const ShinsaDocumentInfo *document = find_document (self, self->document);
  gboolean has_outline = outline != NULL && outline->len > 0;
  g_autofree char *count = g_strdup_printf ("/ %d", n_pages (self));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.contents", has_outline);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.open-elsewhere",
                                 document != NULL && document->held);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.evidence",
                                 open && self->can_add_evidence);
  gtk_widget_set_sensitive (GTK_WIDGET (self->contents), has_outline);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_entry), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->zoom), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->evidence), open);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), self->can_add_evidence);
  gtk_label_set_label (self->page_count, open ? count : "");
  gtk_widget_set_visible (self->bar, document != NULL);
  show_page (self);
  show_zoom (self);
}

/* Japanese input may give full-width digits. */
static int
read_number (const char *text)
{
  int number = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        number = number * 10 + digit;
    }
  return number;
}

static void
page_entered_cb (ShinsaDocumentPane *self)
{
  int page = read_number (gtk_editable_get_text (self->page_entry));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (page > 0)
    shinsa_page_view_go_to (self->view, page);
  show_page (self);
}

/* --- Opening --- */

static void
stop_waiting (ShinsaDocumentPane *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static gboolean
waited_cb (gpointer data)
{
  ShinsaDocumentPane *self = data;

  self->timeout = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
keep_place (ShinsaDocumentPane *self)
{
  ShinsaPagePlace place;

  shinsa_page_view_get_place (self->view, &place);
  shinsa_document_shelf_keep_place (shinsa_document_shelf_get (self->service), self->document,
                                    &place);
}

/* Puts away what is shown or on its way. */
static void
close_document (ShinsaDocumentPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_waiting (self);
  if (self->cache != NULL)
    {
      keep_place (self);
      shinsa_document_shelf_put (shinsa_document_shelf_get (self->service), self->document,
                                 self->cache);
      shinsa_find_bar_set_pdf (self->find_bar, NULL);
      shinsa_page_view_show (self->view, NULL, NULL);
    }
  g_clear_object (&self->cache);
  g_clear_pointer (&self->document, g_free);
}

static void
show_problem (ShinsaDocumentPane *self,
              const char         *title,
              const char         *description)
{
  const ShinsaDocumentInfo *document = find_document (self, self->document);

  stop_waiting (self);
  adw_status_page_set_title (self->problem, title);
  adw_status_page_set_description (self->problem, description);
  gtk_widget_set_visible (self->elsewhere, document != NULL && document->held);
  gtk_stack_set_visible_child_name (self->states, "problem");
  update_bar (self);
}

static void
go_to_wanted (ShinsaDocumentPane *self)
{
  if (self->wanted_page > 0)
    shinsa_page_view_show_quote (self->view, self->wanted_page, self->wanted_quote);
  self->wanted_page = 0;
}

static void
show_document (ShinsaDocumentPane *self,
               ShinsaPageCache    *cache)
{
  ShinsaDocumentShelf *shelf = shinsa_document_shelf_get (self->service);

  stop_waiting (self);
  self->cache = g_object_ref (cache);
  gtk_stack_set_visible_child_name (self->states, "pages");
  shinsa_page_view_show (self->view, cache,
                         shinsa_document_shelf_find_place (shelf, self->document));
  update_bar (self);
  go_to_wanted (self);
  shinsa_find_bar_set_pdf (self->find_bar, shinsa_page_cache_get_pdf (cache));
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  ShinsaDocumentPane *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShinsaPdf) pdf = shinsa_document_fetch_finish (result, &error);
  g_autoptr (ShinsaPageCache) cache = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (pdf == NULL)
    {
      show_problem (self, _("The document cannot be shown here"), error->message);
      return;
    }
  cache = shinsa_page_cache_new (pdf);
  show_document (self, cache);
}

/* From the shelf, or from the store. */
static void
fetch_document (ShinsaDocumentPane *self)
{
  g_autoptr (ShinsaPageCache) cache = NULL;

  cache = shinsa_document_shelf_take (shinsa_document_shelf_get (self->service), self->document);
  if (cache != NULL)
    {
      show_document (self, cache);
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->timeout = g_timeout_add (MOMENT_MS, waited_cb, self);
  shinsa_document_fetch_async (self->service, self->document, self->cancellable, fetched_cb, self);
}

/* A document that nobody sees is opened once somebody does. */
static void
open_document (ShinsaDocumentPane *self,
               const char         *hash)
{
  ShinsaDocumentShelf *shelf = shinsa_document_shelf_get (self->service);
  const ShinsaDocumentInfo *document;

  close_document (self);
  document = find_document (self, hash);
  if (document == NULL)
    {
      show_problem (self, _("No documents came with this application."), NULL);
      return;
    }
  self->document = g_strdup (hash);
  shinsa_document_shelf_keep_last (shelf, self->application, hash);
  if (!document->held)
    {
      show_problem (self, _("Not on this computer"),
                    _("The document comes with a packet that has not been taken in here yet."));
      return;
    }
  gtk_stack_set_visible_child_name (self->states, "pages");
  update_bar (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fetch_document (self);
}

/* --- Choosing --- */

/* The one that was looked at last, else the first that can be read. */
static const char *
choose_document (ShinsaDocumentPane  *self,
                 const ShinsaDossier *dossier)
{
  const char *last = shinsa_document_shelf_find_last (shinsa_document_shelf_get (self->service),
                                                      dossier->id);
  const char *first = NULL;

  if (find_document (self, last) != NULL)
    return last;
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);

      if (document->held && document->used)
        return document->hash;
      if (first == NULL)
        first = document->hash;
    }
  return first;
}

static void
document_chosen_cb (ShinsaDocumentPane *self,
                    const char         *hash)
{
  if (g_strcmp0 (hash, self->document) != 0)
    open_document (self, hash);
}

/* --- Contents, evidence --- */

static void
show_headings_cb (ShinsaDocumentPane *self)
{
  if (self->cache == NULL)
    return;
  shinsa_heading_menu_show (self->headings,
                            shinsa_pdf_get_outline (shinsa_page_cache_get_pdf (self->cache)),
                            shinsa_page_view_get_page (self->view));
  gtk_widget_grab_focus (GTK_WIDGET (self->headings));
}

static void
heading_chosen_cb (ShinsaDocumentPane *self,
                   int                 page)
{
  shinsa_page_view_go_to (self->view, page);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* What is selected, or the page that is looked at. */
static char *
find_evidence (ShinsaDocumentPane *self,
               int                *page)
{
  ShinsaPageSelection *selection = shinsa_page_view_get_selection (self->view);
  g_autofree char *words = selection != NULL ? shinsa_page_selection_dup (selection)
                                             : g_strdup ("");

  *page = *words != '\0' ? shinsa_page_selection_get_page (selection)
                         : shinsa_page_view_get_page (self->view);
  return shinsa_page_text_quote (words);
}

static void
show_requirements_cb (ShinsaDocumentPane *self)
{
  int page;
  g_autofree char *quote = find_evidence (self, &page);

  shinsa_evidence_menu_show (self->requirements, self->round->definition, page, quote);
  gtk_widget_grab_focus (GTK_WIDGET (self->requirements));
}

/* Who asked by key goes on where the key was pressed, in the score sheet say. */
static void
requirements_closed_cb (ShinsaDocumentPane *self)
{
  if (self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  g_clear_weak_pointer (&self->came_from);
}

static void
requirement_chosen_cb (ShinsaDocumentPane *self,
                       const char         *code)
{
  shinsa_document_pane_use_page (self, code);
}

/* --- Actions --- */

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);

  shinsa_page_view_step (self->view, g_str_equal (action, "document.next-page") ? 1 : -1);
}

static void
zoom_step_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);

  shinsa_page_view_zoom_by (self->view, g_str_equal (action, "document.zoom-in")
                                        ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);

  shinsa_page_view_zoom_by (self->view, g_variant_get_double (parameter) /
                                        shinsa_page_view_get_zoom (self->view));
}

static void
fit_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  const char *what = g_variant_get_string (parameter, NULL);

  shinsa_page_view_set_fit (SHINSA_DOCUMENT_PANE (widget)->view,
                            g_str_equal (what, "page") ? SHINSA_FIT_PAGE : SHINSA_FIT_WIDTH);
}

static void
rotate_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  shinsa_page_view_rotate (SHINSA_DOCUMENT_PANE (widget)->view);
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  shinsa_find_bar_open (SHINSA_DOCUMENT_PANE (widget)->find_bar);
}

static void
find_step_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  shinsa_find_bar_step (SHINSA_DOCUMENT_PANE (widget)->find_bar,
                        g_str_equal (action, "document.find-next") ? 1 : -1);
}

static void
evidence_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);

  g_set_weak_pointer (&self->came_from, gtk_root_get_focus (gtk_widget_get_root (widget)));
  gtk_menu_button_popup (self->evidence);
}

static void
contents_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  gtk_menu_button_popup (SHINSA_DOCUMENT_PANE (widget)->contents);
}

static void
open_elsewhere_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);
  const ShinsaDocumentInfo *document = find_document (self, self->document);

  if (document != NULL && document->held)
    shinsa_open_document_elsewhere (widget, self->service, document);
}

/* --- The object --- */

static char *
dup_position (ShinsaDocumentPane *self)
{
  if (self->cache == NULL)
    return g_strdup ("");
  /* Translators: the page that is looked at, and how many there are. */
  return g_strdup_printf (_("page %d/%d"), shinsa_page_view_get_page (self->view),
                          n_pages (self));
}

static void
shinsa_document_pane_map (GtkWidget *widget)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);
  const ShinsaDocumentInfo *document = find_document (self, self->document);

  GTK_WIDGET_CLASS (shinsa_document_pane_parent_class)->map (widget);
  if (document != NULL && document->held && self->cache == NULL && self->cancellable == NULL &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "pages") == 0)
    fetch_document (self);
}

/* Out of sight the pictures are given back; another pane may go on at the same place. */
static void
shinsa_document_pane_unmap (GtkWidget *widget)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);

  GTK_WIDGET_CLASS (shinsa_document_pane_parent_class)->unmap (widget);
  if (self->cache == NULL)
    return;
  keep_place (self);
  shinsa_page_cache_shrink (self->cache);
}

static gboolean
shinsa_document_pane_grab_focus (GtkWidget *widget)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (widget);

  return gtk_widget_grab_focus (self->cache != NULL ? GTK_WIDGET (self->view) : self->elsewhere);
}

static void
shinsa_document_pane_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (object);

  switch (prop_id)
    {
    case PROP_CAN_ADD_EVIDENCE:
      g_value_set_boolean (value, self->can_add_evidence);
      break;
    case PROP_POSITION:
      g_value_take_string (value, dup_position (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_document_pane_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (object);

  if (prop_id != PROP_CAN_ADD_EVIDENCE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->can_add_evidence == g_value_get_boolean (value))
    return;
  self->can_add_evidence = g_value_get_boolean (value);
  update_bar (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
shinsa_document_pane_dispose (GObject *object)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (object);

  if (self->view != NULL)
    close_document (self);
  g_clear_weak_pointer (&self->came_from);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DOCUMENT_PANE);
  self->view = NULL;
  g_clear_object (&self->service);
  g_clear_pointer (&self->round, shinsa_round_unref);

  G_OBJECT_CLASS (shinsa_document_pane_parent_class)->dispose (object);
}

static void
shinsa_document_pane_finalize (GObject *object)
{
  ShinsaDocumentPane *self = SHINSA_DOCUMENT_PANE (object);

  g_free (self->application);
  g_free (self->wanted_quote);

  G_OBJECT_CLASS (shinsa_document_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "document.previous-page", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "document.next-page", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "document.zoom-in", NULL, zoom_step_action);
  gtk_widget_class_install_action (widget_class, "document.zoom-out", NULL, zoom_step_action);
  gtk_widget_class_install_action (widget_class, "document.zoom", "d", zoom_action);
  gtk_widget_class_install_action (widget_class, "document.fit", "s", fit_action);
  gtk_widget_class_install_action (widget_class, "document.rotate", NULL, rotate_action);
  gtk_widget_class_install_action (widget_class, "document.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "document.find-next", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "document.find-previous", NULL,
                                   find_step_action);
  gtk_widget_class_install_action (widget_class, "document.evidence", NULL, evidence_action);
  gtk_widget_class_install_action (widget_class, "document.contents", NULL, contents_action);
  gtk_widget_class_install_action (widget_class, "document.open-elsewhere", NULL,
                                   open_elsewhere_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHINSA_TYPE_DOCUMENT_CHOOSER);
  g_type_ensure (SHINSA_TYPE_EVIDENCE_MENU);
  g_type_ensure (SHINSA_TYPE_FIND_BAR);
  g_type_ensure (SHINSA_TYPE_HEADING_MENU);
  g_type_ensure (SHINSA_TYPE_PAGE_VIEW);
  g_type_ensure (SHINSA_TYPE_SQUEEZE_LAYOUT);
  gtk_widget_class_set_template_from_resource
    (widget_class, "/jp/shinsa/Shinsa/documents/shinsa-document-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, bar);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, chooser);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, contents);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, headings);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, page_entry);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, page_focus);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, page_count);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, zoom);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, requirements);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, find_bar);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, states);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, view);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, problem);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDocumentPane, elsewhere);
  gtk_widget_class_bind_template_callback (widget_class, document_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, requirement_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, requirements_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_headings_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_page);
  gtk_widget_class_bind_template_callback (widget_class, show_requirements_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_zoom);
}

static void
shinsa_document_pane_class_init (ShinsaDocumentPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_document_pane_get_property;
  object_class->set_property = shinsa_document_pane_set_property;
  object_class->dispose = shinsa_document_pane_dispose;
  object_class->finalize = shinsa_document_pane_finalize;
  widget_class->grab_focus = shinsa_document_pane_grab_focus;
  widget_class->map = shinsa_document_pane_map;
  widget_class->unmap = shinsa_document_pane_unmap;

  properties[PROP_CAN_ADD_EVIDENCE] =
    g_param_spec_boolean ("can-add-evidence", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_POSITION] = g_param_spec_string ("position", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EVIDENCE] = g_signal_new ("evidence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING,
                                    G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
shinsa_document_pane_init (ShinsaDocumentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_bar (self);
}

/**
 * shinsa_document_pane_show:
 * @self: a pane
 * @service: where the documents are
 * @round: the round
 * @dossier: (not nullable): whose documents to show
 *
 * Nothing moves when they are the same as before.
 */
void
shinsa_document_pane_show (ShinsaDocumentPane  *self,
                           ShinsaService       *service,
                           ShinsaRound         *round,
                           const ShinsaDossier *dossier)
{
  g_autoptr (ShinsaRound) before = NULL;

  g_return_if_fail (SHINSA_IS_DOCUMENT_PANE (self));
  g_return_if_fail (SHINSA_IS_SERVICE (service));
  g_return_if_fail (round != NULL && dossier != NULL);

  if (service != self->service && self->service != NULL)
    close_document (self);
  g_set_object (&self->service, service);
  before = g_steal_pointer (&self->round);
  self->round = shinsa_round_ref (round);
  if (!shinsa_document_chooser_list (self->chooser, dossier))
    return;
  if (g_strcmp0 (self->application, dossier->id) != 0)
    close_document (self);
  g_free (self->application);
  self->application = g_strdup (dossier->id);
  if (self->cache == NULL || find_document (self, self->document) == NULL)
    open_document (self, choose_document (self, dossier));
  shinsa_document_chooser_select (self->chooser, self->document);
}

/**
 * shinsa_document_pane_go_to:
 * @self: a pane
 * @document: the hash of a document
 * @page: a page of it
 * @quote: words on the page, or ""
 *
 * Shows a page and marks the words on it.
 *
 * Returns: whether there is such a document among those shown
 */
gboolean
shinsa_document_pane_go_to (ShinsaDocumentPane *self,
                            const char         *document,
                            int                 page,
                            const char         *quote)
{
  g_return_val_if_fail (SHINSA_IS_DOCUMENT_PANE (self), FALSE);
  g_return_val_if_fail (document != NULL && quote != NULL, FALSE);

  if (find_document (self, document) == NULL)
    return FALSE;
  g_free (self->wanted_quote);
  self->wanted_quote = g_strdup (quote);
  self->wanted_page = page;
  if (g_strcmp0 (self->document, document) != 0)
    {
      open_document (self, document);
      shinsa_document_chooser_select (self->chooser, self->document);
    }
  else if (self->cache != NULL)
    go_to_wanted (self);
  return TRUE;
}

/**
 * shinsa_document_pane_use_page:
 * @self: a pane
 * @requirement: the code of a requirement
 *
 * Makes what is selected evidence for the requirement, or the page that is looked at.
 *
 * Returns: whether there is a page
 */
gboolean
shinsa_document_pane_use_page (ShinsaDocumentPane *self,
                               const char         *requirement)
{
  g_autofree char *quote = NULL;
  int page;

  g_return_val_if_fail (SHINSA_IS_DOCUMENT_PANE (self), FALSE);
  g_return_val_if_fail (requirement != NULL, FALSE);

  if (self->cache == NULL)
    return FALSE;
  quote = find_evidence (self, &page);
  g_signal_emit (self, signals[EVIDENCE], 0, requirement, self->document, page, quote);
  return TRUE;
}

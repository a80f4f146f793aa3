/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-window.h"

#include "compare/shinsa-compare-page.h"
#include "decide/shinsa-decide-page.h"
#include "interview/shinsa-interview-page.h"
#include "parts/shinsa-messages.h"
#include "projection/shinsa-projection-button.h"
#include "projection/shinsa-projector.h"
#include "record/shinsa-record-page.h"
#include "review/shinsa-dossier-words.h"
#include "review/shinsa-review-page.h"
#include "shinsa-header-menus.h"
#include "shinsa-identity-pane.h"
#include "shinsa-next-step.h"
#include "shinsa-set-up.h"
#include "shinsa-take-in.h"

#include <glib/gi18n-lib.h>

/* How much of a long name stands in the header bar. */
#define IDENTITY_CHARS 18

struct _ShinsaWindow
{
  AdwApplicationWindow  parent_instance;

  GtkWidget            *header;
  GtkMenuButton        *round_button;
  GtkLabel             *round_label;
  GtkWidget            *switcher;
  GtkMenuButton        *identity_button;
  GtkLabel             *identity_label;
  GtkLabel             *saved;
  GtkRevealer          *banner;
  GtkLabel             *banner_label;
  GtkStack             *contents;
  AdwStatusPage        *failed;
  GtkWidget            *identity_pane;
  AdwViewStack         *pages;
  GtkWidget            *review;
  GtkWidget            *compare;
  GtkWidget            *interview;
  GtkWidget            *decide;
  GtkWidget            *record;

  ShinsaService        *service;
  ShinsaProjector      *projector;
  GSettings            *settings;
  char                 *application;
  ShinsaNextStep       *step;        /* what the banner says, or NULL */
  gboolean              is_open;     /* the store is */
  gboolean              wants_practice;
  GPtrArray            *waiting;     /* files to take in once the store is open, or NULL */
};

G_DEFINE_FINAL_TYPE (ShinsaWindow, shinsa_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_DOSSIER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_application (ShinsaWindow *self,
                 const char   *application)
{
  char *id;

  if (g_strcmp0 (self->application, application) == 0)
    return;
  id = g_strdup (application);
  g_free (self->application);
  self->application = id;
  if (id != NULL)
    g_settings_set_string (self->settings, "application", id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER]);
}

/* --- The header bar --- */

static void
set_state (ShinsaWindow *self,
           const char   *action,
           const char   *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), g_variant_new_string (state));
}

/* The name keeps its place: of what stands beside the pages only the round's title gives way. */
static void
show_identity (ShinsaWindow          *self,
               const ShinsaRoundInfo *info,
               const ShinsaRound     *round)
{
  g_autoptr (GMenuModel) identities = shinsa_identities_menu (info, round);
  g_autofree char *name = shinsa_identity_name (round, round->identity);
  gboolean is_long = g_utf8_strlen (name, -1) > IDENTITY_CHARS;
  /* Translators: whom one acts as in the practice round; the placeholder is a member. */
  g_autofree char *you = g_strdup_printf (_("You are: %s"), name);

  gtk_menu_button_set_menu_model (self->identity_button, identities);
  gtk_label_set_label (self->identity_label, name);
  gtk_label_set_ellipsize (self->identity_label,
                           is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->identity_label, is_long ? IDENTITY_CHARS : -1);
  gtk_label_set_max_width_chars (self->identity_label, is_long ? IDENTITY_CHARS : -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->identity_button), you);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->identity_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, you, -1);
}

static void
update_header (ShinsaWindow      *self,
               const ShinsaRound *round)
{
  GPtrArray *rounds = shinsa_service_get_rounds (self->service);
  const ShinsaRoundInfo *info = round != NULL ? shinsa_find_round_info (rounds, round->root) : NULL;
  gboolean several = info != NULL && g_strv_length (info->identities) > 1;
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->round_button), info != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->identity_button), several);
  if (info == NULL)
    return;

  menu = shinsa_rounds_menu (rounds);
  gtk_menu_button_set_menu_model (self->round_button, menu);
  gtk_label_set_label (self->round_label, shinsa_text_get (&info->title));
  gtk_window_set_title (GTK_WINDOW (self), shinsa_text_get (&info->title));
  set_state (self, "round", round->root);
  set_state (self, "identity", round->identity);

  show_identity (self, info, round);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->round_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, shinsa_text_get (&info->title),
                                  -1);
}

static void
update_saved (ShinsaWindow *self)
{
  ShinsaSaveState state = shinsa_service_get_save_state (self->service);
  GDateTime *at = shinsa_service_get_saved_at (self->service);
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->saved),
                          shinsa_service_get_round (self->service) != NULL);
  switch (state)
    {
    case SHINSA_SAVE_FAILED:
      text = g_strdup (_("Not saved"));
      gtk_widget_add_css_class (GTK_WIDGET (self->saved), "error");
      break;
    case SHINSA_SAVE_SAVING:
    case SHINSA_SAVE_SAVED:
    case SHINSA_SAVE_IDLE:
    default:
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved), NULL);
      /* Translators: a time of the day, such as 10:52. */
      text = at != NULL ? g_date_time_format (at, _("Saved %H:%M")) : g_strdup (_("Saved"));
      break;
    }
  /* While it is being written the words stay as they are: it is over before it can be read. */
  if (state != SHINSA_SAVE_SAVING)
    gtk_label_set_label (self->saved, text);
}

static void
save_failed_cb (ShinsaWindow *self,
                const char   *message)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, message);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved), message);
  shinsa_show_error (GTK_WIDGET (self),
                     _("What you entered is not saved yet. It is kept and tried again."), error);
}

static void
update_banner (ShinsaWindow      *self,
               const ShinsaRound *round)
{
  g_clear_pointer (&self->step, shinsa_next_step_free);
  if (round != NULL)
    self->step = shinsa_next_step_new (round);
  if (self->step != NULL)
    gtk_label_set_label (self->banner_label, self->step->sentence);
  gtk_revealer_set_reveal_child (self->banner, self->step != NULL);
}

/* Whoever goes to a page by key or button goes on there by keyboard. */
static void
go_to_page (ShinsaWindow *self,
            const char   *name)
{
  GtkWidget *focus;
  GtkWidget *page;

  adw_view_stack_set_visible_child_name (self->pages, name);
  page = adw_view_stack_get_visible_child (self->pages);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_grab_focus (page);
}

static void
banner_clicked_cb (ShinsaWindow *self)
{
  if (self->step == NULL)
    return;
  if (self->step->application != NULL)
    set_application (self, self->step->application);
  go_to_page (self, self->step->page);
}

/* --- What is shown --- */

static const char *
first_application (const ShinsaRound *round)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (shinsa_dossier_is_to_review (round, dossier) && !shinsa_dossier_is_done (round, dossier))
        return dossier->id;
    }
  return round->dossiers->len > 0 ? ((ShinsaDossier *) g_ptr_array_index (round->dossiers, 0))->id
                                  : NULL;
}

static const char *
choose_child (ShinsaWindow      *self,
              const ShinsaRound *round)
{
  if (!self->is_open)
    return "opening";
  if (round == NULL)
    return shinsa_service_get_rounds (self->service)->len == 0 ? "welcome" : "opening";
  return *round->identity == '\0' ? "identity" : "round";
}

/* Whoever works by keyboard starts where there is something to do. */
static void
show_child (ShinsaWindow *self,
            const char   *child)
{
  gboolean same = g_strcmp0 (gtk_stack_get_visible_child_name (self->contents), child) == 0;

  if (same && gtk_window_get_focus (GTK_WINDOW (self)) != NULL)
    return;
  gtk_stack_set_visible_child_name (self->contents, child);
  if (g_str_equal (child, "round"))
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->contents), GTK_DIR_TAB_FORWARD);
}

static void
refresh (ShinsaWindow *self)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  const char *child = choose_child (self, round);
  gboolean working = g_str_equal (child, "round");

  if (working && (self->application == NULL ||
                  shinsa_round_dossier (round, self->application) == NULL))
    set_application (self, first_application (round));
  show_child (self, child);
  gtk_widget_set_visible (self->switcher, working);
  update_header (self, round);
  update_saved (self);
  update_banner (self, working ? round : NULL);
}

/* --- Opening --- */

static void
start_waiting_work (ShinsaWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);

  if (files != NULL)
    shinsa_take_in_files (GTK_WINDOW (self), self->service, files);
  if (self->wants_practice)
    shinsa_set_up_practice (GTK_WINDOW (self), self->service);
  else if (shinsa_service_get_rounds (self->service)->len > 0)
    shinsa_show_round (GTK_WIDGET (self), self->service, NULL, NULL);
  self->wants_practice = FALSE;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (ShinsaWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!shinsa_service_open_finish (SHINSA_SERVICE (source), result, &error))
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed, message);
      gtk_stack_set_visible_child_name (self->contents, "failed");
      return;
    }
  self->is_open = TRUE;
  refresh (self);
  start_waiting_work (self);
}

/* --- Actions --- */

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  go_to_page (data, g_variant_get_string (parameter, NULL));
}

static void
application_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  set_application (data, g_variant_get_string (parameter, NULL));
}

static void
step_application (ShinsaWindow *self,
                  int           step)
{
  const ShinsaRound *round = shinsa_service_get_round (self->service);
  int position = -1;

  if (round == NULL || round->dossiers->len == 0)
    return;
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (g_strcmp0 (dossier->id, self->application) == 0)
        position = i;
    }
  position = CLAMP (position + step, 0, (int) round->dossiers->len - 1);
  set_application (self, ((ShinsaDossier *) g_ptr_array_index (round->dossiers, position))->id);
}

static void
next_application_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  step_application (data, 1);
}

static void
previous_application_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  step_application (data, -1);
}

static void
take_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  ShinsaWindow *self = data;

  shinsa_take_in_choose (GTK_WINDOW (self), self->service);
}

static void
prepare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  ShinsaWindow *self = data;

  shinsa_set_up_from_choice (GTK_WINDOW (self), self->service);
}

static void
practice_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  shinsa_window_open_practice (data);
}

static void
round_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  ShinsaWindow *self = data;

  shinsa_show_round (GTK_WIDGET (self), self->service, g_variant_get_string (parameter, NULL),
                     NULL);
}

static void
identity_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  ShinsaWindow *self = data;
  const ShinsaRound *round = shinsa_service_get_round (self->service);

  if (round != NULL)
    shinsa_show_round (GTK_WIDGET (self), self->service, round->root,
                       g_variant_get_string (parameter, NULL));
}

static void
install_actions (ShinsaWindow *self)
{
  const GActionEntry entries[] = {
    { "page", page_cb, "s" },
    { "application", application_cb, "s" },
    { "next-application", next_application_cb },
    { "previous-application", previous_application_cb },
    { "take-in", take_in_cb },
    { "prepare", prepare_cb },
    { "practice", practice_cb },
    { "round", round_cb, "s", "''" },
    { "identity", identity_cb, "s", "''" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* --- Packets that are dropped --- */

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         ShinsaWindow  *self)
{
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = dropped; file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  g_slist_free (dropped);
  shinsa_window_open_files (self, files);
  return TRUE;
}

static void
watch_drops (ShinsaWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- Closing --- */

static void
remember_size (ShinsaWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
close_anyway_cb (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
}

/* Whatever has the focus lets go of it, and with it tells what was typed last. */
static gboolean
shinsa_window_close_request (GtkWindow *window)
{
  ShinsaWindow *self = SHINSA_WINDOW (window);

  remember_size (self);
  gtk_window_set_focus (window, NULL);
  if (shinsa_service_get_save_state (self->service) == SHINSA_SAVE_SAVING)
    shinsa_service_flush (self->service);
  if (shinsa_service_get_save_state (self->service) != SHINSA_SAVE_FAILED)
    return GTK_WINDOW_CLASS (shinsa_window_parent_class)->close_request (window);

  shinsa_ask (GTK_WIDGET (self), _("Close, and lose what is not saved?"),
              _("Some of what you entered could not be written to the disk. It is kept as long as "
                "this window is open, and tried again every second."),
              _("_Close"), close_anyway_cb, self, NULL);
  return TRUE;
}

static void
page_changed_cb (ShinsaWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  if (page != NULL)
    g_settings_set_string (self->settings, "page", page);
}

static void
fullscreened_cb (ShinsaWindow *self)
{
  gboolean fullscreened = gtk_window_is_fullscreen (GTK_WINDOW (self));

  gtk_widget_set_visible (self->header, !fullscreened);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), !fullscreened);
}

/* --- The object --- */

static void
set_service (ShinsaWindow  *self,
             ShinsaService *service)
{
  GtkWidget *pages[] = {
    self->review, self->compare, self->interview, self->decide, self->record,
  };

  if (!g_set_object (&self->service, service))
    return;
  g_object_set (self->identity_pane, "service", service, NULL);
  g_object_set (self->projector, "service", service, NULL);
  g_object_bind_property (self, "dossier", self->projector, "application",
                          G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_object_set (pages[i], "service", service, NULL);
      g_object_bind_property (self, "dossier", pages[i], "application",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
    }
  g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::save-state", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::saved-at", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "save-failed", G_CALLBACK (save_failed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
shinsa_window_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ShinsaWindow *self = SHINSA_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_DOSSIER:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ShinsaWindow *self = SHINSA_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SERVICE:
      if (g_value_get_object (value) != NULL)
        set_service (self, g_value_get_object (value));
      break;
    case PROP_DOSSIER:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shinsa_window_dispose (GObject *object)
{
  ShinsaWindow *self = SHINSA_WINDOW (object);
  GtkWidget *child;

  g_clear_pointer (&self->step, shinsa_next_step_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->projector);
  /* A squeezer of libadwaita 1.2 that goes with children complains of one that is gone. */
  while (self->switcher != NULL && (child = gtk_widget_get_first_child (self->switcher)) != NULL)
    adw_squeezer_remove (ADW_SQUEEZER (self->switcher), child);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_WINDOW);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (shinsa_window_parent_class)->dispose (object);
}

static void
shinsa_window_finalize (GObject *object)
{
  g_free (SHINSA_WINDOW (object)->application);

  G_OBJECT_CLASS (shinsa_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_DOSSIER] = g_param_spec_string ("dossier", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ensure_types (void)
{
  g_type_ensure (SHINSA_TYPE_COMPARE_PAGE);
  g_type_ensure (SHINSA_TYPE_DECIDE_PAGE);
  g_type_ensure (SHINSA_TYPE_IDENTITY_PANE);
  g_type_ensure (SHINSA_TYPE_INTERVIEW_PAGE);
  g_type_ensure (SHINSA_TYPE_PROJECTION_BUTTON);
  g_type_ensure (SHINSA_TYPE_RECORD_PAGE);
  g_type_ensure (SHINSA_TYPE_REVIEW_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/jp/shinsa/Shinsa/shinsa-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, header);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, round_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, round_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, identity_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, identity_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, identity_pane);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, review);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, interview);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, decide);
  gtk_widget_class_bind_template_child (widget_class, ShinsaWindow, record);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

static void
shinsa_window_class_init (ShinsaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shinsa_window_get_property;
  object_class->set_property = shinsa_window_set_property;
  object_class->dispose = shinsa_window_dispose;
  object_class->finalize = shinsa_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = shinsa_window_close_request;

  install_properties (object_class);
  ensure_types ();
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_window_init (ShinsaWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("jp.shinsa.Shinsa");
  g_autofree char *page = g_settings_get_string (settings, "page");

  /* Whoever starts again after a power cut is where they were. */
  self->application = g_settings_get_string (settings, "application");
  install_actions (self);
  self->projector = shinsa_projector_new (GTK_WINDOW (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_drops (self);
  adw_view_stack_set_visible_child_name (self->pages, page);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  self->settings = g_steal_pointer (&settings);
  g_signal_connect_object (self->pages, "notify::visible-child-name",
                           G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

/**
 * shinsa_window_new:
 * @application: the program
 * @service: the service whose store the window shows
 *
 * Returns: (transfer none): a window that shows nothing yet
 */
GtkWidget *
shinsa_window_new (GtkApplication *application,
                   ShinsaService  *service)
{
  ShinsaWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SHINSA_IS_SERVICE (service), NULL);

  self = g_object_new (SHINSA_TYPE_WINDOW, "application", application, "service", service, NULL);
  /* Not sooner: "maximized" is set at construction, and would undo it. */
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * shinsa_window_open_store:
 * @self: a window
 *
 * Opens the store, then shows the round that was open last, or what a first launch offers.
 */
void
shinsa_window_open_store (ShinsaWindow *self)
{
  g_return_if_fail (SHINSA_IS_WINDOW (self));

  shinsa_service_open_async (self->service, NULL, opened_cb, g_object_ref (self));
}

/**
 * shinsa_window_open_practice:
 * @self: a window
 *
 * Shows the practice round as soon as the store is open; it is made where there is none.
 */
void
shinsa_window_open_practice (ShinsaWindow *self)
{
  g_return_if_fail (SHINSA_IS_WINDOW (self));

  if (self->is_open)
    shinsa_set_up_practice (GTK_WINDOW (self), self->service);
  else
    self->wants_practice = TRUE;
}

/**
 * shinsa_window_open_files:
 * @self: a window
 * @files: (element-type GFile): packets
 *
 * Takes packets in as soon as the store is open.
 */
void
shinsa_window_open_files (ShinsaWindow *self,
                          GPtrArray    *files)
{
  g_return_if_fail (SHINSA_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  if (self->is_open)
    shinsa_take_in_files (GTK_WINDOW (self), self->service, files);
  else if (self->waiting == NULL)
    self->waiting = g_ptr_array_ref (files);
  else
    for (guint i = 0; i < files->len; i++)
      g_ptr_array_add (self->waiting, g_object_ref (g_ptr_array_index (files, i)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "projection/shinsa-projector.h"

#include "parts/shinsa-messages.h"
#include "parts/shinsa-subject.h"
#include "projection/shinsa-deliberation-board.h"
#include "rules/shinsa-interview.h"

#include <glib/gi18n-lib.h>

struct _ShinsaProjector
{
  GObject               parent_instance;

  GtkWindow            *window;       /* not owned: it owns this */
  ShinsaSubject         subject;
  ShinsaProjectionKind  kind;
  ShinsaProjectionKind  last;         /* what F5 shows */
  GtkWindow            *projection;   /* NULL while nothing is shown */
  gboolean              on_other;     /* the projection fills another screen */
  char                 *root;         /* of the round that is shown */
  char                 *identity;     /* who shows it */
};

G_DEFINE_FINAL_TYPE (ShinsaProjector, shinsa_projector, G_TYPE_OBJECT)

static const char * const kind_words[] = {
  [SHINSA_PROJECTION_NONE] = "",
  [SHINSA_PROJECTION_INTERVIEW] = "interview",
  [SHINSA_PROJECTION_DELIBERATION] = "deliberation",
};

static ShinsaRound *
get_round (ShinsaProjector *self)
{
  return shinsa_subject_get_round (&self->subject) != NULL
         ? shinsa_service_get_round (self->subject.service) : NULL;
}

static GSimpleAction *
find_action (ShinsaProjector *self,
             const char      *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), name));
}

/* --- The window that the room sees --- */

static void set_kind (ShinsaProjector      *self,
                      ShinsaProjectionKind  kind);

/* Where the main window is, as far as that is known. */
static GdkMonitor *
find_own_monitor (ShinsaProjector *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
}

static void
add_shortcut (GtkWidget  *widget,
              const char *trigger,
              const char *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_shortcut_action_parse_string (action)));
  gtk_widget_add_controller (widget, controller);
}

static gboolean
close_request_cb (ShinsaProjector *self)
{
  self->projection = NULL;
  set_kind (self, SHINSA_PROJECTION_NONE);
  return FALSE;
}

/* It fills a screen that nobody works at, as long as there is one; a projector may be plugged in or
 * out at any time, and must not leave the window over that of whoever operates. */
static void
place_projection (ShinsaProjector *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->window));
  GdkMonitor *monitor;

  if (self->projection == NULL)
    return;
  monitor = shinsa_projector_choose_monitor (gdk_display_get_monitors (display),
                                             find_own_monitor (self));
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (self->projection, monitor);
  else if (self->on_other)
    gtk_window_unfullscreen (self->projection);
  self->on_other = monitor != NULL;
}

static void
toggle_full_screen (ShinsaProjector *self)
{
  if (gtk_window_is_fullscreen (self->projection))
    gtk_window_unfullscreen (self->projection);
  else
    gtk_window_fullscreen (self->projection);
}

/* Where it fills the screen that one works at, one way out leads back to a window. */
static void
leave (ShinsaProjector *self)
{
  if (gtk_window_is_fullscreen (self->projection) && !self->on_other)
    gtk_window_unfullscreen (self->projection);
  else
    gtk_window_close (self->projection);
}

static gboolean
key_pressed_cb (ShinsaProjector *self,
                guint            keyval)
{
  if (keyval == GDK_KEY_F11)
    toggle_full_screen (self);
  else if (keyval == GDK_KEY_Escape)
    leave (self);
  else
    return FALSE;
  return TRUE;
}

static void
add_keys (ShinsaProjector *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->projection), controller);
}

/* Who operates goes on typing in the window before. */
static void
open_projection (ShinsaProjector *self)
{
  GtkWidget *projection = shinsa_projection_new ();

  self->projection = GTK_WINDOW (projection);
  gtk_widget_insert_action_group (projection, "win", G_ACTION_GROUP (self->window));
  add_keys (self);
  add_shortcut (projection, "F5", "action(window.close)");
  add_shortcut (projection, "<Control><Shift>b", "action(win.blank-projection)");
  g_signal_connect_object (projection, "close-request", G_CALLBACK (close_request_cb), self,
                           G_CONNECT_SWAPPED);
  self->on_other = FALSE;
  place_projection (self);
  gtk_window_present (self->projection);
  if (self->on_other)
    gtk_window_present (self->window);
}

static const char *
choose_application (ShinsaProjector *self,
                    ShinsaRound     *round)
{
  const char *running = shinsa_interview_running (round);

  return self->kind == SHINSA_PROJECTION_INTERVIEW && running != NULL ? running
                                                                      : self->subject.application;
}

static void
set_kind (ShinsaProjector      *self,
          ShinsaProjectionKind  kind)
{
  ShinsaRound *round = get_round (self);

  if (round == NULL)
    kind = SHINSA_PROJECTION_NONE;
  self->kind = kind;
  g_simple_action_set_state (find_action (self, "projection"),
                             g_variant_new_string (kind_words[kind]));
  g_simple_action_set_enabled (find_action (self, "blank-projection"),
                               kind != SHINSA_PROJECTION_NONE);
  if (kind == SHINSA_PROJECTION_NONE)
    {
      g_simple_action_set_state (find_action (self, "blank-projection"),
                                 g_variant_new_boolean (FALSE));
      g_clear_pointer (&self->projection, gtk_window_destroy);
      return;
    }
  self->last = kind;
  g_free (self->root);
  self->root = g_strdup (round->root);
  shinsa_set_string (&self->identity, round->identity);
  if (self->projection == NULL)
    open_projection (self);
  shinsa_projection_show (SHINSA_PROJECTION (self->projection), kind, round,
                          choose_application (self, round));
}

/* The round changed, or another application is looked at. As soon as an interview begins no level
 * stays in sight of the applicant; nor do the levels that one person may see become another's. */
static void
refresh (gpointer object)
{
  ShinsaProjector *self = object;
  ShinsaRound *round = get_round (self);
  ShinsaProjectionKind kind = self->kind;

  if (kind == SHINSA_PROJECTION_NONE)
    return;
  if (round == NULL || !g_str_equal (round->root, self->root))
    kind = SHINSA_PROJECTION_NONE;
  else if (shinsa_interview_running (round) != NULL)
    kind = SHINSA_PROJECTION_INTERVIEW;
  else if (kind == SHINSA_PROJECTION_DELIBERATION && !g_str_equal (round->identity, self->identity))
    kind = SHINSA_PROJECTION_NONE;
  set_kind (self, kind);
}

/* --- Asking first --- */

static char *
why_not (ShinsaProjector   *self,
         const ShinsaRound *round)
{
  const char *running = shinsa_interview_running (round);

  if (running != NULL)
    return g_strdup_printf (_("The interview of %s is running, so its applicant is in the room. "
                              "Stop the interview first; nothing is projected until then."),
                            shinsa_text_get (&shinsa_round_dossier (round, running)->name));
  if (!shinsa_deliberation_may_be_shown (round, self->subject.application))
    return g_strdup (_("Levels are projected once the paper review of this application is closed "
                       "and you may see them. Nothing was projected."));
  return NULL;
}

static gboolean
refuse_levels (ShinsaProjector   *self,
               const ShinsaRound *round)
{
  g_autofree char *why = why_not (self, round);

  if (why != NULL)
    shinsa_tell (GTK_WIDGET (self->window), _("Levels are not projected"), why);
  return why != NULL;
}

static void
has_left_cb (gpointer data)
{
  ShinsaProjector *self = data;
  const ShinsaRound *round = get_round (self);

  if (round != NULL && !refuse_levels (self, round))
    set_kind (self, SHINSA_PROJECTION_DELIBERATION);
}

static void
request_kind (ShinsaProjector      *self,
              ShinsaProjectionKind  kind)
{
  const ShinsaRound *round = get_round (self);

  if (round == NULL || kind == self->kind)
    return;
  if (kind != SHINSA_PROJECTION_DELIBERATION)
    set_kind (self, kind);
  else if (!refuse_levels (self, round))
    shinsa_ask (GTK_WIDGET (self->window), _("Has the applicant left?"),
                _("Everybody in the room will see all members’ levels, under letters. Go on when "
                  "no applicant is in the room or connected by web."),
                _("_Project Levels"), has_left_cb, g_object_ref (self), g_object_unref);
}

/* --- Actions --- */

static void
kind_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  const char *word = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_str_equal (kind_words[i], word))
      request_kind (data, i);
}

static void
project_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  ShinsaProjector *self = data;

  request_kind (self, self->kind == SHINSA_PROJECTION_NONE ? self->last : SHINSA_PROJECTION_NONE);
}

static void
blank_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  ShinsaProjector *self = data;

  if (self->projection == NULL)
    return;
  g_simple_action_set_state (action, state);
  shinsa_projection_set_blank (SHINSA_PROJECTION (self->projection),
                               g_variant_get_boolean (state));
}

static void
install_actions (ShinsaProjector *self)
{
  const GActionEntry entries[] = {
    { "project", project_cb },
    { "projection", NULL, "s", "''", kind_cb },
    { "blank-projection", NULL, NULL, "false", blank_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries),
                                   self);
  g_simple_action_set_enabled (find_action (self, "blank-projection"), FALSE);
  add_shortcut (GTK_WIDGET (self->window), "F5", "action(win.project)");
  add_shortcut (GTK_WIDGET (self->window), "<Control><Shift>b", "action(win.blank-projection)");
}

/* --- The object --- */

static void
shinsa_projector_dispose (GObject *object)
{
  ShinsaProjector *self = SHINSA_PROJECTOR (object);

  g_clear_pointer (&self->projection, gtk_window_destroy);
  shinsa_subject_dispose (self);

  G_OBJECT_CLASS (shinsa_projector_parent_class)->dispose (object);
}

static void
shinsa_projector_finalize (GObject *object)
{
  g_free (SHINSA_PROJECTOR (object)->root);
  g_free (SHINSA_PROJECTOR (object)->identity);

  G_OBJECT_CLASS (shinsa_projector_parent_class)->finalize (object);
}

static void
shinsa_projector_class_init (ShinsaProjectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shinsa_projector_dispose;
  object_class->finalize = shinsa_projector_finalize;
  shinsa_subject_install (object_class, G_STRUCT_OFFSET (ShinsaProjector, subject), refresh);
}

static void
shinsa_projector_init (ShinsaProjector *self)
{
  self->last = SHINSA_PROJECTION_INTERVIEW;
}

/**
 * shinsa_projector_new:
 * @window: the window with actions that is not projected; it owns what is returned
 *
 * Returns: (transfer full): a projector that shows nothing
 */
ShinsaProjector *
shinsa_projector_new (GtkWindow *window)
{
  ShinsaProjector *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window) && G_IS_ACTION_MAP (window), NULL);

  self = g_object_new (SHINSA_TYPE_PROJECTOR, NULL);
  self->window = window;
  install_actions (self);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))),
                           "items-changed", G_CALLBACK (place_projection), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * shinsa_projector_get_projection:
 * @self: a projector
 *
 * Returns: (transfer none) (nullable): the window that the room sees; NULL while there is none
 */
ShinsaProjection *
shinsa_projector_get_projection (ShinsaProjector *self)
{
  g_return_val_if_fail (SHINSA_IS_PROJECTOR (self), NULL);

  return (ShinsaProjection *) self->projection;
}

/**
 * shinsa_projector_choose_monitor:
 * @monitors: (not nullable): the screens of a display, as #GdkMonitor
 * @own: (nullable): the one that is worked at; NULL where that is not known
 *
 * Returns: (transfer none) (nullable): a screen that nobody works at; NULL where there is none, or
 *   none of which that is known
 */
GdkMonitor *
shinsa_projector_choose_monitor (GListModel *monitors,
                                 GdkMonitor *own)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (monitors), NULL);

  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return monitor;
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decide/shinsa-decide-page.h"

#include "cells/shinsa-grid.h"
#include "charts/shinsa-heat-map.h"
#include "charts/shinsa-range-strip.h"
#include "charts/shinsa-twins.h"
#include "decide/shinsa-board-table.h"
#include "decide/shinsa-confirm-dialog.h"
#include "decide/shinsa-decide-rights.h"
#include "decide/shinsa-decision-view.h"
#include "model/shinsa-keyed-list.h"
#include "rules/shinsa-decision.h"

#include <glib/gi18n-lib.h>

struct _ShinsaDecidePage
{
  AdwBin              parent_instance;

  ShinsaService      *service;
  ShinsaRound        *round;
  char               *application;
  ShinsaKeyedList    *rows;

  GtkStack           *stack;
  GtkLabel           *standing;
  GtkToggleButton    *heat_map_button;
  GtkToggleButton    *range_button;
  GtkStack           *views;
  ShinsaGrid         *board;
  ShinsaTwins        *heat_map;
  ShinsaTwins        *range;
  GtkLabel           *why_not_confirm;
  GtkWidget          *open_button;
  GtkWidget          *confirm_button;
  GtkWidget          *back_button;
  GtkLabel           *name;
  GtkLabel           *state;
  ShinsaDecisionView *view;
};

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShinsaDecidePage, shinsa_decide_page, ADW_TYPE_BIN)

static gboolean
shows (ShinsaDecidePage *self,
       const char       *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

/* The board. */

/* The picture that is shown instead of the table, or NULL. */
static ShinsaTwins *
shown_picture (ShinsaDecidePage *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  return SHINSA_IS_TWINS (view) ? SHINSA_TWINS (view) : NULL;
}

static void
focus_view (ShinsaDecidePage *self)
{
  ShinsaTwins *picture = shown_picture (self);

  gtk_widget_grab_focus (picture != NULL ? GTK_WIDGET (picture) : GTK_WIDGET (self->board));
}

/* The application under the cursor of what is shown; NULL where there is none. */
static const char *
cursor_application (ShinsaDecidePage *self)
{
  ShinsaTwins *picture = shown_picture (self);
  ShinsaRow *row = picture != NULL ? shinsa_twins_get_cursor_row (picture)
                                   : shinsa_grid_get_cursor_row (self->board);

  return row != NULL ? shinsa_row_get_key (row) : NULL;
}

static void
put_cursor (ShinsaDecidePage *self,
            const char       *application)
{
  shinsa_grid_set_cursor (self->board, application, NULL);
  shinsa_twins_set_cursor (self->heat_map, application);
  shinsa_twins_set_cursor (self->range, application);
}

/* A picture is made when it is looked at. */
static void
show_picture (ShinsaDecidePage *self)
{
  ShinsaTwins *picture = shown_picture (self);

  if (picture == self->heat_map)
    shinsa_twins_take_figure (picture, shinsa_heat_map_new (self->round));
  else if (picture == self->range)
    shinsa_twins_take_figure (picture, shinsa_range_strip_new (self->round));
}

/* The cursor goes along from the table to a picture and back. */
static void
view_toggled_cb (ShinsaDecidePage *self)
{
  g_autofree char *application = g_strdup (cursor_application (self));

  if (gtk_toggle_button_get_active (self->heat_map_button))
    gtk_stack_set_visible_child_name (self->views, "heat-map");
  else if (gtk_toggle_button_get_active (self->range_button))
    gtk_stack_set_visible_child_name (self->views, "range");
  else
    gtk_stack_set_visible_child_name (self->views, "board");
  if (self->round == NULL)
    return;
  show_picture (self);
  if (application != NULL)
    put_cursor (self, application);
}

static void
show_standing (ShinsaDecidePage *self)
{
  int all = 0, provisional = 0, confirmed = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);
      ShinsaDecisionState state = shinsa_round_decision (self->round, dossier->id);

      all += !dossier->withdrawn;
      provisional += state == SHINSA_DECISION_PROVISIONAL;
      confirmed += state == SHINSA_DECISION_CONFIRMED;
    }
  text = g_strdup_printf (_("%d applications: %d with a provisional outcome, %d confirmed, %d "
                            "without an outcome."),
                          all, provisional, confirmed, all - provisional - confirmed);
  gtk_label_set_text (self->standing, text);
}

/* Confirming is open as soon as one application is ready; else the first reason is told. */
static void
show_confirming (ShinsaDecidePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *why = NULL;
  gboolean ready = FALSE;

  for (guint i = 0; i < self->round->dossiers->len && !ready; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);
      g_autofree char *reason = NULL;

      if (dossier->withdrawn ||
          shinsa_round_decision (self->round, dossier->id) == SHINSA_DECISION_CONFIRMED)
        continue;
      reason = shinsa_decide_why_not_confirm (self->round, dossier->id);
      ready = reason == NULL;
      if (why == NULL)
        why = g_steal_pointer (&reason);
    }
  if (!ready && why == NULL)
    why = g_strdup (_("All outcomes are confirmed."));
  /* A button that can no longer be pressed would take the focus with it. */
  if (!ready && root != NULL && gtk_root_get_focus (root) == self->confirm_button)
    focus_view (self);
  gtk_widget_set_sensitive (self->confirm_button, ready);
  gtk_label_set_text (self->why_not_confirm, ready ? "" : why);
}

static void
show_application (ShinsaDecidePage *self)
{
  const ShinsaDossier *dossier = self->application != NULL
                                 ? shinsa_round_dossier (self->round, self->application) : NULL;
  g_autofree char *state = NULL;

  if (dossier == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "board");
      return;
    }
  state = shinsa_board_state_text (self->round, dossier->id);
  gtk_label_set_text (self->name, shinsa_text_get (&dossier->name));
  gtk_label_set_text (self->state, state);
  shinsa_decision_view_show (self->view, self->service, self->round, dossier->id);
}

static void
show (ShinsaDecidePage *self)
{
  g_autoptr (ShinsaTable) table = NULL;

  if (self->round == NULL || self->round->dossiers->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  if (shows (self, "empty"))
    gtk_stack_set_visible_child_name (self->stack, "board");
  table = shinsa_board_table (self->round);
  shinsa_grid_set_columns (self->board, table->title, table->columns);
  shinsa_keyed_list_update (self->rows, table->rows);
  show_picture (self);
  show_standing (self);
  show_confirming (self);
  if (shows (self, "application"))
    show_application (self);
}

static void
set_application (ShinsaDecidePage *self,
                 const char       *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  if (application != NULL)
    put_cursor (self, application);
  if (self->round != NULL && shows (self, "application"))
    show_application (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

/* Gestures. */

static void
activated_cb (ShinsaDecidePage *self,
              ShinsaRow        *row)
{
  shinsa_decide_page_open (self, shinsa_row_get_key (row));
}

static void
open_clicked_cb (ShinsaDecidePage *self)
{
  const char *application = cursor_application (self);

  if (application != NULL)
    shinsa_decide_page_open (self, application);
}

static void
back_clicked_cb (ShinsaDecidePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "board");
  focus_view (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                gpointer               data)
{
  if (key != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  back_clicked_cb (SHINSA_DECIDE_PAGE (data));
  return TRUE;
}

static void
confirm_clicked_cb (ShinsaDecidePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (shinsa_confirm_dialog_new (GTK_WINDOW (root), self->service,
                                                             self->round)));
}

/* The object. */

static void
changed_cb (ShinsaDecidePage *self)
{
  shinsa_decide_page_set_round (self, shinsa_service_get_round (self->service));
}

static void
set_service (ShinsaDecidePage *self,
             ShinsaService    *service)
{
  if (self->service == service)
    return;
  if (self->service != NULL)
    g_signal_handlers_disconnect_by_data (self->service, self);
  g_set_object (&self->service, service);
  if (service != NULL)
    {
      g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE]);
}

static void
take_focus (gpointer data)
{
  g_autoptr (ShinsaDecidePage) self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && shows (self, "board"))
    focus_view (self);
}

/* Who turns to this page goes on with the keyboard in what is shown of all applications. The stack
 * gives the focus to the first button, so this comes after it. */
static void
shinsa_decide_page_map (GtkWidget *widget)
{
  ShinsaDecidePage *self = SHINSA_DECIDE_PAGE (widget);

  GTK_WIDGET_CLASS (shinsa_decide_page_parent_class)->map (widget);
  g_idle_add_once (take_focus, g_object_ref (self));
}

static void
shinsa_decide_page_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShinsaDecidePage *self = SHINSA_DECIDE_PAGE (object);

  switch (id)
    {
    case PROP_SERVICE:
      g_value_set_object (value, self->service);
      break;
    case PROP_APPLICATION:
      g_value_set_string (value, self->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_decide_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShinsaDecidePage *self = SHINSA_DECIDE_PAGE (object);

  switch (id)
    {
    case PROP_SERVICE:
      set_service (self, g_value_get_object (value));
      break;
    case PROP_APPLICATION:
      set_application (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_decide_page_dispose (GObject *object)
{
  ShinsaDecidePage *self = SHINSA_DECIDE_PAGE (object);

  g_clear_object (&self->service);
  /* The template lets go of what it bound; the bin must not hold on to it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_DECIDE_PAGE);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (shinsa_decide_page_parent_class)->dispose (object);
}

static void
shinsa_decide_page_finalize (GObject *object)
{
  ShinsaDecidePage *self = SHINSA_DECIDE_PAGE (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_free (self->application);
  G_OBJECT_CLASS (shinsa_decide_page_parent_class)->finalize (object);
}

static void
shinsa_decide_page_class_init (ShinsaDecidePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_decide_page_get_property;
  object_class->set_property = shinsa_decide_page_set_property;
  object_class->dispose = shinsa_decide_page_dispose;
  object_class->finalize = shinsa_decide_page_finalize;
  widget_class->map = shinsa_decide_page_map;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHINSA_TYPE_GRID);
  g_type_ensure (SHINSA_TYPE_DECISION_VIEW);
  g_type_ensure (SHINSA_TYPE_TWINS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/decide/shinsa-decide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, standing);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, heat_map_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, range_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, views);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, board);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, heat_map);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, range);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, why_not_confirm);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, open_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, name);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, state);
  gtk_widget_class_bind_template_child (widget_class, ShinsaDecidePage, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
shinsa_decide_page_init (ShinsaDecidePage *self)
{
  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  shinsa_grid_set_rows (self->board, self->rows, NULL);
  show (self);
}

GtkWidget *
shinsa_decide_page_new (void)
{
  return g_object_new (SHINSA_TYPE_DECIDE_PAGE, NULL);
}

/**
 * shinsa_decide_page_set_round:
 * @round: (nullable): the picture to show from now on
 *
 * The service's picture is shown without being asked for.
 */
void
shinsa_decide_page_set_round (ShinsaDecidePage *self,
                              ShinsaRound      *round)
{
  g_return_if_fail (SHINSA_IS_DECIDE_PAGE (self));

  if (round != NULL)
    shinsa_round_ref (round);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = round;
  show (self);
}

/**
 * shinsa_decide_page_open:
 * @application: id of an application of the round
 *
 * Goes from the board to one application.
 */
void
shinsa_decide_page_open (ShinsaDecidePage *self,
                         const char       *application)
{
  g_autofree char *wanted = g_strdup (application);

  g_return_if_fail (SHINSA_IS_DECIDE_PAGE (self));
  g_return_if_fail (self->round != NULL);

  set_application (self, wanted);
  gtk_stack_set_visible_child_name (self->stack, "application");
  show_application (self);
  gtk_widget_grab_focus (self->back_button);
}

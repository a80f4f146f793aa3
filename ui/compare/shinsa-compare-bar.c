/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-bar.h"

#include "compare/shinsa-table-parts.h"
#include "model/shinsa-keyed-list.h"

#include <glib/gi18n-lib.h>

#define N_TABS 5

struct _ShinsaCompareBar
{
  AdwBin             parent_instance;

  ShinsaRound       *round;
  ShinsaCompareView  view;
  ShinsaCompareView  last_of_tab[N_TABS];   /* where one goes back to */
  gboolean           updating;              /* the bar itself sets its controls */
  ShinsaKeyedList   *applications;          /* to choose from */
  ShinsaKeyedList   *market_areas;          /* likewise, behind a row for all of them */

  GtkToggleButton   *members_button;
  GtkToggleButton   *applications_button;
  GtkToggleButton   *phases_button;
  GtkToggleButton   *last_round_button;
  GtkToggleButton   *pinned_button;
  GtkWidget         *names_box;
  GtkSwitch         *names_switch;
  GtkWidget         *choices;
  GtkWidget         *scopes;
  GtkToggleButton   *first_scope;
  GtkToggleButton   *second_scope;
  GtkDropDown       *chooser;
  GtkEditable       *search;
  GtkDropDown       *areas;
  GtkDropDown       *states;
  GtkLabel          *note;
  GtkWidget         *order_box;
  GtkLabel          *order_label;
};

enum {
  VIEW_CHOSEN,
  APPLICATION_CHOSEN,
  FILTERED,
  NAMES_TOGGLED,
  ORDER_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShinsaCompareBar, shinsa_compare_bar, ADW_TYPE_BIN)

/* A tab, and the views behind it in the order of its scopes. */
static const ShinsaCompareView tabs[N_TABS][2] = {
  { SHINSA_COMPARE_MEMBERS, SHINSA_COMPARE_MEMBERS },
  { SHINSA_COMPARE_OWN, SHINSA_COMPARE_COMMITTEE },
  { SHINSA_COMPARE_PHASES, SHINSA_COMPARE_ALL_PHASES },
  { SHINSA_COMPARE_LAST_ROUND, SHINSA_COMPARE_ALL_LAST_ROUND },
  { SHINSA_COMPARE_PINNED, SHINSA_COMPARE_PINNED },
};

static int
tab_of (ShinsaCompareView view)
{
  for (int i = 0; i < N_TABS; i++)
    if (tabs[i][0] == view || tabs[i][1] == view)
      return i;
  g_return_val_if_reached (0);
}

static GtkToggleButton *
tab_button (ShinsaCompareBar *self,
            int               tab)
{
  GtkToggleButton *buttons[N_TABS] = {
    self->members_button, self->applications_button, self->phases_button,
    self->last_round_button, self->pinned_button,
  };

  return buttons[tab];
}

static gboolean
has_own_levels (ShinsaCompareBar *self)
{
  return self->round != NULL && !self->round->is_desk;
}

/* What the controls say. */

static void
set_labelled (GtkToggleButton *button,
              const char      *label)
{
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_scopes (ShinsaCompareBar *self)
{
  const ShinsaCompareView *views = tabs[tab_of (self->view)];
  gboolean several = views[0] != views[1] &&
                     (views[0] != SHINSA_COMPARE_OWN || has_own_levels (self));

  gtk_widget_set_visible (self->scopes, several);
  if (!several)
    return;
  set_labelled (self->first_scope, _(shinsa_compare_view_info (views[0])->scope));
  set_labelled (self->second_scope, _(shinsa_compare_view_info (views[1])->scope));
  gtk_toggle_button_set_active (self->first_scope, self->view == views[0]);
  gtk_toggle_button_set_active (self->second_scope, self->view == views[1]);
}

static void
offer_states (ShinsaCompareBar *self)
{
  const ShinsaCompareViewInfo *info = shinsa_compare_view_info (self->view);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < info->n_states; i++)
    gtk_string_list_append (list, g_dpgettext2 (GETTEXT_PACKAGE, info->states[i].context,
                                                info->states[i].label));
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (list));
}

static void
offer_areas (ShinsaCompareBar *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *areas = self->round != NULL ? self->round->definition->market_areas : NULL;

  g_ptr_array_add (rows, shinsa_row_new ("", C_("filter", "All market areas"), NULL));
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      const ShinsaMarketArea *area = g_ptr_array_index (areas, i);
      /* Translators: the symbol of a market area, and its name. */
      g_autofree char *text = g_strdup_printf (C_("market area", "%s %s"), area->symbol,
                                               shinsa_text_get (&area->name));

      g_ptr_array_add (rows, shinsa_row_new (area->code, text, NULL));
    }
  shinsa_keyed_list_update (self->market_areas, rows);
}

static void
offer_applications (ShinsaCompareBar *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->round != NULL && i < self->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);

      g_ptr_array_add (rows, shinsa_row_new (dossier->id, shinsa_text_get (&dossier->name), NULL));
    }
  shinsa_keyed_list_update (self->applications, rows);
}

static void
show_controls (ShinsaCompareBar *self)
{
  const ShinsaCompareViewInfo *info = shinsa_compare_view_info (self->view);
  gboolean any = self->round != NULL && self->round->dossiers->len > 0;
  gboolean of_one = info->of_one && any;
  gboolean of_all = info->n_states > 0 && any;

  self->updating = TRUE;
  gtk_toggle_button_set_active (tab_button (self, tab_of (self->view)), TRUE);
  show_scopes (self);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), of_one);
  gtk_widget_set_visible (GTK_WIDGET (self->search), of_all);
  gtk_widget_set_visible (GTK_WIDGET (self->areas),
                          of_all && self->round->definition->market_areas->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->states), of_all);
  gtk_widget_set_visible (self->choices, of_one || of_all);
}

/* Gestures. */

static void
choose_view (ShinsaCompareBar  *self,
             ShinsaCompareView  view)
{
  if (view == SHINSA_COMPARE_OWN && !has_own_levels (self))
    view = SHINSA_COMPARE_COMMITTEE;
  g_signal_emit (self, signals[VIEW_CHOSEN], 0, (guint) view);
}

static void
view_toggled_cb (ShinsaCompareBar *self,
                 GtkToggleButton  *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < N_TABS; i++)
    if (button == tab_button (self, i))
      choose_view (self, self->last_of_tab[i]);
}

static void
scope_toggled_cb (ShinsaCompareBar *self,
                  GtkToggleButton  *button)
{
  if (!self->updating && gtk_toggle_button_get_active (button))
    choose_view (self, tabs[tab_of (self->view)][button == self->second_scope]);
}

static void
chosen_cb (ShinsaCompareBar *self)
{
  ShinsaRow *row = gtk_drop_down_get_selected_item (self->chooser);

  if (!self->updating && row != NULL)
    g_signal_emit (self, signals[APPLICATION_CHOSEN], 0, shinsa_row_get_key (row));
}

static void
filtered_cb (ShinsaCompareBar *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[FILTERED], 0);
}

static void
search_stopped_cb (ShinsaCompareBar *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
names_toggled_cb (ShinsaCompareBar *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[NAMES_TOGGLED], 0);
}

static void
order_again_cb (ShinsaCompareBar *self)
{
  g_signal_emit (self, signals[ORDER_AGAIN], 0);
}

/* The object. */

static void
shinsa_compare_bar_dispose (GObject *object)
{
  ShinsaCompareBar *self = SHINSA_COMPARE_BAR (object);

  /* Drop-downs tell that nothing is chosen any more. */
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_COMPARE_BAR);
  g_clear_object (&self->applications);
  g_clear_object (&self->market_areas);
  g_clear_pointer (&self->round, shinsa_round_unref);
  G_OBJECT_CLASS (shinsa_compare_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/compare/shinsa-compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, members_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, applications_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, phases_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, last_round_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, pinned_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, names_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, names_switch);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, choices);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, scopes);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, first_scope);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, second_scope);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, chooser);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, search);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, areas);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, states);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, note);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, order_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaCompareBar, order_label);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_again_cb);
}

static void
shinsa_compare_bar_class_init (ShinsaCompareBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shinsa_compare_bar_dispose;

  signals[VIEW_CHOSEN] =
    g_signal_new ("view-chosen", SHINSA_TYPE_COMPARE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[APPLICATION_CHOSEN] =
    g_signal_new ("application-chosen", SHINSA_TYPE_COMPARE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILTERED] =
    g_signal_new ("filtered", SHINSA_TYPE_COMPARE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[NAMES_TOGGLED] =
    g_signal_new ("names-toggled", SHINSA_TYPE_COMPARE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[ORDER_AGAIN] =
    g_signal_new ("order-again", SHINSA_TYPE_COMPARE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (SHINSA_TYPE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_compare_bar_init (ShinsaCompareBar *self)
{
  self->applications = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  self->market_areas = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  for (int i = 0; i < N_TABS; i++)
    self->last_of_tab[i] = tabs[i][0];

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (self->applications));
  gtk_drop_down_set_model (self->areas, G_LIST_MODEL (self->market_areas));
  self->updating = FALSE;
  shinsa_compare_bar_set_n_pins (self, 0);
  shinsa_compare_bar_set_names (self, FALSE);
  shinsa_compare_bar_set_note (self, NULL);
  show_controls (self);
}

GtkWidget *
shinsa_compare_bar_new (void)
{
  return g_object_new (SHINSA_TYPE_COMPARE_BAR, NULL);
}

/**
 * shinsa_compare_bar_set_round:
 * @round: (nullable): whose applications and market areas are offered
 */
void
shinsa_compare_bar_set_round (ShinsaCompareBar *self,
                              ShinsaRound      *round)
{
  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  if (round != NULL)
    shinsa_round_ref (round);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = round;
  self->updating = TRUE;
  offer_applications (self);
  offer_areas (self);
  self->updating = FALSE;
  show_controls (self);
}

/**
 * shinsa_compare_bar_set_application:
 * @application: (nullable): the one that is chosen
 */
void
shinsa_compare_bar_set_application (ShinsaCompareBar *self,
                                    const char       *application)
{
  guint n;

  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->applications));
  self->updating = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (G_LIST_MODEL (self->applications), i);

      if (g_strcmp0 (shinsa_row_get_key (row), application) == 0)
        gtk_drop_down_set_selected (self->chooser, i);
    }
  self->updating = FALSE;
}

/**
 * shinsa_compare_bar_set_view:
 *
 * Shows the controls of that view, its filters open.
 */
void
shinsa_compare_bar_set_view (ShinsaCompareBar  *self,
                             ShinsaCompareView  view)
{
  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  if (self->view == view)
    return;
  self->view = view;
  self->last_of_tab[tab_of (view)] = view;
  self->updating = TRUE;
  offer_states (self);
  gtk_drop_down_set_selected (self->areas, 0);
  gtk_editable_set_text (self->search, "");
  self->updating = FALSE;
  show_controls (self);
}

/**
 * shinsa_compare_bar_set_n_pins:
 * @self: a bar
 * @n_pins: how many applications are pinned
 *
 * Says it on the button that lays them side by side.
 */
void
shinsa_compare_bar_set_n_pins (ShinsaCompareBar *self,
                               guint             n_pins)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  label = n_pins == 0 ? g_strdup (C_("compare", "Pinned"))
          /* Translators: how many applications are laid side by side. */
          : g_strdup_printf (C_("compare", "Pinned (%u)"), n_pins);
  set_labelled (self->pinned_button, label);
}

/**
 * shinsa_compare_bar_set_names:
 * @allowed: whether names can be switched on
 */
void
shinsa_compare_bar_set_names (ShinsaCompareBar *self,
                              gboolean          allowed)
{
  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  gtk_widget_set_visible (self->names_box, allowed);
}

/**
 * shinsa_compare_bar_set_note:
 * @note: (nullable): a sentence beside the choices
 */
void
shinsa_compare_bar_set_note (ShinsaCompareBar *self,
                             const char       *note)
{
  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  gtk_label_set_text (self->note, note != NULL ? note : "");
}

/**
 * shinsa_compare_bar_set_order:
 * @since: (nullable): when rows were put in an order that they would not have any more; NULL where
 *   they would
 */
void
shinsa_compare_bar_set_order (ShinsaCompareBar *self,
                              GDateTime        *since)
{
  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  if (since != NULL)
    {
      /* Translators: a time of the day, such as 10:52. */
      g_autofree char *text = g_date_time_format (since, _("Order from %H:%M"));

      gtk_label_set_text (self->order_label, text);
    }
  gtk_widget_set_visible (self->order_box, since != NULL);
}

gboolean
shinsa_compare_bar_get_names (ShinsaCompareBar *self)
{
  g_return_val_if_fail (SHINSA_IS_COMPARE_BAR (self), FALSE);

  return gtk_switch_get_active (self->names_switch);
}

static gboolean
is_of_area (ShinsaCompareBar *self,
            ShinsaRow        *row)
{
  ShinsaRow *area = gtk_drop_down_get_selected_item (self->areas);
  const char *code = area != NULL ? shinsa_row_get_key (area) : "";
  g_autofree char *tag = NULL;

  if (*code == '\0')
    return TRUE;
  tag = shinsa_compare_area_tag (code);
  return shinsa_row_has_tag (row, tag);
}

/**
 * shinsa_compare_bar_find:
 * @self: a bar
 *
 * Goes to where the name of an application is typed, if the view shows more than one.
 */
void
shinsa_compare_bar_find (ShinsaCompareBar *self)
{
  g_return_if_fail (SHINSA_IS_COMPARE_BAR (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * shinsa_compare_bar_wants:
 *
 * Returns: whether the row is one of those asked for
 */
gboolean
shinsa_compare_bar_wants (ShinsaCompareBar *self,
                          ShinsaRow        *row)
{
  const ShinsaCompareViewInfo *info;
  guint selected;

  g_return_val_if_fail (SHINSA_IS_COMPARE_BAR (self), TRUE);

  info = shinsa_compare_view_info (self->view);
  selected = gtk_drop_down_get_selected (self->states);
  if (info->n_states == 0)
    return TRUE;
  if (selected < info->n_states && info->states[selected].tag != NULL &&
      !shinsa_row_has_tag (row, info->states[selected].tag))
    return FALSE;
  return is_of_area (self, row) && shinsa_row_matches (row, gtk_editable_get_text (self->search));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-page.h"

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-bar.h"
#include "compare/shinsa-compare-cache.h"
#include "compare/shinsa-compare-reasons.h"
#include "compare/shinsa-compare-scoring.h"
#include "compare/shinsa-pinned-view.h"
#include "compare/shinsa-pins.h"
#include "parts/shinsa-messages.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>

/* How long rows of other views may be made at a time: well below a frame. */
#define PREPARING_MICROSECONDS 4000

struct _ShinsaComparePage
{
  AdwBin              parent_instance;

  ShinsaService      *service;
  ShinsaRound        *round;
  char               *application;
  ShinsaCompareView   view;
  gboolean            was_shown;

  GHashTable         *pins;          /* root of a round → ids of applications */
  ShinsaCompareCache *cache;
  guint               preparing;     /* rows of other views, while nothing else is to do */
  ShinsaKeyedList    *rows;
  GDateTime          *ordered_at;    /* when the rows were sorted and filtered */
  GSimpleAction      *pinned_action;

  ShinsaCompareBar   *bar;
  GtkStack           *stack;
  ShinsaGrid         *grid;
  ShinsaPinnedView   *pinned;
  AdwStatusPage      *empty;
  GtkWidget          *reasons_pane;
  GtkLabel           *reasons;
  GtkLabel           *legend;
  GMenuModel         *row_menu;
};

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShinsaComparePage, shinsa_compare_page, ADW_TYPE_BIN)

/* What is shown, and where the cursor stands. */

static gboolean
is_of_one (ShinsaComparePage *self)
{
  return shinsa_compare_view_info (self->view)->of_one;
}

/* What is pinned of the round that is shown; kept while the program runs. */
static GPtrArray *
get_pins (ShinsaComparePage *self)
{
  GPtrArray *pins = g_hash_table_lookup (self->pins, self->round->root);

  if (pins == NULL)
    {
      pins = shinsa_pins_new ();
      g_hash_table_insert (self->pins, g_strdup (self->round->root), pins);
    }
  return pins;
}

static const ShinsaReview *
get_draft (const char  *application,
           ShinsaPhase  phase,
           gpointer     data)
{
  ShinsaComparePage *self = data;

  return self->service != NULL ? shinsa_service_get_draft (self->service, application, phase)
                               : NULL;
}

/* Whether members may be called by their names wherever the view shows them. */
static gboolean
names_are_allowed (ShinsaComparePage *self)
{
  GPtrArray *pins = get_pins (self);

  if (is_of_one (self))
    return self->application != NULL && shinsa_names_allowed (self->round, self->application);
  if (self->view != SHINSA_COMPARE_PINNED || pins->len == 0)
    return FALSE;
  for (guint i = 0; i < pins->len; i++)
    if (!shinsa_names_allowed (self->round, g_ptr_array_index (pins, i)))
      return FALSE;
  return TRUE;
}

static ShinsaCompareSource
source_of (ShinsaComparePage *self)
{
  return (ShinsaCompareSource) {
    .round = self->round,
    .names = shinsa_compare_bar_get_names (self->bar) && names_are_allowed (self),
    .pins = get_pins (self),
    .get_draft = get_draft,
    .data = self,
  };
}

/* Which application, requirement and member the cursor points at; any may be NULL. */
static void
find_place (ShinsaComparePage  *self,
            const char        **application,
            const char        **requirement,
            const char        **member)
{
  ShinsaRow *row = shinsa_grid_get_cursor_row (self->grid);
  const ShinsaColumn *column = shinsa_grid_get_cursor_column (self->grid);
  const char *row_key = row != NULL ? shinsa_row_get_key (row) : NULL;
  const char *column_key = column != NULL && column->key[0] != '#' ? column->key : NULL;

  if (is_of_one (self))
    {
      *application = self->application;
      *requirement = row_key;
      if (row_key != NULL && g_str_has_prefix (row_key, SHINSA_COMPARE_EARLIER))
        *requirement = row_key + strlen (SHINSA_COMPARE_EARLIER);
      *member = column_key;
    }
  else
    {
      *application = row_key;
      *requirement = column_key;
      *member = self->view == SHINSA_COMPARE_OWN ? self->round->member : NULL;
    }
}

/* What stands around the table. */

/* Setting what is there already would take away a selection of it. */
static void
set_reasons (ShinsaComparePage *self,
             const char        *markup)
{
  if (g_strcmp0 (gtk_label_get_label (self->reasons), markup) != 0)
    gtk_label_set_markup (self->reasons, markup);
}

static void
show_reasons (ShinsaComparePage *self)
{
  ShinsaCompareSource source = source_of (self);
  const char *application, *requirement, *member;
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *markup = NULL;

  find_place (self, &application, &requirement, &member);
  if (application == NULL)
    {
      set_reasons (self, "");
      return;
    }
  if (!is_of_one (self) && self->view != SHINSA_COMPARE_OWN)
    {
      g_autofree char *sentence = shinsa_compare_why_hidden (self->round, application);

      hidden = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;
    }
  if (requirement != NULL)
    above = shinsa_compare_requirement_markup (self->round->definition, requirement);
  if (requirement != NULL && shinsa_grid_get_cursor_column (self->grid) != NULL)
    below = shinsa_compare_view_reasons (self->view, &source, application, requirement, member);
  markup = g_strjoin ("\n", above != NULL ? above : "",
                      hidden != NULL ? hidden : below != NULL ? below : "", NULL);
  set_reasons (self, g_strstrip (markup));
}

static void
show_note (ShinsaComparePage *self)
{
  g_autofree char *text = is_of_one (self) && self->application != NULL
                          ? shinsa_compare_view_note (self->view, self->round, self->application)
                          : NULL;

  shinsa_compare_bar_set_note (self->bar, text);
}

static void
show_legend (ShinsaComparePage *self)
{
  gboolean phases = self->view == SHINSA_COMPARE_PHASES || self->view == SHINSA_COMPARE_ALL_PHASES;
  /* Translators: what the marks of the table mean; each mark, then its meaning. */
  g_autofree char *text = g_strdup_printf (phases
                                           ? _("%s recused   %s missing   %s cannot judge   %s void"
                                               "   ▁ below the threshold   ◥ reason given"
                                               "   ▢ draft, or paper review only   ◆ split")
                                           : _("%s recused   %s missing   %s cannot judge   %s void"
                                               "   ▁ below the threshold   ◥ reason given"
                                               "   ▢ draft or reference only   ◆ split"),
                                           shinsa_mark_text (SHINSA_MARK_RECUSED),
                                           shinsa_mark_text (SHINSA_MARK_MISSING),
                                           shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE),
                                           shinsa_mark_text (SHINSA_MARK_VOID));

  gtk_label_set_text (self->legend, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->legend), text);
}

/* Rows that change keep their places; it is said when they would stand elsewhere by now. */
static void
show_order (ShinsaComparePage *self)
{
  shinsa_compare_bar_set_order (self->bar, shinsa_grid_is_in_order (self->grid)
                                           ? NULL : self->ordered_at);
}

static void
note_order (ShinsaComparePage *self)
{
  g_clear_pointer (&self->ordered_at, g_date_time_unref);
  self->ordered_at = g_date_time_new_now_local ();
  shinsa_compare_bar_set_order (self->bar, NULL);
}

/* The view itself. */

static void
show_nothing (ShinsaComparePage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *why = shinsa_compare_view_nothing (self->view, self->round, self->application);

  shinsa_keyed_list_update (self->rows, none);
  adw_status_page_set_description (self->empty, why);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_table (ShinsaComparePage *self,
            ShinsaTable       *table)
{
  gtk_stack_set_visible_child_name (self->stack, "grid");
  shinsa_grid_set_columns (self->grid, table->title, table->columns);
  shinsa_keyed_list_update (self->rows, table->rows);
  show_reasons (self);
  show_order (self);
}

static ShinsaTable *
make_table (ShinsaComparePage         *self,
            const ShinsaCompareSource *source)
{
  if (self->view == SHINSA_COMPARE_PINNED)
    return NULL;
  if (is_of_one (self))
    return shinsa_compare_view_table (self->view, source, self->application);
  return shinsa_compare_view_is_offered (self->view, self->round)
         ? shinsa_compare_cache_table (self->cache, self->view, source) : NULL;
}

static gboolean
prepare_cb (gpointer data)
{
  ShinsaComparePage *self = data;
  ShinsaCompareSource source = source_of (self);

  if (shinsa_compare_cache_prepare (self->cache, &source, PREPARING_MICROSECONDS))
    return G_SOURCE_CONTINUE;
  self->preparing = 0;
  return G_SOURCE_REMOVE;
}

/* Who looks at one view may soon look at another. */
static void
prepare_others (ShinsaComparePage *self)
{
  if (self->preparing == 0 && self->round != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->preparing = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static void
show_view (ShinsaComparePage *self)
{
  gboolean pinned = self->view == SHINSA_COMPARE_PINNED && self->round != NULL &&
                    get_pins (self)->len > 0;
  g_autoptr (ShinsaTable) table = NULL;
  ShinsaCompareSource source;

  if (self->round != NULL)
    {
      source = source_of (self);
      table = make_table (self, &source);
      shinsa_compare_bar_set_n_pins (self->bar, get_pins (self)->len);
      shinsa_compare_bar_set_names (self->bar, names_are_allowed (self));
      show_note (self);
    }
  show_legend (self);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), table != NULL || pinned);
  gtk_widget_set_visible (self->reasons_pane, table != NULL);
  prepare_others (self);
  if (table != NULL)
    {
      show_table (self, table);
      return;
    }
  shinsa_compare_bar_set_order (self->bar, NULL);
  if (!pinned)
    {
      show_nothing (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "pinned");
  shinsa_pinned_view_show (self->pinned, &source, source.pins);
}

/* Where one would begin: at the own column, or at the application that is looked at. */
static void
place_cursor (ShinsaComparePage *self)
{
  g_autoptr (ShinsaRow) first = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);
  const ShinsaRequirement *requirement;

  if (self->round == NULL || first == NULL || self->round->definition->requirements->len == 0)
    return;
  requirement = g_ptr_array_index (self->round->definition->requirements, 0);
  if (is_of_one (self))
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (first), self->round->member);
  else if (self->application == NULL ||
           !shinsa_grid_set_cursor (self->grid, self->application, requirement->code))
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (first), requirement->code);
}

static void
set_application (ShinsaComparePage *self,
                 const char        *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  shinsa_compare_bar_set_application (self->bar, application);
  if (is_of_one (self))
    show_view (self);
  else
    place_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

static void
open_application (ShinsaComparePage *self,
                  const char        *application)
{
  g_autofree char *kept = g_strdup (application);

  set_application (self, kept);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "review");
}

/* Pins. */

static void
toggle_pin (ShinsaComparePage *self,
            const char        *application)
{
  g_autofree char *why = shinsa_pins_toggle (get_pins (self), self->round, application);

  shinsa_compare_cache_forget (self->cache, application);
  if (why != NULL)
    shinsa_toast (GTK_WIDGET (self), why);
  show_view (self);
}

static const char *
cursor_application (ShinsaComparePage *self)
{
  const char *application = NULL, *requirement, *member;

  if (self->round != NULL && self->view != SHINSA_COMPARE_PINNED)
    find_place (self, &application, &requirement, &member);
  return application;
}

static void
pin_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  ShinsaComparePage *self = data;
  g_autofree char *application = g_strdup (cursor_application (self));

  if (application == NULL)
    return;
  toggle_pin (self, application);
  g_simple_action_set_state (action,
                             g_variant_new_boolean (shinsa_pins_have (get_pins (self),
                                                                      application)));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  ShinsaComparePage *self = data;
  const char *application = cursor_application (self);

  if (application != NULL)
    open_application (self, application);
}

static void
install_actions (ShinsaComparePage *self)
{
  const GActionEntry entries[] = {
    { "open", open_cb },
    { "pinned", pin_cb, NULL, "false" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  self->pinned_action =
    G_SIMPLE_ACTION (g_object_ref (g_action_map_lookup_action (G_ACTION_MAP (group), "pinned")));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", G_ACTION_GROUP (group));
}

/* Gestures. */

static void
view_chosen_cb (ShinsaComparePage *self,
                guint              view)
{
  gboolean was_of_one = is_of_one (self);
  g_autofree char *application = g_strdup (cursor_application (self));

  /* Who goes to one application means the one under the cursor. */
  if (!was_of_one && application != NULL && shinsa_compare_view_info (view)->of_one)
    set_application (self, application);
  shinsa_compare_page_set_view (self, view);
}

static void
application_chosen_cb (ShinsaComparePage *self,
                       const char        *application)
{
  set_application (self, application);
}

static void
order_again_cb (ShinsaComparePage *self)
{
  shinsa_grid_order_again (self->grid);
  note_order (self);
}

static void
filtered_cb (ShinsaComparePage *self)
{
  order_again_cb (self);
}

static void
names_toggled_cb (ShinsaComparePage *self)
{
  show_view (self);
}

static void
cursor_moved_cb (ShinsaComparePage *self)
{
  const char *application = cursor_application (self);

  if (self->round == NULL)
    return;
  show_reasons (self);
  g_simple_action_set_state (self->pinned_action,
                             g_variant_new_boolean (application != NULL &&
                                                    shinsa_pins_have (get_pins (self),
                                                                      application)));
}

static void
activated_cb (ShinsaComparePage *self,
              ShinsaRow         *row)
{
  const ShinsaColumn *column = shinsa_grid_get_cursor_column (self->grid);
  g_autofree char *application = g_strdup (is_of_one (self) ? self->application
                                                            : shinsa_row_get_key (row));

  if (column != NULL && g_str_equal (column->key, SHINSA_COMPARE_PIN))
    toggle_pin (self, application);
  else
    open_application (self, application);
}

static void
opened_cb (ShinsaComparePage *self,
           const char        *application)
{
  open_application (self, application);
}

static void
unpinned_cb (ShinsaComparePage *self,
             const char        *application)
{
  g_autofree char *kept = g_strdup (application);

  toggle_pin (self, kept);
  if (get_pins (self)->len == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->bar), GTK_DIR_TAB_FORWARD);
}

/* The page of a document is shown where documents are. */
static void
evidence_cb (ShinsaComparePage *self,
             const char        *application,
             const char        *document,
             int                page,
             const char        *quote)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_VIEW_STACK);
  GtkWidget *review = stack != NULL
                      ? adw_view_stack_get_child_by_name (ADW_VIEW_STACK (stack), "review") : NULL;

  open_application (self, application);
  if (review != NULL)
    gtk_widget_activate_action (review, "review.show-evidence", "(sis)", document, page, quote);
}

/* Keys. */

static gboolean
is_pin_key (guint           key,
            GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (key);

  /* An input method that writes full width gives the letter full width. */
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
         (character == 'p' || character == 'P' || character == 0xff50 || character == 0xff30);
}

static void
step_on (ShinsaComparePage *self,
         const char        *next)
{
  ShinsaRow *row = shinsa_grid_get_cursor_row (self->grid);

  if (is_of_one (self))
    shinsa_grid_set_cursor (self->grid, next, self->round->member);
  else if (row != NULL)
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (row), next);
}

static void
give_level (ShinsaComparePage *self,
            double             level)
{
  const ShinsaDefinition *definition = self->round->definition;
  ShinsaCompareSource source = source_of (self);
  const char *application, *requirement, *member;
  const char *next;

  find_place (self, &application, &requirement, &member);
  if (application == NULL || requirement == NULL ||
      shinsa_definition_requirement (definition, requirement) == NULL ||
      shinsa_grid_get_cursor_column (self->grid) == NULL)
    return;
  next = shinsa_compare_next_requirement (definition, requirement);
  if (shinsa_compare_give_level (GTK_WIDGET (self), self->service, &source, application,
                                 requirement, member, level) &&
      level != SHINSA_LEVEL_UNSET && next != NULL)
    step_on (self, next);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                gpointer               data)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (data);
  double level;

  if (self->round == NULL)
    return FALSE;
  if (is_pin_key (key, state))
    {
      g_action_activate (G_ACTION (self->pinned_action), NULL);
      return TRUE;
    }
  if (!shinsa_compare_key_level (self->round->definition, key, state, &level))
    return FALSE;
  give_level (self, level);
  return TRUE;
}

/* Digits give own levels here, too; Delete takes an application away. */
static gboolean
pinned_key_pressed_cb (GtkEventControllerKey *controller,
                       guint                  key,
                       guint                  code,
                       GdkModifierType        state,
                       gpointer               data)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (data);
  const ShinsaDefinition *definition;
  const char *application, *requirement, *next;
  ShinsaCompareSource source;
  double level;

  if (self->round == NULL ||
      !shinsa_pinned_view_get_place (self->pinned, &application, &requirement))
    return FALSE;
  definition = self->round->definition;
  if (shinsa_definition_requirement (definition, requirement) == NULL ||
      !shinsa_compare_key_level (definition, key, state, &level))
    return FALSE;
  source = source_of (self);
  next = shinsa_compare_next_requirement (definition, requirement);
  if (shinsa_compare_give_level (GTK_WIDGET (self), self->service, &source, application,
                                 requirement, self->round->member, level) &&
      level != SHINSA_LEVEL_UNSET && next != NULL)
    shinsa_pinned_view_set_row (self->pinned, next);
  return TRUE;
}

/* The object. */

static void
draft_changed_cb (ShinsaComparePage *self,
                  const char        *application)
{
  shinsa_compare_cache_forget (self->cache, application);
  show_view (self);
}

static void
changed_cb (ShinsaComparePage *self)
{
  shinsa_compare_page_set_round (self, shinsa_service_get_round (self->service));
}

static void
set_service (ShinsaComparePage *self,
             ShinsaService     *service)
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
      g_signal_connect_object (service, "draft-changed", G_CALLBACK (draft_changed_cb), self,
                               G_CONNECT_SWAPPED);
      changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE]);
}

static void
take_focus (gpointer data)
{
  g_autoptr (ShinsaComparePage) self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Who turns to this page for the first time goes on with the keyboard in the table; later the
 * stack remembers where the focus was. It gives the focus away itself, so this comes after it. */
static void
shinsa_compare_page_map (GtkWidget *widget)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (shinsa_compare_page_parent_class)->map (widget);
  if (!self->was_shown)
    g_idle_add_once (take_focus, g_object_ref (self));
  self->was_shown = TRUE;
  prepare_others (self);
}

static void
shinsa_compare_page_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (object);

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
shinsa_compare_page_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (object);

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
shinsa_compare_page_dispose (GObject *object)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (object);

  g_clear_object (&self->service);
  g_clear_handle_id (&self->preparing, g_source_remove);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", NULL);
  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_data (shinsa_grid_get_sorter (self->grid), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_COMPARE_PAGE);
  g_clear_object (&self->pinned_action);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (shinsa_compare_page_parent_class)->dispose (object);
}

static void
shinsa_compare_page_finalize (GObject *object)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_clear_pointer (&self->ordered_at, g_date_time_unref);
  g_hash_table_unref (self->pins);
  shinsa_compare_cache_free (self->cache);
  g_free (self->application);
  G_OBJECT_CLASS (shinsa_compare_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/compare/"
                                               "shinsa-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, bar);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, grid);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, pinned);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, empty);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, reasons_pane);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, reasons);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, legend);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, application_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, unpinned_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinned_key_pressed_cb);
}

static void
shinsa_compare_page_class_init (ShinsaComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_compare_page_get_property;
  object_class->set_property = shinsa_compare_page_set_property;
  object_class->dispose = shinsa_compare_page_dispose;
  object_class->finalize = shinsa_compare_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = shinsa_compare_page_map;

  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, SHINSA_TYPE_SERVICE,
                                                  flags);
  properties[PROP_APPLICATION] = g_param_spec_string ("application", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHINSA_TYPE_COMPARE_BAR);
  g_type_ensure (SHINSA_TYPE_GRID);
  g_type_ensure (SHINSA_TYPE_PINNED_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static gboolean
row_is_wanted (gpointer item,
               gpointer data)
{
  ShinsaComparePage *self = data;

  return self->bar == NULL || shinsa_compare_bar_wants (self->bar, item);
}

static void
shinsa_compare_page_init (ShinsaComparePage *self)
{
  g_autoptr (GtkFilter) filter = NULL;

  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  self->cache = shinsa_compare_cache_new ();
  self->pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
  install_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));

  filter = GTK_FILTER (gtk_custom_filter_new (row_is_wanted, self, NULL));
  shinsa_grid_set_rows (self->grid, self->rows, filter);
  shinsa_grid_set_menu (self->grid, self->row_menu);
  g_signal_connect_object (shinsa_grid_get_sorter (self->grid), "changed",
                           G_CALLBACK (note_order), self, G_CONNECT_SWAPPED);
  note_order (self);
  show_view (self);
}

GtkWidget *
shinsa_compare_page_new (void)
{
  return g_object_new (SHINSA_TYPE_COMPARE_PAGE, NULL);
}

/**
 * shinsa_compare_page_set_round:
 * @round: (nullable): the picture to show from now on
 *
 * The service's picture is shown without being asked for.
 */
void
shinsa_compare_page_set_round (ShinsaComparePage *self,
                               ShinsaRound       *round)
{
  gboolean first;

  g_return_if_fail (SHINSA_IS_COMPARE_PAGE (self));

  first = self->round == NULL;
  if (round != NULL)
    shinsa_round_ref (round);
  g_clear_pointer (&self->round, shinsa_round_unref);
  self->round = round;
  shinsa_compare_cache_clear (self->cache);
  if (round == NULL)
    g_clear_handle_id (&self->preparing, g_source_remove);
  shinsa_compare_bar_set_round (self->bar, round);
  if (round != NULL)
    shinsa_pins_prune (get_pins (self), round);
  if (round != NULL && round->dossiers->len > 0 &&
      (self->application == NULL || shinsa_round_dossier (round, self->application) == NULL))
    set_application (self, ((ShinsaDossier *) g_ptr_array_index (round->dossiers, 0))->id);
  if (round != NULL && round->is_desk && self->view == SHINSA_COMPARE_OWN)
    {
      self->view = SHINSA_COMPARE_COMMITTEE;
      shinsa_compare_bar_set_view (self->bar, self->view);
    }
  shinsa_compare_bar_set_application (self->bar, self->application);
  show_view (self);
  if (first)
    place_cursor (self);
}

/**
 * shinsa_compare_page_set_view:
 */
void
shinsa_compare_page_set_view (ShinsaComparePage *self,
                              ShinsaCompareView  view)
{
  g_return_if_fail (SHINSA_IS_COMPARE_PAGE (self));

  if (self->view == view)
    return;
  self->view = view;
  shinsa_compare_bar_set_view (self->bar, view);
  show_view (self);
  order_again_cb (self);
  place_cursor (self);
}

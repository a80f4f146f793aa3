/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-page.h"

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-reasons.h"
#include "compare/shinsa-compare-tables.h"
#include "model/shinsa-keyed-list.h"
#include "parts/shinsa-level-picker.h"
#include "parts/shinsa-messages.h"
#include "parts/shinsa-scoring.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>
struct _ShinsaComparePage
{
  AdwBin             parent_instance;

  ShinsaService     *service;
  ShinsaRound       *round;
  char              *application;
  ShinsaCompareView  view;
  gboolean           updating;       /* the page itself sets its controls */
  gboolean           was_shown;

  ShinsaKeyedList   *applications;   /* to choose from */
  ShinsaKeyedList   *rows;
  GtkFilter         *filter;

  GtkToggleButton   *members_button;
  GtkToggleButton   *own_button;
  GtkToggleButton   *committee_button;
  GtkDropDown       *chooser;
  GtkEditable       *search;
  GtkDropDown       *states;
  GtkWidget         *names_box;
  GtkSwitch         *names_switch;
  GtkLabel          *note;
  GtkStack          *stack;
  AdwStatusPage     *empty;
  ShinsaGrid        *grid;
  GtkLabel          *reasons;
  GtkLabel          *legend;
};

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What rows can be filtered by, in each of the two views of all applications. */
typedef struct {
  const char *state;         /* NULL for all */
  const char *context;
  const char *label;
} StateChoice;

static const StateChoice own_states[] = {
  { NULL, "filter", NC_("filter", "All") },
  { "to-do", "review", NC_("review", "Not begun") },
  { "draft", "review", NC_("review", "Draft") },
  { "submitted", "review", NC_("review", "Submitted") },
  { "recused", "review", NC_("review", "Recused") },
};

static const StateChoice committee_states[] = {
  { NULL, "filter", NC_("filter", "All") },
  { "none", "decision", NC_("decision", "Not decided") },
  { "provisional", "decision", NC_("decision", "Provisional") },
  { "confirmed", "decision", NC_("decision", "Confirmed") },
  { "reopened", "decision", NC_("decision", "Reopened") },
};

G_DEFINE_FINAL_TYPE (ShinsaComparePage, shinsa_compare_page, ADW_TYPE_BIN)

/* What the tables are made from. */

static const ShinsaReview *
get_draft (const char  *application,
           ShinsaPhase  phase,
           gpointer     data)
{
  ShinsaComparePage *self = data;

  return self->service != NULL ? shinsa_service_get_draft (self->service, application, phase)
                               : NULL;
}

static ShinsaCompareSource
source_of (ShinsaComparePage *self)
{
  return (ShinsaCompareSource) {
    .round = self->round,
    .names = gtk_switch_get_active (self->names_switch) &&
             shinsa_names_allowed (self->round, self->view == SHINSA_COMPARE_MEMBERS
                                                ? self->application : NULL),
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

  if (self->view == SHINSA_COMPARE_MEMBERS)
    {
      *application = self->application;
      *requirement = row_key != NULL && row_key[0] != '#' ? row_key : NULL;
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

static void
show_reasons (ShinsaComparePage *self)
{
  const char *application, *requirement, *member;
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  g_autofree char *markup = NULL;
  ShinsaCompareSource source;

  if (self->round == NULL)
    return;
  source = source_of (self);
  find_place (self, &application, &requirement, &member);
  if (application != NULL && requirement != NULL)
    {
      above = shinsa_compare_requirement_markup (self->round->definition, requirement);
      if (shinsa_grid_get_cursor_column (self->grid) == NULL)
        below = NULL;
      else if (member != NULL)
        below = shinsa_compare_member_reasons (&source, application, member, requirement);
      else if (shinsa_session_may_see_reviews (self->round, application))
        below = shinsa_compare_all_reasons (&source, application, requirement);
    }
  markup = g_strjoin (below != NULL ? "\n" : "", above != NULL ? above : "", below, NULL);

  /* Setting what is there already would take away a selection of it. */
  if (g_strcmp0 (gtk_label_get_label (self->reasons), markup) != 0)
    gtk_label_set_markup (self->reasons, markup);
}

static void
show_note (ShinsaComparePage *self)
{
  g_autofree char *text = NULL;
  const char *application, *requirement, *member;

  find_place (self, &application, &requirement, &member);
  if (self->view != SHINSA_COMPARE_OWN && application != NULL)
    text = shinsa_compare_why_hidden (self->round, application);
  if (text == NULL && self->view == SHINSA_COMPARE_MEMBERS && application != NULL)
    text = shinsa_compare_review_counts (self->round, application);
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
show_legend (ShinsaComparePage *self)
{
  /* Translators: what the marks of the table mean; each mark, then its meaning. */
  g_autofree char *text = g_strdup_printf (_("%s recused   %s missing   %s cannot judge   %s void"
                                             "   ▁ below the threshold   ◥ reason given"
                                             "   ▢ draft or reference only   ◆ split"),
                                           shinsa_mark_text (SHINSA_MARK_RECUSED),
                                           shinsa_mark_text (SHINSA_MARK_MISSING),
                                           shinsa_mark_text (SHINSA_MARK_CANNOT_JUDGE),
                                           shinsa_mark_text (SHINSA_MARK_VOID));

  gtk_label_set_text (self->legend, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->legend), text);
}

static const StateChoice *
state_choices (ShinsaComparePage *self,
               guint             *n)
{
  if (self->view == SHINSA_COMPARE_OWN)
    {
      *n = G_N_ELEMENTS (own_states);
      return own_states;
    }
  *n = G_N_ELEMENTS (committee_states);
  return committee_states;
}

static void
offer_states (ShinsaComparePage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const StateChoice *choices = state_choices (self, &n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, g_dpgettext2 (GETTEXT_PACKAGE, choices[i].context,
                                                choices[i].label));
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (list));
}

static gboolean
row_is_wanted (gpointer item,
               gpointer data)
{
  ShinsaComparePage *self = data;
  ShinsaRow *row = item;
  guint selected = gtk_drop_down_get_selected (self->states);
  guint n;
  const StateChoice *choices = state_choices (self, &n);

  if (self->view == SHINSA_COMPARE_MEMBERS)
    return TRUE;
  if (selected < n && choices[selected].state != NULL &&
      !shinsa_row_has_tag (row, choices[selected].state))
    return FALSE;
  return shinsa_row_matches (row, gtk_editable_get_text (self->search));
}

/* The table itself. */

static ShinsaTable *
make_table (ShinsaComparePage *self)
{
  ShinsaCompareSource source = source_of (self);

  switch (self->view)
    {
    case SHINSA_COMPARE_OWN:
      return shinsa_compare_own_table (&source);
    case SHINSA_COMPARE_COMMITTEE:
      return shinsa_compare_committee_table (&source);
    case SHINSA_COMPARE_MEMBERS:
    default:
      return self->application != NULL
             ? shinsa_compare_members_table (&source, self->application) : NULL;
    }
}

static void
show_table (ShinsaComparePage *self)
{
  g_autoptr (ShinsaTable) table = self->round != NULL ? make_table (self) : NULL;

  gtk_stack_set_visible_child_name (self->stack, table != NULL ? "grid" : "empty");
  adw_status_page_set_title (self->empty, _("No application to compare"));
  if (table == NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      shinsa_keyed_list_update (self->rows, none);
      gtk_label_set_text (self->reasons, "");
      gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
      return;
    }
  shinsa_grid_set_columns (self->grid, table->title, table->columns);
  shinsa_keyed_list_update (self->rows, table->rows);
  show_note (self);
  show_reasons (self);
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
  if (self->view == SHINSA_COMPARE_MEMBERS)
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (first), self->round->member);
  else if (self->application == NULL ||
           !shinsa_grid_set_cursor (self->grid, self->application, requirement->code))
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (first), requirement->code);
}

static void
show_controls (ShinsaComparePage *self)
{
  gboolean members = self->view == SHINSA_COMPARE_MEMBERS;

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->members_button, members);
  gtk_toggle_button_set_active (self->own_button, self->view == SHINSA_COMPARE_OWN);
  gtk_toggle_button_set_active (self->committee_button, self->view == SHINSA_COMPARE_COMMITTEE);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), members);
  gtk_widget_set_visible (GTK_WIDGET (self->search), !members);
  gtk_widget_set_visible (GTK_WIDGET (self->states), !members);
  gtk_widget_set_visible (GTK_WIDGET (self->own_button),
                          self->round != NULL && !self->round->is_desk);
  gtk_widget_set_visible (self->names_box,
                          members && self->round != NULL && self->application != NULL &&
                          shinsa_names_allowed (self->round, self->application));
}

static void
show_choice (ShinsaComparePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->applications));

  self->updating = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (G_LIST_MODEL (self->applications), i);

      if (g_strcmp0 (shinsa_row_get_key (row), self->application) == 0)
        gtk_drop_down_set_selected (self->chooser, i);
    }
  self->updating = FALSE;
}

static void
offer_applications (ShinsaComparePage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->round != NULL && i < self->round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (self->round->dossiers, i);

      g_ptr_array_add (rows, shinsa_row_new (dossier->id, shinsa_text_get (&dossier->name), NULL));
    }
  self->updating = TRUE;
  shinsa_keyed_list_update (self->applications, rows);
  self->updating = FALSE;
}

static void
set_application (ShinsaComparePage *self,
                 const char        *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  show_choice (self);
  show_controls (self);
  if (self->view == SHINSA_COMPARE_MEMBERS)
    show_table (self);
  else
    place_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

/* Gestures. */

static void
view_toggled_cb (ShinsaComparePage *self,
                 GtkToggleButton   *button)
{
  ShinsaRow *row = shinsa_grid_get_cursor_row (self->grid);

  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  /* Who goes to one application means the one under the cursor. */
  if (button == self->members_button && row != NULL)
    set_application (self, shinsa_row_get_key (row));
  shinsa_compare_page_set_view (self, button == self->members_button ? SHINSA_COMPARE_MEMBERS
                                      : button == self->own_button ? SHINSA_COMPARE_OWN
                                      : SHINSA_COMPARE_COMMITTEE);
}

static void
chosen_cb (ShinsaComparePage *self)
{
  ShinsaRow *row = gtk_drop_down_get_selected_item (self->chooser);

  if (!self->updating && row != NULL)
    set_application (self, shinsa_row_get_key (row));
}

static void
filter_changed_cb (ShinsaComparePage *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
names_toggled_cb (ShinsaComparePage *self)
{
  show_table (self);
}

static void
cursor_moved_cb (ShinsaComparePage *self)
{
  if (self->round == NULL)
    return;
  if (self->view == SHINSA_COMPARE_COMMITTEE)
    show_note (self);
  show_reasons (self);
}

static void
activated_cb (ShinsaComparePage *self,
              ShinsaRow         *row)
{
  if (self->view != SHINSA_COMPARE_MEMBERS)
    set_application (self, shinsa_row_get_key (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "review");
}

/* Scoring. */

/* As on paper: on to the next requirement. */
static void
step_on (ShinsaComparePage *self,
         const char        *requirement)
{
  GPtrArray *requirements = self->round->definition->requirements;
  ShinsaRow *row = shinsa_grid_get_cursor_row (self->grid);

  for (guint i = 0; i + 1 < requirements->len; i++)
    {
      const ShinsaRequirement *this = g_ptr_array_index (requirements, i);
      const ShinsaRequirement *next = g_ptr_array_index (requirements, i + 1);

      if (!g_str_equal (this->code, requirement))
        continue;
      if (self->view == SHINSA_COMPARE_MEMBERS)
        shinsa_grid_set_cursor (self->grid, next->code, self->round->member);
      else
        shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (row), next->code);
      return;
    }
}

/* Why no level can be given where the cursor stands; NULL where it can. */
static char *
why_not_here (const ShinsaCompareSource *source,
              const char                *application,
              const char                *requirement,
              const char                *member)
{
  char *why = NULL;

  if (member == NULL || source->round->is_desk ||
      !g_str_equal (member, source->round->member))
    return g_strdup (_("Only one’s own levels can be given here."));
  shinsa_compare_may_score (source, application, requirement, &why);
  return why;
}

static void
give_level (ShinsaComparePage *self,
            double             level)
{
  ShinsaCompareSource source = source_of (self);
  const char *place[3];
  g_autofree char *application = NULL;
  g_autofree char *requirement = NULL;
  g_autofree char *why = NULL;

  find_place (self, &place[0], &place[1], &place[2]);
  if (place[0] == NULL || place[1] == NULL || shinsa_grid_get_cursor_column (self->grid) == NULL)
    return;
  why = why_not_here (&source, place[0], place[1], place[2]);
  if (why != NULL)
    {
      shinsa_toast (GTK_WIDGET (self), why);
      return;
    }
  if (self->service == NULL)
    return;

  /* The table is made anew as soon as the draft has changed, and the keys in it go. */
  application = g_strdup (place[0]);
  requirement = g_strdup (place[1]);
  shinsa_give_level (GTK_WIDGET (self), self->service, application,
                     shinsa_compare_phase (self->round, application), requirement, level);
  if (level != SHINSA_LEVEL_UNSET)
    step_on (self, requirement);
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

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->round == NULL)
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    level = SHINSA_LEVEL_UNSET;
  else if (!shinsa_level_for_character (self->round->definition, gdk_keyval_to_unicode (key),
                                        self->round->definition->cannot_judge_key != NULL, &level))
    return FALSE;
  give_level (self, level);
  return TRUE;
}

/* The object. */

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
      g_signal_connect_object (service, "draft-changed", G_CALLBACK (show_table), self,
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
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_COMPARE_PAGE);
  g_clear_object (&self->filter);
  g_clear_object (&self->applications);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (shinsa_compare_page_parent_class)->dispose (object);
}

static void
shinsa_compare_page_finalize (GObject *object)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_free (self->application);
  G_OBJECT_CLASS (shinsa_compare_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/compare/"
                                               "shinsa-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, members_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, own_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, committee_button);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, search);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, states);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, names_box);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, names_switch);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, note);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, empty);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, grid);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, reasons);
  gtk_widget_class_bind_template_child (widget_class, ShinsaComparePage, legend);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
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

  g_type_ensure (SHINSA_TYPE_ROW);
  g_type_ensure (SHINSA_TYPE_GRID);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
shinsa_compare_page_init (ShinsaComparePage *self)
{
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (GtkFilterListModel) filtered = NULL;

  self->applications = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (self->applications));
  self->updating = FALSE;
  self->filter = GTK_FILTER (gtk_custom_filter_new (row_is_wanted, self, NULL));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (shinsa_grid_get_sorter (self->grid)));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (sorted)),
                                        g_object_ref (self->filter));
  shinsa_grid_set_model (self->grid, G_LIST_MODEL (filtered));
  show_legend (self);
  show_controls (self);
  show_table (self);
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
  offer_applications (self);
  if (round != NULL && round->dossiers->len > 0 &&
      (self->application == NULL || shinsa_round_dossier (round, self->application) == NULL))
    set_application (self, ((ShinsaDossier *) g_ptr_array_index (round->dossiers, 0))->id);
  if (round != NULL && round->is_desk && self->view == SHINSA_COMPARE_OWN)
    self->view = SHINSA_COMPARE_MEMBERS;
  show_choice (self);
  show_controls (self);
  show_table (self);
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
  offer_states (self);
  gtk_editable_set_text (self->search, "");
  show_controls (self);
  show_table (self);
  filter_changed_cb (self);
  place_cursor (self);
}

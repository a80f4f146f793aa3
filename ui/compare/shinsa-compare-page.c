/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-page.h"

#include "compare/shinsa-compare-page-private.h"
#include "compare/shinsa-compare-reasons.h"
#include "compare/shinsa-pins.h"
#include "rules/shinsa-level-text.h"
#include "rules/shinsa-names.h"

#include <glib/gi18n-lib.h>

/* How long rows of other views may be made at a time: well below a frame. */
#define PREPARING_MICROSECONDS 4000

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_APPLICATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShinsaComparePage, shinsa_compare_page, ADW_TYPE_BIN)

/* What is shown, and where the cursor stands. */

/**
 * shinsa_compare_page_is_of_one:
 *
 * Returns: whether the view shows the application that is chosen
 */
gboolean
shinsa_compare_page_is_of_one (ShinsaComparePage *self)
{
  return shinsa_compare_view_info (self->view)->of_one;
}

/**
 * shinsa_compare_page_get_pins:
 *
 * Returns: (transfer none) (element-type utf8): what is pinned of the round that is shown; kept
 *   while the program runs
 */
GPtrArray *
shinsa_compare_page_get_pins (ShinsaComparePage *self)
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
  GPtrArray *pins = shinsa_compare_page_get_pins (self);

  if (self->view == SHINSA_COMPARE_LAST_ROUND)
    return FALSE;
  if (shinsa_compare_page_is_of_one (self))
    return self->application != NULL && shinsa_names_allowed (self->round, self->application);
  if (self->view != SHINSA_COMPARE_PINNED || pins->len == 0)
    return FALSE;
  for (guint i = 0; i < pins->len; i++)
    if (!shinsa_names_allowed (self->round, g_ptr_array_index (pins, i)))
      return FALSE;
  return TRUE;
}

/**
 * shinsa_compare_page_source:
 *
 * Returns: what tables are made from; it borrows from the page
 */
ShinsaCompareSource
shinsa_compare_page_source (ShinsaComparePage *self)
{
  return (ShinsaCompareSource) {
    .round = self->round,
    .names = shinsa_compare_bar_get_names (self->bar) && names_are_allowed (self),
    .pins = shinsa_compare_page_get_pins (self),
    .get_draft = get_draft,
    .data = self,
  };
}

/**
 * shinsa_compare_page_find_place:
 *
 * Tells which application, requirement and member the cursor points at; any may be NULL.
 */
void
shinsa_compare_page_find_place (ShinsaComparePage  *self,
                                const char        **application,
                                const char        **requirement,
                                const char        **member)
{
  ShinsaRow *row = shinsa_grid_get_cursor_row (self->grid);
  const ShinsaColumn *column = shinsa_grid_get_cursor_column (self->grid);
  const char *row_key = row != NULL ? shinsa_row_get_key (row) : NULL;
  const char *column_key = column != NULL && column->key[0] != '#' ? column->key : NULL;

  if (shinsa_compare_page_is_of_one (self))
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

/**
 * shinsa_compare_page_show_reasons:
 *
 * Shows what stands behind the cell of the cursor.
 */
void
shinsa_compare_page_show_reasons (ShinsaComparePage *self)
{
  ShinsaCompareSource source = shinsa_compare_page_source (self);
  const char *application, *requirement, *member;
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *markup = NULL;

  shinsa_compare_page_find_place (self, &application, &requirement, &member);
  if (application == NULL)
    {
      set_reasons (self, "");
      return;
    }
  if (!shinsa_compare_page_is_of_one (self) && self->view != SHINSA_COMPARE_OWN)
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
  g_autofree char *text = shinsa_compare_page_is_of_one (self) && self->application != NULL
                          ? shinsa_compare_view_note (self->view, self->round, self->application)
                          : NULL;

  shinsa_compare_bar_set_note (self->bar, text);
}

/* Whether a level may stand in the view that its member gave without having heard all. */
static gboolean
shows_unheard (ShinsaComparePage *self)
{
  return self->round != NULL && self->round->interview_events->len > 0 &&
         (shinsa_compare_page_is_of_one (self) || self->view == SHINSA_COMPARE_OWN ||
          self->view == SHINSA_COMPARE_PINNED) && self->view != SHINSA_COMPARE_LAST_ROUND;
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
  /* Translators: one more mark of the table: a mark, then its meaning. */
  g_autofree char *unheard = g_strdup_printf (_("%s level on paper, interview not heard whole"),
                                              shinsa_compare_unheard_mark ());
  g_autofree char *shown = shows_unheard (self) ? g_strconcat (text, "   ", unheard, NULL)
                                                : g_steal_pointer (&text);

  gtk_label_set_text (self->legend, shown);
}

/* Rows that change keep their places; it is said when they would stand elsewhere by now. */
static void
show_order (ShinsaComparePage *self)
{
  shinsa_compare_bar_set_order (self->bar, shinsa_grid_is_in_order (self->grid)
                                           ? NULL : self->ordered_at);
}

/**
 * shinsa_compare_page_note_order:
 *
 * The rows were put in order just now.
 */
void
shinsa_compare_page_note_order (ShinsaComparePage *self)
{
  g_clear_pointer (&self->ordered_at, g_date_time_unref);
  self->ordered_at = g_date_time_new_now_local ();
  shinsa_compare_bar_set_order (self->bar, NULL);
}

/**
 * shinsa_compare_page_order_again:
 *
 * Sorts and filters the rows by what they say now.
 */
void
shinsa_compare_page_order_again (ShinsaComparePage *self)
{
  shinsa_grid_order_again (self->grid);
  shinsa_compare_page_note_order (self);
}

/* The view itself. */

/* Rows of another view come all at once, instead of one by one among those of the view before. */
static void
show_rows (ShinsaComparePage *self,
           GPtrArray         *rows)
{
  shinsa_keyed_list_update (self->rows, rows);
  if (self->rows_are_shown)
    {
      show_order (self);
      return;
    }
  shinsa_grid_set_rows (self->grid, self->rows, self->filter);
  self->rows_are_shown = TRUE;
  shinsa_compare_page_note_order (self);
}

static void
show_nothing (ShinsaComparePage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *why = shinsa_compare_view_nothing (self->view, self->round, self->application);

  show_rows (self, none);
  adw_status_page_set_description (self->empty, why);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_table (ShinsaComparePage *self,
            ShinsaTable       *table)
{
  gtk_stack_set_visible_child_name (self->stack, "grid");
  shinsa_grid_set_columns (self->grid, table->title, table->columns);
  show_rows (self, table->rows);
  shinsa_compare_page_show_reasons (self);
}

/* Who was in the table goes on in the cells, not at what takes an application away. */
static void
show_pinned (ShinsaComparePage         *self,
             const ShinsaCompareSource *source)
{
  GtkWidget *pinned = GTK_WIDGET (self->pinned);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack));
  gboolean moves = focus != NULL && !gtk_widget_is_ancestor (pinned, focus) && focus != pinned;

  shinsa_pinned_view_show (self->pinned, source, source->pins);
  gtk_stack_set_visible_child_name (self->stack, "pinned");
  if (moves)
    gtk_widget_grab_focus (pinned);
}

static ShinsaTable *
make_table (ShinsaComparePage         *self,
            const ShinsaCompareSource *source)
{
  if (self->view == SHINSA_COMPARE_PINNED)
    return NULL;
  if (shinsa_compare_page_is_of_one (self))
    return shinsa_compare_view_table (self->view, source, self->application);
  return shinsa_compare_view_exists (self->view, self->round)
         ? shinsa_compare_cache_table (self->cache, self->view, source) : NULL;
}

static gboolean
prepare_cb (gpointer data)
{
  ShinsaComparePage *self = data;
  ShinsaCompareSource source = shinsa_compare_page_source (self);

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

/**
 * shinsa_compare_page_show_view:
 *
 * Shows what there is to show now, in place.
 */
void
shinsa_compare_page_show_view (ShinsaComparePage *self)
{
  gboolean pinned = self->view == SHINSA_COMPARE_PINNED && self->round != NULL &&
                    shinsa_compare_page_get_pins (self)->len > 0;
  g_autoptr (ShinsaTable) table = NULL;
  ShinsaCompareSource source;

  if (self->round != NULL)
    {
      source = shinsa_compare_page_source (self);
      table = make_table (self, &source);
      shinsa_compare_bar_set_n_pins (self->bar, shinsa_compare_page_get_pins (self)->len);
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
  show_pinned (self, &source);
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
  if (shinsa_compare_page_is_of_one (self))
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (first),
                            self->view == SHINSA_COMPARE_LAST_ROUND ? SHINSA_COMPARE_THEN
                                                                    : self->round->member);
  else if (self->application == NULL ||
           !shinsa_grid_set_cursor (self->grid, self->application, requirement->code))
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (first), requirement->code);
}

/**
 * shinsa_compare_page_set_application:
 *
 * Chooses an application.
 */
void
shinsa_compare_page_set_application (ShinsaComparePage *self,
                                     const char        *application)
{
  if (g_strcmp0 (self->application, application) == 0)
    return;
  g_free (self->application);
  self->application = g_strdup (application);
  shinsa_compare_bar_set_application (self->bar, application);
  if (shinsa_compare_page_is_of_one (self))
    shinsa_compare_page_show_view (self);
  else
    place_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPLICATION]);
}

/* The object. */

static void
draft_changed_cb (ShinsaComparePage *self,
                  const char        *application)
{
  shinsa_compare_cache_forget (self->cache, application);
  shinsa_compare_page_show_view (self);
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
      shinsa_compare_page_set_application (self, g_value_get_string (value));
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
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (shinsa_compare_page_parent_class)->dispose (object);
}

static void
shinsa_compare_page_finalize (GObject *object)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (object);

  g_clear_pointer (&self->round, shinsa_round_unref);
  g_clear_pointer (&self->ordered_at, g_date_time_unref);
  g_hash_table_unref (self->pins);
  g_ptr_array_unref (self->given);
  g_ptr_array_unref (self->taken_back);
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
  shinsa_compare_page_bind_gestures (widget_class);
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

static void
begin_rows (ShinsaComparePage *self)
{
  g_clear_object (&self->rows);
  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  self->rows_are_shown = FALSE;
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
  begin_rows (self);
  self->filter = GTK_FILTER (gtk_custom_filter_new (row_is_wanted, self, NULL));
  self->cache = shinsa_compare_cache_new ();
  self->given = g_ptr_array_new_with_free_func (g_free);
  self->taken_back = g_ptr_array_new_with_free_func (g_free);
  self->pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
  shinsa_compare_page_install_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));

  shinsa_grid_set_menu (self->grid, self->row_menu);
  g_signal_connect_object (shinsa_grid_get_sorter (self->grid), "changed",
                           G_CALLBACK (shinsa_compare_page_note_order), self, G_CONNECT_SWAPPED);
  shinsa_compare_page_show_view (self);
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
    shinsa_pins_prune (shinsa_compare_page_get_pins (self), round);
  if (round != NULL && round->dossiers->len > 0 &&
      (self->application == NULL || shinsa_round_dossier (round, self->application) == NULL))
    {
      const ShinsaDossier *first_dossier = g_ptr_array_index (round->dossiers, 0);

      shinsa_compare_page_set_application (self, first_dossier->id);
    }
  if (round != NULL && round->is_desk && self->view == SHINSA_COMPARE_OWN)
    {
      self->view = SHINSA_COMPARE_COMMITTEE;
      begin_rows (self);
      shinsa_compare_bar_set_view (self->bar, self->view);
    }
  shinsa_compare_bar_set_application (self->bar, self->application);
  shinsa_compare_page_show_view (self);
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
  begin_rows (self);
  shinsa_compare_bar_set_view (self->bar, view);
  shinsa_compare_page_show_view (self);
  place_cursor (self);
}

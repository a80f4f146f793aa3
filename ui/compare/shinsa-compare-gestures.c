/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-compare-page-private.h"

#include "compare/shinsa-compare-scoring.h"
#include "compare/shinsa-pins.h"
#include "parts/shinsa-messages.h"

static void
open_application (ShinsaComparePage *self,
                  const char        *application)
{
  g_autofree char *kept = g_strdup (application);

  shinsa_compare_page_set_application (self, kept);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "review");
}

/* Pins. */

static void
toggle_pin (ShinsaComparePage *self,
            const char        *application)
{
  GPtrArray *pins = shinsa_compare_page_get_pins (self);
  g_autofree char *why = shinsa_pins_toggle (pins, self->round, application);

  shinsa_compare_cache_forget (self->cache, application);
  if (why != NULL)
    shinsa_toast (GTK_WIDGET (self), why);
  shinsa_compare_page_show_view (self);
}

/* The menu of the row says whether its application is pinned. */
static void
show_pin (ShinsaComparePage *self,
          const char        *application)
{
  gboolean pinned = application != NULL &&
                    shinsa_pins_have (shinsa_compare_page_get_pins (self), application);

  g_simple_action_set_state (self->pinned_action, g_variant_new_boolean (pinned));
}

/**
 * shinsa_compare_page_cursor_application:
 *
 * Returns: (transfer none) (nullable): the application that the cursor points at
 */
const char *
shinsa_compare_page_cursor_application (ShinsaComparePage *self)
{
  const char *application = NULL, *requirement, *member;

  if (self->round != NULL && self->view != SHINSA_COMPARE_PINNED)
    shinsa_compare_page_find_place (self, &application, &requirement, &member);
  return application;
}

static void
pin_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  ShinsaComparePage *self = data;
  g_autofree char *application = g_strdup (shinsa_compare_page_cursor_application (self));

  if (application == NULL)
    return;
  toggle_pin (self, application);
  show_pin (self, application);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  ShinsaComparePage *self = data;
  const char *application = shinsa_compare_page_cursor_application (self);

  if (application != NULL)
    open_application (self, application);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  shinsa_compare_page_undo (data);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  shinsa_compare_page_redo (data);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  ShinsaComparePage *self = data;

  shinsa_compare_bar_find (self->bar);
}

/**
 * shinsa_compare_page_install_actions:
 *
 * Gives the page the actions of the menu of its rows, and those of its keys.
 */
void
shinsa_compare_page_install_actions (ShinsaComparePage *self)
{
  const GActionEntry entries[] = {
    { "open", open_cb },
    { "pinned", pin_cb, NULL, "false" },
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "find", find_cb },
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
  gboolean was_of_one = shinsa_compare_page_is_of_one (self);
  g_autofree char *application = g_strdup (shinsa_compare_page_cursor_application (self));

  /* Who goes to one application means the one under the cursor. */
  if (!was_of_one && application != NULL && shinsa_compare_view_info (view)->of_one)
    shinsa_compare_page_set_application (self, application);
  shinsa_compare_page_set_view (self, view);
}

static void
application_chosen_cb (ShinsaComparePage *self,
                       const char        *application)
{
  shinsa_compare_page_set_application (self, application);
}

static void
order_again_cb (ShinsaComparePage *self)
{
  shinsa_compare_page_order_again (self);
}

static void
names_toggled_cb (ShinsaComparePage *self)
{
  shinsa_compare_page_show_view (self);
}

static void
cursor_moved_cb (ShinsaComparePage *self)
{
  const char *application = shinsa_compare_page_cursor_application (self);

  if (self->round == NULL)
    return;
  shinsa_compare_page_show_reasons (self);
  show_pin (self, application);
}

static void
activated_cb (ShinsaComparePage *self,
              ShinsaRow         *row)
{
  const ShinsaColumn *column = shinsa_grid_get_cursor_column (self->grid);
  g_autofree char *application = g_strdup (shinsa_compare_page_is_of_one (self)
                                           ? self->application : shinsa_row_get_key (row));

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
  if (shinsa_compare_page_get_pins (self)->len == 0)
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

  if (shinsa_compare_page_is_of_one (self))
    shinsa_grid_set_cursor (self->grid, next, self->round->member);
  else if (row != NULL)
    shinsa_grid_set_cursor (self->grid, shinsa_row_get_key (row), next);
}

/* Whether a level was given there, and one goes on to the next. */
static gboolean
enter_level (ShinsaComparePage *self,
             const char        *application,
             const char        *requirement,
             const char        *member,
             double             level)
{
  ShinsaCompareSource source = shinsa_compare_page_source (self);
  g_autofree char *kept = g_strdup (application);

  if (!shinsa_compare_give_level (GTK_WIDGET (self), self->service, &source, application,
                                  requirement, member, level))
    return FALSE;
  shinsa_compare_page_note_given (self, kept);
  return level != SHINSA_LEVEL_UNSET;
}

static void
give_level (ShinsaComparePage *self,
            double             level)
{
  const ShinsaDefinition *definition = self->round->definition;
  const char *application, *requirement, *member;
  const char *next;

  shinsa_compare_page_find_place (self, &application, &requirement, &member);
  if (application == NULL || requirement == NULL ||
      shinsa_definition_requirement (definition, requirement) == NULL ||
      shinsa_grid_get_cursor_column (self->grid) == NULL)
    return;
  next = shinsa_compare_next_requirement (definition, requirement);
  if (enter_level (self, application, requirement, member, level) && next != NULL)
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
pinned_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  code,
               GdkModifierType        state,
               gpointer               data)
{
  ShinsaComparePage *self = SHINSA_COMPARE_PAGE (data);
  const ShinsaDefinition *definition;
  const char *application, *requirement, *next;
  double level;

  if (self->round == NULL ||
      !shinsa_pinned_view_get_place (self->pinned, &application, &requirement))
    return FALSE;
  definition = self->round->definition;
  if (shinsa_definition_requirement (definition, requirement) == NULL ||
      !shinsa_compare_key_level (definition, key, state, &level))
    return FALSE;
  next = shinsa_compare_next_requirement (definition, requirement);
  if (enter_level (self, application, requirement, self->round->member, level) && next != NULL)
    shinsa_pinned_view_go_to (self->pinned, application, next);
  return TRUE;
}

/**
 * shinsa_compare_page_bind_gestures:
 *
 * Binds what the template calls.
 */
void
shinsa_compare_page_bind_gestures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, application_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, unpinned_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinned_key_cb);
}

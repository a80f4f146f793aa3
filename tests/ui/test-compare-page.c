/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"
#include "compare/shinsa-compare-page.h"
#include "compare/shinsa-pinned-cell.h"
#include "compare/shinsa-pinned-view.h"
#include "shinsa-draft-parts.h"
#include "shinsa-ui-fixture.h"

#include <math.h>

typedef struct {
  ShinsaUiFixture    ui;
  ShinsaComparePage *page;
  ShinsaGrid        *grid;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  identity)
{
  shinsa_ui_fixture_set_up (&fixture->ui, identity);
  fixture->page = SHINSA_COMPARE_PAGE (g_object_new (SHINSA_TYPE_COMPARE_PAGE,
                                                     "service", fixture->ui.service,
                                                     "application", "north", NULL));
  fixture->grid = SHINSA_GRID (shinsa_ui_find (GTK_WIDGET (fixture->page), "grid"));
  shinsa_ui_fixture_show (&fixture->ui, GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  identity)
{
  shinsa_ui_fixture_tear_down (&fixture->ui, identity);
}

static gboolean
press_on (GtkWidget       *widget,
          guint            key,
          GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static void
press (Fixture *fixture,
       guint    key)
{
  g_assert_true (press_on (GTK_WIDGET (fixture->grid), key, 0));
}

static double
level_of (Fixture    *fixture,
          const char *application,
          const char *requirement)
{
  const ShinsaReview *draft = shinsa_service_get_draft (fixture->ui.service, application,
                                                        SHINSA_PHASE_PAPER);
  const ShinsaScore *score = draft != NULL ? shinsa_review_score (draft, requirement) : NULL;

  return score != NULL ? score->level : SHINSA_LEVEL_UNSET;
}

static void
assert_cursor (Fixture    *fixture,
               const char *row,
               const char *column,
               const char *text)
{
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (fixture->grid)), ==, row);
  g_assert_cmpstr (shinsa_grid_get_cursor_column (fixture->grid)->key, ==, column);
  g_assert_cmpstr (shinsa_grid_get_cursor_cell (fixture->grid)->text, ==, text);
}

static void
test_score_members (Fixture       *fixture,
                    gconstpointer  identity)
{
  assert_cursor (fixture, "strength", "a", "–");
  press (fixture, GDK_KEY_3);
  g_assert_cmpfloat (level_of (fixture, "north", "strength"), ==, 3);
  assert_cursor (fixture, "network_organisation", "a", "–");
  press (fixture, GDK_KEY_question);
  g_assert_true (isnan (level_of (fixture, "north", "network_organisation")));
  assert_cursor (fixture, "network_organisation", "a", "?");
  press (fixture, GDK_KEY_Delete);
  g_assert_true (level_of (fixture, "north", "network_organisation") == SHINSA_LEVEL_UNSET);

  /* Full width and the number pad are the same keys. */
  press (fixture, gdk_unicode_to_keyval (0xff12));
  g_assert_cmpfloat (level_of (fixture, "north", "network_organisation"), ==, 2);
  press (fixture, GDK_KEY_KP_4);
  g_assert_cmpfloat (level_of (fixture, "north", "network_organisation"), ==, 4);
}

static void
test_score_own (Fixture       *fixture,
                gconstpointer  identity)
{
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_OWN);
  shinsa_grid_set_cursor (fixture->grid, "south", "strength");
  press (fixture, GDK_KEY_4);
  assert_cursor (fixture, "south", "network_organisation", "–");
  press (fixture, GDK_KEY_2);
  g_assert_cmpfloat (level_of (fixture, "south", "strength"), ==, 4);
  g_assert_cmpfloat (level_of (fixture, "south", "network_organisation"), ==, 2);
  assert_cursor (fixture, "south", "network_organisation", "2");
}

/* Levels are taken back in the order in which they were given, wherever the cursor is by then. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  identity)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_OWN);
  shinsa_grid_set_cursor (fixture->grid, "north", "strength");
  press (fixture, GDK_KEY_4);
  shinsa_grid_set_cursor (fixture->grid, "south", "strength");
  press (fixture, GDK_KEY_2);
  shinsa_grid_set_cursor (fixture->grid, "north", SHINSA_COMPARE_PIN);

  gtk_widget_activate_action (grid, "compare.undo", NULL);
  g_assert_true (level_of (fixture, "south", "strength") == SHINSA_LEVEL_UNSET);
  g_assert_cmpfloat (level_of (fixture, "north", "strength"), ==, 4);
  assert_cursor (fixture, "south", "strength", "–");
  gtk_widget_activate_action (grid, "compare.undo", NULL);
  g_assert_true (level_of (fixture, "north", "strength") == SHINSA_LEVEL_UNSET);
  assert_cursor (fixture, "north", "strength", "–");
  gtk_widget_activate_action (grid, "compare.undo", NULL);
  gtk_widget_activate_action (grid, "compare.redo", NULL);
  assert_cursor (fixture, "north", "strength", "4");
  gtk_widget_activate_action (grid, "compare.redo", NULL);
  assert_cursor (fixture, "south", "strength", "2");

  /* Where no own levels are shown, nothing changes out of sight. */
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_COMMITTEE);
  gtk_widget_activate_action (grid, "compare.undo", NULL);
  g_assert_cmpfloat (level_of (fixture, "south", "strength"), ==, 2);
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_MEMBERS);
  gtk_widget_activate_action (grid, "compare.undo", NULL);
  assert_cursor (fixture, "strength", "a", "–");
  g_assert_true (level_of (fixture, "south", "strength") == SHINSA_LEVEL_UNSET);
}

static void
test_score_others (Fixture       *fixture,
                   gconstpointer  identity)
{
  shinsa_grid_set_cursor (fixture->grid, "strength", "b");
  press (fixture, GDK_KEY_3);
  g_assert_true (level_of (fixture, "north", "strength") == SHINSA_LEVEL_UNSET);
  assert_cursor (fixture, "strength", "b", "·");
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_COMMITTEE);
  press (fixture, GDK_KEY_3);
  g_assert_true (level_of (fixture, "north", "strength") == SHINSA_LEVEL_UNSET);
}

/* What is received while somebody looks changes cells and takes nothing away. */
static void
test_arrives (Fixture       *fixture,
              gconstpointer  identity)
{
  static const char * const members[] = { "chair", "deputy", "a", "b" };
  ShinsaRow *row;
  GtkWidget *focus;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      shinsa_test_session_review (&fixture->ui.other, members[i], "north", "12");
      shinsa_test_session_review (&fixture->ui.other, members[i], "south", "34");
    }
  shinsa_grid_set_cursor (fixture->grid, "strength", "b");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->ui.window));
  row = shinsa_grid_get_cursor_row (fixture->grid);
  assert_cursor (fixture, "strength", "b", "·");

  shinsa_test_session_close (&fixture->ui.other);
  SHINSA_UI_WAIT (g_str_equal (shinsa_grid_get_cursor_cell (fixture->grid)->text, "1"));
  g_assert_true (shinsa_grid_get_cursor_row (fixture->grid) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->ui.window)) == focus);
}

static const char *
shown_child (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (shinsa_ui_find (GTK_WIDGET (fixture->page),
                                                                      "stack")));
}

static void
assert_pinned_focus (Fixture    *fixture,
                     const char *application,
                     const char *row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->ui.window));

  g_assert_true (SHINSA_IS_PINNED_CELL (focus));
  g_assert_cmpstr (shinsa_pinned_cell_get_application (SHINSA_PINNED_CELL (focus)), ==,
                   application);
  g_assert_cmpstr (shinsa_pinned_cell_get_row (SHINSA_PINNED_CELL (focus)), ==, row);
}

static void
pin_both (Fixture *fixture)
{
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_OWN);
  shinsa_grid_set_cursor (fixture->grid, "north", SHINSA_COMPARE_PIN);
  assert_cursor (fixture, "north", SHINSA_COMPARE_PIN, "☆");
  press (fixture, GDK_KEY_p);
  assert_cursor (fixture, "north", SHINSA_COMPARE_PIN, "★");
  /* The star itself is pressed, too. */
  shinsa_grid_set_cursor (fixture->grid, "south", SHINSA_COMPARE_PIN);
  press (fixture, GDK_KEY_Return);
  assert_cursor (fixture, "south", SHINSA_COMPARE_PIN, "★");
}

static void
test_pins (Fixture       *fixture,
           gconstpointer  identity)
{
  GtkWidget *view = shinsa_ui_find (GTK_WIDGET (fixture->page), "pinned");
  GtkWidget *body = shinsa_ui_find (GTK_WIDGET (fixture->page), "body");

  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_PINNED);
  g_assert_cmpstr (shown_child (fixture), ==, "empty");
  pin_both (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_PINNED);
  g_assert_cmpstr (shown_child (fixture), ==, "pinned");
  assert_pinned_focus (fixture, "north", "strength");
  g_assert_true (press_on (body, GDK_KEY_Right, 0));
  assert_pinned_focus (fixture, "south", "strength");
  g_assert_true (press_on (view, GDK_KEY_4, 0));
  g_assert_cmpfloat (level_of (fixture, "south", "strength"), ==, 4);
  assert_pinned_focus (fixture, "south", "network_organisation");
  g_assert_true (press_on (body, GDK_KEY_End, 0));
  g_assert_false (press_on (view, GDK_KEY_4, 0));
  g_assert_true (press_on (body, GDK_KEY_Home, 0));
  assert_pinned_focus (fixture, "south", "strength");

  g_assert_true (press_on (body, GDK_KEY_Delete, 0));
  assert_pinned_focus (fixture, "north", "strength");
  g_assert_true (press_on (body, GDK_KEY_Delete, 0));
  g_assert_cmpstr (shown_child (fixture), ==, "empty");
}

/* Where a chip leads: the page that is asked for, and the evidence. */
static void
asked_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       data)
{
  g_autofree char *text = g_variant_print (target, FALSE);

  g_string_append_printf (data, "%s %s\n", g_action_get_name (G_ACTION (action)), text);
}

static void
add_action (GtkWidget  *widget,
            const char *group,
            const char *name,
            const char *type,
            GString    *said)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect (action, "activate", G_CALLBACK (asked_cb), said);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (widget, group, G_ACTION_GROUP (actions));
}

/* The page among others, as it stands in the window. */
static void
put_beside_review (Fixture *fixture,
                   GString *said)
{
  GtkWidget *stack = adw_view_stack_new ();
  GtkWidget *overlay = gtk_window_get_child (GTK_WINDOW (fixture->ui.window));
  GtkWidget *review = gtk_label_new (NULL);
  g_autoptr (GtkWidget) page = g_object_ref (GTK_WIDGET (fixture->page));

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), stack);
  adw_view_stack_add_named (ADW_VIEW_STACK (stack), page, "compare");
  adw_view_stack_add_named (ADW_VIEW_STACK (stack), review, "review");
  add_action (fixture->ui.window, "win", "page", "s", said);
  add_action (review, "review", "show-evidence", "(sis)", said);
}

static void
test_evidence (Fixture       *fixture,
               gconstpointer  identity)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *value = shinsa_draft_evidence_value ("abc", 7, "as it says");
  g_autofree char *application = NULL;
  GtkWidget *cell, *chip;

  put_beside_review (fixture, said);
  pin_both (fixture);
  shinsa_service_set_draft (fixture->ui.service, "south", SHINSA_PHASE_PAPER,
                            SHINSA_DRAFT_LEVEL, "strength", "4");
  shinsa_service_set_draft (fixture->ui.service, "south", SHINSA_PHASE_PAPER,
                            SHINSA_DRAFT_EVIDENCE, "strength/0", value);
  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_PINNED);
  cell = shinsa_ui_find_type (GTK_WIDGET (fixture->page), SHINSA_TYPE_PINNED_CELL, 1);
  chip = shinsa_ui_find_type (cell, GTK_TYPE_BUTTON, 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (chip)), ==, "p. 7");

  /* From its cell, Tab leads to it. */
  gtk_widget_grab_focus (cell);
  g_assert_true (gtk_widget_child_focus (shinsa_ui_find (GTK_WIDGET (fixture->page), "pinned"),
                                         GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (chip));
  shinsa_ui_click (chip);
  g_assert_cmpstr (said->str, ==, "page 'review'\nshow-evidence ('abc', 7, 'as it says')\n");
  g_object_get (fixture->page, "application", &application, NULL);
  g_assert_cmpstr (application, ==, "south");
}

/* The text of the clipboard. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  SHINSA_UI_WAIT (text != NULL);
  return text;
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  identity)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);
  g_autofree char *row = NULL;
  g_autofree char *table = NULL;
  g_autofree char *cell = NULL;

  pin_both (fixture);
  gtk_widget_activate_action (grid, "grid.copy-row", NULL);
  row = read_clipboard (grid);
  g_assert_true (g_str_has_prefix (row, "Application\t★\t"));
  g_assert_null (strstr (row, "North"));
  g_assert_nonnull (strstr (row, "\nSouth"));
  gtk_widget_activate_action (grid, "grid.copy-table", NULL);
  table = read_clipboard (grid);
  g_assert_nonnull (strstr (table, "\nNorth"));

  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_PINNED);
  gtk_widget_grab_focus (shinsa_ui_find (GTK_WIDGET (fixture->page), "pinned"));
  g_assert_true (press_on (shinsa_ui_find (GTK_WIDGET (fixture->page), "body"), GDK_KEY_c,
                           GDK_CONTROL_MASK));
  cell = read_clipboard (grid);
  g_assert_nonnull (strstr (cell, "me –"));
}

static void
test_find (Fixture       *fixture,
           gconstpointer  identity)
{
  GtkWidget *search = shinsa_ui_find (GTK_WIDGET (fixture->page), "search");
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  /* There is nothing to filter among the members of one application. */
  gtk_widget_grab_focus (grid);
  gtk_widget_activate_action (grid, "compare.find", NULL);
  g_assert_null (gtk_widget_get_focus_child (search));

  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_OWN);
  gtk_widget_activate_action (grid, "compare.find", NULL);
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "south");
  SHINSA_UI_WAIT (g_str_equal (shinsa_row_get_key (shinsa_grid_get_cursor_row (fixture->grid)),
                               "south"));
}

/* What changes keeps its place until it is asked for. */
static void
test_order (Fixture       *fixture,
            gconstpointer  identity)
{
  GtkWidget *hint = shinsa_ui_find (GTK_WIDGET (fixture->page), "order_box");
  GtkWidget *states = shinsa_ui_find (GTK_WIDGET (fixture->page), "states");

  shinsa_compare_page_set_view (fixture->page, SHINSA_COMPARE_OWN);
  shinsa_grid_set_cursor (fixture->grid, "north", "strength");
  press (fixture, GDK_KEY_2);
  shinsa_grid_sort_by (fixture->grid, "strength", FALSE);
  g_assert_false (gtk_widget_get_visible (hint));
  shinsa_grid_set_cursor (fixture->grid, "south", "strength");
  press (fixture, GDK_KEY_1);
  g_assert_true (gtk_widget_get_visible (hint));
  press (fixture, GDK_KEY_Up);
  assert_cursor (fixture, "north", "network_organisation", "–");

  shinsa_ui_click (shinsa_ui_find (GTK_WIDGET (fixture->page), "order_again"));
  g_assert_false (gtk_widget_get_visible (hint));
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (fixture->grid)), ==, "south");

  /* Filtered rows stay, too, although they are another state's by now. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (states), 1);
  g_assert_null (shinsa_grid_get_cursor_row (fixture->grid));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (states), 2);
  g_assert_nonnull (shinsa_grid_get_cursor_row (fixture->grid));
  g_assert_false (gtk_widget_get_visible (hint));
}

#define ADD(name, identity, function) \
  g_test_add ("/compare-page/" name, Fixture, identity, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  shinsa_ui_init (&argc, &argv);

  ADD ("score-members", "a", test_score_members);
  ADD ("score-own", "a", test_score_own);
  ADD ("undo", "a", test_undo);
  ADD ("score-others", "a", test_score_others);
  ADD ("arrives", "a", test_arrives);
  ADD ("pins", "a", test_pins);
  ADD ("evidence", "a", test_evidence);
  ADD ("copy", "a", test_copy);
  ADD ("find", "a", test_find);
  ADD ("order", "a", test_order);
  return g_test_run ();
}

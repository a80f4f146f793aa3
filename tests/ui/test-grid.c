/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-cell.h"
#include "cells/shinsa-grid-line.h"
#include "cells/shinsa-grid.h"
#include "model/shinsa-keyed-list.h"

#include <adwaita.h>

typedef struct {
  GtkWindow       *window;
  ShinsaGrid      *grid;
  ShinsaKeyedList *list;
  int              moves;
  char            *activated;
} Fixture;

static void
moved_cb (ShinsaGrid *grid,
          Fixture    *fixture)
{
  fixture->moves++;
}

static void
activated_cb (ShinsaGrid *grid,
              ShinsaRow  *row,
              int         column,
              Fixture    *fixture)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup_printf ("%s/%d", shinsa_row_get_key (row), column);
}

static GPtrArray *
rows_new (int n_rows,
          int n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_rows; i++)
    {
      g_autofree char *key = g_strdup_printf ("row-%d", i);
      ShinsaRow *row = shinsa_row_new (key, key, NULL);

      for (int j = 0; j < n_columns; j++)
        {
          g_autofree char *text = g_strdup_printf ("%d", (i * 7 + j) % 4 + 1);
          ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_LEVEL, text,
                                              g_strdup_printf ("%s, column %d, level %s",
                                                               key, j, text));

          cell->order = (i * 7 + j) % 4 + 1;
          shinsa_row_take_cell (row, cell);
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static GPtrArray *
columns_new (int n_columns)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_column_free);

  for (int i = 0; i < n_columns; i++)
    {
      g_autofree char *key = g_strdup_printf ("column-%d", i);

      g_ptr_array_add (columns, shinsa_column_new (key, key, 8));
    }
  return columns;
}

static void
frame_cb (GdkFrameClock *clock,
          gboolean      *drawn)
{
  *drawn = TRUE;
}

/* Everything that is queued is laid out and drawn. */
static void
wait_frame (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gboolean drawn = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &drawn);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
fill (Fixture *fixture,
      int      n_rows)
{
  g_autoptr (GPtrArray) rows = rows_new (n_rows, 11);

  shinsa_keyed_list_update (fixture->list, rows);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) columns = columns_new (11);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->grid = SHINSA_GRID (shinsa_grid_new ());
  fixture->list = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  fixture->moves = 0;
  fixture->activated = NULL;
  fill (fixture, 1000);

  shinsa_grid_set_columns (fixture->grid, "Rows", columns);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (fixture->list)),
                                    g_object_ref (shinsa_grid_get_sorter (fixture->grid)));
  shinsa_grid_set_model (fixture->grid, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  g_signal_connect (fixture->grid, "cursor-moved", G_CALLBACK (moved_cb), fixture);
  g_signal_connect (fixture->grid, "activated", G_CALLBACK (activated_cb), fixture);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_set_default_size (fixture->window, 700, 500);
  gtk_window_present (fixture->window);
  wait_frame (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->grid), (gpointer *) &fixture->grid);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->grid);
  g_assert_finalize_object (fixture->list);
  g_free (fixture->activated);
}

static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static ShinsaGridCell *
focused_cell (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  g_assert_true (SHINSA_IS_GRID_CELL (focus));
  return SHINSA_GRID_CELL (focus);
}

static void
assert_focus (Fixture    *fixture,
              const char *label)
{
  g_assert_cmpstr (shinsa_grid_cell_get_content (focused_cell (fixture))->label, ==, label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focused_cell (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static guint
count_lines (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  assert_focus (fixture, "row-0");
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  assert_focus (fixture, "row-0, column 0, level 1");
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_KP_Right, 0);
  assert_focus (fixture, "row-1, column 1, level 1");
  g_assert_cmpstr (shinsa_grid_get_cursor_column (fixture->grid)->key, ==, "column-1");
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (fixture->grid)), ==, "row-1");
  press (fixture, GDK_KEY_End, 0);
  assert_focus (fixture, "row-1, column 10, level 2");
  press (fixture, GDK_KEY_Right, 0);
  assert_focus (fixture, "row-1, column 10, level 2");
  press (fixture, GDK_KEY_Home, 0);
  assert_focus (fixture, "row-1");
  g_assert_null (shinsa_grid_get_cursor_column (fixture->grid));
  g_assert_cmpint (fixture->moves, ==, 5);

  /* The window has these for itself. */
  g_assert_false (press (fixture, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_false (press (fixture, GDK_KEY_3, 0));
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
}

static void
test_far (Fixture       *fixture,
          gconstpointer  data)
{
  guint lines = count_lines (fixture);

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_focus (fixture, "row-999");
  wait_frame (fixture);
  g_assert_cmpuint (count_lines (fixture), <=, lines + 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (focused_cell (fixture))));
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpstr (shinsa_row_get_key (shinsa_grid_get_cursor_row (fixture->grid)), !=, "row-999");
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_focus (fixture, "row-0");
  press (fixture, GDK_KEY_Page_Up, 0);
  assert_focus (fixture, "row-0");
}

/* The line of the cursor is kept while it is scrolled out of sight. */
static void
test_scrolled_away (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;
  ShinsaGridCell *cell;

  press (fixture, GDK_KEY_Right, 0);
  cell = focused_cell (fixture);
  g_object_get (fixture->grid, "vadjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, 20000);
  wait_frame (fixture);
  g_assert_true (focused_cell (fixture) == cell);
  assert_focus (fixture, "row-0, column 0, level 1");
  press (fixture, GDK_KEY_Down, 0);
  wait_frame (fixture);
  assert_focus (fixture, "row-1, column 0, level 4");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 500);
}

/* At every step of a long scroll, what is seen at a place is the row that belongs there. */
static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));
  int header_height = gtk_widget_get_height (header);
  int row_height = gtk_widget_get_height (gtk_widget_get_next_sibling (header));

  g_object_get (fixture->grid, "vadjustment", &adjustment, NULL);
  for (int i = 1; i <= 60; i++)
    {
      int y = 200;
      GtkWidget *cell, *line;

      gtk_adjustment_set_value (adjustment, i * 37.0);
      wait_frame (fixture);
      cell = gtk_widget_pick (GTK_WIDGET (fixture->grid), 20, y, GTK_PICK_DEFAULT);
      g_assert_true (SHINSA_IS_GRID_CELL (cell));
      line = gtk_widget_get_parent (cell);
      g_assert_cmpuint (shinsa_grid_line_get_position (SHINSA_GRID_LINE (line)), ==,
                        (y - header_height + i * 37) / row_height);
    }
}

/* More room than the first frame had is filled. */
static void
test_grows (Fixture       *fixture,
            gconstpointer  data)
{
  guint before = count_lines (fixture);

  gtk_widget_set_size_request (gtk_window_get_child (fixture->window), 700, 1600);
  for (int i = 0; i < 10; i++)
    wait_frame (fixture);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->grid)), >, 1000);
  g_assert_cmpuint (count_lines (fixture), >, before);
}

static void
test_survives (Fixture       *fixture,
               gconstpointer  data)
{
  ShinsaGridCell *cell;
  g_autoptr (GPtrArray) rows = rows_new (1000, 11);

  shinsa_grid_set_cursor (fixture->grid, "row-5", "column-3");
  cell = focused_cell (fixture);
  fixture->moves = 0;

  /* Rows before it go: the very widget keeps the focus. */
  g_ptr_array_remove_range (rows, 0, 4);
  shinsa_keyed_list_update (fixture->list, rows);
  wait_frame (fixture);
  g_assert_true (focused_cell (fixture) == cell);
  assert_focus (fixture, "row-5, column 3, level 3");
  g_assert_cmpint (fixture->moves, ==, 0);

  /* The row itself goes: the cursor stays in its place. */
  g_ptr_array_remove_index (rows, 1);
  shinsa_keyed_list_update (fixture->list, rows);
  wait_frame (fixture);
  assert_focus (fixture, "row-6, column 3, level 2");
  g_assert_cmpint (fixture->moves, ==, 1);

  fill (fixture, 0);
  wait_frame (fixture);
  g_assert_null (shinsa_grid_get_cursor_row (fixture->grid));
  g_assert_false (press (fixture, GDK_KEY_Down, 0) && fixture->activated != NULL);
  g_assert_false (shinsa_grid_set_cursor (fixture->grid, "row-5", NULL));
}

static void
test_changed_cell (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = rows_new (1000, 0);

  shinsa_grid_set_cursor (fixture->grid, "row-1", "column-0");
  assert_focus (fixture, "row-1, column 0, level 4");
  for (guint i = 0; i < rows->len; i++)
    shinsa_row_take_cell (g_ptr_array_index (rows, i),
                          shinsa_cell_new (SHINSA_CELL_MARK, "?", g_strdup ("cannot judge")));
  shinsa_keyed_list_update (fixture->list, rows);
  assert_focus (fixture, "cannot judge");
  g_assert_cmpstr (shinsa_grid_get_cursor_cell (fixture->grid)->text, ==, "?");
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  ShinsaGridCell *heading;

  shinsa_grid_set_cursor (fixture->grid, "row-0", "column-0");
  press (fixture, GDK_KEY_Up, 0);
  heading = focused_cell (fixture);
  assert_focus (fixture, "column-0");
  g_assert_null (shinsa_grid_get_cursor_row (fixture->grid));

  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_true (focused_cell (fixture) == heading);
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "row-1, column 0, level 4");
  shinsa_grid_sort_by (fixture->grid, NULL, FALSE);
  shinsa_grid_sort_by (fixture->grid, "column-0", FALSE);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_focus (fixture, "row-0, column 0, level 1");
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "row-4, column 0, level 1");
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  shinsa_grid_set_cursor (fixture->grid, "row-3", "column-2");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->activated, ==, "row-3/2");
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_KP_Enter, 0);
  g_assert_cmpstr (fixture->activated, ==, "row-3/-1");
}

/* What a screen reader focuses becomes the place of the cursor. */
static void
test_focus_leads (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *line = gtk_widget_get_last_child (GTK_WIDGET (fixture->grid));

  gtk_widget_grab_focus (shinsa_grid_line_get_cell (SHINSA_GRID_LINE (line), 4));
  g_assert_true (shinsa_grid_get_cursor_row (fixture->grid) ==
                 shinsa_grid_line_get_row (SHINSA_GRID_LINE (line)));
  g_assert_cmpstr (shinsa_grid_get_cursor_column (fixture->grid)->key, ==, "column-4");
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) same = columns_new (11);
  g_autoptr (GPtrArray) fewer = columns_new (3);
  ShinsaGridCell *cell;

  shinsa_grid_set_cursor (fixture->grid, "row-0", "column-5");
  cell = focused_cell (fixture);
  shinsa_grid_set_columns (fixture->grid, "Rows", same);
  g_assert_true (focused_cell (fixture) == cell);
  shinsa_grid_set_columns (fixture->grid, "Rows", fewer);
  wait_frame (fixture);
  assert_focus (fixture, "row-0, column 2, level 3");
}

static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));
  GtkWidget *line = gtk_widget_get_next_sibling (header);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->grid), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (fixture->grid),
                                       GTK_ACCESSIBLE_RELATION_ROW_COUNT, 1001);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_last_child (header)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_first_child (line)),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_last_child (line)),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

#define ADD(name, function) \
  g_test_add ("/grid/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("keys", test_keys);
  ADD ("far", test_far);
  ADD ("scrolled-away", test_scrolled_away);
  ADD ("scroll", test_scroll);
  ADD ("grows", test_grows);
  ADD ("survives", test_survives);
  ADD ("changed-cell", test_changed_cell);
  ADD ("sort", test_sort);
  ADD ("activate", test_activate);
  ADD ("focus-leads", test_focus_leads);
  ADD ("columns", test_columns);
  ADD ("roles", test_roles);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-private.h"

#include "cells/shinsa-grid-cell.h"

static guint
n_rows (ShinsaGrid *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

/* The line where the cursor stands; the one of the headings, or NULL in an empty grid. */
static ShinsaGridLine *
cursor_line (ShinsaGrid *self)
{
  if (self->on_header)
    return SHINSA_GRID_LINE (self->header);
  for (guint i = 0; i < self->lines->len; i++)
    {
      ShinsaGridLine *line = g_ptr_array_index (self->lines, i);

      if (shinsa_grid_line_get_row (line) == self->cursor_row)
        return line;
    }
  return NULL;
}

/**
 * shinsa_grid_cursor_cell_widget:
 *
 * Returns: (transfer none) (nullable): the cell that has or would get the focus
 */
GtkWidget *
shinsa_grid_cursor_cell_widget (ShinsaGrid *self)
{
  ShinsaGridLine *line = cursor_line (self);

  return line != NULL ? shinsa_grid_line_get_cell (line, self->cursor_column) : NULL;
}

static void
reveal (GtkAdjustment *adjustment,
        double         start,
        double         size)
{
  gtk_adjustment_clamp_page (adjustment, start, start + size);
}

/**
 * shinsa_grid_show_cursor:
 *
 * Scrolls as little as brings the cell of the cursor into sight.
 */
void
shinsa_grid_show_cursor (ShinsaGrid *self)
{
  const ShinsaGridMetrics *metrics = &self->metrics;

  if (self->cursor_row != NULL)
    reveal (self->adjustments[GTK_ORIENTATION_VERTICAL],
            (double) self->cursor_position * metrics->row_height, metrics->row_height);
  if (self->cursor_column >= 0 && self->cursor_column < (int) metrics->left->len)
    reveal (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
            g_array_index (metrics->left, int, self->cursor_column),
            g_array_index (metrics->width, int, self->cursor_column));
}

/* Puts the cursor where it is wanted, and the focus with it if the grid has the focus. */
static void
place_cursor (ShinsaGrid *self,
              gboolean    on_header,
              guint       position,
              int         column,
              gboolean    focus)
{
  g_autoptr (ShinsaRow) row = on_header || self->model == NULL
                              ? NULL : g_list_model_get_item (self->model, position);
  gboolean moved = on_header != self->on_header || row != self->cursor_row ||
                   column != self->cursor_column;
  GtkWidget *cell;

  g_set_object (&self->cursor_row, row);
  self->cursor_position = position;
  self->cursor_column = column;
  self->on_header = on_header;
  shinsa_grid_sync_lines (self);
  shinsa_grid_line_set_cursor (SHINSA_GRID_LINE (self->header),
                               on_header ? column : SHINSA_GRID_NO_COLUMN);

  cell = shinsa_grid_cursor_cell_widget (self);
  if (cell != NULL && (focus || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL))
    gtk_widget_grab_focus (cell);
  if (moved)
    g_signal_emit (self, shinsa_grid_signals[SHINSA_GRID_CURSOR_MOVED], 0);
}

static guint
find_row (ShinsaGrid *self,
          ShinsaRow  *wanted)
{
  for (guint i = 0; i < n_rows (self); i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (self->model, i);

      if (row == wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * shinsa_grid_cursor_follow_model:
 *
 * The cursor stays with its row wherever that went; where the row is gone, it stays in its place.
 */
void
shinsa_grid_cursor_follow_model (ShinsaGrid *self)
{
  guint rows = n_rows (self);
  guint position = self->cursor_row != NULL ? find_row (self, self->cursor_row)
                                            : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    position = rows > 0 ? MIN (self->cursor_position, rows - 1) : 0;
  place_cursor (self, self->on_header, position, self->cursor_column, FALSE);
}

static void
move (ShinsaGrid *self,
      int         down,
      int         right)
{
  int last_row = (int) n_rows (self) - 1;
  int last_column = (int) self->columns->len - 1;
  int row = self->on_header ? -1 : (int) self->cursor_position;

  /* Far moves stop at the first row, single steps go on to the headings. */
  row = CLAMP (row + down, down == -1 || (row < 0 && down <= 0) ? -1 : 0, MAX (last_row, -1));
  place_cursor (self, row < 0, (guint) MAX (row, 0),
                CLAMP (self->cursor_column + right, -1, last_column), TRUE);
  shinsa_grid_show_cursor (self);
}

static void
activate (ShinsaGrid *self)
{
  if (self->on_header)
    shinsa_grid_toggle_sort (self, self->cursor_column);
  else if (self->cursor_row != NULL)
    g_signal_emit (self, shinsa_grid_signals[SHINSA_GRID_ACTIVATED], 0,
                   self->cursor_row, self->cursor_column);
}

static int
page_rows (ShinsaGrid *self)
{
  return MAX (shinsa_grid_body_height (self) / MAX (self->metrics.row_height, 1) - 1, 1);
}

static gboolean
control_key_pressed (ShinsaGrid *self,
                     guint       key)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, -G_MAXINT / 2, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, G_MAXINT / 2, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
plain_key_pressed (ShinsaGrid *self,
                   guint       key)
{
  static const struct {
    guint key;
    guint keypad;
    int   down;
    int   right;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, -G_MAXINT / 2 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, G_MAXINT / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (key == moves[i].key || key == moves[i].keypad)
      {
        move (self, moves[i].down, moves[i].right);
        return TRUE;
      }

  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move (self, -page_rows (self), 0);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move (self, page_rows (self), 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                ShinsaGrid            *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == 0)
    return plain_key_pressed (self, key);
  if (modifiers == GDK_CONTROL_MASK)
    return control_key_pressed (self, key);
  return FALSE;
}

/**
 * shinsa_grid_point_at:
 *
 * Puts the cursor on what is there. Cells that slid below the headings are still found by the
 * pointer, so geometry decides.
 *
 * Returns: whether there is something
 */
gboolean
shinsa_grid_point_at (ShinsaGrid *self,
                      double      x,
                      double      y)
{
  const ShinsaGridMetrics *metrics = &self->metrics;
  gboolean on_header = y < metrics->header_height;
  double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  guint position = on_header ? 0
                   : (guint) ((y - metrics->header_height + top) / MAX (metrics->row_height, 1));
  int column = shinsa_grid_metrics_column (metrics, x);

  if (column == SHINSA_GRID_NO_COLUMN || (!on_header && position >= n_rows (self)))
    return FALSE;
  place_cursor (self, on_header, position, column, TRUE);
  shinsa_grid_show_cursor (self);
  return TRUE;
}

static gboolean
is_button (ShinsaGrid *self)
{
  const ShinsaCell *cell = shinsa_grid_get_cursor_cell (self);

  return self->on_header || (cell != NULL && (cell->flags & SHINSA_CELL_BUTTON) != 0);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ShinsaGrid      *self)
{
  if (shinsa_grid_point_at (self, x, y) && (n_press == 2) != is_button (self))
    activate (self);
}

/**
 * shinsa_grid_follow_focus:
 *
 * The focus may be put on a cell by a screen reader, too: then the cursor goes along.
 */
void
shinsa_grid_follow_focus (ShinsaGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *cell = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  ShinsaRow *row;

  if (!SHINSA_IS_GRID_CELL (cell) || gtk_widget_get_parent (line) != GTK_WIDGET (self))
    return;
  if (cell == shinsa_grid_cursor_cell_widget (self))
    return;
  row = shinsa_grid_line_get_row (SHINSA_GRID_LINE (line));
  place_cursor (self, row == NULL,
                row != NULL ? shinsa_grid_line_get_position (SHINSA_GRID_LINE (line)) : 0,
                shinsa_grid_cell_get_column (SHINSA_GRID_CELL (cell)), TRUE);
  shinsa_grid_show_cursor (self);
}

/**
 * shinsa_grid_init_cursor:
 *
 * Listens to keys and pointer.
 */
void
shinsa_grid_init_cursor (ShinsaGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * shinsa_grid_get_cursor_row:
 *
 * Returns: (transfer none) (nullable): NULL on the headings of columns and in an empty grid
 */
ShinsaRow *
shinsa_grid_get_cursor_row (ShinsaGrid *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID (self), NULL);

  return self->on_header ? NULL : self->cursor_row;
}

/**
 * shinsa_grid_get_cursor_column:
 *
 * Returns: (transfer none) (nullable): NULL on the heading of a row
 */
const ShinsaColumn *
shinsa_grid_get_cursor_column (ShinsaGrid *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID (self), NULL);

  return self->cursor_column >= 0 && self->cursor_column < (int) self->columns->len
         ? g_ptr_array_index (self->columns, self->cursor_column) : NULL;
}

/**
 * shinsa_grid_get_cursor_cell:
 *
 * Returns: (transfer none) (nullable): what the cell of the cursor shows
 */
const ShinsaCell *
shinsa_grid_get_cursor_cell (ShinsaGrid *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID (self), NULL);

  if (self->on_header || self->cursor_row == NULL || self->cursor_column < 0)
    return NULL;
  return shinsa_row_get_cell (self->cursor_row, self->cursor_column);
}

static int
find_column (ShinsaGrid *self,
             const char *key)
{
  for (guint i = 0; key != NULL && i < self->columns->len; i++)
    if (strcmp (((ShinsaColumn *) g_ptr_array_index (self->columns, i))->key, key) == 0)
      return (int) i;
  return -1;
}

/**
 * shinsa_grid_set_cursor:
 * @row: key of a row
 * @column: (nullable): key of a column, NULL for the heading
 *
 * The focus goes along only if the grid has it already.
 *
 * Returns: whether there is such a row
 */
gboolean
shinsa_grid_set_cursor (ShinsaGrid *self,
                        const char *row,
                        const char *column)
{
  g_return_val_if_fail (SHINSA_IS_GRID (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  for (guint i = 0; i < n_rows (self); i++)
    {
      g_autoptr (ShinsaRow) item = g_list_model_get_item (self->model, i);

      if (strcmp (shinsa_row_get_key (item), row) != 0)
        continue;
      place_cursor (self, FALSE, i, find_column (self, column), FALSE);
      shinsa_grid_show_cursor (self);
      return TRUE;
    }
  return FALSE;
}

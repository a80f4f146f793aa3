/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-line.h"

#include "cells/shinsa-grid-cell.h"

#include <glib/gi18n-lib.h>

struct _ShinsaGridLine
{
  GtkWidget                parent_instance;

  const ShinsaGridMetrics *metrics;      /* the grid's */
  GtkAccessibleRole        cell_role;
  GPtrArray               *cells;        /* the heading first; children */
  ShinsaRow               *row;          /* NULL for the headings of columns */
  gulong                   row_changed;
  gboolean                 stale;        /* the cells came or went since they showed the row */
  guint                    position;
};

G_DEFINE_FINAL_TYPE (ShinsaGridLine, shinsa_grid_line, GTK_TYPE_WIDGET)

static void
show_row (ShinsaGridLine *self)
{
  ShinsaCell *heading = shinsa_cell_new (SHINSA_CELL_WORDS, shinsa_row_get_title (self->row),
                                         g_strdup (shinsa_row_get_title (self->row)));

  heading->note = g_strdup (shinsa_row_get_note (self->row));
  shinsa_grid_cell_set_content (g_ptr_array_index (self->cells, 0), heading);
  shinsa_cell_unref (heading);
  for (guint i = 1; i < self->cells->len; i++)
    shinsa_grid_cell_set_content (g_ptr_array_index (self->cells, i),
                                  shinsa_row_get_cell (self->row, i - 1));
  self->stale = FALSE;
}

static void
row_notify_cb (ShinsaRow      *row,
               GParamSpec     *pspec,
               ShinsaGridLine *self)
{
  show_row (self);
}

static void
shinsa_grid_line_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  /* The grid gives every line its place; a line itself asks for nothing. */
  *minimum = *natural = 0;
}

static void
shinsa_grid_line_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ShinsaGridLine *self = SHINSA_GRID_LINE (widget);
  const ShinsaGridMetrics *metrics = self->metrics;
  GtkAllocation place = { 0, 0, metrics->heading_width, height };

  gtk_widget_size_allocate (g_ptr_array_index (self->cells, 0), &place, -1);
  for (guint i = 1; i < self->cells->len; i++)
    {
      place.x = metrics->heading_width + g_array_index (metrics->left, int, i - 1) -
                (int) metrics->shift;
      place.width = g_array_index (metrics->width, int, i - 1);
      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &place, -1);
    }
}

static void
shinsa_grid_line_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ShinsaGridLine *self = SHINSA_GRID_LINE (widget);
  int left = self->metrics->heading_width;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (left, 0,
                                               MAX (gtk_widget_get_width (widget) - left, 0),
                                               gtk_widget_get_height (widget)));
  for (guint i = 1; i < self->cells->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, 0), snapshot);
}

static void
forget_row (ShinsaGridLine *self)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->row_changed, self->row);
  g_clear_object (&self->row);
}

static void
shinsa_grid_line_dispose (GObject *object)
{
  ShinsaGridLine *self = SHINSA_GRID_LINE (object);

  forget_row (self);
  while (self->cells->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->cells, self->cells->len - 1));
  G_OBJECT_CLASS (shinsa_grid_line_parent_class)->dispose (object);
}

static void
shinsa_grid_line_finalize (GObject *object)
{
  g_ptr_array_unref (SHINSA_GRID_LINE (object)->cells);
  G_OBJECT_CLASS (shinsa_grid_line_parent_class)->finalize (object);
}

static void
shinsa_grid_line_class_init (ShinsaGridLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_grid_line_dispose;
  object_class->finalize = shinsa_grid_line_finalize;
  widget_class->measure = shinsa_grid_line_measure;
  widget_class->size_allocate = shinsa_grid_line_size_allocate;
  widget_class->snapshot = shinsa_grid_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
shinsa_grid_line_init (ShinsaGridLine *self)
{
  self->cells = g_ptr_array_new ();
}

static void
add_cell (ShinsaGridLine    *self,
          GtkAccessibleRole  role)
{
  GtkWidget *cell = shinsa_grid_cell_new (role, (int) self->cells->len - 1);

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
}

/**
 * shinsa_grid_line_new:
 * @metrics: the grid's; they must live as long as the line
 * @header: whether it stands above the rows
 *
 * Returns: (transfer floating): a line with a heading, and without cells
 */
GtkWidget *
shinsa_grid_line_new (const ShinsaGridMetrics *metrics,
                      gboolean                 header)
{
  ShinsaGridLine *self = g_object_new (SHINSA_TYPE_GRID_LINE, NULL);

  self->metrics = metrics;
  self->cell_role = header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_GRID_CELL;
  add_cell (self, header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  if (header)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "header");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Headings"),
                                      -1);
    }
  return GTK_WIDGET (self);
}

/**
 * shinsa_grid_line_set_n_columns:
 *
 * Has as many cells after the heading. Those that stay are used again: another table costs a new
 * text in them, and not a new widget.
 */
void
shinsa_grid_line_set_n_columns (ShinsaGridLine *self,
                                guint           n_columns)
{
  g_return_if_fail (SHINSA_IS_GRID_LINE (self));

  while (self->cells->len > n_columns + 1)
    gtk_widget_unparent (g_ptr_array_steal_index (self->cells, self->cells->len - 1));
  while (self->cells->len < n_columns + 1)
    add_cell (self, self->cell_role);
  self->stale = TRUE;
}

/**
 * shinsa_grid_line_bind:
 * @row: what to show from now on
 * @position: of the row in its model
 */
void
shinsa_grid_line_bind (ShinsaGridLine *self,
                       ShinsaRow      *row,
                       guint           position)
{
  g_return_if_fail (SHINSA_IS_GRID_LINE (self));

  if (self->row != row)
    {
      forget_row (self);
      self->row = g_object_ref (row);
      self->row_changed = g_signal_connect (row, "notify", G_CALLBACK (row_notify_cb), self);
      self->stale = TRUE;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, shinsa_row_get_title (row),
                                      -1);
    }
  if (self->stale)
    show_row (self);
  if (self->position != position + 1)
    {
      self->position = position + 1;
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) position + 2,
                                      -1);
    }
}

/**
 * shinsa_grid_line_get_row:
 *
 * Returns: (transfer none) (nullable): NULL for the headings of columns
 */
ShinsaRow *
shinsa_grid_line_get_row (ShinsaGridLine *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID_LINE (self), NULL);

  return self->row;
}

guint
shinsa_grid_line_get_position (ShinsaGridLine *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID_LINE (self), GTK_INVALID_LIST_POSITION);

  return self->position - 1;
}

/**
 * shinsa_grid_line_get_cell:
 * @column: -1 for the heading
 *
 * Returns: (transfer none) (nullable): the cell, if there is such a column
 */
GtkWidget *
shinsa_grid_line_get_cell (ShinsaGridLine *self,
                           int             column)
{
  g_return_val_if_fail (SHINSA_IS_GRID_LINE (self), NULL);

  return column >= -1 && column + 1 < (int) self->cells->len
         ? g_ptr_array_index (self->cells, column + 1) : NULL;
}

static void
set_selected (GtkWidget *widget,
              gboolean   selected)
{
  if (selected)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_SELECTED);
}

/**
 * shinsa_grid_line_set_cursor:
 * @column: where the cursor stands, or %SHINSA_GRID_NO_COLUMN
 */
void
shinsa_grid_line_set_cursor (ShinsaGridLine *self,
                             int             column)
{
  g_return_if_fail (SHINSA_IS_GRID_LINE (self));

  for (int i = -1; i < (int) self->cells->len - 1; i++)
    set_selected (shinsa_grid_line_get_cell (self, i), i == column);
  set_selected (GTK_WIDGET (self), column != SHINSA_GRID_NO_COLUMN);
}

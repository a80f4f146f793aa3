/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-cell.h"

#include "cells/shinsa-cell-painter.h"

struct _ShinsaGridCell
{
  GtkWidget   parent_instance;

  int         column;
  ShinsaCell *content;       /* NULL where the row is shorter than the table */
};

G_DEFINE_FINAL_TYPE (ShinsaGridCell, shinsa_grid_cell, GTK_TYPE_WIDGET)

static void
shinsa_grid_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ShinsaGridCell *self = SHINSA_GRID_CELL (widget);

  if (self->content != NULL)
    shinsa_paint_cell (widget, snapshot, self->content,
                       gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
shinsa_grid_cell_finalize (GObject *object)
{
  ShinsaGridCell *self = SHINSA_GRID_CELL (object);

  g_clear_pointer (&self->content, shinsa_cell_unref);
  G_OBJECT_CLASS (shinsa_grid_cell_parent_class)->finalize (object);
}

static void
shinsa_grid_cell_class_init (ShinsaGridCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = shinsa_grid_cell_finalize;
  widget_class->snapshot = shinsa_grid_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
}

static void
shinsa_grid_cell_init (ShinsaGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * shinsa_grid_cell_new:
 * @role: of a cell, or of the heading of a row or a column
 * @column: its place in the row, -1 for the heading
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
shinsa_grid_cell_new (GtkAccessibleRole role,
                      int               column)
{
  ShinsaGridCell *self = g_object_new (SHINSA_TYPE_GRID_CELL, "accessible-role", role, NULL);

  self->column = column;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 2,
                                  -1);
  return GTK_WIDGET (self);
}

int
shinsa_grid_cell_get_column (ShinsaGridCell *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID_CELL (self), -1);

  return self->column;
}

/**
 * shinsa_grid_cell_set_content:
 * @content: (nullable): what to show
 */
void
shinsa_grid_cell_set_content (ShinsaGridCell *self,
                              ShinsaCell     *content)
{
  gboolean editable;

  g_return_if_fail (SHINSA_IS_GRID_CELL (self));

  if (self->content == content)
    return;
  g_clear_pointer (&self->content, shinsa_cell_unref);
  if (content != NULL)
    self->content = shinsa_cell_ref (content);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  editable = content != NULL && (content->flags & SHINSA_CELL_EDITABLE) != 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  content != NULL ? content->label : "",
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable,
                                  -1);
}

/**
 * shinsa_grid_cell_get_content:
 *
 * Returns: (transfer none) (nullable): what the cell shows
 */
const ShinsaCell *
shinsa_grid_cell_get_content (ShinsaGridCell *self)
{
  g_return_val_if_fail (SHINSA_IS_GRID_CELL (self), NULL);

  return self->content;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-private.h"

#include "parts/shinsa-messages.h"

#include <glib/gi18n-lib.h>

static ShinsaTable
table_of (ShinsaGrid *self,
          GPtrArray  *rows)
{
  return (ShinsaTable) { .title = self->title, .columns = self->columns, .rows = rows };
}

/**
 * shinsa_grid_dup_text:
 * @whole: all rows that are shown, else the row of the cursor
 *
 * Returns: (transfer full) (nullable): headings and rows as text, see shinsa_table_text(); NULL
 *   where there is no row
 */
char *
shinsa_grid_dup_text (ShinsaGrid *self,
                      gboolean    whole)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  ShinsaTable table = table_of (self, rows);
  ShinsaRow *row;

  g_return_val_if_fail (SHINSA_IS_GRID (self), NULL);

  row = shinsa_grid_get_cursor_row (self);
  if (!whole && row != NULL)
    g_ptr_array_add (rows, g_object_ref (row));
  for (guint i = 0; whole && self->model != NULL && i < g_list_model_get_n_items (self->model); i++)
    g_ptr_array_add (rows, g_list_model_get_item (self->model, i));
  return rows->len > 0 ? shinsa_table_text (&table) : NULL;
}

static void
copy (ShinsaGrid *self,
      gboolean    whole,
      const char *done)
{
  g_autofree char *text = shinsa_grid_dup_text (self, whole);

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  shinsa_toast (GTK_WIDGET (self), done);
}

static void
copy_row_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  copy (SHINSA_GRID (widget), FALSE, _("The row was copied. It can be pasted into a spreadsheet."));
}

static void
copy_table_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  copy (SHINSA_GRID (widget), TRUE,
        _("The table was copied. It can be pasted into a spreadsheet."));
}

/* The menu of a row. */

static GtkWidget *
menu_new (ShinsaGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copying = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (copying, _("Copy Row"), "grid.copy-row");
  g_menu_append (copying, _("Copy Table"), "grid.copy-table");
  if (self->menu_model != NULL)
    g_menu_append_section (menu, NULL, self->menu_model);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copying));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

static void
show_menu (ShinsaGrid   *self,
           GdkRectangle *place)
{
  if (self->cursor_row == NULL || self->on_header)
    return;
  if (self->menu == NULL)
    self->menu = menu_new (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_key_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkWidget *cell = shinsa_grid_cursor_cell_widget (SHINSA_GRID (widget));
  graphene_rect_t bounds;

  if (cell != NULL && gtk_widget_compute_bounds (cell, widget, &bounds))
    show_menu (SHINSA_GRID (widget),
               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                 (int) bounds.size.width, (int) bounds.size.height });
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 ShinsaGrid      *self)
{
  shinsa_grid_point_at (self, x, y);
  show_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/**
 * shinsa_grid_install_copying:
 *
 * Gives the class its actions and their keys.
 */
void
shinsa_grid_install_copying (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "grid.copy-row", NULL, copy_row_cb);
  gtk_widget_class_install_action (widget_class, "grid.copy-table", NULL, copy_table_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "grid.copy-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "grid.copy-table", NULL);
  gtk_widget_class_install_action (widget_class, "grid.menu", NULL, menu_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "grid.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "grid.menu",
                                       NULL);
}

/**
 * shinsa_grid_init_menu:
 *
 * Listens to the second button of the pointer; the keys are those of the class.
 */
void
shinsa_grid_init_menu (ShinsaGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * shinsa_grid_set_menu:
 * @menu: (nullable): what else can be done with a row, above what every grid offers
 */
void
shinsa_grid_set_menu (ShinsaGrid *self,
                      GMenuModel *menu)
{
  g_return_if_fail (SHINSA_IS_GRID (self));

  g_set_object (&self->menu_model, menu);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

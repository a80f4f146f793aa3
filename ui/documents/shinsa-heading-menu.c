/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-heading-menu.h"

#include <glib/gi18n-lib.h>

#define PAGE_DATA "shinsa-page"
#define INDENT 16
#define DEEPEST 6

struct _ShinsaHeadingMenu
{
  GtkPopover  parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ShinsaHeadingMenu, shinsa_heading_menu, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
page_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), PAGE_DATA));
}

static void
row_activated_cb (ShinsaHeadingMenu *self,
                  GtkListBoxRow     *row)
{
  int page = page_of (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, page);
}

static GtkWidget *
make_row (const ShinsaPdfHeading *heading)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (heading->title);
  g_autofree char *number = g_strdup_printf ("%d", heading->page);
  GtkWidget *page = gtk_label_new (number);
  /* Translators: a heading of a document, and the page it is on. */
  g_autofree char *name = g_strdup_printf (_("%s, page %d"), heading->title, heading->page);

  gtk_widget_set_margin_start (title, MIN (heading->depth, DEEPEST) * INDENT);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (page, "dim-label");
  gtk_widget_add_css_class (page, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), page);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), PAGE_DATA, GINT_TO_POINTER (heading->page));
  return row;
}

static gboolean
shinsa_heading_menu_grab_focus (GtkWidget *widget)
{
  ShinsaHeadingMenu *self = SHINSA_HEADING_MENU (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
shinsa_heading_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SHINSA_TYPE_HEADING_MENU);

  G_OBJECT_CLASS (shinsa_heading_menu_parent_class)->dispose (object);
}

static void
shinsa_heading_menu_class_init (ShinsaHeadingMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shinsa_heading_menu_dispose;
  widget_class->grab_focus = shinsa_heading_menu_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource
    (widget_class, "/jp/shinsa/Shinsa/documents/shinsa-heading-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaHeadingMenu, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
shinsa_heading_menu_init (ShinsaHeadingMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shinsa_heading_menu_show:
 * @self: a menu
 * @outline: (element-type ShinsaPdfHeading): what to offer
 * @page: the page that is looked at
 *
 * The heading under which the page stands is marked.
 */
void
shinsa_heading_menu_show (ShinsaHeadingMenu *self,
                          const GPtrArray   *outline,
                          int                page)
{
  GtkWidget *row;

  g_return_if_fail (SHINSA_IS_HEADING_MENU (self));
  g_return_if_fail (outline != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < outline->len; i++)
    {
      const ShinsaPdfHeading *heading = g_ptr_array_index (outline, i);

      row = make_row (heading);
      gtk_list_box_append (self->list, row);
      if (heading->page <= page)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
}

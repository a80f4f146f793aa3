/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-pinned-cell.h"

#include "cells/shinsa-level-strip.h"
#include "cells/shinsa-wrap-layout.h"

struct _ShinsaPinnedCell
{
  GtkWidget            parent_instance;

  char                *application;
  char                *row;
  ShinsaPinnedContent *content;      /* NULL until it is first filled */
  ShinsaLevelStrip    *levels;
  GtkLabel            *figures;
  GtkWidget           *places;
  GtkLabel            *reasons;
};

enum {
  EVIDENCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShinsaPinnedCell, shinsa_pinned_cell, GTK_TYPE_WIDGET)

static void
place_clicked_cb (ShinsaPinnedCell *self,
                  GtkButton        *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const ShinsaPinnedPlace *place = g_ptr_array_index (self->content->places, index);

  g_signal_emit (self, signals[EVIDENCE], 0, place->document, place->page, place->quote);
}

static gboolean
same_places (GPtrArray *a,
             GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const ShinsaPinnedPlace *one = g_ptr_array_index (a, i);
      const ShinsaPinnedPlace *other = g_ptr_array_index (b, i);

      same = one->page == other->page && g_str_equal (one->document, other->document) &&
             g_str_equal (one->label, other->label);
    }
  return same;
}

static void
show_places (ShinsaPinnedCell *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->places)) != NULL)
    gtk_box_remove (GTK_BOX (self->places), child);
  for (guint i = 0; i < self->content->places->len; i++)
    {
      const ShinsaPinnedPlace *place = g_ptr_array_index (self->content->places, i);
      GtkWidget *button = gtk_button_new_with_label (place->text);

      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_tooltip_text (button, place->label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, place->label, -1);
      g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (place_clicked_cb), self);
      gtk_box_append (GTK_BOX (self->places), button);
    }
  gtk_widget_set_visible (self->places, self->content->places->len > 0);
}

static gboolean
shinsa_pinned_cell_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  ShinsaPinnedCell *self = SHINSA_PINNED_CELL (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  if (gtk_widget_get_focus_child (widget) != NULL)
    {
      if (gtk_widget_child_focus (self->places, direction))
        return TRUE;
      return !forward && gtk_widget_grab_focus (widget);
    }
  if (gtk_widget_is_focus (widget))
    return forward && gtk_widget_child_focus (self->places, direction);
  return gtk_widget_grab_focus (widget);
}

static void
shinsa_pinned_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (shinsa_pinned_cell_parent_class)->dispose (object);
}

static void
shinsa_pinned_cell_finalize (GObject *object)
{
  ShinsaPinnedCell *self = SHINSA_PINNED_CELL (object);

  g_free (self->application);
  g_free (self->row);
  g_clear_pointer (&self->content, shinsa_pinned_content_free);
  G_OBJECT_CLASS (shinsa_pinned_cell_parent_class)->finalize (object);
}

static void
shinsa_pinned_cell_class_init (ShinsaPinnedCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_pinned_cell_dispose;
  object_class->finalize = shinsa_pinned_cell_finalize;
  widget_class->focus = shinsa_pinned_cell_focus;
  signals[EVIDENCE] =
    g_signal_new ("evidence", SHINSA_TYPE_PINNED_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "pinnedcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
text_new (ShinsaPinnedCell *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
shinsa_pinned_cell_init (ShinsaPinnedCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->levels = SHINSA_LEVEL_STRIP (shinsa_level_strip_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->levels), GTK_WIDGET (self));
  self->figures = GTK_LABEL (text_new (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "dim-label");
  self->places = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->places, shinsa_wrap_layout_new ());
  gtk_widget_set_parent (self->places, GTK_WIDGET (self));
  self->reasons = GTK_LABEL (text_new (self));
}

/**
 * shinsa_pinned_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
shinsa_pinned_cell_new (const char *application,
                        const char *row)
{
  ShinsaPinnedCell *self = g_object_new (SHINSA_TYPE_PINNED_CELL, NULL);

  self->application = g_strdup (application);
  self->row = g_strdup (row);
  return GTK_WIDGET (self);
}

/**
 * shinsa_pinned_cell_take_content:
 * @content: (transfer full): what to show from now on
 *
 * What has the focus keeps it as long as it is still there.
 */
void
shinsa_pinned_cell_take_content (ShinsaPinnedCell    *self,
                                 ShinsaPinnedContent *content)
{
  g_autoptr (ShinsaPinnedContent) old = NULL;

  g_return_if_fail (SHINSA_IS_PINNED_CELL (self));

  old = g_steal_pointer (&self->content);
  self->content = content;
  shinsa_level_strip_set_levels (self->levels, content->headings, content->levels);
  gtk_widget_set_visible (GTK_WIDGET (self->levels), content->levels->len > 0);
  gtk_label_set_text (self->figures, content->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), *content->figures != '\0');
  gtk_label_set_markup (self->reasons, content->markup);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), *content->markup != '\0');
  if (old == NULL || !same_places (old->places, content->places))
    show_places (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, content->label, -1);
}

const char *
shinsa_pinned_cell_get_application (ShinsaPinnedCell *self)
{
  g_return_val_if_fail (SHINSA_IS_PINNED_CELL (self), NULL);

  return self->application;
}

const char *
shinsa_pinned_cell_get_row (ShinsaPinnedCell *self)
{
  g_return_val_if_fail (SHINSA_IS_PINNED_CELL (self), NULL);

  return self->row;
}

/**
 * shinsa_pinned_cell_dup_text:
 *
 * Returns: (transfer full): what the cell shows, as text
 */
char *
shinsa_pinned_cell_dup_text (ShinsaPinnedCell *self)
{
  g_return_val_if_fail (SHINSA_IS_PINNED_CELL (self), NULL);

  return self->content != NULL ? shinsa_pinned_content_text (self->content) : g_strdup ("");
}

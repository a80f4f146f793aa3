/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare/shinsa-pinned-view.h"

#include "cells/shinsa-column.h"
#include "compare/shinsa-pinned-cell.h"
#include "parts/shinsa-messages.h"

#include <glib/gi18n-lib.h>

/* Where a column's heading keeps what changes. */
typedef struct {
  GtkLabel *name;
  GtkLabel *state;
} Heading;

struct _ShinsaPinnedView
{
  AdwBin             parent_instance;

  GtkBox            *headings;
  GtkScrolledWindow *scrolled;
  GtkGrid           *body;
  GtkLabel          *band;           /* the heading of the row at the top, while it is above */
  guint              band_tick;

  GPtrArray *applications;   /* (element-type utf8), the columns */
  GPtrArray *rows;           /* (element-type ShinsaRow), without cells */
  GArray    *heads;          /* (element-type Heading), of the columns */
  GPtrArray *bands;          /* (element-type GtkWidget), the headings of rows, borrowed */
  GPtrArray *cells;          /* (element-type ShinsaPinnedCell), row by row, borrowed */
  GtkWidget *last;           /* the cell that had the focus, borrowed; or NULL */
};

enum {
  OPENED,
  UNPINNED,
  EVIDENCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShinsaPinnedView, shinsa_pinned_view, ADW_TYPE_BIN)

static ShinsaPinnedCell *
cell_at (ShinsaPinnedView *self,
         guint             row,
         guint             column)
{
  return g_ptr_array_index (self->cells, row * self->applications->len + column);
}

/* The cell with the focus, or with the evidence that has it. */
static GtkWidget *
focus_cell (ShinsaPinnedView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, SHINSA_TYPE_PINNED_CELL)
                                  : NULL;

  return cell != NULL && gtk_widget_is_ancestor (cell, GTK_WIDGET (self->body)) ? cell : NULL;
}

/* Scrolls as little as brings the cell into sight, its heading before its end. */
static void
reveal (ShinsaPinnedView *self,
        GtkWidget        *cell)
{
  GtkWidget *body = GTK_WIDGET (self->body);
  graphene_rect_t top, bottom;
  guint index;

  if (g_ptr_array_find (self->cells, cell, &index) &&
      gtk_widget_compute_bounds (g_ptr_array_index (self->bands,
                                                    index / self->applications->len),
                                 body, &top) &&
      gtk_widget_compute_bounds (cell, body, &bottom))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scrolled),
                               top.origin.y, bottom.origin.y + bottom.size.height);
}

/* A row may be taller than the window: its heading stays in sight with it. */
static gboolean
show_band_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  ShinsaPinnedView *self = SHINSA_PINNED_VIEW (widget);
  double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  GtkLabel *above = NULL;

  for (guint i = 0; i < self->bands->len; i++)
    {
      GtkWidget *band = g_ptr_array_index (self->bands, i);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (band, GTK_WIDGET (self->body), &bounds) &&
          bounds.origin.y < top)
        above = GTK_LABEL (band);
    }
  if (above != NULL)
    gtk_label_set_markup (self->band, gtk_label_get_label (above));
  gtk_widget_set_visible (GTK_WIDGET (self->band), above != NULL);
  self->band_tick = 0;
  return G_SOURCE_REMOVE;
}

/* In the next frame: where rows stand may just be given out. */
static void
scrolled_cb (ShinsaPinnedView *self)
{
  if (self->band_tick == 0)
    self->band_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_band_cb, NULL, NULL);
}

static gboolean
focus_on (ShinsaPinnedView *self,
          GtkWidget        *cell)
{
  self->last = cell;
  reveal (self, cell);
  return gtk_widget_grab_focus (cell);
}

static void
move (ShinsaPinnedView *self,
      GtkWidget        *from,
      int               down,
      int               right)
{
  int columns = (int) self->applications->len;
  int rows = (int) self->rows->len;
  guint index;

  if (!g_ptr_array_find (self->cells, from, &index))
    return;
  focus_on (self, GTK_WIDGET (cell_at (self,
                                       CLAMP ((int) index / columns + down, 0, rows - 1),
                                       CLAMP ((int) index % columns + right, 0, columns - 1))));
}

/* Copying. */

static void
copy_cell (ShinsaPinnedView *self,
           ShinsaPinnedCell *cell)
{
  g_autofree char *text = shinsa_pinned_cell_dup_text (cell);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  shinsa_toast (GTK_WIDGET (self), _("What the cell shows was copied."));
}

static void
copy_all (ShinsaPinnedView *self)
{
  g_autoptr (ShinsaTable) table = shinsa_table_new (_("Requirement"));
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->heads->len; i++)
    shinsa_table_add_column (table, g_ptr_array_index (self->applications, i),
                             gtk_label_get_text (g_array_index (self->heads, Heading, i).name), 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ShinsaRow *known = g_ptr_array_index (self->rows, i);
      ShinsaRow *row = shinsa_row_new (shinsa_row_get_key (known), shinsa_row_get_title (known),
                                       NULL);

      for (guint j = 0; j < self->applications->len; j++)
        {
          g_autofree char *words = shinsa_pinned_cell_dup_text (cell_at (self, i, j));

          shinsa_row_take_cell (row, shinsa_cell_new (SHINSA_CELL_WORDS, words, g_strdup (words)));
        }
      g_ptr_array_add (table->rows, row);
    }
  text = shinsa_table_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  shinsa_toast (GTK_WIDGET (self), _("The table was copied. It can be pasted into a spreadsheet."));
}

/* Keys. */

static gboolean
plain_key_pressed (ShinsaPinnedView *self,
                   GtkWidget        *cell,
                   guint             key)
{
  const char *application = shinsa_pinned_cell_get_application (SHINSA_PINNED_CELL (cell));

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, cell, -1, 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, cell, 1, 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, cell, 0, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, cell, 0, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, cell, -(int) self->rows->len, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, cell, (int) self->rows->len, 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[OPENED], 0, application);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      g_signal_emit (self, signals[UNPINNED], 0, application);
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
                gpointer               data)
{
  ShinsaPinnedView *self = SHINSA_PINNED_VIEW (data);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *cell = focus_cell (self);

  if (cell == NULL)
    return FALSE;
  if (modifiers == 0)
    return plain_key_pressed (self, cell, key);
  if (gdk_keyval_to_lower (key) != GDK_KEY_c || (modifiers & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    copy_all (self);
  else
    copy_cell (self, SHINSA_PINNED_CELL (cell));
  return TRUE;
}

static void
pressed_cb (ShinsaPinnedCell *cell,
            int               n_press)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (cell), SHINSA_TYPE_PINNED_VIEW);

  if (view == NULL)
    return;
  focus_on (SHINSA_PINNED_VIEW (view), GTK_WIDGET (cell));
  if (n_press == 2)
    g_signal_emit (view, signals[OPENED], 0, shinsa_pinned_cell_get_application (cell));
}

static void
evidence_cb (ShinsaPinnedCell *cell,
             const char       *document,
             int               page,
             const char       *quote,
             ShinsaPinnedView *self)
{
  g_signal_emit (self, signals[EVIDENCE], 0, shinsa_pinned_cell_get_application (cell), document,
                 page, quote);
}

static void
unpin_clicked_cb (ShinsaPinnedView *self,
                  GtkWidget        *button)
{
  g_signal_emit (self, signals[UNPINNED], 0, g_object_get_data (G_OBJECT (button), "application"));
}

/* Making it. */

static GtkLabel *
heading_label_new (GtkBox     *box,
                   const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_heading (ShinsaPinnedView *self,
             const char       *application)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  Heading heading;

  heading.name = heading_label_new (GTK_BOX (words), "heading");
  heading.state = heading_label_new (GTK_BOX (words), "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  g_object_set_data_full (G_OBJECT (button), "application", g_strdup (application), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Take Away"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (unpin_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->headings, box);
  g_array_append_val (self->heads, heading);
}

static void
add_row (ShinsaPinnedView *self,
         guint             index)
{
  ShinsaRow *row = g_ptr_array_index (self->rows, index);
  const char *note = shinsa_row_get_note (row);
  g_autofree char *text = note != NULL
                          ? g_markup_printf_escaped ("<b>%s</b>  <small>%s</small>",
                                                     shinsa_row_get_title (row), note)
                          : g_markup_printf_escaped ("<b>%s</b>", shinsa_row_get_title (row));
  GtkWidget *band = gtk_label_new (NULL);
  int columns = (int) self->applications->len;

  gtk_label_set_markup (GTK_LABEL (band), text);
  gtk_label_set_xalign (GTK_LABEL (band), 0);
  gtk_label_set_ellipsize (GTK_LABEL (band), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (band, "pinned-row");
  gtk_grid_attach (self->body, band, 0, 2 * (int) index, columns, 1);
  g_ptr_array_add (self->bands, band);
  for (int i = 0; i < columns; i++)
    {
      GtkWidget *cell = shinsa_pinned_cell_new (g_ptr_array_index (self->applications, i),
                                                shinsa_row_get_key (row));
      GtkGesture *click = gtk_gesture_click_new ();

      g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), cell);
      gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
      g_signal_connect_object (cell, "evidence", G_CALLBACK (evidence_cb), self, 0);
      gtk_grid_attach (self->body, cell, i, 2 * (int) index + 1, 1, 1);
      g_ptr_array_add (self->cells, cell);
    }
}

static void
clear (ShinsaPinnedView *self)
{
  GtkWidget *child;

  self->last = NULL;
  g_array_set_size (self->heads, 0);
  g_ptr_array_set_size (self->bands, 0);
  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->headings))) != NULL)
    gtk_box_remove (self->headings, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_grid_remove (self->body, child);
}

static void
build (ShinsaPinnedView *self)
{
  for (guint i = 0; i < self->applications->len; i++)
    add_heading (self, g_ptr_array_index (self->applications, i));
  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, i);
}

/* Whether it is built for these columns and rows already. */
static gboolean
is_built_for (ShinsaPinnedView *self,
              GPtrArray        *applications,
              GPtrArray        *rows)
{
  gboolean same = applications->len == self->applications->len && rows->len == self->rows->len;

  for (guint i = 0; same && i < applications->len; i++)
    same = g_str_equal (g_ptr_array_index (applications, i),
                        g_ptr_array_index (self->applications, i));
  for (guint i = 0; same && i < rows->len; i++)
    same = g_str_equal (shinsa_row_get_title (g_ptr_array_index (rows, i)),
                        shinsa_row_get_title (g_ptr_array_index (self->rows, i))) &&
           g_str_equal (shinsa_row_get_key (g_ptr_array_index (rows, i)),
                        shinsa_row_get_key (g_ptr_array_index (self->rows, i)));
  return same;
}

/* The cell of those keys; of another application in the row where that one is gone. */
static GtkWidget *
find_cell (ShinsaPinnedView *self,
           const char       *application,
           const char       *row)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      ShinsaPinnedCell *cell = g_ptr_array_index (self->cells, i);

      if (g_strcmp0 (shinsa_pinned_cell_get_row (cell), row) != 0)
        continue;
      if (found == NULL || g_strcmp0 (shinsa_pinned_cell_get_application (cell), application) == 0)
        found = GTK_WIDGET (cell);
    }
  return found;
}

static void
rebuild (ShinsaPinnedView *self,
         GPtrArray        *applications,
         GPtrArray        *rows)
{
  GtkWidget *focus = focus_cell (self);
  g_autofree char *application = NULL;
  g_autofree char *row = NULL;

  if (focus != NULL)
    {
      application = g_strdup (shinsa_pinned_cell_get_application (SHINSA_PINNED_CELL (focus)));
      row = g_strdup (shinsa_pinned_cell_get_row (SHINSA_PINNED_CELL (focus)));
    }
  clear (self);
  g_ptr_array_set_size (self->applications, 0);
  for (guint i = 0; i < applications->len; i++)
    g_ptr_array_add (self->applications, g_strdup (g_ptr_array_index (applications, i)));
  g_ptr_array_ref (rows);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
  build (self);
  if (row != NULL && self->cells->len > 0)
    {
      GtkWidget *cell = find_cell (self, application, row);

      focus_on (self, cell != NULL ? cell : g_ptr_array_index (self->cells, 0));
    }
}

/* The object. */

static gboolean
shinsa_pinned_view_grab_focus (GtkWidget *widget)
{
  ShinsaPinnedView *self = SHINSA_PINNED_VIEW (widget);

  if (self->cells->len == 0)
    return FALSE;
  return focus_on (self, self->last != NULL ? self->last : g_ptr_array_index (self->cells, 0));
}

/* The cells are one stop on the way of Tab, with the evidence of the one that has the focus; arrows
 * move among them. */
static gboolean
shinsa_pinned_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  ShinsaPinnedView *self = SHINSA_PINNED_VIEW (widget);
  GtkWidget *headings = GTK_WIDGET (self->headings);
  GtkWidget *cell = focus_cell (self);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (shinsa_pinned_view_parent_class)->focus (widget, direction);
  if (cell != NULL)
    {
      self->last = cell;
      if (gtk_widget_child_focus (cell, direction))
        return TRUE;
      return !forward && gtk_widget_child_focus (headings, direction);
    }
  if (gtk_widget_get_focus_child (widget) == NULL && !forward)
    return shinsa_pinned_view_grab_focus (widget);
  if (gtk_widget_child_focus (headings, direction))
    return TRUE;
  return forward && shinsa_pinned_view_grab_focus (widget);
}

static void
shinsa_pinned_view_dispose (GObject *object)
{
  ShinsaPinnedView *self = SHINSA_PINNED_VIEW (object);

  if (self->body != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_PINNED_VIEW);
  G_OBJECT_CLASS (shinsa_pinned_view_parent_class)->dispose (object);
}

static void
shinsa_pinned_view_finalize (GObject *object)
{
  ShinsaPinnedView *self = SHINSA_PINNED_VIEW (object);

  g_ptr_array_unref (self->applications);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->heads);
  G_OBJECT_CLASS (shinsa_pinned_view_parent_class)->finalize (object);
}

static void
shinsa_pinned_view_class_init (ShinsaPinnedViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shinsa_pinned_view_dispose;
  object_class->finalize = shinsa_pinned_view_finalize;
  widget_class->grab_focus = shinsa_pinned_view_grab_focus;
  widget_class->focus = shinsa_pinned_view_focus;
  signals[OPENED] =
    g_signal_new ("opened", SHINSA_TYPE_PINNED_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNPINNED] =
    g_signal_new ("unpinned", SHINSA_TYPE_PINNED_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EVIDENCE] =
    g_signal_new ("evidence", SHINSA_TYPE_PINNED_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/compare/shinsa-pinned-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaPinnedView, headings);
  gtk_widget_class_bind_template_child (widget_class, ShinsaPinnedView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ShinsaPinnedView, body);
  gtk_widget_class_bind_template_child (widget_class, ShinsaPinnedView, band);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
shinsa_pinned_view_init (ShinsaPinnedView *self)
{
  GtkAdjustment *vertical;

  self->applications = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->heads = g_array_new (FALSE, FALSE, sizeof (Heading));
  self->bands = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vertical = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
shinsa_pinned_view_new (void)
{
  return g_object_new (SHINSA_TYPE_PINNED_VIEW, NULL);
}

static void
show_heading (ShinsaPinnedView  *self,
              const ShinsaRound *round,
              guint              column)
{
  const char *application = g_ptr_array_index (self->applications, column);
  const ShinsaDossier *dossier = shinsa_round_dossier (round, application);
  const char *name = shinsa_text_get (&dossier->name);
  const Heading *heading = &g_array_index (self->heads, Heading, column);
  GtkWidget *words = gtk_widget_get_parent (GTK_WIDGET (heading->name));
  GtkWidget *button = gtk_widget_get_next_sibling (words);
  g_autofree char *state = shinsa_pinned_state (round, application);
  /* Translators: takes an application out of those laid side by side. */
  g_autofree char *label = g_strdup_printf (_("Take away “%s”"), name);

  gtk_label_set_text (heading->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (heading->name), name);
  gtk_label_set_text (heading->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * shinsa_pinned_view_show:
 * @source: what the applications are shown from
 * @applications: (element-type utf8): which ones, all of them in the round
 *
 * Cells stay where they are, with their focus, as long as there are the same applications.
 */
void
shinsa_pinned_view_show (ShinsaPinnedView          *self,
                         const ShinsaCompareSource *source,
                         GPtrArray                 *applications)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (SHINSA_IS_PINNED_VIEW (self));

  rows = shinsa_pinned_rows (source->round->definition);
  if (!is_built_for (self, applications, rows))
    rebuild (self, applications, rows);
  for (guint i = 0; i < self->applications->len; i++)
    show_heading (self, source->round, i);
  for (guint i = 0; i < self->cells->len; i++)
    {
      ShinsaPinnedCell *cell = g_ptr_array_index (self->cells, i);

      shinsa_pinned_cell_take_content (
        cell, shinsa_pinned_content_new (source, shinsa_pinned_cell_get_application (cell),
                                         shinsa_pinned_cell_get_row (cell)));
    }
}

/**
 * shinsa_pinned_view_get_place:
 * @application: (out) (transfer none): of the cell that has the focus
 * @row: (out) (transfer none): its key, a requirement or another one
 *
 * Returns: whether one of the cells has the focus
 */
gboolean
shinsa_pinned_view_get_place (ShinsaPinnedView  *self,
                              const char       **application,
                              const char       **row)
{
  GtkWidget *cell;

  g_return_val_if_fail (SHINSA_IS_PINNED_VIEW (self), FALSE);

  cell = focus_cell (self);
  if (cell == NULL)
    return FALSE;
  *application = shinsa_pinned_cell_get_application (SHINSA_PINNED_CELL (cell));
  *row = shinsa_pinned_cell_get_row (SHINSA_PINNED_CELL (cell));
  return TRUE;
}

/**
 * shinsa_pinned_view_go_to:
 * @application: the column
 * @row: the key of a row
 *
 * Moves the focus there if one of the cells has it; nowhere where the application is not shown.
 */
void
shinsa_pinned_view_go_to (ShinsaPinnedView *self,
                          const char       *application,
                          const char       *row)
{
  GtkWidget *cell;

  g_return_if_fail (SHINSA_IS_PINNED_VIEW (self));

  cell = focus_cell (self) != NULL ? find_cell (self, application, row) : NULL;
  if (cell != NULL &&
      g_str_equal (shinsa_pinned_cell_get_application (SHINSA_PINNED_CELL (cell)), application))
    focus_on (self, cell);
}

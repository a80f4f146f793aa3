/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-picture.h"

#include "parts/shinsa-messages.h"

#include <glib/gi18n-lib.h>

#define MARK_RADIUS 6
#define MARK_EDGE 3

struct _ShinsaPicture
{
  GtkWidget           parent_instance;

  const ShinsaFigure *figure;        /* of whoever set it, or NULL */
  char               *key;           /* of the row of the mark, which may be elsewhere next time */
  int                 row;
  int                 column;
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShinsaPicture, shinsa_picture, GTK_TYPE_WIDGET)

static int
n_rows (ShinsaPicture *self)
{
  return self->figure != NULL ? self->figure->n_rows : 0;
}

static void
place_of (ShinsaPicture   *self,
          int              row,
          int              column,
          graphene_rect_t *box)
{
  self->figure->kind->place (self->figure, gtk_widget_get_width (GTK_WIDGET (self)), row, column,
                             box);
}

/* The mark. */

static void
say (ShinsaPicture *self)
{
  const ShinsaCell *cell = n_rows (self) > 0
                           ? shinsa_figure_cell (self->figure, self->row, self->column) : NULL;
  const char *name = self->figure != NULL ? self->figure->name : "";
  /* Translators: a picture, and the point of it that the mark is on. */
  g_autofree char *label = cell != NULL ? g_strdup_printf (_("%s: %s"), name, cell->label)
                                        : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("The arrow keys go from point to point. The same is shown as "
                                    "a table, and Ctrl+C copies it."),
                                  -1);
}

static void
reveal_in (GtkAdjustment *adjustment,
           double         start,
           double         size)
{
  start += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, start, start + size);
}

/* The picture has no widgets for its points, so nobody else scrolls to them. */
static void
reveal (ShinsaPicture *self)
{
  graphene_rect_t box;
  graphene_point_t corner;

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  place_of (self, self->row, self->column, &box);
  for (GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self)); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (GTK_IS_SCROLLED_WINDOW (parent) &&
        gtk_widget_compute_point (GTK_WIDGET (self), parent, &box.origin, &corner))
      {
        GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (parent);

        reveal_in (gtk_scrolled_window_get_vadjustment (scrolled), corner.y, box.size.height);
        reveal_in (gtk_scrolled_window_get_hadjustment (scrolled), corner.x, box.size.width);
      }
}

static void
put_mark (ShinsaPicture *self,
          int            row,
          int            column)
{
  ShinsaRow *there;

  if (n_rows (self) == 0)
    return;
  self->row = CLAMP (row, 0, n_rows (self) - 1);
  self->column = CLAMP (column, 0, self->figure->n_columns - 1);
  there = g_ptr_array_index (self->figure->table->rows, self->row);
  g_free (self->key);
  self->key = g_strdup (shinsa_row_get_key (there));
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move (ShinsaPicture *self,
      int            down,
      int            right)
{
  if (n_rows (self) == 0)
    return FALSE;
  put_mark (self, self->row + down, self->column + right);
  reveal (self);
  return TRUE;
}

static void
activate (ShinsaPicture *self)
{
  if (n_rows (self) > 0)
    g_signal_emit (self, signals[ACTIVATED], 0,
                   g_ptr_array_index (self->figure->table->rows, self->row), self->column);
}

static gboolean
plain_key_pressed (ShinsaPicture *self,
                   guint          key)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, -1, 0);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, 1, 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, 0, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, 0, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move (self, 0, -self->column);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move (self, 0, G_MAXINT / 2);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
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
                ShinsaPicture         *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  return plain_key_pressed (self, key);
}

static gboolean
find_point (ShinsaPicture *self,
            double         x,
            double         y,
            int           *row,
            int           *column)
{
  for (*row = 0; *row < n_rows (self); (*row)++)
    for (*column = 0; *column < self->figure->n_columns; (*column)++)
      {
        graphene_rect_t box;

        place_of (self, *row, *column, &box);
        if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT (x, y)))
          return TRUE;
      }
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ShinsaPicture   *self)
{
  int row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_point (self, x, y, &row, &column))
    return;
  put_mark (self, row, column);
  if (n_press == 2)
    activate (self);
}

static gboolean
shinsa_picture_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  ShinsaPicture *self = SHINSA_PICTURE (widget);
  const ShinsaCell *cell;
  int row = self->row, column = self->column;

  if (!keyboard && !find_point (self, x, y, &row, &column))
    return FALSE;
  cell = n_rows (self) > 0 ? shinsa_figure_cell (self->figure, row, column) : NULL;
  if (cell != NULL)
    gtk_tooltip_set_text (tooltip, cell->label);
  return cell != NULL;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ShinsaPicture *self = SHINSA_PICTURE (widget);
  g_autofree char *text = NULL;

  if (self->figure == NULL)
    return;
  text = shinsa_table_text (self->figure->table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  shinsa_toast (widget, _("The table was copied. It can be pasted into a spreadsheet."));
}

/* Size and looks. */

static void
shinsa_picture_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  ShinsaPicture *self = SHINSA_PICTURE (widget);
  int narrowest = self->figure != NULL ? self->figure->kind->narrowest : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = narrowest;
  else if (self->figure != NULL)
    *minimum = *natural = self->figure->kind->get_height (self->figure, MAX (for_size, narrowest));
}

static GtkSizeRequestMode
shinsa_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
shinsa_picture_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  ShinsaPicture *self = SHINSA_PICTURE (widget);
  graphene_rect_t box;
  ShinsaPen pen;

  if (self->figure == NULL)
    return;
  shinsa_pen_init (&pen, widget, snapshot);
  self->figure->kind->draw (self->figure, &pen);
  if (!gtk_widget_has_visible_focus (widget) || n_rows (self) == 0)
    return;
  place_of (self, self->row, self->column, &box);
  shinsa_pen_frame (&pen, &pen.color, &box, MARK_RADIUS, MARK_EDGE);
}

static void
focus_changed_cb (ShinsaPicture *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
shinsa_picture_state_flags_changed (GtkWidget     *widget,
                                    GtkStateFlags  before)
{
  if (((before ^ gtk_widget_get_state_flags (widget)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    gtk_widget_queue_draw (widget);
}

static void
shinsa_picture_finalize (GObject *object)
{
  ShinsaPicture *self = SHINSA_PICTURE (object);

  g_free (self->key);
  G_OBJECT_CLASS (shinsa_picture_parent_class)->finalize (object);
}

static void
shinsa_picture_class_init (ShinsaPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = shinsa_picture_finalize;
  widget_class->measure = shinsa_picture_measure;
  widget_class->get_request_mode = shinsa_picture_get_request_mode;
  widget_class->snapshot = shinsa_picture_snapshot;
  widget_class->query_tooltip = shinsa_picture_query_tooltip;
  widget_class->state_flags_changed = shinsa_picture_state_flags_changed;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2, SHINSA_TYPE_ROW,
                                     G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "picture.copy",
                                       NULL);
  gtk_widget_class_set_css_name (widget_class, "picturechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
shinsa_picture_init (ShinsaPicture *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
shinsa_picture_new (void)
{
  return g_object_new (SHINSA_TYPE_PICTURE, NULL);
}

/**
 * shinsa_picture_set_figure:
 * @figure: (nullable): what to draw; it is kept by the caller for as long as it is shown
 *
 * The mark stays on its row wherever that went.
 */
void
shinsa_picture_set_figure (ShinsaPicture      *self,
                           const ShinsaFigure *figure)
{
  g_return_if_fail (SHINSA_IS_PICTURE (self));

  self->figure = figure;
  shinsa_picture_set_cursor (self, self->key, self->column);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * shinsa_picture_get_cursor_row:
 *
 * Returns: (transfer none) (nullable): the row of the table that the mark is on
 */
ShinsaRow *
shinsa_picture_get_cursor_row (ShinsaPicture *self)
{
  g_return_val_if_fail (SHINSA_IS_PICTURE (self), NULL);

  return n_rows (self) > 0 ? g_ptr_array_index (self->figure->table->rows, self->row) : NULL;
}

int
shinsa_picture_get_cursor_column (ShinsaPicture *self)
{
  g_return_val_if_fail (SHINSA_IS_PICTURE (self), 0);

  return self->column;
}

/**
 * shinsa_picture_set_cursor:
 * @row: (nullable): the key of a row; where there is no such row, the mark stays in its place
 */
void
shinsa_picture_set_cursor (ShinsaPicture *self,
                           const char    *row,
                           int            column)
{
  int place = self->row;

  g_return_if_fail (SHINSA_IS_PICTURE (self));

  for (int i = 0; row != NULL && i < n_rows (self); i++)
    if (g_strcmp0 (row, shinsa_row_get_key (g_ptr_array_index (self->figure->table->rows,
                                                               i))) == 0)
      place = i;
  put_mark (self, place, column);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-picture.h"

#include "charts/shinsa-sight.h"
#include "parts/shinsa-messages.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define USUAL_DPI (96 * 1024.0)     /* as GTK counts them */

struct _ShinsaPicture
{
  GtkWidget           parent_instance;

  const ShinsaFigure *figure;        /* of whoever set it, or NULL */
  char               *key;           /* of the row of the mark, which may be elsewhere next time */
  int                 row;
  int                 column;

  GtkAdjustment      *adjustments[2];  /* by GtkOrientation; NULL where it is not scrolled */
};

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ShinsaPicture, shinsa_picture, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
n_rows (ShinsaPicture *self)
{
  return self->figure != NULL ? self->figure->n_rows : 0;
}

static double
text_scale (ShinsaPicture *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / USUAL_DPI : 1;
}

/* Whole pixels, so that straight edges stay sharp. */
static double
scrolled_by (ShinsaPicture  *self,
             GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

static void
look (ShinsaPicture *self,
      ShinsaSight   *sight)
{
  shinsa_sight_init (sight, self->figure, gtk_widget_get_width (GTK_WIDGET (self)),
                     gtk_widget_get_height (GTK_WIDGET (self)), text_scale (self));
  sight->x = scrolled_by (self, GTK_ORIENTATION_HORIZONTAL);
  sight->y = scrolled_by (self, GTK_ORIENTATION_VERTICAL);
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
           double         size,
           double         heading)
{
  start += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, start - heading, start + size);
}

/* Scrolls what the picture is in. */
static void
reveal_around (ShinsaPicture         *self,
               const graphene_rect_t *box)
{
  GtkWidget *parent = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t corner;

  if (parent != NULL &&
      gtk_widget_compute_point (GTK_WIDGET (self), parent, &box->origin, &corner))
    reveal_in (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (parent)), corner.y,
               box->size.height, 0);
}

/* The picture has no widgets for its points, so nobody else scrolls to them. */
static void
reveal (ShinsaPicture *self)
{
  ShinsaSight sight;
  graphene_rect_t box;

  if (n_rows (self) == 0 || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  look (self, &sight);
  shinsa_sight_place (&sight, self->row, self->column, &box);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] == NULL)
    {
      reveal_around (self, &box);
      return;
    }
  reveal_in (self->adjustments[GTK_ORIENTATION_VERTICAL], box.origin.y, box.size.height,
             sight.top);
  reveal_in (self->adjustments[GTK_ORIENTATION_HORIZONTAL], box.origin.x, box.size.width,
             sight.left);
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

/* The row with that key; where there is none, that of the mark. */
static int
find_row (ShinsaPicture *self,
          const char    *key)
{
  for (int i = 0; key != NULL && i < n_rows (self); i++)
    if (g_str_equal (key, shinsa_row_get_key (g_ptr_array_index (self->figure->table->rows, i))))
      return i;
  return self->row;
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

/* How far a page is: as many rows as there are in sight, one left over. */
static int
rows_in_sight (ShinsaPicture *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  ShinsaSight sight;
  graphene_rect_t box;

  if (adjustment == NULL || n_rows (self) == 0)
    return 1;
  look (self, &sight);
  shinsa_sight_place (&sight, self->row, self->column, &box);
  return MAX ((int) ((sight.height - sight.top) / box.size.height) - 1, 1);
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
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move (self, -rows_in_sight (self), 0);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move (self, rows_in_sight (self), 0);
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
control_key_pressed (ShinsaPicture *self,
                     guint          key)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move (self, -self->row, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move (self, n_rows (self), 0);
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
  switch (state & gtk_accelerator_get_default_mod_mask ())
    {
    case 0:
      return plain_key_pressed (self, key);
    case GDK_CONTROL_MASK:
      return control_key_pressed (self, key);
    default:
      return FALSE;
    }
}

static gboolean
find_point (ShinsaPicture *self,
            double         x,
            double         y,
            int           *row,
            int           *column)
{
  ShinsaSight sight;

  if (self->figure == NULL)
    return FALSE;
  look (self, &sight);
  return shinsa_sight_find_point (&sight, x, y, row, column);
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
  int narrowest;
  ShinsaSight sight;

  if (self->figure == NULL)
    return;
  narrowest = self->figure->narrowest;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = narrowest;
  else
    {
      shinsa_sight_init (&sight, self->figure, MAX (for_size, narrowest), 0, text_scale (self));
      *natural = shinsa_sight_height (&sight);
    }
  *minimum = self->adjustments[orientation] != NULL ? 0 : *natural;
}

static void
shinsa_picture_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  ShinsaPicture *self = SHINSA_PICTURE (widget);
  int pages[] = { width, height };
  int sizes[] = { width, height };
  ShinsaSight sight;

  if (self->figure != NULL)
    {
      look (self, &sight);
      sizes[GTK_ORIENTATION_HORIZONTAL] = shinsa_sight_width (&sight);
      sizes[GTK_ORIENTATION_VERTICAL] = MAX (shinsa_sight_height (&sight), height);
    }
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_configure (self->adjustments[i],
                                gtk_adjustment_get_value (self->adjustments[i]), 0, sizes[i],
                                pages[i] * 0.1, pages[i] * 0.9, pages[i]);
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
  ShinsaSight sight;
  ShinsaPen pen;

  if (self->figure == NULL)
    return;
  look (self, &sight);
  shinsa_pen_init (&pen, widget, snapshot);
  shinsa_sight_draw (&sight, &pen);
  if (gtk_widget_has_focus (widget) && n_rows (self) > 0)
    shinsa_sight_draw_mark (&sight, &pen, self->row, self->column);
}

static void
focus_changed_cb (ShinsaPicture *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
take_adjustment (ShinsaPicture  *self,
                 GtkOrientation  orientation,
                 GtkAdjustment  *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
shinsa_picture_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ShinsaPicture *self = SHINSA_PICTURE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_NATURAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_picture_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ShinsaPicture *self = SHINSA_PICTURE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* It is as wide as its window, and as high as it has to be. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_picture_dispose (GObject *object)
{
  ShinsaPicture *self = SHINSA_PICTURE (object);

  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  G_OBJECT_CLASS (shinsa_picture_parent_class)->dispose (object);
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_picture_get_property;
  object_class->set_property = shinsa_picture_set_property;
  object_class->dispose = shinsa_picture_dispose;
  object_class->finalize = shinsa_picture_finalize;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  widget_class->measure = shinsa_picture_measure;
  widget_class->size_allocate = shinsa_picture_size_allocate;
  widget_class->get_request_mode = shinsa_picture_get_request_mode;
  widget_class->snapshot = shinsa_picture_snapshot;
  widget_class->query_tooltip = shinsa_picture_query_tooltip;

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
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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
  put_mark (self, find_row (self, self->key), self->column);
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
  g_return_if_fail (SHINSA_IS_PICTURE (self));

  put_mark (self, find_row (self, row), column);
  reveal (self);
}

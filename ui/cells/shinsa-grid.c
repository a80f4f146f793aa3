/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid.h"

#include "cells/shinsa-grid-cell.h"
#include "cells/shinsa-grid-private.h"

#include <math.h>

#define FIRST_HEIGHT 900      /* of the window, until it is known */

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

guint shinsa_grid_signals[SHINSA_GRID_N_SIGNALS];

static gboolean
shinsa_grid_get_border (GtkScrollable *scrollable,
                        GtkBorder     *border)
{
  ShinsaGrid *self = SHINSA_GRID (scrollable);

  *border = (GtkBorder) { .left = self->metrics.heading_width, .top = self->metrics.header_height };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = shinsa_grid_get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ShinsaGrid, shinsa_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

static guint
n_rows (ShinsaGrid *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

int
shinsa_grid_body_height (ShinsaGrid *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->metrics.header_height, 0);
}

/* Measures again only where columns, width or font are others than before: a row that comes into
 * sight has the whole window measured, at every step of a scroll. */
static void
update_metrics (ShinsaGrid *self,
                int         width)
{
  guint font = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (self->metrics_valid && self->metrics_font == font && self->metrics_width == width)
    return;
  shinsa_grid_metrics_update (&self->metrics, GTK_WIDGET (self), self->columns, width);
  self->metrics_valid = TRUE;
  self->metrics_font = font;
  self->metrics_width = width;
}

/* Lines. */

static GtkWidget *
line_new (ShinsaGrid *self)
{
  GtkWidget *line = shinsa_grid_line_new (&self->metrics, FALSE);

  shinsa_grid_line_set_n_columns (SHINSA_GRID_LINE (line), self->columns->len);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return line;
}

/* The positions in sight, the last one excluded. */
static void
find_range (ShinsaGrid *self,
            guint      *first,
            guint      *end)
{
  double top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  int body = shinsa_grid_body_height (self);

  /* Before it has a size it is better to have too many lines than none in the first frame. One
   * more than fit is had always, so that scrolling never changes how many there are. */
  if (body == 0)
    body = FIRST_HEIGHT;
  *first = MIN ((guint) (top / self->metrics.row_height), n_rows (self));
  *end = MIN (*first + body / self->metrics.row_height + 2, n_rows (self));
}

/* The positions that need a line: those in sight and the cursor's. */
static GArray *
wanted_positions (ShinsaGrid *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first, end;

  find_range (self, &first, &end);
  if (self->cursor_row != NULL && self->cursor_position < first)
    g_array_append_val (positions, self->cursor_position);
  for (guint i = first; i < end; i++)
    g_array_append_val (positions, i);
  if (self->cursor_row != NULL && self->cursor_position >= MAX (first, end))
    g_array_append_val (positions, self->cursor_position);
  return positions;
}

/* Any line that is not needed where it is. */
static GtkWidget *
take_spare (GHashTable *spare)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, spare);
  if (!g_hash_table_iter_next (&iter, NULL, &line))
    return NULL;
  g_hash_table_iter_steal (&iter);
  return line;
}

/**
 * shinsa_grid_sync_lines:
 *
 * Gives every row in sight a line. A row keeps the line it has, and with it the focus. Never to be
 * called while sizes are given out: children come, go and change places.
 */
void
shinsa_grid_sync_lines (ShinsaGrid *self)
{
  g_autoptr (GHashTable) spare = g_hash_table_new_full (NULL, NULL, NULL,
                                                        (GDestroyNotify) gtk_widget_unparent);
  g_autoptr (GArray) positions = NULL;
  GtkWidget *before = self->header;

  update_metrics (self, gtk_widget_get_width (GTK_WIDGET (self)));
  positions = wanted_positions (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      ShinsaGridLine *line = g_ptr_array_index (self->lines, i);

      g_hash_table_insert (spare, shinsa_grid_line_get_row (line), line);
    }
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < positions->len; i++)
    {
      g_autoptr (ShinsaRow) row = g_list_model_get_item (self->model,
                                                         g_array_index (positions, guint, i));
      gpointer line = NULL;

      g_hash_table_steal_extended (spare, row, NULL, &line);
      g_ptr_array_add (self->lines, line);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);
      g_autoptr (ShinsaRow) row = g_list_model_get_item (self->model, position);
      GtkWidget *line = g_ptr_array_index (self->lines, i);

      if (line == NULL)
        line = take_spare (spare);
      if (line == NULL)
        line = line_new (self);
      g_ptr_array_index (self->lines, i) = line;
      shinsa_grid_line_bind (SHINSA_GRID_LINE (line), row, position);
      shinsa_grid_line_set_cursor (SHINSA_GRID_LINE (line),
                                   row == self->cursor_row ? self->cursor_column
                                                           : SHINSA_GRID_NO_COLUMN);
      if (gtk_widget_get_prev_sibling (line) != before)
        gtk_widget_insert_after (line, GTK_WIDGET (self), before);
      before = line;
    }
}

static void
drop_lines (ShinsaGrid *self)
{
  while (self->lines->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->lines, self->lines->len - 1));
  g_clear_pointer (&self->header, gtk_widget_unparent);
}

/* The headings of columns. */

static void
show_heading (ShinsaGrid     *self,
              int             column,
              ShinsaCellKind  kind,
              const char     *title,
              const char     *note,
              const char     *label)
{
  gboolean sorted = column == shinsa_row_sorter_get_column (self->sorter);
  gboolean descending = shinsa_row_sorter_is_descending (self->sorter);
  GtkWidget *widget = shinsa_grid_line_get_cell (SHINSA_GRID_LINE (self->header), column);
  /* Before the title, of which the end may be cut off. */
  g_autofree char *shown = g_strconcat (!sorted ? "" : descending ? "▾ " : "▴ ", title, NULL);
  ShinsaCell *cell = shinsa_cell_new (kind, shown, g_strdup (label));

  cell->note = g_strdup (note);
  shinsa_grid_cell_set_content (SHINSA_GRID_CELL (widget), cell);
  shinsa_cell_unref (cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_SORT,
                                  !sorted ? GTK_ACCESSIBLE_SORT_NONE
                                  : descending ? GTK_ACCESSIBLE_SORT_DESCENDING
                                               : GTK_ACCESSIBLE_SORT_ASCENDING,
                                  -1);
}

/* Shows titles and notes of the columns, and which of them the rows are sorted by. */
static void
show_headings (ShinsaGrid *self)
{
  show_heading (self, SHINSA_GRID_TITLE_COLUMN, SHINSA_CELL_WORDS, self->title, NULL, self->title);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (self->columns, i);

      show_heading (self, (int) i, column->words ? SHINSA_CELL_WORDS : SHINSA_CELL_HEADING,
                    column->title, column->note, column->label);
    }
}

/* Size and place. */

static void
shinsa_grid_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  ShinsaGrid *self = SHINSA_GRID (widget);
  ShinsaGridMetrics *metrics = &self->metrics;

  update_metrics (self, gtk_widget_get_width (widget));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = metrics->heading_width;
      *natural = metrics->heading_width + metrics->columns_width;
    }
  else
    {
      *minimum = metrics->header_height + metrics->row_height;
      *natural = metrics->header_height + (int) CLAMP (n_rows (self), 1, 8) * metrics->row_height;
    }
}

/* The columns have moved within the lines. */
static void
queue_lines (ShinsaGrid *self)
{
  gtk_widget_queue_allocate (self->header);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_queue_allocate (g_ptr_array_index (self->lines, i));
}

static void
adjustment_changed_cb (GtkAdjustment *adjustment,
                       ShinsaGrid    *self)
{
  if (adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL])
    queue_lines (self);
  else
    shinsa_grid_sync_lines (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (ShinsaGrid     *self,
           GtkOrientation  orientation,
           double          total,
           double          page,
           double          step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = gtk_adjustment_get_value (adjustment);

  page = MAX (page, 0);
  total = MAX (total, page);
  /* The new places are being given out at this very moment. */
  g_signal_handlers_block_by_func (adjustment, adjustment_changed_cb, self);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, total - page), 0, total, step,
                            page * 0.9, page);
  g_signal_handlers_unblock_by_func (adjustment, adjustment_changed_cb, self);
}

static gboolean
sync_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  ShinsaGrid *self = SHINSA_GRID (widget);

  self->sync_tick = 0;
  shinsa_grid_sync_lines (self);
  return G_SOURCE_REMOVE;
}

/* Where there is more room than before, the next frame has the lines for it. */
static void
sync_if_needed (ShinsaGrid *self)
{
  guint first, end, lines = 0;

  find_range (self, &first, &end);
  for (guint i = 0; i < self->lines->len; i++)
    {
      guint position = shinsa_grid_line_get_position (g_ptr_array_index (self->lines, i));

      lines += position >= first && position < end;
    }
  if (lines < end - first && self->sync_tick == 0)
    self->sync_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), sync_cb, NULL, NULL);
}

static void
shinsa_grid_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  ShinsaGrid *self = SHINSA_GRID (widget);
  ShinsaGridMetrics *metrics = &self->metrics;
  GtkAllocation place = { 0, 0, width, 0 };
  double top;

  update_metrics (self, width);
  configure (self, GTK_ORIENTATION_HORIZONTAL, metrics->columns_width,
             width - metrics->heading_width, 48);
  configure (self, GTK_ORIENTATION_VERTICAL, (double) n_rows (self) * metrics->row_height,
             height - metrics->header_height, metrics->row_height);
  metrics->shift = floor (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]));
  top = floor (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]));

  sync_if_needed (self);
  place.height = metrics->header_height;
  gtk_widget_size_allocate (self->header, &place, -1);
  place.height = metrics->row_height;
  for (guint i = 0; i < self->lines->len; i++)
    {
      ShinsaGridLine *line = g_ptr_array_index (self->lines, i);
      double y = (double) shinsa_grid_line_get_position (line) * metrics->row_height - top;

      /* The line of a cursor far away stands just out of sight. */
      place.y = metrics->header_height +
                (int) CLAMP (y, -metrics->row_height, MAX (height, metrics->row_height));
      gtk_widget_size_allocate (GTK_WIDGET (line), &place, -1);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
shinsa_grid_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  ShinsaGrid *self = SHINSA_GRID (widget);
  int top = self->metrics.header_height;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, top, gtk_widget_get_width (widget),
                                               shinsa_grid_body_height (self)));
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->lines, i), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->header, snapshot);
}

static void
set_adjustment (ShinsaGrid     *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], adjustment_changed_cb,
                                          self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
shinsa_grid_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ShinsaGrid *self = SHINSA_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_grid_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  ShinsaGrid *self = SHINSA_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  ShinsaGrid *self)
{
  shinsa_grid_cursor_follow_model (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) n_rows (self) + 1,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
forget_model (ShinsaGrid *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);
}

static void
shinsa_grid_dispose (GObject *object)
{
  ShinsaGrid *self = SHINSA_GRID (object);

  forget_model (self);
  g_clear_object (&self->cursor_row);
  drop_lines (self);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], adjustment_changed_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_model);
  G_OBJECT_CLASS (shinsa_grid_parent_class)->dispose (object);
}

static void
shinsa_grid_finalize (GObject *object)
{
  ShinsaGrid *self = SHINSA_GRID (object);

  g_free (self->title);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->lines);
  shinsa_grid_metrics_clear (&self->metrics);
  G_OBJECT_CLASS (shinsa_grid_parent_class)->finalize (object);
}

static void
shinsa_grid_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (shinsa_grid_parent_class)->root (widget);
  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                            G_CALLBACK (shinsa_grid_follow_focus), widget);
}

static void
shinsa_grid_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), shinsa_grid_follow_focus,
                                        widget);
  GTK_WIDGET_CLASS (shinsa_grid_parent_class)->unroot (widget);
}

static gboolean
shinsa_grid_grab_focus (GtkWidget *widget)
{
  GtkWidget *cell = shinsa_grid_cursor_cell_widget (SHINSA_GRID (widget));

  return cell != NULL && gtk_widget_grab_focus (cell);
}

/* The cells are one stop on the way of Tab; arrows move among them. */
static gboolean
shinsa_grid_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return shinsa_grid_grab_focus (widget);
}

static void
shinsa_grid_class_init (ShinsaGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = shinsa_grid_get_property;
  object_class->set_property = shinsa_grid_set_property;
  object_class->dispose = shinsa_grid_dispose;
  object_class->finalize = shinsa_grid_finalize;
  widget_class->root = shinsa_grid_root;
  widget_class->unroot = shinsa_grid_unroot;
  widget_class->measure = shinsa_grid_measure;
  widget_class->size_allocate = shinsa_grid_size_allocate;
  widget_class->snapshot = shinsa_grid_snapshot;
  widget_class->grab_focus = shinsa_grid_grab_focus;
  widget_class->focus = shinsa_grid_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  shinsa_grid_signals[SHINSA_GRID_CURSOR_MOVED] =
    g_signal_new ("cursor-moved", SHINSA_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  shinsa_grid_signals[SHINSA_GRID_ACTIVATED] =
    g_signal_new ("activated", SHINSA_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, SHINSA_TYPE_ROW, G_TYPE_INT);

  shinsa_grid_install_copying (widget_class);
  gtk_widget_class_set_css_name (widget_class, "shinsagrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static gboolean
query_tooltip_cb (ShinsaGrid *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  GtkWidget *cell = keyboard ? shinsa_grid_cursor_cell_widget (self)
                             : gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  const ShinsaCell *content = SHINSA_IS_GRID_CELL (cell)
                              ? shinsa_grid_cell_get_content (SHINSA_GRID_CELL (cell)) : NULL;

  if (content == NULL || content->label[0] == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, content->label);
  return TRUE;
}

static void
shinsa_grid_init (ShinsaGrid *self)
{
  self->lines = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) shinsa_column_free);
  self->title = g_strdup ("");
  self->sorter = shinsa_row_sorter_new ();
  g_signal_connect_object (self->sorter, "changed", G_CALLBACK (show_headings), self,
                           G_CONNECT_SWAPPED);
  shinsa_grid_metrics_init (&self->metrics);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->header = shinsa_grid_line_new (&self->metrics, TRUE);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  show_headings (self);
  self->cursor_column = SHINSA_GRID_TITLE_COLUMN;
  shinsa_grid_init_cursor (self);
  shinsa_grid_init_menu (self);
}

GtkWidget *
shinsa_grid_new (void)
{
  return g_object_new (SHINSA_TYPE_GRID, NULL);
}

/**
 * shinsa_grid_set_model:
 * @model: (nullable) (transfer none): of #ShinsaRow
 */
void
shinsa_grid_set_model (ShinsaGrid *self,
                       GListModel *model)
{
  g_return_if_fail (SHINSA_IS_GRID (self));

  forget_model (self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (model, 0, 0, n_rows (self), self);
}

static gboolean
same_keys (GPtrArray *a,
           GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const ShinsaColumn *one = g_ptr_array_index (a, i);
      const ShinsaColumn *other = g_ptr_array_index (b, i);

      same = strcmp (one->key, other->key) == 0;
    }
  return same;
}

static void
set_n_columns (ShinsaGrid *self,
               guint       n_columns)
{
  shinsa_grid_line_set_n_columns (SHINSA_GRID_LINE (self->header), n_columns);
  for (guint i = 0; i < self->lines->len; i++)
    shinsa_grid_line_set_n_columns (g_ptr_array_index (self->lines, i), n_columns);
}

/**
 * shinsa_grid_set_columns:
 * @title: what the headings of the rows are
 * @columns: (element-type ShinsaColumn): shared, not to be changed any more
 *
 * Cells and cursor stay where the columns are still the same ones.
 */
void
shinsa_grid_set_columns (ShinsaGrid *self,
                         const char *title,
                         GPtrArray  *columns)
{
  gboolean same, had_focus;

  g_return_if_fail (SHINSA_IS_GRID (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  same = same_keys (self->columns, columns);
  g_ptr_array_ref (columns);
  g_ptr_array_unref (self->columns);
  self->columns = columns;
  g_free (self->title);
  self->title = g_strdup (title);
  self->metrics_valid = FALSE;
  if (!same)
    {
      set_n_columns (self, columns->len);
      /* The column that the rows were sorted by may be gone. */
      if (shinsa_row_sorter_get_column (self->sorter) != SHINSA_ROW_SORTER_NONE)
        shinsa_row_sorter_sort_by (self->sorter, SHINSA_ROW_SORTER_NONE, FALSE);
      self->cursor_column = MIN (self->cursor_column, (int) columns->len - 1);
      shinsa_grid_cursor_follow_model (self);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) columns->len + 1,
                                      -1);
      if (had_focus)
        shinsa_grid_grab_focus (GTK_WIDGET (self));
    }
  show_headings (self);
  queue_lines (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

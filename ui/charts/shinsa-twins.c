/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-twins.h"

#include "cells/shinsa-grid.h"
#include "charts/shinsa-picture.h"
#include "model/shinsa-keyed-list.h"

struct _ShinsaTwins
{
  AdwBin             parent_instance;

  gboolean           whole;
  ShinsaFigure      *figure;           /* or NULL */
  ShinsaKeyedList   *rows;             /* of the table */

  GtkStack          *stack;
  AdwBin            *picture_place;
  GtkScrolledWindow *picture_window;   /* around the picture, unless it is whole */
  GtkScrolledWindow *table_window;
  ShinsaPicture     *picture;
  ShinsaGrid        *grid;
};

enum {
  PROP_0,
  PROP_AS_TABLE,
  PROP_WHOLE,
  N_PROPS
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShinsaTwins, shinsa_twins, ADW_TYPE_BIN)

static gboolean
is_table (ShinsaTwins *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;
}

static void
activated_cb (ShinsaTwins *self,
              ShinsaRow   *row,
              int          column)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static gboolean
shinsa_twins_grab_focus (GtkWidget *widget)
{
  ShinsaTwins *self = SHINSA_TWINS (widget);

  return gtk_widget_grab_focus (is_table (self) ? GTK_WIDGET (self->grid)
                                                : GTK_WIDGET (self->picture));
}

/* As high as it is, nothing needs to be scrolled; and only without a window around it is the
 * picture asked for its height at the width that it will have. */
static void
set_whole (ShinsaTwins *self)
{
  self->whole = TRUE;
  gtk_scrolled_window_set_child (self->picture_window, NULL);
  adw_bin_set_child (self->picture_place, GTK_WIDGET (self->picture));
  gtk_scrolled_window_set_policy (self->table_window, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  /* The page has margins of its own then. */
  gtk_widget_set_margin_start (GTK_WIDGET (self->picture), 0);
  gtk_widget_set_margin_end (GTK_WIDGET (self->picture), 0);
}

static void
shinsa_twins_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ShinsaTwins *self = SHINSA_TWINS (object);

  switch (id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, is_table (self));
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, self->whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_twins_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ShinsaTwins *self = SHINSA_TWINS (object);

  switch (id)
    {
    case PROP_AS_TABLE:
      shinsa_twins_set_as_table (self, g_value_get_boolean (value));
      break;
    case PROP_WHOLE:
      if (g_value_get_boolean (value))
        set_whole (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
shinsa_twins_dispose (GObject *object)
{
  ShinsaTwins *self = SHINSA_TWINS (object);

  if (self->picture != NULL)
    shinsa_picture_set_figure (self->picture, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SHINSA_TYPE_TWINS);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (shinsa_twins_parent_class)->dispose (object);
}

static void
shinsa_twins_finalize (GObject *object)
{
  ShinsaTwins *self = SHINSA_TWINS (object);

  g_clear_pointer (&self->figure, shinsa_figure_free);
  G_OBJECT_CLASS (shinsa_twins_parent_class)->finalize (object);
}

static void
shinsa_twins_class_init (ShinsaTwinsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = shinsa_twins_get_property;
  object_class->set_property = shinsa_twins_set_property;
  object_class->dispose = shinsa_twins_dispose;
  object_class->finalize = shinsa_twins_finalize;
  widget_class->grab_focus = shinsa_twins_grab_focus;

  properties[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE, flags);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, SHINSA_TYPE_ROW);

  g_type_ensure (SHINSA_TYPE_GRID);
  g_type_ensure (SHINSA_TYPE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/jp/shinsa/Shinsa/charts/shinsa-twins.ui");
  gtk_widget_class_bind_template_child (widget_class, ShinsaTwins, stack);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTwins, picture);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTwins, picture_place);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTwins, picture_window);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTwins, table_window);
  gtk_widget_class_bind_template_child (widget_class, ShinsaTwins, grid);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
shinsa_twins_init (ShinsaTwins *self)
{
  self->rows = shinsa_keyed_list_new (SHINSA_TYPE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  shinsa_grid_set_rows (self->grid, self->rows, NULL);
}

GtkWidget *
shinsa_twins_new (void)
{
  return g_object_new (SHINSA_TYPE_TWINS, NULL);
}

/**
 * shinsa_twins_take_figure:
 * @figure: (transfer full): what to show from now on
 */
void
shinsa_twins_take_figure (ShinsaTwins  *self,
                          ShinsaFigure *figure)
{
  ShinsaFigure *before;

  g_return_if_fail (SHINSA_IS_TWINS (self));
  g_return_if_fail (figure != NULL);

  before = self->figure;
  self->figure = figure;
  shinsa_picture_set_figure (self->picture, figure);
  shinsa_grid_set_columns (self->grid, figure->table->title, figure->table->columns);
  shinsa_keyed_list_update (self->rows, figure->table->rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, figure->name,
                                  -1);
  g_clear_pointer (&before, shinsa_figure_free);
}

/**
 * shinsa_twins_set_as_table:
 *
 * Turns from one twin to the other; the cursor goes along.
 */
void
shinsa_twins_set_as_table (ShinsaTwins *self,
                           gboolean     as_table)
{
  ShinsaRow *row;

  g_return_if_fail (SHINSA_IS_TWINS (self));

  if (is_table (self) == as_table)
    return;
  row = shinsa_twins_get_cursor_row (self);
  gtk_stack_set_visible_child_name (self->stack, as_table ? "table" : "picture");
  if (row != NULL)
    shinsa_twins_set_cursor (self, shinsa_row_get_key (row));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_TABLE]);
}

/**
 * shinsa_twins_get_cursor_row:
 *
 * Returns: (transfer none) (nullable): the row under the cursor of the twin that is shown
 */
ShinsaRow *
shinsa_twins_get_cursor_row (ShinsaTwins *self)
{
  g_return_val_if_fail (SHINSA_IS_TWINS (self), NULL);

  return is_table (self) ? shinsa_grid_get_cursor_row (self->grid)
                         : shinsa_picture_get_cursor_row (self->picture);
}

/**
 * shinsa_twins_set_cursor:
 * @row: the key of a row
 *
 * The column stays as it is.
 */
void
shinsa_twins_set_cursor (ShinsaTwins *self,
                         const char  *row)
{
  g_return_if_fail (SHINSA_IS_TWINS (self));

  shinsa_picture_set_cursor (self->picture, row,
                             shinsa_picture_get_cursor_column (self->picture));
  shinsa_grid_set_cursor (self->grid, row, NULL);
}

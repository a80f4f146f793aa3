/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-level-strip.h"

#include "cells/shinsa-cell-painter.h"
#include "rules/shinsa-labels.h"

#define LEAST_WIDTH 40
#define PADDING 12

struct _ShinsaLevelStrip
{
  GtkWidget  parent_instance;

  GPtrArray *headings;       /* (element-type ShinsaCell) */
  GPtrArray *levels;         /* (element-type ShinsaCell), one for each heading */
};

G_DEFINE_FINAL_TYPE (ShinsaLevelStrip, shinsa_level_strip, GTK_TYPE_WIDGET)

/* The room of a level with its heading. */
typedef struct {
  int width;
  int heading;
  int height;
} Place;

static Place
measure_place (ShinsaLevelStrip *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "審Ag");
  Place place = { LEAST_WIDTH, 0, 0 };
  int mark = 0;
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  for (guint i = 0; i < self->levels->len; i++)
    {
      const ShinsaCell *level = g_ptr_array_index (self->levels, i);
      int width;

      if (level->note == NULL)
        continue;
      pango_layout_set_text (layout, level->note, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      mark = MAX (mark, width);
    }
  /* A level stands in the middle, with room for its mark on one side. */
  place.width += 2 * mark;
  for (guint i = 0; i < self->headings->len; i++)
    {
      int width;

      pango_layout_set_text (layout, ((ShinsaCell *) g_ptr_array_index (self->headings, i))->text,
                             -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      place.width = MAX (place.width, width + PADDING);
    }
  place.heading = line;
  place.height = line + 2 * line + 4;
  return place;
}

static int
per_line (const Place *place,
          int          width)
{
  return MAX (width / place->width, 1);
}

static GtkSizeRequestMode
shinsa_level_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
shinsa_level_strip_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  ShinsaLevelStrip *self = SHINSA_LEVEL_STRIP (widget);
  Place place = measure_place (self);
  int n = (int) self->levels->len;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = place.width;
      *natural = place.width * MAX (n, 1);
    }
  else
    {
      int columns = for_size < 0 ? MAX (n, 1) : per_line (&place, for_size);

      *minimum = *natural = (n + columns - 1) / columns * place.height;
    }
}

static void
shinsa_level_strip_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ShinsaLevelStrip *self = SHINSA_LEVEL_STRIP (widget);
  Place place = measure_place (self);
  int columns = per_line (&place, gtk_widget_get_width (widget));

  for (guint i = 0; i < self->levels->len; i++)
    {
      int x = (int) i % columns * place.width;
      int y = (int) i / columns * place.height;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      shinsa_paint_cell (widget, snapshot, g_ptr_array_index (self->headings, i),
                         place.width, place.heading);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, place.heading));
      shinsa_paint_cell (widget, snapshot, g_ptr_array_index (self->levels, i),
                         place.width, place.height - place.heading);
      gtk_snapshot_restore (snapshot);
    }
}

static void
shinsa_level_strip_finalize (GObject *object)
{
  ShinsaLevelStrip *self = SHINSA_LEVEL_STRIP (object);

  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->levels);
  G_OBJECT_CLASS (shinsa_level_strip_parent_class)->finalize (object);
}

static void
shinsa_level_strip_class_init (ShinsaLevelStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = shinsa_level_strip_finalize;
  widget_class->get_request_mode = shinsa_level_strip_get_request_mode;
  widget_class->measure = shinsa_level_strip_measure;
  widget_class->snapshot = shinsa_level_strip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
shinsa_level_strip_init (ShinsaLevelStrip *self)
{
  self->headings = g_ptr_array_new ();
  self->levels = g_ptr_array_new ();
}

GtkWidget *
shinsa_level_strip_new (void)
{
  return g_object_new (SHINSA_TYPE_LEVEL_STRIP, NULL);
}

/**
 * shinsa_level_strip_set_levels:
 * @headings: (element-type ShinsaCell): shared, not to be changed any more
 * @levels: (element-type ShinsaCell): as many, shared too
 */
void
shinsa_level_strip_set_levels (ShinsaLevelStrip *self,
                               GPtrArray        *headings,
                               GPtrArray        *levels)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  g_autofree char *label = NULL;

  g_return_if_fail (SHINSA_IS_LEVEL_STRIP (self));
  g_return_if_fail (headings->len == levels->len);

  g_ptr_array_ref (headings);
  g_ptr_array_ref (levels);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->levels);
  self->headings = headings;
  self->levels = levels;
  for (guint i = 0; i < levels->len; i++)
    g_ptr_array_add (phrases, ((ShinsaCell *) g_ptr_array_index (levels, i))->label);
  label = shinsa_list_text (phrases);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

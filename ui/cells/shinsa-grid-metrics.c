/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-grid-metrics.h"

#define PADDING 6
#define APART 12              /* room before another group of columns */
#define HEADING_LEAST 20      /* widths of the headings of rows, in digits */
#define HEADING_MOST 44
#define HEADER_LINES 3

void
shinsa_grid_metrics_init (ShinsaGridMetrics *metrics)
{
  metrics->left = g_array_new (FALSE, FALSE, sizeof (int));
  metrics->width = g_array_new (FALSE, FALSE, sizeof (int));
}

void
shinsa_grid_metrics_clear (ShinsaGridMetrics *metrics)
{
  g_clear_pointer (&metrics->left, g_array_unref);
  g_clear_pointer (&metrics->width, g_array_unref);
}

/* Japanese text is taller than Latin text in most fonts, so both are measured. */
static void
measure_text (GtkWidget *widget,
              int       *digit,
              int       *line)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0000000000");

  pango_layout_get_pixel_size (layout, digit, NULL);
  *digit = (*digit + 9) / 10;
  pango_layout_set_text (layout, "審Ag", -1);
  pango_layout_get_pixel_size (layout, NULL, line);
}

static int
heading_height (GtkWidget          *widget,
                const ShinsaColumn *column,
                int                 width,
                int                 line)
{
  /* With room for the sign that the rows are sorted by it. */
  g_autofree char *title = g_strconcat ("▾ ", column->title, NULL);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, title);

  pango_layout_set_width (layout, MAX (width - 2 * PADDING, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return MIN (pango_layout_get_line_count (layout) + (column->note != NULL ? 1 : 0),
              HEADER_LINES) * line;
}

/* Room that is left goes to the headings first, then to the columns that ask for it. */
static int
share_out (ShinsaGridMetrics *metrics,
           GPtrArray         *columns,
           int                digit,
           int                width)
{
  int natural = 0, wanting = 0, room;

  for (guint i = 0; i < columns->len; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (columns, i);

      natural += column->chars * digit + 2 * PADDING + (column->apart ? APART : 0);
      wanting += column->expands ? 1 : 0;
    }
  metrics->heading_width = CLAMP (width - natural, HEADING_LEAST * digit, HEADING_MOST * digit);
  room = width - natural - metrics->heading_width;
  return wanting > 0 && room > 0 ? room / wanting : 0;
}

/**
 * shinsa_grid_metrics_update:
 * @widget: whose font is to be used
 * @width: the room there is
 */
void
shinsa_grid_metrics_update (ShinsaGridMetrics *metrics,
                            GtkWidget         *widget,
                            GPtrArray         *columns,
                            int                width)
{
  int digit, line, extra, left = 0, tallest;

  measure_text (widget, &digit, &line);
  extra = share_out (metrics, columns, digit, width);
  g_array_set_size (metrics->left, 0);
  g_array_set_size (metrics->width, 0);
  tallest = line;

  for (guint i = 0; i < columns->len; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (columns, i);
      int own = column->chars * digit + 2 * PADDING + (column->expands ? extra : 0);

      if (column->apart)
        left += APART;
      g_array_append_val (metrics->left, left);
      g_array_append_val (metrics->width, own);
      left += own;
      tallest = MAX (tallest, heading_height (widget, column, own, line));
    }
  metrics->columns_width = left;
  metrics->row_height = 2 * line + 2 * (PADDING - 1);
  metrics->header_height = tallest + 2 * PADDING;
}

/**
 * shinsa_grid_metrics_column:
 *
 * Returns: the column at that place, -1 for the heading, -2 for none
 */
int
shinsa_grid_metrics_column (const ShinsaGridMetrics *metrics,
                            double                   x)
{
  if (x < metrics->heading_width)
    return -1;
  x += metrics->shift - metrics->heading_width;
  for (guint i = 0; i < metrics->left->len; i++)
    {
      int left = g_array_index (metrics->left, int, i);

      if (x >= left && x < left + g_array_index (metrics->width, int, i))
        return (int) i;
    }
  return -2;
}

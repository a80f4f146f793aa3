/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-cell-painter.h"

#include "cells/shinsa-ink.h"

#include <math.h>

#define PADDING 6
#define WORDS_PADDING 12      /* as far from the edge as what stands above the table */
#define BOX_SIZE 1.75         /* of a level, in heights of a line */
#define BOX_RADIUS 5
#define BAR_GAP 3
#define SMALL 0.82            /* of a note, beside the text */
#define FAINT 0.62

static void
paint_layout (GtkSnapshot   *snapshot,
              PangoLayout   *layout,
              const GdkRGBA *color,
              double         x,
              double         y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Text of some lines with a note below it, in the middle of the height. */
static void
paint_words (GtkWidget        *widget,
             GtkSnapshot      *snapshot,
             const ShinsaCell *cell,
             int               width,
             int               height,
             PangoAlignment    alignment)
{
  gboolean has_note = cell->note != NULL && cell->note[0] != '\0';
  gboolean strong = (cell->flags & SHINSA_CELL_STRONG) != 0;
  g_autofree char *change = cell->before != NULL
                            ? g_strdup_printf ("%s → %s", cell->before, cell->text) : NULL;
  const char *text = change != NULL ? change : cell->text;
  g_autoptr (PangoLayout) title = shinsa_ink_layout_new (widget, text, 1, strong);
  g_autoptr (PangoLayout) note = NULL;
  GdkRGBA color = shinsa_ink_color (widget);
  GdkRGBA soft = shinsa_ink_faded (color, FAINT);
  int padding = cell->kind == SHINSA_CELL_WORDS ? WORDS_PADDING : PADDING;
  int title_height, note_height = 0;
  double y;

  pango_layout_set_width (title, MAX (width - 2 * padding, 1) * PANGO_SCALE);
  pango_layout_set_wrap (title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (title, alignment);
  if (cell->kind == SHINSA_CELL_HEADING)
    pango_layout_set_height (title, has_note ? -2 : -3);
  else
    pango_layout_set_height (title, has_note ? -1 : -2);
  pango_layout_get_pixel_size (title, NULL, &title_height);

  if (has_note)
    {
      note = shinsa_ink_layout_new (widget, cell->note, SMALL, FALSE);
      pango_layout_set_width (note, MAX (width - 2 * padding, 1) * PANGO_SCALE);
      pango_layout_set_ellipsize (note, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (note, alignment);
      pango_layout_get_pixel_size (note, NULL, &note_height);
    }

  y = (height - title_height - note_height) / 2.0;
  paint_layout (snapshot, title, (cell->flags & SHINSA_CELL_FAINT) != 0 ? &soft : &color,
                padding, y);
  if (note != NULL)
    paint_layout (snapshot, note, &soft, padding, y + title_height);
}

/* As in a spreadsheet: a corner says that there is something to read. */
static void
paint_corner (GtkSnapshot           *snapshot,
              const graphene_rect_t *box,
              const GdkRGBA         *color)
{
  double right = box->origin.x + box->size.width;
  double size = 7;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (right - size, box->origin.y,
                                                                size, size));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, right - size, box->origin.y);
  cairo_line_to (cr, right, box->origin.y);
  cairo_line_to (cr, right, box->origin.y + size);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* A mark beside a level, at the height of its upper edge, as a note on paper has it. */
static void
paint_reference (GtkWidget             *widget,
                 GtkSnapshot           *snapshot,
                 const char            *mark,
                 const graphene_rect_t *box)
{
  g_autoptr (PangoLayout) layout = shinsa_ink_layout_new (widget, mark, 1, TRUE);
  GdkRGBA color = shinsa_ink_color (widget);

  paint_layout (snapshot, layout, &color, box->origin.x + box->size.width + 2, box->origin.y - 2);
}

/* What a level was earlier, and an arrow to what it is; how much room they take. */
static PangoLayout *
before_layout_new (GtkWidget        *widget,
                   const ShinsaCell *cell,
                   int              *width,
                   int              *height)
{
  g_autofree char *text = g_strdup_printf ("%s →", cell->before);
  PangoLayout *layout = shinsa_ink_layout_new (widget, text, 1, FALSE);

  pango_layout_get_pixel_size (layout, width, height);
  *width += PADDING;
  return layout;
}

/* A level is a filled box with its digit; hollow while it is a draft, with a thick lower edge
 * where it is below the threshold; a note that belongs to it is a mark beside it. */
static void
paint_level (GtkWidget        *widget,
             GtkSnapshot      *snapshot,
             const ShinsaCell *cell,
             int               width,
             int               height)
{
  int before_width = 0, before_height = 0;
  g_autoptr (PangoLayout) before = cell->before != NULL
                                   ? before_layout_new (widget, cell, &before_width,
                                                        &before_height) : NULL;
  g_autoptr (PangoLayout) layout = shinsa_ink_layout_new (widget, cell->text, 1, TRUE);
  GdkRGBA color = shinsa_ink_color (widget);
  GdkRGBA accent = shinsa_ink_accent (widget);
  GdkRGBA fill = shinsa_ink_faded (accent, 0.08 + 0.4 * (isnan (cell->shade) ? 0 : cell->shade));
  GdkRGBA edge = shinsa_ink_faded (accent, (cell->flags & SHINSA_CELL_HOLLOW) != 0 ? 1 : 0.35);
  float edges[4] = { 1, 1, 1, 1 };
  GdkRGBA edge_colors[4];
  graphene_rect_t box;
  GskRoundedRect outline;
  int text_width, text_height;
  double box_width, box_height, left;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  box_height = MIN (round (BOX_SIZE * text_height), height - 4);
  box_width = MIN (MAX (box_height * 1.25, text_width + 16), width - 4);
  left = round ((width - before_width - box_width) / 2);
  if (before != NULL)
    paint_layout (snapshot, before, &color, left, (height - before_height) / 2.0);
  left += before_width;
  box = GRAPHENE_RECT_INIT (left, round ((height - box_height) / 2), box_width, box_height);
  gsk_rounded_rect_init_from_rect (&outline, &box, BOX_RADIUS);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if ((cell->flags & SHINSA_CELL_HOLLOW) == 0)
    gtk_snapshot_append_color (snapshot, &fill, &box);
  if ((cell->flags & SHINSA_CELL_BELOW) != 0)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (box.origin.x,
                                                    box.origin.y + box_height - 4,
                                                    box_width, 4));
  if ((cell->flags & SHINSA_CELL_REASON) != 0)
    paint_corner (snapshot, &box, &color);
  gtk_snapshot_pop (snapshot);

  for (int i = 0; i < 4; i++)
    edge_colors[i] = edge;
  if ((cell->flags & SHINSA_CELL_HOLLOW) != 0)
    edges[0] = edges[1] = edges[2] = edges[3] = 2;
  gtk_snapshot_append_border (snapshot, &outline, edges, edge_colors);
  if (cell->note != NULL)
    paint_reference (widget, snapshot, cell->note, &box);
  paint_layout (snapshot, layout, &color, left + (box_width - text_width) / 2.0,
                (height - text_height) / 2.0 - ((cell->flags & SHINSA_CELL_BELOW) != 0 ? 1 : 0));
}

/* A bar for each level, lowest first; a line stands before the first one that passes. */
static void
paint_spread (GtkWidget        *widget,
              GtkSnapshot      *snapshot,
              const ShinsaCell *cell,
              int               width,
              int               height)
{
  GdkRGBA color = shinsa_ink_color (widget);
  GdkRGBA soft = shinsa_ink_faded (color, 0.4);
  int n = cell->counts->len;
  double room = width - 2 * PADDING;
  double step = floor (room / MAX (n, 1));
  double base = height - 9;
  double tallest = height - 18;
  double left = PADDING + floor ((room - n * step) / 2);
  int most = 1;

  for (int i = 0; i < n; i++)
    most = MAX (most, g_array_index (cell->counts, int, i));
  gtk_snapshot_append_color (snapshot, &soft,
                             &GRAPHENE_RECT_INIT (left, base, n * step, 1));
  for (int i = 0; i < n; i++)
    {
      double bar = round (tallest * g_array_index (cell->counts, int, i) / most);

      gtk_snapshot_append_color (snapshot, i < cell->line ? &soft : &color,
                                 &GRAPHENE_RECT_INIT (left + i * step + BAR_GAP, base - bar,
                                                      MAX (step - 2 * BAR_GAP, 2), bar));
    }
  if (cell->line > 0 && cell->line < n)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (left + cell->line * step, base - tallest - 2,
                                                    1, tallest + 6));
}

/**
 * shinsa_paint_cell:
 * @widget: whose colours and font to draw with
 */
void
shinsa_paint_cell (GtkWidget        *widget,
                   GtkSnapshot      *snapshot,
                   const ShinsaCell *cell,
                   int               width,
                   int               height)
{
  switch (cell->kind)
    {
    case SHINSA_CELL_LEVEL:
      paint_level (widget, snapshot, cell, width, height);
      break;
    case SHINSA_CELL_SPREAD:
      paint_spread (widget, snapshot, cell, width, height);
      break;
    case SHINSA_CELL_WORDS:
      paint_words (widget, snapshot, cell, width, height, PANGO_ALIGN_LEFT);
      break;
    case SHINSA_CELL_HEADING:
    case SHINSA_CELL_FIGURE:
    case SHINSA_CELL_MARK:
      paint_words (widget, snapshot, cell, width, height, PANGO_ALIGN_CENTER);
      break;
    default:
      g_assert_not_reached ();
    }
}

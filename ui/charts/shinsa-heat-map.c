/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-heat-map.h"

#include "compare/shinsa-figure-cells.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-aggregate.h"
#include "rules/shinsa-level-text.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEFT 120              /* at least, for names */
#define TILE_WIDTH 72         /* at least */
#define LEGEND_HEIGHT SHINSA_PEN_LEGEND_HEIGHT
#define HEADER_HEIGHT 60
#define ROW_HEIGHT 52
#define GAP 2                 /* between tiles */
#define LINE 4                /* below the median that is below the threshold */
#define SWATCH 16

/* Tiles of one width for each requirement, right of the names. */
typedef struct {
  double left;
  double step;
} Layout;

static Layout
layout_of (const ShinsaFigure *figure,
           int                 width)
{
  double left = CLAMP (width * 0.22, LEFT, 280);

  return (Layout) { floor (left), floor ((width - left) / MAX (figure->n_columns, 1)) };
}

static int
y_of (int row)
{
  return LEGEND_HEIGHT + HEADER_HEIGHT + row * ROW_HEIGHT;
}

static void
place (const ShinsaFigure *figure,
       int                 width,
       int                 row,
       int                 column,
       graphene_rect_t    *box)
{
  Layout layout = layout_of (figure, width);

  *box = GRAPHENE_RECT_INIT (layout.left + column * layout.step + GAP,
                             y_of (row) + GAP,
                             layout.step - 2 * GAP, ROW_HEIGHT - 2 * GAP);
}

static int
get_height (const ShinsaFigure *figure,
            int                 width)
{
  return y_of (figure->n_rows);
}

static void
get_headings (const ShinsaFigure *figure,
              int                 width,
              int                *left,
              int                *top)
{
  *left = (int) layout_of (figure, width).left;
  *top = y_of (0);
}

static void
draw_below (const ShinsaPen       *pen,
            const graphene_rect_t *box)
{
  shinsa_pen_fill (pen, &pen->color,
                   &GRAPHENE_RECT_INIT (box->origin.x, box->origin.y + box->size.height - LINE,
                                        box->size.width, LINE));
}

/* The first entry is the longest, and leaves room for the others. */
static void
draw_legend (const ShinsaPen *pen)
{
  double top = (LEGEND_HEIGHT - SWATCH) / 2.0;
  double x = 4 * SWATCH + 8;
  double middle = floor (pen->width * 0.55);

  for (int i = 0; i < 4; i++)
    {
      GdkRGBA shade = shinsa_pen_shade (pen, i / 3.0);

      shinsa_pen_fill (pen, &shade,
                       &GRAPHENE_RECT_INIT (i * SWATCH, top, SWATCH, SWATCH));
    }
  x = shinsa_pen_legend (pen,
                         _("± average deviation from the median: the denser, the further apart"),
                         x, middle - x);
  draw_below (pen, &GRAPHENE_RECT_INIT (x, top, SWATCH, SWATCH));
  x += SWATCH + 8;
  shinsa_pen_legend (pen, _("below the threshold    ◆ split    outlined: reference only"), x,
                     pen->width - x);
}

static void
draw_headings (const ShinsaFigure *figure,
               const ShinsaPen    *pen,
               const Layout       *layout)
{
  for (int i = 0; i < figure->n_columns; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (figure->table->columns, i);

      shinsa_pen_text (pen, column->title, &pen->color,
                       &(ShinsaPenPlace) { .x = layout->left + i * layout->step + 4,
                                           .y = LEGEND_HEIGHT + HEADER_HEIGHT / 2.0,
                                           .width = layout->step - 8,
                                           .alignment = PANGO_ALIGN_CENTER,
                                           .scale = 0.92, .lines = 3 });
    }
}

static void
draw_tile (const ShinsaPen       *pen,
           const ShinsaCell      *cell,
           const graphene_rect_t *box)
{
  gboolean hollow = (cell->flags & SHINSA_CELL_HOLLOW) != 0;
  double middle = box->origin.y + box->size.height / 2;
  ShinsaPenPlace text = { .x = box->origin.x, .y = middle, .width = box->size.width,
                          .alignment = PANGO_ALIGN_CENTER };
  GdkRGBA shade = shinsa_pen_shade (pen, isnan (cell->shade) ? 0 : cell->shade);

  if (cell->kind != SHINSA_CELL_LEVEL)
    {
      shinsa_pen_text (pen, cell->text, &pen->faint, &text);
      return;
    }
  if (hollow)
    shinsa_pen_frame (pen, &pen->accent, box, 0, 1);
  else
    shinsa_pen_fill (pen, &shade, box);
  if ((cell->flags & SHINSA_CELL_BELOW) != 0)
    draw_below (pen, box);
  text.y = middle - 9;
  text.scale = 1.15;
  text.bold = TRUE;
  shinsa_pen_text (pen, cell->text, &pen->color, &text);
  text.y = middle + 11;
  text.scale = 0.82;
  text.bold = FALSE;
  shinsa_pen_text (pen, cell->note, &pen->color, &text);
}

static void
draw_row (const ShinsaFigure *figure,
          const ShinsaPen    *pen,
          const Layout       *layout,
          int                 row)
{
  ShinsaRow *item = g_ptr_array_index (figure->table->rows, row);

  if (shinsa_pen_sees (pen, &GRAPHENE_RECT_INIT (0, y_of (row), layout->left, ROW_HEIGHT)))
    shinsa_pen_text (pen, shinsa_row_get_title (item), &pen->color,
                     &(ShinsaPenPlace) { .y = y_of (row) + ROW_HEIGHT / 2.0,
                                         .width = layout->left - 12, .lines = 2 });
  for (int column = 0; column < figure->n_columns; column++)
    {
      const ShinsaCell *cell = shinsa_figure_cell (figure, row, column);
      graphene_rect_t box;

      place (figure, pen->width, row, column, &box);
      if (cell != NULL && shinsa_pen_sees (pen, &box))
        draw_tile (pen, cell, &box);
    }
}

static void
draw (const ShinsaFigure *figure,
      const ShinsaPen    *pen)
{
  Layout layout = layout_of (figure, pen->width);

  if (shinsa_pen_sees (pen, &GRAPHENE_RECT_INIT (0, 0, pen->width, y_of (0))))
    {
      draw_legend (pen);
      draw_headings (figure, pen, &layout);
    }
  for (int row = 0; row < figure->n_rows; row++)
    if (shinsa_pen_sees (pen, &GRAPHENE_RECT_INIT (0, y_of (row), pen->width, ROW_HEIGHT)))
      draw_row (figure, pen, &layout, row);
}

static const ShinsaFigureKind kind = {
  .get_height = get_height,
  .draw = draw,
  .place = place,
  .get_headings = get_headings,
};

/* The median as everywhere, with the deviation in a number. */
static ShinsaCell *
tile_cell (const ShinsaDefinition *definition,
           const ShinsaAggregate  *aggregate,
           const char             *application)
{
  ShinsaCell *cell = shinsa_compare_summary_cell (definition, aggregate, application);
  g_autofree char *number = NULL;
  g_autofree char *phrase = NULL;

  if (aggregate->counted == 0)
    return cell;
  number = shinsa_number_text (round (aggregate->average_deviation * 10) / 10);
  cell->note = g_strdup_printf ("±%s", number);
  /* Translators: read out after the median: how far the members are from it on average. */
  phrase = g_strdup_printf (_("average deviation %s"), number);
  shinsa_cell_say (cell, phrase);
  return cell;
}

static ShinsaRow *
application_row (const ShinsaRound   *round,
                 const ShinsaDossier *dossier)
{
  const char *name = shinsa_text_get (&dossier->name);
  ShinsaRow *row = shinsa_row_new (dossier->id, name, NULL);
  g_autoptr (GPtrArray) aggregates = NULL;

  if (!shinsa_session_may_see_reviews (round, dossier->id))
    {
      shinsa_compare_take_hidden_cells (row, round, dossier->id,
                                        round->definition->requirements->len);
      return row;
    }
  aggregates = shinsa_aggregate_application (round, dossier->id, SHINSA_BASIS_DECISION);
  for (guint i = 0; i < aggregates->len; i++)
    shinsa_row_take_cell (row, tile_cell (round->definition, g_ptr_array_index (aggregates, i),
                                          name));
  return row;
}

/**
 * shinsa_heat_map_new:
 *
 * Returns: (transfer full): all applications of the round; of those that may not be seen yet, that
 *   they may not
 */
ShinsaFigure *
shinsa_heat_map_new (const ShinsaRound *round)
{
  ShinsaTable *table = shinsa_table_new (_("Application"));
  int n_columns = (int) round->definition->requirements->len;

  shinsa_compare_add_requirement_columns (table, round->definition, SHINSA_COMPARE_MEDIAN_CHARS);
  for (guint i = 0; i < round->dossiers->len; i++)
    g_ptr_array_add (table->rows, application_row (round,
                                                   g_ptr_array_index (round->dossiers, i)));
  return shinsa_figure_new (&kind, _("Medians and disagreement"), table, n_columns,
                            LEFT + n_columns * TILE_WIDTH);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-dot-plot.h"

#include "compare/shinsa-compare-tables.h"
#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-settle.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NARROWEST 420
#define LEGEND_HEIGHT SHINSA_PEN_LEGEND_HEIGHT
#define AXIS_HEIGHT 30
#define LINE_HEIGHT 46        /* at least */
#define PADDING 8             /* of a line, around its dots */
#define RADIUS 9
#define EDGE 1.5
#define OWN_EDGE 2.5
#define SPACING 21            /* from dot to dot */
#define LETTER 24             /* room for a member's letter, even, to stand in the middle */
#define MARK_SPACING 26       /* from mark to mark; its letter stands above it */
#define NONE_WIDTH 64         /* for those who gave no level */
#define COUNT_WIDTH 68        /* for "5 of 7" */
#define GAP 10
#define THRESHOLD 2

/* What is drawn of a point, in the values of the figure. Behind them comes the place of each row's
 * threshold. */
enum {
  PLACE,                      /* of the level, lowest first; above all of them for none */
  FILLED,                     /* given after the interview */
  OWN,
  N_VALUES
};

typedef struct {
  double left;                /* of the levels */
  double step;                /* width of one level */
  double none;
  double count;
  double line;                /* height of one requirement */
  int    n_levels;
} Layout;

static int
value_of (const ShinsaFigure *figure,
          int                 row,
          int                 column,
          int                 which)
{
  return (int) g_array_index (figure->values, double,
                              (row * figure->n_columns + column) * N_VALUES + which);
}

static int
threshold_of (const ShinsaFigure *figure,
              int                 row)
{
  return (int) g_array_index (figure->values, double,
                              figure->n_rows * figure->n_columns * N_VALUES + row);
}

/* How many members are at one place of a row, and how many of them come before a column. */
static int
count_at (const ShinsaFigure *figure,
          int                 row,
          int                 place,
          int                 column,
          int                *before)
{
  int n = 0;

  *before = 0;
  for (int i = 0; i < figure->n_columns; i++)
    if (value_of (figure, row, i, PLACE) == place)
      {
        *before += i < column;
        n++;
      }
  return n;
}

/* Side by side there is room for so many. */
static int
room_at (const Layout *layout,
         int           place)
{
  double width = place < layout->n_levels ? layout->step - 4 : NONE_WIDTH;

  return MAX ((int) (width / SPACING), 1);
}

static double
spacing_at (const Layout *layout,
            int           place)
{
  return place < layout->n_levels ? SPACING : MARK_SPACING;
}

/* All lines are as high as the one that needs most. */
static double
line_height (const ShinsaFigure *figure,
             const Layout       *layout)
{
  double height = LINE_HEIGHT;
  int before;

  for (int row = 0; row < figure->n_rows; row++)
    for (int place = 0; place <= layout->n_levels; place++)
      {
        int room = room_at (layout, place);
        int lines = (count_at (figure, row, place, 0, &before) + room - 1) / room;

        height = MAX (height, lines * spacing_at (layout, place) + PADDING);
      }
  return height;
}

static Layout
layout_of (const ShinsaFigure *figure,
           int                 width)
{
  Layout layout = { .left = floor (CLAMP (width * 0.28, 110, 260)) };

  layout.n_levels = (int) figure->ticks->len;
  layout.count = width - COUNT_WIDTH;
  layout.none = layout.count - GAP - NONE_WIDTH;
  layout.step = floor ((layout.none - GAP - layout.left) / MAX (layout.n_levels, 1));
  layout.line = line_height (figure, &layout);
  return layout;
}

static double
middle_of (const Layout *layout,
           int           row)
{
  return LEGEND_HEIGHT + AXIS_HEIGHT + (row + 0.5) * layout->line;
}

/* Dots of one level stand side by side, in the order of the roster; a second row follows where
 * there is no more room. */
static graphene_point_t
find_center (const ShinsaFigure *figure,
             const Layout       *layout,
             int                 row,
             int                 column)
{
  int place = value_of (figure, row, column, PLACE);
  int room = room_at (layout, place);
  int before;
  int n = count_at (figure, row, place, column, &before);
  int line = before / room;
  int lines = (n + room - 1) / room;
  int in_line = MIN (n - line * room, room);
  double middle = place < layout->n_levels ? layout->left + (place + 0.5) * layout->step
                                           : layout->none + NONE_WIDTH / 2.0;

  return GRAPHENE_POINT_INIT (round (middle + (before % room - (in_line - 1) / 2.0) * SPACING),
                              round (middle_of (layout, row) +
                                     (line - (lines - 1) / 2.0) * spacing_at (layout, place)));
}

static void
place (const ShinsaFigure *figure,
       int                 width,
       int                 row,
       int                 column,
       graphene_rect_t    *box)
{
  Layout layout = layout_of (figure, width);
  graphene_point_t center = find_center (figure, &layout, row, column);

  *box = GRAPHENE_RECT_INIT (center.x - SPACING / 2.0 - 2, center.y - MARK_SPACING / 2.0,
                             SPACING + 4, MARK_SPACING);
}

static int
get_height (const ShinsaFigure *figure,
            int                 width)
{
  Layout layout = layout_of (figure, width);

  return LEGEND_HEIGHT + AXIS_HEIGHT + (int) (figure->n_rows * layout.line);
}

/* Drawing. */

/* The own one has another ring, which is also seen where all is grey. */
static void
draw_dot (const ShinsaPen  *pen,
          graphene_point_t  center,
          gboolean          filled,
          gboolean          own)
{
  GdkRGBA fill = shinsa_pen_shade (pen, 0.7);

  shinsa_pen_circle (pen, center.x, center.y, RADIUS, EDGE, filled ? &fill : NULL);
  if (own)
    shinsa_pen_frame (pen, &pen->color,
                      &GRAPHENE_RECT_INIT (center.x - RADIUS, center.y - RADIUS, 2 * RADIUS,
                                           2 * RADIUS), RADIUS, OWN_EDGE);
}

/* The member's letter in the dot, or above the mark of whoever gave no level. */
static void
draw_point (const ShinsaFigure *figure,
            const ShinsaPen    *pen,
            const Layout       *layout,
            int                 row,
            int                 column)
{
  const ShinsaCell *cell = shinsa_figure_cell (figure, row, column);
  const char *letter = g_ptr_array_index (figure->words, column);
  graphene_point_t center = find_center (figure, layout, row, column);
  ShinsaPenPlace words = { .x = center.x - LETTER / 2, .y = center.y, .width = LETTER,
                           .alignment = PANGO_ALIGN_CENTER, .scale = 0.75 };

  if (value_of (figure, row, column, PLACE) == layout->n_levels)
    {
      words.y = center.y - 6;
      shinsa_pen_text (pen, letter, &pen->faint, &words);
      words.y = center.y + 6;
      shinsa_pen_text (pen, cell->text, &pen->color, &words);
      return;
    }
  draw_dot (pen, center, value_of (figure, row, column, FILLED) != 0,
            value_of (figure, row, column, OWN) != 0);
  shinsa_pen_text (pen, letter, &pen->color, &words);
  words.x = center.x + RADIUS - 5;
  words.y = center.y - RADIUS + 1;
  words.width = SPACING / 2.0;
  if (cell->note != NULL)
    shinsa_pen_text (pen, cell->note, &pen->color, &words);
}

static void
draw_line (const ShinsaFigure *figure,
           const ShinsaPen    *pen,
           const Layout       *layout,
           int                 row)
{
  ShinsaRow *item = g_ptr_array_index (figure->table->rows, row);
  GdkRGBA passing = shinsa_pen_shade (pen, 0);
  double middle = round (middle_of (layout, row));
  double top = round (middle - layout->line / 2) + 2;
  double threshold = layout->left + threshold_of (figure, row) * layout->step;
  double end = layout->left + layout->n_levels * layout->step;

  shinsa_pen_text (pen, shinsa_row_get_title (item), &pen->color,
                   &(ShinsaPenPlace) { .y = middle, .width = layout->left - GAP, .lines = 2 });
  shinsa_pen_fill (pen, &passing,
                   &GRAPHENE_RECT_INIT (threshold, top, end - threshold, layout->line - 4));
  shinsa_pen_fill (pen, &pen->soft,
                   &GRAPHENE_RECT_INIT (layout->left, middle, end - layout->left, 1));
  shinsa_pen_fill (pen, &pen->color,
                   &GRAPHENE_RECT_INIT (threshold - THRESHOLD / 2.0, top, THRESHOLD,
                                        layout->line - 4));
  for (int column = 0; column < figure->n_columns; column++)
    draw_point (figure, pen, layout, row, column);
  /* The table counts them, too. */
  shinsa_pen_text (pen, shinsa_row_get_cell (item, figure->n_columns)->text, &pen->color,
                   &(ShinsaPenPlace) { .x = layout->count, .y = middle, .width = COUNT_WIDTH,
                                       .lines = 2 });
}

static double
draw_entry (const ShinsaPen *pen,
            double           x,
            gboolean         filled,
            gboolean         own,
            const char      *words)
{
  draw_dot (pen, GRAPHENE_POINT_INIT (x + RADIUS, LEGEND_HEIGHT / 2.0), filled, own);
  x += 2 * RADIUS + 6;
  return shinsa_pen_legend (pen, words, x, pen->width - x);
}

static void
draw_legend (const ShinsaPen *pen)
{
  double x = draw_entry (pen, 0, FALSE, FALSE, C_("dot", "on paper"));

  x = draw_entry (pen, x, TRUE, FALSE, C_("dot", "after the interview"));
  x = draw_entry (pen, x, FALSE, TRUE, C_("dot", "own level"));
  shinsa_pen_fill (pen, &pen->color,
                   &GRAPHENE_RECT_INIT (x, LEGEND_HEIGHT / 2.0 - RADIUS, THRESHOLD, 2 * RADIUS));
  x += THRESHOLD + 6;
  shinsa_pen_legend (pen, C_("dot", "threshold"), x, pen->width - x);
}

static void
draw_axis (const ShinsaFigure *figure,
           const ShinsaPen    *pen,
           const Layout       *layout)
{
  ShinsaPenPlace words = { .y = LEGEND_HEIGHT + AXIS_HEIGHT / 2.0, .width = layout->step,
                           .alignment = PANGO_ALIGN_CENTER };

  for (int i = 0; i < layout->n_levels; i++)
    {
      const ShinsaTick *tick = g_ptr_array_index (figure->ticks, i);

      words.x = layout->left + i * layout->step;
      shinsa_pen_text (pen, tick->text, &pen->color, &words);
    }
  words.x = layout->none;
  words.width = NONE_WIDTH;
  words.scale = 0.82;
  shinsa_pen_text (pen, C_("dot", "No level"), &pen->faint, &words);
  words.x = layout->count;
  words.width = COUNT_WIDTH;
  words.alignment = PANGO_ALIGN_LEFT;
  words.lines = 2;
  shinsa_pen_text (pen, _("At or above"), &pen->faint, &words);
}

static void
draw (const ShinsaFigure *figure,
      const ShinsaPen    *pen)
{
  Layout layout = layout_of (figure, pen->width);

  draw_legend (pen);
  draw_axis (figure, pen, &layout);
  for (int row = 0; row < figure->n_rows; row++)
    draw_line (figure, pen, &layout, row);
}

static const ShinsaFigureKind kind = {
  .get_height = get_height,
  .draw = draw,
  .place = place,
};

/* What is to be shown. */

static void
add_point (ShinsaFigure       *figure,
           const ShinsaRound  *round,
           const char         *application,
           const ShinsaMember *member,
           int                 row,
           int                 column)
{
  ShinsaCell *cell = shinsa_figure_cell (figure, row, column);
  const ShinsaReview *review = shinsa_round_effective_review (round, application, member->id);
  gboolean shown = cell->kind == SHINSA_CELL_LEVEL;
  double values[N_VALUES] = {
    shown ? shinsa_figure_find_place (figure, cell->order) : (int) figure->ticks->len,
    shown && review != NULL && review->phase == SHINSA_PHASE_INTERVIEW,
    !round->is_desk && g_str_equal (round->member, member->id),
  };

  if (values[FILLED] != 0)
    shinsa_cell_say (cell, C_("dot", "after the interview"));
  g_array_append_vals (figure->values, values, N_VALUES);
}

/**
 * shinsa_dot_plot_new:
 * @application: one whose levels may be seen
 *
 * Returns: (transfer full): what counts of its levels now
 */
ShinsaFigure *
shinsa_dot_plot_new (const ShinsaRound *round,
                     const char        *application)
{
  ShinsaCompareSource source = { .round = round };
  const ShinsaDefinition *definition = round->definition;
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);
  ShinsaFigure *figure = shinsa_figure_new (&kind, _("Levels by requirement"),
                                            shinsa_compare_members_table (&source, application),
                                            (int) scorers->len, NARROWEST);

  /* What is asked besides of the application as a whole is in the table alone. */
  figure->n_rows = (int) definition->requirements->len;
  shinsa_figure_add_levels (figure, definition);
  for (guint i = 0; i < scorers->len; i++)
    g_ptr_array_add (figure->words,
                     g_strdup (((ShinsaMember *) g_ptr_array_index (scorers, i))->letter));
  for (int row = 0; row < figure->n_rows; row++)
    for (int column = 0; column < figure->n_columns; column++)
      add_point (figure, round, application, g_ptr_array_index (scorers, column), row, column);
  shinsa_figure_add_lines (figure, definition);
  return figure;
}

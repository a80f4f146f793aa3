/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-slope-graph.h"

#include "compare/shinsa-compare-tables.h"
#include "compare/shinsa-table-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PANEL_WIDTH 230       /* at least */
#define MOST_PANELS 3         /* in one line */
#define TITLE_HEIGHT 38
#define LEVEL_HEIGHT 26
#define CAPTION_HEIGHT 22
#define ABSENT_HEIGHT 18
#define GAP 16
#define DIGITS 18             /* for the levels, on the left */
#define LETTERS 76            /* for the members at a level, at both ends */
#define RADIUS 4
#define THIN 1.5

/* The places of a member's levels, lowest first; NAN where there is none. */
enum {
  PAPER,
  INTERVIEW,
  N_VALUES
};

typedef struct {
  double x;
  double y;
  double width;
  double left;                /* where lines begin and end */
  double right;
  int    n_levels;
} Panel;

static double
value_of (const ShinsaFigure *figure,
          int                 row,
          int                 column,
          int                 which)
{
  return g_array_index (figure->values, double,
                        (row * figure->n_columns + column) * N_VALUES + which);
}

static int
panels_in_line (int width)
{
  return CLAMP (width / PANEL_WIDTH, 1, MOST_PANELS);
}

static int
panel_height (const ShinsaFigure *figure)
{
  return TITLE_HEIGHT + (int) figure->ticks->len * LEVEL_HEIGHT + CAPTION_HEIGHT +
         ABSENT_HEIGHT + GAP;
}

static Panel
panel_of (const ShinsaFigure *figure,
          int                 width,
          int                 row)
{
  int in_line = panels_in_line (width);
  double step = floor ((double) width / in_line);
  Panel panel = { .x = row % in_line * step, .y = row / in_line * panel_height (figure) };

  panel.width = step - GAP;
  panel.left = panel.x + DIGITS + LETTERS;
  panel.right = panel.x + panel.width - LETTERS;
  panel.n_levels = (int) figure->ticks->len;
  return panel;
}

static int
get_height (const ShinsaFigure *figure,
            int                 width)
{
  int in_line = panels_in_line (width);

  return (figure->n_rows + in_line - 1) / in_line * panel_height (figure);
}

/* The middle of a level; the highest one is on top. */
static double
y_of (const Panel *panel,
      double       place)
{
  return panel->y + TITLE_HEIGHT + (panel->n_levels - 1 - place + 0.5) * LEVEL_HEIGHT;
}

static void
place (const ShinsaFigure *figure,
       int                 width,
       int                 row,
       int                 column,
       graphene_rect_t    *box)
{
  Panel panel = panel_of (figure, width, row);
  double paper = value_of (figure, row, column, PAPER);
  double interview = value_of (figure, row, column, INTERVIEW);
  double top, bottom;

  if (isnan (paper) && isnan (interview))
    {
      *box = GRAPHENE_RECT_INIT (panel.x, panel.y, panel.width, panel_height (figure) - GAP);
      return;
    }
  top = y_of (&panel, fmax (paper, interview)) - LEVEL_HEIGHT / 2.0;
  bottom = y_of (&panel, fmin (paper, interview)) + LEVEL_HEIGHT / 2.0;
  *box = GRAPHENE_RECT_INIT (panel.left - RADIUS - 4, top,
                             panel.right - panel.left + 2 * RADIUS + 8, bottom - top);
}

/* How many members went the same way before this one, and altogether. */
static int
count_same (const ShinsaFigure *figure,
            int                 row,
            int                 column,
            gboolean           *is_first)
{
  int n = 0;

  *is_first = TRUE;
  for (int i = 0; i < figure->n_columns; i++)
    if (value_of (figure, row, i, PAPER) == value_of (figure, row, column, PAPER) &&
        value_of (figure, row, i, INTERVIEW) == value_of (figure, row, column, INTERVIEW))
      {
        *is_first = *is_first && i >= column;
        n++;
      }
  return n;
}

/* One line for all who went the same way, the thicker the more they are; the strong ones are those
 * that go up or down. */
static void
draw_line (const ShinsaFigure *figure,
           const ShinsaPen    *pen,
           const Panel        *panel,
           int                 row,
           int                 column)
{
  double paper = value_of (figure, row, column, PAPER);
  double interview = value_of (figure, row, column, INTERVIEW);
  gboolean is_first;
  int n;

  if (isnan (paper) || isnan (interview))
    return;
  n = count_same (figure, row, column, &is_first);
  if (!is_first)
    return;
  shinsa_pen_stroke (pen, paper == interview ? &pen->soft : &pen->color,
                     &GRAPHENE_POINT_INIT (panel->left, y_of (panel, paper)),
                     &GRAPHENE_POINT_INIT (panel->right, y_of (panel, interview)),
                     THIN * n);
}

/* The dot of a level on one side with the letters of the members there. */
static void
draw_end (const ShinsaFigure *figure,
          const ShinsaPen    *pen,
          const Panel        *panel,
          int                 row,
          int                 level,
          int                 which)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  double x = which == PAPER ? panel->left : panel->right;

  for (int i = 0; i < figure->n_columns; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (figure->table->columns, i);

      if (value_of (figure, row, i, which) == level)
        g_string_append_printf (letters, "%s%s", letters->len > 0 ? " " : "", column->title);
    }
  if (letters->len == 0)
    return;
  shinsa_pen_circle (pen, x, y_of (panel, level), RADIUS, 1.5,
                     which == PAPER ? NULL : &pen->accent);
  shinsa_pen_text (pen, letters->str, &pen->color,
                   &(ShinsaPenPlace) {
                     .x = which == PAPER ? x - LETTERS : x + RADIUS + 4,
                     .y = y_of (panel, level), .width = LETTERS - RADIUS - 4,
                     .alignment = which == PAPER ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                     .scale = 0.75, .lines = 2 });
}

static void
draw_scale (const ShinsaFigure *figure,
            const ShinsaPen    *pen,
            const Panel        *panel,
            int                 line)
{
  for (int i = 0; i < panel->n_levels; i++)
    {
      const ShinsaTick *tick = g_ptr_array_index (figure->ticks, i);

      shinsa_pen_text (pen, tick->text, &pen->faint,
                       &(ShinsaPenPlace) { .x = panel->x, .y = y_of (panel, i), .width = DIGITS,
                                           .scale = 0.85 });
    }
  shinsa_pen_fill (pen, &pen->faint,
                   &GRAPHENE_RECT_INIT (panel->x + DIGITS, y_of (panel, line - 0.5),
                                        panel->width - DIGITS, 1));
}

/* Who gave no level at all, and why: "C R  G –". */
static void
draw_absent (const ShinsaFigure *figure,
             const ShinsaPen    *pen,
             const Panel        *panel,
             int                 row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < figure->n_columns; i++)
    {
      const ShinsaColumn *column = g_ptr_array_index (figure->table->columns, i);

      if (isnan (value_of (figure, row, i, PAPER)) && isnan (value_of (figure, row, i, INTERVIEW)))
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "   " : "", column->title,
                                shinsa_figure_cell (figure, row, i)->text);
    }
  shinsa_pen_text (pen, text->str, &pen->faint,
                   &(ShinsaPenPlace) { .x = panel->x + DIGITS,
                                       .y = panel->y + panel_height (figure) - GAP -
                                            ABSENT_HEIGHT / 2.0,
                                       .width = panel->width - DIGITS,
                                       .alignment = PANGO_ALIGN_CENTER, .scale = 0.75 });
}

static void
draw_caption (const ShinsaPen *pen,
              const Panel     *panel)
{
  double y = panel->y + TITLE_HEIGHT + panel->n_levels * LEVEL_HEIGHT + CAPTION_HEIGHT / 2.0;

  shinsa_pen_text (pen, C_("slope", "Paper"), &pen->faint,
                   &(ShinsaPenPlace) { .x = panel->left - LETTERS, .y = y, .width = 2 * LETTERS,
                                       .alignment = PANGO_ALIGN_CENTER, .scale = 0.82 });
  shinsa_pen_text (pen, C_("slope", "Interview"), &pen->faint,
                   &(ShinsaPenPlace) { .x = panel->right - LETTERS, .y = y, .width = 2 * LETTERS,
                                       .alignment = PANGO_ALIGN_CENTER, .scale = 0.82 });
}

static void
draw (const ShinsaFigure *figure,
      const ShinsaPen    *pen)
{
  int first_line = figure->n_rows * figure->n_columns * N_VALUES;

  for (int row = 0; row < figure->n_rows; row++)
    {
      Panel panel = panel_of (figure, pen->width, row);

      shinsa_pen_text (pen, shinsa_row_get_title (g_ptr_array_index (figure->table->rows, row)),
                       &pen->color,
                       &(ShinsaPenPlace) { .x = panel.x, .y = panel.y + TITLE_HEIGHT / 2.0 - 2,
                                           .width = panel.width, .scale = 0.92, .lines = 2 });
      draw_scale (figure, pen, &panel,
                  (int) g_array_index (figure->values, double, first_line + row));
      for (int column = 0; column < figure->n_columns; column++)
        draw_line (figure, pen, &panel, row, column);
      for (int level = 0; level < panel.n_levels; level++)
        {
          draw_end (figure, pen, &panel, row, level, PAPER);
          draw_end (figure, pen, &panel, row, level, INTERVIEW);
        }
      draw_caption (pen, &panel);
      draw_absent (figure, pen, &panel, row);
    }
}

static const ShinsaFigureKind kind = {
  .get_height = get_height,
  .draw = draw,
  .place = place,
};

/* What is to be shown. */

static void
add_level (ShinsaFigure              *figure,
           const ShinsaCompareSource *source,
           const char                *application,
           const char                *member,
           const char                *requirement,
           ShinsaPhase                phase)
{
  const ShinsaInterest *interest = shinsa_round_interest (source->round, application, member);
  const ShinsaScore *score = NULL;
  double place = NAN;

  if (!shinsa_interest_bars_from (interest, requirement))
    score = shinsa_compare_phase_score (source, application, member, requirement, phase);
  if (score != NULL && !isnan (score->level))
    place = shinsa_figure_find_place (figure, score->level);
  g_array_append_val (figure->values, place);
}

/**
 * shinsa_slope_graph_new:
 * @application: one whose levels may be seen
 *
 * Returns: (transfer full): what its members said before and after the interview
 */
ShinsaFigure *
shinsa_slope_graph_new (const ShinsaRound *round,
                        const char        *application)
{
  ShinsaCompareSource source = { .round = round };
  const ShinsaDefinition *definition = round->definition;
  g_autoptr (GPtrArray) scorers = shinsa_compare_scorers (round);
  ShinsaFigure *figure = shinsa_figure_new (&kind, _("Paper and interview"),
                                            shinsa_compare_phases_table (&source, application),
                                            (int) scorers->len, PANEL_WIDTH);

  shinsa_figure_add_levels (figure, definition);
  for (guint i = 0; i < definition->requirements->len; i++)
    for (guint j = 0; j < scorers->len; j++)
      {
        const ShinsaRequirement *requirement = g_ptr_array_index (definition->requirements, i);
        const ShinsaMember *member = g_ptr_array_index (scorers, j);

        add_level (figure, &source, application, member->id, requirement->code,
                   SHINSA_PHASE_PAPER);
        add_level (figure, &source, application, member->id, requirement->code,
                   SHINSA_PHASE_INTERVIEW);
      }
  shinsa_figure_add_lines (figure, definition);
  return figure;
}

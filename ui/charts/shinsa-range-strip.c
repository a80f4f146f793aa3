/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/shinsa-range-strip.h"

#include "compare/shinsa-table-parts.h"
#include "rules/shinsa-level-text.h"
#include "shinsa-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NARROWEST 560
#define LEGEND_HEIGHT SHINSA_PEN_LEGEND_HEIGHT
#define AXIS_HEIGHT 28
#define ROW_HEIGHT 44
#define BAND_HEIGHT 14
#define RADIUS 8
#define LINE 2
#define RIGHT 190             /* for what it takes to cross the line */
#define GAP 12

/* What is drawn of each row, in the values of the figure. */
enum {
  VALUE,
  LOW,
  HIGH,
  N_VALUES
};

/* Columns of the table; the first one holds the points. */
enum {
  MARGIN,
  WEAKEST,
  BAND,
  CHANGES,
  N_COLUMNS
};

typedef struct {
  double left;
  double width;
  double lowest;
  double highest;
} Axis;

static double
value_of (const ShinsaFigure *figure,
          int                 row,
          int                 which)
{
  return g_array_index (figure->values, double, row * N_VALUES + which);
}

static const ShinsaTick *
tick_at (const ShinsaFigure *figure,
         guint               i)
{
  return g_ptr_array_index (figure->ticks, i);
}

static Axis
axis_of (const ShinsaFigure *figure,
         int                 width)
{
  double left = floor (CLAMP (width * 0.22, 120, 280));
  Axis axis = { .left = left, .width = width - left - RIGHT };

  axis.lowest = tick_at (figure, 0)->value;
  axis.highest = tick_at (figure, figure->ticks->len - 1)->value;
  return axis;
}

/* Half a step is left free at both ends, for words and dots. */
static double
x_of (const Axis *axis,
      double      value)
{
  double room = RADIUS * 3;

  return round (axis->left + room + (axis->width - 2 * room) * (value - axis->lowest) /
                (axis->highest - axis->lowest));
}

static double
y_of (int row)
{
  return LEGEND_HEIGHT + AXIS_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2.0;
}

static void
place (const ShinsaFigure *figure,
       int                 width,
       int                 row,
       int                 column,
       graphene_rect_t    *box)
{
  Axis axis = axis_of (figure, width);

  *box = GRAPHENE_RECT_INIT (axis.left, y_of (row) - ROW_HEIGHT / 2.0 + 1, width - axis.left,
                             ROW_HEIGHT - 2);
}

static int
get_height (const ShinsaFigure *figure,
            int                 width)
{
  return LEGEND_HEIGHT + AXIS_HEIGHT + figure->n_rows * ROW_HEIGHT + GAP;
}

static void
get_headings (const ShinsaFigure *figure,
              int                 width,
              int                *left,
              int                *top)
{
  *left = (int) axis_of (figure, width).left;
  *top = LEGEND_HEIGHT + AXIS_HEIGHT;
}

static void
draw_band (const ShinsaPen *pen,
           double           from,
           double           to,
           double           y)
{
  graphene_rect_t band = GRAPHENE_RECT_INIT (from - 1, y - BAND_HEIGHT / 2.0, to - from + 2,
                                             BAND_HEIGHT);
  GdkRGBA shade = shinsa_pen_shade (pen, 0.35);

  shinsa_pen_fill (pen, &shade, &band);
  shinsa_pen_frame (pen, &pen->accent, &band, 0, 1);
}

static void
draw_dot (const ShinsaPen *pen,
          double           x,
          double           y,
          gboolean         reached)
{
  shinsa_pen_circle (pen, x, y, RADIUS, 2, reached ? &pen->accent : NULL);
}

static void
draw_legend (const ShinsaPen *pen)
{
  double y = LEGEND_HEIGHT / 2.0;
  double x = 2 * RADIUS + 6;

  draw_dot (pen, RADIUS, y, TRUE);
  x = shinsa_pen_legend (pen, _("reaches the line"), x, pen->width - x);
  draw_dot (pen, x + RADIUS, y, FALSE);
  x += 2 * RADIUS + 6;
  x = shinsa_pen_legend (pen, _("misses it"), x, pen->width - x);
  draw_band (pen, x, x + 3 * RADIUS, y);
  x += 3 * RADIUS + 8;
  shinsa_pen_legend (pen, _("where one change of one level could bring it"), x, pen->width - x);
}

static void
draw_axis (const ShinsaFigure *figure,
           const ShinsaPen    *pen,
           const Axis         *axis)
{
  double bottom = get_height (figure, pen->width) - GAP;
  double top = LEGEND_HEIGHT + AXIS_HEIGHT;
  double line = x_of (axis, 0);
  GdkRGBA passing = shinsa_pen_shade (pen, 0);

  shinsa_pen_fill (pen, &passing,
                   &GRAPHENE_RECT_INIT (line, top, axis->left + axis->width - line, bottom - top));
  for (guint i = 0; i < figure->ticks->len; i++)
    {
      const ShinsaTick *tick = tick_at (figure, i);
      double x = x_of (axis, tick->value);
      gboolean is_line = tick->value == 0;

      shinsa_pen_fill (pen, is_line ? &pen->color : &pen->soft,
                       &GRAPHENE_RECT_INIT (is_line ? x - LINE / 2.0 : x, top,
                                            is_line ? LINE : 1, bottom - top));
      shinsa_pen_text (pen, tick->text, &pen->color,
                       &(ShinsaPenPlace) { .x = x - 80, .y = LEGEND_HEIGHT + AXIS_HEIGHT / 2.0,
                                           .width = 160, .alignment = PANGO_ALIGN_CENTER,
                                           .scale = 0.9, .bold = is_line });
    }
}

static void
draw_row (const ShinsaFigure *figure,
          const ShinsaPen    *pen,
          const Axis         *axis,
          int                 row)
{
  ShinsaRow *item = g_ptr_array_index (figure->table->rows, row);
  const ShinsaCell *cell = shinsa_row_get_cell (item, MARGIN);
  double value = value_of (figure, row, VALUE);
  double end = axis->left + axis->width;
  ShinsaPenPlace words = { .x = end + GAP, .y = y_of (row) - 8, .width = RIGHT - GAP };

  shinsa_pen_text (pen, shinsa_row_get_title (item), &pen->color,
                   &(ShinsaPenPlace) { .y = y_of (row), .width = axis->left - GAP, .lines = 2 });
  shinsa_pen_fill (pen, &pen->soft,
                   &GRAPHENE_RECT_INIT (axis->left, y_of (row), axis->width, 1));
  if (isnan (value))
    {
      words.y = y_of (row);
      shinsa_pen_text (pen, cell->text, &pen->faint, &words);
      return;
    }
  draw_band (pen, x_of (axis, value_of (figure, row, LOW)),
             x_of (axis, value_of (figure, row, HIGH)), y_of (row));
  draw_dot (pen, x_of (axis, value), y_of (row), (cell->flags & SHINSA_CELL_BELOW) == 0);
  words.bold = TRUE;
  shinsa_pen_text (pen, cell->text, &pen->color, &words);
  words = (ShinsaPenPlace) { .x = end + GAP, .y = y_of (row) + 10, .width = RIGHT - GAP,
                             .scale = 0.82 };
  shinsa_pen_text (pen, shinsa_row_get_cell (item, CHANGES)->text, &pen->faint, &words);
}

static void
draw (const ShinsaFigure *figure,
      const ShinsaPen    *pen)
{
  Axis axis = axis_of (figure, pen->width);

  draw_legend (pen);
  draw_axis (figure, pen, &axis);
  for (int row = 0; row < figure->n_rows; row++)
    if (shinsa_pen_sees (pen, &GRAPHENE_RECT_INIT (0, y_of (row) - ROW_HEIGHT / 2.0, pen->width,
                                                   ROW_HEIGHT)))
      draw_row (figure, pen, &axis, row);
}

static const ShinsaFigureKind kind = {
  .get_height = get_height,
  .draw = draw,
  .place = place,
  .get_headings = get_headings,
};

/* What is to be shown. */

/**
 * shinsa_margin_text:
 * @margin: how far something is from its threshold, in the unit of the round's statistic
 *
 * Returns: (transfer full): the margin with its sign
 */
char *
shinsa_margin_text (const ShinsaDefinition *definition,
                    double                  margin)
{
  g_autofree char *number = NULL;

  if (definition->statistic == SHINSA_STATISTIC_MAJORITY)
    return g_strdup_printf ("%+.0f %%", margin * 100);
  number = shinsa_number_text (round (fabs (margin) * 10) / 10);
  return g_strconcat (margin < -1e-9 ? "−" : margin > 1e-9 ? "+" : "±", number, NULL);
}

/**
 * shinsa_margin_where:
 *
 * Returns: what has that margin: the weakest requirement, or all of them together
 */
const char *
shinsa_margin_where (const ShinsaDefinition *definition,
                     const ShinsaMargin     *margin)
{
  const ShinsaRequirement *weakest = margin->requirement != NULL
    ? shinsa_definition_requirement (definition, margin->requirement) : NULL;

  return weakest != NULL ? shinsa_text_get (&weakest->name) : _("Weighted total");
}

static char *
changes_text (const ShinsaMargin *margin)
{
  if (margin->changes < 0)
    return g_strdup (_("no changes cross the line"));
  return g_strdup_printf (ngettext ("%d change crosses the line", "%d changes cross the line",
                                    margin->changes), margin->changes);
}

static void
take_words (ShinsaRow  *row,
            const char *what,
            const char *text,
            double      order)
{
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_WORDS, text,
                                      g_strdup_printf ("%s: %s", what, text));

  cell->order = order;
  shinsa_row_take_titled_cell (row, cell);
}

/* Without a margin it is said why, and nothing else. */
static void
take_reason (ShinsaRow  *row,
             GArray     *values,
             const char *reason)
{
  double nothing = NAN;

  take_words (row, _("Margin"), reason, NAN);
  for (int i = MARGIN + 1; i < N_COLUMNS; i++)
    take_words (row, _("Margin"), "", NAN);
  for (int i = 0; i < N_VALUES; i++)
    g_array_append_val (values, nothing);
}

static void
take_margin (ShinsaRow              *row,
             GArray                 *values,
             const ShinsaDefinition *definition,
             const ShinsaMargin     *margin)
{
  g_autofree char *value = shinsa_margin_text (definition, margin->value);
  g_autofree char *low = shinsa_margin_text (definition, margin->low);
  g_autofree char *high = shinsa_margin_text (definition, margin->high);
  g_autofree char *band = g_strdup_printf ("%s … %s", low, high);
  g_autofree char *changes = changes_text (margin);
  const char *where = shinsa_margin_where (definition, margin);
  ShinsaCell *cell = shinsa_cell_new (SHINSA_CELL_FIGURE, value, NULL);

  /* Translators: the margin, the requirement it is of, the lowest and the highest margin after one
   * change, and how many changes cross the line. */
  cell->label = g_strdup_printf (_("margin %s, %s; with one change from %s to %s; %s"), value,
                                 where, low, high, changes);
  cell->order = margin->value;
  if (!margin->reached)
    cell->flags |= SHINSA_CELL_BELOW;
  shinsa_row_take_titled_cell (row, cell);
  take_words (row, _("Weakest requirement"), where, NAN);
  take_words (row, _("With one change"), band, margin->low);
  take_words (row, _("Fewest changes"), changes, margin->changes);
  g_array_append_val (values, margin->value);
  g_array_append_val (values, margin->low);
  g_array_append_val (values, margin->high);
}

static ShinsaRow *
application_row (const ShinsaRound   *round,
                 const ShinsaDossier *dossier,
                 GArray              *values)
{
  ShinsaRow *row = shinsa_row_new (dossier->id, shinsa_text_get (&dossier->name), NULL);
  g_autoptr (GPtrArray) aggregates = NULL;
  ShinsaMargin margin;

  if (!shinsa_session_may_see_reviews (round, dossier->id))
    {
      take_reason (row, values, _("not shown yet"));
      return row;
    }
  aggregates = shinsa_aggregate_application (round, dossier->id, SHINSA_BASIS_DECISION);
  if (shinsa_margin_find (round->definition, aggregates, &margin))
    take_margin (row, values, round->definition, &margin);
  else if (shinsa_margin_outcome (round->definition) == NULL)
    take_reason (row, values, _("no outcome has a line"));
  else
    take_reason (row, values, _("too few evaluators"));
  return row;
}

/* From the lowest to the highest margin there is, and one step on both sides of the line. */
static void
add_ticks (ShinsaFigure     *figure,
           const ShinsaRound *round)
{
  const ShinsaOutcome *outcome = shinsa_margin_outcome (round->definition);
  gboolean share = round->definition->statistic == SHINSA_STATISTIC_MAJORITY;
  double step = share ? 0.25 : 1;
  int first = -1, last = 1;

  for (guint i = 0; i < figure->values->len; i++)
    {
      double value = g_array_index (figure->values, double, i) / step;

      if (isnan (value))
        continue;
      first = MIN (first, (int) floor (value));
      last = MAX (last, (int) ceil (value));
    }
  for (int i = first; i <= last; i++)
    {
      g_autofree char *text = i == 0 && outcome != NULL
                              /* Translators: the line that has to be reached for an outcome. */
                              ? g_strdup_printf (_("Line: %s"), shinsa_text_get (&outcome->name))
                              : shinsa_margin_text (round->definition, i * step);

      shinsa_figure_add_tick (figure, i * step, text);
    }
}

/**
 * shinsa_range_strip_new:
 *
 * Returns: (transfer full): all applications of the round; of those without a margin, why
 */
ShinsaFigure *
shinsa_range_strip_new (const ShinsaRound *round)
{
  ShinsaTable *table = shinsa_table_new (_("Application"));
  ShinsaFigure *figure = shinsa_figure_new (&kind, _("Range"), table, MARGIN + 1, NARROWEST);

  shinsa_table_add_column (table, "margin", _("Margin"), 20);
  shinsa_table_add_column (table, "weakest", _("Weakest requirement"), 30)->words = TRUE;
  shinsa_table_add_column (table, "band", _("With one change"), 16)->words = TRUE;
  shinsa_table_add_column (table, "changes", _("Fewest changes"), 26)->words = TRUE;
  ((ShinsaColumn *) g_ptr_array_index (table->columns, WEAKEST))->expands = TRUE;
  for (guint i = 0; i < round->dossiers->len; i++)
    g_ptr_array_add (table->rows, application_row (round, g_ptr_array_index (round->dossiers, i),
                                                   figure->values));
  figure->n_rows = (int) table->rows->len;
  add_ticks (figure, round);
  return figure;
}

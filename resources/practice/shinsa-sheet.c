/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-sheet.h"

#include <gio/gio.h>

/* The one-page sheet of a community, with the parts that are published of real ones: who is in it,
 * which markets it aims at, where it stands, where it wants to be, how it gets there and what that
 * is measured by. */

#define MARGIN 36.0
#define FOOTER 34.0
#define FULL (SHINSA_PAPER_WIDTH - 2 * MARGIN)
#define LIMIT (SHINSA_PAPER_HEIGHT - MARGIN - FOOTER)
#define GAP 9.0
#define GAP_MAX 20.0
#define PADDING 8.0

/* Letters shrink this far before there is a second page. */
#define SCALE_MAX 1.2
#define SCALE_MIN 0.84
#define SCALE_STEP 0.02

typedef struct {
  ShinsaPaper       *paper;
  const ShinsaFacts *facts;
  int                page;
} Sheet;

typedef double (*Part) (Sheet  *sheet,
                        double  x,
                        double  y,
                        double  width);

static const ShinsaStyle body = { 9.4, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };
static const ShinsaStyle small = { 7.6, SHINSA_COLOUR_MUTED, PANGO_ALIGN_LEFT };
static const ShinsaStyle small_right = { 7.6, SHINSA_COLOUR_MUTED, PANGO_ALIGN_RIGHT };
static const ShinsaStyle accent = { 9.4, SHINSA_COLOUR_ACCENT, PANGO_ALIGN_LEFT };
static const ShinsaStyle lead = { 11.4, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };
static const ShinsaStyle title = { 21, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };

/* --- The head and the foot of a page --- */

static double
draw_head (Sheet *sheet)
{
  ShinsaPaper *paper = sheet->paper;
  JsonObject *round = json_object_get_object_member (sheet->facts->round, "round");
  const char *mark = "練習用";
  double mark_width = shinsa_paper_badge_width (paper, 9, mark);
  double y = MARGIN;

  shinsa_paper_badge (paper, SHINSA_COLOUR_WARNING, 9, MARGIN + FULL - mark_width, y, mark);
  y += shinsa_paper_text (paper, &small, MARGIN, y, FULL - mark_width - 8,
                          shinsa_facts_words (round, "title"));
  y += 4;
  y += shinsa_paper_text (paper, &title, MARGIN, y, FULL - mark_width - 8,
                          shinsa_facts_words (sheet->facts->application, "name"));
  y += 6;
  shinsa_paper_rule (paper, SHINSA_COLOUR_ACCENT, 2, MARGIN, y, FULL);

  return y + GAP;
}

static void
draw_foot (Sheet *sheet,
           int    n_pages)
{
  g_autofree char *number = g_strdup_printf ("%d／%d", sheet->page, n_pages);
  double y = SHINSA_PAPER_HEIGHT - MARGIN - 14;

  shinsa_paper_rule (sheet->paper, SHINSA_COLOUR_RULE, 0.6, MARGIN, y - 5, FULL);
  shinsa_paper_text (sheet->paper, &small, MARGIN, y, FULL,
                     "練習用：公表された概要から作成した資料であり、実際の申請書ではありません。");
  shinsa_paper_text (sheet->paper, &small_right, MARGIN, y, FULL, number);
}

/* --- Parts --- */

static double
draw_summary (Sheet  *sheet,
              double  x,
              double  y,
              double  width)
{
  const char *summary = shinsa_facts_words (sheet->facts->application, "summary");

  return shinsa_paper_text (sheet->paper, &lead, x, y, width, summary);
}

static double
draw_network (Sheet  *sheet,
              double  x,
              double  y,
              double  width)
{
  JsonObject *network = shinsa_facts_network (sheet->facts);
  const char *secretariat;
  double top = y;

  if (network == NULL)
    return 0;
  secretariat = shinsa_facts_words (network, "secretariat");
  y += shinsa_paper_text (sheet->paper, &small, x, y, width, "ネットワーク機関") + 2;
  y += shinsa_paper_text (sheet->paper, &lead, x, y, width,
                          shinsa_facts_words (network, "name")) + 3;
  if (*secretariat != '\0')
    {
      g_autofree char *line = g_strdup_printf ("事務局：%s", secretariat);

      y += shinsa_paper_text (sheet->paper, &body, x, y, width, line);
    }
  if (!json_object_get_boolean_member (network, "established"))
    y += shinsa_paper_text (sheet->paper, &body, x, y, width, "設立の準備中");

  return y - top;
}

static double
draw_kind (Sheet  *sheet,
           gsize   kind,
           double  x,
           double  y,
           double  width)
{
  const double widths[] = { 0.34 * width, 0.66 * width };
  const ShinsaStyle styles[] = { accent, body };
  int count = 0;
  g_autofree char *names = shinsa_facts_members (sheet->facts, kind, &count);
  g_autofree char *label = g_strdup_printf ("%s　%d", shinsa_facts_kind (kind), count);
  const char *texts[] = { label, *names != '\0' ? names : "―" };

  if (count == 0)
    return 0;
  shinsa_paper_rule (sheet->paper, SHINSA_COLOUR_RULE, 0.5, x, y, width);

  return shinsa_paper_row (sheet->paper, styles, widths, G_N_ELEMENTS (widths), x, y, texts);
}

static double
draw_organisations (Sheet  *sheet,
                    double  x,
                    double  y,
                    double  width)
{
  double top = y;

  y += draw_network (sheet, x, y, width) + 5;
  for (gsize kind = 0; shinsa_facts_kind (kind) != NULL; kind++)
    y += draw_kind (sheet, kind, x, y, width);
  if (json_object_get_boolean_member (sheet->facts->application, "and_others"))
    y += shinsa_paper_text (sheet->paper, &small_right, x, y, width, "ほかにも参画する主体がある");

  return y - top;
}

static double
draw_areas (Sheet  *sheet,
            double  x,
            double  y,
            double  width)
{
  JsonArray *codes = shinsa_facts_areas (sheet->facts);
  double top = y;

  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      JsonObject *area = shinsa_facts_area (sheet->facts, json_array_get_string_element (codes, i));
      const char *symbol = json_object_get_string_member (area, "symbol");
      double badge_width = shinsa_paper_badge_width (sheet->paper, 11, symbol);
      double badge = shinsa_paper_badge (sheet->paper, SHINSA_COLOUR_ACCENT, 11, x, y, symbol);
      double words = shinsa_paper_text (sheet->paper, &body, x + badge_width + 7, y + 1,
                                        width - badge_width - 7,
                                        shinsa_facts_words (area, "name"));

      y += MAX (badge, words) + 5;
    }

  return y - top;
}

static double
draw_section (Sheet      *sheet,
              const char *code,
              double      x,
              double      y,
              double      width)
{
  JsonArray *items = shinsa_facts_section (sheet->facts, code);
  double top = y;

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      const char *words = json_object_get_string_member_with_default (item, "ja", "");

      y += shinsa_paper_bullet (sheet->paper, &body, x, y, width, words) + 5;
    }

  return y - top;
}

static double
draw_situation (Sheet  *sheet,
                double  x,
                double  y,
                double  width)
{
  return draw_section (sheet, "situation", x, y, width);
}

static double
draw_vision (Sheet  *sheet,
             double  x,
             double  y,
             double  width)
{
  return draw_section (sheet, "vision", x, y, width);
}

static double
draw_measures (Sheet  *sheet,
               double  x,
               double  y,
               double  width)
{
  return draw_section (sheet, "measures", x, y, width);
}

static double
draw_indicators (Sheet  *sheet,
                 double  x,
                 double  y,
                 double  width)
{
  static const char * const heads[] = { "指標", "現状", "目標", "時期", "申請者の記載" };
  const double widths[] = { 0.27 * width, 0.11 * width, 0.16 * width, 0.11 * width, 0.35 * width };
  const ShinsaStyle head_styles[] = { small, small, small, small, small };
  const ShinsaStyle styles[] = { body, body, accent, body, small };
  JsonArray *indicators = shinsa_facts_indicators (sheet->facts);
  double top = y;

  y += shinsa_paper_row (sheet->paper, head_styles, widths, G_N_ELEMENTS (widths), x, y, heads);
  for (guint i = 0; i < json_array_get_length (indicators); i++)
    {
      JsonObject *indicator = json_array_get_object_element (indicators, i);
      g_autofree char *baseline = shinsa_facts_baseline (indicator);
      g_autofree char *target = shinsa_facts_target (indicator);
      g_autofree char *year = shinsa_facts_year (indicator, "target");
      const char *texts[] = { shinsa_facts_words (indicator, "label"), baseline, target, year,
                              json_object_get_string_member (indicator, "raw") };

      shinsa_paper_rule (sheet->paper, SHINSA_COLOUR_RULE, 0.5, x, y, width);
      y += shinsa_paper_row (sheet->paper, styles, widths, G_N_ELEMENTS (widths), x, y, texts);
    }

  return y - top;
}

/* --- Cards --- */

typedef struct {
  const char *name;
  Part        draw;
} Card;

/* One card, or two beside each other that are equally high. */
typedef struct {
  Card   left;
  Card   right;
  double share;   /* of the width that the left one has */
} CardRow;

static const CardRow rows[] = {
  { { NULL, draw_summary }, { NULL, NULL }, 1 },
  { { "体制", draw_organisations }, { "対象市場領域", draw_areas }, 0.64 },
  { { "現状と課題", draw_situation }, { "あるべき姿", draw_vision }, 0.5 },
  { { "方策", draw_measures }, { NULL, NULL }, 1 },
  { { "指標", draw_indicators }, { NULL, NULL }, 1 },
};

/* Draws at least so high, or measures for a height of 0. */
static double
draw_card (Sheet      *sheet,
           const Card *card,
           double      x,
           double      y,
           double      width,
           double      least)
{
  ShinsaArea area = { x, y, width, least };
  double top = y;

  if (card->name == NULL)
    shinsa_paper_box (sheet->paper, SHINSA_COLOUR_TINT, &area, 3);
  else
    shinsa_paper_frame (sheet->paper, SHINSA_COLOUR_RULE, &area, 3);
  if (card->name != NULL)
    y += shinsa_paper_badge (sheet->paper, SHINSA_COLOUR_ACCENT, 9, x, y, card->name);
  y += PADDING;
  y += card->draw (sheet, x + PADDING, y, width - 2 * PADDING) + PADDING;

  return MAX (y - top, least);
}

static double
draw_row (Sheet         *sheet,
          const CardRow *row,
          double         y,
          double         least)
{
  double left_width = row->right.draw == NULL ? FULL : row->share * (FULL - GAP);
  double height = draw_card (sheet, &row->left, MARGIN, y, left_width, least);

  if (row->right.draw != NULL)
    {
      double x = MARGIN + left_width + GAP;
      double right = draw_card (sheet, &row->right, x, y, MARGIN + FULL - x, least);

      height = MAX (height, right);
    }

  return height;
}

/* --- Pages --- */

static double
measure_rows (Sheet  *sheet,
              double *heights)
{
  double sum = draw_head (sheet);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      heights[i] = draw_row (sheet, &rows[i], 0, 0);
      sum += heights[i];
    }

  return sum + GAP * (G_N_ELEMENTS (rows) - 1);
}

static gboolean
draw_page (Sheet        *sheet,
           const double *heights,
           double        gap)
{
  double y = draw_head (sheet);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      draw_row (sheet, &rows[i], y, heights[i]);
      y += heights[i] + gap;
    }
  draw_foot (sheet, 1);

  return TRUE;
}

/* What is higher than a page even in the smallest letters has no place on a sheet. */
static gboolean
draw_pages (Sheet         *sheet,
            const double  *heights,
            int            n_pages,
            int           *needed,
            GError       **error)
{
  double first = draw_head (sheet);
  double y = first;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (first + heights[i] > LIMIT)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       "Part %" G_GSIZE_FORMAT " of the sheet of “%s” is higher than a page. "
                       "Shorten it.", i + 1,
                       json_object_get_string_member (sheet->facts->application, "id"));
          return FALSE;
        }
      if (y + heights[i] > LIMIT)
        {
          draw_foot (sheet, n_pages);
          shinsa_paper_next_page (sheet->paper);
          sheet->page++;
          y = draw_head (sheet);
        }
      draw_row (sheet, &rows[i], y, heights[i]);
      y += heights[i] + GAP;
    }
  draw_foot (sheet, n_pages);
  *needed = sheet->page;
  sheet->page = 1;

  return TRUE;
}

/**
 * shinsa_sheet_lay_out:
 * @paper: a paper
 * @facts: an application
 * @error: return location for an error
 *
 * Fills one page, in letters as large as they can be; where they would be too small to be read,
 * there are more pages.
 *
 * Returns: whether all of it is on the paper
 */
gboolean
shinsa_sheet_lay_out (ShinsaPaper        *paper,
                      const ShinsaFacts  *facts,
                      GError            **error)
{
  Sheet sheet = { paper, facts, 1 };
  double heights[G_N_ELEMENTS (rows)];
  double scale = SCALE_MAX;
  double sum = 0;
  int n_pages = 0;

  shinsa_paper_set_scale (paper, scale);
  while ((sum = measure_rows (&sheet, heights)) > LIMIT && scale - SCALE_STEP >= SCALE_MIN)
    {
      scale -= SCALE_STEP;
      shinsa_paper_set_scale (paper, scale);
    }
  if (sum <= LIMIT)
    {
      shinsa_paper_set_drawing (paper, TRUE);
      return draw_page (&sheet, heights,
                        MIN (GAP_MAX, GAP + (LIMIT - sum) / (G_N_ELEMENTS (rows) - 1)));
    }
  if (!draw_pages (&sheet, heights, 0, &n_pages, error))
    return FALSE;
  shinsa_paper_set_drawing (paper, TRUE);

  return draw_pages (&sheet, heights, n_pages, &n_pages, error);
}

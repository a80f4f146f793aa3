/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-report-writer.h"

#define LEFT SHINSA_WRITER_MARGIN
#define WIDTH SHINSA_WRITER_WIDTH
#define LINE 21.0
#define NOTE_LINES 10
#define CELLS_MAX 5

static const ShinsaStyle body = { 10.4, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };
static const ShinsaStyle body_accent = { 10.4, SHINSA_COLOUR_ACCENT, PANGO_ALIGN_LEFT };
static const ShinsaStyle small = { 8, SHINSA_COLOUR_MUTED, PANGO_ALIGN_LEFT };
static const ShinsaStyle small_right = { 8, SHINSA_COLOUR_MUTED, PANGO_ALIGN_RIGHT };
static const ShinsaStyle chapter_style = { 19, SHINSA_COLOUR_ACCENT, PANGO_ALIGN_LEFT };
static const ShinsaStyle section_style = { 12.6, SHINSA_COLOUR_INK, PANGO_ALIGN_LEFT };

void
shinsa_heading_free (ShinsaHeading *heading)
{
  g_return_if_fail (heading != NULL);

  g_free (heading->title);
  g_free (heading);
}

/* --- Pages --- */

void
shinsa_writer_foot (ShinsaWriter *self)
{
  g_autofree char *number = g_strdup_printf ("%d／%d", self->page, self->n_pages);
  double y = SHINSA_PAPER_HEIGHT - 44;

  shinsa_paper_rule (self->paper, SHINSA_COLOUR_RULE, 0.6, LEFT, y - 6, WIDTH);
  shinsa_paper_text (self->paper, &small, LEFT, y, WIDTH,
                     "練習用：公表された概要から作成した資料であり、実際の申請書ではありません。");
  shinsa_paper_text (self->paper, &small_right, LEFT, y, WIDTH, number);
}

static void
write_head (ShinsaWriter *self)
{
  const char *mark = "練習用";
  double mark_width = shinsa_paper_badge_width (self->paper, 8, mark);

  shinsa_paper_text (self->paper, &small, LEFT, 41, WIDTH - mark_width,
                     shinsa_facts_words (self->facts->application, "name"));
  shinsa_paper_badge (self->paper, SHINSA_COLOUR_WARNING, 8, LEFT + WIDTH - mark_width, 38, mark);
  shinsa_paper_rule (self->paper, SHINSA_COLOUR_RULE, 0.6, LEFT, 60, WIDTH);
}

void
shinsa_writer_next_page (ShinsaWriter *self)
{
  shinsa_writer_foot (self);
  shinsa_paper_next_page (self->paper);
  self->page++;
  self->y = SHINSA_WRITER_TOP;
  write_head (self);
}

/* Begins another page unless so much fits on this one. */
void
shinsa_writer_need (ShinsaWriter *self,
                    double        height)
{
  if (self->y + height <= SHINSA_WRITER_BOTTOM)
    return;
  self->too_high |= SHINSA_WRITER_TOP + height > SHINSA_WRITER_BOTTOM;
  shinsa_writer_next_page (self);
}

/* How high a text will be. */
static double
measure (ShinsaWriter      *self,
         const ShinsaStyle *style,
         double             width,
         const char        *text)
{
  double height;

  shinsa_paper_set_drawing (self->paper, FALSE);
  height = shinsa_paper_text (self->paper, style, 0, 0, width, text);
  shinsa_paper_set_drawing (self->paper, self->drawing);

  return height;
}

/* --- Headings --- */

static void
remember_heading (ShinsaWriter *self,
                  const char   *title,
                  int           depth)
{
  ShinsaHeading *heading;

  if (self->drawing)
    return;
  heading = g_new0 (ShinsaHeading, 1);
  heading->title = g_strdup (title);
  heading->page = self->page;
  heading->depth = depth;
  g_ptr_array_add (self->headings, heading);
}

/* A chapter begins a page. */
void
shinsa_writer_chapter (ShinsaWriter *self,
                       const char   *title,
                       const char   *introduction)
{
  g_autofree char *numbered = g_strdup_printf ("第%d章　%s", ++self->chapter, title);

  shinsa_writer_next_page (self);
  self->section = 0;
  remember_heading (self, numbered, 0);
  self->y += shinsa_paper_text (self->paper, &chapter_style, LEFT, self->y, WIDTH, numbered) + 6;
  shinsa_paper_rule (self->paper, SHINSA_COLOUR_ACCENT, 1.6, LEFT, self->y, WIDTH);
  self->y += 9;
  shinsa_writer_paragraph (self, introduction);
}

void
shinsa_writer_section (ShinsaWriter *self,
                       const char   *title)
{
  g_autofree char *numbered = g_strdup_printf ("%d.%d　%s", self->chapter, ++self->section,
                                               title);
  double height = measure (self, &section_style, WIDTH - 10, numbered);
  const ShinsaArea mark = { LEFT, self->y + 2, 3.5, height - 2 };

  remember_heading (self, numbered, 1);
  shinsa_paper_box (self->paper, SHINSA_COLOUR_ACCENT, &mark, 1);
  self->y += shinsa_paper_text (self->paper, &section_style, LEFT + 10, self->y, WIDTH - 10,
                                numbered) + 8;
}

/**
 * shinsa_writer_find:
 * @self: a writer
 * @chapter: the number of a chapter
 *
 * Returns: (transfer none) (nullable): it; NULL while its page is not known
 */
const ShinsaHeading *
shinsa_writer_find (const ShinsaWriter *self,
                    int                 chapter)
{
  int seen = 0;

  for (guint i = 0; self->drawing && i < self->headings->len; i++)
    {
      const ShinsaHeading *heading = g_ptr_array_index (self->headings, i);

      seen += heading->depth == 0;
      if (seen == chapter)
        return heading;
    }

  return NULL;
}

/* --- What stands under them --- */

void
shinsa_writer_paragraph (ShinsaWriter *self,
                         const char   *text)
{
  shinsa_writer_need (self, measure (self, &body, WIDTH, text));
  self->y += shinsa_paper_text (self->paper, &body, LEFT, self->y, WIDTH, text) + 9;
}

void
shinsa_writer_bullet (ShinsaWriter *self,
                      const char   *text)
{
  shinsa_writer_need (self, measure (self, &body, WIDTH - 14, text));
  self->y += shinsa_paper_bullet (self->paper, &body, LEFT + 4, self->y, WIDTH - 4, text) + 5;
}

/* What the outline that was published says. */
void
shinsa_writer_quote (ShinsaWriter *self,
                     const char   *text)
{
  ShinsaArea area = { LEFT, self->y, WIDTH, 0 };
  double height = measure (self, &body, WIDTH - 24, text);
  double label = measure (self, &small, -1, "公表された概要の記載");

  area.height = height + label + 20;
  shinsa_writer_need (self, area.height);
  area.y = self->y;
  shinsa_paper_box (self->paper, SHINSA_COLOUR_TINT, &area, 3);
  shinsa_paper_text (self->paper, &small, LEFT + 12, self->y + 7, -1, "公表された概要の記載");
  shinsa_paper_text (self->paper, &body, LEFT + 12, self->y + label + 11, WIDTH - 24, text);
  self->y += area.height + 9;
}

/**
 * shinsa_writer_row:
 * @self: a writer
 * @shares: (array length=n_cells): how much of the width each cell has
 * @n_cells: how many there are
 * @is_head: whether the row names the columns
 * @texts: (array length=n_cells): what is in them
 *
 * Adds a row to a table; a row is never cut by the end of a page.
 */
void
shinsa_writer_row (ShinsaWriter       *self,
                   const double       *shares,
                   gsize               n_cells,
                   gboolean            is_head,
                   const char * const *texts)
{
  ShinsaStyle styles[CELLS_MAX];
  double widths[CELLS_MAX];
  ShinsaArea area = { LEFT, 0, WIDTH, 0 };

  g_assert (n_cells <= CELLS_MAX);
  for (gsize i = 0; i < n_cells; i++)
    {
      styles[i] = is_head ? small : i == 0 ? body_accent : body;
      widths[i] = shares[i] * WIDTH;
    }
  shinsa_paper_set_drawing (self->paper, FALSE);
  area.height = shinsa_paper_row (self->paper, styles, widths, n_cells, LEFT, 0, texts);
  shinsa_paper_set_drawing (self->paper, self->drawing);
  shinsa_writer_need (self, area.height);
  area.y = self->y;
  if (is_head)
    shinsa_paper_box (self->paper, SHINSA_COLOUR_TINT, &area, 0);
  shinsa_paper_row (self->paper, styles, widths, n_cells, LEFT, self->y, texts);
  self->y += area.height;
  shinsa_paper_rule (self->paper, SHINSA_COLOUR_RULE, 0.5, LEFT, self->y, WIDTH);
}

void
shinsa_writer_fact (ShinsaWriter *self,
                    const char   *name,
                    const char   *text)
{
  const double shares[] = { 0.24, 0.76 };
  const char *texts[] = { name, *text != '\0' ? text : "―" };

  shinsa_writer_row (self, shares, G_N_ELEMENTS (shares), FALSE, texts);
}

/* Lines to write on, down to a place of the page, but no page full of them. */
void
shinsa_writer_notes (ShinsaWriter *self,
                     double        bottom)
{
  self->y += 10;
  if (self->y + 2 * LINE > bottom)
    return;
  shinsa_paper_text (self->paper, &small, LEFT, self->y, WIDTH, "書き込み欄（練習用）");
  self->y += LINE + 6;
  for (int i = 0; i < NOTE_LINES && self->y + 4 <= bottom; i++)
    {
      shinsa_paper_rule (self->paper, SHINSA_COLOUR_RULE, 0.4, LEFT, self->y, WIDTH);
      self->y += LINE;
    }
}

/* --- Contents --- */

static void
write_contents_line (ShinsaWriter        *self,
                     const ShinsaHeading *heading)
{
  const ShinsaStyle *style = heading->depth == 0 ? &body_accent : &body;
  const ShinsaStyle right = { body.size, SHINSA_COLOUR_MUTED, PANGO_ALIGN_RIGHT };
  g_autofree char *page = g_strdup_printf ("%d", heading->page);
  double x = LEFT + 14 * heading->depth;
  double height;

  self->y += heading->depth == 0 ? 5 : 0;
  height = shinsa_paper_text (self->paper, style, x, self->y, LEFT + WIDTH - 30 - x,
                              heading->title);
  shinsa_paper_text (self->paper, &right, LEFT + WIDTH - 30, self->y, 30, page);
  self->y += height + 1.5;
  self->too_high |= self->y > SHINSA_WRITER_BOTTOM;
}

/* One page, which is empty while the headings are not known. */
void
shinsa_writer_contents (ShinsaWriter *self)
{
  shinsa_writer_next_page (self);
  self->y += shinsa_paper_text (self->paper, &chapter_style, LEFT, self->y, WIDTH, "目次") + 6;
  shinsa_paper_rule (self->paper, SHINSA_COLOUR_ACCENT, 1.6, LEFT, self->y, WIDTH);
  self->y += 6;
  for (guint i = 0; self->drawing && i < self->headings->len; i++)
    write_contents_line (self, g_ptr_array_index (self->headings, i));
}

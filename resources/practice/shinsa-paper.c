/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-paper.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Whichever of these is there; the first is the one that the project's packages bring. */
#define FONTS "VL PGothic, Noto Sans CJK JP, IPAexGothic, Sans"

/* Letters that a font for Japanese has and others have not. */
#define PROBE "審査かカ①"

/* The same input gives the same bytes on every day. */
#define CREATED "2021-03-31T00:00:00+09:00"

#define LINE_SPACING 1.36
#define CELL_PADDING 5.0

struct _ShinsaPaper
{
  cairo_surface_t *surface;
  cairo_t         *cairo;
  PangoLayout     *layout;
  double           scale;
  gboolean         drawing;
};

static const double colours[][3] = {
  [SHINSA_COLOUR_INK] = { 0.10, 0.13, 0.16 },
  [SHINSA_COLOUR_MUTED] = { 0.38, 0.43, 0.47 },
  [SHINSA_COLOUR_ACCENT] = { 0.09, 0.39, 0.33 },
  [SHINSA_COLOUR_WHITE] = { 1, 1, 1 },
  [SHINSA_COLOUR_TINT] = { 0.92, 0.96, 0.95 },
  [SHINSA_COLOUR_RULE] = { 0.72, 0.80, 0.78 },
  [SHINSA_COLOUR_WARNING] = { 0.69, 0.25, 0.12 },
};

static gboolean
has_japanese (ShinsaPaper  *self,
              GError      **error)
{
  pango_layout_set_text (self->layout, PROBE, -1);
  if (pango_layout_get_unknown_glyphs_count (self->layout) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       "No font with Japanese letters was found, so the documents of the practice "
                       "round cannot be laid out. Install one, such as the Debian package "
                       "fonts-vlgothic, and build again.");
  return FALSE;
}

/**
 * shinsa_paper_new:
 * @path: where the PDF goes
 * @title: what the PDF calls itself
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): upright A4 pages, not drawing yet
 */
ShinsaPaper *
shinsa_paper_new (const char  *path,
                  const char  *title,
                  GError     **error)
{
  g_autoptr (ShinsaPaper) self = g_new0 (ShinsaPaper, 1);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONTS);

  self->surface = cairo_pdf_surface_create (path, SHINSA_PAPER_WIDTH, SHINSA_PAPER_HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATED);
  self->cairo = cairo_create (self->surface);
  self->layout = pango_cairo_create_layout (self->cairo);
  self->scale = 1;
  pango_context_set_language (pango_layout_get_context (self->layout),
                              pango_language_from_string ("ja"));
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (self->layout, LINE_SPACING);
  if (!has_japanese (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
shinsa_paper_free (ShinsaPaper *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->cairo, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

void
shinsa_paper_set_drawing (ShinsaPaper *self,
                          gboolean     drawing)
{
  self->drawing = drawing;
}

/* Sizes of letters, and what goes with them, are taken times the scale. */
void
shinsa_paper_set_scale (ShinsaPaper *self,
                        double       scale)
{
  self->scale = scale;
}

/* --- Words --- */

static void
prepare_layout (ShinsaPaper       *self,
                const ShinsaStyle *style,
                double             width,
                const char        *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONTS);

  pango_font_description_set_absolute_size (font, style->size * self->scale * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_alignment (self->layout, style->alignment);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) floor (width * PANGO_SCALE));
  pango_layout_set_text (self->layout, text, -1);
}

static void
set_colour (ShinsaPaper  *self,
            ShinsaColour  colour)
{
  cairo_set_source_rgb (self->cairo, colours[colour][0], colours[colour][1], colours[colour][2]);
}

double
shinsa_paper_text (ShinsaPaper       *self,
                   const ShinsaStyle *style,
                   double             x,
                   double             y,
                   double             width,
                   const char        *text)
{
  int height = 0;

  prepare_layout (self, style, width, text);
  if (self->drawing)
    {
      set_colour (self, style->colour);
      cairo_move_to (self->cairo, x, y);
      pango_cairo_show_layout (self->cairo, self->layout);
    }
  pango_layout_get_size (self->layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

double
shinsa_paper_bullet (ShinsaPaper       *self,
                     const ShinsaStyle *style,
                     double             x,
                     double             y,
                     double             width,
                     const char        *text)
{
  double size = style->size * self->scale;
  double indent = size * 0.95;

  if (self->drawing)
    {
      set_colour (self, SHINSA_COLOUR_ACCENT);
      cairo_new_path (self->cairo);
      cairo_arc (self->cairo, x + size * 0.35, y + size * 0.72, size * 0.17, 0, 2 * G_PI);
      cairo_fill (self->cairo);
    }

  return shinsa_paper_text (self, style, x + indent, y, width - indent, text);
}

double
shinsa_paper_badge_width (ShinsaPaper *self,
                          double       size,
                          const char  *text)
{
  const ShinsaStyle style = { size, SHINSA_COLOUR_WHITE, PANGO_ALIGN_LEFT };
  int width = 0;

  prepare_layout (self, &style, -1, text);
  pango_layout_get_size (self->layout, &width, NULL);

  return (double) width / PANGO_SCALE + 1.4 * size * self->scale;
}

/* One line of white letters in a filled box; how wide it is says shinsa_paper_badge_width(). */
double
shinsa_paper_badge (ShinsaPaper  *self,
                    ShinsaColour  fill,
                    double        size,
                    double        x,
                    double        y,
                    const char   *text)
{
  const ShinsaStyle style = { size, SHINSA_COLOUR_WHITE, PANGO_ALIGN_LEFT };
  double padding = 0.7 * size * self->scale;
  double above = 0.22 * size * self->scale;
  ShinsaArea area = { x, y, shinsa_paper_badge_width (self, size, text), 0 };
  gboolean drawing = self->drawing;

  self->drawing = FALSE;
  area.height = shinsa_paper_text (self, &style, x, y, -1, text) + 2 * above;
  self->drawing = drawing;
  shinsa_paper_box (self, fill, &area, 2);
  shinsa_paper_text (self, &style, x + padding, y + above, -1, text);

  return area.height;
}

/**
 * shinsa_paper_row:
 * @self: a paper
 * @styles: (array length=n_cells): how each cell is written
 * @widths: (array length=n_cells): how wide each is
 * @n_cells: how many there are
 * @x: the left edge
 * @y: the upper edge
 * @texts: (array length=n_cells): what is in them
 *
 * One row of a table.
 *
 * Returns: its height
 */
double
shinsa_paper_row (ShinsaPaper        *self,
                  const ShinsaStyle  *styles,
                  const double       *widths,
                  gsize               n_cells,
                  double              x,
                  double              y,
                  const char * const *texts)
{
  double padding = CELL_PADDING * self->scale;
  double above = 0.6 * padding;
  double height = 0;

  for (gsize i = 0; i < n_cells; i++)
    {
      double cell = shinsa_paper_text (self, &styles[i], x + padding, y + above,
                                       widths[i] - 2 * padding, texts[i]);

      height = MAX (height, cell);
      x += widths[i];
    }

  return height + 2 * above;
}

/* --- Lines and boxes --- */

static void
rounded (ShinsaPaper      *self,
         const ShinsaArea *area,
         double            radius)
{
  double right = area->x + area->width - radius;
  double bottom = area->y + area->height - radius;

  cairo_new_sub_path (self->cairo);
  cairo_arc (self->cairo, right, area->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (self->cairo, right, bottom, radius, 0, G_PI / 2);
  cairo_arc (self->cairo, area->x + radius, bottom, radius, G_PI / 2, G_PI);
  cairo_arc (self->cairo, area->x + radius, area->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (self->cairo);
}

void
shinsa_paper_box (ShinsaPaper      *self,
                  ShinsaColour      fill,
                  const ShinsaArea *area,
                  double            radius)
{
  if (!self->drawing)
    return;
  set_colour (self, fill);
  rounded (self, area, radius);
  cairo_fill (self->cairo);
}

void
shinsa_paper_frame (ShinsaPaper      *self,
                    ShinsaColour      colour,
                    const ShinsaArea *area,
                    double            radius)
{
  if (!self->drawing)
    return;
  set_colour (self, colour);
  cairo_set_line_width (self->cairo, 0.6);
  rounded (self, area, radius);
  cairo_stroke (self->cairo);
}

void
shinsa_paper_rule (ShinsaPaper  *self,
                   ShinsaColour  colour,
                   double        thickness,
                   double        x,
                   double        y,
                   double        width)
{
  if (!self->drawing)
    return;
  set_colour (self, colour);
  cairo_rectangle (self->cairo, x, y - thickness / 2, width, thickness);
  cairo_fill (self->cairo);
}

/* --- Pages --- */

void
shinsa_paper_next_page (ShinsaPaper *self)
{
  if (self->drawing)
    cairo_show_page (self->cairo);
}

/**
 * shinsa_paper_outline:
 * @self: a paper
 * @parent: what an earlier call gave, or %CAIRO_PDF_OUTLINE_ROOT
 * @title: words of the outline
 * @page: the page they lead to, from 1
 *
 * Returns: what stands for this entry of the outline
 */
int
shinsa_paper_outline (ShinsaPaper *self,
                      int          parent,
                      const char  *title,
                      int          page)
{
  g_autofree char *where = g_strdup_printf ("page=%d", page);

  return cairo_pdf_surface_add_outline (self->surface, parent, title, where,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/**
 * shinsa_paper_finish:
 * @self: a paper
 * @error: return location for an error
 *
 * Returns: whether all of it is in its file
 */
gboolean
shinsa_paper_finish (ShinsaPaper  *self,
                     GError      **error)
{
  cairo_status_t status;

  shinsa_paper_next_page (self);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The PDF could not be written: %s.",
               cairo_status_to_string (status));
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* Pages of a PDF, in points. Everything that is put on them says how high it is, and is only
 * measured, not drawn, until drawing is switched on: so what does not fit is known beforehand. */

typedef enum {
  SHINSA_COLOUR_INK,
  SHINSA_COLOUR_MUTED,
  SHINSA_COLOUR_ACCENT,
  SHINSA_COLOUR_WHITE,
  SHINSA_COLOUR_TINT,
  SHINSA_COLOUR_RULE,
  SHINSA_COLOUR_WARNING,
} ShinsaColour;

typedef struct {
  double         size;
  ShinsaColour   colour;
  PangoAlignment alignment;
} ShinsaStyle;

typedef struct {
  double x;
  double y;
  double width;
  double height;
} ShinsaArea;

typedef struct _ShinsaPaper ShinsaPaper;

ShinsaPaper *shinsa_paper_new         (const char         *path,
                                       const char         *title,
                                       GError            **error);
void         shinsa_paper_free        (ShinsaPaper        *self);
void         shinsa_paper_set_drawing (ShinsaPaper        *self,
                                       gboolean            drawing);
void         shinsa_paper_set_scale   (ShinsaPaper        *self,
                                       double              scale);
double       shinsa_paper_text        (ShinsaPaper        *self,
                                       const ShinsaStyle  *style,
                                       double              x,
                                       double              y,
                                       double              width,
                                       const char         *text);
double       shinsa_paper_bullet      (ShinsaPaper        *self,
                                       const ShinsaStyle  *style,
                                       double              x,
                                       double              y,
                                       double              width,
                                       const char         *text);
double       shinsa_paper_badge       (ShinsaPaper        *self,
                                       ShinsaColour        fill,
                                       double              size,
                                       double              x,
                                       double              y,
                                       const char         *text);
double       shinsa_paper_badge_width (ShinsaPaper        *self,
                                       double              size,
                                       const char         *text);
double       shinsa_paper_row         (ShinsaPaper        *self,
                                       const ShinsaStyle  *styles,
                                       const double       *widths,
                                       gsize               n_cells,
                                       double              x,
                                       double              y,
                                       const char * const *texts);
void         shinsa_paper_box         (ShinsaPaper        *self,
                                       ShinsaColour        fill,
                                       const ShinsaArea   *area,
                                       double              radius);
void         shinsa_paper_frame       (ShinsaPaper        *self,
                                       ShinsaColour        colour,
                                       const ShinsaArea   *area,
                                       double              radius);
void         shinsa_paper_rule        (ShinsaPaper        *self,
                                       ShinsaColour        colour,
                                       double              thickness,
                                       double              x,
                                       double              y,
                                       double              width);
void         shinsa_paper_next_page   (ShinsaPaper        *self);
int          shinsa_paper_outline     (ShinsaPaper        *self,
                                       int                 parent,
                                       const char         *title,
                                       int                 page);
gboolean     shinsa_paper_finish      (ShinsaPaper        *self,
                                       GError            **error);

#define SHINSA_PAPER_WIDTH 595.0
#define SHINSA_PAPER_HEIGHT 842.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPaper, shinsa_paper_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cells/shinsa-column.h"
#include "charts/shinsa-pen.h"
#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* Something to draw, and the same as a table. Each point of the picture is a cell of the table:
 * what the cell says is what the picture says of the point. */

typedef struct _ShinsaFigure ShinsaFigure;

typedef struct {
  int  (*get_height) (const ShinsaFigure *figure,
                      int                 width);
  /* Draws at least what the pen sees. */
  void (*draw)       (const ShinsaFigure *figure,
                      const ShinsaPen    *pen);
  /* Where a point stands in a picture of this width. */
  void (*place)      (const ShinsaFigure *figure,
                      int                 width,
                      int                 row,
                      int                 column,
                      graphene_rect_t    *box);
  /* How much stays at the left and at the top while the points are scrolled; NULL for nothing. */
  void (*get_headings) (const ShinsaFigure *figure,
                        int                 width,
                        int                *left,
                        int                *top);
} ShinsaFigureKind;

/* A place on the axis. */
typedef struct {
  double value;
  char  *text;
} ShinsaTick;

struct _ShinsaFigure {
  const ShinsaFigureKind *kind;
  char                   *name;        /* what the picture is called */
  ShinsaTable            *table;
  int                     n_rows;      /* that are points; others are in the table alone */
  int                     n_columns;   /* likewise */
  int                     narrowest;   /* that it can be drawn */
  GPtrArray              *ticks;       /* (element-type ShinsaTick), in the order of their values */
  GArray                 *values;      /* (element-type double), what the kind draws besides */
  GPtrArray              *words;       /* (element-type utf8), likewise */
};

ShinsaFigure *shinsa_figure_new        (const ShinsaFigureKind *kind,
                                        const char             *name,
                                        ShinsaTable            *table,
                                        int                     n_columns,
                                        int                     narrowest);
void          shinsa_figure_free       (ShinsaFigure           *figure);
void          shinsa_figure_add_tick   (ShinsaFigure           *figure,
                                        double                  value,
                                        const char             *text);
void          shinsa_figure_add_levels (ShinsaFigure           *figure,
                                        const ShinsaDefinition *definition);
void          shinsa_figure_add_lines  (ShinsaFigure           *figure,
                                        const ShinsaDefinition *definition);
int           shinsa_figure_find_place (const ShinsaFigure     *figure,
                                        double                  value);
ShinsaCell   *shinsa_figure_cell       (const ShinsaFigure     *figure,
                                        int                     row,
                                        int                     column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaFigure, shinsa_figure_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What one cell of a table shows, and what is said of it. Once somebody shares it, it is never
 * changed. */

typedef enum {
  SHINSA_CELL_WORDS,         /* words, from the left */
  SHINSA_CELL_HEADING,       /* what stands above a column */
  SHINSA_CELL_FIGURE,        /* a computed number */
  SHINSA_CELL_LEVEL,         /* a level: a filled box with its digit */
  SHINSA_CELL_MARK,          /* what stands in the place of a level */
  SHINSA_CELL_SPREAD,        /* how many at each level, as bars */
} ShinsaCellKind;

typedef enum {
  SHINSA_CELL_EDITABLE = 1 << 0,   /* a digit typed here scores */
  SHINSA_CELL_HOLLOW = 1 << 1,     /* does not count: a draft, or reference only */
  SHINSA_CELL_BELOW = 1 << 2,      /* below the threshold */
  SHINSA_CELL_REASON = 1 << 3,     /* a reason was given */
  SHINSA_CELL_STRONG = 1 << 4,     /* asks for attention */
  SHINSA_CELL_FAINT = 1 << 5,      /* says that there is nothing to say */
  SHINSA_CELL_BUTTON = 1 << 6,     /* one press does something */
} ShinsaCellFlags;

typedef struct {
  ShinsaCellKind  kind;
  ShinsaCellFlags flags;
  char           *text;      /* what is drawn */
  char           *before;    /* what it was earlier, drawn ahead of it, or NULL */
  char           *note;      /* a small line below it, or NULL */
  char           *label;     /* what is read out, complete without any heading */
  double          shade;     /* 0 … 1, NAN for none */
  double          order;     /* what the column sorts by, NAN for last */
  GArray         *counts;    /* (element-type int) of a spread, lowest level first, or NULL */
  int             line;      /* of a spread: the first level at or above the threshold */
} ShinsaCell;

ShinsaCell *shinsa_cell_new   (ShinsaCellKind    kind,
                               const char       *text,
                               char             *label);
ShinsaCell *shinsa_cell_ref   (ShinsaCell       *cell);
void        shinsa_cell_unref (ShinsaCell       *cell);
gboolean    shinsa_cell_equal (const ShinsaCell *a,
                               const ShinsaCell *b);
void        shinsa_cell_say   (ShinsaCell       *cell,
                               const char       *phrase);
char       *shinsa_cell_words (const ShinsaCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaCell, shinsa_cell_unref)

G_END_DECLS

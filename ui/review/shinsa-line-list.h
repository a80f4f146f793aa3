/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Something to read: headings, paragraphs and rows of cells. What is the same stays, with the place
 * that one reads and what one has selected in it. */

typedef enum {
  SHINSA_LINE_HEADING,
  SHINSA_LINE_TEXT,
  SHINSA_LINE_ITEM,        /* one of several, with a dot before it */
  SHINSA_LINE_COLUMNS,     /* what stands above rows of cells */
  SHINSA_LINE_CELLS,
} ShinsaLineKind;

typedef struct {
  ShinsaLineKind kind;
  GStrv          cells;    /* one, or as many as there are columns */
} ShinsaLine;

#define SHINSA_TYPE_LINE_LIST (shinsa_line_list_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaLineList, shinsa_line_list, SHINSA, LINE_LIST, AdwBin)

GPtrArray *shinsa_lines_new           (void);
void       shinsa_lines_add           (GPtrArray      *lines,
                                       ShinsaLineKind  kind,
                                       const char     *first,
                                       ...) G_GNUC_NULL_TERMINATED;
GtkWidget *shinsa_line_list_new       (int             wide);
void       shinsa_line_list_show      (ShinsaLineList *self,
                                       GPtrArray      *lines);

G_END_DECLS

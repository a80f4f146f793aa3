/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shinsa-row.h"

G_BEGIN_DECLS

/* A column of a table, and a table made whole. */

typedef struct {
  char    *key;
  char    *title;
  char    *note;             /* a small line below it, or NULL */
  char    *label;            /* what is read out */
  int      chars;            /* its width, in digits */
  gboolean words;            /* its cells hold words, so its heading begins on the left, too */
  gboolean expands;          /* takes of the room that is left over */
  gboolean apart;            /* begins another group of columns */
} ShinsaColumn;

typedef struct {
  char      *title;          /* stands above the headings of the rows */
  GPtrArray *columns;        /* (element-type ShinsaColumn) */
  GPtrArray *rows;           /* (element-type ShinsaRow), a cell for each column */
} ShinsaTable;

ShinsaColumn *shinsa_column_new       (const char        *key,
                                       const char        *title,
                                       int                chars);
void          shinsa_column_free      (ShinsaColumn      *column);
ShinsaTable  *shinsa_table_new        (const char        *title);
void          shinsa_table_free       (ShinsaTable       *table);
ShinsaColumn *shinsa_table_add_column (ShinsaTable       *table,
                                       const char        *key,
                                       const char        *title,
                                       int                chars);
char         *shinsa_table_text       (const ShinsaTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaTable, shinsa_table_free)

G_END_DECLS

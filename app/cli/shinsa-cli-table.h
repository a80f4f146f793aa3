/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Columns that stand under one another, whatever language is in them. */

typedef struct _ShinsaCliTable ShinsaCliTable;

ShinsaCliTable *shinsa_cli_table_new    (const char     *heading,
                                         ...) G_GNUC_NULL_TERMINATED;
ShinsaCliTable *shinsa_cli_table_new_facts (void);
void            shinsa_cli_table_free   (ShinsaCliTable *self);
void            shinsa_cli_table_column (ShinsaCliTable *self,
                                         const char     *heading);
void            shinsa_cli_table_row    (ShinsaCliTable *self,
                                         const char     *first,
                                         ...) G_GNUC_NULL_TERMINATED;
void            shinsa_cli_table_cell   (ShinsaCliTable *self,
                                         const char     *text);
void            shinsa_cli_table_fact   (ShinsaCliTable *self,
                                         const char     *name,
                                         const char     *text);
void            shinsa_cli_table_print  (ShinsaCliTable *self);

int             shinsa_cli_text_columns (const char     *text);
char           *shinsa_cli_text_line    (const char     *text);
char           *shinsa_cli_text_short   (const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaCliTable, shinsa_cli_table_free)

G_END_DECLS

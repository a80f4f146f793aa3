/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"
#include "shinsa-statement.h"

G_BEGIN_DECLS

typedef enum
{
  SHINSA_COLUMN_TEXT,
  SHINSA_COLUMN_INTEGER,
  SHINSA_COLUMN_ANSWER,  /* 1, 0, or -1 for SQL NULL */
  SHINSA_COLUMN_REAL,
  SHINSA_COLUMN_BLOB,
} ShinsaColumnType;

typedef struct
{
  const char *name;
  ShinsaColumnType type;
  gsize offset;
} ShinsaColumn;

/* The fields of a row's struct, in the order in which the statements name the columns. */
typedef struct
{
  gsize size;
  const ShinsaColumn *columns;
  guint n_columns;
  GDestroyNotify free_row;
} ShinsaRowType;

/* The type of the column follows from the type of the field. */
#define SHINSA_COLUMN(Name, field)                                                                 \
  {                                                                                                \
    #field,                                                                                        \
    _Generic (((Shinsa##Name##Row *) NULL)->field,                                                 \
              char *: SHINSA_COLUMN_TEXT,                                                          \
              gint64: SHINSA_COLUMN_INTEGER,                                                       \
              int: SHINSA_COLUMN_ANSWER,                                                           \
              double: SHINSA_COLUMN_REAL,                                                          \
              GBytes *: SHINSA_COLUMN_BLOB),                                                       \
    G_STRUCT_OFFSET (Shinsa##Name##Row, field)                                                     \
  }

/* Expects the columns in name_columns. */
#define SHINSA_ROW_TYPE(Name, name)                                                                \
  {                                                                                                \
    sizeof (Shinsa##Name##Row), name##_columns, G_N_ELEMENTS (name##_columns),                     \
    (GDestroyNotify) shinsa_##name##_row_free                                                      \
  }

/* Expects the row's type in name_type. */
#define SHINSA_DEFINE_ROW(Name, name)                                                              \
  void                                                                                             \
  shinsa_##name##_row_free (Shinsa##Name##Row *row)                                                \
  {                                                                                                \
    shinsa_row_free (&name##_type, row);                                                           \
  }

void       shinsa_row_bind     (const ShinsaRowType  *type,
                                ShinsaStatement      *statement,
                                int                   first,
                                gconstpointer         row);
void       shinsa_row_free     (const ShinsaRowType  *type,
                                gpointer              row);
gboolean   shinsa_row_read     (const ShinsaRowType  *type,
                                ShinsaStatement      *statement,
                                gpointer             *row,
                                GError              **error);
GPtrArray *shinsa_row_read_all (const ShinsaRowType  *type,
                                ShinsaStatement      *statement,
                                GError              **error);

G_END_DECLS

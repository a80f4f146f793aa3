/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A body is read by naming its members once: what each is and where its value goes. */

/* Characters of a text: long enough for the remarks of a review, short enough for a page to
 * show. */
#define SHINSA_TEXT_MAX 20000

typedef enum {
  SHINSA_FIELD_TEXT,           /* const char ** */
  SHINSA_FIELD_TEXT_OR_NULL,   /* const char **, NULL for null */
  SHINSA_FIELD_WORD,           /* const char **, one of the allowed words */
  SHINSA_FIELD_HASH,           /* const char **, 64 hexadecimal digits */
  SHINSA_FIELD_BOOLEAN,        /* gboolean * */
  SHINSA_FIELD_TRUTH_OR_NULL,  /* int *: 1, 0, or -1 for null */
  SHINSA_FIELD_INTEGER,        /* gint64 *, not negative */
  SHINSA_FIELD_NUMBER_OR_NULL, /* double *, NAN for null */
  SHINSA_FIELD_ARRAY,          /* JsonArray ** */
  SHINSA_FIELD_OBJECT,         /* JsonObject ** */
  SHINSA_FIELD_OBJECT_OR_NULL, /* JsonObject **, NULL for null */
} ShinsaFieldType;

typedef struct {
  const char         *name;
  ShinsaFieldType     type;
  gpointer            value;
  const char * const *words;   /* of a SHINSA_FIELD_WORD, ended by NULL */
} ShinsaField;

gboolean  shinsa_fields_read (JsonObject         *object,
                              const char         *path,
                              const ShinsaField  *fields,
                              guint               n_fields,
                              GError            **error);
gboolean  shinsa_body_read   (JsonObject         *body,
                              const ShinsaField  *fields,
                              guint               n_fields,
                              GError            **error);
GStrv     shinsa_array_words (JsonArray          *array,
                              const char         *path,
                              GError            **error);

G_END_DECLS

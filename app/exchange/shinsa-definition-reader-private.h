/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/shinsa-definition-reader.h"

G_BEGIN_DECLS

/* What the parts of the definition reader share. As with shinsa-json-cursor.h, a path is the JSON
 * pointer of the container, FALSE and NULL mean that error is set, and strings belong to the
 * tree. */

typedef gboolean (*ShinsaReadElement) (JsonObject  *element,
                                       const char  *path,
                                       gpointer     into,
                                       GError     **error);

gboolean    shinsa_read_refuse       (GError             **error,
                                      int                  code,
                                      const char          *path,
                                      const char          *member,
                                      int                  index,
                                      const char          *format,
                                      ...) G_GNUC_PRINTF (6, 7);
gboolean    shinsa_read_members      (JsonObject          *object,
                                      const char          *path,
                                      GError             **error,
                                      ...) G_GNUC_NULL_TERMINATED;
gboolean    shinsa_read_count        (JsonArray           *array,
                                      const char          *path,
                                      const char          *member,
                                      guint                minimum,
                                      guint                maximum,
                                      GError             **error);
gboolean    shinsa_read_elements     (JsonArray           *array,
                                      const char          *path,
                                      ShinsaReadElement    read,
                                      gpointer             into,
                                      GError             **error);
gboolean    shinsa_read_list         (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      guint                minimum,
                                      guint                maximum,
                                      ShinsaReadElement    read,
                                      gpointer             into,
                                      GError             **error);
gboolean    shinsa_read_texts        (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      GPtrArray           *texts,
                                      GError             **error);

const char *shinsa_read_id           (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      GError             **error);
gboolean    shinsa_read_new_id       (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      GHashTable          *seen,
                                      char               **id,
                                      GError             **error);
const char *shinsa_read_line         (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      gsize                maximum,
                                      GError             **error);
const char *shinsa_read_word         (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      const char * const  *words,
                                      GError             **error);
gboolean    shinsa_read_date         (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      char               **date,
                                      GError             **error);
gboolean    shinsa_read_text         (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      ShinsaText          *text,
                                      GError             **error);
gboolean    shinsa_read_text_or_null (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      ShinsaText          *text,
                                      GError             **error);
gboolean    shinsa_read_count_of     (JsonObject          *object,
                                      const char          *path,
                                      const char          *member,
                                      int                  minimum,
                                      int                 *value,
                                      GError             **error);

gboolean    shinsa_read_rules        (ShinsaDefinition    *definition,
                                      JsonObject          *rules,
                                      const char          *path,
                                      GError             **error);
gboolean    shinsa_read_definition_members (ShinsaDefinition  *definition,
                                            JsonObject        *object,
                                            const char        *path,
                                            GError           **error);
gboolean    shinsa_read_format       (JsonObject          *object,
                                      const char          *path,
                                      GError             **error);
gboolean    shinsa_read_in_scale     (const ShinsaDefinition *definition,
                                      double               value,
                                      const char          *path,
                                      const char          *member,
                                      GError             **error);

G_END_DECLS

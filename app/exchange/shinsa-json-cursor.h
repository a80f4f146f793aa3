/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Typed access to a tree made by shinsa_json_read(), for whoever validates one.
 *
 * Each function gets a container and its path, a JSON pointer ("" for the whole
 * document).  What does not fit is refused with SHINSA_ERROR_INVALID and a sentence
 * that begins with the path of the member or element; the result is then NULL or
 * FALSE.  A “get” wants the member to be there.  An “opt” leaves *value as it was
 * when the member is absent or null, so the caller's initial value is the default.
 * What is returned belongs to the tree.
 */
char       *shinsa_json_path           (const char   *path,
                                        const char   *member,
                                        int           index);
JsonObject *shinsa_json_root           (JsonNode     *node,
                                        GError      **error);
gboolean    shinsa_json_only_members   (JsonObject   *object,
                                        const char   *path,
                                        GError      **error,
                                        ...) G_GNUC_NULL_TERMINATED;

/* Members that have to be there. */
const char *shinsa_json_get_string     (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        GError      **error);
JsonObject *shinsa_json_get_object     (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        GError      **error);
JsonArray  *shinsa_json_get_array      (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        GError      **error);
gboolean    shinsa_json_get_int        (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        gint64        minimum,
                                        gint64        maximum,
                                        gint64       *value,
                                        GError      **error);
gboolean    shinsa_json_get_double     (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        double       *value,
                                        GError      **error);
gboolean    shinsa_json_get_boolean    (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        gboolean     *value,
                                        GError      **error);

/* Members that may be absent. */
gboolean    shinsa_json_opt_string     (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        const char  **value,
                                        GError      **error);
gboolean    shinsa_json_opt_object     (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        JsonObject  **value,
                                        GError      **error);
gboolean    shinsa_json_opt_int        (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        gint64        minimum,
                                        gint64        maximum,
                                        gint64       *value,
                                        GError      **error);
gboolean    shinsa_json_opt_double     (JsonObject   *object,
                                        const char   *path,
                                        const char   *member,
                                        double       *value,
                                        GError      **error);

/* Elements, by their place from 0, which has to be in the array. */
const char *shinsa_json_element_string (JsonArray    *array,
                                        const char   *path,
                                        guint         index,
                                        GError      **error);
gboolean    shinsa_json_element_double (JsonArray    *array,
                                        const char   *path,
                                        guint         index,
                                        double       *value,
                                        GError      **error);
JsonObject *shinsa_json_element_object (JsonArray    *array,
                                        const char   *path,
                                        guint         index,
                                        GError      **error);

G_END_DECLS

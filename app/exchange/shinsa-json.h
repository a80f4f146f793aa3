/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The whole numbers that every JSON reader of the world understands alike (I-JSON). */
#define SHINSA_JSON_MAX_INTEGER ((G_GINT64_CONSTANT (1) << 53) - 1)

/* How many objects and lists may stand within one another. */
#define SHINSA_JSON_MAX_DEPTH 128

JsonNode *shinsa_json_read         (const char  *bytes,
                                    gsize        length,
                                    GError     **error);
GBytes   *shinsa_json_write        (JsonNode    *node);
char     *shinsa_json_write_pretty (JsonNode    *node);
gboolean  shinsa_json_is_canonical (const char  *bytes,
                                    gsize        length,
                                    JsonNode    *node);

G_END_DECLS

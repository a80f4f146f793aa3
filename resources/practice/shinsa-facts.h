/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A round definition file and one application of it, in the words that are printed. The file is
 * one of the project's own, so what a definition has to have is taken to be there. */

typedef struct {
  JsonObject *round;        /* the whole file */
  JsonObject *application;
} ShinsaFacts;

gboolean    shinsa_facts_find         (JsonNode     *file,
                                       const char   *application,
                                       ShinsaFacts  *facts,
                                       GError      **error);
const char *shinsa_facts_words        (JsonObject   *object,
                                       const char   *member);
JsonArray  *shinsa_facts_section      (const ShinsaFacts *facts,
                                       const char   *code);
JsonObject *shinsa_facts_network      (const ShinsaFacts *facts);
JsonArray  *shinsa_facts_areas        (const ShinsaFacts *facts);
JsonObject *shinsa_facts_area         (const ShinsaFacts *facts,
                                       const char   *code);
char       *shinsa_facts_members      (const ShinsaFacts *facts,
                                       gsize         kind,
                                       int          *count);
const char *shinsa_facts_kind         (gsize         kind);
JsonArray  *shinsa_facts_indicators   (const ShinsaFacts *facts);
char       *shinsa_facts_labels       (const ShinsaFacts *facts);
char       *shinsa_facts_baseline     (JsonObject   *indicator);
char       *shinsa_facts_target       (JsonObject   *indicator);
char       *shinsa_facts_year         (JsonObject   *indicator,
                                       const char   *point);

G_END_DECLS

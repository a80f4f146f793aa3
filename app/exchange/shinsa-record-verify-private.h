/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* A record that came from elsewhere. Its form, its signature and its definition are right once
 * the other members here are set; everything else in it is still to be doubted. */
typedef struct {
  const char       *file;         /* its name, for people */
  JsonNode         *node;
  JsonObject       *record;
  const char       *profile;
  const char       *application;  /* NULL unless it is for an applicant */
  const char       *root;
  ShinsaDefinition *definition;
} ShinsaRecordReading;

gboolean  shinsa_record_refuse         (GError                     **error,
                                        const char                  *path,
                                        const char                  *sentence);
gboolean  shinsa_record_compare        (JsonNode                    *told,
                                        JsonNode                    *found,
                                        const char                  *path,
                                        GError                     **error);
gboolean  shinsa_record_compare_member (JsonObject                  *object,
                                        const char                  *path,
                                        const char                  *member,
                                        JsonNode                    *found,
                                        GError                     **error);
gboolean  shinsa_record_replay         (const ShinsaRecordReading   *reading,
                                        GError                     **error);
gboolean  shinsa_record_recompute      (const ShinsaRecordReading   *reading,
                                        JsonObject                  *application,
                                        const char                  *path,
                                        GError                     **error);
gboolean  shinsa_record_check_form     (const ShinsaRecordReading   *reading,
                                        GError                     **error);
gboolean  shinsa_record_check_profile  (const ShinsaRecordReading   *reading,
                                        GError                     **error);

G_END_DECLS

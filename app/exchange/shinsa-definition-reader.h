/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What of a round definition file goes into which act. Nodes are the file's own, without reason
 * and salt where an act adds them. */

typedef struct {
  char      *file;       /* its name in the folder of documents */
  char      *name;       /* for people */
  char      *media_type;
} ShinsaRoundFileDocument;

typedef struct {
  char      *id;
  JsonNode  *dossier;    /* the body of dossier.set: active, its position, reason "" */
  JsonNode  *content;    /* the body of dossier.content */
  GPtrArray *documents;  /* (element-type ShinsaRoundFileDocument) */
} ShinsaRoundFileApplication;

typedef struct {
  ShinsaDefinition *definition;
  JsonNode         *definition_node;  /* DEFINITION as in round.define */
  JsonNode         *members;          /* the list for roster.set */
  JsonNode         *timetable;        /* the list for schedule.set */
  GPtrArray        *applications;     /* (element-type ShinsaRoundFileApplication) */
} ShinsaRoundFile;

void              shinsa_round_file_free      (ShinsaRoundFile  *file);
gboolean          shinsa_round_file_read      (const char       *bytes,
                                               gsize             length,
                                               const char       *file_name,
                                               ShinsaRoundFile **file,
                                               GError          **error);

/* Parts of it as they stand in bodies; path is the JSON pointer that sentences begin with. */
ShinsaDefinition *shinsa_definition_read      (JsonObject       *definition,
                                               const char       *path,
                                               GError          **error);
GPtrArray        *shinsa_members_read         (JsonArray        *members,
                                               const char       *path,
                                               GError          **error);
ShinsaMember     *shinsa_member_read          (JsonObject       *member,
                                               const char       *path,
                                               GError          **error);
ShinsaDossier    *shinsa_dossier_read         (JsonObject       *body,
                                               const char       *path,
                                               GError          **error);
gboolean          shinsa_dossier_content_read (ShinsaDossier    *dossier,
                                               JsonObject       *content,
                                               const ShinsaDefinition *definition,
                                               const char       *path,
                                               GError          **error);
GPtrArray        *shinsa_timetable_read       (JsonArray        *timetable,
                                               const char       *path,
                                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRoundFile, shinsa_round_file_free)

G_END_DECLS

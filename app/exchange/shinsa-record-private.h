/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/shinsa-record.h"
#include "rules/shinsa-aggregate.h"
#include "shinsa-store.h"

G_BEGIN_DECLS

/* What the files that write a record share, and nobody else sees. */

typedef enum {
  SHINSA_RECORD_SECRETARIAT = 0,  /* in the order of shinsa_record_profiles() */
  SHINSA_RECORD_COMMITTEE = 1,
  SHINSA_RECORD_APPLICANT = 2,
  SHINSA_RECORD_PUBLIC = 3,
} ShinsaRecordProfile;

/* What a record is written from. Nodes are as the bodies have them: what was signed is not put in
 * other words. */
typedef struct {
  const ShinsaRound   *round;       /* whole, at the place of the register that is told */
  ShinsaStore         *store;
  ShinsaRecordProfile  profile;
  JsonNode            *definition;
  JsonNode            *members;     /* the list of the newest roster.set */
  GHashTable          *dossiers;    /* application to JsonNode: its newest dossier.set */
  ShinsaRound         *seen;        /* what the confirmation looked at last had seen */
} ShinsaRecordSource;

gboolean    shinsa_record_source_init   (ShinsaRecordSource   *self,
                                         GError              **error);
void        shinsa_record_source_clear  (ShinsaRecordSource   *self);
const char *shinsa_record_call          (ShinsaRecordSource   *source,
                                         const char           *member);
gboolean    shinsa_record_read_entry    (ShinsaRecordSource   *source,
                                         const char           *hash,
                                         char                **at,
                                         JsonNode            **body,
                                         GError              **error);

JsonNode   *shinsa_record_application   (ShinsaRecordSource   *source,
                                         const ShinsaDossier  *dossier,
                                         GError              **error);
gboolean    shinsa_record_set_reviews   (ShinsaRecordSource   *source,
                                         const char           *application,
                                         JsonObject           *object,
                                         GError              **error);
void        shinsa_record_set_interview (ShinsaRecordSource   *source,
                                         const char           *application,
                                         JsonObject           *object);
gboolean    shinsa_record_set_decisions (ShinsaRecordSource   *source,
                                         const char           *application,
                                         JsonObject           *object,
                                         GError              **error);
JsonNode   *shinsa_record_journal       (ShinsaRecordSource   *source,
                                         const char           *signature,
                                         GError              **error);
JsonObject *shinsa_record_counts        (const ShinsaDefinition *definition,
                                         JsonArray            *applications);
gboolean    shinsa_record_check_whole   (ShinsaRecordSource   *source,
                                         GError              **error);

GBytes     *shinsa_record_signed_bytes  (JsonNode             *record);

G_END_DECLS

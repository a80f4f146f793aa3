/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/shinsa-identity.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What a round decided and what that rests on, for one of four kinds of readers. The record of one
 * place of the register is always the same bytes. */

typedef struct _ShinsaStore ShinsaStore;

#define SHINSA_RECORD_FORMAT  "shinsa.decision-record"
#define SHINSA_RECORD_VERSION 1
#define SHINSA_RECORD_CONTEXT "shinsa/record/1\n"

#define SHINSA_PROFILE_SECRETARIAT "secretariat"  /* complete, with names and the register */
#define SHINSA_PROFILE_COMMITTEE   "committee"    /* with members as letters */
#define SHINSA_PROFILE_APPLICANT   "applicant"    /* one application, without members */
#define SHINSA_PROFILE_PUBLIC      "public"       /* what was decided and may be published */

const char * const *shinsa_record_profiles   (void);
gboolean            shinsa_record_find_place (ShinsaStore        *store,
                                              const char         *root,
                                              gint64             *seq,
                                              GError            **error);
JsonNode           *shinsa_record_build      (const ShinsaRound  *whole,
                                              ShinsaStore        *store,
                                              const char         *profile,
                                              const char         *application,
                                              const char         *signature,
                                              GError            **error);
void                shinsa_record_sign       (JsonNode           *record,
                                              ShinsaIdentity     *identity);
GPtrArray          *shinsa_record_warnings   (const ShinsaRound  *whole,
                                              const char         *profile,
                                              const char         *application);

G_END_DECLS

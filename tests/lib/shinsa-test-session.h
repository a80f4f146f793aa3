/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"
#include "shinsa-test-dir.h"

G_BEGIN_DECLS

/* A small round with a desk and four scorers (chair, deputy, a, b) in one store: two applications
 * (north, south), two requirements (strength, network_organisation), levels 4 to 1. */

typedef struct {
  ShinsaTestDir *dir;
  ShinsaSession *session;
} ShinsaTestSession;

void         shinsa_test_session_set_up    (ShinsaTestSession *self,
                                            gconstpointer      data);
void         shinsa_test_session_create    (ShinsaTestSession *self,
                                            const char        *path);
void         shinsa_test_session_tear_down (ShinsaTestSession *self,
                                            gconstpointer      data);
void         shinsa_test_session_be        (ShinsaTestSession *self,
                                            const char        *identity);
void         shinsa_test_session_state     (ShinsaTestSession *self,
                                            const char        *identity,
                                            const char        *kind,
                                            JsonNode          *body);
void         shinsa_test_session_refuse    (ShinsaTestSession *self,
                                            const char        *identity,
                                            const char        *kind,
                                            JsonNode          *body,
                                            int                code,
                                            const char        *sentence);
ShinsaRound *shinsa_test_session_load      (ShinsaTestSession *self,
                                            const char        *identity);
void         shinsa_test_session_declare   (ShinsaTestSession *self);
void         shinsa_test_session_open      (ShinsaTestSession *self);
void         shinsa_test_session_close     (ShinsaTestSession *self);
void         shinsa_test_session_document  (ShinsaTestSession *self,
                                            const char        *application,
                                            const char        *hash);
void         shinsa_test_session_review    (ShinsaTestSession *self,
                                            const char        *member,
                                            const char        *application,
                                            const char        *levels);
void         shinsa_test_session_revise    (ShinsaTestSession *self,
                                            const char        *member,
                                            const char        *application,
                                            const char        *levels);
void         shinsa_test_session_meet      (ShinsaTestSession *self);
void         shinsa_test_session_propose   (ShinsaTestSession *self,
                                            const char        *application,
                                            const char        *outcome);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/shinsa-identity.h"
#include "shinsa-session.h"
#include "shinsa-store.h"

G_BEGIN_DECLS

/* What the files of the session share, and nobody else sees. */

ShinsaStore    *shinsa_session_get_store     (ShinsaSession  *self);
ShinsaIdentity *shinsa_session_get_key       (ShinsaSession  *self,
                                              const char     *feed,
                                              GError        **error);
gboolean        shinsa_session_save_key      (ShinsaSession  *self,
                                              ShinsaIdentity *identity,
                                              GError        **error);
gboolean        shinsa_session_check_selected (ShinsaSession *self,
                                              GError        **error);
void            shinsa_session_set_selected  (ShinsaSession  *self,
                                              const char     *root,
                                              const char     *identity,
                                              const char     *feed);
const char     *shinsa_session_get_feed      (ShinsaSession  *self);
gboolean        shinsa_session_is_desk       (ShinsaSession  *self);
gboolean        shinsa_session_has_desk      (ShinsaSession  *self,
                                              gboolean       *has_desk,
                                              GError        **error);

gboolean        shinsa_session_append        (ShinsaSession  *self,
                                              ShinsaIdentity *key,
                                              const char     *kind,
                                              JsonNode       *body,
                                              char          **hash,
                                              GError        **error);
gboolean        shinsa_session_receive       (ShinsaSession  *self,
                                              guint          *received,
                                              GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/shinsa-definition-reader.h"
#include "shinsa-session-private.h"

G_BEGIN_DECLS

ShinsaRoundFile *shinsa_session_read_definition (GFile                  *definition,
                                                 GError                **error);
gboolean         shinsa_session_prepare         (ShinsaSession          *self,
                                                 const ShinsaRoundFile  *file,
                                                 ShinsaIdentity         *key,
                                                 GFile                  *documents,
                                                 GError                **error);

G_END_DECLS

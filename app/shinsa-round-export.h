/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "shinsa-session.h"

G_BEGIN_DECLS

JsonNode *shinsa_session_export_definition (ShinsaSession  *self,
                                            GFile          *documents,
                                            GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "shinsa-session.h"

G_BEGIN_DECLS

gboolean  shinsa_practice_review (ShinsaSession      *computer,
                                  const ShinsaRound  *round,
                                  JsonArray          *reviews,
                                  GError            **error);

G_END_DECLS

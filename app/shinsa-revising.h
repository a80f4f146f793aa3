/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

/* What the desk enters anew after the round was made. It comes from a definition file, as
 * shinsa_session_export_definition() makes one: of a changed file the part in question is
 * taken. */

gboolean  shinsa_session_set_roster   (ShinsaSession  *self,
                                       GFile          *definition,
                                       const char     *reason,
                                       GError        **error);
gboolean  shinsa_session_set_schedule (ShinsaSession  *self,
                                       GFile          *definition,
                                       const char     *postponed,
                                       GError        **error);
gboolean  shinsa_session_set_dossier  (ShinsaSession  *self,
                                       GFile          *definition,
                                       const char     *application,
                                       gboolean        withdrawn,
                                       const char     *reason,
                                       GError        **error);

G_END_DECLS

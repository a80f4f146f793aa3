/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-service.h"

G_BEGIN_DECLS

/* The own draft becomes a submission. */

void     shinsa_submission_send_async  (ShinsaService        *service,
                                        const char           *application,
                                        ShinsaPhase           phase,
                                        gboolean              abstain,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean shinsa_submission_send_finish (ShinsaService        *service,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/shinsa-record-verify.h"
#include "shinsa-session.h"

G_BEGIN_DECLS

/* Handing over what was decided, and looking at what was handed over. */

GPtrArray *shinsa_session_record_warnings (ShinsaSession        *self,
                                           const char           *profile,
                                           const char           *application,
                                           GError              **error);
gboolean   shinsa_session_export_record   (ShinsaSession        *self,
                                           const char           *profile,
                                           const char           *application,
                                           GFile                *file,
                                           char                **sha256,
                                           GCancellable         *cancellable,
                                           GError              **error);
gboolean   shinsa_record_verify_file      (GFile                *file,
                                           const char           *root,
                                           ShinsaRecordReport  **report,
                                           GCancellable         *cancellable,
                                           GError              **error);

G_END_DECLS

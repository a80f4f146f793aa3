/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

/* A thread that owns one session and does one job after the other on it. */

typedef struct _ShinsaWorker ShinsaWorker;

/* What a job does on the thread, and then on the main loop; the latter frees the job's data.
 * The session is opened and kept by whoever needs it first. */
typedef void (*ShinsaWorkerRun)  (ShinsaSession **session,
                                  gpointer        data);
typedef void (*ShinsaWorkerDone) (gpointer        data);

ShinsaWorker *shinsa_worker_new    (const char       *name);
void          shinsa_worker_free   (ShinsaWorker     *self);
void          shinsa_worker_push   (ShinsaWorker     *self,
                                    ShinsaWorkerRun   run,
                                    ShinsaWorkerDone  done,
                                    gpointer          data);
void          shinsa_worker_wait   (ShinsaWorker     *self);

gboolean      shinsa_session_become (ShinsaSession   *session,
                                     const char      *root,
                                     const char      *identity,
                                     GError         **error);

G_END_DECLS

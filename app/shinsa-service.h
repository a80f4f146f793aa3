/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* The session off the main loop: one writer thread, one reader thread with a read-only
 * connection, and the newest picture of the round for the pages. Main thread only. */

#define SHINSA_TYPE_SERVICE (shinsa_service_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaService, shinsa_service, SHINSA, SERVICE, GObject)

typedef enum {
  SHINSA_SAVE_IDLE,
  SHINSA_SAVE_SAVING,
  SHINSA_SAVE_SAVED,
  SHINSA_SAVE_FAILED,
} ShinsaSaveState;

/* Runs on the writer's thread, or the reader's; data is freed on the main thread. */
typedef gboolean (*ShinsaSessionFunc) (ShinsaSession  *session,
                                       gpointer        data,
                                       GCancellable   *cancellable,
                                       GError        **error);

/* Properties: "round" (ShinsaRound boxed as pointer: use the getter), "save-state", "saved-at".
 * Signals:
 *   changed ()                    the picture was replaced; pages update in place by key
 *   draft-changed (application)   a part of an own draft was set here
 *   save-failed (message)         a draft could not be written; it is kept and tried again
 */
ShinsaService     *shinsa_service_new            (const char          *path);
void               shinsa_service_open_async     (ShinsaService       *self,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean           shinsa_service_open_finish    (ShinsaService       *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);
void               shinsa_service_select_async   (ShinsaService       *self,
                                                  const char          *root,
                                                  const char          *identity,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean           shinsa_service_select_finish  (ShinsaService       *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);
void               shinsa_service_write_async    (ShinsaService       *self,
                                                  const char          *kind,
                                                  JsonNode            *body,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean           shinsa_service_write_finish   (ShinsaService       *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);
void               shinsa_service_run_async      (ShinsaService       *self,
                                                  ShinsaSessionFunc    func,
                                                  gpointer             data,
                                                  GDestroyNotify       data_free,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean           shinsa_service_run_finish     (ShinsaService       *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);
void               shinsa_service_read_async     (ShinsaService       *self,
                                                  ShinsaSessionFunc    func,
                                                  gpointer             data,
                                                  GDestroyNotify       data_free,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean           shinsa_service_read_finish    (ShinsaService       *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);

ShinsaRound       *shinsa_service_get_round      (ShinsaService       *self);
GPtrArray         *shinsa_service_get_rounds     (ShinsaService       *self);
const char        *shinsa_service_get_identity   (ShinsaService       *self);
ShinsaSaveState    shinsa_service_get_save_state (ShinsaService       *self);
GDateTime         *shinsa_service_get_saved_at   (ShinsaService       *self);

/* The own draft in memory, set at once and written behind; what the sheet shows. */
const ShinsaReview *shinsa_service_get_draft     (ShinsaService       *self,
                                                  const char          *application,
                                                  ShinsaPhase          phase);
void               shinsa_service_set_draft      (ShinsaService       *self,
                                                  const char          *application,
                                                  ShinsaPhase          phase,
                                                  ShinsaDraftPart      part,
                                                  const char          *key,
                                                  const char          *value);
void               shinsa_service_flush          (ShinsaService       *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Everything that ui and cli may ask for, one call each, on one thread: a store, the keys beside
 * it, one selected round and one identity to act as. ShinsaService runs it off the main loop. */

#define SHINSA_TYPE_SESSION (shinsa_session_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaSession, shinsa_session, SHINSA, SESSION, GObject)

typedef enum {
  SHINSA_SESSION_WRITE = 1,   /* made if it is not there */
  SHINSA_SESSION_EXISTING = 2,
  SHINSA_SESSION_READ = 3,    /* read-only connection */
} ShinsaSessionMode;

/* A round in the store, for lists. */
typedef struct {
  char      *root;
  char      *id;
  ShinsaText title;
  gboolean   practice;
  GStrv      identities;      /* 'desk' and members' ids that this computer can write as */
  char      *home;            /* the identity the computer belongs to, or NULL */
} ShinsaRoundInfo;

ShinsaSession *shinsa_session_open          (const char         *path,
                                             ShinsaSessionMode   mode,
                                             GError            **error);
char          *shinsa_session_default_path  (void);
const char    *shinsa_session_get_path      (ShinsaSession      *self);
GPtrArray     *shinsa_session_list_rounds   (ShinsaSession      *self,
                                             GError            **error);
void           shinsa_round_info_free       (ShinsaRoundInfo    *info);
gboolean       shinsa_session_select        (ShinsaSession      *self,
                                             const char         *root,
                                             const char         *identity,
                                             GError            **error);
gboolean       shinsa_session_remember      (ShinsaSession      *self,
                                             GError            **error);
const char    *shinsa_session_get_root      (ShinsaSession      *self);
const char    *shinsa_session_get_identity  (ShinsaSession      *self);
gint64         shinsa_session_data_version  (ShinsaSession      *self);

ShinsaRound   *shinsa_session_load          (ShinsaSession      *self,
                                             GError            **error);
ShinsaRound   *shinsa_session_load_whole    (ShinsaSession      *self,
                                             gint64              until,
                                             GError            **error);
gboolean       shinsa_session_may_see_reviews (const ShinsaRound *round,
                                               const char        *application);

gboolean       shinsa_session_write         (ShinsaSession      *self,
                                             const char         *kind,
                                             JsonNode           *body,
                                             char              **hash,
                                             GError            **error);
gboolean       shinsa_session_use_member    (ShinsaSession      *self,
                                             const char         *member,
                                             const char         *device,
                                             GError            **error);
gboolean       shinsa_session_create_round  (ShinsaSession      *self,
                                             GFile              *definition,
                                             GFile              *documents,
                                             char              **root,
                                             GError            **error);
gboolean       shinsa_session_add_document  (ShinsaSession      *self,
                                             const char         *application,
                                             GFile              *file,
                                             const char         *name,
                                             gboolean            used,
                                             const char         *reason,
                                             char              **hash,
                                             GError            **error);
gboolean       shinsa_session_check         (ShinsaSession      *self,
                                             GError            **error);
gboolean       shinsa_session_backup        (ShinsaSession      *self,
                                             GFile              *file,
                                             GError            **error);
GBytes        *shinsa_session_load_document (ShinsaSession      *self,
                                             const char         *hash,
                                             GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRoundInfo, shinsa_round_info_free)

G_END_DECLS

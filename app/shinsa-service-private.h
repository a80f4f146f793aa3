/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-draft-queue.h"
#include "shinsa-service.h"
#include "shinsa-worker.h"

G_BEGIN_DECLS

/* A picture of the round that is being loaded. */
typedef struct _ShinsaPicture ShinsaPicture;

/* Something that the writer does. */
typedef struct _ShinsaOrder ShinsaOrder;

struct _ShinsaService
{
  GObject           parent_instance;

  char             *path;
  ShinsaWorker     *writer;       /* NULL once disposed, as the reader */
  ShinsaWorker     *reader;
  ShinsaDraftQueue *queue;
  gint64            version;      /* of the store; only for the writer's thread */

  char             *root;         /* what is selected and shown; NULL for none */
  char             *identity;
  char             *next_root;    /* what will be, once its picture is there */
  char             *next_identity;
  ShinsaRound      *round;
  GPtrArray        *rounds;       /* (element-type ShinsaRoundInfo) */
  GHashTable       *drafts;       /* application and phase → ShinsaReview */
  GHashTable       *histories;    /* the same and what was submitted → ShinsaDraftHistory */

  ShinsaPicture    *loading;      /* on the reader's thread now */
  ShinsaPicture    *next;         /* asked for meanwhile */
  gboolean          stale;        /* a picture could not be loaded; tried again */
  gboolean          polling;
  guint             poll_source;

  ShinsaSaveState   save_state;
  GDateTime        *saved_at;
  char             *save_message; /* why a draft is not saved, or NULL */
};

/* What the writer is to do, as whom, and who waits for it. */
struct _ShinsaOrder
{
  ShinsaService     *service;
  GTask             *task;        /* NULL where nobody waits */
  gboolean         (*act) (ShinsaSession  *session,
                           ShinsaOrder    *order,
                           GError        **error);  /* NULL: only write drafts */
  gboolean           selects;     /* root and identity are to be selected; NULL: as last time */
  char              *root;
  char              *identity;
  char              *kind;
  JsonNode          *body;
  ShinsaSessionFunc  func;
  gpointer           data;

  gboolean           changed;     /* the store may hold something new */
  guint              written;     /* how many values of the queue were, before drafts are loaded */
  GError            *unsaved;     /* why a draft could not be written */
  GError            *error;
  GPtrArray         *drafts;      /* (element-type ShinsaReview), NULL where not loaded */
};

ShinsaOrder *shinsa_order_new              (ShinsaService       *service,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data,
                                            gpointer             source_tag);
void         shinsa_order_push             (ShinsaOrder         *order);
void         shinsa_order_push_selection   (ShinsaOrder         *order);
void         shinsa_order_push_poll        (ShinsaOrder         *order);

void         shinsa_service_request_picture (ShinsaService      *self,
                                             GTask              *task,
                                             GError             *error);
void         shinsa_service_request_selection (ShinsaService    *self,
                                               const char       *root,
                                               const char       *identity,
                                               GPtrArray        *drafts,
                                               GTask            *task);
void         shinsa_service_adopt_drafts   (ShinsaService       *self,
                                            GPtrArray           *drafts);
void         shinsa_service_drop_recused_drafts (ShinsaService  *self);
void         shinsa_service_apply_draft_part (ShinsaService      *self,
                                              const char         *application,
                                              ShinsaPhase         phase,
                                              ShinsaDraftPart     part,
                                              const char         *key,
                                              const char         *value);

void         shinsa_service_tell_draft     (ShinsaService       *self,
                                            const char          *application);
void         shinsa_service_tell_round     (ShinsaService       *self);
void         shinsa_service_settle_drafts  (ShinsaService       *self,
                                            const GError        *unsaved,
                                            gboolean             wrote);

G_END_DECLS

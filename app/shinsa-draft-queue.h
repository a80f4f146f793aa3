/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* Parts of drafts on their way to the store. A value stays here until it is known to be written,
 * so that a full disk loses nothing. Filled and emptied on the main loop, written on one thread. */

typedef struct _ShinsaDraftQueue ShinsaDraftQueue;

typedef void (*ShinsaDraftFunc) (const char      *application,
                                 ShinsaPhase      phase,
                                 ShinsaDraftPart  part,
                                 const char      *key,
                                 const char      *value,
                                 gpointer         data);

ShinsaDraftQueue *shinsa_draft_queue_new            (void);
void              shinsa_draft_queue_free           (ShinsaDraftQueue  *self);
void              shinsa_draft_queue_put            (ShinsaDraftQueue  *self,
                                                     const char        *root,
                                                     const char        *identity,
                                                     const char        *application,
                                                     ShinsaPhase        phase,
                                                     ShinsaDraftPart    part,
                                                     const char        *key,
                                                     const char        *value);
gboolean          shinsa_draft_queue_write          (ShinsaDraftQueue  *self,
                                                     ShinsaSession     *session,
                                                     GError           **error);
guint             shinsa_draft_queue_count_written  (ShinsaDraftQueue  *self);
void              shinsa_draft_queue_forget_written (ShinsaDraftQueue  *self,
                                                     guint              count);
void              shinsa_draft_queue_drop           (ShinsaDraftQueue  *self,
                                                     const char        *root,
                                                     const char        *identity,
                                                     const char        *application);
gboolean          shinsa_draft_queue_is_written     (ShinsaDraftQueue  *self);
void              shinsa_draft_queue_foreach        (ShinsaDraftQueue  *self,
                                                     const char        *root,
                                                     const char        *identity,
                                                     ShinsaDraftFunc    func,
                                                     gpointer           data);

G_END_DECLS

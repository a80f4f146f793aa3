/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"
#include "shinsa-decision-tables.h"

G_BEGIN_DECLS

/* The pictures of the round that confirmations are judged by. A replay keeps them from one entry
 * to the next, so that hundreds of confirmations do not load hundreds of pictures. */

typedef struct _ShinsaPictures ShinsaPictures;

ShinsaPictures    *shinsa_pictures_new              (ShinsaStore                  *store,
                                                     const char                   *root);
void               shinsa_pictures_free             (ShinsaPictures               *self);
const ShinsaRound *shinsa_pictures_seen             (ShinsaPictures               *self,
                                                     gint64                        seq,
                                                     GError                      **error);
const ShinsaRound *shinsa_pictures_now              (ShinsaPictures               *self,
                                                     gint64                        seq,
                                                     GError                      **error);
void               shinsa_pictures_forget_now       (ShinsaPictures               *self);
void               shinsa_pictures_add_proposal     (ShinsaPictures               *self,
                                                     const ShinsaProposalRow      *row,
                                                     GPtrArray                    *waivers);
void               shinsa_pictures_add_confirmation (ShinsaPictures               *self,
                                                     const ShinsaConfirmationRow  *row);

G_END_DECLS

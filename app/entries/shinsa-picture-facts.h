/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"
#include "shinsa-decision-tables.h"

G_BEGIN_DECLS

/* The part of a picture that grows while the round goes: feeds, interests, reviews, decisions. */

gboolean            shinsa_picture_load_facts         (ShinsaRound                  *round,
                                                       ShinsaStore                  *store,
                                                       gint64                        until,
                                                       GError                      **error);
gboolean            shinsa_picture_load_confirmations (ShinsaRound                  *round,
                                                       ShinsaStore                  *store,
                                                       gint64                        until,
                                                       GError                      **error);
ShinsaProposal     *shinsa_picture_proposal           (const ShinsaProposalRow      *row);
ShinsaConfirmation *shinsa_picture_confirmation       (const ShinsaConfirmationRow  *row);

G_END_DECLS

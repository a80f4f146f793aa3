/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What was handed out to each scorer and what came back. */

typedef enum {
  SHINSA_LEDGER_NOT_ISSUED = 0,
  SHINSA_LEDGER_NOT_YET = 1,     /* issued, and something is still missing */
  SHINSA_LEDGER_RECEIVED = 2,    /* every review that can be expected is here */
  SHINSA_LEDGER_HELD = 3,        /* something waits for the desk to accept a feed */
  SHINSA_LEDGER_LOST = 4,        /* every feed of the member is lost */
} ShinsaLedgerState;

typedef struct {
  const ShinsaMember *member;
  const ShinsaIssue  *interests;   /* the newest packet of each purpose, or NULL */
  const ShinsaIssue  *documents;
  const ShinsaIssue  *news;
  int                 declared;    /* applications with a declaration */
  int                 expected;    /* reviews that can be expected */
  int                 received;    /* of these, how many count or wait for their phase */
  int                 late;        /* received, not counted until admitted */
  GPtrArray          *feeds;       /* (element-type ShinsaFeedInfo), borrowed from the round */
  ShinsaLedgerState   state;
} ShinsaLedgerRow;

GPtrArray  *shinsa_ledger                 (const ShinsaRound *round,
                                           ShinsaPhase        phase);
void        shinsa_ledger_row_free        (ShinsaLedgerRow   *row);
const char *shinsa_ledger_state_to_string (ShinsaLedgerState  state);
const char *shinsa_ledger_state_label     (ShinsaLedgerState  state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaLedgerRow, shinsa_ledger_row_free)

G_END_DECLS

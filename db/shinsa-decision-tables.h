/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* Outcomes that were proposed, confirmed and opened again. */

typedef struct
{
  gint64 seq;
  char *entry;
  char *application;
  char *outcome;
  char *suggested;
  char *reason;
  char *instructed_by;
} ShinsaProposalRow;

SHINSA_DECLARE_ROWS (Proposal, proposal)

typedef struct
{
  gint64 seq;
  char *requirement;
  char *reason;
} ShinsaProposalWaiverRow;

SHINSA_DECLARE_ROWS (ProposalWaiver, proposal_waiver)

typedef struct
{
  gint64 seq;
  char *entry;
  char *application;
  char *member;
  char *proposal;
  char *outcome;
  char *method;
  char *sentence;
  gint64 seen;
  char *state;
  char *reason;
} ShinsaConfirmationRow;

SHINSA_DECLARE_ROWS (Confirmation, confirmation)

typedef struct
{
  gint64 seq;
  char *entry;
  char *application;
  char *member;
  char *confirmation;
  char *reason;
  char *reference;
  char *state;
} ShinsaReopeningRow;

SHINSA_DECLARE_ROWS (Reopening, reopening)

G_END_DECLS

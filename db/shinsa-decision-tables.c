/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shinsa-decision-tables.h"

#include "shinsa-table.h"

static const ShinsaColumn proposal_columns[] = {
  SHINSA_COLUMN (Proposal, seq),
  SHINSA_COLUMN (Proposal, entry),
  SHINSA_COLUMN (Proposal, application),
  SHINSA_COLUMN (Proposal, outcome),
  SHINSA_COLUMN (Proposal, suggested),
  SHINSA_COLUMN (Proposal, reason),
  SHINSA_COLUMN (Proposal, instructed_by),
};

const ShinsaTable shinsa_proposal_table = {
  .name = "proposal",
  .row = SHINSA_ROW_TYPE (Proposal, proposal),
  .insert = "INSERT INTO proposal (round, seq, entry, application, outcome, suggested, reason,"
            " instructed_by)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .list = "SELECT seq, entry, application, outcome, suggested, reason, instructed_by"
          " FROM proposal WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM proposal WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Proposal, proposal)

static const ShinsaColumn proposal_waiver_columns[] = {
  SHINSA_COLUMN (ProposalWaiver, seq),
  SHINSA_COLUMN (ProposalWaiver, requirement),
  SHINSA_COLUMN (ProposalWaiver, reason),
};

const ShinsaTable shinsa_proposal_waiver_table = {
  .name = "proposal_waiver",
  .row = SHINSA_ROW_TYPE (ProposalWaiver, proposal_waiver),
  .insert = "INSERT INTO proposal_waiver (round, seq, requirement, reason)"
            " VALUES (?1, ?2, ?3, ?4)",
  .list = "SELECT seq, requirement, reason"
          " FROM proposal_waiver WHERE round = ?1 AND seq <= ?2 ORDER BY seq, requirement",
  .clear = "DELETE FROM proposal_waiver WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (ProposalWaiver, proposal_waiver)

static const ShinsaColumn confirmation_columns[] = {
  SHINSA_COLUMN (Confirmation, seq),
  SHINSA_COLUMN (Confirmation, entry),
  SHINSA_COLUMN (Confirmation, application),
  SHINSA_COLUMN (Confirmation, member),
  SHINSA_COLUMN (Confirmation, proposal),
  SHINSA_COLUMN (Confirmation, outcome),
  SHINSA_COLUMN (Confirmation, method),
  SHINSA_COLUMN (Confirmation, sentence),
  SHINSA_COLUMN (Confirmation, seen),
  SHINSA_COLUMN (Confirmation, state),
  SHINSA_COLUMN (Confirmation, reason),
};

const ShinsaTable shinsa_confirmation_table = {
  .name = "confirmation",
  .row = SHINSA_ROW_TYPE (Confirmation, confirmation),
  .insert = "INSERT INTO confirmation (round, seq, entry, application, member, proposal, outcome,"
            " method, sentence, seen, state, reason)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
  .list = "SELECT seq, entry, application, member, proposal, outcome, method, sentence, seen,"
          " state, reason"
          " FROM confirmation WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM confirmation WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Confirmation, confirmation)

static const ShinsaColumn reopening_columns[] = {
  SHINSA_COLUMN (Reopening, seq),
  SHINSA_COLUMN (Reopening, entry),
  SHINSA_COLUMN (Reopening, application),
  SHINSA_COLUMN (Reopening, member),
  SHINSA_COLUMN (Reopening, confirmation),
  SHINSA_COLUMN (Reopening, reason),
  SHINSA_COLUMN (Reopening, reference),
  SHINSA_COLUMN (Reopening, state),
};

const ShinsaTable shinsa_reopening_table = {
  .name = "reopening",
  .row = SHINSA_ROW_TYPE (Reopening, reopening),
  .insert = "INSERT INTO reopening (round, seq, entry, application, member, confirmation, reason,"
            " reference, state)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  .list = "SELECT seq, entry, application, member, confirmation, reason, reference, state"
          " FROM reopening WHERE round = ?1 AND seq <= ?2 ORDER BY seq",
  .clear = "DELETE FROM reopening WHERE round = ?1",
};

SHINSA_DEFINE_ROWS (Reopening, reopening)

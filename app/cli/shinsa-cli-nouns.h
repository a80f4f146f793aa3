/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-cli.h"

G_BEGIN_DECLS

/* What can be spoken of, a file each. */

extern const ShinsaCliNoun shinsa_cli_round;
extern const ShinsaCliNoun shinsa_cli_member;
extern const ShinsaCliNoun shinsa_cli_roster;
extern const ShinsaCliNoun shinsa_cli_dossier;
extern const ShinsaCliNoun shinsa_cli_document;
extern const ShinsaCliNoun shinsa_cli_schedule;
extern const ShinsaCliNoun shinsa_cli_interest;
extern const ShinsaCliNoun shinsa_cli_score;
extern const ShinsaCliNoun shinsa_cli_growth;
extern const ShinsaCliNoun shinsa_cli_overall;
extern const ShinsaCliNoun shinsa_cli_question;
extern const ShinsaCliNoun shinsa_cli_note;
extern const ShinsaCliNoun shinsa_cli_review;
extern const ShinsaCliNoun shinsa_cli_phase;
extern const ShinsaCliNoun shinsa_cli_packet;
extern const ShinsaCliNoun shinsa_cli_feed;
extern const ShinsaCliNoun shinsa_cli_ledger;
extern const ShinsaCliNoun shinsa_cli_attendance;
extern const ShinsaCliNoun shinsa_cli_interview;
extern const ShinsaCliNoun shinsa_cli_decision;
extern const ShinsaCliNoun shinsa_cli_record;
extern const ShinsaCliNoun shinsa_cli_statistics;
extern const ShinsaCliNoun shinsa_cli_desk;
extern const ShinsaCliNoun shinsa_cli_store;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Something of an application that bears the name of something of the member. */
typedef struct {
  char *affiliation;  /* the member's, in the language that is shown */
  char *found;        /* its name in the application */
  char *where;        /* organisation, network_organisation or person */
  char *kind;         /* of interest that this suggests */
} ShinsaInterestMatch;

/* What comparing names found, and how far it could look. */
typedef struct {
  GPtrArray *matches;  /* (element-type ShinsaInterestMatch) */
  int        named;    /* organisations that the application names */
  int        total;    /* organisations that it counts; 0 where unknown */
} ShinsaInterestProposal;

void                    shinsa_interest_proposal_free (ShinsaInterestProposal *proposal);
ShinsaInterestProposal *shinsa_interest_propose       (const ShinsaMember     *member,
                                                       const ShinsaDossier    *dossier);
char                   *shinsa_interest_proposal_reach (const ShinsaInterestProposal *proposal);
GStrv                   shinsa_organisation_forms     (const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaInterestProposal, shinsa_interest_proposal_free)

G_END_DECLS

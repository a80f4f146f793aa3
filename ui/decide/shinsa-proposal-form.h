/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shinsa-service.h"

G_BEGIN_DECLS

/* Where the desk records the provisional outcome of an application. What was begun for one
 * application is kept while another is looked at. */

#define SHINSA_TYPE_PROPOSAL_FORM (shinsa_proposal_form_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaProposalForm, shinsa_proposal_form, SHINSA, PROPOSAL_FORM, AdwBin)

GtkWidget *shinsa_proposal_form_new  (void);
void       shinsa_proposal_form_show (ShinsaProposalForm *self,
                                      ShinsaService      *service,
                                      ShinsaRound        *round,
                                      const char         *application);
JsonNode  *shinsa_proposal_form_body (ShinsaProposalForm *self,
                                      char              **why);

G_END_DECLS

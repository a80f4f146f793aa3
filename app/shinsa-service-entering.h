/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-draft-history.h"
#include "shinsa-service.h"

G_BEGIN_DECLS

/* What an own draft says, and taking back what was entered into it, step by step, until it is
 * submitted. */

const ShinsaReview    *shinsa_service_get_standing    (ShinsaService   *self,
                                                       const char      *application,
                                                       ShinsaPhase      phase);
gboolean               shinsa_service_can_step_draft  (ShinsaService   *self,
                                                       const char      *application,
                                                       ShinsaPhase      phase,
                                                       ShinsaDraftWay   way);
const ShinsaDraftStep *shinsa_service_step_draft      (ShinsaService   *self,
                                                       const char      *application,
                                                       ShinsaPhase      phase,
                                                       ShinsaDraftWay   way);
const ShinsaDraftStep *shinsa_service_take_back_draft (ShinsaService   *self,
                                                       const char      *application,
                                                       ShinsaPhase      phase,
                                                       ShinsaDraftPart  part,
                                                       const char      *key);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/shinsa-figure.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* What the interview changed of one application: a panel for each requirement, and in it a line for
 * each member from the level on paper to the level after the interview. */

ShinsaFigure *shinsa_slope_graph_new (const ShinsaRound *round,
                                      const char        *application);

G_END_DECLS

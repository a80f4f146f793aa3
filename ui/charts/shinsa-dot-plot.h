/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/shinsa-figure.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The levels of one application, a line for each requirement and a dot for each member, against
 * the threshold: paper hollow, interview filled. */

ShinsaFigure *shinsa_dot_plot_new (const ShinsaRound *round,
                                   const char        *application);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/shinsa-figure.h"
#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* Applications by requirements: the number is the median of the committee, and the shade tells how
 * far the members are apart. */

ShinsaFigure *shinsa_heat_map_new (const ShinsaRound *round);

G_END_DECLS

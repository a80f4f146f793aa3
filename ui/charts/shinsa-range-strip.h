/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/shinsa-figure.h"
#include "rules/shinsa-round.h"
#include "rules/shinsa-spread.h"

G_BEGIN_DECLS

/* Applications against the line of the first outcome that numbers decide: where each stands, and
 * the band in which it could stand if one member changed one level by one step. */

ShinsaFigure *shinsa_range_strip_new (const ShinsaRound      *round);
char         *shinsa_margin_text     (const ShinsaDefinition *definition,
                                      double                  margin);
const char   *shinsa_margin_where    (const ShinsaDefinition *definition,
                                      const ShinsaMargin     *margin);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-facts.h"
#include "shinsa-paper.h"

G_BEGIN_DECLS

gboolean  shinsa_report_lay_out (ShinsaPaper        *paper,
                                 const ShinsaFacts  *facts,
                                 GError            **error);

G_END_DECLS

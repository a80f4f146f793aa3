/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shinsa-service-entering.h"

G_BEGIN_DECLS

/* What one gesture does to the own draft, said in words and taken back by one press. */

void                   shinsa_give_level         (GtkWidget            *from,
                                                  ShinsaService        *service,
                                                  const char           *application,
                                                  ShinsaPhase           phase,
                                                  const char           *requirement,
                                                  double                level);
void                   shinsa_give_overall_level (GtkWidget            *from,
                                                  ShinsaService        *service,
                                                  const char           *application,
                                                  ShinsaPhase           phase,
                                                  double                level);
void                   shinsa_add_evidence       (GtkWidget            *from,
                                                  ShinsaService        *service,
                                                  const char           *application,
                                                  ShinsaPhase           phase,
                                                  const char           *requirement,
                                                  const ShinsaEvidence *evidence);
void                   shinsa_drop_evidence      (GtkWidget            *from,
                                                  ShinsaService        *service,
                                                  const char           *application,
                                                  ShinsaPhase           phase,
                                                  const char           *requirement,
                                                  guint                 number);
const ShinsaDraftStep *shinsa_step_draft         (GtkWidget            *from,
                                                  ShinsaService        *service,
                                                  const char           *application,
                                                  ShinsaPhase           phase,
                                                  ShinsaDraftWay        way);

G_END_DECLS

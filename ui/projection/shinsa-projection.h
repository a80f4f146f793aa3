/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The window that the room sees. */

typedef enum {
  SHINSA_PROJECTION_NONE,
  SHINSA_PROJECTION_INTERVIEW,
  SHINSA_PROJECTION_DELIBERATION,
} ShinsaProjectionKind;

#define SHINSA_TYPE_PROJECTION (shinsa_projection_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaProjection, shinsa_projection, SHINSA, PROJECTION, GtkWindow)

GtkWidget *shinsa_projection_new       (void);
void       shinsa_projection_show      (ShinsaProjection     *self,
                                        ShinsaProjectionKind  kind,
                                        ShinsaRound          *round,
                                        const char           *application);
void       shinsa_projection_set_blank (ShinsaProjection     *self,
                                        gboolean              blank);

G_END_DECLS

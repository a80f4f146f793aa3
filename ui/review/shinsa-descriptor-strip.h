/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* What a requirement asks, the level that it needs and what the level in question means. */

#define SHINSA_TYPE_DESCRIPTOR_STRIP (shinsa_descriptor_strip_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaDescriptorStrip, shinsa_descriptor_strip, SHINSA, DESCRIPTOR_STRIP,
                      AdwBin)

void shinsa_descriptor_strip_show (ShinsaDescriptorStrip   *self,
                                   const ShinsaDefinition  *definition,
                                   const ShinsaRequirement *requirement,
                                   double                   level,
                                   gboolean                 editable);

G_END_DECLS

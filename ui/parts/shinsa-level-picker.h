/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/shinsa-round.h"

G_BEGIN_DECLS

/* The levels of the scale as boxes side by side, each with its word, the chosen one filled; where
 * the round offers it, cannot judge follows. It shows what it is told and tells what is wanted.
 *
 * Signals:
 *   picked (level)   NAN for cannot judge, SHINSA_LEVEL_UNSET when the chosen one was pressed
 *   pointed (level)  the level under focus or pointer, SHINSA_LEVEL_UNSET when it left */

#define SHINSA_TYPE_LEVEL_PICKER (shinsa_level_picker_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaLevelPicker, shinsa_level_picker, SHINSA, LEVEL_PICKER, AdwBin)

GtkWidget *shinsa_level_picker_new       (void);
void       shinsa_level_picker_build     (ShinsaLevelPicker      *self,
                                          const ShinsaDefinition *definition,
                                          gboolean                cannot_judge,
                                          const char             *what);
void       shinsa_level_picker_set_level (ShinsaLevelPicker      *self,
                                          double                  level);
double     shinsa_level_picker_get_level (ShinsaLevelPicker      *self);
gunichar   shinsa_half_width             (gunichar                character);
gboolean   shinsa_level_for_character    (const ShinsaDefinition *definition,
                                          gunichar                character,
                                          gboolean                cannot_judge,
                                          double                 *level);
gboolean   shinsa_levels_are_same        (double                  a,
                                          double                  b);

G_END_DECLS

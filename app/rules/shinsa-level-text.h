/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/shinsa-definition.h"

G_BEGIN_DECLS

/* Levels and what stands in their place, the same in every view and print. */

typedef enum {
  SHINSA_MARK_RECUSED = 1,
  SHINSA_MARK_MISSING = 2,
  SHINSA_MARK_CANNOT_JUDGE = 3,
  SHINSA_MARK_VOID = 4,
} ShinsaMark;

char       *shinsa_level_text   (const ShinsaDefinition *definition,
                                 double                  level);
char       *shinsa_number_text  (double                  number);
char       *shinsa_numbers_text (const double           *numbers,
                                 guint                   n_numbers);
const char *shinsa_mark_text    (ShinsaMark              mark);
const char *shinsa_mark_name    (ShinsaMark              mark);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shinsa-rows.h"

G_BEGIN_DECLS

/* Interests that members declared, and the rulings about them. */

typedef struct
{
  gint64 seq;
  char *entry;
  char *application;
  char *member;
  char *interest;
  char *requirements;
  char *reason;
} ShinsaDeclarationRow;

SHINSA_DECLARE_ROWS (Declaration, declaration)

typedef struct
{
  gint64 seq;
  char *application;
  char *member;
  char *ruling;
  char *requirements;
  char *reason;
  char *instructed_by;
} ShinsaRulingRow;

SHINSA_DECLARE_ROWS (Ruling, ruling)

G_END_DECLS

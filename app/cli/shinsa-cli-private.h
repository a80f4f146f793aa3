/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-cli.h"

G_BEGIN_DECLS

/* What the files of one call share, and no noun sees. */

struct _ShinsaCli
{
  GStrv                words;      /* what is not understood yet, the program's name first */
  char                *store;      /* options that every verb has */
  char                *round;
  char                *identity;
  gboolean             json;
  gboolean             version;

  const ShinsaCliNoun *noun;
  const ShinsaCliVerb *verb;
  GStrv                arguments;

  ShinsaSession       *session;
  ShinsaRound         *picture;
  gboolean             failed;     /* one of several things was refused */
};

G_END_DECLS

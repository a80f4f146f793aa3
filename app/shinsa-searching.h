/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

/* A place in an application where some words stand. */
typedef struct {
  char *application;
  char *source;       /* 'dossier' for names and organisations, 'content' for the rest */
  char *text;         /* the words with what stands around them */
} ShinsaHit;

GPtrArray *shinsa_session_search (ShinsaSession      *self,
                                  const ShinsaRound  *round,
                                  const char         *words,
                                  GError            **error);
void       shinsa_hit_free       (ShinsaHit          *hit);

G_END_DECLS

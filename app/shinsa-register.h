/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-session.h"

G_BEGIN_DECLS

/* The register to be read by people: an act a line. */

typedef struct {
  gint64   seq;
  char    *at;           /* as the desk's computer showed it */
  char    *kind;         /* of the act, or of the submission that it receives */
  char    *hash;
  char    *application;  /* "" where it concerns none */
  char    *member;       /* whom it is about, or whose submission was received; "" for nobody */
  char    *reason;       /* "" where none was given or it may not be seen */
  gboolean received;     /* a submission that was received, not an act of the desk */
  gboolean held;         /* what it says is on this computer */
} ShinsaRegisterRow;

GPtrArray  *shinsa_session_list_register (ShinsaSession      *self,
                                          GError            **error);
void        shinsa_register_row_free     (ShinsaRegisterRow  *row);
const char *shinsa_kind_label            (const char         *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaRegisterRow, shinsa_register_row_free)

G_END_DECLS

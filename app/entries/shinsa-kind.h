/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "entries/shinsa-pictures.h"
#include "entries/shinsa-statements.h"
#include "shinsa-journal.h"

G_BEGIN_DECLS

/* The register of kinds: what can be stated, by whom, and what it does to the official tables. */

typedef enum {
  SHINSA_SIDE_ACT,          /* written by the desk, takes effect at once */
  SHINSA_SIDE_SUBMISSION,   /* written by a member, takes effect where it is received */
} ShinsaSide;

/* An entry about to take effect at a place of the register. */
typedef struct {
  ShinsaStore          *store;
  const char           *root;
  gint64                seq;      /* place in the register where it takes effect */
  const ShinsaEntryRow *entry;    /* the act, or the submission that was received */
  const char           *author;   /* the member behind the feed; "desk" for acts */
  const ShinsaDefinition *definition;  /* NULL only before the round is defined */
  ShinsaPictures       *pictures; /* what confirmations are judged by */
} ShinsaEffect;

typedef struct {
  const char *name;
  int         version;
  ShinsaSide  side;

  /* May the author state this as things stand? Asked before it is written, never in a replay.
   * round is the whole picture; refuses with SHINSA_ERROR_REFUSED or _NOT_AUTHORISED. */
  gboolean  (*authorise) (const ShinsaRound  *round,
                          const char         *author,
                          JsonObject         *body,
                          GError            **error);

  /* Reads all of the body before it writes the first row, so that a body that does not fit
   * (SHINSA_ERROR_INVALID, _REFUSED) leaves the tables as they were. */
  gboolean  (*apply)     (const ShinsaEffect *effect,
                          JsonObject         *body,
                          GError            **error);
} ShinsaKind;

const ShinsaKind *shinsa_kind_lookup     (const char    *name);
gboolean          shinsa_kind_is_verdict (const GError  *error);
const char       *shinsa_kind_verdict    (const GError  *error);

G_END_DECLS

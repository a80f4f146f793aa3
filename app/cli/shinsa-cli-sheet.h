/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shinsa-cli.h"
#include "shinsa-drafting.h"

G_BEGIN_DECLS

/* The own score sheet of one application, which several nouns write on. */

typedef struct {
  const ShinsaRound   *round;
  const ShinsaDossier *dossier;
  ShinsaPhase          phase;
} ShinsaCliSheet;

/* What every verb of a sheet can be told. */
#define SHINSA_CLI_PHASE_OPTION(word)                                                             \
  { "phase", 0, 0, G_OPTION_ARG_STRING, word,                                                     \
    N_("“paper” or “interview” instead of the phase that the application is in"), "PHASE" }

gboolean  shinsa_cli_sheet_open      (ShinsaCli             *cli,
                                      ShinsaSessionMode      mode,
                                      const char            *phase,
                                      ShinsaCliSheet        *sheet,
                                      GError               **error);
gboolean  shinsa_cli_sheet_check     (const ShinsaCliSheet  *sheet,
                                      const char            *requirement,
                                      GError               **error);
gboolean  shinsa_cli_sheet_set       (ShinsaCli             *cli,
                                      const ShinsaCliSheet  *sheet,
                                      ShinsaDraftPart        part,
                                      const char            *key,
                                      const char            *value,
                                      GError               **error);
gboolean  shinsa_cli_sheet_put       (ShinsaCli             *cli,
                                      const ShinsaCliSheet  *sheet,
                                      GError               **error);
gboolean  shinsa_cli_sheet_put_saved (ShinsaCli             *cli,
                                      const ShinsaCliSheet  *sheet,
                                      GError               **error);

G_END_DECLS
